#pragma once

#include <optional>
#include <tuple>
#include <vector>

#include "brute_force.h"
#include "logic/proof.h"

namespace meldc::logic::testing {

/// What a proof must say, found by looking at every case.
struct BruteProof {
    ProofResult result = ProofResult::Holds;
    /// The smallest case that must be shown: counterexample, or witness of `mogelijk`.
    std::optional<Point> smallest;
    /// `nooit minder`: the case with less that belongs to it.
    std::optional<Point> lesser;
};

/// Order of cases: fewest facts that differ from the base; then the differing facts that come
/// first; then no, yes, doubt per differing fact.
using SizeKey = std::tuple<std::size_t, std::vector<std::size_t>, std::vector<int>>;
SizeKey sizeOf(const Point& point, const Point& base);
Point quietPoint(const model::Vocabulary& vocabulary);
Point pointOf(const Case& given);

/// Looks at every case. `shown` is the proof to be judged: where terms decide which lesser case
/// belongs to a counterexample, its terms are used.
BruteProof bruteProve(const BruteForce& brute, const Requirement& requirement, const Proof& shown);

/// Questions to which a re-assessment returns in this case.
std::set<std::string> returnsIn(const BruteForce& brute, const Point& point,
                                const TermValues& terms);

/// Values of all terms, those not assumed being no.
TermValues termsOf(const std::vector<TermValues>& all, const std::vector<Assumed>& assumed);
/// Whether the case breaks (or for `mogelijk` has) what the requirement wants.
bool isDecisive(const BruteForce& brute, const Requirement& requirement, const Point& point,
                const TermValues& terms);

} // namespace meldc::logic::testing
