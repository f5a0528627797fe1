#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Formulas in the language SMT-LIB 2.6 (smt-lib.org), as text.
namespace meldc::emit::smt {

/// A name of any characters, between bars. What the language has no place for becomes a low line.
[[nodiscard]] std::string symbol(std::string_view words);
/// The names between bars in a formula, in their order, with repeats.
[[nodiscard]] std::vector<std::string_view> symbolsIn(std::string_view formula);
/// All of them; "true" for none.
[[nodiscard]] std::string allOf(const std::vector<std::string>& formulas);
/// One of them at least; "false" for none.
[[nodiscard]] std::string anyOf(const std::vector<std::string>& formulas);
[[nodiscard]] std::string negated(const std::string& formula);
/// (name argument …), or the name alone.
[[nodiscard]] std::string applied(const std::string& name, const std::vector<std::string>& arguments);
/// Lines of a comment, none wider than a hundred columns when its words allow it.
[[nodiscard]] std::string comment(std::string_view text);
/// A command on a line of its own, or on several when it is wider than a hundred columns: what stands between
/// brackets is indented below what it belongs to.
[[nodiscard]] std::string laidOut(std::string_view command);

} // namespace meldc::emit::smt
