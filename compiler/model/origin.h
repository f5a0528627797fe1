#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "support/span.h"
#include "syntax/parts.h"

/// Where a statement of a protocol comes from: its place in the text, in a document, and its worlds.
namespace meldc::model {

using support::Span;
using syntax::LineRange;

/// Where in a source document a statement was found, with the document's name filled in.
struct Place {
    std::string document;
    std::vector<LineRange> lines;
    std::string heading;
    std::optional<std::uint32_t> alinea;
};

/// "Only under this reading of this ambiguous sentence."
struct Guard {
    std::uint32_t ambiguity = 0;
    std::uint32_t reading = 0;

    friend bool operator==(const Guard&, const Guard&) = default;
};

/// "One of several statements on a slot that takes one": its group and which value it gives.
struct Variant {
    std::uint32_t group = 0;
    std::uint32_t value = 0;
};

/// Where a statement comes from and in which worlds it counts.
struct Origin {
    Span span;
    std::vector<Place> places;
    std::vector<Guard> guards;
    std::optional<Variant> variant;
    /// Marked as a draft: satisfies and violates nothing.
    bool draft = false;
    /// Number of levels above the unit it was written in: 0 = its own text, 1 = what it follows …
    std::uint32_t level = 0;
    /// Its level says this in place of something else that it inherits.
    bool replaces = false;
};

}  // namespace meldc::model
