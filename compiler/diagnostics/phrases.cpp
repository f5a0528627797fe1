#include "diagnostics/phrases.h"

#include "diagnostics/filling.h"
#include "diagnostics/placeholders.h"

#include <array>

namespace meldc::diagnostics {

namespace {

struct PhraseEntry {
    std::size_t arguments;
    std::string_view nl;
    std::string_view en;
};

constexpr auto kPhrases = std::to_array<PhraseEntry>({
#define PHRASE(name, nArgs, nl, en) {nArgs, nl, en},
#include "diagnostics/phrases.def"
#undef PHRASE
});

/// Plurals are allowed for any argument, since the kind is known only where it is filled in.
constexpr Signature signatureOf(std::size_t arguments) {
    Signature result;
    result.size = arguments;
    for (ArgKind& kind : result.kinds) {
        kind = ArgKind::Number;
    }
    return result;
}

/// Whether both languages use the same arguments, and all that are declared.
constexpr bool isWhole(const PhraseEntry& entry) {
    if (entry.arguments > kMaxArguments) {
        return false;
    }
    const unsigned all = (1U << entry.arguments) - 1U;
    return detail::argumentsUsed(entry.nl, signatureOf(entry.arguments)) == all &&
           detail::argumentsUsed(entry.en, signatureOf(entry.arguments)) == all;
}

#define PHRASE(name, nArgs, nl, en)                                                                \
    static_assert(isWhole({nArgs, nl, en}),                                                        \
                  #name ": both languages use each of the declared placeholders");
#include "diagnostics/phrases.def"
#undef PHRASE

std::string asSentence(std::string text) {
    if (text.empty()) {
        return text;
    }
    if (text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    if (std::string_view(".?!:").find(text.back()) == std::string_view::npos) {
        text += '.';
    }
    return text;
}

void appendPart(std::string& text, const std::string& part, std::string_view separator) {
    if (part.empty()) {
        return;
    }
    if (!text.empty()) {
        text += separator;
    }
    text += part;
}

} // namespace

std::size_t argumentsOf(Phrase id) {
    return kPhrases[static_cast<std::size_t>(id)].arguments;
}

support::Localized phraseOf(Phrase id, std::span<const Arg> args) {
    const PhraseEntry& entry = kPhrases[static_cast<std::size_t>(id)];
    return {fillIn(entry.nl, args, support::Language::Dutch),
            fillIn(entry.en, args, support::Language::English)};
}

support::Localized joined(std::span<const support::Localized> parts, std::string_view separator) {
    support::Localized result;
    for (const support::Localized& part : parts) {
        appendPart(result.nl, part.nl, separator);
        appendPart(result.en, part.en, separator);
    }
    return result;
}

support::Localized sentence(const support::Localized& text) {
    return {asSentence(text.nl), asSentence(text.en)};
}

} // namespace meldc::diagnostics
