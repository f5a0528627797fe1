#include "emit/layout.h"

#include "support/utf8.h"

#include <algorithm>

namespace meldc::emit {

std::string wrapped(std::string_view text, std::string_view first, std::string_view rest,
                    std::size_t width) {
    std::string result(first);
    std::size_t column = support::displayWidth(first);
    const std::size_t restWidth = support::displayWidth(rest);
    bool isLineEmpty = true;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n", begin), text.size());
        const std::string_view word = text.substr(begin, end - begin);
        begin = end + 1;
        if (word.empty()) {
            continue;
        }
        const std::size_t size = support::displayWidth(word);
        if (!isLineEmpty && column + 1 + size > width) {
            result += '\n';
            result += rest;
            column = restWidth;
            isLineEmpty = true;
        }
        if (!isLineEmpty) {
            result += ' ';
            ++column;
        }
        result += word;
        column += size;
        isLineEmpty = false;
    }
    return result + '\n';
}

} // namespace meldc::emit
