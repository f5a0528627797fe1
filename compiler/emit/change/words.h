#pragma once

#include "diagnostics/phrases.h"
#include "emit/change/change.h"

/// What effects, aspects and counts are called in a report of changes.
namespace meldc::emit {

[[nodiscard]] support::Localized nameOf(compare::Effect effect);
[[nodiscard]] support::Localized nameOf(compare::Aspect aspect);
/// "2 worden minder beschermd".
[[nodiscard]] support::Localized countOf(compare::Effect effect, logic::CaseCount cases);
/// "was a, wordt b" for one aspect.
[[nodiscard]] support::Localized told(const compare::AspectChange& change);
/// How two versions were compared: what was counted, by which law. Sentences.
[[nodiscard]] std::vector<support::Localized> accountOf(const ChangeReport& report, const ComparedProtocol& compared);
/// A verdict that changes, with the title of its norm.
[[nodiscard]] support::Localized told(const compare::VerdictChange& change);

} // namespace meldc::emit
