#include "syntax/keywords.h"

#include <array>
#include <utility>

namespace meldc::syntax {

namespace {

using Spellings = std::pair<std::string_view, std::string_view>;

constexpr std::array<Spellings, kKeywordCount> kSpellings{{
#define KEYWORD(name, token, spelling, second) {spelling, second},
#include "syntax/keywords.inc"
#undef KEYWORD
}};

} // namespace

std::string_view spelling(Keyword keyword) {
    return kSpellings[static_cast<std::size_t>(keyword)].first;
}

std::string_view secondSpelling(Keyword keyword) {
    const Spellings& both = kSpellings[static_cast<std::size_t>(keyword)];
    return both.second.empty() ? both.first : both.second;
}

std::optional<Keyword> keywordSpelt(std::string_view text) {
    for (std::size_t i = 0; i < kSpellings.size(); ++i) {
        const Spellings& both = kSpellings[i];
        if (both.first == text || (!both.second.empty() && both.second == text)) {
            return static_cast<Keyword>(i);
        }
    }
    return std::nullopt;
}

} // namespace meldc::syntax
