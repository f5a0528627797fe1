#include "emit/sentences/sentences.h"

/// Promises, routes, decisions, exceptions and topics.
namespace meldc::emit {

namespace {

using diagnostics::dutch;
using diagnostics::SentencePart;

} // namespace

std::string Sentences::of(const model::Meldnorm& meldnorm) const {
    return dutch(SentencePart::MeldnormHead, meldnorm.id, meldnorm.label);
}

std::string Sentences::of(const model::Promise& promise) const {
    std::string text;
    for (const model::ConceptId consequence : promise.consequences) {
        Clause clause = ours(promise.modality, consequence);
        clause.condition = conditions_.words(promise.condition);
        text += (text.empty() ? "" : " ") + sentenceOf(clause);
    }
    return text;
}

std::string Sentences::promised(model::Modality modality, model::ConceptId consequence) const {
    std::string text = sentenceOf(ours(modality, consequence));
    text.pop_back();
    return text;
}

std::string Sentences::of(const model::Route& route) const {
    std::string text = framed(SentencePart::RouteWhen, SentencePart::RouteInCase, route.condition);
    if (route.step.isValid()) {
        text += " " + dutch(SentencePart::RouteStep, protocol_.steps[route.step.value].id);
    }
    return text;
}

std::string Sentences::of(const model::Decision& decision) const {
    std::string about;
    for (const model::ConceptId each : decision.about) {
        about += (about.empty() ? "" : "; ") + vocabulary_[each].label.nl;
    }
    std::string text = dutch(decision.oneOf ? SentencePart::DecisionOneOf : SentencePart::DecisionAbout,
                             about);
    if (decision.step.isValid()) {
        text += " " + dutch(SentencePart::DecisionStep, protocol_.steps[decision.step.value].id);
    }
    return text;
}

std::string Sentences::exceptedBy(const model::Exception& exception) const {
    const model::Concept& on = vocabulary_[exception.on];
    const bool isDone = on.kind == model::ConceptKind::Action || on.kind == model::ConceptKind::Consequence;
    return isDone ? dutch(SentencePart::TheDoing, on.label.nl) : nouns_.of(exception.on).text;
}

std::string Sentences::of(const model::Exception& exception) const {
    return dutch(SentencePart::ExceptionOn, exceptedBy(exception));
}

std::string Sentences::ground(const model::ExceptionGround& ground) const {
    if (ground.names.empty()) {
        return dutch(SentencePart::GroundWords, ground.openTerm);
    }
    // One by one: a ground is often a list itself.
    std::string text;
    for (const model::ConceptId name : ground.names) {
        text += (text.empty() ? "" : " ") + dutch(SentencePart::Ground, vocabulary_[name].label.nl);
    }
    return text;
}

std::string Sentences::closed() const {
    return dutch(SentencePart::Closed);
}

std::string Sentences::later() const {
    return dutch(SentencePart::Later);
}

std::string Sentences::of(const model::Topic& topic) const {
    return capital(topic.label.empty() ? vocabulary_[topic.topic].label.nl : topic.label);
}

std::string Sentences::inapplicable(const model::Topic& topic) const {
    std::string reason = topic.inapplicable.value_or(std::string());
    if (reason.ends_with('.')) {
        reason.pop_back();
    }
    return dutch(SentencePart::Inapplicable, reason);
}

std::string Sentences::of(const model::Point& point) const {
    return point.label.empty()
               ? dutch(SentencePart::Point, vocabulary_[point.point].label.nl)
               : point.label;
}

std::string Sentences::threshold(const model::ExceptionGround& threshold) const {
    return threshold.names.empty() ? dutch(SentencePart::ThresholdWords, threshold.openTerm)
                                   : dutch(SentencePart::Threshold, nouns_.listOf(threshold.names, true));
}

std::string Sentences::of(const model::AgeBand& band) const {
    const std::string who = nouns_.listOf(band.who);
    const std::string from = std::to_string(band.from);
    if (!band.about.empty()) {
        const std::string about = nouns_.listOf(band.about);
        return band.until ? dutch(SentencePart::AgeUntilAbout, from, std::to_string(*band.until), who, about)
                          : dutch(SentencePart::AgeFromAbout, from, who, about);
    }
    return band.until ? dutch(SentencePart::AgeUntil, from, std::to_string(*band.until), who)
                      : dutch(SentencePart::AgeFrom, from, who);
}

} // namespace meldc::emit
