#include "emit/certificate/symbols.h"

#include "emit/certificate/smt.h"
#include "emit/places.h"

#include <algorithm>

namespace meldc::emit {

using diagnostics::Phrase;
using diagnostics::phrase;
using support::Localized;
using support::same;

std::string CertificateNames::inWalk(const Localized& words, std::int32_t start) const {
    if (start < 0) {
        return smt::symbol(words.in(language_));
    }
    const std::string& id = world_.questions[static_cast<std::size_t>(start)].id;
    return smt::symbol(phrase(Phrase::SmtFromQuestion, words, same(id)).in(language_));
}

std::string CertificateNames::of(model::FactId fact) const {
    return smt::symbol(vocabulary_.nameOf(fact));
}

std::string CertificateNames::of(const logic::Term& term) const {
    return smt::symbol(phrase(term.isChoice ? Phrase::SmtChoice : Phrase::SmtOpenTerm, same(term.words)).in(language_));
}

std::string CertificateNames::ofLesser(model::FactId fact) const {
    return smt::symbol(phrase(Phrase::SmtLesser, same(vocabulary_.nameOf(fact))).in(language_));
}

std::string CertificateNames::answer(const model::Question& question) const {
    return smt::symbol(phrase(Phrase::SmtAnswer, same(question.id)).in(language_));
}

std::string CertificateNames::asked(const model::Question& question, std::int32_t start) const {
    return inWalk(phrase(Phrase::SmtAsked, same(question.id)), start);
}

std::string CertificateNames::askedAs(const model::Question& question, std::size_t round, std::int32_t start) const {
    return inWalk(phrase(Phrase::SmtAskedAs, same(question.id), round), start);
}

std::string CertificateNames::step(std::size_t step, std::int32_t start) const {
    const std::string& id = world_.steps[step].id;
    return inWalk(phrase(Phrase::SmtReached, same(id.empty() ? "#" + std::to_string(step + 1) : id)), start);
}

std::string CertificateNames::waiting(std::int32_t start) const {
    return inWalk(phrase(Phrase::SmtWaits), start);
}

std::string CertificateNames::given(model::ConceptId consequence, bool isAllowed, std::int32_t start) const {
    return inWalk(phrase(isAllowed ? Phrase::SmtGivenMay : Phrase::SmtGivenMust, same(vocabulary_[consequence].name)),
                  start);
}

std::string CertificateNames::outcome(model::ConceptId consequence, bool isAllowed, std::int32_t start) const {
    return inWalk(
        phrase(isAllowed ? Phrase::SmtOutcomeMay : Phrase::SmtOutcomeMust, same(vocabulary_[consequence].name)), start);
}

std::string CertificateNames::settled(const std::string& name, std::size_t facts) const {
    return smt::symbol(phrase(Phrase::SmtSettled, same(name.substr(1, name.size() - 2)), facts).in(language_));
}

std::string CertificateNames::fixed(Phrase name) const {
    return smt::symbol(phrase(name).in(language_));
}

std::string CertificateNames::placesText(const std::vector<const model::Origin*>& statements) const {
    std::vector<Localized> places;
    for (const model::Origin* statement : statements) {
        for (const At& at : placesOf(sources_, *statement)) {
            Localized text = emit::told(at);
            if (std::find(places.begin(), places.end(), text) == places.end()) {
                places.push_back(std::move(text));
            }
        }
    }
    return diagnostics::joined(places, "; ").in(language_);
}

std::string CertificateNames::told(model::FactId fact) const {
    return phrase(Phrase::SmtToldFact, vocabulary_[vocabulary_[fact].concept_].label).in(language_);
}

std::string CertificateNames::told(const logic::Term& term) const {
    return told(term.isChoice ? Phrase::SmtToldChoice : Phrase::SmtToldOpenTerm);
}

std::string CertificateNames::told(const model::Question& question) const {
    return phrase(Phrase::SmtToldQuestion, same(question.id), same(question.label), same(placesText({&question.origin})))
        .in(language_);
}

std::string CertificateNames::told(const model::Step& step) const {
    return phrase(Phrase::SmtToldStep, same(step.id), same(step.label), same(placesText({&step.origin}))).in(language_);
}

std::string CertificateNames::told(model::ConceptId consequence,
                                   const std::vector<const model::Origin*>& statements) const {
    const Localized& label = vocabulary_[consequence].label;
    return (statements.empty() ? phrase(Phrase::SmtToldNobody, label)
                               : phrase(Phrase::SmtToldGiven, label, same(placesText(statements))))
        .in(language_);
}

std::string CertificateNames::told(Phrase text) const {
    return phrase(text).in(language_);
}

std::vector<std::string> impliedBetween(const model::Vocabulary& vocabulary,
                                        const std::vector<model::FactId>& facts,
                                        const std::vector<std::string>& names) {
    // Literals: a fact, and behind all facts its negation. An implication also holds the other way
    // round for the negations; what follows by way of facts that nothing here reads is kept.
    const std::size_t count = vocabulary.facts.size();
    const auto number = [&](std::size_t fact, bool isNegated) { return isNegated ? count + fact : fact; };
    std::vector<std::vector<bool>> follows(2 * count, std::vector<bool>(2 * count, false));
    for (const model::Implication& each : vocabulary.implications) {
        follows[number(each.from.fact.value, each.from.negated)][number(each.to.fact.value, each.to.negated)] = true;
        follows[number(each.to.fact.value, !each.to.negated)][number(each.from.fact.value, !each.from.negated)] = true;
    }
    for (std::size_t by = 0; by < 2 * count; ++by) {
        for (std::size_t from = 0; from < 2 * count; ++from) {
            for (std::size_t to = 0; follows[from][by] && to < 2 * count; ++to) {
                follows[from][to] = follows[from][to] || follows[by][to];
            }
        }
    }
    const auto written = [&](std::size_t fact, bool isNegated) {
        return isNegated ? "(- 2 " + names[fact] + ")" : names[fact];
    };
    std::vector<std::string> result;
    for (std::size_t a = 0; a < facts.size(); ++a) {
        for (std::size_t b = 0; b < facts.size(); ++b) {
            const model::FactId from = facts[a];
            const model::FactId to = facts[b];
            for (const bool fromNegated : {false, true}) {
                for (const bool toNegated : {false, true}) {
                    const bool isItself = from.value == to.value && fromNegated == toNegated;
                    if (!isItself && follows[number(from.value, fromNegated)][number(to.value, toNegated)]) {
                        result.push_back("(<= " + written(a, fromNegated) + " " + written(b, toNegated) + ")");
                    }
                }
            }
        }
    }
    return result;
}

} // namespace meldc::emit
