#include "emit/tables/read/redecide.h"

#include "emit/words.h"
#include "logic/condition_diagram.h"
#include "logic/truth.h"

#include <algorithm>
#include <array>

namespace meldc::emit {

namespace {

/// Most open words of which all values are tried.
constexpr std::size_t kMostTermsTried = 10;

/// Answers from the quietest on, as a case tries them.
constexpr std::array<model::Answer, 3> kQuietestFirst{model::Answer::No, model::Answer::Yes, model::Answer::Doubt};

/// Tries the answers of one fact after another, of `order` and then of the others; what no answer of another fact
/// allows is left out at once.
std::optional<logic::Case> caseWithin(const model::Vocabulary& vocabulary, logic::Domains domains,
                                      const std::vector<std::size_t>& order) {
    if (std::find(domains.begin(), domains.end(), logic::kNoAnswer) != domains.end() ||
        logic::narrow(vocabulary, domains) != nullptr) {
        return std::nullopt;
    }
    const auto open = std::find_if(order.begin(), order.end(),
                                   [&](std::size_t fact) { return !logic::isSingle(domains[fact]); });
    if (open == order.end()) {
        logic::Case result;
        for (const logic::AnswerSet set : domains) {
            result.values.emplace_back(logic::onlyOf(set));
        }
        return result;
    }
    const logic::AnswerSet all = domains[*open];
    for (const model::Answer answer : kQuietestFirst) {
        if (logic::holds(all, logic::numberOf(answer))) {
            domains[*open] = logic::setOf(answer);
            if (auto result = caseWithin(vocabulary, domains, order)) {
                return result;
            }
        }
    }
    return std::nullopt;
}

/// The values that terms can have together, one list for each.
std::vector<std::vector<logic::Assumed>> valuesOf(const std::vector<logic::Term>& terms) {
    std::vector<std::vector<logic::Assumed>> result;
    for (std::size_t bits = 0; bits < (std::size_t{1} << terms.size()); ++bits) {
        result.emplace_back();
        for (std::size_t i = 0; i < terms.size(); ++i) {
            result.back().push_back({terms[i].words, terms[i].isChoice, ((bits >> i) & 1U) != 0});
        }
    }
    return result;
}

bool hasConcept(const std::vector<model::ConceptId>& list, model::ConceptId id) {
    return std::find(list.begin(), list.end(), id) != list.end();
}

std::string_view yesOrNo(bool value) {
    return spelling(value ? Word::Yes : Word::No);
}

} // namespace

/// All walks of one case.
struct Redecider::Told {
    /// In how many walks a consequence is so.
    struct Tally {
        std::size_t must = 0;
        std::size_t allowed = 0;
        std::size_t mayNot = 0;
    };
    std::size_t walks = 0;
    /// By the number of the concept.
    std::vector<Tally> tallies;
    bool undetermined = false;
    bool deferred = true;
    /// What holds in all walks.
    logic::Outcome certain;
};

Redecider::Redecider(const Decider& decider, const PortableDecision& portable)
    : decider_(decider), portable_(portable), vocabulary_(decider.library->vocabulary) {
    for (const model::Protocol& world : *decider.selected) {
        walks_.emplace_back(vocabulary_, world);
        readings_.push_back(logic::readingOf(vocabulary_.facts.size(), world));
    }
}

std::optional<logic::Case> Redecider::caseOf(const PortableTable& table, const PortableTable::Row& row) const {
    logic::Domains domains(vocabulary_.facts.size(), logic::kAllAnswers);
    for (std::size_t i = 0; i < table.inputs.size(); ++i) {
        domains[portable_.facts[table.inputs[i]].fact.value] = row.answers[i];
    }
    std::vector<std::size_t> order;
    for (const PortableFact& fact : portable_.facts) {
        order.push_back(fact.fact.value);
    }
    for (std::size_t fact = 0; fact < domains.size(); ++fact) {
        order.push_back(fact);
    }
    return caseWithin(vocabulary_, std::move(domains), order);
}

std::optional<Redecider::Told> Redecider::walkAll(const logic::Case& given) const {
    Told told;
    told.tallies.resize(vocabulary_.concepts.size());
    told.undetermined = decider_.worlds->truncated;
    for (std::size_t world = 0; world < walks_.size(); ++world) {
        const logic::Decision& decision = (*decider_.decisions)[world];
        std::vector<logic::Term> terms;
        if (decision.hasTerms()) {
            terms = logic::decidePartially(vocabulary_, decision, given).terms;
        }
        if (terms.size() > kMostTermsTried) {
            return std::nullopt;
        }
        bool isAlwaysHole = true;
        for (const auto& assumed : valuesOf(terms)) {
            const logic::Outcome outcome = walks_[world](given, assumed).outcome;
            ++told.walks;
            isAlwaysHole = isAlwaysHole && outcome.undetermined;
            told.deferred = told.deferred && outcome.deferred;
            for (const model::ConceptId id : outcome.must) {
                ++told.tallies[id.value].must;
                ++told.tallies[id.value].allowed;
            }
            for (const model::ConceptId id : outcome.may) {
                told.tallies[id.value].allowed += hasConcept(outcome.must, id) ? 0 : 1;
            }
            for (const model::ConceptId id : outcome.mayNot) {
                ++told.tallies[id.value].mayNot;
            }
        }
        told.undetermined = told.undetermined || isAlwaysHole;
    }
    for (std::uint32_t i = 0; i < told.tallies.size(); ++i) {
        const Told::Tally& tally = told.tallies[i];
        if (tally.must == told.walks) {
            told.certain.must.push_back(model::ConceptId{i});
        } else if (tally.allowed == told.walks) {
            told.certain.may.push_back(model::ConceptId{i});
        }
        if (tally.mayNot == told.walks) {
            told.certain.mayNot.push_back(model::ConceptId{i});
        }
    }
    told.certain.undetermined = told.undetermined;
    told.certain.deferred = told.deferred;
    return told;
}

std::optional<std::string> Redecider::answerTo(const std::string& question, const logic::Case& given) const {
    bool isYes = true;
    bool isNo = true;
    bool isDoubt = true;
    for (std::size_t world = 0; world < walks_.size(); ++world) {
        const model::Protocol& protocol = (*decider_.selected)[world];
        const std::int32_t index = logic::findQuestion(protocol, question);
        if (index < 0) {
            continue;
        }
        const model::Question& asked = protocol.questions[static_cast<std::size_t>(index)];
        const model::Condition condition = logic::conditionOf(asked);
        logic::Terms terms;
        logic::collectTerms(condition, terms);
        // As in walkAll: of more terms nobody tries all values, and the tables are asked.
        if (terms.all().size() > kMostTermsTried) {
            return std::nullopt;
        }
        for (const auto& assumed : valuesOf(terms.all())) {
            const logic::TruthReader truth(readings_[world], assumed);
            const logic::AnswerSet answer = truth.read(condition, readings_[world].of(asked), logic::domainsOf(given));
            isYes = isYes && answer == logic::setOf(model::Answer::Yes);
            isNo = isNo && answer == logic::setOf(model::Answer::No);
            isDoubt = isDoubt && answer == logic::setOf(model::Answer::Doubt);
        }
    }
    return std::string(spelling(isYes ? Word::Yes : isNo ? Word::No : isDoubt ? Word::Doubt : Word::Open));
}

std::optional<std::vector<std::string>> Redecider::valuesIn(const logic::Case& given) const {
    const std::optional<Told> told = walkAll(given);
    if (!told) {
        return std::nullopt;
    }
    const std::vector<const model::Norm*> grounds = groundsIn(decider_, given, told->certain);
    std::vector<std::string> result;
    for (const PortableTable& table : portable_.tables) {
        const auto concept_ = std::find_if(vocabulary_.concepts.begin(), vocabulary_.concepts.end(),
                                           [&](const model::Concept& one) { return one.name == table.name; });
        const Told::Tally tally = concept_ == vocabulary_.concepts.end()
                                ? Told::Tally{}
                                : told->tallies[static_cast<std::size_t>(concept_ - vocabulary_.concepts.begin())];
        switch (table.kind) {
        case PortableKind::Consequence:
            result.emplace_back(spelling(tally.must == told->walks      ? Word::Must
                                         : tally.allowed == told->walks ? Word::May
                                         : tally.allowed == 0           ? Word::No
                                                                        : Word::Open));
            break;
        case PortableKind::Ban:
            result.emplace_back(spelling(tally.mayNot == told->walks ? Word::Yes
                                         : tally.mayNot == 0         ? Word::No
                                                                     : Word::Open));
            break;
        case PortableKind::Question:
            if (const auto answer = answerTo(table.name, given)) {
                result.push_back(*answer);
                break;
            }
            return std::nullopt;
        case PortableKind::Undetermined:
            result.emplace_back(yesOrNo(told->undetermined));
            break;
        case PortableKind::Deferred:
            result.emplace_back(yesOrNo(told->deferred));
            break;
        case PortableKind::Ground:
            result.emplace_back(yesOrNo(std::any_of(grounds.begin(), grounds.end(), [&](const model::Norm* norm) {
                return norm->id == table.name;
            })));
            break;
        }
    }
    return result;
}

} // namespace meldc::emit
