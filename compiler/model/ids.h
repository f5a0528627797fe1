#pragma once

#include <compare>
#include <cstdint>
#include <limits>

namespace meldc::model {

/// Number of a thing in its table. The tag keeps numbers of different tables apart.
template <class Tag>
struct Id {
    static constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t value = kNone;

    bool isValid() const { return value != kNone; }
    auto operator<=>(const Id&) const = default;
};

/// Index in Vocabulary::concepts.
using ConceptId = Id<struct ConceptTag>;
/// Index in Vocabulary::facts: the declared order of facts.
using FactId = Id<struct FactTag>;
/// Index in Vocabulary::sources.
using SourceId = Id<struct SourceTag>;
/// Index in Protocol::roles.
using RoleId = Id<struct RoleTag>;
/// Index in Protocol::systems.
using SystemId = Id<struct SystemTag>;
/// Index in Protocol::steps.
using StepId = Id<struct StepTag>;
/// Index in Protocol::questions.
using QuestionId = Id<struct QuestionTag>;

}  // namespace meldc::model
