#include "api/parts.h"
#include "api/told.h"
#include "emit/answers/decide_json.h"
#include "emit/facts.h"
#include "emit/notices.h"
#include "emit/words.h"
#include "pipeline/case_reader.h"

namespace meldc {

namespace {

/// JSON text of the id of a case that has none.
constexpr std::string_view kNoId = "null";

model::Answer answerOf(Answer answer) {
    return answer == Answer::Yes  ? model::Answer::Yes
           : answer == Answer::No ? model::Answer::No
                                  : model::Answer::Doubt;
}

Answer answerOf(model::Answer answer) {
    return answer == model::Answer::Yes  ? Answer::Yes
           : answer == model::Answer::No ? Answer::No
                                         : Answer::Doubt;
}

/// Makes a decision of an answer.
class Teller {
public:
    Teller(const api::Unit& unit, const emit::Decider& decider) : unit_(unit), decider_(decider) {}

    [[nodiscard]] Decision decision(const emit::Answer& answer) const {
        Decision decision;
        fill(decision, answer.certain, answer.path, 0);
        if (answer.next.isValid()) {
            decision.next = next(answer);
        }
        for (const model::Norm* norm : answer.grounds) {
            decision.grounds.push_back(norm->id);
        }
        for (const std::size_t index : answer.conflicts) {
            decision.conflicts.push_back(decider_.protocol->meldnormen[index].id);
        }
        for (const logic::Term& term : answer.dependsOn) {
            decision.dependsOn.push_back(term.words);
        }
        if (answer.readings.size() > 1) {
            for (const emit::ReadingAnswer& one : answer.readings) {
                Reading reading;
                fill(reading, one.outcome, one.path, one.worlds.front());
                reading.worlds = one.worlds.size();
                decision.readings.push_back(std::move(reading));
            }
        }
        decision.truncated = answer.truncated;
        decision.json = emit::decideJson(unit_.sources, decider_, answer, kNoId, {}, unit_.language);
        return decision;
    }

private:
    [[nodiscard]] Place placeOf(const model::Question& question) const {
        return api::placeOf(emit::placeOf(unit_.sources, question.origin.span));
    }

    [[nodiscard]] std::vector<std::string> namesOf(const std::vector<model::ConceptId>& concepts) const {
        std::vector<std::string> names;
        for (const model::ConceptId id : concepts) {
            names.push_back(decider_.library->vocabulary[id].name);
        }
        return names;
    }

    void fill(Outcome& told, const logic::Outcome& outcome, const std::vector<logic::PathStep>& path,
              std::size_t world) const {
        told.consequences = namesOf(outcome.must);
        told.allowed = namesOf(outcome.may);
        told.forbidden = namesOf(outcome.mayNot);
        told.undetermined = outcome.undetermined;
        told.deferred = outcome.deferred;
        for (const logic::PathStep& step : path) {
            const model::Question& question = (*decider_.selected)[world].questions[step.question];
            told.path.push_back({question.id, answerOf(step.answer), placeOf(question)});
        }
    }

    [[nodiscard]] NextQuestion next(const emit::Answer& answer) const {
        NextQuestion next;
        next.fact = decider_.library->vocabulary.nameOf(answer.next);
        if (answer.question >= 0) {
            const model::Question& question =
                (*decider_.selected)[answer.questionWorld].questions[static_cast<std::size_t>(answer.question)];
            next.question = question.id;
            next.label = question.label;
            next.place = placeOf(question);
        }
        return next;
    }

    const api::Unit& unit_;
    const emit::Decider& decider_;
};

} // namespace

Decider::Decider(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}

std::vector<FactInfo> Decider::facts() const {
    const model::Vocabulary& vocabulary = impl_->decider.library->vocabulary;
    std::vector<FactInfo> facts;
    for (const model::FactId id : emit::factsRead(vocabulary, *impl_->decider.protocol)) {
        const model::Fact& fact = vocabulary[id];
        facts.push_back({vocabulary.nameOf(id), vocabulary[fact.concept_].label.in(impl_->unit->language),
                         fact.knownLater});
    }
    return facts;
}

std::vector<std::string> Decider::notices() const {
    return api::sentencesOf(emit::noticesOf(impl_->decider.currency), impl_->unit->language);
}

Result<Decision> Decider::decide(std::span<const Fact> facts) const {
    const support::Language language = impl_->unit->language;
    return api::guarded(language, [&]() -> Result<Decision> {
        std::vector<pipeline::GivenFact> given;
        for (const Fact& fact : facts) {
            given.push_back({fact.name, answerOf(fact.answer)});
        }
        const pipeline::ReadCase read = pipeline::caseOf(given, impl_->decider.library->vocabulary);
        if (read.error) {
            return std::vector{api::messageOf(*read.error, language)};
        }
        return Teller(*impl_->unit, impl_->decider).decision(emit::answer(impl_->decider, read.facts));
    });
}

Result<Decision> Decider::decide(std::initializer_list<Fact> facts) const {
    return decide(std::span<const Fact>(facts.begin(), facts.size()));
}

std::string Decider::decideLine(std::string_view line) const {
    const support::Language language = impl_->unit->language;
    std::string id(kNoId);
    return api::guarded(
        [&] {
            const pipeline::ReadCase read = pipeline::readCaseJson(line, impl_->decider.library->vocabulary);
            id = read.id;
            return read.error ? emit::decideError(*read.error, id, language)
                              : emit::decideJson(impl_->unit->sources, impl_->decider,
                                                 emit::answer(impl_->decider, read.facts), id, {}, language);
        },
        [&](const diagnostics::Diagnostic& failed) { return emit::decideError(failed, id, language); });
}

} // namespace meldc
