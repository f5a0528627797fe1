#pragma once

#include "diagnostics/sink.h"
#include "emit/report.h"
#include "support/source_file.h"

#include <optional>
#include <string>
#include <vector>

/// What people judge of norms beside the verdicts of this program, kept in a list of their own.
namespace meldc::emit {

/// One row of the list.
struct Judgement {
    std::string norm;
    /// Which text it is about: a mark as marksOf() makes it.
    std::string text;
    /// In the words of who judges.
    std::string verdict;
    std::string note;
    /// What the organisation says of it.
    std::string view;
    /// A role, no name.
    std::string by;
    std::string on;
    support::Span span;
};

/// Whether the text that a judgement is about is still the same.
enum class JudgementState : std::uint8_t {
    Current,
    Stale,
    /// It is about documents, and these were not opened.
    Unchecked
};

/// Reads a table whose first row names its columns. Rows in which nobody filled in anything are
/// passed over. What cannot be used is told as an error, a norm that does not exist as a warning.
[[nodiscard]] std::vector<Judgement> readJudgements(const support::SourceMap& sources,
                                                    support::FileId file,
                                                    const model::Library& library,
                                                    diagnostics::Sink& sink);

/// The text on which a verdict rests, each mark a kind and a digest: "passage:0f3a…".
struct TextMarks {
    /// The meaning of the code.
    std::string code;
    /// All its documents; empty when they were not all read.
    std::string document;
    /// The passages that bear the verdict; empty without any, or when one is not known.
    std::string passage;

    /// The one that a judgement given now is about: the smallest part that is known.
    [[nodiscard]] const std::string& now() const;
};

/// `modelSha256`: of the meaning of the protocol.
[[nodiscard]] TextMarks marksOf(const CheckedProtocol& checked, const baseline::NormResult& result,
                                const std::string& modelSha256);

[[nodiscard]] JudgementState stateOf(const Judgement& judgement, const TextMarks& marks,
                                     bool hasDocuments);

/// A row of an empty list.
struct FormRow {
    const baseline::NormResult* result = nullptr;
    std::string text;
};

/// An empty list for these norms, as readJudgements() reads it.
[[nodiscard]] std::string judgementForm(const std::vector<FormRow>& rows,
                                        support::Language language);

} // namespace meldc::emit
