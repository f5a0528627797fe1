#include "diagnostics/sentence_parts.h"

#include "diagnostics/filling.h"

#include <array>
#include <string_view>

namespace meldc::diagnostics {

namespace {

constexpr auto kParts = std::to_array<std::string_view>({
#define SENTENCE_PART(name, nl, en) nl,
#include "diagnostics/sentence_parts.def"
#undef SENTENCE_PART
});

} // namespace

std::string sentencePart(SentencePart id, const std::vector<std::string>& texts) {
    std::vector<Arg> args;
    for (const std::string& text : texts) {
        args.emplace_back(support::same(text));
    }
    return fillIn(kParts[static_cast<std::size_t>(id)], args, support::Language::Dutch);
}

} // namespace meldc::diagnostics
