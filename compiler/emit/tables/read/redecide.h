#pragma once

#include "emit/answer.h"
#include "emit/tables/portable.h"

#include <optional>
#include <string>
#include <vector>

namespace meldc::emit {

/// Says of cases what the tables must say, by walking the questions of every world as a person would.
class Redecider {
public:
    /// Both must outlive it.
    Redecider(const Decider& decider, const PortableDecision& portable);

    /// The consistent case of a row that is nearest to no, fact by fact in the order of the tables; nothing when the
    /// row has no case. Facts that no table reads are as they can be.
    [[nodiscard]] std::optional<logic::Case> caseOf(const PortableTable& table, const PortableTable::Row& row) const;

    /// The value of each table in a case. Nothing when the case hangs on too many open words to try all that these may
    /// stand for.
    [[nodiscard]] std::optional<std::vector<std::string>> valuesIn(const logic::Case& given) const;

private:
    struct Told;
    [[nodiscard]] std::optional<Told> walkAll(const logic::Case& given) const;
    [[nodiscard]] std::optional<std::string> answerTo(const std::string& question, const logic::Case& given) const;

    const Decider& decider_;
    const PortableDecision& portable_;
    const model::Vocabulary& vocabulary_;
    std::vector<logic::Walks> walks_;
    std::vector<logic::Reading> readings_;
};

} // namespace meldc::emit
