#include "syntax/layout.h"

#include "support/utf8.h"

#include <algorithm>

namespace meldc::syntax {

namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kContinued = 4;

/// A comment between two tokens.
struct Comment {
    std::string_view text;
    /// Whether nothing stands before it on its line, and whether an empty line does.
    bool isAlone = false;
    bool hasGap = false;
};

/// What stands between two tokens.
struct Between {
    std::vector<Comment> comments;
    /// Whether the next token is on another line, and whether an empty line is before it.
    bool breaks = false;
    bool hasGap = false;
};

std::string_view withoutBlanksAtEnd(std::string_view text) {
    const std::size_t last = text.find_last_not_of(" \t\r");
    return last == std::string_view::npos ? std::string_view() : text.substr(0, last + 1);
}

Between readBetween(std::string_view gap, bool isAtStart) {
    Between between;
    std::size_t feeds = isAtStart ? 1 : 0;
    for (std::size_t at = 0; at < gap.size(); ++at) {
        if (gap[at] == '\n') {
            ++feeds;
        } else if (gap[at] == '/') {
            const std::size_t end = std::min(gap.find('\n', at), gap.size());
            between.comments.push_back({withoutBlanksAtEnd(gap.substr(at, end - at)), feeds > 0,
                                        feeds > 1 && !(isAtStart && between.comments.empty())});
            feeds = 0;
            at = end - 1;
        }
    }
    between.breaks = feeds > 0;
    between.hasGap = feeds > 1;
    return between;
}

class Layout {
public:
    Layout(std::string_view text, const std::vector<LayoutToken>& tokens)
        : text_(text), tokens_(tokens), columns_(tokens.size()), staysOpen_(tokens.size()) {
        findShortBlocks();
    }

    std::string run() {
        for (std::size_t index = 0; index < tokens_.size(); ++index) {
            put(index);
        }
        const std::size_t end = tokens_.empty() ? 0 : tokens_.back().end;
        const Between rest = readBetween(text_.substr(end), tokens_.empty());
        putComments(rest, 0, !tokens_.empty());
        if (!result_.empty()) {
            result_ += '\n';
        }
        return std::move(result_);
    }

private:
    [[nodiscard]] std::string_view view(std::size_t index) const {
        return text_.substr(tokens_[index].begin, tokens_[index].end - tokens_[index].begin);
    }

    [[nodiscard]] std::string_view gapBefore(std::size_t index) const {
        const std::size_t begin = index == 0 ? 0 : tokens_[index - 1].end;
        return text_.substr(begin, tokens_[index].begin - begin);
    }

    /// Blocks that may stay on one line: their author left them there, with at most one statement and
    /// no block inside. Whether they fit is seen when they are reached.
    void findShortBlocks() {
        std::size_t open = tokens_.size();
        std::size_t statements = 0;
        for (std::size_t index = 0; index < tokens_.size(); ++index) {
            const LayoutRole role = tokens_[index].role;
            if (role == LayoutRole::Opens) {
                open = index;
                statements = 0;
                continue;
            }
            if (open < index && gapBefore(index).find_first_of("\n/") != std::string_view::npos) {
                open = tokens_.size();
            }
            statements += role == LayoutRole::Statement ? 1U : 0U;
            if (role == LayoutRole::Closes && open < index) {
                if (statements <= 1) {
                    staysOpen_[open] = index;
                }
                open = tokens_.size();
            }
        }
    }

    [[nodiscard]] static bool isTight(std::string_view before, std::string_view after) {
        return after == "," || after == ")" || before == "(" || before == "-" || after == "-";
    }

    [[nodiscard]] std::string_view blankBefore(std::size_t index) const {
        const std::string_view before = view(index - 1);
        const std::string_view after = view(index);
        const bool isInList =
            (before == "{" && tokens_[index - 1].role != LayoutRole::Opens) ||
            (after == "}" && tokens_[index].role != LayoutRole::Closes);
        const bool isEmptyBlock = before == "{" && after == "}";
        return isTight(before, after) || isInList || isEmptyBlock ? "" : " ";
    }

    /// Whether the block that opens at `index` fits on the line that it begins on.
    [[nodiscard]] bool fits(std::size_t index) const {
        const std::size_t last = staysOpen_[index];
        std::size_t width = column_;
        for (std::size_t at = index; at <= last && width <= kMaxLineColumns; ++at) {
            width += support::displayWidth(view(at)) + (at > index ? blankBefore(at).size() : 0);
        }
        return width <= kMaxLineColumns;
    }

    void add(std::string_view text) {
        result_ += text;
        column_ += support::displayWidth(text);
    }

    void startLine(std::size_t indent, bool hasGap) {
        if (!result_.empty()) {
            result_ += hasGap ? "\n\n" : "\n";
        }
        result_.append(indent, ' ');
        column_ = indent;
    }

    /// The comments before a token; those alone on their line at `indent`.
    void putComments(const Between& between, std::size_t indent, bool mayHaveGap) {
        for (const Comment& comment : between.comments) {
            if (comment.isAlone) {
                startLine(indent, comment.hasGap && mayHaveGap);
            } else {
                add("  ");
            }
            add(comment.text);
            mayHaveGap = mayHaveGap || comment.isAlone;
        }
    }

    [[nodiscard]] std::size_t indentOf(const LayoutToken& token) const {
        const std::size_t indent = kIndent * depth_;
        switch (token.role) {
        case LayoutRole::Statement:
            return indent;
        case LayoutRole::Closes:
            return indent - kIndent;
        case LayoutRole::Part:
            return indent + kIndent;
        case LayoutRole::Aligned:
            return columns_[token.below];
        case LayoutRole::Inner:
        case LayoutRole::Opens:
            break;
        }
        return indent + kContinued;
    }

    void put(std::size_t index) {
        const LayoutToken& token = tokens_[index];
        const Between between = readBetween(gapBefore(index), index == 0);
        const bool isFirst = index == 0;
        const bool isBehindBrace = !isFirst && tokens_[index - 1].role == LayoutRole::Opens;
        const bool isOnOneLine = index <= oneLineUntil_ && !isFirst;
        const bool isEmptyBlock =
            isBehindBrace && token.role == LayoutRole::Closes && between.comments.empty();
        const bool begins = token.role == LayoutRole::Statement || token.role == LayoutRole::Closes ||
                            isBehindBrace;
        const bool continues = between.breaks && token.role != LayoutRole::Opens;
        putComments(between,
                    token.role == LayoutRole::Closes ? kIndent * depth_ : indentOf(token),
                    !isFirst && !isBehindBrace);
        const bool isBelowComment =
            !between.comments.empty() && between.comments.back().isAlone;
        const bool mustBreak = begins || continues || !between.comments.empty();
        if (mustBreak && !isOnOneLine && !isEmptyBlock) {
            const bool mayHaveGap = token.role == LayoutRole::Statement &&
                                    (!isBehindBrace || isBelowComment);
            startLine(indentOf(token), between.hasGap && mayHaveGap);
        } else if (!isFirst) {
            add(blankBefore(index));
        }
        if (token.role == LayoutRole::Closes) {
            --depth_;
        }
        columns_[index] = column_;
        if (token.role == LayoutRole::Opens) {
            ++depth_;
            if (staysOpen_[index] != 0 && fits(index)) {
                oneLineUntil_ = staysOpen_[index];
            }
        }
        add(view(index));
    }

    std::string_view text_;
    const std::vector<LayoutToken>& tokens_;
    std::string result_;
    /// Where each token begins on its line.
    std::vector<std::size_t> columns_;
    /// For the brace of a block that may stay on one line: the number of its end; else 0.
    std::vector<std::size_t> staysOpen_;
    /// How wide the last line is so far.
    std::size_t column_ = 0;
    /// The end of the block that is left on one line.
    std::size_t oneLineUntil_ = 0;
    std::size_t depth_ = 0;
};

} // namespace

std::string layOut(std::string_view text, const std::vector<LayoutToken>& tokens) {
    return Layout(text, tokens).run();
}

} // namespace meldc::syntax
