#pragma once

#include "model/protocol.h"

#include <array>
#include <optional>
#include <string_view>

/// Words of the formats that programs read; they stand in words.def.
namespace meldc::emit {

enum class Word {
#define WORD(name, spelling) name,
#include "emit/words.def"
#undef WORD
};

/// How the word is spelt.
constexpr std::string_view spelling(Word word) {
    constexpr std::string_view kSpellings[] = {
#define WORD(name, spelling) spelling,
#include "emit/words.def"
#undef WORD
    };
    return kSpellings[static_cast<std::size_t>(word)];
}

/// Answers in the order in which people name them.
inline constexpr std::array<model::Answer, 3> kAnswers{model::Answer::Yes, model::Answer::No,
                                                       model::Answer::Doubt};

/// The value of a fact.
constexpr std::string_view spelling(model::Answer answer) {
    return spelling(answer == model::Answer::Yes  ? Word::Yes
                    : answer == model::Answer::No ? Word::No
                                                  : Word::Doubt);
}

/// The value of a fact spelt like this, if any.
constexpr std::optional<model::Answer> answerSpelt(std::string_view text) {
    for (const model::Answer answer :
         {model::Answer::No, model::Answer::Doubt, model::Answer::Yes}) {
        if (spelling(answer) == text) {
            return answer;
        }
    }
    return std::nullopt;
}

/// The kind of a unit.
constexpr std::string_view spelling(model::UnitKind kind) {
    return spelling(kind == model::UnitKind::Meldcode    ? Word::Meldcode
                    : kind == model::UnitKind::Framework ? Word::Framework
                                                         : Word::Template);
}

/// Must, may or must not.
constexpr std::string_view spelling(model::Modality modality) {
    return spelling(modality == model::Modality::Must  ? Word::Must
                    : modality == model::Modality::May ? Word::May
                                                       : Word::MayNot);
}

} // namespace meldc::emit
