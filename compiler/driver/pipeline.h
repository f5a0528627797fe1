#pragma once

#include "baseline/result.h"
#include "baseline/timeline.h"
#include "diagnostics/sink.h"
#include "evidence/examine.h"
#include "model/library.h"
#include "model/world.h"
#include "support/source_file.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The stages behind one another, in memory: texts go in, verdicts come out. No files, no terminal.
namespace meldc::driver {

/// A text with its name; the bytes are as they were read.
struct Text {
    std::string name;
    std::string_view bytes;
};

/// Adds a text to the sources without byte-order mark and with LF line ends.
support::FileId addText(support::SourceMap& sources, std::string name, std::string_view bytes);

/// The standard library inside the program, without the examples of norms.
std::vector<Text> embeddedLibrary();
/// Of paths of a library, those that are no example of a norm, in the same order.
std::vector<std::string> withoutExamples(std::vector<std::string> paths);
/// One hash over the bytes of all texts in their order; names are left out, so that a copy of the
/// library in another folder has the same.
std::string hashOf(std::span<const Text> texts);

/// Parses and resolves a library.
model::Library compileLibrary(support::SourceMap& sources, std::span<const Text> texts,
                              diagnostics::Sink& sink);

/// A protocol in each of its worlds. `protocol` must outlive it.
struct Analysis {
    const model::Protocol* protocol = nullptr;
    model::Worlds worlds;
    std::vector<model::Protocol> selected;
    std::vector<logic::Decision> decisions;

    /// Whether any world has questions.
    [[nodiscard]] bool hasDecision() const;
};

/// Chooses the worlds and compiles their decisions.
Analysis analyse(const model::Vocabulary& vocabulary, const model::Protocol& protocol);

/// The built-in findings and the verdict on every norm, as of `date`. `examination`: what its
/// documents showed, whose findings come with the others; null: they were not opened. `today`: for who looks
/// ahead to `date`.
baseline::ProtocolReport judge(const model::Program& program, const Analysis& analysis,
                               const support::Date& date,
                               const evidence::Examination* examination = nullptr,
                               std::optional<support::Date> today = std::nullopt);

/// The built-in findings alone, with the cases that show them.
std::vector<baseline::Finding> findingsOf(const model::Library& library, const Analysis& analysis,
                                          const support::Date& date);

/// The verdicts on all days; what follows `today` is still to come. `today`'s own report goes to
/// `report`.
baseline::Timeline timeline(const model::Program& program, const Analysis& analysis,
                            const support::Date& today, baseline::ProtocolReport& report);

/// Judges one requirement by itself.
baseline::ProveResult prove(const model::Library& library, const Analysis& analysis,
                            const model::Requirement& requirement,
                            const evidence::Examination* examination = nullptr);

/// The norms that date and sector select for a protocol, in the order of the library.
std::vector<const model::Norm*> selectedNorms(const model::Library& library,
                                              const model::Protocol& protocol,
                                              const support::Date& date);

/// All stages on texts, as `check` runs them: for tests that have no files. Empty when the texts do
/// not compile; the reason is in `sink`.
struct CheckedTexts {
    std::unique_ptr<model::Program> program;
    std::vector<Analysis> analyses;
    std::vector<baseline::ProtocolReport> reports;
};
CheckedTexts checkTexts(support::SourceMap& sources, const model::Library& library,
                        std::span<const Text> texts, const support::Date& date,
                        diagnostics::Sink& sink);

} // namespace meldc::driver
