#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/protocol.h"

/// How a protocol in which a world is chosen hangs together: what both the diagrams and the direct
/// walk read from it. Nothing here evaluates anything.
namespace meldc::logic {

/// An open term or a choice: two-valued, equal words are one.
struct Term {
    std::string words;
    bool isChoice = false;

    bool operator==(const Term&) const = default;
};

/// The terms of a decision, numbered in the order in which they were first met.
class Terms {
public:
    /// Number of the term; a new term is added.
    std::uint32_t add(const std::string& words, bool isChoice);
    /// Number of the term, or -1.
    [[nodiscard]] std::int32_t find(const std::string& words, bool isChoice) const;
    [[nodiscard]] const std::vector<Term>& all() const { return terms_; }

private:
    std::vector<Term> terms_;
};

/// How the questions read facts.
struct Reading {
    /// Facts that the conditions of the questions read, in declared order. With `telt a als b`, who
    /// reads b reads a.
    std::vector<model::FactId> questionFacts;
    /// Per fact: the facts whose surest answer counts as its own in conditions of questions, itself
    /// included. `telt als` carries on: a as b and b as c is a as c.
    std::vector<std::vector<model::FactId>> countsFor;
};
Reading readingOf(std::size_t factCount, const model::Protocol& world);

/// Facts that a condition names, in order of appearance, with repeats. Bare `twijfel` names those
/// of the questions.
void appendFacts(const model::Condition& condition, const Reading& reading, bool ofQuestion,
                 std::vector<model::FactId>& facts);
/// Sorts in declared order and drops repeats.
void sortFacts(std::vector<model::FactId>& facts);

/// Whether the question exists in this world.
inline bool exists(const model::Question& question) {
    return !question.id.empty();
}
/// When the answer is yes. A question that does not say so in this world is answered by people: an
/// open term with its label (or id) as words. No text gets here without any `antwoord ja als` at a
/// question (that is an error); one reading of it may lack what another has.
model::Condition conditionOf(const model::Question& question);
/// The first question of the walk, or -1.
std::int32_t firstQuestion(const model::Protocol& world);
/// Index of the question with this id, or -1.
std::int32_t findQuestion(const model::Protocol& world, std::string_view id);
/// Index of the edge for an answer, or -1.
std::int32_t edgeFor(const model::Question& question, model::Answer answer);
/// Index of the step with this id, or -1.
std::int32_t findStep(const model::Protocol& world, std::string_view id);
/// The last step that every case reaches, or -1: the step of the first question. When that question
/// stands in no step, the steps before the first one that a question or an edge names; when none
/// names one, or when there are no questions, all steps.
std::int32_t lastStepAlwaysReached(const model::Protocol& world);

/// How a duty adds consequences.
enum class Firing : std::uint8_t {
    /// It adds none.
    Never,
    /// When its condition is yes.
    OnCondition,
    /// When its condition is yes and the case reaches its step.
    InStep,
    /// With its route, when its own condition (if any) is yes.
    WithRoute
};
Firing firingOf(const model::Task& task);
/// The step that must be reached: only for Firing::InStep.
std::uint32_t stepOf(const model::Task& task);
/// Whether the duty states a re-assessment: returns to a question that exists and is not forbidden.
bool statesReturn(const model::Protocol& world, const model::Task& task);

} // namespace meldc::logic
