#pragma once

namespace meldc::test {

/// Whether this build has the sanitizers, under which our code runs some tens of times slower. Tests
/// that repeat one thing for very many cases then take a few of them: each case runs the same code, and
/// the build without sanitizers takes them all.
#ifdef MELDC_SANITIZED
inline constexpr bool kIsSanitized = true;
#else
inline constexpr bool kIsSanitized = false;
#endif

} // namespace meldc::test
