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

diagnostics::SentencePart soughtThing(const model::Absence& absence) {
    using syntax::AbsentKind;
    using diagnostics::SentencePart;
    using syntax::TableKind;
    switch (absence.kind) {
    case AbsentKind::Owner: return SentencePart::AbsentOwner;
    case AbsentKind::Reporter: return SentencePart::AbsentReporter;
    case AbsentKind::Authority: return SentencePart::AbsentAuthority;
    case AbsentKind::Adopted: return SentencePart::AbsentAdopted;
    case AbsentKind::Thing: break;
    }
    switch (absence.thing) {
    case TableKind::Meldcode: return SentencePart::AbsentMeldcode;
    case TableKind::Role: return SentencePart::AbsentRole;
    case TableKind::Step: return SentencePart::AbsentStep;
    case TableKind::Duty: return SentencePart::AbsentDuty;
    case TableKind::Question: return SentencePart::AbsentQuestion;
    case TableKind::Meldnorm: return SentencePart::AbsentMeldnorm;
    case TableKind::Route: return SentencePart::AbsentRoute;
    case TableKind::Decision: return SentencePart::AbsentDecision;
    case TableKind::Exception: return SentencePart::AbsentException;
    case TableKind::Topic: return SentencePart::AbsentTopic;
    case TableKind::Contact: return SentencePart::AbsentContact;
    case TableKind::System: return SentencePart::AbsentSystem;
    case TableKind::Consultation: return SentencePart::AbsentConsultation;
    case TableKind::Framework: return SentencePart::AbsentFramework;
    case TableKind::Age: return SentencePart::AbsentAge;
    case TableKind::Blank: return SentencePart::AbsentBlank;
    case TableKind::Point: return SentencePart::AbsentPoint;
    case TableKind::Reference: return SentencePart::AbsentReference;
    }
    return SentencePart::AbsentStep;
}

} // namespace meldc::check
