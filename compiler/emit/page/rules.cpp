#include "emit/page/data.h"

namespace meldc::emit {

namespace {

using diagnostics::Phrase;

Data meldnormData(const PageContext& context, const model::Meldnorm& meldnorm) {
    Data data = statement(context, meldnorm.label, meldnorm.origin);
    data.set("id", meldnorm.id);
    DataList promises;
    for (const model::Promise& one : meldnorm.promises) {
        promises.push_back(statement(context, context.sentences.of(one), one.origin));
    }
    put(data, "promises", std::move(promises));
    return data;
}

Data routeData(const PageContext& context, std::uint32_t index) {
    const model::Route& route = context.protocol.routes[index];
    Data data = statement(context, route.label.empty() ? capital(route.id) : route.label,
                          route.origin);
    data.set("when", context.sentences.of(route));
    put(data, "duties", dutiesOf(context, model::HomeKind::Route, index));
    return data;
}

Data decisionData(const PageContext& context, const model::Decision& decision) {
    const std::string about = context.sentences.nouns().labels(decision.about, decision.oneOf);
    Data data = statement(context, decision.label.empty() ? capital(about) : decision.label,
                          decision.origin);
    data.set("about", context.sentences.of(decision));
    DataList lines;
    addActors(lines, context, decision.owners, ActorSlot::Owner);
    addActors(lines, context, decision.deciders, ActorSlot::Decider);
    addActors(lines, context, decision.reporters, ActorSlot::Reporter);
    put(data, "lines", std::move(lines));
    return data;
}

Data exceptionData(const PageContext& context, std::uint32_t index) {
    const model::Exception& exception = context.protocol.exceptions[index];
    const Sentences& made = context.sentences;
    Data data = statement(
        context,
        exception.label.empty() ? capital(context.vocabulary[exception.on].label.nl) : exception.label,
        exception.origin);
    data.set("about", made.of(exception));
    DataList lines;
    for (const model::ExceptionGround& ground : exception.grounds) {
        lines.push_back(statement(context, made.ground(ground), ground.origin));
    }
    for (const model::Origin& origin : exception.closed) {
        lines.push_back(statement(context, made.closed(), origin));
    }
    for (const model::Origin& origin : exception.later) {
        lines.push_back(statement(context, made.later(), origin));
    }
    put(data, "lines", std::move(lines));
    put(data, "duties", dutiesOf(context, model::HomeKind::Exception, index));
    put(data, "explanations", explanationsOf(context, exception.explanations, kBelowThing));
    return data;
}

Data topicData(const PageContext& context, std::uint32_t index) {
    const model::Topic& topic = context.protocol.topics[index];
    const Sentences& made = context.sentences;
    Data data = statement(
        context,
        topic.label.empty() ? capital(context.vocabulary[topic.topic].label.nl) : topic.label,
        topic.origin);
    DataList lines;
    if (topic.inapplicable) {
        lines.push_back(statement(context, made.inapplicable(topic), {}));
    }
    addActors(lines, context, topic.performers, ActorSlot::TopicPerformer);
    for (const model::Involvement& one : topic.consults) {
        lines.push_back(statement(context, made.consult(one, topic.performers), one.origin));
    }
    for (const model::ExceptionGround& one : topic.thresholds) {
        lines.push_back(statement(context, made.threshold(one), one.origin));
    }
    for (const model::Point& one : topic.points) {
        lines.push_back(statement(context, made.of(one), one.origin));
    }
    put(data, "lines", std::move(lines));
    put(data, "duties", dutiesOf(context, model::HomeKind::Topic, index));
    put(data, "explanations", explanationsOf(context, topic.explanations, kBelowThing));
    return data;
}

} // namespace

std::string slotText(const model::VariantGroup& group, const model::Vocabulary& vocabulary) {
    using model::SlotKind;
    switch (group.slot) {
    case SlotKind::Owner:
        return say(Phrase::PageSlotOwner, group.owner);
    case SlotKind::Reporter:
        return say(Phrase::PageSlotReporter, group.owner);
    case SlotKind::Decider:
        return say(Phrase::PageSlotDecider, group.owner);
    case SlotKind::DecisionForm:
        return say(Phrase::PageSlotDecisionForm, group.owner);
    case SlotKind::Edge:
        return say(Phrase::PageSlotEdge, group.owner);
    case SlotKind::AnswerYes:
        return say(Phrase::PageSlotAnswerYes, group.owner);
    case SlotKind::RestsOn:
        return say(Phrase::PageSlotRestsOn, group.owner);
    case SlotKind::TaskModality:
        // The slot is that of an action, by its number.
        return say(Phrase::PageSlotTaskModality,
                   vocabulary[model::ConceptId{static_cast<std::uint32_t>(std::stoul(group.owner))}].label.nl);
    case SlotKind::Authority:
        return say(Phrase::PageSlotAuthority, group.owner);
    case SlotKind::Adopted:
        return say(Phrase::PageSlotAdopted, group.owner);
    case SlotKind::StepFunction:
        return say(Phrase::PageSlotStepFunction, group.owner);
    }
    return group.owner;
}

void addRules(Data& page, const PageContext& context) {
    const model::Protocol& protocol = context.protocol;
    DataList meldnormen;
    for (const model::Meldnorm& one : protocol.meldnormen) {
        meldnormen.push_back(meldnormData(context, one));
    }
    put(page, "promises", std::move(meldnormen));
    DataList routes;
    for (std::uint32_t i = 0; i < protocol.routes.size(); ++i) {
        routes.push_back(routeData(context, i));
    }
    put(page, "routes", std::move(routes));
    DataList decisions;
    for (const model::Decision& one : protocol.decisions) {
        decisions.push_back(decisionData(context, one));
    }
    put(page, "decisions", std::move(decisions));
    DataList exceptions;
    for (std::uint32_t i = 0; i < protocol.exceptions.size(); ++i) {
        exceptions.push_back(exceptionData(context, i));
    }
    put(page, "exceptions", std::move(exceptions));
    DataList topics;
    for (std::uint32_t i = 0; i < protocol.topics.size(); ++i) {
        topics.push_back(topicData(context, i));
    }
    put(page, "topics", std::move(topics));
    put(page, "other_duties", dutiesOf(context, model::HomeKind::Unit, 0));
}

void addOpenEnds(Data& page, const PageContext& context) {
    const model::Protocol& protocol = context.protocol;
    DataList open;
    for (const model::Blank& blank : protocol.blanks) {
        open.push_back(statement(context, context.sentences.of(blank), blank.origin));
    }
    for (const model::FrameworkUse& use : protocol.frameworks) {
        if (!use.openTerm.empty()) {
            open.push_back(statement(context, context.sentences.of(use), use.origin));
        }
    }
    for (const model::AnswerStatement& one : protocol.authorised) {
        if (one.answer == model::Answer::Doubt) {
            open.push_back(statement(context, context.sentences.of(one), one.origin));
        }
    }
    for (const model::Ambiguity& ambiguity : protocol.ambiguities) {
        open.push_back(
            statement(context, context.sentences.of(ambiguity), ambiguity.origin));
    }
    for (const model::VariantGroup& group : protocol.variantGroups) {
        model::Origin all;
        for (const auto& statements : group.statements) {
            for (const model::Origin& origin : statements) {
                all.places.insert(all.places.end(), origin.places.begin(), origin.places.end());
            }
        }
        open.push_back(
            statement(context, capital(say(Phrase::PageVariant, slotText(group, context.vocabulary))) + ".", all));
    }
    put(page, "open", std::move(open));
}

} // namespace meldc::emit
