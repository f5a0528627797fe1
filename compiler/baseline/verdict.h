#pragma once

#include <optional>
#include <string>
#include <vector>

#include "baseline/result.h"

namespace meldc::baseline {

/// What one requirement comes to in one world.
struct WorldVerdict {
    /// Satisfied, Violated or Open.
    Status status = Status::Satisfied;
    std::optional<OpenBecause> openBecause;
    bool vacuous = false;
    std::vector<Evidence> evidence;
    /// OpenTerm, Placeholder: the words that leave it open.
    std::vector<std::string> words;
    /// Behavioural requirements.
    std::optional<logic::Proof> proof;
    /// Human: the diagrams grew too large to decide it.
    bool isTooLarge = false;
    /// Placeholder: what would meet it is there as a draft.
    bool isDraft = false;
    /// Placeholder: the norm is for some frameworks, and which one this is, is not settled.
    bool isFrameworkUnknown = false;
    /// Which of several ways to meet the requirement this is about; null: the first.
    const model::Requirement* alternative = nullptr;
    /// NotEncoded: whether the norm is for this unit hangs on something that was not found.
    bool isConditionUnknown = false;
    /// NoFinding: the finding that violates it.
    const Finding* finding = nullptr;
};

/// Adds a passage once.
void addEvidence(std::vector<Evidence>& evidence, const model::Origin* origin);
void addEvidence(std::vector<Evidence>& evidence, const Evidence& passage);

/// Sets the status to open.
void leaveOpen(WorldVerdict& verdict, OpenBecause because);

}  // namespace meldc::baseline
