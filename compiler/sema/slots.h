#pragma once

#include <optional>
#include <string>

#include "syntax/tree.h"

/// When two statements are about one thing, and when they say the same.
namespace meldc::sema {

/// Name of a statement that declares a thing (empty when there is one without a name); nothing for
/// the statements that declare none.
std::optional<std::string> keyOf(const syntax::Statement& statement);

/// The kind of thing: two kinds that stand for one thing in two forms are one.
syntax::StatementKind thingOf(syntax::StatementKind kind);

/// Statements that give a name; the others stand for the thing that has it.
bool givesName(syntax::StatementKind kind);

/// Statements with a block, in which two lines that differ can stand together.
bool isThing(syntax::StatementKind kind);

/// Statements of which an unnamed second one at the same level is no mistake: a code may apply its
/// framework in two steps.
bool mayRepeat(syntax::StatementKind kind);

/// The thing as it is written: "vraag 1", "beslissing a, b"; a line without a name is written whole.
std::string wordsOf(const syntax::Statement& statement);

/// Whether the statement `own` of a lower level takes the place of the inherited one: it fills the
/// same slot, or says word for word the same.
bool takesPlaceOf(const syntax::Statement& own, const syntax::Statement& inherited);

/// Whether both say the same, in whatever order they name things.
bool saysTheSame(const syntax::Statement& a, const syntax::Statement& b);

/// What the statement says, completed with what it leaves unsaid of what it inherits: the title, the
/// condition of a route, the name of a framework, the numbers of a contact, who has access to a
/// system. Without its block. With `vervang`: the title and the condition of a route only.
syntax::Statement completed(const syntax::Statement& own, const syntax::Statement& inherited);

/// Whether a statement of this kind says of each unit what that unit is itself: its kind, version,
/// organisation and days. Another value than the inherited one is no deviation.
bool identifiesUnit(syntax::StatementKind kind);

}  // namespace meldc::sema
