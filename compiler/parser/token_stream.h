#pragma once

#include <antlr4-runtime.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace meldc::parser {

/// A token as the generated parser takes it, in bytes instead of code points, without a copy of its
/// text. Plain values in one vector: most of the time of reading a small file is spent on tokens.
class SourceToken final : public antlr4::Token {
public:
    SourceToken(std::string_view source, std::size_t type, std::uint32_t begin, std::uint32_t end)
        : source_(source), type_(type), begin_(begin), end_(end) {}

    /// The text as it stands in the file; empty for the end mark and for inserted tokens.
    [[nodiscard]] std::string_view view() const { return source_.substr(begin_, end_ - begin_); }
    [[nodiscard]] std::uint32_t begin() const { return begin_; }
    [[nodiscard]] std::uint32_t end() const { return end_; }
    /// Whether nothing but blanks stands before it on its line.
    [[nodiscard]] bool isFirstOnLine() const { return firstOnLine_; }
    /// Column of the first token of its line, counted in code points from 0.
    [[nodiscard]] std::uint32_t indent() const { return indent_; }

    void setType(std::size_t type) { type_ = type; }
    void setIndex(std::size_t index) { index_ = index; }
    void setLine(std::uint32_t line, std::uint32_t indent, bool isFirst) {
        line_ = line;
        indent_ = indent;
        firstOnLine_ = isFirst;
    }

    // What the runtime asks for.
    std::string getText() const override { return std::string(view()); }
    size_t getType() const override { return type_; }
    size_t getLine() const override { return line_; }
    size_t getCharPositionInLine() const override { return 0; }
    size_t getChannel() const override { return antlr4::Token::DEFAULT_CHANNEL; }
    size_t getTokenIndex() const override { return index_; }
    size_t getStartIndex() const override { return begin_; }
    size_t getStopIndex() const override { return end_; }
    antlr4::TokenSource* getTokenSource() const override { return nullptr; }
    antlr4::CharStream* getInputStream() const override { return nullptr; }
    std::string toString() const override { return getText(); }

private:
    std::string_view source_;
    std::size_t type_;
    std::uint32_t begin_;
    std::uint32_t end_;
    std::size_t index_ = 0;
    std::uint32_t line_ = 1;
    std::uint32_t indent_ = 0;
    bool firstOnLine_ = false;
};

/// The token behind a token of the runtime: this folder makes no others.
[[nodiscard]] inline const SourceToken& sourceToken(const antlr4::Token* token) {
    return static_cast<const SourceToken&>(*token);
}

/// Walks over a vector of tokens that ends in an end mark.
class VectorTokenStream final : public antlr4::TokenStream {
public:
    /// `tokens` must not be empty and must outlive the stream.
    explicit VectorTokenStream(std::vector<SourceToken>& tokens) : tokens_(tokens) {}

    [[nodiscard]] std::vector<SourceToken>& tokens() { return tokens_; }
    [[nodiscard]] SourceToken& at(std::size_t index) { return tokens_[index]; }

    antlr4::Token* LT(ssize_t k) override;
    antlr4::Token* get(size_t index) const override { return &tokens_[index]; }
    antlr4::TokenSource* getTokenSource() const override { return nullptr; }
    std::string getText(const antlr4::misc::Interval& interval) override;
    std::string getText() override;
    std::string getText(antlr4::RuleContext* context) override;
    std::string getText(antlr4::Token* start, antlr4::Token* stop) override;
    void consume() override;
    size_t LA(ssize_t k) override;
    ssize_t mark() override { return 0; }
    void release(ssize_t /*marker*/) override {}
    size_t index() override { return position_; }
    void seek(size_t index) override;
    size_t size() override { return tokens_.size(); }
    std::string getSourceName() const override { return {}; }

private:
    std::vector<SourceToken>& tokens_;
    std::size_t position_ = 0;
};

} // namespace meldc::parser
