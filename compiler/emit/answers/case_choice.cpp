#include "emit/answers/case_choice.h"

#include "baseline/story.h"
#include "diagnostics/phrases.h"

#include <algorithm>
#include <set>

namespace meldc::emit {

namespace {

using logic::Case;
using logic::Domains;
using model::FactId;
using syntax::ExpectationKind;
using syntax::GoalKind;

/// A case that is tried, with the rows and answers that it touches.
struct Candidate {
    Case given;
    Touched touched;
    std::size_t surprises = 0;
};

/// The facts that some world reads.
std::vector<FactId> factsReadBy(const Decider& decider) {
    std::set<FactId> facts;
    for (const logic::Decision& decision : *decider.decisions) {
        facts.insert(decision.factsRead().begin(), decision.factsRead().end());
    }
    return {facts.begin(), facts.end()};
}

class Chooser {
public:
    Chooser(const Decider& decider, const CoverageMap& map)
        : decider_(decider), vocabulary_(decider.library->vocabulary), map_(map), facts_(factsReadBy(decider)) {}

    ChosenCases run(const Touched& already) {
        wanted_.assign(map_.items().size(), false);
        for (std::size_t i = 0; i < wanted_.size(); ++i) {
            const CoverageKind kind = map_.items()[i].kind;
            wanted_[i] = !already[i] && (kind == CoverageKind::Rows || kind == CoverageKind::Answers);
        }
        if (std::find(wanted_.begin(), wanted_.end(), true) != wanted_.end()) {
            gather();
        }
        // The plainest first: of two that touch as much, the one nearer to the quiet case is chosen.
        std::stable_sort(candidates_.begin(), candidates_.end(),
                         [](const Candidate& a, const Candidate& b) { return a.surprises < b.surprises; });
        ChosenCases result;
        const std::vector<const Candidate*> needed = withoutSuperfluous(greedy());
        std::set<std::string> names;
        for (const Candidate* each : needed) {
            model::CaseDecl& declared = result.cases.emplace_back(declaredCase(decider_, shortened(*each)));
            const std::string name = declared.label;
            for (std::size_t number = 2; !names.insert(declared.label).second; ++number) {
                declared.label = name + " (" + std::to_string(number) + ")";
            }
        }
        result.unreached = static_cast<std::size_t>(std::count(open_.begin(), open_.end(), true));
        return result;
    }

private:
    void gather() {
        std::size_t space = decider_.decisions->size();
        for (std::size_t i = 0; i < facts_.size() && space <= logic::kMaxWalkedCases; ++i) {
            space *= logic::kAnswerCount;
        }
        if (space <= logic::kMaxWalkedCases) {
            Case given = logic::quietCase(vocabulary_);
            enumerate(given, 0);
            return;
        }
        logic::Rulings rulings(vocabulary_, *decider_.decisions, decider_.worlds->truncated);
        for (const Domains& row : map_.rows()) {
            tryIn(row);
        }
        for (const std::string& question : rulings.questions()) {
            const logic::RuledTable answers = rulings.answerTo(question);
            for (const Domains& row : map_.rows()) {
                for (const logic::RuledTable::Row& part : answers.rows) {
                    if (candidates_.size() >= logic::kMaxWalkedCases / 4) {
                        return;
                    }
                    Domains domains = row;
                    for (std::size_t i = 0; i < answers.facts.size(); ++i) {
                        domains[answers.facts[i].value] &= part.answers[i];
                    }
                    tryIn(domains);
                }
            }
        }
    }

    void enumerate(Case& given, std::size_t at) {
        if (at == facts_.size()) {
            if (logic::brokenImplication(vocabulary_, given) == nullptr) {
                add(given);
            }
            return;
        }
        const logic::Value before = given.values[facts_[at].value];
        for (std::uint32_t number = 0; number < logic::kAnswerCount; ++number) {
            given.values[facts_[at].value] = logic::answerAt(number);
            enumerate(given, at + 1);
        }
        given.values[facts_[at].value] = before;
    }

    /// The case in a box that is nearest to the quiet one, fact by fact.
    void tryIn(Domains domains) {
        if (logic::narrow(vocabulary_, domains) != nullptr) {
            return;
        }
        Case given;
        given.values.resize(domains.size());
        for (std::uint32_t index = 0; index < domains.size(); ++index) {
            const model::Answer quiet = vocabulary_.facts[index].quiet();
            for (const model::Answer each : {quiet, model::Answer::No, model::Answer::Yes, model::Answer::Doubt}) {
                Domains narrowed = domains;
                narrowed[index] = static_cast<logic::AnswerSet>(domains[index] & logic::setOf(each));
                if (narrowed[index] != logic::kNoAnswer && logic::narrow(vocabulary_, narrowed) == nullptr) {
                    domains = narrowed;
                    given.values[index] = each;
                    break;
                }
            }
            if (!given.values[index]) {
                return;
            }
        }
        add(given);
    }

    void add(const Case& given) {
        Candidate candidate;
        candidate.given = given;
        candidate.touched = map_.touchedBy(given, answer(decider_, given));
        bool isOfUse = false;
        for (std::size_t i = 0; i < wanted_.size(); ++i) {
            candidate.touched[i] = candidate.touched[i] && wanted_[i];
            isOfUse = isOfUse || candidate.touched[i];
        }
        if (!isOfUse) {
            return;
        }
        for (const FactId fact : facts_) {
            const model::Answer value = *given[fact];
            // Doubt tells a person less than yes or no.
            candidate.surprises += value == model::Answer::Doubt ? 3U : value != vocabulary_[fact].quiet() ? 1U : 0U;
        }
        candidates_.push_back(std::move(candidate));
    }

    [[nodiscard]] std::size_t usesOf(const Candidate& candidate) const {
        std::size_t count = 0;
        for (std::size_t i = 0; i < open_.size(); ++i) {
            count += open_[i] && candidate.touched[i] ? 1U : 0U;
        }
        return count;
    }

    std::vector<const Candidate*> greedy() {
        open_ = wanted_;
        std::vector<const Candidate*> chosen;
        while (true) {
            const Candidate* best = nullptr;
            std::size_t most = 0;
            for (const Candidate& each : candidates_) {
                const std::size_t uses = usesOf(each);
                if (uses > most) {
                    best = &each;
                    most = uses;
                }
            }
            if (best == nullptr) {
                return chosen;
            }
            chosen.push_back(best);
            for (std::size_t i = 0; i < open_.size(); ++i) {
                open_[i] = open_[i] && !best->touched[i];
            }
        }
    }

    /// What was chosen first may be touched by the later ones together.
    [[nodiscard]] std::vector<const Candidate*> withoutSuperfluous(std::vector<const Candidate*> chosen) const {
        std::vector<std::size_t> times(wanted_.size(), 0);
        const auto count = [&](const Candidate& each, bool isAdded) {
            for (std::size_t i = 0; i < times.size(); ++i) {
                if (each.touched[i]) {
                    times[i] = isAdded ? times[i] + 1 : times[i] - 1;
                }
            }
        };
        for (const Candidate* each : chosen) {
            count(*each, true);
        }
        std::erase_if(chosen, [&](const Candidate* each) {
            for (std::size_t i = 0; i < times.size(); ++i) {
                if (each->touched[i] && times[i] == 1) {
                    return false;
                }
            }
            count(*each, false);
            return true;
        });
        return chosen;
    }

    /// Without the facts that make no difference to the outcome, the way and what is touched.
    [[nodiscard]] Case shortened(const Candidate& candidate) const {
        Case given = candidate.given;
        const Answer whole = answer(decider_, given);
        for (std::uint32_t i = static_cast<std::uint32_t>(given.values.size()); i-- > 0;) {
            const model::Fact& fact = vocabulary_.facts[i];
            Case shorter = given;
            // What a case does not name is absent when it is neutral, and unknown else.
            shorter.values[i] =
                fact.nature == model::Nature::Neutral ? logic::Value(model::Answer::No) : logic::Value();
            const Answer less = answer(decider_, shorter);
            if (less.certain == whole.certain && less.path == whole.path && touchesAll(candidate, shorter, less)) {
                given = shorter;
            }
        }
        return given;
    }

    [[nodiscard]] bool touchesAll(const Candidate& candidate, const Case& given, const Answer& answer) const {
        const Touched touched = map_.touchedBy(given, answer);
        for (std::size_t i = 0; i < touched.size(); ++i) {
            if (candidate.touched[i] && !touched[i]) {
                return false;
            }
        }
        return true;
    }

    const Decider& decider_;
    const model::Vocabulary& vocabulary_;
    const CoverageMap& map_;
    std::vector<FactId> facts_;
    Touched wanted_;
    /// Wanted and touched by nothing chosen.
    Touched open_;
    std::vector<Candidate> candidates_;
};

/// The outcome, whole, as what is expected.
void expectOutcome(model::CaseDecl& declared, const logic::Outcome& outcome) {
    const auto add = [&](const std::vector<model::ConceptId>& list, model::Modality modality) {
        for (const model::ConceptId id : list) {
            model::CaseExpectation expected;
            expected.consequence = id;
            expected.modality = modality;
            declared.expectations.push_back(expected);
        }
    };
    const auto addKind = [&](ExpectationKind kind) {
        model::CaseExpectation expected;
        expected.kind = kind;
        declared.expectations.push_back(expected);
    };
    add(outcome.must, model::Modality::Must);
    add(outcome.may, model::Modality::May);
    add(outcome.mayNot, model::Modality::MayNot);
    if (outcome.undetermined) {
        addKind(ExpectationKind::Undetermined);
    }
    if (outcome.deferred) {
        addKind(ExpectationKind::Deferred);
    }
    if (declared.expectations.empty()) {
        addKind(ExpectationKind::Nothing);
    }
    declared.exactly = true;
}

/// The facts that are not as in the quiet case, in words.
void nameAfterFacts(const Decider& decider, model::CaseDecl& declared, const Case& given) {
    std::vector<support::Localized> clauses;
    for (std::uint32_t i = 0; i < given.values.size(); ++i) {
        const model::Fact& fact = decider.library->vocabulary.facts[i];
        if (!given.values[i] || (fact.nature == model::Nature::Neutral && given.values[i] == model::Answer::No)) {
            continue;
        }
        declared.facts.emplace_back(FactId{i}, *given.values[i]);
        if (given.values[i] != fact.quiet()) {
            clauses.push_back(baseline::clauseOf(decider.library->vocabulary, FactId{i}, *given.values[i]));
        }
    }
    declared.label = clauses.empty() ? diagnostics::phrase(diagnostics::Phrase::StoryQuiet).nl
                                     : baseline::listed(clauses).nl;
    std::string sentence = diagnostics::sentence(support::same(declared.label)).nl;
    while (sentence.ends_with('.')) {
        sentence.pop_back();
    }
    std::replace(sentence.begin(), sentence.end(), '"', '\'');
    declared.label = sentence;
}

/// Consequences that a goal asks for all of; false when it asks for something that no outcome says.
bool addDemanded(const model::Goal& goal, std::vector<model::ConceptId>& demanded) {
    if (goal.kind == GoalKind::Must) {
        demanded.push_back(goal.consequence);
        return true;
    }
    return goal.kind == GoalKind::And &&
           std::all_of(goal.operands.begin(), goal.operands.end(),
                       [&](const model::Goal& each) { return addDemanded(each, demanded); });
}

} // namespace

model::CaseDecl declaredCase(const Decider& decider, const logic::Case& given) {
    model::CaseDecl declared;
    declared.unit = decider.protocol->name;
    declared.isDraft = true;
    nameAfterFacts(decider, declared, given);
    expectOutcome(declared, answer(decider, given).certain);
    return declared;
}

model::CaseDecl declaredCase(const Decider& decider, const model::Requirement& requirement,
                             const baseline::Counterexample& example) {
    model::CaseDecl declared;
    declared.unit = decider.protocol->name;
    declared.isDraft = true;
    nameAfterFacts(decider, declared, example.facts);
    std::vector<model::ConceptId> demanded;
    if (requirement.isDemand() && addDemanded(requirement.goal, demanded)) {
        for (const model::ConceptId id : demanded) {
            model::CaseExpectation expected;
            expected.consequence = id;
            declared.expectations.push_back(expected);
        }
    } else {
        expectOutcome(declared, answer(decider, example.facts).certain);
    }
    return declared;
}

ChosenCases chooseCases(const Decider& decider, const CoverageMap& map, const Touched& touched) {
    return Chooser(decider, map).run(touched);
}

} // namespace meldc::emit
