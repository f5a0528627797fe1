#pragma once

#include "model/library.h"
#include "pipeline/stages.h"
#include "support/date.h"

#include <memory>
#include <string>
#include <vector>

/// The standard library of the source tree and small helpers to run protocols against it.
namespace meldc::test {

/// A file with its path relative to the folder it was looked for in.
struct SourceText {
    std::string path;
    std::string bytes;
};

/// All .meld files below `folder`, sorted by path.
std::vector<SourceText> meldFilesBelow(const std::string& folder);

/// A library and the texts it came from.
struct CompiledLibrary {
    support::SourceMap sources;
    diagnostics::Sink sink;
    model::Library library;

    /// All messages in English, one a line; empty when there are none.
    [[nodiscard]] std::string messages() const;
};

/// Compiles files as a library; examples of norms among them are left out.
std::unique_ptr<CompiledLibrary> compile(const std::vector<SourceText>& files);

/// stdlib/ of the source tree, compiled once.
CompiledLibrary& standardLibrary();
/// The files of stdlib/ of the source tree.
const std::vector<SourceText>& standardFiles();

/// What check says of one unit, with all that its results point into.
struct Checked {
    pipeline::CheckedTexts texts;
    std::string messages;

    /// The result of a norm on the only protocol; null when date or sector did not select it.
    [[nodiscard]] const baseline::NormResult* result(const std::string& norm) const;
};

/// Runs check on the text of one unit, as of `date` (YYYY-MM-DD).
Checked check(CompiledLibrary& library, const std::string& text, const std::string& date);

/// A code for a primary school as the law wanted it until the end of 2018: either help or a report, no
/// framework. `statements`: what else it says.
std::string codeOf2017(const std::string& statements);

/// The word for a status in failure messages.
std::string nameOf(baseline::Status status);

/// The day of the tests: after all states of the sources that they depend on.
inline constexpr const char* kToday = "2026-06-01";

} // namespace meldc::test
