#include "logic/truth.h"

#include <algorithm>

namespace meldc::logic {

using model::ConditionKind;

namespace {

/// All results of `combine` on an answer of each set.
template <class Combine>
AnswerSet combineAll(AnswerSet a, AnswerSet b, const Combine& combine) {
    AnswerSet result = kNoAnswer;
    for (std::uint32_t first = 0; first < kAnswerCount; ++first) {
        for (std::uint32_t second = 0; second < kAnswerCount; ++second) {
            if (holds(a, first) && holds(b, second)) {
                result = static_cast<AnswerSet>(result | (1U << combine(first, second)));
            }
        }
    }
    return result;
}

constexpr auto kSurest = [](std::uint32_t a, std::uint32_t b) { return std::max(a, b); };
constexpr auto kLeastSure = [](std::uint32_t a, std::uint32_t b) { return std::min(a, b); };

AnswerSet crispSet(bool canBeNo, bool canBeYes) {
    return static_cast<AnswerSet>((canBeNo ? setOf(Answer::No) : 0) |
                                  (canBeYes ? setOf(Answer::Yes) : 0));
}

} // namespace

AnswerSet TruthReader::readFact(FactId fact, const CountsFor* counting,
                                const Domains& domains) const {
    if (counting == nullptr) {
        return domains[fact.value];
    }
    auto result = setOf(Answer::No);
    for (const auto source : (*counting)[fact.value]) {
        result = combineAll(result, domains[source.value], kSurest);
    }
    return result;
}

AnswerSet TruthReader::readAnyDoubt(const Domains& domains) const {
    bool canBeNo = true;
    bool canBeYes = false;
    for (const auto fact : reading_.questionFacts) {
        const auto domain = domains[fact.value];
        canBeNo = canBeNo && domain != setOf(Answer::Doubt);
        canBeYes = canBeYes || holds(domain, numberOf(Answer::Doubt));
    }
    return crispSet(canBeNo, canBeYes);
}

AnswerSet TruthReader::readTerm(const model::Condition& condition) const {
    const auto isYes =
        isAssumed(assumed_, condition.words, condition.kind == ConditionKind::Choice);
    return setOf(isYes ? Answer::Yes : Answer::No);
}

AnswerSet TruthReader::read(const model::Condition& condition, const CountsFor* counting,
                            const Domains& domains) const {
    switch (condition.kind) {
    case ConditionKind::Fact:
        return readFact(condition.fact, counting, domains);
    case ConditionKind::AnyDoubt:
        return readAnyDoubt(domains);
    case ConditionKind::OpenTerm:
    case ConditionKind::Choice:
        return readTerm(condition);
    case ConditionKind::And:
    case ConditionKind::Or: {
        const auto isAnd = condition.kind == ConditionKind::And;
        auto result = setOf(isAnd ? Answer::Yes : Answer::No);
        for (const auto& operand : condition.operands) {
            const auto one = read(operand, counting, domains);
            result = isAnd ? combineAll(result, one, kLeastSure) : combineAll(result, one, kSurest);
        }
        return result;
    }
    case ConditionKind::Not:
    case ConditionKind::DoubtAbout:
    case ConditionKind::Perhaps:
        break;
    }
    const auto inner = read(condition.operands.front(), counting, domains);
    const auto no = holds(inner, numberOf(Answer::No));
    const auto doubt = holds(inner, numberOf(Answer::Doubt));
    const auto yes = holds(inner, numberOf(Answer::Yes));
    if (condition.kind == ConditionKind::DoubtAbout) {
        return crispSet(no || yes, doubt);
    }
    if (condition.kind == ConditionKind::Perhaps) {
        return crispSet(no, doubt || yes);
    }
    return static_cast<AnswerSet>(crispSet(yes, no) | (doubt ? setOf(Answer::Doubt) : 0));
}

} // namespace meldc::logic
