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

bool testsDoubt(const Condition& condition) {
    bool found = false;
    visitAll(condition, [&](const Condition& part) {
        found = found || part.kind == ConditionKind::DoubtAbout ||
                part.kind == ConditionKind::Perhaps || part.kind == ConditionKind::AnyDoubt;
    });
    return found;
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

}  // namespace meldc::model
