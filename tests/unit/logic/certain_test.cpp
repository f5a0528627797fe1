#include "logic/certain.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "brute_force.h"
#include "random_model.h"

namespace meldc::logic::testing {
namespace {

constexpr std::uint64_t kCertainModels = modelsOf(120);
/// In a partial case: the fact is not known.
constexpr int kUnknown = 3;

/// Every partial case of that many facts: per fact the number of its answer, or kUnknown.
std::vector<Point> partialCases(std::size_t facts) {
    std::vector<Point> result{{}};
    for (std::size_t i = 0; i < facts; ++i) {
        std::vector<Point> longer;
        for (const Point& point : result) {
            for (int answer = 0; answer <= kUnknown; ++answer) {
                longer.push_back(point);
                longer.back().push_back(answer);
            }
        }
        result = std::move(longer);
    }
    return result;
}

/// Whether the point is what the partial case may turn out to be.
bool agrees(const Point& point, const Point& partial) {
    return std::equal(point.begin(), point.end(), partial.begin(),
                      [](int answer, int known) { return known == kUnknown || known == answer; });
}

bool isIn(const CertainRow& row, const Point& partial) {
    return std::ranges::all_of(row.tests, [&](const auto& test) {
        const int known = partial[test.first.value];
        return known != kUnknown && holds(test.second, static_cast<std::uint32_t>(known));
    });
}

TEST(Certain, ARowHoldsExactlyWhenAllThatMayBeTheCaseHasItsValue) {
    std::size_t settled = 0;
    std::size_t unsettled = 0;
    for (std::uint64_t seed = 0; seed < kCertainModels; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Dice dice(97'000'000 + seed);
        const auto random = randomModel(dice, {4, 3, true});
        const BruteForce brute(random.vocabulary, random.protocol);
        if (!brute.exists()) {
            continue;
        }
        const std::vector<Decision> worlds{compile(random.vocabulary, random.protocol)};
        Rulings rulings(random.vocabulary, worlds, false);
        std::vector<RuledTable> tables{rulings.undetermined(), rulings.deferred()};
        for (const auto id : random.consequences) {
            tables.push_back(rulings.standing(id));
        }
        std::vector<FactId> facts;
        for (std::uint32_t i = 0; i < random.vocabulary.facts.size(); ++i) {
            facts.push_back(FactId{i});
        }
        const auto partials = partialCases(facts.size());
        for (const auto& table : tables) {
            const auto rows = certainRows(random.vocabulary, table, facts);
            ASSERT_TRUE(rows.has_value());
            std::set<const CertainRow*> used;
            for (const auto& partial : partials) {
                std::set<std::uint32_t> values;
                for (const auto& point : brute.consistentPoints(false)) {
                    if (agrees(point, partial)) {
                        values.insert(*valueOf(table, caseOf(point)));
                    }
                }
                if (values.empty()) {
                    continue;
                }
                std::set<std::uint32_t> found;
                std::vector<const CertainRow*> holding;
                for (const auto& row : *rows) {
                    if (isIn(row, partial)) {
                        found.insert(row.value);
                        holding.push_back(&row);
                    }
                }
                ASSERT_EQ(found, values.size() == 1 ? values : std::set<std::uint32_t>{});
                ++(values.size() == 1 ? settled : unsettled);
                if (holding.size() == 1) {
                    used.insert(holding.front());
                }
            }
            // No fewer rows would do: each alone holds some case, be it one that contradicts itself.
            for (const auto& row : *rows) {
                const bool isNeeded =
                    used.contains(&row) || std::ranges::any_of(partials, [&](const Point& partial) {
                        return isIn(row, partial) && std::ranges::count_if(*rows, [&](const auto& other) {
                                                         return other.value == row.value && isIn(other, partial);
                                                     }) == 1;
                    });
                ASSERT_TRUE(isNeeded);
            }
        }
    }
    EXPECT_GT(settled, share(3'000));
    EXPECT_GT(unsettled, share(3'000));
}

TEST(Certain, AFactThatTheRowsMayNotAskIsNotAsked) {
    Dice dice(97'500'000);
    for (std::uint64_t seed = 0; seed < kCertainModels; ++seed) {
        const auto random = randomModel(dice, {4, 3, true});
        const std::vector<Decision> worlds{compile(random.vocabulary, random.protocol)};
        Rulings rulings(random.vocabulary, worlds, false);
        const auto table = rulings.standing(random.consequences.front());
        const auto rows = certainRows(random.vocabulary, table, table.facts);
        ASSERT_TRUE(rows.has_value());
        for (const auto& row : *rows) {
            for (const auto& [fact, answers] : row.tests) {
                EXPECT_TRUE(std::ranges::find(table.facts, fact) != table.facts.end());
            }
        }
    }
}

} // namespace
} // namespace meldc::logic::testing
