#include "logic/analysis.h"

#include <algorithm>
#include <string>
#include <utility>

namespace meldc::logic {

using model::Condition;
using model::ConditionKind;
using model::Modality;
using model::TargetKind;

namespace {

/// The variables of all facts and terms that are answered in an example.
std::vector<std::uint32_t> answersOf(const Terms& terms, const Example& example) {
    std::vector<std::uint32_t> answers;
    for (const auto& value : example.given.values) {
        answers.push_back(numberOf(value.value_or(Answer::No)));
    }
    for (const auto& term : terms.all()) {
        const auto isYes = isAssumed(example.assumed, term.words, term.isChoice);
        answers.push_back(numberOf(isYes ? Answer::Yes : Answer::No));
    }
    return answers;
}

} // namespace

Analysis::Analysis(const model::Vocabulary& vocabulary, const Decision& decision)
    : vocabulary_(vocabulary), impl_(decision.impl()), diagrams_(impl_.diagrams),
      terms_(impl_.terms), consistent_(impl_.consistent) {}

bool Analysis::isTooWide(const Condition& condition) const {
    std::vector<FactId> facts;
    Terms terms;
    appendFacts(condition, impl_.reading, nullptr, facts);
    collectTerms(condition, terms);
    return tooManyVariables(vocabulary_, std::move(facts), terms);
}

Node Analysis::yesOf(const Condition& condition) {
    if (isTooWide(condition)) {
        return Node::No;
    }
    return ConditionDiagrams(diagrams_, terms_, impl_.reading).of(condition).yes;
}

std::optional<Example> Analysis::smallestCrisp(Node where) {
    return smallestCase(diagrams_, possible(where), quietCase(vocabulary_), kCrispAnswers, terms_);
}

std::optional<Example> Analysis::smallest(Node where) {
    auto crisp = smallestCrisp(where);
    return crisp ? crisp
                 : smallestCase(diagrams_, possible(where), quietCase(vocabulary_), kAllAnswers,
                                terms_);
}

bool Analysis::isCertain(Node where) {
    std::vector<bool> choices(diagrams_.factCount() + terms_.all().size(), false);
    auto openTerms = choices;
    for (std::size_t term = 0; term < terms_.all().size(); ++term) {
        (terms_.all()[term].isChoice ? choices : openTerms)[diagrams_.factCount() + term] = true;
    }
    const auto anyChoice = diagrams_.exists(where, choices, kAllAnswers);
    return diagrams_.forAll(anyChoice, openTerms, kAllAnswers) != Node::No;
}

// ---- where the walk ends

std::vector<Ending> Analysis::endings() {
    std::vector<Ending> result;
    for (const auto& ending : impl_.endings) {
        if (auto example = smallest(ending.when)) {
            result.push_back(
                {ending.kind, ending.question, ending.answer, ending.target, std::move(*example)});
        }
    }
    for (auto& walk : reassessments()) {
        for (const auto& ending : walk.impl->endings) {
            const auto known = std::any_of(result.begin(), result.end(), [&](const Ending& one) {
                return one.kind == ending.kind && one.question == ending.question &&
                       one.answer == ending.answer;
            });
            if (!known && walk.occurs(ending.when)) {
                result.push_back({ending.kind, ending.question, ending.answer, ending.target, {}});
            }
        }
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const Ending& a, const Ending& b) { return a.question < b.question; });
    return result;
}

std::vector<EmptyWait> Analysis::emptyWaits() {
    std::vector<EmptyWait> result;
    for (std::uint32_t question = 0; question < impl_.questions.size(); ++question) {
        const auto& taken = impl_.questions[question].taken;
        for (std::uint32_t edge = 0; edge < taken.size(); ++edge) {
            if (impl_.protocol.questions[question].edges[edge].target != TargetKind::Wait) {
                continue;
            }
            if (auto example = smallestCrisp(taken[edge])) {
                result.push_back({question, edge, std::move(*example)});
            }
        }
    }
    return result;
}

// ---- what is reached

std::vector<Analysis::Reassessment>& Analysis::reassessments() {
    if (!reassessments_) {
        reassessments_.emplace();
        for (const auto& stated : impl_.returns) {
            if (possible(stated.when) == Node::No) {
                continue;
            }
            auto impl = compileFrom(vocabulary_, impl_.protocol,
                                    static_cast<std::int32_t>(stated.question));
            auto diagrams = impl->diagrams;
            reassessments_->push_back({std::move(impl), std::move(diagrams)});
        }
    }
    return *reassessments_;
}

template <class Part>
bool Analysis::everOccurs(const Part& part) {
    return possible(part(impl_)) != Node::No ||
           std::any_of(reassessments().begin(), reassessments().end(), [&](Reassessment& walk) {
               return walk.impl->diagrams.tooLarge() || walk.occurs(part(*walk.impl));
           });
}

bool Analysis::isAsked(std::uint32_t question) {
    return everOccurs([&](const Decision::Impl& impl) { return impl.questions[question].asked; });
}

bool Analysis::isTaken(std::uint32_t question, std::uint32_t edge) {
    return everOccurs(
        [&](const Decision::Impl& impl) { return impl.questions[question].taken[edge]; });
}

bool Analysis::fires(std::uint32_t route) {
    return everOccurs([&](const Decision::Impl& impl) { return impl.routeFires[route]; });
}

bool Analysis::applies(std::uint32_t index) {
    const auto& task = impl_.protocol.tasks[index];
    if (!task.condition || isTooWide(*task.condition)) {
        return true;
    }
    if (!task.consequences.empty() && firingOf(task) != Firing::Never) {
        return everOccurs([&](const Decision::Impl& impl) { return impl.taskApplies[index]; });
    }
    const auto isMet = possible(yesOf(*task.condition)) != Node::No;
    return isMet && (firingOf(task) != Firing::WithRoute || fires(task.home.index));
}

std::optional<Example> Analysis::takenIn(std::uint32_t question, std::uint32_t edge, const Condition& condition) {
    return smallestCrisp(diagrams_.both(impl_.questions[question].taken[edge], yesOf(condition)));
}

// ---- what goes against one another

std::vector<Giver> Analysis::giversIn(const Example& example, model::ConceptId consequence,
                                      model::ConceptId other) const {
    const auto answers = answersOf(terms_, example);
    std::vector<Giver> givers;
    for (const auto& each : impl_.contributions) {
        const bool isMeant = each.consequence == consequence || each.consequence == other;
        if (isMeant && diagrams_.evaluate(each.when, answers)) {
            givers.push_back(each);
        }
    }
    return givers;
}

std::optional<Conflict> Analysis::conflictWhere(Node where, model::ConceptId consequence,
                                                model::ConceptId other, bool isDemanded) {
    auto example = smallest(where);
    if (!example) {
        return std::nullopt;
    }
    Conflict conflict{consequence, other, isDemanded, isCertain(possible(where)), {}, {}};
    conflict.givers = giversIn(*example, consequence, other);
    conflict.example = std::move(*example);
    return conflict;
}

std::vector<Conflict> Analysis::contradictions() {
    std::vector<Conflict> result;
    for (const auto& entry : impl_.outcome) {
        const auto id = entry.consequence;
        auto conflict = conflictWhere(diagrams_.both(entry.must, entry.mayNot), id, id, true);
        if (!conflict) {
            conflict = conflictWhere(diagrams_.both(entry.allowed, entry.mayNot), id, id, false);
        }
        if (conflict) {
            result.push_back(std::move(*conflict));
        }
    }
    return result;
}

std::vector<Conflict> Analysis::exclusions() {
    const auto excludes = [&](model::ConceptId a, model::ConceptId b) {
        const auto& list = vocabulary_[a].excludes;
        return std::find(list.begin(), list.end(), b) != list.end();
    };
    std::vector<Conflict> result;
    const auto& outcome = impl_.outcome;
    for (auto a = outcome.begin(); a != outcome.end(); ++a) {
        for (auto b = a + 1; b != outcome.end(); ++b) {
            if (!excludes(a->consequence, b->consequence) &&
                !excludes(b->consequence, a->consequence)) {
                continue;
            }
            if (auto conflict = conflictWhere(diagrams_.both(a->must, b->must), a->consequence,
                                              b->consequence, true)) {
                result.push_back(std::move(*conflict));
            }
        }
    }
    return result;
}

// ---- conditions

Relation Analysis::compare(const Condition& a, const Condition& b) {
    const auto left = possible(yesOf(a));
    const auto right = possible(yesOf(b));
    if (diagrams_.both(left, right) == Node::No) {
        return Relation::Apart;
    }
    if (left == right) {
        return Relation::Same;
    }
    if (diagrams_.without(left, right) == Node::No) {
        return Relation::Narrower;
    }
    return diagrams_.without(right, left) == Node::No ? Relation::Wider : Relation::Overlapping;
}

bool Analysis::canHold(const Condition& condition) {
    return isTooWide(condition) || possible(yesOf(condition)) != Node::No;
}

std::optional<Example> Analysis::onlyIn(const Condition& first, const Condition& second) {
    if (isTooWide(second)) {
        return std::nullopt;
    }
    return smallest(diagrams_.without(yesOf(first), yesOf(second)));
}

std::optional<Example> Analysis::overlap(const Condition& a, const Condition& b) {
    const auto both = diagrams_.both(yesOf(a), yesOf(b));
    return model::testsDoubt(a) || model::testsDoubt(b) ? smallest(both) : smallestCrisp(both);
}

std::optional<Broken> Analysis::brokenPromise(const Condition& condition,
                                              model::ConceptId consequence, Modality modality) {
    if (!impl_.exists) {
        return std::nullopt;
    }
    const auto promised = yesOf(condition);
    const auto entry = impl_.find(consequence);
    const bool withDoubt = model::testsDoubt(condition);
    switch (modality) {
    case Modality::Must:
        return brokenWhere(diagrams_.without(promised, entry.must), withDoubt, false);
    case Modality::May:
        return brokenWhere(diagrams_.both(promised, entry.mayNot), withDoubt, false);
    case Modality::MayNot:
        break;
    }
    auto broken = brokenWhere(diagrams_.both(promised, entry.must), withDoubt, true);
    return broken ? std::move(broken)
                  : brokenWhere(diagrams_.both(promised, entry.allowed), withDoubt, false);
}

std::optional<Broken> Analysis::brokenWhere(Node differs, bool withDoubt, bool isDemanded) {
    const auto told = diagrams_.without(differs, impl_.undetermined);
    for (const auto where : {told, differs}) {
        auto example = withDoubt ? smallest(where) : smallestCrisp(where);
        if (!example) {
            continue;
        }
        // Whether it is certain is asked of the cases that were looked at.
        const auto crisp = diagrams_.crisp(possible(where));
        const auto lookedAt = crisp != Node::No || !withDoubt ? crisp : possible(where);
        const bool isHole = where != told;
        return Broken{isCertain(lookedAt), isHole, isDemanded, std::move(*example)};
    }
    return std::nullopt;
}

// ---- open terms

std::vector<DecidingTerm> Analysis::decidingTerms() {
    std::vector<Node> outcome{impl_.undetermined, impl_.deferred};
    for (const auto& entry : impl_.outcome) {
        outcome.insert(outcome.end(), {entry.must, entry.allowed, entry.mayNot});
    }
    std::vector<DecidingTerm> result;
    for (std::uint32_t number = 0; number < impl_.terms.all().size(); ++number) {
        const auto variable = diagrams_.factCount() + number;
        auto decides = Node::No;
        for (const auto part : outcome) {
            const auto difference =
                diagrams_.differing(diagrams_.fix(part, variable, numberOf(Answer::No)),
                                    diagrams_.fix(part, variable, numberOf(Answer::Yes)));
            decides = diagrams_.either(decides, difference);
        }
        if (auto example = smallest(decides)) {
            const auto& term = impl_.terms.all()[number];
            example->assumed.push_back({term.words, term.isChoice, true});
            result.push_back({term, std::move(*example)});
        }
    }
    return result;
}

} // namespace meldc::logic
