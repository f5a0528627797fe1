#pragma once

#include "baseline/result.h"
#include "evidence/quotes.h"
#include "model/origin.h"
#include "support/localized.h"
#include "support/source_file.h"

#include <span>
#include <string>
#include <vector>

namespace meldc::emit {

/// How files are told: by the path that they were opened by, or by their name alone, which is the same
/// wherever the folder stands.
enum class FileNames : std::uint8_t { Paths, Names };

/// "protocol.meld" of "a/b/protocol.meld". What is no path stays as it is: a part of the library.
[[nodiscard]] std::string nameOfFile(const std::string& path);

/// One place of a finding: where it is encoded and, if it was taken from a document, where there.
struct At {
    std::string file;
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    /// The line there as it is written, without its place and what opens a block.
    std::string statement = {};
    /// Name of the document; empty: the text was written here.
    std::string document;
    /// Lines in it ("345-347, 350") or a heading; empty: the document as a whole.
    std::string place;
    /// What it says there, when the documents were opened.
    evidence::Quotation quotation = {};

    bool operator==(const At&) const = default;
    /// "protocol.meld:12:3"
    [[nodiscard]] std::string inFile() const;
};

/// The places of some passages, each once, in their order. Passages without a place give none.
/// `quotes`: what the documents say there; null: they were not opened.
[[nodiscard]] std::vector<At> placesOf(const support::SourceMap& sources,
                                       std::span<const baseline::Evidence> evidence,
                                       const evidence::Quotes* quotes = nullptr,
                                       FileNames names = FileNames::Paths);
/// The same for a statement.
[[nodiscard]] std::vector<At> placesOf(const support::SourceMap& sources,
                                       const model::Origin& origin,
                                       const evidence::Quotes* quotes = nullptr);
/// The place of a span, without a document; line 0 when it has none.
[[nodiscard]] At placeOf(const support::SourceMap& sources, support::Span span,
                         FileNames names = FileNames::Paths);

/// "345-347, 350", or the heading.
[[nodiscard]] std::string locatorOf(const model::Place& place);

/// "protocol, regel 345-347": in the document alone; only for a place in one.
[[nodiscard]] support::Localized placeText(const At& at);

/// "protocol.meld:12:3 (protocol, regel 345-347)".
[[nodiscard]] support::Localized told(const At& at);

} // namespace meldc::emit
