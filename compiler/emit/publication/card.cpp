#include "diagnostics/phrases.h"
#include "emit/national_numbers.h"
#include "emit/page/data.h"
#include "emit/publication/publication.h"
#include "emit/publication/writer.h"

#include <algorithm>

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
            if (one.modality == model::Modality::Must && !one.condition) {
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

/// With what makes it less than certain.
Data published(const PageContext& context, const PublishedStatement& line) {
    model::Origin origin = line.origin == nullptr ? model::Origin() : *line.origin;
    // Which level a statement comes from changes nothing of what it asks.
    origin.level = 1;
    Data data;
    data.set("text", line.text);
    std::vector<std::string> marks = context.words.marks(origin);
    marks.insert(marks.end(), line.notes.begin(), line.notes.end());
    if (isClash(context.input, origin)) {
        marks.push_back(say(Phrase::PubMarkClash));
    }
    DataList list;
    for (const std::string& mark : marks) {
        list.push_back(Data("mark", mark));
    }
    put(data, "marks", std::move(list));
    return data;
}

DataList publishedList(const PageContext& context, const std::vector<const model::Task*>& tasks) {
    DataList list;
    for (const PublishedStatement& line : dutiesOnce(context.protocol, context.sentences, tasks)) {
        list.push_back(published(context, line));
    }
    return list;
}

/// What must be done on a route; what may be done has no place on a card.
DataList firstOf(const PageContext& context, std::uint32_t route) {
    std::vector<const model::Task*> tasks;
    for (const model::Task& task : context.protocol.tasks) {
        if (task.home.kind == model::HomeKind::Route && task.home.index == route &&
            task.modality == model::Modality::Must) {
            tasks.push_back(&task);
        }
    }
    return publishedList(context, tasks);
}

/// Whom to call, the shortest number first: that of danger.
DataList numbersOf(const PageContext& context, const std::vector<const model::Contact*>& contacts) {
    std::vector<NationalNumber> numbers = nationalNumbers(context.vocabulary, context.protocol);
    for (const model::Contact* contact : contacts) {
        if (!contact->phone.empty()) {
            numbers.push_back({nameOfContact(context.vocabulary, *contact), contact->phone});
        }
    }
    std::stable_partition(numbers.begin(), numbers.end(), [](const NationalNumber& one) { return isEmergency(one.number); });
    DataList list;
    for (const NationalNumber& one : numbers) {
        Data data;
        data.set("name", one.name);
        data.set("phone", one.number);
        data.set("dialled", dialled(one.number));
        list.push_back(std::move(data));
    }
    return list;
}

/// Whether what is put there leads to something else, as a signal for others does: nothing is recorded there.
bool isForSignals(const model::Protocol& protocol, std::uint32_t system) {
    bool isUsed = false;
    for (const model::Task& task : protocol.tasks) {
        if (std::find(task.in.begin(), task.in.end(), model::Ref{model::Ref::Kind::System, system}) == task.in.end()) {
            continue;
        }
        isUsed = true;
        // Recording is a consequence itself; keeping has none.
        if (task.consequences.empty() ||
            std::find(task.consequences.begin(), task.consequences.end(), task.action) != task.consequences.end()) {
            return false;
        }
    }
    return isUsed;
}

/// Where things are written down.
std::string systemsOf(const PageContext& context) {
    std::vector<std::string> names;
    for (std::uint32_t i = 0; i < context.protocol.systems.size(); ++i) {
        const model::SystemDecl& system = context.protocol.systems[i];
        if (!isForSignals(context.protocol, i)) {
            names.push_back(system.label.empty() ? system.name : system.label);
        }
    }
    return names.empty() ? std::string() : say(Phrase::PubCardSystems, listed(names));
}

/// Who decides, in whole sentences: a name alone would not say what about.
DataList decisionsOf(const PageContext& context) {
    DataList list;
    for (const model::Decision& one : context.protocol.decisions) {
        DataList lines;
        for (const PublishedStatement& line : decidersOf(context.protocol, context.sentences, one)) {
            lines.push_back(published(context, line));
        }
        const std::string about = context.sentences.nouns().labels(one.about, one.oneOf);
        Data data = statement(context, one.label.empty() ? capital(about) : one.label, one.origin);
        put(data, "lines", std::move(lines));
        list.push_back(std::move(data));
    }
    return list;
}

/// Whom the card tells to inform or to ask, and who decides.
Involved involvedIn(const PageContext& context, CardSize size) {
    Involved involved(context.vocabulary, context.protocol);
    for (const model::Task& task : context.protocol.tasks) {
        if (task.home.kind == model::HomeKind::Route && task.modality == model::Modality::Must) {
            involved.take(task);
        }
    }
    for (const model::Task* task : size == CardSize::Small ? urgentDuties(context.protocol) : std::vector<const model::Task*>()) {
        involved.take(*task);
    }
    for (const model::Step& step : context.protocol.steps) {
        for (const auto* statements : {&step.participants, &step.consults}) {
            for (const model::Involvement& one : *statements) {
                if (one.modality == model::Modality::Must && !one.condition) {
                    involved.take(one.who);
                }
            }
        }
    }
    for (const model::Decision& one : context.protocol.decisions) {
        involved.take(one);
    }
    return involved;
}

} // namespace

std::string cardPage(const BuildInput& input, CardSize size, Audience audience, int percent,
                     const OwnTemplate* own) {
    const model::Protocol& protocol = *input.decider.protocol;
    const model::Vocabulary& vocabulary = input.decider.library->vocabulary;
    const PageContext context{input, protocol, vocabulary, PageWords(vocabulary, protocol),
                              Sentences(*input.decider.library, protocol)};
    Data page;
    page.set("style", templateText(kPageStyle) + templateText(kCardStyle) +
                          (size == CardSize::Large ? templateText(kLargeCardStyle) : std::string()) +
                          "@media print { .card { zoom: " + std::to_string(percent) + "%; } }\n");
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
    const std::vector<const model::Contact*> contacts = contactsFor(input, audience);
    const bool hasPhone = std::any_of(contacts.begin(), contacts.end(),
                                      [](const model::Contact* contact) { return !contact->phone.empty(); });
    put(page, "no_phone", hasPhone ? std::string() : say(Phrase::PubNoPhone) + " " + say(Phrase::PubNational));
    put(page, "contacts", numbersOf(context, contacts));
    DataList blanks;
    for (const std::string& name : involvedIn(context, size).withoutNumber()) {
        blanks.push_back(Data("name", name));
    }
    put(page, "blanks", audience == Audience::Internal ? std::move(blanks) : DataList());
    put(page, "systems", systemsOf(context));
    DataList routes;
    for (std::uint32_t i = 0; i < protocol.routes.size(); ++i) {
        const model::Route& route = protocol.routes[i];
        Data data = statement(context, route.label.empty() ? capital(route.id) : route.label, route.origin);
        put(data, "duties", firstOf(context, i));
        routes.push_back(std::move(data));
    }
    // Letters for two metres leave no room for these: the large card says where they stand.
    DataList urgent = publishedList(context, urgentDuties(protocol));
    const bool isElsewhere = size == CardSize::Large && !urgent.empty();
    put(page, "more", isElsewhere ? say(Phrase::PubMoreAtOnce) : std::string());
    if (!urgent.empty() && !isElsewhere) {
        Data data;
        data.set("text", say(Phrase::PubNowOther));
        put(data, "duties", std::move(urgent));
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
        const bool isWrong = std::any_of(one.promises.begin(), one.promises.end(),
                                         [&](const model::Promise& each) { return isClash(input, each.origin); });
        PublishedStatement line(one.label.empty() ? say(Phrase::PubPromisePlain, one.id) : one.label, &one.origin);
        if (isWrong) {
            line.notes.push_back(say(Phrase::PubMarkClash));
        }
        promises.push_back(published(context, line));
    }
    put(page, "promises", std::move(promises));
    page.set("foot", footText(input, context.sentences, audience));
    if (own != nullptr) {
        return render(*own, page, input.modelSha256);
    }
    kainjow::mustache::mustache form(templateText(kCardTemplate));
    return form.render(page);
}

} // namespace meldc::emit
