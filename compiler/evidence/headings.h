#pragma once

#include "evidence/text.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace meldc::evidence {

/// Headings and paragraphs of a text. Paragraphs are lines with text behind one another, with lines
/// without text between them; a heading right above a paragraph is no part of it.
class Outline {
public:
    explicit Outline(const Text& text);

    /// The lines that are this heading: equal to it but for blanks, a number before it ("2.1") and
    /// the marks of Markdown. Lines that are equal without these come instead of those that are
    /// not.
    [[nodiscard]] std::vector<std::uint32_t> findHeading(std::string_view heading) const;

    /// Paragraph `number` (from 1) below a line. Nothing when there are fewer.
    [[nodiscard]] std::optional<LineRange> paragraphBelow(std::uint32_t line,
                                                          std::uint32_t number) const;

private:
    using Lines = std::unordered_map<std::string, std::vector<std::uint32_t>>;
    /// By the line itself, and by what is left of it without number and marks.
    Lines same_;
    Lines alike_;
    Ranges paragraphs_;
};

} // namespace meldc::evidence
