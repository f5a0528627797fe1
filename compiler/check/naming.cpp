#include "check/naming.h"

#include "diagnostics/phrases.h"

namespace meldc::check {

using diagnostics::phrase;
using diagnostics::Phrase;

support::Localized answerName(model::Answer answer) {
    switch (answer) {
    case model::Answer::Yes:
        return phrase(Phrase::StoryYes);
    case model::Answer::No:
        return phrase(Phrase::StoryNo);
    case model::Answer::Doubt:
        break;
    }
    return phrase(Phrase::StoryDoubt);
}

support::Localized labelOf(const model::Vocabulary& vocabulary, model::ConceptId id) {
    const auto& known = vocabulary[id];
    support::Localized label = known.label;
    label.nl = label.nl.empty() ? known.name : label.nl;
    label.en = label.en.empty() ? label.nl : label.en;
    return label;
}

} // namespace meldc::check
