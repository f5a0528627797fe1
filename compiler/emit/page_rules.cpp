#include "emit/page_data.h"

namespace meldc::emit {

namespace {

using diagnostics::Phrase;

std::string namesOrWords(const PageContext& context, const model::ExceptionGround& ground) {
    return ground.names.empty() ? say(Phrase::PageOpenWords, ground.openTerm)
                                : context.words.concepts(ground.names);
}

Data meldnormData(const PageContext& context, const model::Meldnorm& meldnorm) {
    const PageWords& words = context.words;
    Data data = statement(context, meldnorm.label, meldnorm.origin);
    data.set("id", meldnorm.id);
    DataList promises;
    for (const model::Promise& one : meldnorm.promises) {
        promises.push_back(statement(
            context,
            capital(say(Phrase::PagePromise, words.modality(one.modality),
                        words.concepts(one.consequences), words.condition(one.condition))) + ".",
            one.origin));
    }
    put(data, "promises", std::move(promises));
    return data;
}

Data routeData(const PageContext& context, std::uint32_t index) {
    const model::Route& route = context.protocol.routes[index];
    Data data = statement(context, route.label.empty() ? capital(route.id) : route.label,
                          route.origin);
    data.set("when", capital(say(Phrase::PageWhen, context.words.condition(route.condition))));
    put(data, "step",
        route.step.isValid() ? context.protocol.steps[route.step.value].id : std::string());
    put(data, "duties", dutiesOf(context, model::HomeKind::Route, index));
    return data;
}

Data decisionData(const PageContext& context, const model::Decision& decision) {
    const PageWords& words = context.words;
    const std::string about = words.concepts(decision.about);
    Data data = statement(
        context,
        decision.label.empty()
            ? capital(decision.oneOf ? say(Phrase::PageEitherOr, about) : about)
            : decision.label,
        decision.origin);
    put(data, "about", decision.label.empty() ? std::string()
                       : decision.oneOf       ? say(Phrase::PageEitherOr, about)
                                              : about);
    DataList lines;
    const auto add = [&](const std::vector<model::ActorStatement>& statements, Phrase which) {
        for (const model::ActorStatement& one : statements) {
            const Phrase shown =
                which == Phrase::PageReporter && one.behalf ? Phrase::PageReporterBehalf : which;
            lines.push_back(statement(context, capital(say(shown, words.actor(one.actor))),
                                      one.origin));
        }
    };
    add(decision.owners, Phrase::PageOwner);
    add(decision.deciders, Phrase::PageDecider);
    add(decision.reporters, Phrase::PageReporter);
    put(data, "lines", std::move(lines));
    put(data, "step",
        decision.step.isValid() ? context.protocol.steps[decision.step.value].id : std::string());
    return data;
}

Data exceptionData(const PageContext& context, std::uint32_t index) {
    const model::Exception& exception = context.protocol.exceptions[index];
    Data data = statement(context,
                          exception.label.empty() ? capital(context.words.label(exception.on))
                                                  : exception.label,
                          exception.origin);
    DataList lines;
    for (const model::ExceptionGround& ground : exception.grounds) {
        lines.push_back(statement(
            context, capital(say(Phrase::PageGround, namesOrWords(context, ground))),
            ground.origin));
    }
    for (const model::Origin& origin : exception.closed) {
        lines.push_back(statement(context, capital(say(Phrase::PageClosed)), origin));
    }
    for (const model::Origin& origin : exception.later) {
        lines.push_back(statement(context, capital(say(Phrase::PageLater)), origin));
    }
    put(data, "lines", std::move(lines));
    put(data, "duties", dutiesOf(context, model::HomeKind::Exception, index));
    return data;
}

Data topicData(const PageContext& context, std::uint32_t index) {
    const model::Topic& topic = context.protocol.topics[index];
    const PageWords& words = context.words;
    Data data = statement(context,
                          topic.label.empty() ? capital(words.label(topic.topic)) : topic.label,
                          topic.origin);
    DataList lines;
    if (topic.inapplicable) {
        lines.push_back(statement(
            context, capital(say(Phrase::PageInapplicable, *topic.inapplicable)), {}));
    }
    for (const model::ActorStatement& one : topic.performers) {
        lines.push_back(statement(
            context, capital(say(Phrase::PagePerformer, words.actor(one.actor))), one.origin));
    }
    for (const model::Involvement& one : topic.consults) {
        lines.push_back(statement(
            context, capital(say(Phrase::PageConsults, words.involvement(one))), one.origin));
    }
    for (const model::ExceptionGround& one : topic.thresholds) {
        lines.push_back(statement(
            context, capital(say(Phrase::PageThreshold, namesOrWords(context, one))), one.origin));
    }
    for (const model::Point& one : topic.points) {
        lines.push_back(statement(
            context, one.label.empty() ? capital(words.label(one.point)) : one.label, one.origin));
    }
    for (const model::Explanation& one : topic.explanations) {
        if (!one.fromFile) {
            lines.push_back(statement(context, one.text, one.origin));
        }
    }
    put(data, "lines", std::move(lines));
    put(data, "duties", dutiesOf(context, model::HomeKind::Topic, index));
    return data;
}

std::string ambiguityText(const model::Ambiguity& ambiguity) {
    std::string readings;
    for (std::size_t i = 0; i < ambiguity.readings.size(); ++i) {
        const std::string letter(1, static_cast<char>('a' + i % 26));
        readings += (readings.empty() ? "" : "; ") +
                    say(Phrase::PageReading, letter, ambiguity.readings[i]);
    }
    return ambiguity.label.empty() ? say(Phrase::PageAmbiguousAlone, readings)
                                   : say(Phrase::PageAmbiguous, ambiguity.label, readings);
}

} // namespace

std::string slotText(const model::VariantGroup& group) {
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
        return say(Phrase::PageSlotTaskModality, group.owner);
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
        open.push_back(
            statement(context, capital(say(Phrase::PageBlank, blank.text)), blank.origin));
    }
    for (const model::FrameworkUse& use : protocol.frameworks) {
        if (!use.openTerm.empty()) {
            open.push_back(statement(
                context,
                capital(say(Phrase::PageFramework, say(Phrase::PageFrameworkOpen, use.openTerm))),
                use.origin));
        }
    }
    for (const model::Ambiguity& ambiguity : protocol.ambiguities) {
        open.push_back(statement(context, capital(ambiguityText(ambiguity)), ambiguity.origin));
    }
    for (const model::VariantGroup& group : protocol.variantGroups) {
        model::Origin all;
        for (const auto& statements : group.statements) {
            for (const model::Origin& origin : statements) {
                all.places.insert(all.places.end(), origin.places.begin(), origin.places.end());
            }
        }
        open.push_back(
            statement(context, capital(say(Phrase::PageVariant, slotText(group))), all));
    }
    put(page, "open", std::move(open));
}

} // namespace meldc::emit
