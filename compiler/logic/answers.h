#pragma once

#include <cstdint>

#include "model/vocabulary.h"

namespace meldc::logic {

/// A set of answers: bit 0 is no, bit 1 doubt, bit 2 yes.
using AnswerSet = std::uint8_t;

/// No answer at all.
inline constexpr AnswerSet kNoAnswer = 0b000;
/// No and yes.
inline constexpr AnswerSet kCrispAnswers = 0b101;
/// No, doubt and yes.
inline constexpr AnswerSet kAllAnswers = 0b111;
/// Number of answers.
inline constexpr std::uint32_t kAnswerCount = 3;

/// Number of an answer: 0 no, 1 doubt, 2 yes; also the order in which one is surer than another.
constexpr std::uint32_t numberOf(model::Answer answer) {
    return static_cast<std::uint32_t>(answer);
}
/// The answer with a number below kAnswerCount.
constexpr model::Answer answerAt(std::uint32_t number) {
    return static_cast<model::Answer>(number);
}
/// The set of one answer.
constexpr AnswerSet setOf(model::Answer answer) {
    return static_cast<AnswerSet>(1U << numberOf(answer));
}
/// Whether `set` holds the answer with number `number`.
constexpr bool holds(AnswerSet set, std::uint32_t number) {
    return ((set >> number) & 1U) != 0;
}
/// Whether `set` holds exactly one answer.
constexpr bool isSingle(AnswerSet set) {
    return set == 0b001 || set == 0b010 || set == 0b100;
}
/// The only answer of a set that isSingle().
constexpr model::Answer onlyOf(AnswerSet set) {
    return set == 0b001   ? model::Answer::No
           : set == 0b010 ? model::Answer::Doubt
                          : model::Answer::Yes;
}

} // namespace meldc::logic
