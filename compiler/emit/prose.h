#pragma once

#include "model/plain_statements.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// An organisation's own prose, written in Markdown in files of its own.
namespace meldc::emit {

/// The texts of explanations that stand in files, by the place of the statement that names the file.
class ProseFiles {
public:
    void add(const support::Span& statement, std::string text) {
        texts_.insert_or_assign({statement.file, statement.begin}, std::move(text));
    }
    /// Null: it stands in no file, or nobody opened it.
    [[nodiscard]] const std::string* find(const model::Explanation& explanation) const {
        const support::Span& place = explanation.origin.span;
        const auto at = texts_.find({place.file, place.begin});
        return explanation.fromFile && at != texts_.end() ? &at->second : nullptr;
    }
    /// All texts behind one another, for a hash.
    [[nodiscard]] std::string bytes() const {
        std::string all;
        for (const auto& [place, text] : texts_) {
            all += std::to_string(text.size()) + ":" + text;
        }
        return all;
    }

private:
    std::map<std::pair<support::FileId, std::uint32_t>, std::string> texts_;
};

/// Words of one look. What is HTML in Markdown is text here.
struct ProseRun {
    std::string text;
    bool isStrong = false;
    bool isEmphasis = false;
    bool isCode = false;
    /// A new line begins before it.
    bool isAfterBreak = false;
    /// Where it leads: an address of the web or of mail; empty: nowhere. Others are left out.
    std::string link;

    friend bool operator==(const ProseRun&, const ProseRun&) = default;
};

/// A part of a text. Paragraph, Heading, Code and Cell have runs, the others children.
struct ProseBlock {
    enum class Kind : std::uint8_t {
        Paragraph, Heading, Quote, List, Item, Code, Table, Row, Cell, Rule
    };
    Kind kind = Kind::Paragraph;
    /// Heading: 1 is the highest that the text has itself; no level is skipped.
    int level = 0;
    /// List: numbered from `first`.
    bool isOrdered = false;
    int first = 1;
    /// Row: the names of the columns.
    bool isHead = false;
    std::vector<ProseRun> runs;
    std::vector<ProseBlock> children;
};

/// How deep lists and quotations may stand in one another; what is deeper stands at this depth.
inline constexpr int kMaxProseNesting = 12;

/// Markdown (CommonMark with tables) as blocks. Every text is Markdown; nothing in it is carried out:
/// HTML is text, images are the text that describes them.
[[nodiscard]] std::vector<ProseBlock> proseOf(std::string_view markdown);

/// The blocks as HTML whose highest heading is `level`; at most 6 in HTML.
[[nodiscard]] std::string proseHtml(const std::vector<ProseBlock>& blocks, int level);

} // namespace meldc::emit
