#include "driver/shell_text.h"

#include <algorithm>

namespace meldc::driver {

std::string shellQuoted(std::string_view text) {
    std::string result = "'";
    for (const char letter : text) {
        result += letter == '\'' ? "'\\''" : std::string(1, letter);
    }
    return result + "'";
}

std::string shellWord(std::string_view word) {
    const auto isPlain = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') ||
               std::string_view("_./,=:+@%-").find(letter) != std::string_view::npos;
    };
    const bool staysAsItIs = !word.empty() && std::all_of(word.begin(), word.end(), isPlain);
    return staysAsItIs ? std::string(word) : shellQuoted(word);
}

} // namespace meldc::driver
