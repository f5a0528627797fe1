// The questions of Analysis, held against looking at every case.

#include <gtest/gtest.h>

#include <functional>

#include "brute_force.h"
#include "logic/analysis.h"
#include "random_model.h"

namespace meldc::logic::testing {
namespace {

constexpr std::uint64_t kModels = 400;

/// A random decision, looked at twice.
struct Subject {
    explicit Subject(std::uint64_t seed)
        : dice(seed), random(randomModel(dice)), brute(random.vocabulary, random.protocol),
          decision(compile(random.vocabulary, random.protocol)) {}

    Dice dice;
    RandomModel random;
    BruteForce brute;
    Decision decision;
};

/// Runs `test` on random models that have questions.
void onRandomModels(const std::function<void(Subject&)>& test) {
    for (std::uint64_t seed = 0; seed < kModels; ++seed) {
        Subject subject(seed);
        if (subject.decision.exists()) {
            SCOPED_TRACE(seed);
            test(subject);
        }
        if (::testing::Test::HasFailure()) {
            return;
        }
    }
}

using Outcomes = std::function<bool(const BruteOutcome&, const Point&, const TermValues&)>;

bool someCase(const Subject& subject, bool crisp, const Outcomes& has,
              const std::optional<Condition>& extra = std::nullopt) {
    for (const auto& terms : subject.brute.termValues(extra)) {
        for (const auto& point : subject.brute.consistentPoints(crisp)) {
            if (has(subject.brute.decide(point, terms), point, terms)) {
                return true;
            }
        }
    }
    return false;
}

Point pointOf(const Example& example) {
    Point point;
    for (const auto& value : example.given.values) {
        point.push_back(static_cast<int>(*value));
    }
    return point;
}

/// The values of all terms in the example; those that it does not name may be anything.
TermValues termsOf(const Subject& subject, const Example& example,
                   const std::optional<Condition>& extra = std::nullopt) {
    TermValues terms = subject.brute.termValues(extra).front();
    for (const auto& one : example.assumed) {
        terms[{one.words, one.isChoice}] = one.value;
    }
    return terms;
}

bool isCrisp(const Point& point) {
    return std::find(point.begin(), point.end(), 1) == point.end();
}

int differing(const Subject& subject, const Point& point) {
    const auto quiet = quietCase(subject.random.vocabulary);
    int count = 0;
    for (std::size_t fact = 0; fact < point.size(); ++fact) {
        count += static_cast<int>(*quiet.values[fact]) == point[fact] ? 0 : 1;
    }
    return count;
}

/// Expects that the example has it, is consistent, is without doubt when one without doubt has it,
/// and that no smaller case of the kind has it.
void expectSmallest(const Subject& subject, const std::optional<Example>& example,
                    const Outcomes& has, const std::optional<Condition>& extra = std::nullopt) {
    const auto crispHas = someCase(subject, true, has, extra);
    ASSERT_EQ(example.has_value(), crispHas || someCase(subject, false, has, extra));
    if (!example) {
        return;
    }
    const auto point = pointOf(*example);
    EXPECT_TRUE(subject.brute.isConsistent(point));
    const auto terms = termsOf(subject, *example, extra);
    EXPECT_TRUE(has(subject.brute.decide(point, terms), point, terms));
    EXPECT_EQ(isCrisp(point), crispHas);
    const auto isSmaller = [&](const BruteOutcome& outcome, const Point& other,
                               const TermValues& values) {
        return differing(subject, other) < differing(subject, point) && has(outcome, other, values);
    };
    EXPECT_FALSE(someCase(subject, crispHas, isSmaller, extra));
}

TEST(Analysis, EndingsAreWhereSomeCaseHasNoOutcome) {
    onRandomModels([](Subject& subject) {
        Analysis analysis(subject.random.vocabulary, subject.decision);
        bool isLoop = false;
        bool isEnd = false;
        bool isForDoubt = false;
        for (const auto& ending : analysis.endings()) {
            if (!ending.example) {
                continue;
            }
            const auto outcome =
                subject.brute.decide(pointOf(*ending.example), termsOf(subject, *ending.example));
            EXPECT_TRUE(outcome.undetermined);
            EXPECT_EQ(outcome.holeForDoubt, ending.answer == Answer::Doubt);
            EXPECT_EQ(outcome.loops, ending.kind == EndingKind::Loop);
            EXPECT_TRUE(
                outcome.asked.contains(subject.random.protocol.questions[ending.question].id));
            isEnd = true;
            isLoop = isLoop || ending.kind == EndingKind::Loop;
            isForDoubt = isForDoubt || ending.answer == Answer::Doubt;
        }
        const auto some = [&](const auto& has) {
            return someCase(subject, false, [&](const auto& outcome, const auto&, const auto&) {
                return has(outcome);
            });
        };
        EXPECT_EQ(isEnd, some([](const auto& outcome) { return outcome.undetermined; }));
        EXPECT_EQ(isLoop, some([](const auto& outcome) { return outcome.loops; }));
        EXPECT_EQ(isForDoubt, some([](const auto& outcome) { return outcome.holeForDoubt; }));
    });
}

TEST(Analysis, QuestionsAreReachedFromTheStartOrAReturn) {
    onRandomModels([](Subject& subject) {
        const auto& protocol = subject.random.protocol;
        std::set<std::string> starts{""};
        for (const auto& task : protocol.tasks) {
            if (statesReturn(protocol, task)) {
                starts.insert(task.returnTo);
            }
        }
        std::set<std::string> asked;
        for (const auto& terms : subject.brute.termValues(std::nullopt)) {
            for (const auto& point : subject.brute.consistentPoints(false)) {
                for (const auto& start : starts) {
                    asked.merge(subject.brute.gather(point, terms, start).asked);
                }
            }
        }
        Analysis analysis(subject.random.vocabulary, subject.decision);
        for (std::uint32_t index = 0; index < protocol.questions.size(); ++index) {
            const auto& id = protocol.questions[index].id;
            if (!id.empty()) {
                EXPECT_EQ(analysis.isAsked(index), asked.contains(id)) << id;
            }
        }
    });
}

TEST(Analysis, ContradictionsAreThoseOfSomeCase) {
    onRandomModels([](Subject& subject) {
        Analysis analysis(subject.random.vocabulary, subject.decision);
        const auto found = analysis.contradictions();
        for (const auto consequence : subject.random.consequences) {
            const auto id = consequence.value;
            const Outcomes demanded = [&](const auto& outcome, const auto&, const auto&) {
                return outcome.must.contains(id) && outcome.mayNot.contains(id);
            };
            const Outcomes allowed = [&](const auto& outcome, const auto&, const auto&) {
                return outcome.allowed.contains(id) && outcome.mayNot.contains(id);
            };
            const auto conflict = std::find_if(found.begin(), found.end(), [&](const auto& one) {
                return one.consequence == consequence;
            });
            if (conflict == found.end()) {
                EXPECT_FALSE(someCase(subject, false, allowed));
            } else if (conflict->isDemanded) {
                expectSmallest(subject, conflict->example, demanded);
            } else {
                EXPECT_FALSE(someCase(subject, false, demanded));
                expectSmallest(subject, conflict->example, allowed);
            }
        }
    });
}

TEST(Analysis, ConsequencesThatExcludeEachOther) {
    onRandomModels([](Subject& subject) {
        auto vocabulary = subject.random.vocabulary;
        const auto a = subject.random.consequences[0];
        const auto b = subject.random.consequences[1];
        vocabulary.concepts[a.value].excludes.push_back(b);
        const auto decision = compile(vocabulary, subject.random.protocol);
        Analysis analysis(vocabulary, decision);
        const auto found = analysis.exclusions();
        ASSERT_LE(found.size(), 1U);
        const auto example =
            found.empty() ? std::nullopt : std::optional<Example>(found.front().example);
        expectSmallest(subject, example, [&](const auto& outcome, const auto&, const auto&) {
            return outcome.must.contains(a.value) && outcome.must.contains(b.value);
        });
    });
}

TEST(Analysis, BrokenPromises) {
    std::size_t broken = 0;
    std::size_t certain = 0;
    onRandomModels([&](Subject& subject) {
        const auto condition = randomCondition(subject.dice, subject.random, true, 2);
        const auto consequence = subject.dice.pick(subject.random.consequences);
        const auto wantsMust = subject.dice.chance(70);
        const Outcomes differs = [&](const auto& outcome, const auto& point, const auto& terms) {
            return isCrisp(point) && subject.brute.value(condition, point, terms, false) == 2 &&
                   outcome.must.contains(consequence.value) != wantsMust;
        };
        const Outcomes told = [&](const auto& outcome, const auto& point, const auto& terms) {
            return !outcome.undetermined && differs(outcome, point, terms);
        };
        Analysis analysis(subject.random.vocabulary, subject.decision);
        const auto found = analysis.brokenPromise(condition, consequence,
                                                  wantsMust ? Modality::Must : Modality::MayNot);
        ASSERT_EQ(found.has_value(), someCase(subject, true, differs, condition));
        if (!found) {
            return;
        }
        ++broken;
        EXPECT_EQ(found->isHole, !someCase(subject, true, told, condition));
        expectSmallest(subject, found->example, found->isHole ? differs : told, condition);

        // Certain: some case breaks it whatever open terms stand for, under some choice.
        const auto& has = found->isHole ? differs : told;
        bool isCertain = false;
        for (const auto& point : subject.brute.consistentPoints(true)) {
            std::map<TermValues, bool> byOpenTerms;
            for (const auto& terms : subject.brute.termValues(condition)) {
                TermValues open;
                for (const auto& [term, value] : terms) {
                    if (!term.second) {
                        open[term] = value;
                    }
                }
                const auto breaks = has(subject.brute.decide(point, terms), point, terms);
                byOpenTerms[open] = byOpenTerms[open] || breaks;
            }
            isCertain = isCertain || std::all_of(byOpenTerms.begin(), byOpenTerms.end(),
                                                 [](const auto& one) { return one.second; });
        }
        EXPECT_EQ(found->isCertain, isCertain);
        certain += isCertain ? 1U : 0U;
    });
    EXPECT_GT(broken, 50U);
    EXPECT_GT(certain, 20U);
    EXPECT_LT(certain, broken);
}

TEST(Analysis, ConditionsCompared) {
    std::map<Relation, int> seen;
    onRandomModels([&](Subject& subject) {
        const auto a = randomCondition(subject.dice, subject.random, true, 2);
        const auto b = randomCondition(subject.dice, subject.random, true, 2);
        bool onlyA = false;
        bool onlyB = false;
        bool both = false;
        for (const auto& terms : subject.brute.termValues(all({a, b}))) {
            for (const auto& point : subject.brute.consistentPoints(false)) {
                const auto isA = subject.brute.value(a, point, terms, false) == 2;
                const auto isB = subject.brute.value(b, point, terms, false) == 2;
                onlyA = onlyA || (isA && !isB);
                onlyB = onlyB || (isB && !isA);
                both = both || (isA && isB);
            }
        }
        const auto expected = !both            ? Relation::Apart
                              : onlyA && onlyB ? Relation::Overlapping
                              : onlyA          ? Relation::Wider
                              : onlyB          ? Relation::Narrower
                                               : Relation::Same;
        Analysis analysis(subject.random.vocabulary, subject.decision);
        EXPECT_EQ(analysis.compare(a, b), expected);
        EXPECT_EQ(analysis.onlyIn(a, b).has_value(), onlyA);
        ++seen[expected];
    });
    EXPECT_EQ(seen.size(), 5U);
}

TEST(Analysis, TermsThatDecide) {
    std::size_t deciding = 0;
    onRandomModels([&](Subject& subject) {
        const auto differsBy = [&](const Term& term) {
            for (auto terms : subject.brute.termValues(std::nullopt)) {
                for (const auto& point : subject.brute.consistentPoints(false)) {
                    terms[{term.words, term.isChoice}] = false;
                    const auto without = subject.brute.decide(point, terms);
                    terms[{term.words, term.isChoice}] = true;
                    const auto with = subject.brute.decide(point, terms);
                    if (with.must != without.must || with.allowed != without.allowed ||
                        with.mayNot != without.mayNot || with.deferred != without.deferred ||
                        with.undetermined != without.undetermined) {
                        return true;
                    }
                }
            }
            return false;
        };
        Analysis analysis(subject.random.vocabulary, subject.decision);
        const auto found = analysis.decidingTerms();
        deciding += found.size();
        for (const auto& term : subject.decision.impl().terms.all()) {
            const auto isFound = std::any_of(found.begin(), found.end(), [&](const auto& one) {
                return one.term == term;
            });
            EXPECT_EQ(isFound, differsBy(term)) << term.words;
        }
    });
    EXPECT_GT(deciding, 50U);
}

TEST(Analysis, DifferenceOfTwoDecisions) {
    std::size_t different = 0;
    onRandomModels([&](Subject& subject) {
        auto changed = subject.random.protocol;
        auto& question = changed.questions[subject.dice.below(changed.questions.size())];
        if (question.edges.empty()) {
            return;
        }
        auto& edge = question.edges[subject.dice.below(question.edges.size())];
        edge.effects = {{subject.dice.pick(subject.random.consequences), Modality::Must}};
        if (subject.dice.chance(30)) {
            edge.target = TargetKind::End;
        }
        const BruteForce other(subject.random.vocabulary, changed);
        const auto example = difference(subject.random.vocabulary, subject.decision,
                                        compile(subject.random.vocabulary, changed));
        expectSmallest(subject, example,
                       [&](const auto& one, const auto& point, const auto& terms) {
                           const auto two = other.decide(point, terms);
                           return one.must != two.must || one.allowed != two.allowed ||
                                  one.mayNot != two.mayNot || one.deferred != two.deferred ||
                                  one.undetermined != two.undetermined;
                       });
        different += example ? 1U : 0U;
    });
    EXPECT_GT(different, 50U);
}

} // namespace
} // namespace meldc::logic::testing
