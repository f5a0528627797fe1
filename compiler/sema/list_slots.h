#pragma once

#include <string>
#include <vector>

#include "sema/levels.h"

/// Lines that make up one list, which a lower level replaces as a whole: ages, promises.
namespace meldc::sema {

/// The lines of this kind in a text, in whatever block; not drafts and those of one reading only.
std::vector<const syntax::Statement*> linesOf(const std::vector<syntax::Statement>& own, syntax::StatementKind kind);

/// Takes the lines of this kind that `level` inherits out of `statements`, in whatever block. Drafts
/// and those of one reading only stay.
std::vector<LevelStatement> takeInherited(std::vector<LevelStatement>& statements, syntax::StatementKind kind,
                                          std::uint32_t level);

/// Whether both lists have the same lines, in whatever order.
bool sayTheSame(const std::vector<const syntax::Statement*>& own, const std::vector<LevelStatement>& inherited);

/// All lines as they are written, with a semicolon between.
std::string textOf(const std::vector<const syntax::Statement*>& lines);
std::string textOf(const std::vector<LevelStatement>& lines);

}  // namespace meldc::sema
