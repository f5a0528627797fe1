#include "emit/aid/data.h"

namespace meldc::emit {

namespace {

std::string plain(const std::vector<ProseRun>& runs) {
    std::string text;
    for (const ProseRun& run : runs) {
        text += (run.isAfterBreak ? " " : "") + run.text;
    }
    return text;
}

/// The aid shows words, not looks: each part of a list or table is a paragraph.
void flatten(const std::vector<ProseBlock>& blocks, std::vector<std::string>& paragraphs) {
    for (const ProseBlock& block : blocks) {
        if (!block.runs.empty()) {
            paragraphs.push_back(plain(block.runs));
        }
        flatten(block.children, paragraphs);
    }
}

} // namespace

std::vector<std::string> ownWords(const BuildInput& input, const std::vector<model::Explanation>& statements) {
    std::vector<std::string> paragraphs;
    for (const model::Explanation& one : statements) {
        const std::string* text = input.prose == nullptr ? nullptr : input.prose->find(one);
        if (text != nullptr) {
            flatten(proseOf(*text), paragraphs);
        } else {
            paragraphs.push_back(one.text);
        }
    }
    return paragraphs;
}

} // namespace meldc::emit
