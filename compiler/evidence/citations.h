#pragma once

#include "evidence/headings.h"
#include "model/protocol.h"

#include <map>
#include <vector>

namespace meldc::evidence {

/// For what a protocol names a place of a document.
enum class Use : std::uint8_t {
    /// A statement was taken over from it.
    Statement,
    /// It was read, and holds nothing to take over.
    Read,
    /// Something was looked for there, and is absent.
    Search
};

/// One place that a protocol names, with the statement that names it.
struct Citation {
    Use use = Use::Statement;
    model::Origin origin;
    model::Place place;
};

/// All places that a protocol names in its documents, each place of a statement once, in the order
/// of the file.
[[nodiscard]] std::vector<Citation> citationsOf(const model::Protocol& protocol);

/// Where a heading with its paragraph stands.
struct HeadingPlace {
    /// The lines that are this heading; one: it was found.
    std::vector<std::uint32_t> headings;
    /// The paragraph cited; without one in the citation: the heading and the first paragraph below
    /// it. Absent when there is no such paragraph.
    std::optional<LineRange> passage;

    [[nodiscard]] bool isFound() const { return headings.size() == 1 && passage.has_value(); }
};

/// Looks up the headings that a protocol cites, each text's outline made once and only when it is
/// needed.
class HeadingFinder {
public:
    /// `place` cites a heading of `text`.
    [[nodiscard]] HeadingPlace find(const Text& text, const model::Place& place);

private:
    std::map<const Text*, Outline> outlines_;
};

} // namespace meldc::evidence
