#include "compare/said.h"

#include "check/naming.h"
#include "diagnostics/phrases.h"

namespace meldc::compare {

using diagnostics::phrase;
using diagnostics::Phrase;

namespace {

Localized inWords(std::span<const Said> parts, bool isOr) {
    if (parts.empty()) {
        return {};
    }
    std::vector<Localized> head;
    for (const Said& part : parts.first(parts.size() - 1)) {
        head.push_back(part.text);
    }
    return head.empty() ? parts.back().text
                        : phrase(isOr ? Phrase::SaidOr : Phrase::SaidAnd, diagnostics::joined(head, ", "),
                                 parts.back().text);
}

/// Adds a part to a text that is put together of parts.
void append(Said& whole, const Said& part, std::string_view separator) {
    if (part.isEmpty()) {
        return;
    }
    const std::vector<Localized> both{whole.text, part.text};
    whole.text = diagnostics::joined(both, separator);
    whole.key += "/" + part.key;
}

Said within(Phrase frame, std::string_view mark, const Said& part) {
    return {std::string(mark) + part.key, phrase(frame, part.text)};
}

} // namespace

Said listed(std::vector<Said> parts, bool isOr, bool inOrder) {
    std::erase_if(parts, [](const Said& part) { return part.isEmpty(); });
    if (parts.empty()) {
        return {};
    }
    Said result;
    result.text = inWords(parts, isOr);
    if (!inOrder) {
        std::sort(parts.begin(), parts.end(), [](const Said& a, const Said& b) { return a.key < b.key; });
    }
    result.key = parts.size() > 1 && isOr ? "|" : "";
    for (const Said& part : parts) {
        result.key += "[" + part.key + "]";
    }
    return result;
}

Said Sayer::concept_(model::ConceptId id) const {
    if (!id.isValid()) {
        return {};
    }
    return {vocabulary_[id].name, check::labelOf(vocabulary_, id)};
}

Said Sayer::concepts(std::span<const model::ConceptId> ids) const {
    std::vector<Said> parts;
    for (const model::ConceptId id : ids) {
        parts.push_back(concept_(id));
    }
    return listed(std::move(parts));
}

Said Sayer::ref(const model::Ref& ref) const {
    Said result;
    result.text = check::labelOf(vocabulary_, protocol_, ref);
    switch (ref.kind) {
    case model::Ref::Kind::Role:
        result.key = "role " + Renames::in(renames_.roles, protocol_.roles[ref.index].name);
        break;
    case model::Ref::Kind::System:
        result.key = "system " + Renames::in(renames_.systems, protocol_.systems[ref.index].name);
        break;
    case model::Ref::Kind::Concept:
        result.key = vocabulary_[model::ConceptId{ref.index}].name;
        break;
    }
    return result;
}

Said Sayer::refs(std::span<const model::Ref> refs, bool isOr) const {
    std::vector<Said> parts;
    for (const model::Ref& each : refs) {
        parts.push_back(ref(each));
    }
    return listed(std::move(parts), isOr);
}

Said Sayer::actor(const model::Actor& actor) const {
    Said result;
    switch (actor.kind) {
    case syntax::PerformerKind::Named:
        result = refs(actor.who, !actor.joint);
        break;
    case syntax::PerformerKind::Agreed:
        result = within(Phrase::SaidAgreed, "agreed ", refs(actor.who));
        break;
    case syntax::PerformerKind::Open:
        result = within(Phrase::PageOpenWords, "open ", words(actor.openTerm));
        break;
    }
    if (actor.otherwise) {
        const Said other = ref(*actor.otherwise);
        result = {result.key + " otherwise " + other.key,
                  phrase(Phrase::SaidOtherwise, result.text, other.text)};
    }
    return result;
}

Said Sayer::condition(const model::Condition& condition) const {
    using model::ConditionKind;
    const auto inner = [&](const model::Condition& operand) {
        Said result = this->condition(operand);
        const bool isList = operand.kind == ConditionKind::And || operand.kind == ConditionKind::Or;
        if (isList && operand.kind != condition.kind) {
            result.text = phrase(Phrase::ChangeBrackets, result.text);
        }
        return result;
    };
    switch (condition.kind) {
    case ConditionKind::Fact:
        return concept_(vocabulary_[condition.fact].concept_);
    case ConditionKind::Not:
        return within(Phrase::SaidNot, "not ", inner(condition.operands.front()));
    case ConditionKind::DoubtAbout:
        return within(Phrase::SaidDoubtAbout, "doubt ", inner(condition.operands.front()));
    case ConditionKind::Perhaps:
        return within(Phrase::SaidPerhaps, "perhaps ", inner(condition.operands.front()));
    case ConditionKind::AnyDoubt:
        return {"any doubt", phrase(Phrase::SaidAnyDoubt)};
    case ConditionKind::OpenTerm:
        return within(Phrase::PageOpenWords, "open ", words(condition.words));
    case ConditionKind::Choice:
        return within(Phrase::SaidChoice, "choice ", words(condition.words));
    case ConditionKind::And:
    case ConditionKind::Or:
        break;
    }
    std::vector<Said> parts;
    for (const model::Condition& operand : condition.operands) {
        parts.push_back(inner(operand));
    }
    Said result = listed(std::move(parts), condition.kind == ConditionKind::Or);
    result.key = (condition.kind == ConditionKind::Or ? "or" : "and") + result.key;
    return result;
}

Said Sayer::modality(model::Modality modality) const {
    switch (modality) {
    case model::Modality::Must:
        return {"must", phrase(Phrase::PageMust)};
    case model::Modality::May:
        return {"may", phrase(Phrase::PageMay)};
    case model::Modality::MayNot:
        break;
    }
    return {"may not", phrase(Phrase::PageMayNot)};
}

bool Sayer::isMany(const model::Actor& actor) const {
    const bool isJoint = actor.joint && actor.who.size() > 1;
    const bool isPlural = !actor.who.empty() && actor.who.back().kind == model::Ref::Kind::Role &&
                          protocol_.roles[actor.who.back().index].isPlural;
    return isJoint || isPlural;
}

Localized Sayer::modalityOfMany(model::Modality modality) const {
    return phrase(modality == model::Modality::Must  ? Phrase::ChangeMustMany
                  : modality == model::Modality::May ? Phrase::ChangeMayMany
                                                     : Phrase::ChangeMayNotMany);
}

Said Sayer::timing(const syntax::Timing& timing) const {
    const std::string number = std::to_string(timing.amount);
    switch (timing.kind) {
    case syntax::TimingKind::Directly:
        return {"directly", phrase(Phrase::SaidDirectly)};
    case syntax::TimingKind::Hours:
        return {"hours " + number, phrase(Phrase::SaidWithinHours, timing.amount)};
    case syntax::TimingKind::Days:
        return {"days " + number, phrase(Phrase::SaidWithinDays, timing.amount)};
    case syntax::TimingKind::WorkingDays:
        return {"working days " + number, phrase(Phrase::SaidWithinWorkingDays, timing.amount)};
    case syntax::TimingKind::Weeks:
        break;
    }
    return {"weeks " + number, phrase(Phrase::SaidWithinWeeks, timing.amount)};
}

Said Sayer::step(const std::string& id) const {
    return id.empty() ? Said{} : Said{Renames::in(renames_.steps, id), phrase(Phrase::ChangeStep, id)};
}

Said Sayer::question(const std::string& id) const {
    return id.empty() ? Said{} : Said{Renames::in(renames_.questions, id), phrase(Phrase::ChangeQuestion, id)};
}

Said Sayer::stepWithLabel(model::StepId id) const {
    if (!id.isValid() || protocol_.steps[id.value].id.empty()) {
        return {};
    }
    const model::Step& found = protocol_.steps[id.value];
    return {Renames::in(renames_.steps, found.id), phrase(Phrase::ChangeStepNamed, found.id, found.label)};
}

Said Sayer::edge(const model::Edge& edge) const {
    std::vector<Said> effects;
    for (const model::Effect& effect : edge.effects) {
        Said part = concept_(effect.consequence);
        if (effect.modality != model::Modality::Must) {
            const Said how = modality(effect.modality);
            part = {how.key + " " + part.key, phrase(Phrase::ChangeWith, how.text, part.text)};
        }
        effects.push_back(part);
    }
    Said result = listed(std::move(effects));
    if (!edge.step.empty()) {
        append(result, {"step " + step(edge.step).key, phrase(Phrase::PageThenStep, edge.step)}, "; ");
    }
    switch (edge.target) {
    case model::TargetKind::Question:
        append(result, {"question " + question(edge.question).key, phrase(Phrase::PageThenQuestion, edge.question)},
               "; ");
        break;
    case model::TargetKind::Wait:
        append(result, {"wait", phrase(Phrase::PageThenWait)}, "; ");
        break;
    case model::TargetKind::Open:
        append(result, within(Phrase::PageOpenWords, "open ", words(edge.openTerm)), "; ");
        break;
    case model::TargetKind::End:
        append(result, {"end", result.isEmpty() ? phrase(Phrase::PageThenEnd) : Localized()}, " ");
        break;
    }
    if (!edge.together.empty()) {
        append(result, within(Phrase::PageTogether, "together ", refs(edge.together)), " ");
    }
    return result;
}

Said Sayer::involvement(const model::Involvement& involvement) const {
    Said result = refs(involvement.who, involvement.oneOf);
    if (involvement.oneOf) {
        result.text = phrase(Phrase::SaidOneOf, result.text);
    }
    if (involvement.modality != model::Modality::Must) {
        const Said how = modality(involvement.modality);
        result = {how.key + " " + result.key, phrase(Phrase::ChangeInBrackets, result.text, how.text)};
    }
    if (involvement.condition) {
        append(result, within(Phrase::SaidWhen, "when ", condition(*involvement.condition)), ", ");
    }
    return result;
}

Said Sayer::ground(const model::ExceptionGround& ground) const {
    return ground.openTerm.empty() ? concepts(ground.names)
                                   : within(Phrase::PageOpenWords, "open ", words(ground.openTerm));
}

Said Sayer::deed(const model::Task& task) const {
    Said result = concept_(task.action);
    const Said objects = refs(task.objects, task.oneOfObjects);
    if (!objects.isEmpty()) {
        result = {result.key + ": " + objects.key, phrase(Phrase::SaidDutyOf, result.text, objects.text)};
    }
    return result;
}

Said Sayer::marked(Said part, const model::Origin& origin) const {
    const auto add = [&](const std::string& key, const Localized& text) {
        part = {part.key + " {" + key + "}", phrase(Phrase::ChangeInBrackets, part.text, text)};
    };
    if (origin.draft) {
        add("draft", phrase(Phrase::PageMarkDraft));
    }
    for (const model::Guard& guard : origin.guards) {
        const model::Ambiguity& sentence = protocol_.ambiguities[guard.ambiguity];
        const std::string& reading = sentence.readings[guard.reading];
        add(sentence.label + ": " + (reading.empty() ? std::to_string(guard.reading) : reading),
            reading.empty() ? phrase(Phrase::PageMarkNumberedReading, guard.reading + 1)
                            : phrase(Phrase::PageMarkReading, reading));
    }
    if (origin.variant) {
        add("variant", phrase(Phrase::PageMarkVariant));
    }
    return part;
}

} // namespace meldc::compare
