#include "support/names.h"

#include "support/adt.h"
#include "support/utf8.h"

#include <algorithm>

namespace meldc::support {

namespace {

/// A spelling in which case and separators do not count, for a first, forgiving comparison.
std::string folded(std::string_view name) {
    std::string result;
    for (const char c : composeAccents(name)) {
        if (c == '_' || c == '-' || c == ' ') {
            continue;
        }
        const bool isUpper = c >= 'A' && c <= 'Z';
        result += isUpper ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return result;
}

/// Names longer than this are not compared: nobody mistypes them by a letter.
constexpr std::size_t kLongestCompared = 80;

} // namespace

std::optional<std::string> nearestName(std::string_view wanted,
                                       std::span<const std::string> candidates) {
    const std::string key = folded(wanted);
    if (key.size() < 2 || key.size() > kLongestCompared) {
        return std::nullopt;
    }
    const auto allowed = static_cast<unsigned>(std::max<std::size_t>(1, (key.size() + 1) / 3));
    const std::string* best = nullptr;
    unsigned bestDistance = allowed + 1;
    for (const std::string& candidate : candidates) {
        if (candidate == wanted || candidate.size() > 2 * kLongestCompared) {
            continue;
        }
        const std::string other = folded(candidate);
        unsigned distance =
            StringRef(key).edit_distance(other, /*AllowReplacements=*/true, allowed);
        // A name of which the other is the beginning is likely meant too.
        const bool isStart = key.size() >= 4 &&
                             (other.starts_with(key) || key.starts_with(other)) &&
                             other.size() >= 4;
        if (distance > allowed && isStart) {
            distance = allowed;
        }
        // Two letters that differ wholly ("in" for "op") are no typing mistake.
        if (distance < bestDistance && distance < key.size()) {
            best = &candidate;
            bestDistance = distance;
        }
    }
    return best == nullptr ? std::nullopt : std::optional<std::string>(*best);
}

namespace {

/// No file of a user's is called so: it would be a folder.
constexpr std::string_view kBuiltIn = "meldc:";

} // namespace

std::string builtInFile(std::string_view name) {
    return std::string(kBuiltIn) + std::string(name);
}

std::optional<std::string_view> builtInName(std::string_view file) {
    if (!file.starts_with(kBuiltIn)) {
        return std::nullopt;
    }
    return file.substr(kBuiltIn.size());
}

} // namespace meldc::support
