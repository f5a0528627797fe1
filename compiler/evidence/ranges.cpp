#include "evidence/ranges.h"

#include "diagnostics/phrases.h"
#include "support/limits.h"

#include <algorithm>

namespace meldc::evidence {

Ranges merged(Ranges ranges) {
    std::sort(ranges.begin(), ranges.end(), [](const LineRange& a, const LineRange& b) {
        return a.first != b.first ? a.first < b.first : a.last < b.last;
    });
    Ranges result;
    for (const LineRange& range : ranges) {
        if (!result.empty() && range.first <= result.back().last + 1) {
            result.back().last = std::max(result.back().last, range.last);
        } else {
            result.push_back(range);
        }
    }
    return result;
}

bool contains(const Ranges& ranges, std::uint32_t line) {
    const auto after = std::upper_bound(
        ranges.begin(), ranges.end(), line,
        [](std::uint32_t wanted, const LineRange& each) { return wanted < each.first; });
    return after != ranges.begin() && line <= std::prev(after)->last;
}

std::size_t countOf(const Ranges& ranges) {
    std::size_t count = 0;
    for (const LineRange& range : ranges) {
        count += range.last - range.first + 1;
    }
    return count;
}

std::string written(const LineRange& range) {
    std::string text = std::to_string(range.first);
    if (range.last > range.first) {
        text += "-" + std::to_string(range.last);
    }
    return text;
}

support::Localized told(const Ranges& ranges) {
    std::string text;
    const std::size_t shown = std::min(ranges.size(), support::kMaxShownRanges);
    for (std::size_t i = 0; i < shown; ++i) {
        text += (i == 0 ? "" : ", ") + written(ranges[i]);
    }
    if (shown == ranges.size()) {
        return support::same(text);
    }
    return diagnostics::phrase(diagnostics::Phrase::RangesMore, support::same(text),
                               ranges.size() - shown);
}

} // namespace meldc::evidence
