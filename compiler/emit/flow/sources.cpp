#include "emit/flow/flow.h"
#include "emit/layout.h"
#include "emit/xml_text.h"

#include <algorithm>

namespace meldc::emit::flow {

namespace {

/// Boxes of a drawing that another program makes are this many characters wide.
constexpr std::size_t kDrawnWidth = 40;

std::string name(std::size_t row) {
    return "r" + std::to_string(row);
}
std::string name(std::size_t row, std::size_t side) {
    return name(row) + "s" + std::to_string(side);
}

/// Every sign with which Mermaid could begin something of its own goes as a number: brackets, quotes,
/// directives (%%{…}%%), Markdown, entities, ends of statements.
std::string mermaidText(std::string_view text) {
    std::string result;
    for (const char letter : shownText(text)) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool isPlain = byte >= 0x80 || (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
                             (letter >= 'A' && letter <= 'Z') || letter == ' ' || letter == '.' || letter == ',' ||
                             letter == ':' || letter == '?' || letter == '\'' || letter == '-';
        result += isPlain ? std::string(1, letter) : "#" + std::to_string(byte) + ";";
    }
    return result;
}

/// A string of DOT whose lines end where boxes do. Graphviz reads entities and escapes in it.
std::string dotText(std::string_view text) {
    std::string result = "\"";
    std::string broken = wrapped(shownText(text), "", "", kDrawnWidth);
    while (broken.ends_with('\n')) {
        broken.pop_back();
    }
    for (const char letter : broken) {
        switch (letter) {
        case '"':
            result += "\\\"";
            break;
        case '\\':
            result += "\\\\";
            break;
        case '&':
            result += "&amp;";
            break;
        case '\n':
            result += "\\n";
            break;
        default:
            result += letter;
        }
    }
    return result + "\"";
}

} // namespace

std::string mermaid(const Flow& flow, const std::string& modelSha256) {
    std::string text = "%% meldc-model: " + modelSha256 + "\nflowchart TD\n    accTitle: " + mermaidText(flow.title) +
                       "\n    accDescr: " + mermaidText(flow.description) + "\n";
    for (std::size_t i = 0; i < flow.rows.size(); ++i) {
        const Row& row = flow.rows[i];
        text += "    " + name(i) + (row.isEnd ? "[\"" : "(\"") + mermaidText(row.text) + (row.isEnd ? "\"]" : "\")") +
                (row.isHole ? ":::hole" : "") + "\n";
        for (std::size_t j = 0; j < row.sides.size(); ++j) {
            const Side& side = row.sides[j];
            text += "    " + name(i, j) + "[\"" + mermaidText(side.text) + "\"]" + (side.isHole ? ":::hole" : "") + "\n    " +
                    name(i) + " -.- " + (side.label.empty() ? "" : "|\"" + mermaidText(side.label) + "\"| ") + name(i, j) + "\n";
        }
    }
    for (std::size_t i = 0; i < flow.rows.size(); ++i) {
        for (const Arrow& arrow : flow.rows[i].arrows) {
            text += "    " + name(i) + " --> " + (arrow.label.empty() ? "" : "|\"" + mermaidText(arrow.label) + "\"| ") +
                    name(arrow.to) + "\n";
        }
    }
    return text + "    classDef hole stroke-dasharray: 5 4\n";
}

std::string dot(const Flow& flow, const std::string& modelSha256) {
    std::string text = "// meldc-model: " + modelSha256 + "\ndigraph meldc {\n    graph [label=" + dotText(flow.title) +
                       ", labelloc=t, tooltip=" + dotText(flow.description) +
                       ", fontname=\"sans-serif\"];\n    node [shape=box, fontname=\"sans-serif\"];\n"
                       "    edge [fontname=\"sans-serif\"];\n";
    for (std::size_t i = 0; i < flow.rows.size(); ++i) {
        const Row& row = flow.rows[i];
        const std::string style = row.isHole ? "dashed" : row.isEnd ? "solid" : "\"rounded,bold\"";
        text += "    " + name(i) + " [label=" + dotText(row.text) + ", style=" + style + "];\n";
        for (std::size_t j = 0; j < row.sides.size(); ++j) {
            const Side& side = row.sides[j];
            text += "    " + name(i, j) + " [label=" + dotText(side.text) + ", style=" + (side.isHole ? "dashed" : "solid") +
                    "];\n    " + name(i) + " -> " + name(i, j) + " [style=dashed, arrowhead=none, label=" +
                    dotText(side.label) + "];\n";
        }
    }
    for (std::size_t i = 0; i < flow.rows.size(); ++i) {
        for (const Arrow& arrow : flow.rows[i].arrows) {
            text += "    " + name(i) + " -> " + name(arrow.to) + " [label=" + dotText(arrow.label) + "];\n";
        }
    }
    return text + "}\n";
}

} // namespace meldc::emit::flow
