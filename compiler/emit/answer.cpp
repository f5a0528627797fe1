#include "emit/answer.h"

#include "support/contains.h"

#include <algorithm>

namespace meldc::emit {

namespace {

using model::ConceptId;
using support::contains;

std::vector<ConceptId> common(const std::vector<ConceptId>& a, const std::vector<ConceptId>& b) {
    std::vector<ConceptId> result;
    for (const ConceptId id : a) {
        if (contains(b, id)) {
            result.push_back(id);
        }
    }
    return result;
}

/// Whether nothing that the decision reads is unknown.
bool isComplete(const logic::Decision& decision, const logic::Case& given) {
    const auto& facts = decision.factsRead();
    return !decision.hasTerms() && std::all_of(facts.begin(), facts.end(),
                       [&](model::FactId fact) { return given[fact].has_value(); });
}

/// The answer in one world, and what it still asks.
struct WorldAnswer {
    logic::Outcome outcome;
    std::vector<logic::PathStep> path;
    model::FactId next;
    std::int32_t question = -1;
    std::vector<ConceptId> perhaps;
    bool perhapsUndetermined = false;
    bool perhapsDeferred = false;
    std::vector<logic::Term> terms;
};

WorldAnswer inWorld(const Decider& decider, std::size_t world, const logic::Case& given) {
    const logic::Decision& decision = (*decider.decisions)[world];
    const model::Vocabulary& vocabulary = decider.library->vocabulary;
    WorldAnswer result;
    if (isComplete(decision, given)) {
        result.outcome = logic::evaluate(decision, given, {});
        result.path = logic::walk(vocabulary, (*decider.selected)[world], given, {}).path;
        return result;
    }
    logic::Partial partial = logic::decidePartially(vocabulary, decision, given);
    result.outcome = std::move(partial.certain);
    result.path = std::move(partial.path);
    result.next = partial.next;
    result.question = partial.question;
    result.perhaps = std::move(partial.perhaps);
    result.perhapsUndetermined = partial.perhapsUndetermined;
    result.perhapsDeferred = partial.perhapsDeferred;
    result.terms = std::move(partial.terms);
    return result;
}

/// What holds in both. Allowed is what every world allows or demands, and not all demand.
logic::Outcome certainOf(const logic::Outcome& a, const logic::Outcome& b) {
    const auto atLeastAllowed = [](const logic::Outcome& outcome) {
        std::vector<ConceptId> result = outcome.must;
        result.insert(result.end(), outcome.may.begin(), outcome.may.end());
        return result;
    };
    logic::Outcome result;
    result.must = common(a.must, b.must);
    for (const ConceptId id : common(atLeastAllowed(a), atLeastAllowed(b))) {
        if (!contains(result.must, id)) {
            result.may.push_back(id);
        }
    }
    result.mayNot = common(a.mayNot, b.mayNot);
    result.undetermined = a.undetermined || b.undetermined;
    result.holeForDoubt = a.holeForDoubt && b.holeForDoubt;
    result.deferred = a.deferred && b.deferred;
    return result;
}

void addReading(std::vector<ReadingAnswer>& readings, const WorldAnswer& one, std::size_t world) {
    for (ReadingAnswer& known : readings) {
        if (known.outcome == one.outcome) {
            known.worlds.push_back(world);
            known.perhapsUndetermined = known.perhapsUndetermined || one.perhapsUndetermined;
            known.perhapsDeferred = known.perhapsDeferred || one.perhapsDeferred;
            return;
        }
    }
    readings.push_back({one.outcome, one.path, {world}, one.perhapsUndetermined, one.perhapsDeferred});
}

/// Whether a meldnorm of a world promises here something that is not `isKept`.
template <class IsKept>
bool isBroken(const model::Vocabulary& vocabulary, const model::Protocol& world,
              const model::Meldnorm& meldnorm, const logic::Case& given,
              const std::vector<logic::Assumed>& assumed, const IsKept& isKept) {
    if (meldnorm.origin.draft) {
        return false;
    }
    return std::any_of(
        meldnorm.promises.begin(), meldnorm.promises.end(), [&](const model::Promise& promise) {
            return promise.modality == model::Modality::Must && !promise.origin.draft &&
                   logic::evaluateCondition(vocabulary, world, promise.condition, given, assumed) ==
                       model::Answer::Yes &&
                   !std::all_of(promise.consequences.begin(), promise.consequences.end(), isKept);
        });
}

/// Per meldnorm, in how many worlds it stands and in how many it is broken.
class Conflicts {
public:
    explicit Conflicts(const Decider& decider)
        : decider_(decider), stands_(decider.protocol->meldnormen.size(), 0),
          broken_(decider.protocol->meldnormen.size(), 0) {}

    void add(std::size_t number, const logic::Case& given, const WorldAnswer& answer) {
        const model::Protocol& world = (*decider_.selected)[number];
        for (std::size_t i = 0; i < world.meldnormen.size(); ++i) {
            const model::Meldnorm& meldnorm = world.meldnormen[i];
            if (meldnorm.promises.empty() || meldnorm.origin.draft) {
                continue;
            }
            ++stands_[i];
            // What it can still come to is no breach yet.
            const auto isKept = [&](ConceptId id) {
                return contains(answer.outcome.must, id) || contains(answer.perhaps, id);
            };
            broken_[i] +=
                isBroken(decider_.library->vocabulary, world, meldnorm, given, {}, isKept);
        }
    }

    [[nodiscard]] std::vector<std::size_t> everywhere() const {
        std::vector<std::size_t> result;
        for (std::size_t i = 0; i < stands_.size(); ++i) {
            if (stands_[i] > 0 && broken_[i] == stands_[i]) {
                result.push_back(i);
            }
        }
        return result;
    }

private:
    const Decider& decider_;
    std::vector<std::size_t> stands_;
    std::vector<std::size_t> broken_;
};

} // namespace

Answer answer(const Decider& decider, const logic::Case& given) {
    Answer result;
    Conflicts conflicts(decider);
    bool canWait = true;
    for (std::size_t world = 0; world < decider.decisions->size(); ++world) {
        const WorldAnswer one = inWorld(decider, world, given);
        if (world == 0) {
            result.certain = one.outcome;
            result.path = one.path;
        } else {
            result.certain = certainOf(result.certain, one.outcome);
        }
        if (!result.next.isValid() && one.next.isValid()) {
            result.next = one.next;
            result.question = one.question;
            result.questionWorld = world;
        }
        for (const logic::Term& term : one.terms) {
            if (!contains(result.dependsOn, term)) {
                result.dependsOn.push_back(term);
            }
        }
        result.perhapsUndetermined = result.perhapsUndetermined || one.perhapsUndetermined;
        canWait = canWait && (one.outcome.deferred || one.perhapsDeferred);
        conflicts.add(world, given, one);
        addReading(result.readings, one, world);
    }
    result.truncated = decider.worlds->truncated;
    result.certain.undetermined = result.certain.undetermined || result.truncated;
    // A hole in one world suffices; to wait, all worlds must.
    result.perhapsUndetermined = result.perhapsUndetermined && !result.certain.undetermined;
    result.perhapsDeferred = canWait && !result.certain.deferred && !result.readings.empty();
    const auto byName = [&](ConceptId a, ConceptId b) {
        return decider.library->vocabulary[a].name < decider.library->vocabulary[b].name;
    };
    std::sort(result.certain.may.begin(), result.certain.may.end(), byName);
    result.grounds = groundsIn(decider, given, result.certain);
    result.conflicts = conflicts.everywhere();
    return result;
}

std::vector<const model::Norm*> groundsIn(const Decider& decider, const logic::Case& given,
                                          const logic::Outcome& outcome) {
    std::vector<const model::Norm*> result;
    for (const model::Norm* norm : decider.norms) {
        const bool asksForThis =
            std::any_of(norm->requirements.begin(), norm->requirements.end(),
                        [&](const model::Requirement& requirement) {
                            return requirement.isDemand() &&
                                   logic::satisfies(outcome, requirement.goal, false) &&
                                   logic::evaluateCondition(decider.library->vocabulary,
                                                            *decider.protocol, *requirement.when,
                                                            given, {}) == model::Answer::Yes;
                        });
        if (asksForThis) {
            result.push_back(norm);
        }
    }
    return result;
}

std::vector<std::size_t> promisesBroken(const Decider& decider,
                                        const baseline::Counterexample& example) {
    const model::Protocol world = model::select(*decider.protocol, example.world);
    const auto isKept = [&](ConceptId id) { return contains(example.walk.outcome.must, id); };
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < world.meldnormen.size(); ++i) {
        if (isBroken(decider.library->vocabulary, world, world.meldnormen[i], example.facts,
                     example.assumed, isKept)) {
            result.push_back(i);
        }
    }
    return result;
}

} // namespace meldc::emit
