#include "emit/explain/numbered_text.h"

#include <algorithm>

namespace meldc::emit {

std::string numberedText(std::string_view text) {
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
    const std::size_t width = std::to_string(lines).size();
    std::string result;
    std::size_t number = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string digits = std::to_string(++number);
        result += std::string(width - digits.size(), ' ') + digits;
        if (end > 0) {
            result += "  ";
            result += text.substr(0, end);
        }
        result += '\n';
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return result;
}

} // namespace meldc::emit
