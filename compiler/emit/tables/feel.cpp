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

std::string listInFeel(const std::vector<std::string>& texts) {
    std::string result;
    for (const std::string& text : texts) {
        result += (result.empty() ? "" : ",") + inFeel(text);
    }
    return result;
}

} // namespace meldc::emit
