#include "logic/analysis.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "space.h"

/// What is asked of a decision as a whole, held against a look at every case.
namespace meldc::logic::testing {
namespace {

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
    EXPECT_GT(seen, share(100U));
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
    EXPECT_GT(unasked, share(20U));
    EXPECT_GT(untaken, share(20U));
    EXPECT_GT(deadRoutes, share(10U));
    EXPECT_GT(deadDuties, share(10U));
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
    EXPECT_GT(seen, share(50U));
}

TEST(Analysis, TermsThatDecide) {
    std::size_t seen = 0;
    onModels(37'000'000, [&](Space& space) {
        Analysis analysis(space.random.vocabulary, space.decision);
        const auto found = analysis.decidingTerms();
        for (const auto& [name, value] : space.terms.front()) {
            const auto decides = [&, key = name](const Point& point, TermValues terms) {
                terms[key] = false;
                const auto without = space.brute.decide(point, terms);
                terms[key] = true;
                return !isAlike(without, space.brute.decide(point, terms));
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
    EXPECT_GT(seen, share(50U));
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
    EXPECT_GT(seen, share(10U));
}

} // namespace
} // namespace meldc::logic::testing
