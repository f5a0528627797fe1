// Random pairs of texts: every count is that of looking at each case of both.

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "brute_force.h"
#include "compare/cases.h"
#include "compare/joint.h"
#include "compare/protection.h"
#include "random_model.h"

namespace meldc::compare {
namespace {

using logic::Box;
using logic::Comparison;
using logic::testing::BruteForce;
using logic::testing::BruteOutcome;
using logic::testing::Dice;
using logic::testing::modelsOf;
using logic::testing::Point;
using logic::testing::RandomModel;
using logic::testing::TermValues;

constexpr std::uint64_t kPairs = modelsOf(250);

/// What changes between two outcomes, by name, found out without logic/ or compare/.
struct Delta {
    /// Name; demanded, allowed, forbidden before; the same after.
    std::map<std::string, std::array<bool, 6>> turns;
    std::array<bool, 4> endings{};

    bool isEmpty() const { return turns.empty() && endings == std::array<bool, 4>{}; }
    auto operator<=>(const Delta&) const = default;
};

/// Two random texts that share names of facts and consequences.
class Pair {
public:
    Pair(std::uint64_t seed, bool openTerms)
        : dice(seed), old(randomModel(dice, {4, 4, openTerms})), renewed(randomModel(dice, {4, 4, openTerms})),
          oldBrute(old.vocabulary, old.protocol), newBrute(renewed.vocabulary, renewed.protocol),
          joint(joined(old.vocabulary, renewed.vocabulary)) {
        oldDecisions.push_back(logic::compile(old.vocabulary, old.protocol));
        newDecisions.push_back(logic::compile(renewed.vocabulary, renewed.protocol));
        joint.before.decisions = &oldDecisions;
        joint.after.decisions = &newDecisions;
        for (const auto* side : {&joint.before, &joint.after}) {
            for (const auto fact : side->decisions->front().factsRead()) {
                read.insert(side->facts[fact.value].value);
            }
        }
    }

    /// A point of the shared facts as one side sees it.
    static Point on(const logic::ComparedSide& side, const Point& point) {
        Point result;
        for (const auto fact : side.facts) result.push_back(point[fact.value]);
        return result;
    }
    /// Whether both have questions: where none is asked first there is no walk to look at.
    bool isDecided() const { return oldBrute.exists() && newBrute.exists(); }
    bool isConsistent(const Point& point) const {
        return oldBrute.isConsistent(on(joint.before, point)) && newBrute.isConsistent(on(joint.after, point));
    }
    /// One consistent point for each combination of answers to the facts that are read.
    std::vector<Point> cases(bool crisp) const {
        std::set<Point> seen;
        std::vector<Point> result;
        Point point(joint.vocabulary.facts.size(), 0);
        const auto visit = [&](const auto& self, std::size_t index) -> void {
            if (index == point.size()) {
                if (isConsistent(point) && seen.insert(projected(point)).second) result.push_back(point);
                return;
            }
            for (const int answer : {0, 1, 2}) {
                if (crisp && answer == 1) continue;
                point[index] = answer;
                self(self, index + 1);
            }
            point[index] = 0;
        };
        visit(visit, 0);
        std::erase_if(result, [&](const Point& one) { return !crisp && !isDoubtful(one); });
        return result;
    }
    Point projected(const Point& point) const {
        Point result;
        for (const auto fact : read) result.push_back(point[fact]);
        return result;
    }
    bool isDoubtful(const Point& point) const {
        return std::any_of(read.begin(), read.end(), [&](auto fact) { return point[fact] == 1; });
    }

    /// Values of the terms of both, equal words alike.
    std::vector<std::pair<TermValues, TermValues>> terms() const {
        std::vector<std::pair<TermValues, TermValues>> result;
        for (const auto& a : oldBrute.termValues(std::nullopt)) {
            for (const auto& b : newBrute.termValues(std::nullopt)) {
                const bool agree = std::all_of(a.begin(), a.end(), [&](const auto& each) {
                    const auto other = b.find(each.first);
                    return other == b.end() || other->second == each.second;
                });
                if (agree) result.emplace_back(a, b);
            }
        }
        return result;
    }

    Delta deltaOf(const Point& point, const TermValues& a, const TermValues& b) const {
        const BruteOutcome was = oldBrute.decide(on(joint.before, point), a);
        const BruteOutcome is = newBrute.decide(on(joint.after, point), b);
        Delta delta;
        const auto add = [&](const RandomModel& model, const BruteOutcome& outcome, std::size_t first) {
            for (const auto id : model.consequences) {
                auto& marks = delta.turns[model.vocabulary[id].name];
                marks[first] = outcome.must.contains(id.value);
                marks[first + 1] = outcome.allowed.contains(id.value) && !outcome.must.contains(id.value);
                marks[first + 2] = outcome.mayNot.contains(id.value);
            }
        };
        add(old, was, 0);
        add(renewed, is, 3);
        std::erase_if(delta.turns, [](const auto& turn) {
            const auto& m = turn.second;
            return m[0] == m[3] && m[1] == m[4] && m[2] == m[5];
        });
        if (was.undetermined != is.undetermined) {
            delta.endings[0] = was.undetermined;
            delta.endings[1] = is.undetermined;
        }
        if (was.deferred != is.deferred) {
            delta.endings[2] = was.deferred;
            delta.endings[3] = is.deferred;
        }
        return delta;
    }
    Delta named(const logic::Shift& shift) const {
        Delta delta;
        for (const auto& turn : shift.turns) {
            delta.turns[joint.vocabulary[turn.consequence].name] = {turn.before.must, turn.before.may,
                                                                    turn.before.mayNot, turn.after.must,
                                                                    turn.after.may, turn.after.mayNot};
        }
        delta.endings = {shift.wasUndetermined, shift.isUndetermined, shift.wasDeferred, shift.isDeferred};
        return delta;
    }

    Dice dice;
    RandomModel old;
    RandomModel renewed;
    BruteForce oldBrute;
    BruteForce newBrute;
    Joint joint;
    std::vector<logic::Decision> oldDecisions;
    std::vector<logic::Decision> newDecisions;
    std::set<std::uint32_t> read;
};

bool isIn(const Box& box, const Point& point) {
    return std::all_of(box.answers.begin(), box.answers.end(), [&](const auto& one) {
        return logic::holds(one.second, static_cast<std::uint32_t>(point[one.first.value]));
    });
}

/// Whether boxes say exactly which cases change, and nothing in them can be left out.
void expectBoxes(const logic::Boxes& boxes, const std::vector<Point>& cases, const std::set<Point>& changed) {
    if (boxes.isCut) return;
    std::set<Point> seen;
    for (std::size_t index = 0; index < boxes.all.size(); ++index) {
        const Box& box = boxes.all[index];
        std::size_t count = 0;
        std::size_t further = 0;
        for (const Point& point : cases) {
            if (!isIn(box, point)) continue;
            ASSERT_TRUE(changed.contains(point));
            ++count;
            further += seen.insert(point).second ? 1U : 0U;
        }
        ASSERT_EQ(box.cases, count);
        ASSERT_EQ(box.further, further);
        for (std::size_t without = 0; without < box.answers.size(); ++without) {
            Box wider = box;
            wider.answers.erase(wider.answers.begin() + static_cast<std::ptrdiff_t>(without));
            const bool holdsOthers = std::any_of(cases.begin(), cases.end(), [&](const Point& point) {
                return isIn(wider, point) && !changed.contains(point);
            });
            ASSERT_TRUE(holdsOthers) << "a fact can be left out";
        }
        const bool isNeeded = std::any_of(changed.begin(), changed.end(), [&](const Point& point) {
            for (std::size_t other = 0; other < boxes.all.size(); ++other) {
                if (other != index && isIn(boxes.all[other], point)) return false;
            }
            return true;
        });
        ASSERT_TRUE(isNeeded) << "a box is superfluous";
    }
    ASSERT_EQ(seen, changed);
}

void expectSame(Pair& pair) {
    const std::vector<Comparison::Pair> worlds{{0, 0}};
    Comparison comparison(pair.joint.vocabulary, pair.joint.before, pair.joint.after, worlds);
    ASSERT_FALSE(comparison.tooLarge());
    const auto terms = pair.terms();
    std::map<Delta, std::array<std::set<Point>, 2>> some;
    std::map<Delta, std::array<std::size_t, 2>> always;
    std::array<std::vector<Point>, 2> cases;
    std::array<std::size_t, 2> changed{};
    for (const std::size_t inDoubt : {0U, 1U}) {
        cases[inDoubt] = pair.cases(inDoubt == 0);
        for (const Point& point : cases[inDoubt]) {
            std::map<Delta, std::size_t> here;
            for (const auto& [a, b] : terms) ++here[pair.deltaOf(point, a, b)];
            changed[inDoubt] += here.size() > 1 || !here.begin()->first.isEmpty() ? 1U : 0U;
            for (const auto& [delta, count] : here) {
                if (delta.isEmpty()) continue;
                some[delta][inDoubt].insert(point);
                always[delta][inDoubt] += count == terms.size() ? 1U : 0U;
            }
        }
    }
    const CaseTally all = comparison.count(comparison.everything());
    ASSERT_EQ(all, (CaseTally{cases[0].size(), cases[1].size()}));
    ASSERT_EQ(comparison.shifts().size(), some.size());
    auto whole = Comparison::Area{};
    for (std::size_t index = 0; index < comparison.shifts().size(); ++index) {
        const Delta delta = pair.named(comparison.shifts()[index]);
        ASSERT_TRUE(some.contains(delta));
        const auto area = comparison.areaOf(index);
        whole = comparison.either(whole, area);
        ASSERT_EQ(comparison.count(area), (CaseTally{some[delta][0].size(), some[delta][1].size()}));
        ASSERT_EQ(comparison.count(comparison.certainAreaOf(index), true),
                  (CaseTally{always[delta][0], always[delta][1]}));
        for (const std::size_t inDoubt : {0U, 1U}) {
            expectBoxes(comparison.describe(area, inDoubt == 1), cases[inDoubt], some[delta][inDoubt]);
            if (::testing::Test::HasFatalFailure()) return;
        }
    }
    ASSERT_EQ(comparison.count(whole), (CaseTally{changed[0], changed[1]}));
}

TEST(Comparison, CountsWhatLookingAtEveryCaseFinds) {
    std::size_t compared = 0;
    for (std::uint64_t seed = 0; seed < kPairs; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Pair pair(seed, seed % 2 == 0);
        if (!pair.isDecided()) continue;
        expectSame(pair);
        if (::testing::Test::HasFatalFailure()) return;
        ++compared;
    }
    EXPECT_GE(compared, kPairs * 9 / 10);
}

/// The whole of it, with effects: each case is counted under the effect of its own change.
TEST(Comparison, CountsEffectsCaseByCase) {
    std::array<std::size_t, kEffects> met{};
    for (std::uint64_t seed = 5'000; seed < 5'000 + kPairs; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Pair pair(seed, false);
        if (!pair.isDecided()) continue;
        // a above b above c: a consequence that protects nothing is there too.
        for (RandomModel* model : {&pair.old, &pair.renewed}) {
            auto& vocabulary = model->vocabulary;
            vocabulary.concepts[vocabulary.find("a").value].protectsMoreThan = {vocabulary.find("b")};
            vocabulary.concepts[vocabulary.find("b").value].protectsMoreThan = {vocabulary.find("c")};
        }
        const model::Worlds worlds{{model::World{}}, false};
        const std::vector<model::Protocol> oldWorlds{pair.old.protocol};
        const std::vector<model::Protocol> newWorlds{pair.renewed.protocol};
        const CasesSide before{{pair.old.vocabulary, pair.old.protocol, worlds}, oldWorlds, pair.oldDecisions};
        const CasesSide after{{pair.renewed.vocabulary, pair.renewed.protocol, worlds}, newWorlds, pair.newDecisions};
        const CasesDifference difference = compareCases(before, after, {});
        if (!difference.wasDecided && !difference.isDecided) continue;
        ASSERT_FALSE(difference.replayFailed);
        const Joint joint = joined(pair.old.vocabulary, pair.renewed.vocabulary);
        std::array<CaseTally, kEffects> expected{};
        CaseTally weakened;
        const auto terms = pair.terms().front();
        for (const bool inDoubt : {false, true}) {
            for (const Point& point : pair.cases(!inDoubt)) {
                const Delta delta = pair.deltaOf(point, terms.first, terms.second);
                if (delta.isEmpty()) continue;
                logic::Shift shift;
                for (const auto& [name, m] : delta.turns) {
                    shift.turns.push_back({joint.vocabulary.find(name), {m[0], m[1], m[2]}, {m[3], m[4], m[5]}});
                }
                shift.wasUndetermined = delta.endings[0];
                shift.isUndetermined = delta.endings[1];
                shift.wasDeferred = delta.endings[2];
                shift.isDeferred = delta.endings[3];
                const Rating rating = rate(joint.vocabulary, shift);
                auto& tally = expected[static_cast<std::size_t>(rating.effect)];
                ++(inDoubt ? tally.inDoubt : tally.crisp);
                if (rating.weakens) ++(inDoubt ? weakened.inDoubt : weakened.crisp);
            }
        }
        ASSERT_EQ(difference.byEffect, expected);
        ASSERT_EQ(difference.weakened, weakened);
        ASSERT_EQ(difference.uncovered, weakened);
        for (std::size_t effect = 0; effect < kEffects; ++effect) met[effect] += isNone(expected[effect]) ? 0U : 1U;
    }
    for (std::size_t effect = 0; effect < kEffects; ++effect) {
        EXPECT_GT(met[effect], 0U) << "effect " << effect << " never occurred";
    }
}

/// The cases without doubt that a guarantee is about, by what looking at every case finds.
std::set<Point> casesOf(const std::vector<Point>& cases, const logic::Guarantee& guarantee) {
    std::set<Point> result;
    std::copy_if(cases.begin(), cases.end(), std::inserter(result, result.end()), [&](const Point& point) {
        return !guarantee.fact ||
               point[guarantee.fact->value] == static_cast<int>(logic::numberOf(guarantee.answer));
    });
    return result;
}

/// Whether one text demands it in each of its cases, whatever open terms stand for.
bool isKept(const Pair& pair, bool isNew, const std::vector<Point>& cases, const logic::Guarantee& guarantee) {
    const auto id = (isNew ? pair.renewed : pair.old)
                        .vocabulary.find(pair.joint.vocabulary[guarantee.consequence].name);
    const BruteForce& brute = isNew ? pair.newBrute : pair.oldBrute;
    const auto about = casesOf(cases, guarantee);
    const auto terms = brute.termValues(std::nullopt);
    return id.isValid() && !about.empty() && std::all_of(about.begin(), about.end(), [&](const Point& point) {
        const Point own = Pair::on(isNew ? pair.joint.after : pair.joint.before, point);
        return std::all_of(terms.begin(), terms.end(), [&](const TermValues& values) {
            return brute.decide(own, values).must.contains(id.value);
        });
    });
}

TEST(Comparison, TellsWhichDemandsBecameUnfailing) {
    std::size_t told = 0;
    for (std::uint64_t seed = 20'000; seed < 20'000 + kPairs; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Pair pair(seed, seed % 2 == 0);
        if (!pair.isDecided()) continue;
        const std::vector<Comparison::Pair> worlds{{0, 0}};
        const logic::GuaranteeChange change =
            Comparison(pair.joint.vocabulary, pair.joint.before, pair.joint.after, worlds).guaranteeChange();
        const auto cases = pair.cases(true);
        std::set<std::string> names;
        for (const RandomModel* model : {&pair.old, &pair.renewed}) {
            for (const auto id : model->consequences) names.insert(model->vocabulary[id].name);
        }
        std::vector<logic::Guarantee> all;
        for (const std::string& name : names) {
            all.push_back({pair.joint.vocabulary.find(name), std::nullopt, model::Answer::Yes});
            for (const std::uint32_t fact : pair.read) {
                for (const auto answer : {model::Answer::Yes, model::Answer::No}) {
                    all.push_back({pair.joint.vocabulary.find(name), model::FactId{fact}, answer});
                }
            }
        }
        const auto isSubset = [&](const logic::Guarantee& a, const logic::Guarantee& b) {
            const auto few = casesOf(cases, a);
            const auto many = casesOf(cases, b);
            return a.consequence == b.consequence && std::includes(many.begin(), many.end(), few.begin(), few.end());
        };
        for (const bool isNew : {true, false}) {
            const auto& list = isNew ? change.gained : change.lost;
            for (const logic::Guarantee& each : all) {
                const bool isChange = isKept(pair, isNew, cases, each) && !isKept(pair, !isNew, cases, each);
                const auto implying = std::count_if(list.begin(), list.end(), [&](const logic::Guarantee& other) {
                    return isSubset(each, other);
                });
                if (std::find(list.begin(), list.end(), each) != list.end()) {
                    ASSERT_TRUE(++told > 0 && isChange);
                    ASSERT_EQ(implying, 1) << "follows from another";
                }
                ASSERT_TRUE(!isChange || implying > 0);
            }
        }
    }
    EXPECT_GT(told, kPairs / 10);
}

TEST(Comparison, ATextBesideItselfChangesNothing) {
    for (std::uint64_t seed = 9'000; seed < 9'000 + kPairs / 5; ++seed) {
        Dice dice(seed);
        const RandomModel one = randomModel(dice, {4, 4, true});
        const std::vector<logic::Decision> decisions{logic::compile(one.vocabulary, one.protocol)};
        Joint joint = joined(one.vocabulary, one.vocabulary);
        joint.before.decisions = &decisions;
        joint.after.decisions = &decisions;
        const std::vector<Comparison::Pair> worlds{{0, 0}};
        Comparison comparison(joint.vocabulary, joint.before, joint.after, worlds);
        EXPECT_TRUE(comparison.shifts().empty()) << seed;
        EXPECT_TRUE(comparison.guaranteeChange().gained.empty()) << seed;
        EXPECT_TRUE(comparison.guaranteeChange().lost.empty()) << seed;
    }
}

} // namespace
} // namespace meldc::compare
