#include "emit/change/words.h"

#include "baseline/story.h"
#include "emit/answers/timeline.h"
#include "emit/change/change.h"

namespace meldc::emit {

using compare::Aspect;
using compare::Effect;
using diagnostics::phrase;
using diagnostics::Phrase;
using support::Localized;

std::string_view wordOf(Effect effect) {
    switch (effect) {
    case Effect::Weaker: return "weaker";
    case Effect::Conflicting: return "conflicting";
    case Effect::Undetermined: return "undetermined";
    case Effect::Deferred: return "deferred";
    case Effect::Settled: return "settled";
    case Effect::Stronger: return "stronger";
    case Effect::Equal: break;
    }
    return "equal";
}

std::string_view wordOf(compare::ChangeKind kind) {
    switch (kind) {
    case compare::ChangeKind::Appeared: return "appeared";
    case compare::ChangeKind::Vanished: return "vanished";
    case compare::ChangeKind::Renamed: return "renamed";
    case compare::ChangeKind::Changed: break;
    }
    return "changed";
}

Localized nameOf(Effect effect) {
    switch (effect) {
    case Effect::Weaker: return phrase(Phrase::EffectWeaker);
    case Effect::Conflicting: return phrase(Phrase::EffectConflicting);
    case Effect::Undetermined: return phrase(Phrase::EffectUndetermined);
    case Effect::Deferred: return phrase(Phrase::EffectDeferred);
    case Effect::Settled: return phrase(Phrase::EffectSettled);
    case Effect::Stronger: return phrase(Phrase::EffectStronger);
    case Effect::Equal: break;
    }
    return phrase(Phrase::EffectEqual);
}

Localized countOf(Effect effect, logic::CaseCount cases) {
    switch (effect) {
    case Effect::Weaker: return phrase(Phrase::CountWeaker, cases);
    case Effect::Conflicting: return phrase(Phrase::CountConflicting, cases);
    case Effect::Undetermined: return phrase(Phrase::CountUndetermined, cases);
    case Effect::Deferred: return phrase(Phrase::CountDeferred, cases);
    case Effect::Settled: return phrase(Phrase::CountSettled, cases);
    case Effect::Stronger: return phrase(Phrase::CountStronger, cases);
    case Effect::Equal: break;
    }
    return phrase(Phrase::CountEqual, cases);
}

Localized nameOf(Aspect aspect) {
    switch (aspect) {
    case Aspect::Performer: return phrase(Phrase::AspectPerformer);
    case Aspect::Modality: return phrase(Phrase::AspectModality);
    case Aspect::Timing: return phrase(Phrase::AspectTiming);
    case Aspect::Deed: return phrase(Phrase::AspectDeed);
    case Aspect::With: return phrase(Phrase::AspectWith);
    case Aspect::To: return phrase(Phrase::AspectTo);
    case Aspect::In: return phrase(Phrase::AspectIn);
    case Aspect::About: return phrase(Phrase::AspectAbout);
    case Aspect::Behalf: return phrase(Phrase::AspectBehalf);
    case Aspect::Condition: return phrase(Phrase::AspectCondition);
    case Aspect::Place: return phrase(Phrase::AspectPlace);
    case Aspect::Order: return phrase(Phrase::AspectOrder);
    case Aspect::Return: return phrase(Phrase::AspectReturn);
    case Aspect::OpenTerm: return phrase(Phrase::AspectOpenTerm);
    case Aspect::Kind: return phrase(Phrase::AspectKind);
    case Aspect::OnlyFor: return phrase(Phrase::AspectOnlyFor);
    case Aspect::Phone: return phrase(Phrase::AspectPhone);
    case Aspect::Function: return phrase(Phrase::AspectFunction);
    case Aspect::Owner: return phrase(Phrase::AspectOwner);
    case Aspect::Decider: return phrase(Phrase::AspectDecider);
    case Aspect::Reporter: return phrase(Phrase::AspectReporter);
    case Aspect::Participant: return phrase(Phrase::AspectParticipant);
    case Aspect::Consults: return phrase(Phrase::AspectConsults);
    case Aspect::AnswerYes: return phrase(Phrase::AspectAnswerYes);
    case Aspect::RestsOn: return phrase(Phrase::AspectRestsOn);
    case Aspect::OnYes: return phrase(Phrase::AspectOnYes);
    case Aspect::OnNo: return phrase(Phrase::AspectOnNo);
    case Aspect::OnDoubt: return phrase(Phrase::AspectOnDoubt);
    case Aspect::Form: return phrase(Phrase::AspectForm);
    case Aspect::Promise: return phrase(Phrase::AspectPromise);
    case Aspect::Ground: return phrase(Phrase::AspectGround);
    case Aspect::Closed: return phrase(Phrase::AspectClosed);
    case Aspect::Later: return phrase(Phrase::AspectLater);
    case Aspect::Point: return phrase(Phrase::AspectPoint);
    case Aspect::Inapplicable: return phrase(Phrase::AspectInapplicable);
    case Aspect::Threshold: return phrase(Phrase::AspectThreshold);
    case Aspect::Value: return phrase(Phrase::AspectValue);
    case Aspect::Reading: return phrase(Phrase::AspectReading);
    case Aspect::Certainty: return phrase(Phrase::AspectCertainty);
    case Aspect::Sector: return phrase(Phrase::AspectSector);
    case Aspect::Profession: return phrase(Phrase::AspectProfession);
    case Aspect::WorksWith: return phrase(Phrase::AspectWorksWith);
    case Aspect::Authority: return phrase(Phrase::AspectAuthority);
    case Aspect::Authorised: return phrase(Phrase::AspectAuthorised);
    case Aspect::Adheres: return phrase(Phrase::AspectAdheres);
    case Aspect::Absent: return phrase(Phrase::AspectAbsent);
    case Aspect::Label: return phrase(Phrase::AspectLabel);
    case Aspect::Synonym: return phrase(Phrase::AspectSynonym);
    case Aspect::Address: return phrase(Phrase::AspectAddress);
    case Aspect::Organisation: return phrase(Phrase::AspectOrganisation);
    case Aspect::Adopted: return phrase(Phrase::AspectAdopted);
    case Aspect::Consent: return phrase(Phrase::AspectConsent);
    case Aspect::Valid: return phrase(Phrase::AspectValid);
    case Aspect::Version: return phrase(Phrase::AspectVersion);
    case Aspect::Document: return phrase(Phrase::AspectDocument);
    case Aspect::Encoded: return phrase(Phrase::AspectEncoded);
    case Aspect::Reread: return phrase(Phrase::AspectReread);
    case Aspect::Reference: return phrase(Phrase::AspectReference);
    case Aspect::Explanation: return phrase(Phrase::AspectExplanation);
    case Aspect::Personal: return phrase(Phrase::AspectPersonal);
    }
    return {};
}

namespace {

/// Texts of the author stand between quotation marks: a heading is no part of the sentence around it.
Localized valuesOf(const compare::AspectChange& change, const std::vector<Localized>& values) {
    if (change.aspect != Aspect::Label) {
        return baseline::listed(values);
    }
    std::vector<Localized> quoted;
    for (const Localized& each : values) {
        quoted.push_back(phrase(Phrase::AspectQuoted, each));
    }
    return baseline::listed(quoted);
}

} // namespace

Localized told(const compare::AspectChange& change) {
    const Localized before = valuesOf(change, change.before);
    const Localized after = valuesOf(change, change.after);
    if (before.isEmpty()) {
        return phrase(Phrase::AspectNew, after);
    }
    return after.isEmpty() ? phrase(Phrase::AspectGone, before) : phrase(Phrase::AspectBecomes, before, after);
}

Localized told(const compare::VerdictChange& change) {
    const std::string& id = change.norm->id;
    const Localized title = support::same(change.norm->title);
    if (change.before == nullptr) {
        return phrase(Phrase::VerdictBegins, id, title, toldVerdict(*change.after));
    }
    if (change.after == nullptr) {
        return phrase(Phrase::VerdictEnds, id, title, toldVerdict(*change.before));
    }
    return phrase(Phrase::VerdictChanges, id, title, toldVerdict(*change.before), toldVerdict(*change.after));
}

} // namespace meldc::emit
