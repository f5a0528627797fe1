#pragma once

#include <string>
#include <string_view>
#include <vector>

/// The parts of written texts that carry meaning, to change one by one.
namespace meldc::test {

struct Atom {
    /// In what kind of place it stands: one of the same kind can take its place.
    std::string kind;
    std::string text;
    std::size_t at = 0;
};

/// Values of attributes and texts of elements, comments too; without positions of drawings and ids that nothing
/// refers to.
std::vector<Atom> xmlAtoms(const std::string& text);
/// Names and values; without positions of drawings.
std::vector<Atom> jsonAtoms(const std::string& text);
/// Words, signs, texts, and comments on lines of their own.
std::vector<Atom> programAtoms(const std::string& text, std::string_view comment, char quote);
/// Whole lines that hold no comment.
std::vector<Atom> lineAtoms(const std::string& text, std::string_view comment);
/// Cells between commas that stand in no quotation marks.
std::vector<Atom> cellAtoms(const std::string& text);

/// Leaves so many, spread over all.
void keepSome(std::vector<Atom>& atoms, std::size_t most);

} // namespace meldc::test
