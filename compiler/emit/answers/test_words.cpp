#include "emit/answers/test_words.h"

#include "diagnostics/phrases.h"

namespace meldc::emit {

namespace {

using diagnostics::phrase;
using diagnostics::Phrase;
using model::ConceptId;
using model::Modality;
using support::Localized;
using syntax::ExpectationKind;

Phrase modalityPhrase(Modality modality) {
    return modality == Modality::Must  ? Phrase::TestMust
           : modality == Modality::May ? Phrase::TestMay
                                       : Phrase::TestMayNot;
}

} // namespace

Localized expectedWords(const model::Vocabulary& vocabulary, const model::CaseDecl& declared) {
    std::vector<Localized> parts;
    for (const model::CaseExpectation& one : declared.expectations) {
        switch (one.kind) {
        case ExpectationKind::Consequence:
            parts.push_back(phrase(modalityPhrase(one.modality), vocabulary[one.consequence].name));
            break;
        case ExpectationKind::Nothing:
            parts.push_back(phrase(Phrase::TestNothing));
            break;
        case ExpectationKind::Undetermined:
            parts.push_back(phrase(Phrase::TestUndetermined));
            break;
        case ExpectationKind::Deferred:
            parts.push_back(phrase(Phrase::TestDeferred));
            break;
        }
    }
    const Localized all = diagnostics::joined(parts, ", ");
    return declared.exactly ? phrase(Phrase::TestExactly, all) : all;
}

Localized outcomeWords(const model::Vocabulary& vocabulary, const logic::Outcome& outcome) {
    std::vector<Localized> parts;
    const auto add = [&](const std::vector<ConceptId>& list, Modality modality) {
        for (const ConceptId id : list) {
            parts.push_back(phrase(modalityPhrase(modality), vocabulary[id].name));
        }
    };
    add(outcome.must, Modality::Must);
    add(outcome.may, Modality::May);
    add(outcome.mayNot, Modality::MayNot);
    if (outcome.undetermined) {
        parts.push_back(phrase(Phrase::TestUndetermined));
    }
    if (outcome.deferred) {
        parts.push_back(phrase(Phrase::TestDeferred));
    }
    return parts.empty() ? phrase(Phrase::TestNothing) : diagnostics::joined(parts, ", ");
}

Localized answerWord(model::Answer answer) {
    return phrase(answer == model::Answer::Yes  ? Phrase::StoryYes
                  : answer == model::Answer::No ? Phrase::StoryNo
                                                : Phrase::StoryDoubt);
}

} // namespace meldc::emit
