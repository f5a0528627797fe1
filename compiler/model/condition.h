#pragma once

#include <string>
#include <vector>

#include "model/ids.h"
#include "support/span.h"
#include "syntax/tree.h"

namespace meldc::model {

using syntax::ConditionKind;

/// A condition over facts with its names resolved. Strong Kleene with no < doubt < yes.
struct Condition {
    ConditionKind kind = ConditionKind::Fact;
    support::Span span;
    FactId fact;
    /// OpenTerm: the words. Choice: who chooses and what, as one text. Equal texts are one variable.
    std::string words;
    std::vector<Condition> operands;
};

/// Facts that the condition reads, each once, in declared order.
std::vector<FactId> factsOf(const Condition& condition);
/// Whether the condition tests doubt (`twijfel`, `twijfel over`, `misschien`).
bool testsDoubt(const Condition& condition);
/// Whether it asks that something is not the case, alone or beside what else it asks: so a duty stands that is always
/// done, unless.
bool holdsUnless(const Condition& condition);
/// The condition in one normal form: operands sorted and each once, chains flattened, `niet niet` gone.
/// Equal texts mean the same under strong Kleene; conditions that mean the same by other laws may
/// still differ.
std::string normalText(const Condition& condition);
/// The open terms in the condition, in order of appearance.
std::vector<std::string> openTermsOf(const Condition& condition);
/// Holds where none of these does; they must be some.
Condition noneOf(const std::vector<Condition>& conditions);

}  // namespace meldc::model
