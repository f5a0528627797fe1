#include "emit/prose.h"

#include "emit/xml_text.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>

namespace meldc::emit {

namespace {

using ProseKind = ProseBlock::Kind;

struct ParserFree {
    void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct NodeFree {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};

std::string textOf(const char* text) {
    return text == nullptr ? std::string() : std::string(text);
}

/// Of headings in HTML.
constexpr int kLowest = 6;
constexpr std::array<std::string_view, 3> kSafeSchemes{"https://", "http://", "mailto:"};

/// A link that may be followed from a document: to the web or to a mail box.
bool isSafe(std::string_view link) {
    return std::any_of(kSafeSchemes.begin(), kSafeSchemes.end(),
                       [&](std::string_view scheme) { return link.starts_with(scheme); });
}

/// Whether the node is one of the extension for tables, which have no constants.
bool isOf(cmark_node* node, std::string_view type) {
    return cmark_node_get_type_string(node) == type;
}

/// The look of the words at hand.
struct ProseLook {
    bool isStrong = false;
    bool isEmphasis = false;
    std::string link;
};

class ProseReader {
public:
    std::vector<ProseBlock> read(std::string_view markdown) {
        cmark_gfm_core_extensions_ensure_registered();
        const std::unique_ptr<cmark_parser, ParserFree> parser(
            cmark_parser_new(CMARK_OPT_VALIDATE_UTF8));
        if (cmark_syntax_extension* tables = cmark_find_syntax_extension("table")) {
            cmark_parser_attach_syntax_extension(parser.get(), tables);
        }
        cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
        const std::unique_ptr<cmark_node, NodeFree> document(cmark_parser_finish(parser.get()));
        std::vector<ProseBlock> blocks;
        addChildren(blocks, document.get(), 0);
        setLevels(blocks);
        return blocks;
    }

private:
    void addChildren(std::vector<ProseBlock>& blocks, cmark_node* parent, int depth) {
        for (cmark_node* node = cmark_node_first_child(parent); node != nullptr;
             node = cmark_node_next(node)) {
            add(blocks, node, depth);
        }
    }

    void add(std::vector<ProseBlock>& blocks, cmark_node* node, int depth) {
        ProseBlock block;
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING) {
            block.kind = type == CMARK_NODE_HEADING ? ProseKind::Heading : ProseKind::Paragraph;
            block.level = type == CMARK_NODE_HEADING ? cmark_node_get_heading_level(node) : 0;
            addRuns(block.runs, node, {});
        } else if (type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK) {
            block.kind = type == CMARK_NODE_CODE_BLOCK ? ProseKind::Code : ProseKind::Paragraph;
            addLines(block.runs, textOf(cmark_node_get_literal(node)), type == CMARK_NODE_CODE_BLOCK);
        } else if (type == CMARK_NODE_THEMATIC_BREAK) {
            block.kind = ProseKind::Rule;
        } else if (isOf(node, "table_cell")) {
            block.kind = ProseKind::Cell;
            addRuns(block.runs, node, {});
        } else if (depth >= kMaxProseNesting) {
            addChildren(blocks, node, depth);
            return;
        } else {
            setContainer(block, node, type);
            addChildren(block.children, node, depth + 1);
        }
        blocks.push_back(std::move(block));
    }

    static void setContainer(ProseBlock& block, cmark_node* node, cmark_node_type type) {
        if (type == CMARK_NODE_LIST) {
            block.kind = ProseKind::List;
            block.isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
            block.first = std::max(cmark_node_get_list_start(node), block.isOrdered ? 0 : 1);
        } else if (type == CMARK_NODE_ITEM) {
            block.kind = ProseKind::Item;
        } else if (isOf(node, "table")) {
            block.kind = ProseKind::Table;
        } else if (isOf(node, "table_row") || isOf(node, "table_header")) {
            block.kind = ProseKind::Row;
            block.isHead = isOf(node, "table_header");
        } else {
            block.kind = ProseKind::Quote;
        }
    }

    void addRuns(std::vector<ProseRun>& runs, cmark_node* parent, const ProseLook& look) {
        for (cmark_node* node = cmark_node_first_child(parent); node != nullptr;
             node = cmark_node_next(node)) {
            const cmark_node_type type = cmark_node_get_type(node);
            ProseLook inner = look;
            if (type == CMARK_NODE_TEXT || type == CMARK_NODE_HTML_INLINE || type == CMARK_NODE_CODE) {
                push(runs, textOf(cmark_node_get_literal(node)), look, type == CMARK_NODE_CODE);
                continue;
            }
            if (type == CMARK_NODE_SOFTBREAK) {
                push(runs, " ", look, false);
                continue;
            }
            if (type == CMARK_NODE_LINEBREAK) {
                isBreakDue_ = true;
                continue;
            }
            inner.isStrong = inner.isStrong || type == CMARK_NODE_STRONG;
            inner.isEmphasis = inner.isEmphasis || type == CMARK_NODE_EMPH;
            if (type == CMARK_NODE_LINK) {
                const std::string link = textOf(cmark_node_get_url(node));
                inner.link = isSafe(link) ? link : std::string();
            }
            // Of an image its description is what there is to read.
            addRuns(runs, node, inner);
        }
    }

    void push(std::vector<ProseRun>& runs, std::string text, const ProseLook& look, bool isCode) {
        ProseRun run{std::move(text), look.isStrong, look.isEmphasis, isCode, isBreakDue_, look.link};
        isBreakDue_ = false;
        runs.push_back(std::move(run));
    }

    /// Text as it is, line by line.
    void addLines(std::vector<ProseRun>& runs, const std::string& text, bool isCode) {
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            isBreakDue_ = !runs.empty();
            push(runs, text.substr(begin, end - begin), {}, isCode);
            begin = end + 1;
        }
    }

    /// Levels of headings follow one another from 1 on, whichever the author took.
    static void setLevels(std::vector<ProseBlock>& blocks) {
        std::set<int> used;
        for (const ProseBlock& block : blocks) {
            if (block.kind == ProseKind::Heading) {
                used.insert(block.level);
            }
        }
        int last = 0;
        for (ProseBlock& block : blocks) {
            if (block.kind == ProseKind::Heading) {
                const int level = 1 + static_cast<int>(std::distance(used.begin(), used.find(block.level)));
                block.level = std::min(level, last + 1);
                last = block.level;
            }
        }
    }

    bool isBreakDue_ = false;
};

class ProseWriter {
public:
    explicit ProseWriter(int level) : level_(level) {}

    std::string write(const std::vector<ProseBlock>& blocks) {
        for (const ProseBlock& block : blocks) {
            write(block);
        }
        return std::move(text_);
    }

private:
    void write(const ProseBlock& block) {
        switch (block.kind) {
        case ProseKind::Paragraph:
            wrap("p", block);
            break;
        case ProseKind::Heading:
            wrap("h" + std::to_string(std::min(level_ + std::max(block.level, 1) - 1, kLowest)), block);
            break;
        case ProseKind::Code:
            text_ += "<pre>";
            runs(block.runs, "\n");
            text_ += "</pre>\n";
            break;
        case ProseKind::Quote:
            wrap("blockquote", block);
            break;
        case ProseKind::List:
            text_ += !block.isOrdered ? "<ul>\n"
                     : block.first == 1
                         ? std::string("<ol>\n")
                         : "<ol start=\"" + std::to_string(block.first) + "\">\n";
            children(block);
            text_ += block.isOrdered ? "</ol>\n" : "</ul>\n";
            break;
        case ProseKind::Item:
            wrap("li", block);
            break;
        case ProseKind::Table:
            text_ += "<div class=\"wide\" tabindex=\"0\"><table>\n";
            children(block);
            text_ += "</table></div>\n";
            break;
        case ProseKind::Row:
            isHead_ = block.isHead;
            wrap("tr", block);
            break;
        case ProseKind::Cell:
            text_ += isHead_ ? "<th scope=\"col\">" : "<td>";
            runs(block.runs, "<br>");
            text_ += isHead_ ? "</th>" : "</td>";
            break;
        case ProseKind::Rule:
            text_ += "<hr>\n";
            break;
        }
    }

    void wrap(const std::string& tag, const ProseBlock& block) {
        text_ += "<" + tag + ">";
        runs(block.runs, "<br>");
        children(block);
        text_ += "</" + tag + ">\n";
    }

    void children(const ProseBlock& block) {
        for (const ProseBlock& child : block.children) {
            write(child);
        }
    }

    void runs(const std::vector<ProseRun>& runs, std::string_view newLine) {
        for (const ProseRun& run : runs) {
            text_ += run.isAfterBreak ? newLine : std::string_view();
            const bool isCode = run.isCode && newLine != "\n";
            text_ += run.link.empty() ? "" : "<a href=\"" + markupText(run.link) + "\">";
            text_ += std::string(run.isStrong ? "<strong>" : "") + (run.isEmphasis ? "<em>" : "") +
                     (isCode ? "<code>" : "");
            text_ += markupText(run.text);
            text_ += std::string(isCode ? "</code>" : "") + (run.isEmphasis ? "</em>" : "") +
                     (run.isStrong ? "</strong>" : "");
            text_ += run.link.empty() ? "" : "</a>";
        }
    }

    std::string text_;
    int level_;
    bool isHead_ = false;
};

} // namespace

std::vector<ProseBlock> proseOf(std::string_view markdown) {
    return ProseReader().read(markdown);
}

std::string proseHtml(const std::vector<ProseBlock>& blocks, int level) {
    return ProseWriter(level).write(blocks);
}

} // namespace meldc::emit
