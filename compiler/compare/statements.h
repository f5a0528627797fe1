#pragma once

#include <vector>

#include "compare/entries.h"

/// What was written, told as what changed: duties that move, things that appear or vanish.
namespace meldc::compare {

enum class ChangeKind : std::uint8_t { Appeared, Vanished, Changed, Renamed };

/// One aspect of a thing that two versions say differently.
struct AspectChange {
    Aspect aspect = Aspect::Value;
    /// What is gone and what came, in words; what stays is left out.
    std::vector<Localized> before;
    std::vector<Localized> after;
};

/// One thing that two versions say differently.
struct StatementChange {
    ChangeKind kind = ChangeKind::Changed;
    Thing thing = Thing::Duty;
    /// What it is called: in the new version, or in the old one when it vanished.
    Localized title;
    /// Renamed: what it was called.
    Localized formerTitle;
    /// Where a duty stands, when that did not change.
    Localized place;
    std::vector<AspectChange> aspects;
    /// Whether anyone must or may do something else because of it.
    bool bearsMeaning = true;
    /// The statements; null when there is none.
    const model::Origin* before = nullptr;
    const model::Origin* after = nullptr;
    /// Of a duty.
    const model::Task* taskBefore = nullptr;
    const model::Task* taskAfter = nullptr;
};

/// Changes of statements, by kind of thing, in the order of the new version, with what vanished behind.
std::vector<StatementChange> statementChanges(const model::Vocabulary& oldVocabulary, const model::Protocol& before,
                                              const model::Vocabulary& newVocabulary, const model::Protocol& after);

} // namespace meldc::compare
