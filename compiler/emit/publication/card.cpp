#include "diagnostics/phrases.h"
#include "emit/page/data.h"
#include "emit/publication/publication.h"
#include "emit/publication/writer.h"

namespace meldc::emit {

namespace {

using diagnostics::Phrase;

constexpr std::string_view kCardTemplate = "card.mustache";
constexpr std::string_view kCardStyle = "card.css";
constexpr std::string_view kLargeCardStyle = "card_a3.css";

/// Who performs a step, and with whom, in as few words as there are.
std::string whoOf(const Sentences& sentences, const model::Step& step) {
    std::vector<std::string> performers;
    for (const model::ActorStatement& one : step.performers) {
        performers.push_back(sentences.nouns().label(one.actor));
    }
    std::vector<std::string> others;
    for (const auto* statements : {&step.participants, &step.consults}) {
        for (const model::Involvement& one : *statements) {
            if (one.modality == model::Modality::Must) {
                others.push_back(sentences.nouns().labels(one.who, one.oneOf));
            }
        }
    }
    std::string text = performers.empty() ? say(Phrase::PubNobody) : capital(listed(performers));
    if (!performers.empty() && !others.empty()) {
        text += ", " + say(Phrase::PubCardWith, listed(others));
    }
    return text;
}

/// What must be done on a route; what may be done has no place on a card.
DataList firstOf(const PageContext& context, std::uint32_t route) {
    DataList list;
    for (const model::Task& task : context.protocol.tasks) {
        if (task.home.kind == model::HomeKind::Route && task.home.index == route &&
            task.modality == model::Modality::Must) {
            list.push_back(statement(context, context.sentences.of(task), task.origin));
        }
    }
    return list;
}

/// Who decides, in whole sentences: a name alone would not say what about.
DataList decisionsOf(const PageContext& context) {
    DataList list;
    for (const model::Decision& one : context.protocol.decisions) {
        DataList lines;
        addActors(lines, context, one.deciders, ActorSlot::Decider);
        addActors(lines, context, one.reporters, ActorSlot::Reporter);
        addActors(lines, context, one.owners, ActorSlot::Owner);
        const std::string about = context.sentences.nouns().labels(one.about, one.oneOf);
        Data data = statement(context, one.label.empty() ? capital(about) : one.label, one.origin);
        data.set("nobody", lines.empty() ? say(Phrase::PubNoDecider) : std::string());
        put(data, "lines", std::move(lines));
        list.push_back(std::move(data));
    }
    return list;
}

} // namespace

std::string cardPage(const BuildInput& input, CardSize size, Audience audience, const OwnTemplate* own) {
    const model::Protocol& protocol = *input.decider.protocol;
    const model::Vocabulary& vocabulary = input.decider.library->vocabulary;
    const PageContext context{input, protocol, vocabulary, PageWords(vocabulary, protocol),
                              Sentences(*input.decider.library, protocol)};
    Data page;
    page.set("style", templateText(kPageStyle) + templateText(kCardStyle) +
                          (size == CardSize::Large ? templateText(kLargeCardStyle) : std::string()));
    page.set("version", input.version);
    page.set("model_hash", input.modelSha256);
    page.set("title", say(Phrase::PubCardTitle, protocol.label));
    page.set("label", protocol.label);
    put(page, "organisation", protocol.organisation.empty() ? "" : protocol.organisation.front().text);
    page.set("about", say(Phrase::PubAbout));
    page.set("first", say(Phrase::PubCardNow));
    page.set("skip", say(Phrase::PubSkip));
    put(page, "template_notice",
        protocol.kind == model::UnitKind::Template ? say(Phrase::PubTemplateNotice) : std::string());
    DataList contacts;
    for (const model::Contact* contact : contactsFor(input, audience)) {
        if (!contact->phone.empty()) {
            Data data;
            data.set("name", nameOfContact(vocabulary, *contact));
            data.set("phone", contact->phone);
            contacts.push_back(std::move(data));
        }
    }
    put(page, "no_phone", contacts.empty() ? say(Phrase::PubNoPhone) : std::string());
    put(page, "contacts", std::move(contacts));
    DataList routes;
    for (std::uint32_t i = 0; i < protocol.routes.size(); ++i) {
        const model::Route& route = protocol.routes[i];
        Data data = statement(context, route.label.empty() ? capital(route.id) : route.label, route.origin);
        put(data, "duties", firstOf(context, i));
        routes.push_back(std::move(data));
    }
    put(page, "routes", std::move(routes));
    page.set("steps_title", say(Phrase::PubSteps));
    DataList steps;
    for (const model::Step& step : protocol.steps) {
        Data data = statement(context, step.label, step.origin);
        data.set("id", step.id);
        data.set("spoken", say(Phrase::PubCardStep, step.id));
        data.set("who", whoOf(context.sentences, step));
        steps.push_back(std::move(data));
    }
    put(page, "steps", std::move(steps));
    page.set("decisions_title", say(Phrase::PubDecisions));
    put(page, "decisions", decisionsOf(context));
    page.set("promises_title", say(Phrase::PubPromises));
    DataList promises;
    for (const model::Meldnorm& one : protocol.meldnormen) {
        promises.push_back(statement(context, one.label.empty() ? say(Phrase::PubPromisePlain, one.id) : one.label,
                                     one.origin));
    }
    put(page, "promises", std::move(promises));
    page.set("foot", footText(input, context.sentences));
    if (own != nullptr) {
        return render(*own, page, input.modelSha256);
    }
    kainjow::mustache::mustache form(templateText(kCardTemplate));
    return form.render(page);
}

} // namespace meldc::emit
