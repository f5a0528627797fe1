#pragma once

#include "diagnostics/phrases.h"
#include "logic/structure.h"
#include "model/protocol.h"
#include "model/vocabulary.h"
#include "support/localized.h"
#include "support/source_file.h"

#include <cstdint>
#include <string>
#include <vector>

namespace meldc::emit {

/// What the things of a protocol are called in a certificate: by their names in the protocol, in words of the
/// reader's language, so that a reader finds them there; and where they stand.
class CertificateNames {
public:
    CertificateNames(const support::SourceMap& sources, const model::Vocabulary& vocabulary,
                     const model::Protocol& world, support::Language language)
        : sources_(sources), vocabulary_(vocabulary), world_(world), language_(language) {}

    [[nodiscard]] std::string of(model::FactId fact) const;
    [[nodiscard]] std::string of(const logic::Term& term) const;
    /// The fact in the case with less, of a requirement that compares two.
    [[nodiscard]] std::string ofLesser(model::FactId fact) const;
    /// The answer to a question.
    [[nodiscard]] std::string answer(const model::Question& question) const;
    /// That a question is asked in the walk from `start` (-1: the first question): at all, or as the n-th.
    [[nodiscard]] std::string asked(const model::Question& question, std::int32_t start) const;
    [[nodiscard]] std::string askedAs(const model::Question& question, std::size_t round, std::int32_t start) const;
    /// That a case reaches a step, and that its walk waits for a new answer.
    [[nodiscard]] std::string step(std::size_t step, std::int32_t start) const;
    [[nodiscard]] std::string waiting(std::int32_t start) const;
    /// That statements give a consequence (`isAllowed`: demand or allow it), and that the outcome has it.
    [[nodiscard]] std::string given(model::ConceptId consequence, bool isAllowed, std::int32_t start) const;
    [[nodiscard]] std::string outcome(model::ConceptId consequence, bool isAllowed, std::int32_t start) const;
    /// That a formula holds, or can hold, however the doubts about the first `facts` facts are settled.
    [[nodiscard]] std::string settled(const std::string& name, std::size_t facts) const;
    /// A name that is in no protocol.
    [[nodiscard]] std::string fixed(diagnostics::Phrase phrase) const;

    /// What a thing is, with its label and places.
    [[nodiscard]] std::string told(model::FactId fact) const;
    [[nodiscard]] std::string told(const logic::Term& term) const;
    [[nodiscard]] std::string told(const model::Question& question) const;
    [[nodiscard]] std::string told(const model::Step& step) const;
    /// What gives a consequence: each statement by its places.
    [[nodiscard]] std::string told(model::ConceptId consequence,
                                   const std::vector<const model::Origin*>& statements) const;
    [[nodiscard]] std::string told(diagnostics::Phrase phrase) const;

private:
    [[nodiscard]] std::string inWalk(const support::Localized& words, std::int32_t start) const;
    [[nodiscard]] std::string placesText(const std::vector<const model::Origin*>& statements) const;

    const support::SourceMap& sources_;
    const model::Vocabulary& vocabulary_;
    const model::Protocol& world_;
    support::Language language_;
};

/// What the implications of the vocabulary say of these facts alone, also by way of others: formulas
/// "this is never surer than that". `names`: of the facts, in their order.
[[nodiscard]] std::vector<std::string> impliedBetween(const model::Vocabulary& vocabulary,
                                                      const std::vector<model::FactId>& facts,
                                                      const std::vector<std::string>& names);

} // namespace meldc::emit
