#pragma once

#include "diagnostics/diagnostic.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

/// The Dutch out of which the sentences of an organisation's own documents are made, besides the words
/// that the vocabulary declares. Documents are Dutch in every language of messages.
namespace meldc::diagnostics {

/// Every entry of sentence_parts.def.
enum class SentencePart : std::uint16_t {
#define SENTENCE_PART(name, nl, en) name,
#include "diagnostics/sentence_parts.def"
#undef SENTENCE_PART
};

/// The Dutch of a part with {0}, {1} … replaced by the texts, which go in whole.
[[nodiscard]] std::string sentencePart(SentencePart id, const std::vector<std::string>& texts);

/// The same with the texts as arguments.
template <class... Texts> [[nodiscard]] std::string dutch(SentencePart id, Texts&&... texts) {
    return sentencePart(id, std::vector<std::string>{std::string(std::forward<Texts>(texts))...});
}

} // namespace meldc::diagnostics
