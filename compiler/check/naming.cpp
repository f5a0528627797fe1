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
    return vocabulary[id].label;
}

support::Localized labelOf(const model::Vocabulary& vocabulary, const model::Protocol& protocol,
                           const model::Ref& ref) {
    const auto named = [](const std::string& label, const std::string& name) {
        return support::same(label.empty() ? name : label);
    };
    switch (ref.kind) {
    case model::Ref::Kind::Role:
        return named(protocol.roles[ref.index].label, protocol.roles[ref.index].name);
    case model::Ref::Kind::System:
        return named(protocol.systems[ref.index].label, protocol.systems[ref.index].name);
    case model::Ref::Kind::Concept:
        break;
    }
    return labelOf(vocabulary, model::ConceptId{ref.index});
}

} // namespace meldc::check
