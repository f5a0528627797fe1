#pragma once

#include <optional>

#include "model/norm.h"
#include "sema/scope.h"
#include "syntax/tree.h"

namespace meldc::sema {

/// Resolves the names of a condition over facts; empty when one is unknown (reported).
std::optional<model::Condition> resolveCondition(const syntax::Condition& written, const Scope& scope);

/// Resolves the consequences of a goal.
std::optional<model::Goal> resolveGoal(const syntax::Goal& written, const Scope& scope);

/// Resolves how far a norm may accuse; who must judge is a kind of role.
model::CapFor resolveCap(const syntax::CapFor& written, const Scope& scope);

/// Resolves a test on the fields of `kind`: fields must be of that kind, names must be known
/// concepts or else words that only a protocol can know (a framework, an id).
std::optional<model::FieldCondition> resolveFieldCondition(const syntax::FieldCondition& written,
                                                           model::TableKind kind, const Scope& scope);

/// Resolves one requirement.
std::optional<model::Requirement> resolveRequirementIn(const syntax::Requirement& written, const Scope& scope);

/// Both conditions at once; when one is absent the other.
std::optional<model::Condition> both(std::optional<model::Condition> first, std::optional<model::Condition> second);
/// The opposite of a condition.
model::Condition negated(model::Condition condition);

}  // namespace meldc::sema
