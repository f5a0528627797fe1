#include "diagnostics/phrases.h"
#include "diagnostics/sentence_parts.h"
#include "emit/national_numbers.h"
#include "emit/page/data.h"
#include "emit/publication/card_steps.h"
#include "emit/publication/publication.h"
#include "emit/publication/unpromised.h"
#include "emit/publication/writer.h"

#include <algorithm>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;

constexpr std::string_view kCardTemplate = "card.mustache";
constexpr std::string_view kCardStyle = "card.css";
constexpr std::string_view kLargeCardStyle = "card_a3.css";
/// Of what is said of somebody below the numbers, in bytes.
constexpr std::size_t kLongestReach = 200;

/// What its marks mean, of those that a card has.
class Legend {
public:
    void take(const PublishedStatement& line) {
        if (line.origin != nullptr) {
            isAmbiguous_ = isAmbiguous_ || !line.origin->guards.empty();
            isOpposed_ = isOpposed_ || line.origin->variant;
            isDraft_ = isDraft_ || line.origin->draft;
        }
        take(line.text);
    }
    void take(const std::string& text) {
        const std::string quoted = diagnostics::dutch(diagnostics::SentencePart::Quoted, "");
        hasWords_ = hasWords_ || text.find(quoted.substr(0, quoted.size() / 2)) != std::string::npos;
    }
    [[nodiscard]] DataList lines() const {
        DataList list;
        for (const auto& [isThere, phrase] :
             {std::pair{hasWords_, Phrase::PubLegendWords}, std::pair{isAmbiguous_, Phrase::PubLegendReading},
              std::pair{isOpposed_, Phrase::PubLegendVariant}, std::pair{isDraft_, Phrase::PubLegendDraft}}) {
            if (isThere) {
                list.push_back(Data("text", say(phrase)));
            }
        }
        return list;
    }

private:
    bool isAmbiguous_ = false;
    bool isOpposed_ = false;
    bool isDraft_ = false;
    bool hasWords_ = false;
};

/// With what makes it less than certain.
Data published(const PageContext& context, Legend& legend, const PublishedStatement& line) {
    legend.take(line);
    model::Origin origin = line.origin == nullptr ? model::Origin() : *line.origin;
    // Which level a statement comes from changes nothing of what it asks.
    origin.level = 1;
    if (line.areReadingsTold) {
        origin.guards.clear();
    }
    Data data;
    data.set("text", line.text);
    std::vector<std::string> marks = context.words.marks(origin);
    marks.insert(marks.end(), line.notes.begin(), line.notes.end());
    for (std::string& clash : clashesOf(context.input, context.sentences, origin)) {
        marks.push_back(std::move(clash));
    }
    DataList list;
    for (const std::string& mark : marks) {
        list.push_back(Data("mark", mark));
    }
    put(data, "marks", std::move(list));
    return data;
}

/// A duty; that it is open who does it stands apart, in smaller letters.
Data publishedDuty(const PageContext& context, Legend& legend, PublishedStatement line, const model::Actor& actor) {
    legend.take(line);
    const std::string remark = context.sentences.nouns().subject(actor).remark;
    const bool isApart = !remark.empty() && line.text.ends_with(" " + remark);
    if (isApart) {
        line.text.resize(line.text.size() - remark.size() - 1);
    }
    Data data = published(context, legend, line);
    put(data, "remark", isApart ? remark : std::string());
    return data;
}

/// What must be done at once in which case.
DataList urgentOf(const PageContext& context, Legend& legend) {
    DataList list;
    for (UrgentCase& one : urgentCases(context.protocol, context.sentences, urgentDuties(context.protocol))) {
        DataList lines;
        for (std::size_t i = 0; i < one.duties.size(); ++i) {
            lines.push_back(publishedDuty(context, legend, std::move(one.duties[i]), one.tasks[i]->actor));
        }
        Data data;
        data.set("text", one.when);
        put(data, "readings", one.readings);
        put(data, "duties", std::move(lines));
        list.push_back(std::move(data));
    }
    return list;
}

/// When a step is not done as it says, and what is done then.
DataList warningsOf(const PageContext& context, Legend& legend, std::uint32_t index) {
    DataList list;
    for (const std::string& text : warningsOnCard(context, index)) {
        legend.take(text);
        list.push_back(Data("text", text));
    }
    return list;
}

/// What a step asks at once, and whom in which case, each a sentence.
std::string casesIn(const PageContext& context, Legend& legend, std::uint32_t index) {
    std::string text;
    for (const std::string& one : directOnCard(context, index)) {
        text += (text.empty() ? "" : " ") + one;
    }
    for (const std::string& one : casesOnCard(context, index)) {
        text += (text.empty() ? "" : " ") + capital(one) + ".";
    }
    legend.take(text);
    return text;
}

/// Cases that lead to what is promised, and that no promise names.
DataList morePromised(const PageContext& context, Legend& legend) {
    DataList list;
    for (const Unpromised& one : unpromised(context.input)) {
        list.push_back(published(context, legend, {alsoPromised(context.words, context.sentences, one), &one.edge->origin}));
    }
    return list;
}

/// What must be done on a route; what may be done has no place on a card.
DataList firstOf(const PageContext& context, Legend& legend, std::uint32_t route) {
    std::vector<const model::Task*> tasks;
    for (const model::Task& task : context.protocol.tasks) {
        if (isAtHome(task, model::HomeKind::Route, route) && task.modality == model::Modality::Must) {
            tasks.push_back(&task);
        }
    }
    DataList list;
    for (PublishedStatement& line : dutiesOnce(context.protocol, context.sentences, tasks)) {
        const auto task = std::find_if(tasks.begin(), tasks.end(),
                                       [&](const model::Task* each) { return &each->origin == line.origin; });
        Data data = publishedDuty(context, legend, std::move(line), (*task)->actor);
        // What is not to be done at once can be read from nearer.
        data.set("is_later", (*task)->timing ? Data(Data::type::bool_false) : Data(Data::type::bool_true));
        list.push_back(std::move(data));
    }
    return list;
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

/// Where things are written down, and when only.
std::string systemsOf(const PageContext& context) {
    std::vector<std::string> names;
    for (std::uint32_t i = 0; i < context.protocol.systems.size(); ++i) {
        const model::Ref file{model::Ref::Kind::System, i};
        if (!isForSignals(context.vocabulary, context.protocol, file)) {
            const Written written = writtenWhen(context.protocol, context.sentences, file, [](const model::Task&) { return true; });
            const std::string name = context.sentences.nouns().of(file).text;
            const Phrase only = written.isAll ? Phrase::PubCardSystemOnly : Phrase::PubCardSystemPartly;
            names.push_back(written.clauses.empty() ? name : say(only, name, listed(written.clauses)));
        }
    }
    return names.empty() ? std::string() : say(Phrase::PubCardSystems, listed(names));
}

/// What the organisation itself says of its roles with a number: when they are there, who stands in for them.
DataList reachOf(const PageContext& context, const std::vector<const model::Contact*>& contacts) {
    DataList list;
    for (const model::Explanation& one : context.protocol.explanations) {
        const bool isNamed = std::any_of(contacts.begin(), contacts.end(), [&](const model::Contact* contact) {
            return std::any_of(context.protocol.roles.begin(), context.protocol.roles.end(), [&](const model::RoleDecl& role) {
                return std::find(role.kinds.begin(), role.kinds.end(), contact->party) != role.kinds.end() &&
                       one.text.find(role.label.empty() ? role.name : role.label) != std::string::npos;
            });
        });
        // A model says it of no one in particular; what is longer stands in the protocol.
        if (isNamed && one.origin.level == 0 && !one.fromFile && !context.protocol.follows.empty() &&
            one.text.size() <= kLongestReach) {
            list.push_back(Data("text", one.text));
        }
    }
    return list;
}

/// Who decides, in whole sentences: a name alone would not say what about.
DataList decisionsOf(const PageContext& context, Legend& legend) {
    DataList list;
    for (const model::Decision& one : context.protocol.decisions) {
        DataList lines;
        for (const PublishedStatement& line : decidersOf(context.protocol, context.sentences, one)) {
            lines.push_back(published(context, legend, line));
        }
        const std::string about = context.sentences.nouns().labels(one.about, one.oneOf);
        Data data = statement(context, one.label.empty() ? capital(about) : one.label, one.origin);
        put(data, "lines", std::move(lines));
        list.push_back(std::move(data));
    }
    return list;
}

/// Whom the card tells to inform or to ask, and who decides.
Involved involvedIn(const PageContext& context) {
    Involved involved(context.vocabulary, context.protocol);
    for (const model::Task& task : context.protocol.tasks) {
        if (task.home.kind == model::HomeKind::Route && task.modality == model::Modality::Must) {
            involved.take(task);
        }
    }
    for (const model::Task* task : urgentDuties(context.protocol)) {
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
    const std::string open = PublicationWriter(input, Publication::Protocol, audience).openNotice();
    put(page, "open_notice", open.empty() ? open : open + " " + say(Phrase::PubOpenInProtocol));
    const std::vector<const model::Contact*> contacts = contactsFor(input, audience);
    const bool hasPhone = std::any_of(contacts.begin(), contacts.end(),
                                      [](const model::Contact* contact) { return !contact->phone.empty(); });
    put(page, "no_phone", hasPhone ? std::string() : say(Phrase::PubNoPhone) + " " + say(Phrase::PubNational));
    put(page, "contacts", numbersOf(context, contacts));
    DataList blanks;
    for (const std::string& name : involvedIn(context).withoutNumber()) {
        blanks.push_back(Data("name", name));
    }
    put(page, "reach", reachOf(context, contacts));
    put(page, "blanks", audience == Audience::Internal ? std::move(blanks) : DataList());
    put(page, "systems", systemsOf(context));
    Legend legend;
    DataList routes;
    for (std::uint32_t i = 0; i < protocol.routes.size(); ++i) {
        const model::Route& route = protocol.routes[i];
        Data data = statement(context, route.label.empty() ? capital(route.id) : route.label, route.origin);
        put(data, "duties", firstOf(context, legend, i));
        routes.push_back(std::move(data));
    }
    put(page, "routes", std::move(routes));
    page.set("urgent_title", say(Phrase::PubNowOther));
    put(page, "urgent", urgentOf(context, legend));
    page.set("steps_title", say(Phrase::PubSteps));
    DataList steps;
    for (std::uint32_t i = 0; i < protocol.steps.size(); ++i) {
        const model::Step& step = protocol.steps[i];
        Data data = statement(context, step.label, step.origin);
        data.set("id", step.id);
        put(data, "warnings", warningsOf(context, legend, i));
        data.set("spoken", say(Phrase::PubCardStep, step.id));
        data.set("who", whoOnCard(context, step));
        put(data, "cases", casesIn(context, legend, i));
        steps.push_back(std::move(data));
    }
    put(page, "steps", std::move(steps));
    page.set("decisions_title", say(Phrase::PubDecisions));
    put(page, "decisions", decisionsOf(context, legend));
    page.set("promises_title", say(Phrase::PubPromises));
    DataList promises;
    for (const model::Meldnorm& one : protocol.meldnormen) {
        DataList lines;
        for (const model::Promise& promise : one.promises) {
            lines.push_back(published(context, legend, {context.sentences.of(promise), &promise.origin}));
        }
        Data data = published(context, legend, {one.label.empty() ? say(Phrase::PubPromisePlain, one.id) : one.label, &one.origin});
        put(data, "lines", std::move(lines));
        promises.push_back(std::move(data));
    }
    put(page, "promises", std::move(promises));
    DataList also = morePromised(context, legend);
    if (const std::string ask = askOnCard(input, context.sentences); !ask.empty()) {
        also.push_back(Data("text", ask));
    }
    put(page, "also", std::move(also));
    put(page, "legend", legend.lines());
    page.set("foot", footText(input, context.sentences, audience));
    if (own != nullptr) {
        return render(*own, page, input.modelSha256);
    }
    kainjow::mustache::mustache form(templateText(kCardTemplate));
    return form.render(page);
}

} // namespace meldc::emit
