#pragma once

#include "baseline/result.h"
#include "emit/answer.h"
#include "emit/flow/flow.h"
#include "evidence/quotes.h"
#include "support/localized.h"
#include "support/source_file.h"

#include <string>

namespace meldc::emit {

/// What `prove` found of one requirement. What it points to must outlive it.
struct ProveReport {
    const support::SourceMap* sources = nullptr;
    std::string version;
    support::Date date;
    /// The protocol with its worlds, and the norms that date and sector select.
    Decider decider;
    std::string file;
    std::string sha256;
    const model::Requirement* requirement = nullptr;
    const baseline::ProveResult* result = nullptr;
    /// What its documents say; null: they were not opened.
    const evidence::Quotes* quotes = nullptr;
};

/// What was found, in one clause: that it was proved, refuted, or why it is open.
[[nodiscard]] support::Localized headlineOf(const ProveReport& report);

/// In words: the answer, the case as a story with its way, who asks for this, and what was counted.
[[nodiscard]] std::string proveText(const ProveReport& report, support::Language language);
/// One line: FILE:LINE:COLUMN: result requirement; and the story.
[[nodiscard]] std::string provePlain(const ProveReport& report, support::Language language);
/// In the shape of prove.schema.json.
[[nodiscard]] std::string proveJson(const ProveReport& report, support::Language language);

/// The case that breaks the requirement, with its way along the questions.
[[nodiscard]] flow::Flow proveFlow(const ProveReport& report, support::Language language);

} // namespace meldc::emit
