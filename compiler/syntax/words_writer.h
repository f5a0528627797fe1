#pragma once

#include "syntax/keywords.h"
#include "syntax/tree.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace meldc::syntax {

/// Puts one line of source text together, word by word with a blank between them.
class WordsWriter {
public:
    WordsWriter& operator<<(Keyword keyword) { return word(spelling(keyword)); }
    /// A name as it was written: in quotes if it was.
    WordsWriter& operator<<(const Name& name) { return name.quoted ? text(name) : word(name.text); }
    WordsWriter& operator<<(std::uint32_t number) { return word(std::to_string(number)); }
    WordsWriter& operator<<(const Date& date) { return word(date.str()); }
    WordsWriter& operator<<(Modality modality);
    WordsWriter& operator<<(Answer answer);
    WordsWriter& operator<<(UnitKind kind);
    WordsWriter& operator<<(const Period& period);
    WordsWriter& operator<<(const Bilingual& texts);
    WordsWriter& operator<<(const Place& place);
    WordsWriter& operator<<(const SourcePart& part);
    WordsWriter& operator<<(TextStatus status);
    WordsWriter& operator<<(const std::vector<LineRange>& ranges);
    /// `a, b`
    WordsWriter& operator<<(const std::vector<Name>& names);
    WordsWriter& operator<<(const Condition& condition);
    WordsWriter& operator<<(const Goal& goal);
    WordsWriter& operator<<(const FieldCondition& condition);
    WordsWriter& operator<<(const Requirement& requirement);
    WordsWriter& operator<<(const Performer& performer);
    WordsWriter& operator<<(const Timing& timing);
    WordsWriter& operator<<(const EdgePart& part);
    WordsWriter& operator<<(const LapsePart& part);

    /// Whatever is there.
    template <class T>
    WordsWriter& operator<<(const std::optional<T>& value) {
        return value ? *this << *value : *this;
    }

    WordsWriter& word(std::string_view word);
    /// Always in quotes.
    WordsWriter& text(const Name& name);
    WordsWriter& text(const std::optional<Name>& name) { return name ? text(*name) : *this; }
    /// Directly behind the last word.
    WordsWriter& comma();
    /// `a en b`, with the keyword between.
    WordsWriter& group(const std::vector<Name>& names, Keyword between);

    [[nodiscard]] const std::string& str() const { return line_; }
    [[nodiscard]] bool isEmpty() const { return line_.empty(); }

private:
    template <class Node, class Needs>
    WordsWriter& chain(const std::vector<Node>& operands, Keyword between, Needs needsBrackets);
    WordsWriter& value(const FieldValue& value);
    /// One of the ways to meet a requirement.
    WordsWriter& alternative(const Requirement& requirement);

    std::string line_;
};

/// A block of items, each on a line of its own, below a head.
class BlockWriter {
public:
    /// Adds a line.
    void line(const WordsWriter& words);
    /// Adds a head with a block; `fill` writes the lines in it. Without lines: `{ }`.
    template <class Fill>
    void block(const WordsWriter& head, Fill fill) {
        begin(head);
        const std::size_t inside = text_.size();
        ++depth_;
        fill();
        --depth_;
        end(inside);
    }
    /// An empty line between two declarations.
    void gap();

    [[nodiscard]] std::string take() && { return std::move(text_); }

private:
    void begin(const WordsWriter& head);
    void end(std::size_t inside);
    void indent();

    std::string text_;
    std::size_t depth_ = 0;
};

/// Writes what a statement says: no block, no places, not that it is a draft or replaces something.
void writeHead(WordsWriter& out, const Statement& statement);
/// Writes a statement with its block.
void write(BlockWriter& out, const Statement& statement);

} // namespace meldc::syntax
