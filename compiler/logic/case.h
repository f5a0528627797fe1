#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "logic/answers.h"
#include "model/ids.h"
#include "model/vocabulary.h"

namespace meldc::logic {

using model::Answer;
using model::FactId;

/// Value of a fact in a case; empty: nobody asked.
using Value = std::optional<Answer>;

/// One case: a value for each fact of the vocabulary, in declared order.
struct Case {
    std::vector<Value> values;

    Value operator[](FactId fact) const { return values[fact.value]; }
    bool operator==(const Case&) const = default;
};

/// The quiet case: danger no, support yes, neutral no.
Case quietCase(const model::Vocabulary& vocabulary);

/// The first implication that the case breaks, or nullptr. Unknown facts break nothing by
/// themselves, but `a => b => c` is broken by a yes and c no whatever b is: then the implication
/// that has no answer left is returned.
const model::Implication* brokenImplication(const model::Vocabulary& vocabulary, const Case& given);

/// The answers that are still possible for each fact.
using Domains = std::vector<AnswerSet>;

/// The domains of a case: one answer for a known fact, all three for an unknown one.
Domains domainsOf(const Case& given);

/// Takes away the answers that no answer of the other fact of an implication allows, until nothing
/// changes. Returns the implication that leaves a fact without an answer, or nullptr.
const model::Implication* narrow(const model::Vocabulary& vocabulary, Domains& domains);

/// Whether the facts with several answers can be settled without doubt so that the vocabulary is
/// respected. Only for domains without doubt (one crisp answer, or no and yes).
bool canBeSettled(const model::Vocabulary& vocabulary, Domains domains);

} // namespace meldc::logic
