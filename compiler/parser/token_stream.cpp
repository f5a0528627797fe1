#include "parser/token_stream.h"

#include <algorithm>

namespace meldc::parser {

antlr4::Token* VectorTokenStream::LT(ssize_t k) {
    if (k < 0) {
        const auto back = static_cast<std::size_t>(-k);
        return back > position_ ? nullptr : &tokens_[position_ - back];
    }
    const std::size_t ahead = k == 0 ? 0 : static_cast<std::size_t>(k) - 1;
    return &tokens_[std::min(position_ + ahead, tokens_.size() - 1)];
}

std::string VectorTokenStream::getText(const antlr4::misc::Interval& interval) {
    std::string text;
    const auto last = std::min(static_cast<std::size_t>(interval.b), tokens_.size() - 1);
    for (auto i = static_cast<std::size_t>(interval.a); i <= last; ++i) {
        text += tokens_[i].view();
    }
    return text;
}

std::string VectorTokenStream::getText() {
    return getText(antlr4::misc::Interval(std::size_t{0}, tokens_.size() - 1));
}

std::string VectorTokenStream::getText(antlr4::RuleContext* context) {
    return getText(context->getSourceInterval());
}

std::string VectorTokenStream::getText(antlr4::Token* start, antlr4::Token* stop) {
    if (start == nullptr || stop == nullptr) {
        return {};
    }
    return getText(antlr4::misc::Interval(start->getTokenIndex(), stop->getTokenIndex()));
}

void VectorTokenStream::consume() {
    if (position_ + 1 < tokens_.size()) {
        ++position_;
    }
}

size_t VectorTokenStream::LA(ssize_t k) {
    const antlr4::Token* token = LT(k);
    return token == nullptr ? antlr4::Token::INVALID_TYPE : token->getType();
}

void VectorTokenStream::seek(size_t index) {
    position_ = std::min(index, tokens_.size() - 1);
}

} // namespace meldc::parser
