#pragma once

#include "baseline/currency.h"
#include "baseline/result.h"
#include "diagnostics/diagnostic.h"
#include "evidence/examine.h"
#include "model/library.h"
#include "support/date.h"
#include "support/source_file.h"

#include <optional>
#include <string>
#include <vector>

/// What a run of `check` found, as every emitter gets it.
namespace meldc::emit {

/// A protocol's file. What it points to must outlive it.
struct ReportedFile {
    const model::Library* library = nullptr;
    /// As shown, and the hash of its bytes.
    std::string file;
    std::string sha256;
};

/// What a report tells of the run that made it.
struct RunReport {
    const support::SourceMap* sources = nullptr;
    /// Version of meldc.
    std::string version;
    /// Hash of the library, and the day until which its sources were checked.
    std::string baselineSha256;
    std::optional<support::Date> checkedUntil;
    /// Messages of files that could not be read or compiled; these have no verdicts.
    std::vector<diagnostics::Diagnostic> messages;
};

struct KnownFindings;

/// One protocol with its verdicts.
struct CheckedProtocol : ReportedFile {
    const baseline::ProtocolReport* report = nullptr;
    /// The sources on which the verdicts rest.
    baseline::Currency currency;
    /// What its documents showed; null: they were not opened.
    const evidence::Examination* examination = nullptr;
    /// What an earlier version had already; null: everything is new.
    const KnownFindings* known = nullptr;

    [[nodiscard]] const evidence::Quotes* quotes() const {
        return examination == nullptr ? nullptr : &examination->quotes;
    }
};

struct CheckReport : RunReport {
    /// The day whose law was applied.
    support::Date date;
    std::vector<CheckedProtocol> protocols;
};

} // namespace meldc::emit
