#include "compare/protection.h"

#include <algorithm>

namespace meldc::compare {

namespace {

using logic::Weight;
using logic::Turn;

/// 2 demanded, 1 allowed, 0 neither.
int firmness(const Weight& standing) {
    return standing.must ? 2 : standing.may ? 1 : 0;
}

class Rater {
public:
    Rater(const model::Vocabulary& vocabulary, const logic::Shift& shift) : vocabulary_(vocabulary), shift_(shift) {}

    Rating run() const {
        Rating rating;
        for (const Turn& turn : shift_.turns) {
            if (!vocabulary_.protects(turn.consequence)) {
                continue;
            }
            if (isLoss(turn) && !isMadeUpFor(turn)) {
                rating.lost.push_back(turn.consequence);
            }
            if (isGain(turn) && !isOutweighed(turn)) {
                rating.gained.push_back(turn.consequence);
            }
        }
        const bool hasLoss = !rating.lost.empty();
        const bool hasGain = !rating.gained.empty();
        const bool becomesOpen = shift_.isUndetermined && !shift_.wasUndetermined;
        rating.weakens = hasLoss || becomesOpen;
        rating.effect = becomesOpen                                         ? Effect::Undetermined
                        : shift_.isDeferred && !shift_.wasDeferred && !hasGain ? Effect::Deferred
                        : hasLoss && hasGain                                ? Effect::Conflicting
                        : hasLoss                                           ? Effect::Weaker
                        : shift_.wasUndetermined && !shift_.isUndetermined  ? Effect::Settled
                        : hasGain                                           ? Effect::Stronger
                                                                            : Effect::Equal;
        return rating;
    }

private:
    static bool isLoss(const Turn& turn) {
        return firmness(turn.after) < firmness(turn.before) || (turn.after.mayNot && !turn.before.mayNot);
    }
    static bool isGain(const Turn& turn) {
        return firmness(turn.after) > firmness(turn.before) || (turn.before.mayNot && !turn.after.mayNot);
    }
    bool isMadeUpFor(const Turn& lost) const {
        return std::any_of(shift_.turns.begin(), shift_.turns.end(), [&](const Turn& other) {
            return firmness(other.after) > firmness(other.before) &&
                   firmness(other.after) >= firmness(lost.before) &&
                   vocabulary_.protectsMore(other.consequence, lost.consequence);
        });
    }
    bool isOutweighed(const Turn& gained) const {
        return std::any_of(shift_.turns.begin(), shift_.turns.end(), [&](const Turn& other) {
            return firmness(other.after) < firmness(other.before) &&
                   firmness(other.before) >= firmness(gained.after) &&
                   vocabulary_.protectsMore(other.consequence, gained.consequence);
        });
    }

    const model::Vocabulary& vocabulary_;
    const logic::Shift& shift_;
};

} // namespace

Rating rate(const model::Vocabulary& vocabulary, const logic::Shift& shift) {
    return Rater(vocabulary, shift).run();
}

} // namespace meldc::compare
