#pragma once

#include "emit/sentences/nouns.h"
#include "model/condition.h"

#include <string>
#include <vector>

namespace meldc::emit {

/// A condition as it stands in a sentence. Words of the text that the code leaves open stay apart:
/// they need not have the form of a clause.
struct ConditionWords {
    /// Behind "als"; empty: no clause.
    std::string clause;
    /// The condition is that there is doubt, and no more.
    bool isDoubtAlone = false;
    /// "in dit geval: ‘…’", "behalve in dit geval: ‘…’", at the end of the sentence.
    std::string cases;
};

/// Conditions as Dutch clauses, with the words that the vocabulary gives each fact.
class Conditions {
public:
    Conditions(const model::Vocabulary& vocabulary, const Nouns& nouns)
        : vocabulary_(vocabulary), nouns_(nouns) {}

    [[nodiscard]] ConditionWords words(const model::Condition& condition) const;

private:
    /// Which values a condition has: a set of bits.
    using Values = unsigned;
    /// Clauses joined by one word, or a single one.
    struct Clauses {
        std::string text;
        bool isOr = false;
        std::vector<Clauses> items;
    };

    [[nodiscard]] Clauses clauses(const model::Condition& condition, Values values) const;
    [[nodiscard]] Clauses joined(const model::Condition& condition, Values values, bool isOr) const;
    [[nodiscard]] std::string factClause(model::FactId fact, Values values) const;
    [[nodiscard]] std::string choiceClause(const std::string& words, bool isChosen) const;
    [[nodiscard]] static std::string textOf(const Clauses& clauses);

    const model::Vocabulary& vocabulary_;
    const Nouns& nouns_;
};

} // namespace meldc::emit
