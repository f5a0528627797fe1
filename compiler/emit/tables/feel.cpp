#include "emit/tables/feel.h"

namespace meldc::emit {

std::string inFeel(std::string_view text) {
    std::string result = "\"";
    for (const char letter : text) {
        if (letter == '"' || letter == '\\') {
            result += '\\';
        }
        result += letter;
    }
    return result + "\"";
}

std::string nameInFeel(std::string_view text) {
    std::string result;
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool isLetter = byte >= 0x80 || (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
                              (letter >= 'A' && letter <= 'Z');
        if (isLetter || std::string_view(" _./-'+*").find(letter) != std::string_view::npos) {
            result += letter;
        }
    }
    return result;
}

std::string listInFeel(const std::vector<std::string>& texts) {
    std::string result;
    for (const std::string& text : texts) {
        result += (result.empty() ? "" : ",") + inFeel(text);
    }
    return result;
}

} // namespace meldc::emit
