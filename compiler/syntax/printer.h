#pragma once

#include "syntax/tree.h"

#include <string>

namespace meldc::syntax {

/// The document as source text in canonical layout: declarations by kind, one statement a line, two
/// blanks of indent, brackets only where they are needed. Reading the result gives an equal document
/// (places in the text aside); comments are not in the tree and so not in the text.
[[nodiscard]] std::string print(const Document& document);

/// A condition, requirement or statement alone, in the same spelling. A statement has no line feed
/// at its end, its block is included.
[[nodiscard]] std::string print(const Condition& condition);
[[nodiscard]] std::string print(const Requirement& requirement);
[[nodiscard]] std::string print(const Statement& statement);
/// One leg of the path to what lapses, or the slot of a blank, as the statement for it begins.
[[nodiscard]] std::string print(const LapsePart& part);
/// What a statement says, on one line: without its block, its places, and the words for a draft or for
/// replacing something.
[[nodiscard]] std::string printHead(const Statement& statement);

} // namespace meldc::syntax
