#pragma once

#include <algorithm>

namespace meldc::support {

/// Whether `range` holds an element equal to `value`: std::ranges::contains of C++23.
template <class Range, class Value> [[nodiscard]] bool contains(const Range& range, const Value& value) {
    return std::ranges::find(range, value) != std::ranges::end(range);
}

} // namespace meldc::support
