#include "emit/sentences/sentences.h"

#include <algorithm>

/// Steps, questions and the framework around them.
namespace meldc::emit {

namespace {

using diagnostics::dutch;
using diagnostics::SentencePart;

std::string answerText(model::Answer answer) {
    return dutch(answer == model::Answer::Yes  ? SentencePart::Yes
                 : answer == model::Answer::No ? SentencePart::No
                                               : SentencePart::Doubt);
}

/// Whether a condition holds whatever the doubt is about.
bool holdsInAnyDoubt(const model::Condition& condition) {
    return condition.kind == model::ConditionKind::AnyDoubt ||
           (condition.kind == model::ConditionKind::Or &&
            std::any_of(condition.operands.begin(), condition.operands.end(), holdsInAnyDoubt));
}

std::string rangesText(const std::vector<model::LineRange>& ranges) {
    std::vector<std::string> items;
    for (const model::LineRange& range : ranges) {
        const std::string first = std::to_string(range.first);
        items.push_back(range.last > range.first
                            ? dutch(SentencePart::RangeOfSteps, first, std::to_string(range.last))
                            : first);
    }
    return listed(items);
}

} // namespace

std::string Sentences::of(const model::Step& step) const {
    return dutch(SentencePart::StepHead, step.id, step.label);
}

std::string Sentences::of(const model::StepOrder& order) const {
    return dutch(order.after ? SentencePart::StepAfter : SentencePart::StepBefore, order.step);
}

std::string Sentences::stepFunction(const model::NamesStatement& statement) const {
    return dutch(SentencePart::StepFunction, nouns_.labels(statement.names));
}

std::string Sentences::of(const model::Question& question) const {
    return dutch(SentencePart::QuestionHead, question.id, question.label);
}

std::string Sentences::clause(const model::Condition& condition) const {
    const ConditionWords words = conditions_.words(condition);
    return words.clause + (words.clause.empty() || words.cases.empty() ? "" : ", ") + words.cases;
}

std::string Sentences::framed(SentencePart when, SentencePart inCase,
                              const model::Condition& condition) const {
    const ConditionWords words = conditions_.words(condition);
    if (words.clause.empty()) {
        return dutch(inCase, words.cases);
    }
    return dutch(when, words.clause + (words.cases.empty() ? "" : ", " + words.cases));
}

std::string Sentences::yesWhen(const model::ConditionStatement& statement) const {
    return framed(SentencePart::YesWhen, SentencePart::YesInCase, statement.condition);
}

std::string Sentences::of(const model::RestsOn& statement) const {
    return dutch(SentencePart::RestsOn, rangesText(statement.steps));
}

Clause Sentences::ours(model::Modality modality, model::ConceptId consequence) const {
    Clause clause;
    clause.subject = {dutch(SentencePart::We), true, {}, false};
    clause.modality = modality;
    clause.predicates = predicatesOf(vocabulary_, nouns_, consequence, {}, false);
    return clause;
}

/// Where an answer leads, without a capital and a period; empty: nowhere.
std::string Sentences::ways(const model::Edge& edge, bool hasEffects) const {
    std::string text;
    const bool isQuestion = edge.target == model::TargetKind::Question;
    if (!edge.step.empty() && isQuestion) {
        text = dutch(SentencePart::OnToQuestionOfStep, edge.step, edge.question);
    } else if (!edge.step.empty()) {
        text = dutch(SentencePart::OnToStep, edge.step);
    } else if (isQuestion) {
        text = dutch(SentencePart::OnToQuestion, edge.question);
    } else if (edge.target == model::TargetKind::Wait) {
        text = dutch(SentencePart::WaitForAnswer);
    } else if (edge.target == model::TargetKind::End && !hasEffects) {
        text = dutch(SentencePart::ItEnds);
    }
    if (!text.empty() && !edge.together.empty()) {
        text = dutch(SentencePart::TogetherWith, text, nouns_.listOf(edge.together));
    }
    return text;
}

std::string Sentences::of(const model::Edge& edge) const {
    const std::string at = dutch(SentencePart::AtAnswer, answerText(edge.answer));
    std::vector<std::string> must;
    std::vector<std::string> others;
    for (const model::Effect& effect : edge.effects) {
        Clause clause = ours(effect.modality, effect.consequence);
        if (effect.modality == model::Modality::Must) {
            must.push_back(invertedOf(clause));
        } else {
            clause.first = at;
            others.push_back(sentenceOf(clause));
        }
    }
    std::string text;
    if (!must.empty()) {
        text = at + " " + listed(must) + ".";
    }
    for (const std::string& other : others) {
        text += (text.empty() ? "" : " ") + other;
    }
    if (const std::string on = ways(edge, !text.empty()); !on.empty()) {
        text += (text.empty() ? at : " " + dutch(SentencePart::Then)) + " " + on + ".";
    }
    if (edge.target == model::TargetKind::Open) {
        text += (text.empty() ? "" : " ") + dutch(SentencePart::OnIsOpen, edge.openTerm);
    }
    return text;
}

std::string Sentences::hole(const model::Question& question, model::Answer answer) const {
    if (answer != model::Answer::Doubt) {
        return dutch(SentencePart::NothingFollows, answerText(answer));
    }
    // What must be done in any doubt; in the step of the question, when there is any.
    std::vector<const model::Task*> duties;
    bool isInStep = false;
    for (const model::Task& task : protocol_.tasks) {
        const bool isSettled = task.modality == model::Modality::Must && task.origin.guards.empty() && !task.origin.draft;
        if (!isSettled || !task.condition || !holdsInAnyDoubt(*task.condition)) {
            continue;
        }
        const bool isHere = task.home.kind == model::HomeKind::Step && question.step.isValid() &&
                            task.home.index == question.step.value;
        if (isHere && !isInStep) {
            duties.clear();
            isInStep = true;
        }
        if (isHere || !isInStep) {
            duties.push_back(&task);
        }
    }
    std::string text;
    for (const model::Task* duty : duties) {
        text += of(*duty) + " ";
    }
    return text + (duties.empty() ? dutch(SentencePart::NothingFollows, answerText(answer))
                                  : dutch(SentencePart::NothingFurther));
}

std::string Sentences::of(const model::FrameworkUse& use) const {
    if (!use.openTerm.empty()) {
        return use.candidates.empty()
                   ? dutch(SentencePart::FrameworkOpen, use.openTerm)
                   : dutch(SentencePart::FrameworkChoice, use.openTerm, listed(use.candidates, true));
    }
    if (use.name.empty()) {
        return dutch(SentencePart::FrameworkOwn);
    }
    const model::FrameworkDecl* framework = library_.findFramework(use.name);
    const std::string& label = framework == nullptr ? use.name : framework->label;
    return use.version.empty() ? dutch(SentencePart::FrameworkNamed, label)
                               : dutch(SentencePart::FrameworkVersion, label, use.version);
}

std::string Sentences::frameworkGrounds(const model::NamesStatement& statement) const {
    std::vector<std::string> clauses;
    for (const model::ConceptId name : statement.names) {
        const model::FactId fact = vocabulary_.findFact(vocabulary_[name].name);
        if (fact.isValid() && !vocabulary_[fact].clause(model::Answer::Yes).empty()) {
            clauses.push_back(vocabulary_[fact].clause(model::Answer::Yes));
        }
    }
    return clauses.size() == statement.names.size()
               ? dutch(SentencePart::FrameworkGroundsThat, listed(clauses, true))
               : dutch(SentencePart::FrameworkGrounds, nouns_.labels(statement.names, true));
}

std::string Sentences::of(const model::CountsAs& statement) const {
    model::Condition fact;
    fact.fact = statement.fact;
    return dutch(SentencePart::CountsAs, conditions_.words(fact).clause,
                 vocabulary_[vocabulary_[statement.as].concept_].label.nl);
}

} // namespace meldc::emit
