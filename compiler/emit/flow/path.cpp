#include "emit/flow/path.h"

#include "baseline/story.h"
#include "diagnostics/phrases.h"
#include "emit/facts.h"
#include "model/world.h"

namespace meldc::emit::flow {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;
using support::Language;

Phrase wordOf(model::Answer answer) {
    return answer == model::Answer::Yes  ? Phrase::StoryYes
           : answer == model::Answer::No ? Phrase::StoryNo
                                         : Phrase::StoryDoubt;
}

Row endOf(const model::Vocabulary& vocabulary, const logic::Outcome& outcome, Language language) {
    Row row;
    row.isEnd = true;
    row.isHole = outcome.undetermined;
    std::vector<support::Localized> names;
    for (const model::ConceptId id : outcome.must) {
        names.push_back(vocabulary[id].label);
    }
    row.text = outcome.undetermined ? phrase(Phrase::FlowUndetermined).in(language)
               : outcome.deferred   ? phrase(Phrase::FlowDeferred).in(language)
               : names.empty()      ? phrase(Phrase::FlowThenNothing).in(language)
                                    : phrase(Phrase::FlowThen, baseline::listed(names)).in(language);
    // What must be done whatever comes of it.
    if ((outcome.undetermined || outcome.deferred) && !names.empty()) {
        row.sides.push_back({{}, phrase(Phrase::FlowThen, baseline::listed(names)).in(language), false});
    }
    return row;
}

} // namespace

Flow pathOf(const Decider& decider, const baseline::Counterexample& example, const std::string& title,
            Language language) {
    const model::Vocabulary& vocabulary = decider.library->vocabulary;
    const model::Protocol world = model::select(*decider.protocol, example.world);
    Flow flow;
    flow.title = title;
    flow.description = diagnostics::sentence(example.story).in(language);
    Row given;
    given.text = phrase(Phrase::FlowCase).in(language);
    given.isEnd = true;
    for (const model::FactId fact : factsToShow(vocabulary, world, example.facts)) {
        if (const logic::Value value = example.facts[fact]) {
            given.sides.push_back({{}, capital(baseline::clauseOf(vocabulary, fact, *value).in(language)), false});
        }
    }
    flow.rows.push_back(std::move(given));
    std::string answer;
    for (const logic::PathStep& step : example.walk.path) {
        flow.rows.back().arrows.push_back({flow.rows.size(), answer});
        const model::Question& question = world.questions[step.question];
        flow.rows.push_back({question.id + ". " + question.label, {}, {}, false, false});
        answer = phrase(wordOf(step.answer)).in(language);
    }
    flow.rows.back().arrows.push_back({flow.rows.size(), answer});
    flow.rows.push_back(endOf(vocabulary, example.walk.outcome, language));
    return flow;
}

Flow noPath(const std::string& title, Language language) {
    Flow flow;
    flow.title = title;
    flow.description = phrase(Phrase::FlowNoCase).in(language);
    flow.rows.push_back({flow.description, {}, {}, true, false});
    return flow;
}

} // namespace meldc::emit::flow
