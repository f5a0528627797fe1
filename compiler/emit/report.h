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

/// One protocol with its verdicts. What it points to must outlive it.
struct CheckedProtocol {
    const baseline::ProtocolReport* report = nullptr;
    const model::Library* library = nullptr;
    /// Its file, as shown, and the hash of that file's bytes.
    std::string file;
    std::string sha256;
    /// The sources on which the verdicts rest.
    baseline::Currency currency;
    /// What its documents showed; null: they were not opened.
    const evidence::Examination* examination = nullptr;

    [[nodiscard]] const evidence::Quotes* quotes() const {
        return examination == nullptr ? nullptr : &examination->quotes;
    }
};

struct CheckReport {
    const support::SourceMap* sources = nullptr;
    /// Version of meldc.
    std::string version;
    /// The day whose law was applied.
    support::Date date;
    /// Hash of the library, and the day until which its sources were checked.
    std::string baselineSha256;
    std::optional<support::Date> checkedUntil;
    std::vector<CheckedProtocol> protocols;
    /// Messages of files that could not be read or compiled; these have no verdicts.
    std::vector<diagnostics::Diagnostic> messages;
};

} // namespace meldc::emit
