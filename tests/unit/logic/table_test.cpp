#include "logic/table.h"

#include <gtest/gtest.h>

#include "brute_force.h"
#include "random_model.h"

namespace meldc::logic::testing {
namespace {

constexpr std::uint64_t kTableModels = modelsOf(500);

/// The rows in which a case lies, by the meaning of a row.
std::vector<std::size_t> rowsWith(const DecisionTable& table, const Point& point,
                                  const TermValues& terms) {
    std::vector<std::size_t> result;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        bool isIn = true;
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            const auto& head = table.columns[column];
            const auto answer = head.isFact() ? point[head.fact.value]
                                : terms.at({head.term.words, head.term.isChoice}) ? 2
                                                                                  : 0;
            isIn = isIn && (table.rows[row].answers[column] >> answer & 1U) != 0;
        }
        if (isIn) {
            result.push_back(row);
        }
    }
    return result;
}

TEST(Table, HoldsEveryCaseOnceWithItsOutcome) {
    std::size_t most = 0;
    for (std::uint64_t seed = 0; seed < kTableModels; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Dice dice(77'000'000 + seed);
        const auto random = randomModel(dice, {5, 4, dice.chance(40)});
        const BruteForce brute(random.vocabulary, random.protocol);
        if (!brute.exists()) {
            continue;
        }
        const auto decision = compile(random.vocabulary, random.protocol);
        const auto table = tabulate(random.vocabulary, decision);
        ASSERT_FALSE(table.tooLarge);
        ASSERT_FALSE(mergeableRows(random.vocabulary, table).has_value());
        most = std::max(most, table.rows.size());
        for (const auto& terms : brute.termValues(std::nullopt)) {
            for (const auto& point : brute.points(false)) {
                const auto rows = rowsWith(table, point, terms);
                if (!brute.isConsistent(point)) {
                    ASSERT_LE(rows.size(), 1U);
                    continue;
                }
                ASSERT_EQ(rows.size(), 1U);
                const auto assumed = assumedOf(terms);
                const auto given = caseOf(point);
                ASSERT_EQ(table.rows[rows[0]].outcome, evaluate(decision, given, assumed));
                ASSERT_EQ(rowOf(table, given, assumed), static_cast<std::int32_t>(rows[0]));
            }
        }
        const auto check = verifyTable(random.vocabulary, decision, table);
        ASSERT_TRUE(check.isEqual);
        ASSERT_TRUE(check.walkedAll);
    }
    EXPECT_GT(most, 8U);
}

TEST(Table, CheckNoticesEveryDamage) {
    std::size_t damaged = 0;
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Dice dice(78'000'000 + seed);
        const auto random = randomModel(dice, {4, 4, false});
        const auto decision = compile(random.vocabulary, random.protocol);
        const auto table = tabulate(random.vocabulary, decision);
        if (table.rows.size() < 2) {
            continue;
        }
        ++damaged;
        const auto row = dice.below(table.rows.size());
        auto missing = table;
        missing.rows.erase(missing.rows.begin() + row);
        EXPECT_FALSE(verifyTable(random.vocabulary, decision, missing).isEqual);
        auto twice = table;
        twice.rows.push_back(twice.rows[row]);
        EXPECT_FALSE(verifyTable(random.vocabulary, decision, twice).isEqual);
        auto other = table;
        other.rows[row].outcome.deferred = !other.rows[row].outcome.deferred;
        const auto check = verifyTable(random.vocabulary, decision, other);
        EXPECT_FALSE(check.isEqual);
        ASSERT_TRUE(check.difference.has_value());
        EXPECT_EQ(rowOf(other, *check.difference, check.assumed), static_cast<std::int32_t>(row));
    }
    EXPECT_GT(damaged, share(50U));
}

/// A decision over so many facts that not every case can be walked.
struct Wide {
    model::Vocabulary vocabulary;
    model::Protocol protocol;

    explicit Wide(std::size_t facts) {
        const auto report = addConsequence(vocabulary, "report");
        for (std::size_t index = 0; index < facts; ++index) {
            const auto next = addFact(vocabulary, "f" + std::to_string(index));
            const auto last = index + 1 == facts;
            auto entry = question(std::to_string(index), fact(next));
            entry.edges.push_back(edge(Answer::Yes, {report}));
            entry.edges.push_back(edge(Answer::No, {}, last ? "" : std::to_string(index + 1)));
            if (index % 2 == 0) {
                entry.edges.push_back(edgeTo(Answer::Doubt, TargetKind::Wait));
            }
            protocol.questions.push_back(std::move(entry));
        }
    }
};

TEST(Table, OfManyFactsIsComparedAsFunctions) {
    const Wide wide(30);
    const auto decision = compile(wide.vocabulary, wide.protocol);
    const auto table = tabulate(wide.vocabulary, decision);
    ASSERT_FALSE(table.tooLarge);
    EXPECT_FALSE(mergeableRows(wide.vocabulary, table).has_value());
    const auto check = verifyTable(wide.vocabulary, decision, table);
    EXPECT_TRUE(check.isEqual);
    EXPECT_FALSE(check.walkedAll);
    EXPECT_EQ(check.walked, table.rows.size());

    auto missing = table;
    missing.rows.erase(missing.rows.begin() + 3);
    EXPECT_FALSE(verifyTable(wide.vocabulary, decision, missing).isEqual);
    auto twice = table;
    twice.rows.push_back(twice.rows[3]);
    EXPECT_FALSE(verifyTable(wide.vocabulary, decision, twice).isEqual);
    auto other = table;
    other.rows[3].outcome.undetermined = !other.rows[3].outcome.undetermined;
    const auto found = verifyTable(wide.vocabulary, decision, other);
    EXPECT_FALSE(found.isEqual);
    EXPECT_TRUE(found.difference.has_value());
}

TEST(Table, DropsWhatContradictsTheVocabulary) {
    // acute => suspicion: with "suspicion no" nothing has to be said about acute.
    model::Vocabulary vocabulary;
    const auto suspicion = addFact(vocabulary, "suspicion");
    const auto acute = addFact(vocabulary, "acute");
    addImplication(vocabulary, acute, suspicion);
    const auto report = addConsequence(vocabulary, "report");
    const auto talk = addConsequence(vocabulary, "talk");
    model::Protocol protocol;
    protocol.questions.push_back(question("1", fact(acute)));
    protocol.questions[0].edges = {edge(Answer::Yes, {report}), edge(Answer::No, {}, "2"),
                                   edge(Answer::Doubt, {}, "2")};
    protocol.questions.push_back(question("2", fact(suspicion)));
    protocol.questions[1].edges = {edge(Answer::Yes, {talk}), edge(Answer::No, {}),
                                   edge(Answer::Doubt, {talk})};
    const auto table = tabulate(vocabulary, compile(vocabulary, protocol));
    ASSERT_EQ(table.rows.size(), 3U);
    EXPECT_EQ(table.rows[0].answers, (std::vector<AnswerSet>{0b110, 0b011}));
    EXPECT_EQ(table.rows[0].outcome.must, std::vector{talk});
    EXPECT_EQ(table.rows[1].answers, (std::vector<AnswerSet>{0b100, 0b100}));
    EXPECT_EQ(table.rows[1].outcome.must, std::vector{report});
    EXPECT_EQ(table.rows[2].answers, (std::vector<AnswerSet>{0b001, kAllAnswers}));
    EXPECT_TRUE(table.rows[2].outcome.must.empty());
}

} // namespace
} // namespace meldc::logic::testing
