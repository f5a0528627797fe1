#include "emit/change_words.h"

#include "baseline/story.h"
#include "emit/change.h"
#include "emit/timeline.h"

namespace meldc::emit {

using compare::Aspect;
using compare::ChangeKind;
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

std::string_view wordOf(ChangeKind kind) {
    switch (kind) {
    case ChangeKind::Appeared: return "appeared";
    case ChangeKind::Vanished: return "vanished";
    case ChangeKind::Renamed: return "renamed";
    case ChangeKind::Changed: break;
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

Localized told(const compare::CaseTally& tally) {
    if (tally.inDoubt == 0) {
        return phrase(Phrase::GroupCountsCrisp, tally.crisp);
    }
    return tally.crisp == 0 ? phrase(Phrase::GroupCountsDoubt, tally.inDoubt)
                            : phrase(Phrase::GroupCounts, tally.crisp, tally.inDoubt);
}

Localized nameOf(Aspect aspect) {
    switch (aspect) {
#define ASPECT(name) \
    case Aspect::name: return phrase(Phrase::Aspect##name);
        ASPECT(Performer)
        ASPECT(Modality)
        ASPECT(Timing)
        ASPECT(Deed)
        ASPECT(With)
        ASPECT(To)
        ASPECT(In)
        ASPECT(About)
        ASPECT(Behalf)
        ASPECT(Condition)
        ASPECT(Place)
        ASPECT(Order)
        ASPECT(Return)
        ASPECT(OpenTerm)
        ASPECT(Kind)
        ASPECT(OnlyFor)
        ASPECT(Phone)
        ASPECT(Function)
        ASPECT(Owner)
        ASPECT(Decider)
        ASPECT(Reporter)
        ASPECT(Participant)
        ASPECT(Consults)
        ASPECT(AnswerYes)
        ASPECT(RestsOn)
        ASPECT(OnYes)
        ASPECT(OnNo)
        ASPECT(OnDoubt)
        ASPECT(Form)
        ASPECT(Promise)
        ASPECT(Ground)
        ASPECT(Closed)
        ASPECT(Later)
        ASPECT(Point)
        ASPECT(Inapplicable)
        ASPECT(Threshold)
        ASPECT(Value)
        ASPECT(Reading)
        ASPECT(Certainty)
        ASPECT(Sector)
        ASPECT(Profession)
        ASPECT(WorksWith)
        ASPECT(Authority)
        ASPECT(Authorised)
        ASPECT(Adheres)
        ASPECT(Absent)
        ASPECT(Label)
        ASPECT(Synonym)
        ASPECT(Address)
        ASPECT(Organisation)
        ASPECT(Adopted)
        ASPECT(Consent)
        ASPECT(Valid)
        ASPECT(Version)
        ASPECT(Document)
        ASPECT(Encoded)
        ASPECT(Reread)
        ASPECT(Reference)
        ASPECT(Explanation)
        ASPECT(Personal)
#undef ASPECT
    }
    return {};
}

Localized told(const compare::AspectChange& change) {
    const Localized before = baseline::listed(change.before);
    const Localized after = baseline::listed(change.after);
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
