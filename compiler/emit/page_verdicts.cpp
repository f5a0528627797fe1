#include "emit/page_data.h"

#include "emit/report_view.h"

#include <set>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;

std::string lookOf(Group group) {
    switch (group) {
    case Group::MustChange:
        return "change";
    case Group::CanBeBetter:
        return "better";
    case Group::JudgeYourself:
        return "judge";
    case Group::InOrder:
        return "fine";
    }
    return {};
}

/// The sentence for the page: names that a terminal shows between backticks stand in quotes.
std::string sentenceOf(const support::Localized& text) {
    std::string result;
    bool isInside = false;
    for (const char letter : diagnostics::sentence(text).nl) {
        if (letter == '`') {
            result += isInside ? "’" : "‘";
            isInside = !isInside;
        } else {
            result += letter;
        }
    }
    return result;
}

/// What the document says at a place, line by line.
DataList quoteData(const evidence::Quotation& quotation) {
    DataList list;
    for (const evidence::QuotedLine& line : quotation.lines) {
        list.push_back(Data("text", line.text));
    }
    if (quotation.more > 0) {
        list.push_back(Data("text", diagnostics::phrase(Phrase::QuoteMore, quotation.more).nl));
    }
    return list;
}

/// Places in documents when there are any, else in the file.
DataList placesData(const Entry& entry) {
    DataList list;
    std::set<std::string> seen;
    for (const At& at : entry.at) {
        std::string text = at.inFile();
        if (!at.document.empty()) {
            const bool isLines = at.place.front() >= '0' && at.place.front() <= '9';
            text = say(isLines ? Phrase::PageAtLines : Phrase::PageAtHeading, at.document,
                       at.place);
        }
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
    data.set("message", sentenceOf(entry.message));
    put(data, "story", entry.story.isEmpty() ? "" : sentenceOf(entry.story));
    put(data, "remedy", entry.remedy.isEmpty() ? "" : sentenceOf(entry.remedy));
    put(data, "ask", entry.ask.isEmpty() ? "" : sentenceOf(entry.ask));
    put(data, "reservation",
        entry.reservation.isEmpty() ? "" : sentenceOf(entry.reservation));
    put(data, "places", placesData(entry));
    put(data, "grounds", groundsData(entry));
    return data;
}

std::string statusText(model::TextStatus status) {
    switch (status) {
    case model::TextStatus::Read:
        return say(Phrase::PageTextRead);
    case model::TextStatus::Excerpt:
        return say(Phrase::PageTextExcerpt);
    case model::TextStatus::Reconstructed:
        return say(Phrase::PageTextReconstructed);
    case model::TextStatus::Recalled:
        return say(Phrase::PageTextRecalled);
    }
    return {};
}

/// The sources on which the selected norms rest, in the state that is in force.
DataList sourcesData(const PageContext& context) {
    std::set<std::uint32_t> used;
    for (const model::Norm* norm : context.input.decider.norms) {
        for (const model::Ground& ground : norm->grounds) {
            used.insert(ground.source.value);
        }
    }
    DataList list;
    for (const std::uint32_t index : used) {
        const model::Source& source = context.vocabulary[model::SourceId{index}];
        if (const model::SourceState* state = source.stateOn(context.input.date)) {
            list.push_back(Data("text", say(Phrase::PageSourceState, source.title,
                                            state->from.str(), statusText(state->status))));
        }
    }
    return list;
}

} // namespace

void addVerdicts(Data& page, const PageContext& context) {
    const std::vector<Entry> entries =
        entriesOf(*context.input.sources, *context.input.report, context.input.quotes);
    DataList groups;
    DataList counts;
    for (const Group group : kGroups) {
        DataList members;
        for (const Entry& entry : entries) {
            if (entry.group == group) {
                members.push_back(entryData(entry));
            }
        }
        Data data;
        data.set("name", nameOf(group).nl);
        data.set("look", lookOf(group));
        data.set("count", std::to_string(members.size()));
        counts.push_back(data);
        data.set("is_fine", group == Group::InOrder);
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
    const auto until = input.decider.library->checkedUntil();
    put(page, "checked_until", until ? until->str() : std::string());
    put(page, "law_states", sourcesData(context));
    page.set("version", input.version);
    page.set("model_hash", input.modelSha256);
    page.set("baseline_hash", input.baselineSha256);
    page.set("source_hash", input.sha256);
    page.set("file", input.file);
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
