#pragma once

#include <vector>

#include "compare/cases.h"
#include "compare/statements.h"
#include "compare/verdicts.h"
#include "diagnostics/diagnostic.h"
#include "model/library.h"

/// Two versions of a protocol, or one on two days: what changes in meaning.
namespace meldc::compare {

/// One version.
struct Version {
    const model::Program* program = nullptr;
    const model::Protocol* protocol = nullptr;
    const model::Worlds* worlds = nullptr;
    /// In the same order as the worlds.
    const std::vector<model::Protocol>* selected = nullptr;
    const std::vector<logic::Decision>* decisions = nullptr;
    /// Verdicts on the day of this version; null: the law of that day is not known.
    const baseline::ProtocolReport* report = nullptr;
};

struct Difference {
    CasesDifference cases;
    std::vector<StatementChange> statements;
    std::vector<VerdictChange> verdicts;
    /// Less protection that nobody accepted, what is said more weakly, and what is wrong with acceptances.
    std::vector<diagnostics::Diagnostic> findings;

    /// Nothing is said, decided or judged otherwise.
    [[nodiscard]] bool isEmpty() const;
    /// Statements that change what anyone must or may do, or (no) other ones.
    [[nodiscard]] std::size_t count(bool bearsMeaning) const;
};

/// Compares two versions. Acceptances are those beside the new one that hold on `day`. All arguments must
/// outlive the result.
Difference compare(const Version& before, const Version& after, const support::Date& day);

} // namespace meldc::compare
