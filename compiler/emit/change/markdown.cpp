#include "diagnostics/phrases.h"
#include "emit/change/outline.h"

#include <map>
#include <string>
#include <string_view>

namespace meldc::emit {

namespace {

/// The text with everything that Markdown or HTML would read as a sign taken literally, on one line.
std::string literal(std::string_view text) {
    std::string result;
    for (const char letter : text) {
        switch (letter) {
        case '\\': case '`': case '*': case '_': case '[': case ']': case '#': case '|': case '~': case '@':
            result += '\\';
            result += letter;
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '&':
            result += "&amp;";
            break;
        case '\n': case '\r':
            result += ' ';
            break;
        default:
            result += letter;
        }
    }
    return result;
}

std::string_view markOf(ChangeLook look) {
    switch (look) {
    case ChangeLook::Worse:
        return "🔻 ";
    case ChangeLook::Better:
        return "🔺 ";
    case ChangeLook::Look:
    case ChangeLook::Plain:
        break;
    }
    return "";
}

/// What is read first stays in sight; the rest is folded.
bool isFolded(const ChangeSection& section) {
    return section.kind != ChangeSectionKind::Findings && section.kind != ChangeSectionKind::Acceptances;
}

void addItem(std::string& out, const ChangeItem& item) {
    out += "- ";
    out += markOf(item.look);
    if (!item.mark.empty()) {
        out += "**" + literal(item.mark) + "**: ";
    }
    out += literal(item.text);
    if (!item.count.empty()) {
        out += " (" + literal(item.count) + ")";
    }
    out += '\n';
    for (const ChangeDetail& detail : item.details) {
        out += "  - *" + literal(detail.label) + "*: ";
        if (detail.lines.size() == 1) {
            out += literal(detail.lines.front()) + '\n';
            continue;
        }
        out += '\n';
        for (const std::string& line : detail.lines) {
            out += "    - " + literal(line) + '\n';
        }
    }
}

/// A merge request is read, not searched: of a folded list so many things of one kind are told.
constexpr std::size_t kMostOfAKind = 12;

void addSection(std::string& out, const ChangeSection& section, support::Language language) {
    const std::string count = section.items.empty() ? "" : " (" + std::to_string(section.items.size()) + ")";
    if (isFolded(section)) {
        out += "\n<details><summary>" + literal(section.heading) + count + "</summary>\n\n";
    } else {
        out += "\n#### " + literal(section.heading) + "\n\n";
    }
    for (const std::string& line : section.intro) {
        out += literal(line) + "\n\n";
    }
    std::map<std::string, std::size_t> counts;
    std::size_t left = 0;
    for (const ChangeItem& item : section.items) {
        if (isFolded(section) && counts[item.word]++ >= kMostOfAKind) {
            ++left;
        } else {
            addItem(out, item);
        }
    }
    if (left > 0) {
        const support::Localized more = diagnostics::phrase(diagnostics::Phrase::SectionMore, left);
        out += "\n" + literal(diagnostics::sentence(more).in(language)) + "\n";
    }
    for (const std::string& line : section.closing) {
        out += "\n" + literal(line) + "\n";
    }
    if (isFolded(section)) {
        out += "\n</details>\n";
    }
}

} // namespace

std::string changeMarkdown(const ChangeReport& report, support::Language language) {
    std::string out;
    for (const ComparedProtocol& compared : report.protocols) {
        const ChangeOutline outline = outlineOf(report, compared, language);
        out += (out.empty() ? "### " : "\n### ") + literal(outline.title) + "\n\n";
        out += literal(outline.subtitle) + "\n\n";
        for (const std::string& line : outline.headline) {
            out += "- " + literal(line) + '\n';
        }
        for (const ChangeSection& section : outline.sections) {
            addSection(out, section, language);
        }
    }
    for (const std::string& note : runNotes(report, language)) {
        out += "\n" + literal(note) + "\n";
    }
    return out;
}

} // namespace meldc::emit
