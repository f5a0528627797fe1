#include "logic/ruling.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "brute_force.h"
#include "random_model.h"

namespace meldc::logic::testing {
namespace {

constexpr std::uint64_t kRuledModels = modelsOf(150);

/// Two worlds over one vocabulary: a random protocol, and the same with some of it taken away.
struct TwoWorlds {
    RandomModel random;
    model::Protocol second;

    explicit TwoWorlds(Dice& dice) : random(randomModel(dice, {4, 3, true})), second(random.protocol) {
        if (!second.tasks.empty() && dice.chance(60)) {
            second.tasks.erase(second.tasks.begin() + dice.below(second.tasks.size()));
        }
        for (auto& question : second.questions) {
            for (auto& edge : question.edges) {
                if (!edge.effects.empty() && dice.chance(40)) {
                    edge.effects.pop_back();
                }
            }
        }
    }
};

/// All outcomes that a case can have: per world, per value of its terms.
using Outcomes = std::vector<std::vector<BruteOutcome>>;

Outcomes outcomesOf(const std::vector<BruteForce>& worlds, const Point& point) {
    Outcomes result;
    for (const auto& world : worlds) {
        result.emplace_back();
        for (const auto& terms : world.termValues(std::nullopt)) {
            result.back().push_back(world.decide(point, terms));
        }
    }
    return result;
}

template <class Test> bool inAll(const Outcomes& outcomes, const Test& test) {
    return std::all_of(outcomes.begin(), outcomes.end(), [&](const auto& world) {
        return std::all_of(world.begin(), world.end(), test);
    });
}

Standing standingIn(const Outcomes& outcomes, std::uint32_t id) {
    const auto isDemanded = [&](const BruteOutcome& one) { return one.must.contains(id); };
    const auto isAllowed = [&](const BruteOutcome& one) { return one.allowed.contains(id); };
    const auto isAbsent = [&](const BruteOutcome& one) { return !one.allowed.contains(id); };
    return inAll(outcomes, isDemanded)  ? Standing::Must
           : inAll(outcomes, isAllowed) ? Standing::May
           : inAll(outcomes, isAbsent)  ? Standing::No
                                        : Standing::Open;
}

std::uint32_t banIn(const Outcomes& outcomes, std::uint32_t id) {
    return inAll(outcomes, [&](const BruteOutcome& one) { return one.mayNot.contains(id); })
               ? kRuledYes
           : inAll(outcomes, [&](const BruteOutcome& one) { return !one.mayNot.contains(id); })
               ? kRuledNo
               : kRuledOpen;
}

bool isHoleIn(const Outcomes& outcomes) {
    return std::any_of(outcomes.begin(), outcomes.end(), [](const auto& world) {
        return std::all_of(world.begin(), world.end(),
                           [](const BruteOutcome& one) { return one.undetermined; });
    });
}

/// Rows in which a point lies, by the meaning of a row.
template <class Table> std::vector<std::size_t> rowsOf(const Table& table, const Point& point) {
    std::vector<std::size_t> result;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        bool isIn = true;
        for (std::size_t i = 0; i < table.facts.size(); ++i) {
            isIn = isIn && (table.rows[row].answers[i] >> point[table.facts[i].value] & 1) != 0;
        }
        if (isIn) {
            result.push_back(row);
        }
    }
    return result;
}

TEST(Ruling, SaysWhatEveryWorldAndTermAgreeOn) {
    std::array<std::size_t, kStandingCount> seen{};
    for (std::uint64_t seed = 0; seed < kRuledModels; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Dice dice(88'000'000 + seed);
        const TwoWorlds two(dice);
        const auto& vocabulary = two.random.vocabulary;
        const std::vector<BruteForce> brute{{vocabulary, two.random.protocol},
                                            {vocabulary, two.second}};
        const std::vector<Decision> worlds{compile(vocabulary, two.random.protocol),
                                           compile(vocabulary, two.second)};
        if (!brute[0].exists()) {
            continue;
        }
        Rulings rulings(vocabulary, worlds, false);
        const auto whole = rulings.whole();
        const auto undetermined = rulings.undetermined();
        const auto deferred = rulings.deferred();
        std::vector<RuledTable> standings;
        std::vector<RuledTable> bans;
        for (const auto id : two.random.consequences) {
            standings.push_back(rulings.standing(id));
            bans.push_back(rulings.ban(id));
        }
        for (const auto& point : brute[0].points(false)) {
            const auto isCase = brute[0].isConsistent(point);
            for (const auto& table : standings) {
                ASSERT_TRUE(rowsOf(table, point).size() <= 1U);
            }
            if (!isCase) {
                continue;
            }
            const auto outcomes = outcomesOf(brute, point);
            const auto rows = rowsOf(whole, point);
            ASSERT_EQ(rows.size(), 1U);
            const auto& row = whole.rows[rows[0]];
            const auto given = caseOf(point);
            for (std::size_t i = 0; i < standings.size(); ++i) {
                const auto id = two.random.consequences[i];
                const auto standing = standingIn(outcomes, id.value);
                ++seen[static_cast<std::size_t>(standing)];
                ASSERT_EQ(valueOf(standings[i], given), static_cast<std::uint32_t>(standing));
                ASSERT_EQ(valueOf(bans[i], given), banIn(outcomes, id.value));
                const auto has = [&](const std::vector<ConceptId>& list) {
                    return std::find(list.begin(), list.end(), id) != list.end();
                };
                ASSERT_EQ(has(row.outcome.must), standing == Standing::Must);
                ASSERT_EQ(has(row.outcome.may), standing == Standing::May);
                ASSERT_EQ(has(row.open), standing == Standing::Open);
                ASSERT_EQ(has(row.outcome.mayNot), banIn(outcomes, id.value) == kRuledYes);
            }
            const auto isHole = isHoleIn(outcomes);
            ASSERT_EQ(valueOf(undetermined, given), isHole ? kRuledYes : kRuledNo);
            ASSERT_EQ(row.outcome.undetermined, isHole);
            const auto isWaiting =
                inAll(outcomes, [](const BruteOutcome& one) { return one.deferred; });
            ASSERT_EQ(valueOf(deferred, given), isWaiting ? kRuledYes : kRuledNo);
            ASSERT_EQ(row.outcome.deferred, isWaiting);
        }
    }
    for (const auto count : seen) {
        EXPECT_GT(count, share(25));
    }
}

TEST(Ruling, AStepIsReachedWhenSomeWorldAndTermReachesIt) {
    std::array<std::size_t, 2> seen{};
    for (std::uint64_t seed = 0; seed < kRuledModels; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Dice dice(99'000'000 + seed);
        const TwoWorlds two(dice);
        const auto& vocabulary = two.random.vocabulary;
        const std::vector<BruteForce> brute{{vocabulary, two.random.protocol}, {vocabulary, two.second}};
        if (!brute[0].exists()) {
            continue;
        }
        const std::vector<Decision> worlds{compile(vocabulary, two.random.protocol),
                                           compile(vocabulary, two.second)};
        Rulings rulings(vocabulary, worlds, false);
        const auto& steps = two.random.protocol.steps;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            const auto table = rulings.reached(steps[i].id);
            for (const auto& point : brute[0].points(false)) {
                if (!brute[0].isConsistent(point)) {
                    continue;
                }
                const auto isNever = inAll(outcomesOf(brute, point), [&](const BruteOutcome& one) {
                    return one.lastStep < static_cast<int>(i);
                });
                ++seen[isNever ? 0 : 1];
                ASSERT_EQ(valueOf(table, caseOf(point)), isNever ? kRuledNo : kRuledYes);
            }
        }
        EXPECT_EQ(valueOf(rulings.reached("nergens"), caseOf(brute[0].points(true).front())), kRuledNo);
    }
    for (const auto count : seen) {
        EXPECT_GT(count, share(100));
    }
}

TEST(Ruling, AnswersToQuestionsAreThoseOfTheWalk) {
    std::size_t compared = 0;
    for (std::uint64_t seed = 0; seed < kRuledModels; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Dice dice(89'000'000 + seed);
        const auto random = randomModel(dice, {4, 3, true});
        const BruteForce brute(random.vocabulary, random.protocol);
        const std::vector<Decision> worlds{compile(random.vocabulary, random.protocol)};
        Rulings rulings(random.vocabulary, worlds, false);
        std::vector<RuledTable> tables;
        for (const auto& question : random.protocol.questions) {
            tables.push_back(rulings.answerTo(question.id));
        }
        for (const auto& point : brute.consistentPoints(false)) {
            for (const auto& terms : brute.termValues(std::nullopt)) {
                const auto walked =
                    walk(random.vocabulary, random.protocol, caseOf(point), assumedOf(terms));
                for (const auto& step : walked.path) {
                    const auto value = valueOf(tables[step.question], caseOf(point));
                    ASSERT_TRUE(value.has_value());
                    if (*value != kAnswerOpen) {
                        ASSERT_EQ(*value, numberOf(step.answer));
                        ++compared;
                    }
                }
            }
            if (compared > 5'000) {
                return;
            }
        }
    }
    EXPECT_GT(compared, share(1'000));
}

TEST(Ruling, MoreWorldsThanWereMadeLeaveEverythingUndetermined) {
    Dice dice(7);
    const auto random = randomModel(dice, {4, 3, false});
    const std::vector<Decision> worlds{compile(random.vocabulary, random.protocol)};
    const auto table = Rulings(random.vocabulary, worlds, true).undetermined();
    ASSERT_EQ(table.rows.size(), 1U);
    EXPECT_EQ(table.rows[0].value, kRuledYes);
}

TEST(Ruling, ImpliedPairsGoThroughOthers) {
    model::Vocabulary vocabulary;
    const auto a = addFact(vocabulary, "a");
    const auto b = addFact(vocabulary, "b");
    const auto c = addFact(vocabulary, "c");
    vocabulary.implications.push_back({{a, false}, {b, false}, {}});
    vocabulary.implications.push_back({{b, false}, {c, true}, {}});
    const auto pairs = impliedPairs(vocabulary);
    ASSERT_EQ(pairs.size(), 3U);
    const auto isAmong = [&](FactId from, FactId to, bool isToNegated) {
        return std::any_of(pairs.begin(), pairs.end(), [&](const model::Implication& one) {
            return one.from.fact == from && !one.from.negated && one.to.fact == to &&
                   one.to.negated == isToNegated;
        });
    };
    EXPECT_TRUE(isAmong(a, b, false));
    EXPECT_TRUE(isAmong(b, c, true));
    EXPECT_TRUE(isAmong(a, c, true));
}

} // namespace
} // namespace meldc::logic::testing
