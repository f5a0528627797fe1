#include "syntax/keywords.h"

#include <algorithm>
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

struct Spelt {
    std::string_view text;
    Keyword keyword;
};

/// All spellings in order, for a binary search.
consteval auto sortedSpellings() {
    constexpr std::size_t kCount = kKeywordCount
#define KEYWORD(name, token, spelling, second) +(std::string_view(second).empty() ? 0 : 1)
#include "syntax/keywords.inc"
#undef KEYWORD
        ;
    std::array<Spelt, kCount> result{};
    std::size_t at = 0;
    for (std::size_t i = 0; i < kSpellings.size(); ++i) {
        for (const std::string_view text : {kSpellings[i].first, kSpellings[i].second}) {
            if (!text.empty()) {
                result[at++] = {text, static_cast<Keyword>(i)};
            }
        }
    }
    std::sort(result.begin(), result.end(), [](const Spelt& a, const Spelt& b) { return a.text < b.text; });
    return result;
}

constexpr auto kSorted = sortedSpellings();

} // namespace

std::string_view spelling(Keyword keyword) {
    return kSpellings[static_cast<std::size_t>(keyword)].first;
}

std::string_view secondSpelling(Keyword keyword) {
    const Spellings& both = kSpellings[static_cast<std::size_t>(keyword)];
    return both.second.empty() ? both.first : both.second;
}

std::optional<Keyword> keywordSpelt(std::string_view text) {
    const auto* found = std::lower_bound(kSorted.begin(), kSorted.end(), text,
                                         [](const Spelt& spelt, std::string_view wanted) { return spelt.text < wanted; });
    if (found == kSorted.end() || found->text != text) {
        return std::nullopt;
    }
    return found->keyword;
}

} // namespace meldc::syntax
