#include "emit/document/document.h"

namespace meldc::emit::document {

std::vector<const Heading*> headingsOf(const Document& document) {
    std::vector<const Heading*> headings;
    for (const Block& block : document.blocks) {
        if (const auto* heading = std::get_if<Heading>(&block.part)) {
            headings.push_back(heading);
        }
    }
    return headings;
}

std::string plainText(const Runs& runs) {
    std::string words;
    for (const Run& run : runs) {
        words += run.text;
    }
    return words;
}

} // namespace meldc::emit::document
