#include "brute_proof.h"

#include <algorithm>

namespace meldc::logic::testing {

namespace {

bool inDoubt(const Requirement& requirement) {
    return requirement.alsoInDoubt || requirement.kind == RequirementKind::Monotone;
}

bool inPremise(const BruteForce& brute, const Requirement& requirement, const Point& point,
               const TermValues& terms) {
    return !requirement.when || brute.value(*requirement.when, point, terms) == 2;
}

bool isListed(const Requirement& requirement, std::size_t fact) {
    return std::any_of(requirement.facts.begin(), requirement.facts.end(),
                       [&](FactId id) { return id.value == fact; });
}

std::vector<Point> lesserPoints(const BruteForce& brute, const Requirement& requirement,
                                const Point& more, const TermValues& terms) {
    std::vector<Point> result;
    for (const auto& less : brute.consistentPoints(false)) {
        bool fits = true;
        for (std::size_t fact = 0; fact < less.size(); ++fact) {
            fits = fits && (isListed(requirement, fact) ? less[fact] <= more[fact]
                                                        : less[fact] == more[fact]);
        }
        if (fits && inPremise(brute, requirement, less, terms) &&
            bruteSatisfies(brute.decide(less, terms), requirement.goal, false)) {
            result.push_back(less);
        }
    }
    return result;
}

bool canStillFollow(const BruteForce& brute, const Requirement& requirement, const Point& point,
                    const TermValues& terms) {
    for (const auto& start : returnsIn(brute, point, terms)) {
        for (const auto& other : brute.termValues(requirement.when)) {
            const auto sameOpenTerms =
                std::all_of(other.begin(), other.end(), [&](const auto& entry) {
                    return entry.first.second || terms.at(entry.first) == entry.second;
                });
            if (!sameOpenTerms) {
                continue;
            }
            for (const auto& later : brute.consistentPoints(!inDoubt(requirement))) {
                bool fits = true;
                for (std::size_t fact = 0; fact < later.size(); ++fact) {
                    fits = fits && (brute.vocabulary().facts[fact].changeable ||
                                    later[fact] == point[fact]);
                }
                if (fits &&
                    bruteSatisfies(brute.decide(later, other, start), requirement.then, true)) {
                    return true;
                }
            }
        }
    }
    return false;
}

/// The open terms of an assignment, choices left out.
TermValues openPart(const TermValues& terms) {
    TermValues result;
    for (const auto& entry : terms) {
        if (!entry.first.second) {
            result.insert(entry);
        }
    }
    return result;
}

std::optional<Point> smallestOf(const std::set<Point>& points, const Point& base) {
    std::optional<Point> best;
    for (const auto& point : points) {
        if (!best || sizeOf(point, base) < sizeOf(*best, base)) {
            best = point;
        }
    }
    return best;
}

bool premiseOccurs(const BruteForce& brute, const Requirement& requirement, const Point& point,
                   const TermValues& terms) {
    const auto goalIsPremise =
        requirement.kind == RequirementKind::After || requirement.kind == RequirementKind::Monotone;
    return inPremise(brute, requirement, point, terms) &&
           (!goalIsPremise || bruteSatisfies(brute.decide(point, terms), requirement.goal, false));
}

} // namespace

std::set<std::string> returnsIn(const BruteForce& brute, const Point& point,
                                const TermValues& terms) {
    std::set<std::string> result;
    const auto& protocol = brute.protocol();
    const auto outcome = brute.gather(point, terms, "");
    for (const auto& each : protocol.tasks) {
        const auto isYes = !each.condition || brute.value(*each.condition, point, terms) == 2;
        const auto isDead = each.home.kind == model::HomeKind::Route &&
                            outcome.routes.count(each.home.index) == 0;
        if (!isYes || isDead || each.modality == Modality::MayNot ||
            each.home.kind == model::HomeKind::Exception) {
            continue;
        }
        for (const auto& entry : protocol.questions) {
            if (!entry.id.empty() && entry.id == each.returnTo) {
                result.insert(entry.id);
            }
        }
    }
    return result;
}

SizeKey sizeOf(const Point& point, const Point& base) {
    SizeKey key{0, {}, {}};
    for (std::size_t fact = 0; fact < point.size(); ++fact) {
        if (point[fact] != base[fact]) {
            ++std::get<0>(key);
            std::get<1>(key).push_back(fact);
            std::get<2>(key).push_back(point[fact] == 1 ? 3 : point[fact]);
        }
    }
    return key;
}

Point quietPoint(const model::Vocabulary& vocabulary) {
    Point result;
    for (const auto& each : vocabulary.facts) {
        result.push_back(each.nature == Nature::Support ? 2 : 0);
    }
    return result;
}

Point pointOf(const Case& given) {
    Point result;
    for (const auto& value : given.values) {
        result.push_back(static_cast<int>(value.value()));
    }
    return result;
}

TermValues termsOf(const std::vector<TermValues>& all, const std::vector<Assumed>& assumed) {
    auto result = all.front();
    for (const auto& one : assumed) {
        result.at({one.words, one.isChoice}) = one.value;
    }
    return result;
}

bool isDecisive(const BruteForce& brute, const Requirement& requirement, const Point& point,
                const TermValues& terms) {
    if (!inPremise(brute, requirement, point, terms)) {
        return false;
    }
    const auto has = bruteSatisfies(brute.decide(point, terms), requirement.goal,
                                    requirement.kind == RequirementKind::Possible);
    switch (requirement.kind) {
    case RequirementKind::Always:
        return !has;
    case RequirementKind::Never:
    case RequirementKind::Possible:
        return has;
    case RequirementKind::Monotone:
        return !has && !lesserPoints(brute, requirement, point, terms).empty();
    default:
        return has && !canStillFollow(brute, requirement, point, terms);
    }
}

BruteProof bruteProve(const BruteForce& brute, const Requirement& requirement, const Proof& shown) {
    const auto all = brute.termValues(requirement.when);
    const auto& points = brute.consistentPoints(!inDoubt(requirement));
    const auto quiet = quietPoint(brute.vocabulary());
    // Per assignment of the open terms: the decisive points, each for some choice.
    std::map<TermValues, std::set<Point>> decisive;
    std::map<TermValues, bool> occurs;
    bool everOccurs = false;
    std::set<Point> anywhere;
    for (const auto& terms : all) {
        auto& here = decisive[openPart(terms)];
        for (const auto& point : points) {
            if (premiseOccurs(brute, requirement, point, terms)) {
                everOccurs = true;
                occurs[openPart(terms)] = true;
            }
            if (isDecisive(brute, requirement, point, terms)) {
                here.insert(point);
                anywhere.insert(point);
            }
        }
    }
    BruteProof result;
    if (requirement.kind == RequirementKind::Possible) {
        const auto fine = std::all_of(decisive.begin(), decisive.end(), [&](const auto& entry) {
            return !entry.second.empty() || !occurs[entry.first];
        });
        result.result = anywhere.empty() ? ProofResult::Fails
                        : fine           ? ProofResult::Holds
                                         : ProofResult::DependsOnOpenTerm;
        if (result.result == ProofResult::Holds) {
            result.smallest = smallestOf(anywhere, quiet);
        }
        return result;
    }
    if (anywhere.empty()) {
        result.result = everOccurs ? ProofResult::Holds : ProofResult::Vacuous;
        return result;
    }
    auto robust = anywhere;
    bool fails = true;
    for (const auto& entry : decisive) {
        const auto& here = entry.second;
        fails = fails && !here.empty();
        std::erase_if(robust, [&](const Point& point) { return here.count(point) == 0; });
    }
    result.result = fails ? ProofResult::Fails : ProofResult::DependsOnOpenTerm;
    result.smallest = smallestOf(fails && !robust.empty() ? robust : anywhere, quiet);
    if (requirement.kind == RequirementKind::Monotone) {
        const auto lesser =
            lesserPoints(brute, requirement, *result.smallest, termsOf(all, shown.assumed));
        result.lesser = smallestOf({lesser.begin(), lesser.end()}, *result.smallest);
    }
    return result;
}

} // namespace meldc::logic::testing
