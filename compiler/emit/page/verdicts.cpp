#include "emit/page/data.h"

#include "emit/notices.h"
#include "emit/report_view.h"

#include <set>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;

/// Places in documents when there are any, else in the file.
DataList placesData(const Entry& entry) {
    DataList list;
    std::set<std::string> seen;
    for (const At& at : entry.at) {
        const std::string text = at.document.empty() ? told(at).nl : placeText(at).nl;
        if (seen.insert(text).second) {
            Data data("place", text);
            put(data, "quote", quoteData(at.quotation));
            list.push_back(std::move(data));
        }
    }
    return list;
}

DataList groundsData(const Entry& entry) {
    DataList list;
    if (entry.grounds == nullptr) {
        return list;
    }
    for (const baseline::GroundOnDate& ground : *entry.grounds) {
        if (ground.inForce) {
            Data data;
            data.set("text", ground.text.nl);
            put(data, "url", ground.url);
            put(data, "jci", ground.jci);
            list.push_back(std::move(data));
        }
    }
    return list;
}

Data entryData(const Entry& entry) {
    Data data;
    data.set("id", entry.id);
    put(data, "title", entry.title);
    put(data, "layer", entry.layer.nl);
    put(data, "verdict", entry.verdict.nl);
    data.set("message", shownSentence(entry.message));
    const bool isExplained =
        entry.group == Group::NotApplicable && entry.message.nl != entry.title;
    put(data, "why", isExplained ? shownSentence(entry.message) : "");
    put(data, "story", entry.story.isEmpty() ? "" : shownSentence(entry.story));
    put(data, "remedy", entry.remedy.isEmpty() ? "" : shownSentence(entry.remedy));
    put(data, "waiver", entry.waiver.isEmpty() ? "" : shownSentence(entry.waiver));
    put(data, "without_waiver",
        entry.withoutWaiver.isEmpty() ? "" : shownSentence(entry.withoutWaiver));
    put(data, "ask", entry.ask.isEmpty() ? "" : shownSentence(entry.ask));
    put(data, "reservation",
        entry.reservation.isEmpty() ? "" : shownSentence(entry.reservation));
    DataList notes;
    for (const support::Localized& note : entry.notes) {
        notes.push_back(Data("text", shownSentence(note)));
    }
    put(data, "notes", std::move(notes));
    put(data, "places", placesData(entry));
    put(data, "grounds", groundsData(entry));
    return data;
}

/// The sources on which the verdicts rest, in the text that is in force, and until when they were
/// checked.
DataList sourcesData(const PageContext& context) {
    DataList list;
    for (const baseline::SourceOnDate& each : context.input.decider.currency.sources) {
        list.push_back(Data("text", stateText(each).nl));
    }
    return list;
}

/// Where links into the page lead: groups that look the same are two places.
std::string groupAnchor(Group group) {
    switch (group) {
    case Group::FillIn:
        return "blanks";
    case Group::Differs:
        return "choices";
    default:
        return groupLook(group);
    }
}

} // namespace

std::string groupLook(Group group) {
    switch (group) {
    case Group::MustChange:
        return "change";
    case Group::FillIn:
    case Group::CanBeBetter:
        return "better";
    case Group::Differs:
    case Group::JudgeYourself:
        return "judge";
    case Group::Waived:
        return "waived";
    case Group::InOrder:
        return "fine";
    case Group::NotApplicable:
        return "aside";
    }
    return {};
}

std::string shownSentence(const support::Localized& text, support::Language language) {
    const std::string sentence = diagnostics::sentence(text).in(language);
    std::string result;
    bool isInside = false;
    for (const char letter : sentence) {
        if (letter == '`') {
            result += isInside ? "’" : "‘";
            isInside = !isInside;
        } else {
            result += letter;
        }
    }
    return result;
}

DataList quoteData(const evidence::Quotation& quotation, support::Language language) {
    DataList list;
    for (const evidence::QuotedLine& line : quotation.lines) {
        list.push_back(Data("text", line.text));
    }
    if (quotation.more > 0) {
        list.push_back(Data("text", diagnostics::phrase(Phrase::QuoteMore, quotation.more).in(language)));
    }
    return list;
}

support::Localized stateText(const baseline::SourceOnDate& source) {
    const support::Localized title = support::same(source.source->title);
    const support::Localized text =
        source.state == nullptr
            ? diagnostics::phrase(Phrase::SourceWithoutState, title)
            : diagnostics::phrase(Phrase::PageSourceState, title,
                                  support::same(source.state->from.str()),
                                  nameOf(source.state->status));
    return withCheck(text, *source.source);
}

void addVerdicts(Data& page, const PageContext& context) {
    const std::vector<Entry> entries =
        entriesOf(*context.input.sources, *context.input.report, context.input.quotes, FileNames::Names);
    DataList groups;
    DataList counts;
    for (const Group group : kGroups) {
        DataList members;
        for (const Entry& entry : entries) {
            if (entry.group == group) {
                members.push_back(entryData(entry));
            }
        }
        // Only a protocol with blanks, a model, waivers, or norms that do not concern it, has such a group.
        const bool isRare = group == Group::FillIn || group == Group::Differs ||
                            group == Group::Waived || group == Group::NotApplicable;
        if (isRare && members.empty()) {
            continue;
        }
        Data data;
        data.set("name", nameOf(group).nl);
        data.set("look", groupLook(group));
        data.set("anchor", groupAnchor(group));
        data.set("count", std::to_string(members.size()));
        counts.push_back(data);
        data.set("is_list", group >= Group::InOrder);
        data.set("has_any", !members.empty());
        data.set("entries", std::move(members));
        groups.push_back(std::move(data));
    }
    page.set("groups", std::move(groups));
    page.set("counts", std::move(counts));
}

void addFooter(Data& page, const PageContext& context) {
    const BuildInput& input = context.input;
    page.set("date", input.date.str());
    DataList notices;
    for (const support::Localized& notice : allNoticesOf(input.decider.currency)) {
        notices.push_back(Data("text", shownSentence(notice)));
    }
    put(page, "notices", std::move(notices));
    const auto until = input.decider.currency.checkedUntil();
    put(page, "checked_until", until ? until->str() : std::string());
    put(page, "law_states", sourcesData(context));
    page.set("version", input.version);
    page.set("model_hash", input.modelSha256);
    page.set("baseline_hash", input.baselineSha256);
    page.set("source_hash", input.sha256);
    page.set("file", nameOfFile(input.file));
    Tally tally;
    tally.add(*input.report);
    put(page, "provisional",
        tally.provisional > 0
            ? diagnostics::phrase(Phrase::ReportProvisionalCount, tally.provisional).nl
            : std::string());
    DataList documents;
    for (const model::SourceDocument& document : context.protocol.documents) {
        Data data;
        data.set("name", document.name);
        data.set("path", document.path);
        documents.push_back(std::move(data));
    }
    put(page, "documents", std::move(documents));
}

} // namespace meldc::emit
