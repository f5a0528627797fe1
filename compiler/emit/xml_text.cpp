#include "emit/xml_text.h"

#include "support/utf8.h"

#include <algorithm>

namespace meldc::emit {

namespace {

constexpr char32_t kUnshown = 0xFFFD;
constexpr char32_t kFirstNonCharacter = 0xFFFE;

} // namespace

std::string shownText(std::string_view text, bool keepBreaks) {
    std::string shown;
    for (std::size_t at = 0; at < text.size();) {
        const support::CodePoint point = support::decode(text, at);
        const std::size_t size = std::max<std::size_t>(point.size, 1);
        const std::string_view letter = text.substr(at, size);
        const bool isNoCharacter = (point.value & kFirstNonCharacter) == kFirstNonCharacter;
        if (letter == "\n" || letter == "\t") {
            shown += keepBreaks ? letter : " ";
        } else if (point.size == 0 || isNoCharacter || support::firstControlCharacter(letter)) {
            support::append(shown, kUnshown);
        } else {
            shown += letter;
        }
        at += size;
    }
    return shown;
}

std::string markupText(std::string_view text) {
    std::string result;
    for (const char letter : shownText(text, true)) {
        switch (letter) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        default:
            result += letter;
        }
    }
    return result;
}

} // namespace meldc::emit
