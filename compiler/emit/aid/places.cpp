#include "emit/aid/places.h"

#include "emit/page/data.h"
#include "emit/publication/writer.h"

#include "diagnostics/phrases.h"

#include <algorithm>
#include <functional>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;

} // namespace

std::string groupOf(const AidContext& context, const model::Home& home) {
    const model::Protocol& protocol = context.protocol;
    const auto named = [&](const std::string& label, model::ConceptId id) {
        return capital(label.empty() ? context.vocabulary[id].label.nl : label);
    };
    switch (home.kind) {
    case model::HomeKind::Step:
        return say(Phrase::AidStep, protocol.steps[home.index].id,
                   protocol.steps[home.index].label);
    case model::HomeKind::Topic:
        return named(protocol.topics[home.index].label, protocol.topics[home.index].topic);
    case model::HomeKind::Route: {
        const model::Route& route = protocol.routes[home.index];
        return say(Phrase::AidRoute, route.label.empty() ? route.id : route.label);
    }
    case model::HomeKind::Exception:
        return say(Phrase::AidException, named(protocol.exceptions[home.index].label,
                                               protocol.exceptions[home.index].on));
    case model::HomeKind::Unit:
        break;
    }
    return say(Phrase::AidElsewhere);
}

std::vector<std::string> ownWordsAt(const AidContext& context, const model::Home& home) {
    const model::Protocol& protocol = context.protocol;
    return home.kind == model::HomeKind::Step    ? ownWords(context.input, protocol.steps[home.index].explanations)
           : home.kind == model::HomeKind::Topic ? ownWords(context.input, protocol.topics[home.index].explanations)
           : home.kind == model::HomeKind::Exception
               ? ownWords(context.input, protocol.exceptions[home.index].explanations)
                                                 : std::vector<std::string>();
}

std::vector<std::string> scopeOf(const AidContext& context, const model::Home& home) {
    std::vector<std::string> scope;
    if (home.kind != model::HomeKind::Topic) {
        return scope;
    }
    const model::Topic& topic = context.protocol.topics[home.index];
    if (const std::string& what = context.vocabulary[topic.topic].definition; !what.empty()) {
        scope.push_back(say(Phrase::PubTopicOnly, context.sentences.nouns().of(topic.topic).text, inSentence(what)));
    }
    for (const model::ExceptionGround& threshold : topic.thresholds) {
        scope.push_back(context.sentences.threshold(threshold));
    }
    return scope;
}

std::vector<std::string> exceptionsTo(const AidContext& context, const model::Home& home) {
    std::vector<std::string> lines;
    if (home.kind != model::HomeKind::Step) {
        return lines;
    }
    for (const model::Exception& one : context.protocol.exceptions) {
        if (!isStepExcepted(context.protocol, one, home.index)) {
            continue;
        }
        std::string line = (one.label.empty() ? say(Phrase::AidExceptionTo, context.sentences.exceptedBy(one))
                                              : say(Phrase::AidException, capital(one.label))) + ".";
        for (const model::ExceptionGround& ground : one.grounds) {
            line += " " + context.sentences.ground(ground);
        }
        if (!one.later.empty()) {
            line += " " + context.sentences.later();
        }
        const std::string source = context.words.source(one.origin);
        lines.push_back(source.empty() ? line : line + " (" + source + ")");
    }
    return lines;
}

std::string agesFor(const AidContext& context, const model::Task& task) {
    std::string text;
    for (const model::AgeBand& band : context.protocol.ageBands) {
        const bool isAbout = std::any_of(band.about.begin(), band.about.end(), [&](const model::Ref& about) {
            return std::find(task.objects.begin(), task.objects.end(), about) != task.objects.end();
        });
        if (isAbout && !task.with.empty()) {
            text += " " + context.sentences.of(band);
        }
    }
    return text;
}

namespace {

/// When a question is answered with yes, with what counts as its facts.
model::Condition yesOf(const model::Protocol& protocol, const model::Question& question) {
    const std::function<model::Condition(const model::Condition&)> whole = [&](const model::Condition& one) {
        model::Condition copy = one;
        std::transform(one.operands.begin(), one.operands.end(), copy.operands.begin(), whole);
        if (one.kind != model::ConditionKind::Fact) {
            return copy;
        }
        model::Condition either;
        either.kind = model::ConditionKind::Or;
        either.operands.push_back(one);
        for (const model::CountsAs& counts : protocol.countsAs) {
            if (counts.as == one.fact && counts.framework == question.framework) {
                either.operands.push_back(one);
                either.operands.back().fact = counts.fact;
            }
        }
        return either.operands.size() == 1 ? copy : either;
    };
    model::Condition yes;
    yes.kind = model::ConditionKind::Or;
    for (const model::ConditionStatement& one : question.yesWhen) {
        yes.operands.push_back(whole(one.condition));
    }
    return yes;
}

} // namespace

model::Condition answered(const model::Protocol& protocol, const model::Question& question, model::Answer answer) {
    model::Condition yes = yesOf(protocol, question);
    if (answer == model::Answer::Yes) {
        return yes;
    }
    model::Condition other;
    other.kind = answer == model::Answer::No ? model::ConditionKind::Not : model::ConditionKind::DoubtAbout;
    other.operands.push_back(std::move(yes));
    return other;
}

} // namespace meldc::emit
