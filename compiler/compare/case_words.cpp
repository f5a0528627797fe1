#include "compare/case_words.h"

#include "baseline/story.h"
#include "check/naming.h"
#include "diagnostics/phrases.h"

namespace meldc::compare {

using baseline::clauseOf;
using diagnostics::phrase;
using diagnostics::Phrase;
using model::Answer;

namespace {

std::vector<Localized> labelsOf(const model::Vocabulary& vocabulary, const std::vector<model::ConceptId>& ids) {
    std::vector<Localized> labels;
    for (const model::ConceptId id : ids) {
        labels.push_back(check::labelOf(vocabulary, id));
    }
    return labels;
}

Localized becomes(const Localized& before, const Localized& after) {
    if (before.isEmpty()) {
        return phrase(Phrase::ChangeComes, after);
    }
    return after.isEmpty() ? phrase(Phrase::ChangeGoes, before) : phrase(Phrase::ChangeBecomes, before, after);
}

/// The answers that a fact may have, in words.
Localized answersText(const model::Vocabulary& vocabulary, model::FactId fact, logic::AnswerSet answers) {
    if (answers == logic::kCrispAnswers) {
        return phrase(Phrase::GroupNoDoubt, check::labelOf(vocabulary, vocabulary[fact].concept_));
    }
    std::vector<Localized> clauses;
    for (const Answer answer : {Answer::Yes, Answer::Doubt, Answer::No}) {
        if (logic::holds(answers, logic::numberOf(answer))) {
            clauses.push_back(clauseOf(vocabulary, fact, answer));
        }
    }
    return clauses.size() == 1 ? clauses.front() : phrase(Phrase::ChangeBrackets, baseline::listed(clauses, true));
}

/// One side of a shift: what is demanded, then allowed, then forbidden, each of what changes.
Localized sideText(const model::Vocabulary& vocabulary, const logic::Shift& shift, bool isAfter) {
    std::vector<Localized> must;
    std::vector<Localized> may;
    std::vector<Localized> mayNot;
    for (const logic::Turn& turn : shift.turns) {
        const logic::Weight& standing = isAfter ? turn.after : turn.before;
        const Localized label = check::labelOf(vocabulary, turn.consequence);
        if (standing.must) must.push_back(label);
        if (standing.may) may.push_back(label);
        if (standing.mayNot) mayNot.push_back(label);
    }
    std::vector<Localized> parts;
    if (!must.empty()) parts.push_back(baseline::listed(must));
    if (!may.empty()) parts.push_back(phrase(Phrase::ChangeMay, baseline::listed(may)));
    if (!mayNot.empty()) parts.push_back(phrase(Phrase::ChangeMayNot, baseline::listed(mayNot)));
    return diagnostics::joined(parts, "; ");
}

} // namespace

Localized conditionText(const model::Vocabulary& vocabulary, const logic::Box& box) {
    std::vector<Localized> parts;
    for (const auto& [fact, answers] : box.answers) {
        parts.push_back(answersText(vocabulary, fact, answers));
    }
    return parts.empty() ? phrase(Phrase::ChangeAlways) : baseline::listed(parts);
}

Localized shiftText(const model::Vocabulary& vocabulary, const logic::Shift& shift) {
    std::vector<Localized> parts;
    if (!shift.turns.empty()) parts.push_back(becomes(sideText(vocabulary, shift, false), sideText(vocabulary, shift, true)));
    if (shift.isUndetermined) parts.push_back(phrase(Phrase::ChangeBecomesOpen));
    if (shift.wasUndetermined) parts.push_back(phrase(Phrase::ChangeBecomesSettled));
    if (shift.isDeferred) parts.push_back(phrase(Phrase::ChangeBegunWaiting));
    if (shift.wasDeferred) parts.push_back(phrase(Phrase::ChangeEndedWaiting));
    return diagnostics::joined(parts, "; ");
}

Localized outcomeText(const model::Vocabulary& vocabulary, const logic::Walk& walk) {
    const logic::Outcome& outcome = walk.outcome;
    std::vector<Localized> parts;
    if (!outcome.must.empty()) parts.push_back(baseline::listed(labelsOf(vocabulary, outcome.must)));
    if (!outcome.may.empty()) {
        parts.push_back(phrase(Phrase::ChangeMay, baseline::listed(labelsOf(vocabulary, outcome.may))));
    }
    if (!outcome.mayNot.empty()) {
        parts.push_back(phrase(Phrase::ChangeMayNot, baseline::listed(labelsOf(vocabulary, outcome.mayNot))));
    }
    if (outcome.deferred) parts.push_back(phrase(Phrase::ChangeWaits));
    if (outcome.undetermined) parts.push_back(phrase(Phrase::ChangeOpen));
    return parts.empty() ? phrase(Phrase::ChangeNothing) : diagnostics::joined(parts, "; ");
}

Localized guaranteeText(const model::Vocabulary& vocabulary, model::ConceptId consequence,
                        const std::vector<logic::Guarantee>& guarantees) {
    std::vector<Localized> conditions;
    for (const logic::Guarantee& each : guarantees) {
        if (each.consequence != consequence || !each.fact) {
            continue;
        }
        Localized clause = clauseOf(vocabulary, *each.fact, each.answer);
        if (const std::string& dutch = vocabulary[*each.fact].clause(each.answer); !dutch.empty()) {
            clause.nl = dutch;
        }
        conditions.push_back(phrase(Phrase::GuaranteeWhen, clause));
    }
    const Localized always = phrase(Phrase::GuaranteeAlways, check::labelOf(vocabulary, consequence));
    return conditions.empty() ? always : phrase(Phrase::ChangeWith, always, baseline::listed(conditions, true));
}

Localized countText(const logic::CaseTally& tally) {
    if (tally.inDoubt == 0) {
        return phrase(Phrase::GroupCountsCrisp, tally.crisp);
    }
    return tally.crisp == 0 ? phrase(Phrase::GroupCountsDoubt, tally.inDoubt)
                            : phrase(Phrase::GroupCounts, tally.crisp, tally.inDoubt);
}

Localized factsText(const model::Vocabulary& vocabulary, const logic::Example& example,
                    const std::vector<bool>& onTheWay) {
    std::vector<Localized> sentences;
    const auto say = [&](const Localized& text) {
        if (!text.isEmpty()) sentences.push_back(diagnostics::sentence(text));
    };
    std::vector<Localized> striking;
    std::vector<Localized> usual;
    std::vector<Localized> later;
    for (std::uint32_t index = 0; index < vocabulary.facts.size(); ++index) {
        const model::Fact& fact = vocabulary.facts[index];
        const Answer value = *example.given.values[index];
        const bool isStriking = value != fact.quiet();
        if (!isStriking && !onTheWay[index]) continue;
        auto& list = fact.knownLater ? later : isStriking ? striking : usual;
        list.push_back(clauseOf(vocabulary, model::FactId{index}, value));
    }
    if (striking.empty() && usual.empty() && later.empty()) say(phrase(Phrase::StoryQuiet));
    say(baseline::listed(striking));
    say(baseline::listed(usual));
    if (!later.empty()) say(phrase(Phrase::StoryLater, baseline::listed(later)));
    std::vector<Localized> premises;
    for (const logic::Assumed& each : example.assumed) {
        const Phrase id = each.isChoice ? (each.value ? Phrase::StoryChoiceYes : Phrase::StoryChoiceNo)
                                        : (each.value ? Phrase::StoryTermYes : Phrase::StoryTermNo);
        premises.push_back(phrase(id, each.words));
    }
    if (!premises.empty()) say(phrase(Phrase::StoryPremise, baseline::listed(premises)));
    return diagnostics::joined(sentences, " ");
}

} // namespace meldc::compare
