#include "emit/html/page.h"

#include "diagnostics/phrases.h"
#include "emit/docx/xml.h"
#include "emit/html/html.h"
#include "emit/xml_text.h"

#include <algorithm>
#include <numeric>

namespace meldc::emit::html {

namespace {

using document::Kind;
using document::Look;
using document::Tone;

/// The title of the document is the heading of level 1.
constexpr int kBelowTitle = 1;
constexpr int kPercent = 100;

std::string toneClass(Tone tone) {
    switch (tone) {
    case Tone::Change:
        return "change";
    case Tone::Better:
        return "better";
    case Tone::Judge:
        return "judge";
    case Tone::Fine:
        return "fine";
    case Tone::Aside:
        return "aside";
    case Tone::None:
        break;
    }
    return {};
}

std::string classed(const std::string& name) {
    return name.empty() ? std::string() : " class=\"" + name + "\"";
}

std::string withBreaks(std::string_view text) {
    std::string result;
    for (const char letter : markupText(text)) {
        result += letter == '\n' ? std::string("<br>") : std::string(1, letter);
    }
    return result;
}

/// Bytes as a part of an address.
std::string base64(std::string_view bytes) {
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string result;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        std::uint32_t three = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            three = three << 8U | (at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0U);
        }
        for (std::size_t i = 0; i < 4; ++i) {
            result += at + i > bytes.size() ? '=' : kLetters[three >> (18 - 6 * i) & 63U];
        }
    }
    return result;
}

std::string headingTag(int level) {
    return "h" + std::to_string(std::clamp(level + kBelowTitle, 2, 6));
}

} // namespace

std::string Page::body() {
    blocks(document_.blocks);
    return std::move(text_);
}

void Page::blocks(const document::Blocks& blocks) {
    for (const document::Block& block : blocks) {
        std::visit([&](const auto& each) { part(each); }, block.part);
    }
}

void Page::inside(const document::Blocks& blocks) {
    const auto* alone = blocks.size() == 1 ? std::get_if<document::Paragraph>(&blocks.front().part) : nullptr;
    if (alone != nullptr && alone->kind == Kind::Body && alone->tone == Tone::None) {
        runs(alone->text);
    } else {
        this->blocks(blocks);
    }
}

void Page::part(const document::Heading& heading) {
    const std::string tag = headingTag(heading.level);
    text_ += "<" + tag + (heading.anchor.empty() ? "" : " id=\"" + idOf(heading.anchor) + "\"") + ">";
    runs(heading.text);
    text_ += "</" + tag + ">\n";
}

void Page::part(const document::Paragraph& paragraph) {
    if (paragraph.kind == Kind::Quote) {
        text_ += "<blockquote><p>";
        runs(paragraph.text);
        text_ += "</p></blockquote>\n";
        return;
    }
    std::string name = toneClass(paragraph.tone);
    if (paragraph.kind != Kind::Body) {
        name = (paragraph.kind == Kind::Lead          ? "lead"
                : paragraph.kind == Kind::Destination ? "destination"
                                                      : "label") +
               (name.empty() ? "" : " " + name);
    }
    text_ += "<p" + classed(name) + ">";
    runs(paragraph.text);
    text_ += "</p>\n";
}

void Page::part(const document::List& list) {
    text_ += list.isTicked       ? "<ul class=\"ticks\">\n"
             : !list.isNumbered  ? "<ul>\n"
             : list.first == 1 ? std::string("<ol>\n")
                               : "<ol start=\"" + std::to_string(list.first) + "\">\n";
    for (const document::Blocks& item : list.items) {
        text_ += "<li>";
        inside(item);
        text_ += "</li>\n";
    }
    text_ += list.isNumbered ? "</ol>\n" : "</ul>\n";
}

void Page::part(const document::Definitions& definitions) {
    text_ += "<dl class=\"facts\">\n";
    for (const document::Definition& entry : definitions.entries) {
        text_ += "<dt>";
        runs(entry.term);
        text_ += "</dt>\n";
        for (const document::Blocks& meaning : entry.meanings) {
            text_ += "<dd>";
            inside(meaning);
            text_ += "</dd>\n";
        }
    }
    text_ += "</dl>\n";
}

std::string Page::nameOf(const document::Table& table) {
    std::string name = document::plainText(table.caption);
    if (name.empty()) {
        name = diagnostics::phrase(diagnostics::Phrase::PubTableOf, names_.size() + 1).in(document_.language);
    }
    const std::string first = name;
    for (int number = 2; !names_.insert(name).second; ++number) {
        name = first + " (" + std::to_string(number) + ")";
    }
    return name;
}

/// A region of its own, so that who has no mouse can scroll in it.
void Page::part(const document::Table& table) {
    text_ += "<div class=\"wide\" role=\"region\" aria-label=\"" + markupText(nameOf(table)) +
             "\" tabindex=\"0\">\n<table class=\"stack rows\">\n";
    if (!table.caption.empty()) {
        text_ += "<caption>";
        runs(table.caption);
        text_ += "</caption>\n";
    }
    std::vector<int> widths = table.widths;
    widths.resize(table.header.size(), 1);
    const int whole = std::max(1, std::accumulate(widths.begin(), widths.end(), 0));
    text_ += "<colgroup>";
    for (const int width : widths) {
        text_ += "<col style=\"width:" + std::to_string(width * kPercent / whole) + "%\">";
    }
    text_ += "</colgroup>\n<thead><tr>";
    for (const document::Runs& column : table.header) {
        text_ += "<th scope=\"col\">";
        runs(column);
        text_ += "</th>";
    }
    text_ += "</tr></thead>\n<tbody>\n";
    for (const document::Row& each : table.rows) {
        row(table, each);
    }
    text_ += "</tbody>\n</table>\n</div>\n";
}

void Page::row(const document::Table& table, const document::Row& row) {
    text_ += "<tr" + (row.anchor.empty() ? "" : " id=\"" + idOf(row.anchor) + "\"") +
             classed(toneClass(row.tone)) + ">";
    for (std::size_t i = 0; i < table.header.size(); ++i) {
        const bool isFirst = i == 0;
        text_ += isFirst ? std::string("<th scope=\"row\">")
                         : "<td data-head=\"" + markupText(document::plainText(table.header[i])) + "\">";
        if (i < row.cells.size()) {
            inside(row.cells[i].content);
        }
        text_ += isFirst ? "</th>" : "</td>";
    }
    text_ += "</tr>\n";
}

void Page::part(const document::Notice& notice) {
    text_ += "<div class=\"notice\" role=\"note\">\n";
    blocks(notice.content);
    text_ += "</div>\n";
}

void Page::part(const document::Field& field) {
    text_ += "<div class=\"room\" style=\"min-height:" + std::to_string(std::max(field.millimetres, 1)) +
             "mm\"><span class=\"unseen\">" + markupText(field.label) + "</span></div>\n";
}

void Page::part(const document::Image& image) {
    text_ += "<p><img alt=\"" + markupText(image.alternative) + "\" style=\"width:" +
             std::to_string(image.widthMillimetres) + "mm;max-width:100%\" src=\"data:image/png;base64," +
             base64(image.png) + "\"></p>\n";
}

void Page::part(const document::Drawing& drawing) {
    text_ += "<p class=\"label\">";
    runs(drawing.caption);
    text_ += "</p>\n<div class=\"wide\">\n" + drawing.svg + "</div>\n";
}

void Page::part(const document::Contents& contents) {
    const std::string title = idOf("contents of the document");
    text_ += "<nav aria-labelledby=\"" + title + "\">\n<h2 id=\"" + title + "\">" +
             markupText(contents.title) + "</h2>\n<ul>\n";
    int depth = 1;
    bool isItemOpen = false;
    for (const document::Heading* heading : document::headingsOf(document_)) {
        if (heading->level > contents.deepest || heading->anchor.empty()) {
            continue;
        }
        for (; depth < heading->level && isItemOpen; ++depth) {
            text_ += "\n<ul>\n";
            isItemOpen = false;
        }
        text_ += isItemOpen ? "</li>\n" : "";
        for (; depth > heading->level; --depth) {
            text_ += "</ul></li>\n";
        }
        text_ += "<li><a href=\"#" + idOf(heading->anchor) + "\">" +
                 markupText(document::plainText(heading->text)) + "</a>" + pageOf(heading->anchor);
        isItemOpen = true;
    }
    text_ += isItemOpen ? "</li>\n" : "";
    for (; depth > 1; --depth) {
        text_ += "</ul></li>\n";
    }
    text_ += "</ul>\n</nav>\n";
}

std::string Page::pageOf(const std::string& anchor) {
    if (pages_ == nullptr) {
        return {};
    }
    const auto found = pages_->find(idOf(anchor));
    // What is not known yet takes the room of what will be.
    const std::string number = found == pages_->end() ? "00" : std::to_string(found->second);
    return " <span class=\"page\">" + number + "</span>";
}

void Page::part(const document::PageBreak&) {
    text_ += "<div class=\"sheet\"></div>\n";
}

void Page::runs(const document::Runs& runs) {
    for (const document::Run& run : runs) {
        oneRun(run);
    }
}

void Page::oneRun(const document::Run& run) {
    const std::string address = docx::safeAddress(run.url);
    const std::string target = !address.empty()      ? address
                               : run.anchor.empty() ? std::string()
                                                    : "#" + idOf(run.anchor);
    std::string open = target.empty() ? "" : "<a href=\"" + markupText(target) + "\">";
    std::string close = target.empty() ? "" : "</a>";
    const auto wrap = [&](const std::string& tag, const std::string& attributes) {
        open += "<" + tag + attributes + ">";
        close = "</" + tag + ">" + close;
    };
    if (run.look == Look::Strong) {
        wrap("strong", {});
    } else if (run.look == Look::Emphasis) {
        wrap("em", {});
    } else if (run.look == Look::Code) {
        wrap("code", {});
    } else if (run.look == Look::Note) {
        wrap("span", " class=\"source\"");
    }
    if (run.language && *run.language != document_.language) {
        wrap("span", *run.language == support::Language::Dutch ? " lang=\"nl\"" : " lang=\"en\"");
    }
    text_ += open + withBreaks(run.text) + close;
}

const std::string& Page::idOf(const std::string& anchor) {
    std::string& id = ids_[anchor];
    if (id.empty()) {
        id = "d" + std::to_string(ids_.size());
    }
    return id;
}

} // namespace meldc::emit::html
