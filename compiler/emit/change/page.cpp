#include "emit/change/outline.h"
#include "emit/page/data.h"

namespace meldc::emit {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;
using support::Language;

constexpr std::string_view kChangeTemplate = "change.mustache";

std::string lookClass(ChangeLook look) {
    switch (look) {
    case ChangeLook::Worse:
        return "change";
    case ChangeLook::Better:
        return "fine";
    case ChangeLook::Look:
        return "better";
    case ChangeLook::Plain:
        break;
    }
    return "plain";
}

DataList textsOf(const std::vector<std::string>& lines) {
    DataList list;
    for (const std::string& line : lines) {
        list.push_back(Data("text", line));
    }
    return list;
}

Data itemData(const ChangeItem& item) {
    Data data;
    data.set("look", lookClass(item.look));
    put(data, "mark", item.mark);
    // What stands in quotes is a name, or the words of a text: it stays as it is written.
    data.set("text", item.text.starts_with("\u2018") ? item.text : capital(item.text));
    put(data, "count", item.count);
    DataList details;
    for (const ChangeDetail& detail : item.details) {
        Data one;
        one.set("label", capital(detail.label));
        put(one, "lines", textsOf(detail.lines));
        one.set("is_list", detail.lines.size() > 1);
        details.push_back(std::move(one));
    }
    put(data, "details", std::move(details));
    return data;
}

Data outlineData(const ChangeOutline& outline, std::size_t number, Language language) {
    Data data;
    const std::string id = std::to_string(number);
    data.set("id", id);
    data.set("title", outline.title);
    data.set("subtitle", outline.subtitle);
    data.set("is_shut", outline.isGateShut);
    data.set("gate", phrase(outline.isGateShut ? Phrase::ChangeGateShut : Phrase::ChangeGateOpen).in(language));
    put(data, "headline", textsOf(outline.headline));
    DataList sections;
    for (std::size_t index = 0; index < outline.sections.size(); ++index) {
        const ChangeSection& section = outline.sections[index];
        Data one;
        one.set("id", id + "-" + std::to_string(index + 1));
        one.set("heading", section.heading);
        put(one, "intro", textsOf(section.intro));
        one.set("is_brief", section.kind == ChangeSectionKind::SameMeaning);
        DataList items;
        for (const ChangeItem& item : section.items) {
            items.push_back(itemData(item));
        }
        put(one, "items", std::move(items));
        put(one, "closing", textsOf(section.closing));
        sections.push_back(std::move(one));
    }
    put(data, "sections", std::move(sections));
    return data;
}

} // namespace

std::string changePage(const ChangeReport& report, Language language) {
    Data page;
    page.set("lang", language == Language::Dutch ? "nl" : "en");
    page.set("style", templateText(kPageStyle));
    page.set("version", report.version);
    page.set("library_hash", report.baselineSha256);
    page.set("skip", phrase(Phrase::InspectSkip).in(language));
    DataList protocols;
    for (const ComparedProtocol& compared : report.protocols) {
        protocols.push_back(
            outlineData(outlineOf(report, compared, language), protocols.size() + 1, language));
    }
    const bool isOne = report.protocols.size() == 1;
    page.set("title", isOne ? outlineOf(report, report.protocols.front(), language).title
                            : phrase(Phrase::ChangeTitleMany).in(language));
    if (isOne) {
        // The page is called so already.
        protocols.front().set("title", phrase(Phrase::ChangeInShort).in(language));
    }
    page.set("is_many", !isOne);
    put(page, "protocols", std::move(protocols));
    put(page, "notes", textsOf(runNotes(report, language)));
    kainjow::mustache::mustache form(templateText(kChangeTemplate));
    return form.render(page);
}

} // namespace meldc::emit
