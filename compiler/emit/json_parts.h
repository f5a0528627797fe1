#pragma once

#include "baseline/currency.h"
#include "baseline/result.h"
#include "emit/places.h"
#include "emit/report.h"
#include "logic/decision.h"
#include "model/protocol.h"

#include <nlohmann/json.hpp>

#include <vector>

/// Pieces that several JSON outputs share. Members keep the order in which they are added.
namespace meldc::emit {

using Json = nlohmann::ordered_json;

/// Text of JSON, two spaces deep, ending in a line feed. What is not UTF-8 is replaced.
[[nodiscard]] std::string written(const Json& json);
/// The same on one line, with a line feed.
[[nodiscard]] std::string writtenLine(const Json& json);

/// What a document says at a place: {"lines": [{"line": …, "text": …}], "more": …}.
[[nodiscard]] Json jsonOf(const evidence::Quotation& quotation);

/// `at` as the contract has it, with the words of the document as `quote` when they are known.
[[nodiscard]] Json jsonOf(const std::vector<At>& places);

/// {"name of the fact": "ja", …} for these facts; unknown ones are left out.
[[nodiscard]] Json jsonOf(const model::Vocabulary& vocabulary, const logic::Case& given,
                          const std::vector<model::FactId>& facts);

/// Names of consequences.
[[nodiscard]] Json namesOf(const model::Vocabulary& vocabulary,
                           const std::vector<model::ConceptId>& concepts);

/// The questions of a walk with their answers and places.
[[nodiscard]] Json pathOf(const support::SourceMap& sources, const model::Protocol& world,
                          const std::vector<logic::PathStep>& path);

/// {"ref": …, "url": …, "text": …, "title": …} for the grounds in force.
[[nodiscard]] Json jsonOf(const std::vector<baseline::GroundOnDate>& grounds,
                          support::Language language);

/// A counterexample: facts, path, consequences, story, and what it assumes.
[[nodiscard]] Json jsonOf(const support::SourceMap& sources, const model::Vocabulary& vocabulary,
                          const model::Protocol& protocol,
                          const baseline::Counterexample& counterexample,
                          support::Language language);

/// How many cases a proof looked at.
[[nodiscard]] Json jsonOf(const model::Vocabulary& vocabulary, const logic::Count& count);

/// How a verdict was reached: the count, and what it ranges over.
[[nodiscard]] Json jsonOf(const model::Vocabulary& vocabulary, const baseline::ProofInfo& info,
                          support::Language language);

/// Sources with the text that holds on the day and until when they were checked.
[[nodiscard]] Json jsonOf(const baseline::Currency& currency);

/// Sentences in one language.
[[nodiscard]] Json sentencesOf(const std::vector<support::Localized>& texts,
                               support::Language language);

/// Reason, by whom, when decided, for how long, where it stands.
[[nodiscard]] Json jsonOf(const support::SourceMap& sources, const model::Waiver& waiver);

/// A diagnostic: id, severity, message, remedy, places.
[[nodiscard]] Json jsonOf(const support::SourceMap& sources,
                          const diagnostics::Diagnostic& diagnostic, support::Language language);

/// Hash of the library and until when it was checked.
[[nodiscard]] Json baselineOf(const RunReport& report);
/// What could not be read or compiled.
[[nodiscard]] Json messagesOf(const RunReport& report, support::Language language);
/// How often each verdict was given, by the word for it.
[[nodiscard]] Json jsonOf(const baseline::StatusCounts& counts);

/// A day, or null.
[[nodiscard]] Json jsonOf(const std::optional<support::Date>& day);

/// The word for a verdict, a layer, a severity, how a text is known.
[[nodiscard]] std::string_view wordOf(baseline::Status status);
[[nodiscard]] std::string_view wordOf(model::Layer layer);
[[nodiscard]] std::string_view wordOf(diagnostics::Severity severity);
[[nodiscard]] std::string_view wordOf(model::TextStatus status);

/// The word for why a verdict is open.
[[nodiscard]] std::string_view openWord(baseline::OpenBecause reason);

/// Open terms and choices with their values.
[[nodiscard]] Json jsonOf(const std::vector<logic::Assumed>& assumed);

} // namespace meldc::emit
