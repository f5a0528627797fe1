#include "emit/sentences/sentences.h"

#include <algorithm>

/// Who does what: duties, and the statements that name people.
namespace meldc::emit {

namespace {

using diagnostics::dutch;
using diagnostics::SentencePart;

std::string timingText(const syntax::Timing& timing) {
    const std::string amount = std::to_string(timing.amount);
    const bool isOne = timing.amount == 1;
    switch (timing.kind) {
    case syntax::TimingKind::Directly:
        return dutch(SentencePart::Directly);
    case syntax::TimingKind::Hours:
        return dutch(SentencePart::WithinHours, amount);
    case syntax::TimingKind::Days:
        return dutch(isOne ? SentencePart::WithinDay : SentencePart::WithinDays, amount);
    case syntax::TimingKind::WorkingDays:
        return dutch(isOne ? SentencePart::WithinWorkingDay : SentencePart::WithinWorkingDays, amount);
    case syntax::TimingKind::Weeks:
        return dutch(isOne ? SentencePart::WithinWeek : SentencePart::WithinWeeks, amount);
    }
    return {};
}

/// What people are or do, in one form for one and one for several.
struct SlotWords {
    SentencePart one;
    SentencePart many;
};

SlotWords wordsOf(ActorSlot slot) {
    switch (slot) {
    case ActorSlot::StepPerformer:
        return {SentencePart::PerformsStep, SentencePart::PerformStep};
    case ActorSlot::QuestionPerformer:
        return {SentencePart::PerformsQuestion, SentencePart::PerformQuestion};
    case ActorSlot::TopicPerformer:
        return {SentencePart::PerformsTopic, SentencePart::PerformTopic};
    case ActorSlot::Owner:
        return {SentencePart::Owns, SentencePart::Own};
    case ActorSlot::Decider:
        return {SentencePart::Decides, SentencePart::Decide};
    case ActorSlot::Reporter:
        return {SentencePart::Reports, SentencePart::Report};
    }
    return {SentencePart::PerformsStep, SentencePart::PerformStep};
}

} // namespace

std::string Sentences::of(const model::Task& task) const {
    Clause clause;
    clause.subject = nouns_.subject(task.actor);
    const auto isToReader = [&](const std::vector<model::Ref>& refs) {
        return std::any_of(refs.begin(), refs.end(), [&](const model::Ref& ref) {
            return nouns_.of(ref).text == dutch(SentencePart::You);
        });
    };
    // Whom a wider group tells something does not tell it to themselves.
    if (clause.subject.isReader && (isToReader(task.objects) || isToReader(task.with) || isToReader(task.to))) {
        clause.subject = Nouns(vocabulary_, protocol_).subject(task.actor);
    }
    clause.modality = task.modality;
    clause.predicates = predicatesOf(vocabulary_, nouns_, task.action, task.objects, task.oneOfObjects);
    clause.complements = {nouns_.listOf(task.in, true), nouns_.listOf(task.with, task.oneOfWith),
                          nouns_.listOf(task.to, task.oneOfTo), nouns_.listOf(task.about)};
    if (task.timing) {
        clause.moments.push_back(timingText(*task.timing));
    }
    if (!task.beforeStep.empty()) {
        clause.moments.push_back(dutch(SentencePart::BeforeStep, task.beforeStep));
    }
    if (!task.afterStep.empty()) {
        clause.moments.push_back(dutch(SentencePart::AfterStep, task.afterStep));
    }
    if (task.behalfOfOrganisation) {
        clause.moments.push_back(dutch(SentencePart::Behalf, dutch(SentencePart::TheOrganisation)));
    } else if (task.behalf) {
        clause.moments.push_back(dutch(SentencePart::Behalf, nouns_.of(*task.behalf).text));
    }
    if (task.condition) {
        clause.condition = conditions_.words(*task.condition);
    }
    clause.openTerms = task.openTerms;
    std::string text = sentenceOf(clause);
    if (!task.returnTo.empty()) {
        text += " " + dutch(SentencePart::BackToQuestion, task.returnTo);
    }
    return text;
}

std::string Sentences::of(const model::ActorStatement& statement, ActorSlot slot) const {
    const SlotWords words = wordsOf(slot);
    Clause clause;
    clause.subject = nouns_.subject(statement.actor);
    const SentencePart one = clause.subject.isReader && slot == ActorSlot::Owner ? SentencePart::YouOwn : words.one;
    clause.predicates = {predicateOf(dutch(one), dutch(words.many), {}, {})};
    if (statement.behalf) {
        clause.moments.push_back(dutch(SentencePart::Behalf, dutch(SentencePart::TheOrganisation)));
    }
    return sentenceOf(clause);
}

std::string Sentences::participant(const model::Involvement& statement) const {
    Clause clause;
    clause.subject = nouns_.subject(statement.who, statement.oneOf);
    clause.modality = statement.modality;
    clause.predicates = {predicateOf(dutch(SentencePart::TakesPart), dutch(SentencePart::TakePart),
                                     dutch(SentencePart::ToTakePart),
                                     dutch(SentencePart::NotToTakePart))};
    if (statement.condition) {
        clause.condition = conditions_.words(*statement.condition);
    }
    return sentenceOf(clause);
}

std::string Sentences::consult(const model::Involvement& statement,
                               const std::vector<model::ActorStatement>& performers) const {
    Clause clause;
    // Named only when there is no doubt who it is.
    if (performers.size() == 1 && performers.front().actor.kind == syntax::PerformerKind::Named) {
        clause.subject = nouns_.subject(performers.front().actor);
    } else {
        clause.subject = {dutch(SentencePart::WhoDoesThis), false, {}, false};
    }
    clause.modality = statement.modality;
    for (std::uint32_t i = 0; i < vocabulary_.concepts.size(); ++i) {
        if (vocabulary_.concepts[i].consults) {
            clause.predicates = predicatesOf(vocabulary_, nouns_, model::ConceptId{i}, statement.who,
                                             statement.oneOf);
            break;
        }
    }
    if (clause.predicates.empty()) {
        const std::string who = nouns_.listOf(statement.who, statement.oneOf);
        clause.predicates = {predicateOf(dutch(SentencePart::Asks, who), dutch(SentencePart::AskMany, who),
                                         dutch(SentencePart::Ask, who),
                                         dutch(SentencePart::NotToAsk, who))};
    }
    if (statement.condition) {
        clause.condition = conditions_.words(*statement.condition);
    }
    return sentenceOf(clause);
}

} // namespace meldc::emit
