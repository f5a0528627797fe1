#include "logic/condition_diagram.h"

namespace meldc::logic {

using model::ConditionKind;

Truth ConditionDiagrams::ofFact(model::FactId fact, const CountsFor* counting) {
    if (counting == nullptr) {
        return {diagrams_.test(fact.value, setOf(model::Answer::Yes)),
                diagrams_.test(fact.value, setOf(model::Answer::No))};
    }
    Truth surest{Node::No, Node::Yes};
    for (const auto source : (*counting)[fact.value]) {
        const auto one = ofFact(source, nullptr);
        surest.yes = diagrams_.either(surest.yes, one.yes);
        surest.no = diagrams_.both(surest.no, one.no);
    }
    return surest;
}

Truth ConditionDiagrams::ofTerm(const model::Condition& condition) {
    const auto isChoice = condition.kind == ConditionKind::Choice;
    const auto variable = diagrams_.factCount() + terms_.add(condition.words, isChoice);
    return {diagrams_.test(variable, setOf(model::Answer::Yes)),
            diagrams_.test(variable, setOf(model::Answer::No))};
}

Truth ConditionDiagrams::of(const model::Condition& condition, const CountsFor* counting) {
    switch (condition.kind) {
    case ConditionKind::Fact:
        return ofFact(condition.fact, counting);
    case ConditionKind::OpenTerm:
    case ConditionKind::Choice:
        return ofTerm(condition);
    case ConditionKind::AnyDoubt: {
        auto doubt = Node::No;
        for (const auto fact : reading_.questionFacts) {
            doubt =
                diagrams_.either(doubt, diagrams_.test(fact.value, setOf(model::Answer::Doubt)));
        }
        return {doubt, diagrams_.negate(doubt)};
    }
    case ConditionKind::And: {
        Truth all{Node::Yes, Node::No};
        for (const auto& operand : condition.operands) {
            const auto one = of(operand, counting);
            all = {diagrams_.both(all.yes, one.yes), diagrams_.either(all.no, one.no)};
        }
        return all;
    }
    case ConditionKind::Or: {
        Truth some{Node::No, Node::Yes};
        for (const auto& operand : condition.operands) {
            const auto one = of(operand, counting);
            some = {diagrams_.either(some.yes, one.yes), diagrams_.both(some.no, one.no)};
        }
        return some;
    }
    case ConditionKind::Not:
    case ConditionKind::DoubtAbout:
    case ConditionKind::Perhaps:
        break;
    }
    const auto inner = of(condition.operands.front(), counting);
    if (condition.kind == ConditionKind::Not) {
        return {inner.no, inner.yes};
    }
    if (condition.kind == ConditionKind::Perhaps) {
        return {diagrams_.negate(inner.no), inner.no};
    }
    const auto known = diagrams_.either(inner.yes, inner.no);
    return {diagrams_.negate(known), known};
}

void collectTerms(const model::Condition& condition, Terms& terms) {
    if (terms.all().size() > kMaxVariables) {
        return;
    }
    if (condition.kind == ConditionKind::OpenTerm || condition.kind == ConditionKind::Choice) {
        terms.add(condition.words, condition.kind == ConditionKind::Choice);
    }
    for (const auto& operand : condition.operands) {
        collectTerms(operand, terms);
    }
}

bool tooManyVariables(const model::Vocabulary& vocabulary, std::vector<model::FactId> facts,
                      const Terms& terms) {
    for (const auto& implication : vocabulary.implications) {
        facts.push_back(implication.from.fact);
        facts.push_back(implication.to.fact);
    }
    sortFacts(facts);
    return facts.size() > support::kMaxFacts || facts.size() + terms.all().size() > kMaxVariables;
}

Node consistency(Diagrams& diagrams, const model::Vocabulary& vocabulary) {
    auto all = Node::Yes;
    // Where the literal is at least as sure as `number`.
    const auto atLeast = [&](const model::Literal& literal, std::uint32_t number) {
        AnswerSet answers = kNoAnswer;
        for (std::uint32_t answer = 0; answer < kAnswerCount; ++answer) {
            if ((literal.negated ? 2 - answer : answer) >= number) {
                answers = static_cast<AnswerSet>(answers | setOf(answerAt(answer)));
            }
        }
        return diagrams.test(literal.fact.value, answers);
    };
    // Last first: the part of the diagram below stays as it is.
    for (auto implication = vocabulary.implications.rbegin();
         implication != vocabulary.implications.rend(); ++implication) {
        for (const std::uint32_t number : {1U, 2U}) {
            const auto broken = diagrams.without(atLeast(implication->from, number),
                                                 atLeast(implication->to, number));
            all = diagrams.without(all, broken);
        }
    }
    return all;
}

} // namespace meldc::logic
