#pragma once

#include "emit/sentences/conditions.h"
#include "emit/sentences/nouns.h"
#include "model/protocol.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace meldc::emit {

/// What stands in a sentence beside who does what: those it is done in, with, to and about.
struct Complements {
    std::string in;
    std::string with;
    std::string to;
    std::string about;
};

/// What is done, in the forms of one verb.
struct Predicate {
    model::VerbPhrase singular;
    model::VerbPhrase plural;
    model::VerbPhrase infinitive;
    /// The objects in the middle of the sentence, and those at its end.
    std::string object;
    std::string last;
};

/// The parts of one sentence that tells who does what.
struct Clause {
    Subject subject;
    model::Modality modality = model::Modality::Must;
    /// One or more: each further one becomes a sentence of its own.
    std::vector<Predicate> predicates;
    Complements complements;
    /// Behind the verb: "direct", "pas na stap 2".
    std::vector<std::string> moments;
    std::optional<ConditionWords> condition;
    /// Instead of a condition: what comes first ("Bij ja").
    std::string first;
    /// Words of the text that the code leaves open.
    std::vector<std::string> openTerms;
};

/// What is done, of an action or consequence with its objects. Objects that the verb's forms treat
/// in another way are predicates of their own.
[[nodiscard]] std::vector<Predicate> predicatesOf(const model::Vocabulary& vocabulary,
                                                  const Nouns& nouns, model::ConceptId action,
                                                  std::span<const model::Ref> objects,
                                                  bool isOneOf);
/// A predicate of words alone.
[[nodiscard]] Predicate predicateOf(const std::string& singular, const std::string& plural,
                                    const std::string& infinitive, const std::string& notInfinitive);

/// The clause as sentences: first what is done, then what is not settled about it.
[[nodiscard]] std::string sentenceOf(const Clause& clause);
/// What must be done, behind words that come first (the verb leads), without a capital and a period.
[[nodiscard]] std::string invertedOf(const Clause& clause);

} // namespace meldc::emit
