#pragma once

#include "diagnostics/sink.h"
#include "parser/parser.h"
#include "support/source_file.h"
#include "syntax/tree.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace meldc::parser::test {

/// A text that was read, with everything needed to look at the result.
struct Read {
    support::SourceMap sources;
    diagnostics::Sink sink;
    syntax::Document document;

    /// "MC1004@5:7" for each message, by place.
    [[nodiscard]] std::vector<std::string> codes() const;
    /// The sentences in Dutch, by place.
    [[nodiscard]] std::vector<std::string> sentences() const;
};

[[nodiscard]] Read read(std::string text);

/// The statement in a unit: `inUnit("rol a is b")`.
[[nodiscard]] std::string inUnit(std::string_view statements);

/// The same document with all places set to none, so that two texts can be compared by what they say.
[[nodiscard]] syntax::Document withoutPlaces(syntax::Document document);

/// The bytes of a file of the source tree.
[[nodiscard]] std::string contentOf(const std::filesystem::path& path);

/// Every .meld file of the source tree that is meant to be read without messages.
[[nodiscard]] std::vector<std::filesystem::path> sourceFiles();

} // namespace meldc::parser::test
