#pragma once

#include <string>

namespace meldc::support {

/// The languages in which meldc speaks.
enum class Language { Dutch, English };

/// One text in both languages.
struct Localized {
    std::string nl;
    std::string en;

    /// The text in `language`.
    [[nodiscard]] const std::string& in(Language language) const {
        return language == Language::Dutch ? nl : en;
    }
    /// True when neither language has text.
    [[nodiscard]] bool isEmpty() const { return nl.empty() && en.empty(); }

    friend bool operator==(const Localized&, const Localized&) = default;
};

/// The same text in both languages: for names and other words of the user.
[[nodiscard]] inline Localized same(const std::string& text) {
    return {text, text};
}

} // namespace meldc::support
