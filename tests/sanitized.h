#pragma once

#include <vector>

namespace meldc::test {

/// Whether this build has the sanitizers, under which our code runs some tens of times slower. Tests
/// that repeat one thing for very many cases then take a few of them: each case runs the same code, and
/// the build without sanitizers takes them all.
#ifdef MELDC_SANITIZED
inline constexpr bool kIsSanitized = true;
#else
inline constexpr bool kIsSanitized = false;
#endif

/// What a test is repeated for: all of it, or under the sanitizers the first two.
template <class T>
std::vector<T> inThisBuild(std::vector<T> all) {
    if (kIsSanitized && all.size() > 2) {
        all.resize(2);
    }
    return all;
}

} // namespace meldc::test
