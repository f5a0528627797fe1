#include "model/condition.h"

#include <algorithm>

namespace meldc::model {

namespace {

template <class Visit>
void visitAll(const Condition& condition, const Visit& visit) {
    visit(condition);
    for (const Condition& operand : condition.operands) visitAll(operand, visit);
}

}  // namespace

std::vector<FactId> factsOf(const Condition& condition) {
    std::vector<FactId> facts;
    visitAll(condition, [&](const Condition& part) {
        if (part.kind == ConditionKind::Fact) facts.push_back(part.fact);
    });
    std::sort(facts.begin(), facts.end());
    facts.erase(std::unique(facts.begin(), facts.end()), facts.end());
    return facts;
}

bool holdsUnless(const Condition& condition) {
    if (condition.kind == ConditionKind::Not) {
        const Condition& inner = condition.operands.front();
        return inner.kind != ConditionKind::Not || holdsUnless(inner.operands.front());
    }
    return condition.kind == ConditionKind::And &&
           std::any_of(condition.operands.begin(), condition.operands.end(), holdsUnless);
}

bool testsDoubt(const Condition& condition) {
    bool found = false;
    visitAll(condition, [&](const Condition& part) {
        found = found || part.kind == ConditionKind::DoubtAbout ||
                part.kind == ConditionKind::Perhaps || part.kind == ConditionKind::AnyDoubt;
    });
    return found;
}

namespace {

/// Texts of the operands of a chain, with those of chains of the same kind inside it.
void addOperands(const Condition& condition, ConditionKind chain, std::vector<std::string>& texts) {
    if (condition.kind != chain) {
        texts.push_back(normalText(condition));
        return;
    }
    for (const Condition& operand : condition.operands) addOperands(operand, chain, texts);
}

}  // namespace

std::string normalText(const Condition& condition) {
    const bool isChain = condition.kind == ConditionKind::And || condition.kind == ConditionKind::Or;
    std::vector<std::string> texts;
    if (isChain) {
        addOperands(condition, condition.kind, texts);
        std::sort(texts.begin(), texts.end());
        texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
        if (texts.size() == 1) return texts.front();
    } else {
        for (const Condition& operand : condition.operands) {
            const bool isUndone = condition.kind == ConditionKind::Not && operand.kind == ConditionKind::Not;
            if (isUndone) return normalText(operand.operands.front());
            texts.push_back(normalText(operand));
        }
    }
    // The length before the words keeps brackets in them apart from those of the form.
    std::string text = std::to_string(static_cast<int>(condition.kind)) + "(" + std::to_string(condition.fact.value) +
                       ":" + std::to_string(condition.words.size()) + ":" + condition.words;
    for (const std::string& each : texts) text += "," + each;
    return text + ")";
}

std::vector<std::string> openTermsOf(const Condition& condition) {
    std::vector<std::string> terms;
    visitAll(condition, [&](const Condition& part) {
        if (part.kind == ConditionKind::OpenTerm &&
            std::find(terms.begin(), terms.end(), part.words) == terms.end()) {
            terms.push_back(part.words);
        }
    });
    return terms;
}

Condition noneOf(const std::vector<Condition>& conditions) {
    Condition none;
    none.kind = ConditionKind::And;
    for (const Condition& one : conditions) {
        Condition denied;
        denied.kind = ConditionKind::Not;
        denied.operands.push_back(one);
        none.operands.push_back(std::move(denied));
    }
    return none;
}

}  // namespace meldc::model
