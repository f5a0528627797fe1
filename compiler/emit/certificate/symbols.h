#pragma once

#include "logic/structure.h"
#include "model/protocol.h"
#include "model/vocabulary.h"

#include <cstdint>
#include <string>
#include <vector>

/// What the things of a protocol are called in a certificate: by their names in the protocol, so that a
/// reader finds them there.
namespace meldc::emit {

[[nodiscard]] std::string symbolOf(const model::Vocabulary& vocabulary, model::FactId fact);
[[nodiscard]] std::string symbolOf(const logic::Term& term);
/// The answer to a question.
[[nodiscard]] std::string answerSymbol(const model::Question& question);
/// That a question is asked in the walk from `start` (-1: the first question): at all, or as the n-th.
[[nodiscard]] std::string askedSymbol(const model::Protocol& world, const model::Question& question, std::int32_t start);
[[nodiscard]] std::string askedSymbol(const model::Protocol& world, const model::Question& question,
                                      std::size_t round, std::int32_t start);
/// That a case reaches a step, and that its walk waits for a new answer.
[[nodiscard]] std::string stepSymbol(const model::Protocol& world, std::size_t step, std::int32_t start);
[[nodiscard]] std::string waitSymbol(const model::Protocol& world, std::int32_t start);
/// That statements give a consequence (`isAllowed`: demand or allow it), and that the outcome has it.
[[nodiscard]] std::string givenSymbol(const model::Vocabulary& vocabulary, const model::Protocol& world,
                                      model::ConceptId consequence, bool isAllowed, std::int32_t start);
[[nodiscard]] std::string outcomeSymbol(const model::Vocabulary& vocabulary, const model::Protocol& world,
                                        model::ConceptId consequence, bool isAllowed, std::int32_t start);

/// What the implications of the vocabulary say of these facts alone, also by way of others: formulas
/// "this is never surer than that".
[[nodiscard]] std::vector<std::string> impliedBetween(const model::Vocabulary& vocabulary,
                                                      const std::vector<model::FactId>& facts);

} // namespace meldc::emit
