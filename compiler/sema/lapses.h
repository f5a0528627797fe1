#pragma once

#include <string>
#include <vector>

#include "sema/levels.h"

namespace meldc::sema {

/// What `vervalt` came upon.
struct Removal {
    /// The blocks in which it stands ("stap 4"; empty for the unit itself): more than one is a choice
    /// that the reader cannot make, and nothing was removed.
    std::vector<std::string> places;
    /// Name of the unit or framework that said it; nullptr: nothing was found.
    const std::string* from = nullptr;
};

/// Takes what `path` points at out of what `level` inherits. What is not there itself is looked for
/// in the blocks below: steps, frameworks, topics and others.
Removal removeLapsed(std::vector<LevelStatement>& statements, const std::vector<syntax::LapsePart>& path,
                     std::uint32_t level);

/// Whether the statement is the thing, or fills the slot, that this leg of a path or slot of a blank
/// names.
bool isMeant(const syntax::Statement& statement, const syntax::LapsePart& part);

/// Takes away the blanks that `level` inherits and of which it gives the slot, or drops it
/// (`lapses`). What is a draft, or holds in one reading only, fills nothing.
void fillBlanks(std::vector<LevelStatement>& statements, const std::vector<Lapsed>& lapses, std::uint32_t level);

/// The slots of the blanks in what is inherited.
std::vector<const syntax::LapsePart*> slotsOfBlanks(const std::vector<LevelStatement>& statements);

}  // namespace meldc::sema
