#pragma once

#include "emit/answer.h"
#include "emit/prose.h"
#include "emit/report.h"

#include <string>
#include <vector>

namespace meldc::emit {

/// A protocol as `build` hands it to an emitter. What it points to must outlive it.
struct BuildInput {
    const support::SourceMap* sources = nullptr;
    std::string version;
    /// The day whose law applies.
    support::Date date;
    std::string baselineSha256;
    /// Hash of the resolved model with its library: the same for two texts that mean the same.
    std::string modelSha256;
    std::string file;
    std::string sha256;
    /// Worlds, decisions and the norms that date and sector select.
    Decider decider;
    /// Verdicts and findings, for the page; null when no emitter asks for them.
    const baseline::ProtocolReport* report = nullptr;
    /// What check/ found, with the cases that show it; null: nobody looked.
    const std::vector<baseline::Finding>* findings = nullptr;
    /// What its documents say; null: they were not opened.
    const evidence::Quotes* quotes = nullptr;
    /// Its own prose in files; null: none was opened.
    const ProseFiles* prose = nullptr;
};

} // namespace meldc::emit
