#include "logic/analysis.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "brute_proof.h"
#include "logic/matter.h"
#include "random_model.h"

namespace meldc::logic::testing {
namespace {

constexpr std::uint64_t kAnalysisModels = modelsOf(250);

/// One random model with everything that can happen in it.
class Space {
public:
    using Test = std::function<bool(const Point&, const TermValues&)>;

    Space(std::uint64_t seed, bool openTerms)
        : dice(seed), random(randomModel(dice, {4, 4, openTerms})),
          brute(random.vocabulary, random.protocol), terms(brute.termValues(std::nullopt)),
          decision(compile(random.vocabulary, random.protocol)) {}

    bool some(const Test& test) const { return smallest(test).has_value(); }

    /// The smallest case that has it for some meaning of the terms; without doubt if there is one.
    std::optional<Point> smallest(const Test& test, bool crispOnly = false) const {
        for (const auto crisp : {true, false}) {
            std::optional<Point> best;
            const auto quiet = quietPoint(random.vocabulary);
            for (const auto& point : brute.consistentPoints(crisp)) {
                const auto hasIt = std::any_of(terms.begin(), terms.end(), [&](const auto& values) {
                    return test(point, values);
                });
                if (hasIt && (!best || sizeOf(point, quiet) < sizeOf(*best, quiet))) {
                    best = point;
                }
            }
            if (best || crispOnly) {
                return best;
            }
        }
        return std::nullopt;
    }

    void expectExample(const std::optional<Example>& shown, const Test& test,
                       bool crispOnly = false) const {
        const auto wanted = smallest(test, crispOnly);
        ASSERT_EQ(shown.has_value(), wanted.has_value());
        if (shown) {
            ASSERT_EQ(pointOf(shown->given), *wanted);
            ASSERT_TRUE(test(*wanted, termsOf(terms, shown->assumed)));
        }
    }

    Dice dice;
    RandomModel random;
    BruteForce brute;
    std::vector<TermValues> terms;
    Decision decision;
};

/// Whether a condition has `twijfel` or `misschien` in it.
bool speaksOfDoubt(const Condition& condition) {
    return condition.kind == ConditionKind::DoubtAbout || condition.kind == ConditionKind::Perhaps ||
           condition.kind == ConditionKind::AnyDoubt ||
           std::any_of(condition.operands.begin(), condition.operands.end(), speaksOfDoubt);
}

/// Runs `look` on many models that have questions.
void onModels(std::uint64_t first, const std::function<void(Space&)>& look) {
    for (std::uint64_t seed = first; seed < first + kAnalysisModels; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Space space(seed, seed % 2 == 0);
        if (space.brute.exists()) {
            look(space);
        }
        if (::testing::Test::HasFatalFailure()) {
            return;
        }
    }
}

TEST(Analysis, EndingsWithTheirSmallestCase) {
    std::size_t seen = 0;
    onModels(31'000'000, [&](Space& space) {
        Analysis analysis(space.random.vocabulary, space.decision);
        for (const auto& ending : analysis.endings()) {
            if (!ending.example) {
                continue;
            }
            ++seen;
            space.expectExample(ending.example, [&](const Point& point, const TermValues& terms) {
                const auto walked =
                    walk(space.random.vocabulary, space.random.protocol, caseOf(point), [&] {
                        std::vector<Assumed> assumed;
                        for (const auto& [name, value] : terms) {
                            assumed.push_back({name.first, name.second, value});
                        }
                        return assumed;
                    }());
                const auto& last = walked.path.back();
                return walked.outcome.undetermined && last.question == ending.question &&
                       last.answer == ending.answer &&
                       walked.loops == (ending.kind == EndingKind::Loop);
            });
        }
        const auto hasHoles = space.some([&](const Point& point, const TermValues& terms) {
            return space.brute.gather(point, terms, "").undetermined;
        });
        const auto endings = analysis.endings();
        ASSERT_EQ(hasHoles, std::any_of(endings.begin(), endings.end(),
                                        [](const Ending& one) { return one.example.has_value(); }));
    });
    EXPECT_GT(seen, 100U);
}

TEST(Analysis, WhatIsEverReached) {
    std::size_t unasked = 0;
    std::size_t untaken = 0;
    std::size_t deadRoutes = 0;
    std::size_t deadDuties = 0;
    onModels(32'000'000, [&](Space& space) {
        Analysis analysis(space.random.vocabulary, space.decision);
        const auto& protocol = space.random.protocol;
        std::set<std::string> starts{""};
        for (const auto& point : space.brute.consistentPoints(false)) {
            for (const auto& values : space.terms) {
                starts.merge(returnsIn(space.brute, point, values));
            }
        }
        const auto ever = [&](const std::function<bool(const BruteOutcome&)>& test) {
            return space.some([&](const Point& point, const TermValues& values) {
                return std::any_of(starts.begin(), starts.end(), [&](const std::string& start) {
                    return test(space.brute.gather(point, values, start));
                });
            });
        };
        const auto expect = [](bool found, bool wanted, std::size_t& never) {
            never += wanted ? 0U : 1U;
            ASSERT_EQ(found, wanted);
        };
        for (std::uint32_t index = 0; index < protocol.questions.size(); ++index) {
            const auto& entry = protocol.questions[index];
            if (entry.id.empty()) {
                continue;
            }
            expect(analysis.isAsked(index),
                   ever([&](const BruteOutcome& one) { return one.asked.count(entry.id) != 0; }),
                   unasked);
            for (std::uint32_t edge = 0; edge < entry.edges.size(); ++edge) {
                expect(analysis.isTaken(index, edge), ever([&](const BruteOutcome& one) {
                           return one.edges.count({index, edge}) != 0;
                       }),
                       untaken);
            }
        }
        for (std::uint32_t index = 0; index < protocol.routes.size(); ++index) {
            expect(analysis.fires(index),
                   ever([&](const BruteOutcome& one) { return one.routes.count(index) != 0; }),
                   deadRoutes);
        }
        for (std::uint32_t index = 0; index < protocol.tasks.size(); ++index) {
            const auto& each = protocol.tasks[index];
            if (each.condition && !each.consequences.empty() &&
                each.home.kind != model::HomeKind::Exception) {
                expect(analysis.applies(index),
                       ever([&](const BruteOutcome& one) { return one.tasks.count(index) != 0; }),
                       deadDuties);
            }
        }
    });
    EXPECT_GT(unasked, 20U);
    EXPECT_GT(untaken, 20U);
    EXPECT_GT(deadRoutes, 10U);
    EXPECT_GT(deadDuties, 10U);
}

TEST(Analysis, ConflictsWithTheirSmallestCase) {
    std::size_t seen = 0;
    onModels(33'000'000, [&](Space& space) {
        auto vocabulary = space.random.vocabulary;
        const auto a = space.random.consequences[0];
        const auto b = space.random.consequences[1];
        vocabulary.concepts[a.value].excludes.push_back(b);
        Analysis analysis(vocabulary, space.decision);
        const auto contradictions = analysis.contradictions();
        for (const auto id : space.random.consequences) {
            const auto clashes = [&](bool demanded) {
                return [&space, id, demanded](const Point& point, const TermValues& terms) {
                    const auto outcome = space.brute.decide(point, terms);
                    return outcome.mayNot.count(id.value) != 0 &&
                           (demanded ? outcome.must : outcome.allowed).count(id.value) != 0;
                };
            };
            const auto isDemanded = space.some(clashes(true));
            const auto found =
                std::find_if(contradictions.begin(), contradictions.end(),
                             [&](const Conflict& one) { return one.consequence == id; });
            ASSERT_EQ(found != contradictions.end(), space.some(clashes(false)));
            if (found != contradictions.end()) {
                ++seen;
                ASSERT_EQ(found->isDemanded, isDemanded);
                space.expectExample(found->example, clashes(isDemanded));
            }
        }
        const auto both = [&](const Point& point, const TermValues& terms) {
            const auto outcome = space.brute.decide(point, terms);
            return outcome.must.count(a.value) != 0 && outcome.must.count(b.value) != 0;
        };
        const auto exclusions = analysis.exclusions();
        ASSERT_EQ(exclusions.size(), space.some(both) ? 1U : 0U);
        if (!exclusions.empty()) {
            ++seen;
            space.expectExample(exclusions[0].example, both);
        }
    });
    EXPECT_GT(seen, 50U);
}

TEST(Analysis, ConditionsCompared) {
    std::map<Relation, std::size_t> seen;
    onModels(34'000'000, [&](Space& space) {
        Analysis analysis(space.random.vocabulary, space.decision);
        const auto a = randomCondition(space.dice, space.random, false, 2);
        const auto b = randomCondition(space.dice, space.random, false, 2);
        const auto isYes = [&](const Condition& condition) {
            return [&](const Point& point, const TermValues& terms) {
                return space.brute.value(condition, point, terms) == 2;
            };
        };
        const auto onlyIn = [&](const Condition& one, const Condition& other) {
            return [&](const Point& point, const TermValues& terms) {
                return isYes(one)(point, terms) && !isYes(other)(point, terms);
            };
        };
        const auto overlaps = [&](const Point& point, const TermValues& terms) {
            return isYes(a)(point, terms) && isYes(b)(point, terms);
        };
        const auto narrower = !space.some(onlyIn(a, b));
        const auto wider = !space.some(onlyIn(b, a));
        const auto wanted = !space.some(overlaps) ? Relation::Apart
                            : narrower && wider   ? Relation::Same
                            : narrower            ? Relation::Narrower
                            : wider               ? Relation::Wider
                                                  : Relation::Overlapping;
        const auto found = analysis.compare(a, b);
        ASSERT_EQ(found, wanted);
        ++seen[found];
        ASSERT_EQ(analysis.canHold(a), space.some(isYes(a)));
        space.expectExample(analysis.onlyIn(a, b), onlyIn(a, b));
        space.expectExample(analysis.overlap(a, b), overlaps,
                            !speaksOfDoubt(a) && !speaksOfDoubt(b));
    });
    EXPECT_EQ(seen.size(), 5U);
}

TEST(Analysis, PromisesThatAreNotKept) {
    std::map<Modality, std::size_t> seen;
    std::size_t inDoubt = 0;
    onModels(35'000'000, [&](Space& space) {
        Analysis analysis(space.random.vocabulary, space.decision);
        const auto condition = randomCondition(space.dice, space.random, false, 1);
        const auto id = space.dice.pick(space.random.consequences);
        const auto modality = static_cast<Modality>(space.dice.below(3));
        const auto withDoubt = speaksOfDoubt(condition);
        const auto breaks = [&](bool demandsOnly, bool holesToo) {
            return [&, demandsOnly, holesToo](const Point& point, const TermValues& terms) {
                const auto outcome = space.brute.decide(point, terms);
                const bool isMust = outcome.must.count(id.value) != 0;
                const bool isWrong = modality == Modality::Must  ? !isMust
                                     : modality == Modality::May ? outcome.mayNot.count(id.value) != 0
                                     : demandsOnly               ? isMust
                                                   : outcome.allowed.count(id.value) != 0;
                return isWrong && space.brute.value(condition, point, terms) == 2 &&
                       (holesToo || !outcome.undetermined);
            };
        };
        const auto found = analysis.brokenPromise(condition, id, modality);
        if (!found) {
            ASSERT_FALSE(space.smallest(breaks(false, true), !withDoubt).has_value());
            return;
        }
        ++seen[modality];
        ASSERT_EQ(found->isDemanded,
                  modality == Modality::MayNot &&
                      space.smallest(breaks(true, true), !withDoubt).has_value());
        ASSERT_EQ(found->isHole,
                  !space.smallest(breaks(found->isDemanded, false), !withDoubt).has_value());
        const auto given = pointOf(found->example.given);
        inDoubt += std::count(given.begin(), given.end(), 1) != 0 ? 1U : 0U;
        space.expectExample(found->example, breaks(found->isDemanded, found->isHole), !withDoubt);
    });
    EXPECT_GT(seen[Modality::Must], 20U);
    EXPECT_GT(seen[Modality::May], 5U);
    EXPECT_GT(seen[Modality::MayNot], 10U);
    EXPECT_GT(inDoubt, 5U);
}

/// Whether two protocols decide every consistent case alike.
bool decideAlike(const Space& space, const model::Protocol& other) {
    const BruteForce second(space.random.vocabulary, other);
    return !space.some([&](const Point& point, const TermValues& terms) {
        const auto a = space.brute.decide(point, terms);
        const auto b = second.decide(point, terms);
        return a.must != b.must || a.allowed != b.allowed || a.mayNot != b.mayNot ||
               a.undetermined != b.undetermined || a.deferred != b.deferred;
    });
}

TEST(Analysis, PartsThatMatter) {
    std::size_t idle = 0;
    std::size_t needed = 0;
    const auto expect = [&](const Space& space, const Part& part, const model::Protocol& rest) {
        const auto isNeeded = !decideAlike(space, rest);
        (isNeeded ? needed : idle) += 1;
        ASSERT_EQ(matters(space.random.vocabulary, space.decision, part), isNeeded);
    };
    onModels(36'000'000, [&](Space& space) {
        const auto& whole = space.random.protocol;
        for (std::uint32_t index = 0; index < whole.tasks.size(); ++index) {
            auto rest = whole;
            rest.tasks.erase(rest.tasks.begin() + index);
            expect(space, {PartKind::Task, index, 0}, rest);
        }
        for (std::uint32_t index = 0; index < whole.routes.size(); ++index) {
            auto rest = whole;
            rest.routes[index] = {};
            expect(space, {PartKind::Route, index, 0}, rest);
        }
        for (std::uint32_t index = 0; index < whole.countsAs.size(); ++index) {
            auto rest = whole;
            rest.countsAs.erase(rest.countsAs.begin() + index);
            expect(space, {PartKind::CountsAs, index, 0}, rest);
        }
        for (std::uint32_t index = 0; index < whole.questions.size(); ++index) {
            auto rest = whole;
            rest.questions[index] = {};
            if (!whole.questions[index].id.empty() &&
                BruteForce(space.random.vocabulary, rest).exists()) {
                expect(space, {PartKind::Question, index, 0}, rest);
            }
            for (std::uint32_t edge = 0; edge < whole.questions[index].edges.size(); ++edge) {
                rest = whole;
                auto& edges = rest.questions[index].edges;
                edges.erase(edges.begin() + edge);
                expect(space, {PartKind::Edge, index, edge}, rest);
            }
        }
    });
    EXPECT_GT(idle, 100U);
    EXPECT_GT(needed, 100U);
}

TEST(Analysis, TermsThatDecide) {
    std::size_t seen = 0;
    onModels(37'000'000, [&](Space& space) {
        Analysis analysis(space.random.vocabulary, space.decision);
        const auto found = analysis.decidingTerms();
        for (const auto& [name, value] : space.terms.front()) {
            const auto decides = [&, key = name](const Point& point, TermValues terms) {
                terms[key] = false;
                const auto a = space.brute.decide(point, terms);
                terms[key] = true;
                const auto b = space.brute.decide(point, terms);
                return a.must != b.must || a.allowed != b.allowed || a.mayNot != b.mayNot ||
                       a.undetermined != b.undetermined || a.deferred != b.deferred;
            };
            const Term term{name.first, name.second};
            const auto listed =
                std::find_if(found.begin(), found.end(),
                             [&](const DecidingTerm& one) { return one.term == term; });
            ASSERT_EQ(listed != found.end(), space.some(decides));
            if (listed != found.end()) {
                ++seen;
                space.expectExample(listed->example, decides);
            }
        }
    });
    EXPECT_GT(seen, 50U);
}

TEST(Analysis, WaitingWithoutDoubt) {
    std::size_t seen = 0;
    onModels(38'000'000, [&](Space& space) {
        Analysis analysis(space.random.vocabulary, space.decision);
        const auto waits = analysis.emptyWaits();
        const auto hasWait = space.smallest(
            [&](const Point& point, const TermValues& terms) {
                return space.brute.gather(point, terms, "").deferred;
            },
            true);
        ASSERT_EQ(!waits.empty(), hasWait.has_value());
        seen += waits.size();
        for (const auto& wait : waits) {
            const auto& outcome = walk(space.random.vocabulary, space.random.protocol,
                                       wait.example.given, wait.example.assumed);
            ASSERT_TRUE(outcome.outcome.deferred);
            ASSERT_EQ(outcome.path.back().question, wait.question);
            ASSERT_EQ(outcome.path.back().edge, static_cast<std::int32_t>(wait.edge));
        }
    });
    EXPECT_GT(seen, 10U);
}

} // namespace
} // namespace meldc::logic::testing
