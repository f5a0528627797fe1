#include "emit/page_words.h"

#include "emit/places.h"
#include "support/utf8.h"

namespace meldc::emit {

namespace {

using diagnostics::Phrase;

std::string timingText(const syntax::Timing& timing) {
    switch (timing.kind) {
    case syntax::TimingKind::Directly:
        return say(Phrase::PageDirectly);
    case syntax::TimingKind::Hours:
        return diagnostics::phrase(Phrase::PageWithinHours, timing.amount).nl;
    case syntax::TimingKind::Days:
        return diagnostics::phrase(Phrase::PageWithinDays, timing.amount).nl;
    case syntax::TimingKind::WorkingDays:
        return diagnostics::phrase(Phrase::PageWithinWorkingDays, timing.amount).nl;
    case syntax::TimingKind::Weeks:
        return diagnostics::phrase(Phrase::PageWithinWeeks, timing.amount).nl;
    }
    return {};
}

void append(std::string& text, const std::string& part, std::string_view separator) {
    if (!part.empty()) {
        text += (text.empty() ? "" : std::string(separator)) + part;
    }
}

} // namespace

std::string capital(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

std::string PageWords::listed(std::span<const std::string> items, bool isOr) {
    std::string head;
    for (std::size_t i = 0; i + 1 < items.size(); ++i) {
        append(head, items[i], ", ");
    }
    if (items.empty()) {
        return {};
    }
    return head.empty() ? items.back()
                        : say(isOr ? Phrase::PageOr : Phrase::PageAnd, head, items.back());
}

std::string PageWords::name(const model::Ref& ref) const {
    switch (ref.kind) {
    case model::Ref::Kind::Role: {
        const model::RoleDecl& role = protocol_.roles[ref.index];
        return role.label.empty() ? role.name : role.label;
    }
    case model::Ref::Kind::System: {
        const model::SystemDecl& system = protocol_.systems[ref.index];
        return system.label.empty() ? system.name : system.label;
    }
    case model::Ref::Kind::Concept:
        return label(model::ConceptId{ref.index});
    }
    return {};
}

std::string PageWords::names(std::span<const model::Ref> refs, bool isOr) const {
    std::vector<std::string> items;
    for (const model::Ref& ref : refs) {
        items.push_back(name(ref));
    }
    return listed(items, isOr);
}

std::string PageWords::concepts(std::span<const model::ConceptId> ids) const {
    std::vector<std::string> items;
    for (const model::ConceptId id : ids) {
        items.push_back(label(id));
    }
    return listed(items);
}

std::string PageWords::actor(const model::Actor& actor) const {
    std::string text;
    switch (actor.kind) {
    case syntax::PerformerKind::Named:
        text = names(actor.who, !actor.joint);
        break;
    case syntax::PerformerKind::Agreed:
        text = say(Phrase::PageAgreed, names(actor.who));
        break;
    case syntax::PerformerKind::Open:
        text = say(Phrase::PageOpenWords, actor.openTerm);
        break;
    }
    if (actor.otherwise) {
        text = say(Phrase::PageOtherwise, text, name(*actor.otherwise));
    }
    return text;
}

std::string PageWords::condition(const model::Condition& condition) const {
    using model::ConditionKind;
    const auto inner = [&](const model::Condition& operand) {
        const std::string text = this->condition(operand);
        const bool isList =
            operand.kind == ConditionKind::And || operand.kind == ConditionKind::Or;
        return isList && operand.kind != condition.kind ? "(" + text + ")" : text;
    };
    switch (condition.kind) {
    case ConditionKind::Fact:
        return label(condition.fact);
    case ConditionKind::Not:
        return say(Phrase::PageNot, inner(condition.operands.front()));
    case ConditionKind::DoubtAbout:
        return say(Phrase::PageDoubtAbout, inner(condition.operands.front()));
    case ConditionKind::Perhaps:
        return say(Phrase::PagePerhaps, inner(condition.operands.front()));
    case ConditionKind::AnyDoubt:
        return say(Phrase::PageAnyDoubt);
    case ConditionKind::OpenTerm:
        return say(Phrase::PageOpenWords, condition.words);
    case ConditionKind::Choice:
        return say(Phrase::PageChoice, condition.words);
    case ConditionKind::And:
    case ConditionKind::Or:
        break;
    }
    std::vector<std::string> items;
    for (const model::Condition& operand : condition.operands) {
        items.push_back(inner(operand));
    }
    return listed(items, condition.kind == ConditionKind::Or);
}

std::string PageWords::modality(model::Modality modality) const {
    return say(modality == model::Modality::Must  ? Phrase::PageMust
               : modality == model::Modality::May ? Phrase::PageMay
                                                  : Phrase::PageMayNot);
}

std::string PageWords::duty(const model::Task& task) const {
    std::string what;
    if (task.timing) {
        append(what, timingText(*task.timing), " ");
    }
    append(what, label(task.action), " ");
    if (!task.objects.empty()) {
        what = say(Phrase::PageDutyOf, what, names(task.objects, task.oneOfObjects));
    }
    std::string parts;
    const auto add = [&](Phrase which, std::span<const model::Ref> refs, bool isOr = false) {
        if (!refs.empty()) {
            append(parts, say(which, names(refs, isOr)), ", ");
        }
    };
    add(Phrase::PageAbout, task.about);
    add(Phrase::PageWith, task.with, task.oneOfWith);
    add(Phrase::PageTo, task.to, task.oneOfTo);
    add(Phrase::PageIn, task.in, true);
    if (task.behalfOfOrganisation) {
        append(parts, say(Phrase::PageBehalf, say(Phrase::PageOrganisation)), ", ");
    } else if (task.behalf) {
        append(parts, say(Phrase::PageBehalf, name(*task.behalf)), ", ");
    }
    append(what, parts, task.objects.empty() ? " " : "; ");
    std::string when;
    if (task.condition) {
        append(when, say(Phrase::PageWhen, condition(*task.condition)), ", ");
    }
    if (!task.beforeStep.empty()) {
        append(when, say(Phrase::PageBefore, task.beforeStep), ", ");
    }
    if (!task.afterStep.empty()) {
        append(when, say(Phrase::PageAfter, task.afterStep), ", ");
    }
    if (!task.returnTo.empty()) {
        append(when, say(Phrase::PageReturn, task.returnTo), ", ");
    }
    for (const std::string& term : task.openTerms) {
        append(when, say(Phrase::PageOpenWords, term), ", ");
    }
    append(what, when, "; ");
    return what;
}

std::string PageWords::edge(const model::Edge& edge) const {
    std::string text;
    // What must be done first; "may close, record" would say that both may.
    for (const model::Modality which :
         {model::Modality::Must, model::Modality::May, model::Modality::MayNot}) {
        std::string part;
        for (const model::Effect& effect : edge.effects) {
            if (effect.modality == which) {
                append(part, label(effect.consequence), ", ");
            }
        }
        if (!part.empty() && which != model::Modality::Must) {
            part = modality(which) + " " + part;
        }
        append(text, part, "; ");
    }
    if (!edge.step.empty()) {
        append(text, say(Phrase::PageThenStep, edge.step), "; ");
    }
    switch (edge.target) {
    case model::TargetKind::Question:
        append(text, say(Phrase::PageThenQuestion, edge.question), "; ");
        break;
    case model::TargetKind::Wait:
        append(text, say(Phrase::PageThenWait), "; ");
        break;
    case model::TargetKind::Open:
        append(text, say(Phrase::PageOpenWords, edge.openTerm), "; ");
        break;
    case model::TargetKind::End:
        if (text.empty()) {
            text = say(Phrase::PageThenEnd);
        }
        break;
    }
    if (!edge.together.empty()) {
        append(text, say(Phrase::PageTogether, names(edge.together)), " ");
    }
    return text;
}

std::string PageWords::involvement(const model::Involvement& involvement) const {
    std::string text = involvement.oneOf
                           ? say(Phrase::PageOneOf, names(involvement.who, true))
                           : names(involvement.who);
    if (involvement.modality != model::Modality::Must) {
        text += " (" + modality(involvement.modality) + ")";
    }
    if (involvement.condition) {
        append(text, say(Phrase::PageWhen, condition(*involvement.condition)), ", ");
    }
    return text;
}

std::string PageWords::answer(model::Answer answer) const {
    return say(answer == model::Answer::Yes  ? Phrase::StoryYes
               : answer == model::Answer::No ? Phrase::StoryNo
                                             : Phrase::StoryDoubt);
}

std::string PageWords::source(const model::Origin& origin) const {
    std::string text;
    for (const model::Place& place : origin.places) {
        const std::string where = locatorOf(place);
        append(text,
               where.empty() ? place.document
                             : say(place.lines.empty() ? Phrase::PageAtHeading : Phrase::PageAtLines,
                                   place.document, where),
               "; ");
    }
    return text;
}

std::vector<std::string> PageWords::marks(const model::Origin& origin) const {
    std::vector<std::string> result;
    if (origin.draft) {
        result.push_back(say(Phrase::PageMarkDraft));
    }
    for (const model::Guard& guard : origin.guards) {
        const std::string& reading = protocol_.ambiguities[guard.ambiguity].readings[guard.reading];
        result.push_back(reading.empty()
                             ? diagnostics::phrase(Phrase::PageMarkNumberedReading,
                                                   guard.reading + 1).nl
                             : say(Phrase::PageMarkReading, reading));
    }
    if (origin.variant) {
        result.push_back(say(Phrase::PageMarkVariant));
    }
    // What the levels above replaced among themselves is all taken over here.
    if (origin.replaces && origin.level == 0) {
        result.push_back(say(Phrase::PageMarkReplaces));
    } else if (origin.level > 0) {
        result.push_back(say(Phrase::PageMarkInherited));
    }
    return result;
}

std::string PageWords::ranges(std::span<const model::LineRange> ranges) {
    std::string text;
    for (const model::LineRange& range : ranges) {
        append(text,
               std::to_string(range.first) +
                   (range.last > range.first ? "-" + std::to_string(range.last) : ""),
               ", ");
    }
    return text;
}

} // namespace meldc::emit
