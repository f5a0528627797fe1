#include "logic/diagram.h"

#include <gtest/gtest.h>

#include <functional>

#include "random_model.h"

namespace meldc::logic::testing {
namespace {

constexpr std::uint32_t kFacts = 3;
constexpr std::uint32_t kVariables = 5; // two terms behind the facts

using Assignment = std::vector<std::uint32_t>;
/// A function as its value per assignment, in the order of assignments().
using Table = std::vector<bool>;

std::vector<Assignment> assignments() {
    std::vector<Assignment> result{{}};
    for (std::uint32_t variable = 0; variable < kVariables; ++variable) {
        std::vector<Assignment> longer;
        for (const auto& start : result) {
            for (const std::uint32_t answer : {0U, 1U, 2U}) {
                if (variable < kFacts || answer != 1) {
                    longer.push_back(start);
                    longer.back().push_back(answer);
                }
            }
        }
        result = std::move(longer);
    }
    return result;
}

const std::vector<Assignment>& allAssignments() {
    static const auto result = assignments();
    return result;
}

Table tableOf(const Diagrams& diagrams, Node a) {
    Table result;
    for (const auto& assignment : allAssignments()) {
        result.push_back(diagrams.evaluate(a, assignment));
    }
    return result;
}

bool valueAt(const Table& table, const Assignment& assignment) {
    const auto found = std::find(allAssignments().begin(), allAssignments().end(), assignment);
    return table[static_cast<std::size_t>(found - allAssignments().begin())];
}

Node randomFunction(Dice& dice, Diagrams& diagrams, std::size_t depth = 4) {
    if (depth == 0 || dice.chance(15)) {
        return diagrams.test(dice.below(kVariables), static_cast<AnswerSet>(1 + dice.below(6)));
    }
    const auto a = randomFunction(dice, diagrams, depth - 1);
    const auto b = randomFunction(dice, diagrams, depth - 1);
    const auto kind = dice.below(4);
    return kind == 0   ? diagrams.both(a, b)
           : kind == 1 ? diagrams.either(a, b)
           : kind == 2 ? diagrams.negate(a)
                       : diagrams.choose(a, b, randomFunction(dice, diagrams, depth - 1));
}

/// Values that the variable can take on the way from `assignment`.
std::vector<Assignment> varied(const Assignment& assignment, Variable variable, AnswerSet domain) {
    std::vector<Assignment> result;
    for (std::uint32_t answer = 0; answer < kAnswerCount; ++answer) {
        if (holds(variable < kFacts ? domain : kCrispAnswers, answer)) {
            result.push_back(assignment);
            result.back()[variable] = answer;
        }
    }
    return result;
}

class RandomDiagram : public ::testing::TestWithParam<std::uint64_t> {
protected:
    Dice dice{GetParam()};
    Diagrams diagrams{kFacts};
    Node a = randomFunction(dice, diagrams);
    Node b = randomFunction(dice, diagrams);
    Node c = randomFunction(dice, diagrams);
    Table ta = tableOf(diagrams, a);
    Table tb = tableOf(diagrams, b);
    Table tc = tableOf(diagrams, c);

    void expect(Node result, const std::function<bool(std::size_t)>& wanted) {
        const auto table = tableOf(diagrams, result);
        for (std::size_t index = 0; index < allAssignments().size(); ++index) {
            ASSERT_EQ(table[index], wanted(index));
        }
    }
};

TEST_P(RandomDiagram, Connectives) {
    expect(diagrams.negate(a), [&](std::size_t at) { return !ta[at]; });
    expect(diagrams.both(a, b), [&](std::size_t at) { return ta[at] && tb[at]; });
    expect(diagrams.either(a, b), [&](std::size_t at) { return ta[at] || tb[at]; });
    expect(diagrams.without(a, b), [&](std::size_t at) { return ta[at] && !tb[at]; });
    expect(diagrams.choose(a, b, c), [&](std::size_t at) { return ta[at] ? tb[at] : tc[at]; });
}

TEST_P(RandomDiagram, EqualFunctionsAreOneNode) {
    EXPECT_EQ(diagrams.negate(diagrams.both(a, b)),
              diagrams.either(diagrams.negate(a), diagrams.negate(b)));
    EXPECT_EQ(diagrams.choose(a, b, c),
              diagrams.either(diagrams.both(a, b), diagrams.without(c, a)));
    EXPECT_EQ(ta == tb, a == b);
    // Built from its table it is the same node again.
    auto rebuilt = Node::No;
    for (std::size_t index = 0; index < allAssignments().size(); ++index) {
        if (ta[index]) {
            auto point = Node::Yes;
            for (Variable variable = 0; variable < kVariables; ++variable) {
                const auto answer = setOf(answerAt(allAssignments()[index][variable]));
                point = diagrams.both(point, diagrams.test(variable, answer));
            }
            rebuilt = diagrams.either(rebuilt, point);
        }
    }
    EXPECT_EQ(rebuilt, a);
}

TEST_P(RandomDiagram, Fixing) {
    const auto variable = dice.below(kVariables);
    const auto answer = variable < kFacts ? dice.below(3) : 2 * dice.below(2);
    expect(diagrams.fix(a, variable, answer), [&](std::size_t at) {
        auto assignment = allAssignments()[at];
        assignment[variable] = answer;
        return valueAt(ta, assignment);
    });
    expect(diagrams.fixAll(a, {0b010, 0b111, 0b100, 0b001}), [&](std::size_t at) {
        auto assignment = allAssignments()[at];
        assignment[0] = 1;
        assignment[2] = 2;
        assignment[3] = 0;
        return valueAt(ta, assignment);
    });
}

TEST_P(RandomDiagram, Quantifiers) {
    std::vector<bool> marked;
    for (Variable variable = 0; variable < kVariables; ++variable) {
        marked.push_back(dice.chance(50));
    }
    for (const auto domain : {kAllAnswers, kCrispAnswers}) {
        const auto reach = [&](std::size_t at) {
            std::vector<Assignment> reached{allAssignments()[at]};
            for (Variable variable = 0; variable < kVariables; ++variable) {
                if (!marked[variable]) {
                    continue;
                }
                std::vector<Assignment> next;
                for (const auto& assignment : reached) {
                    const auto more = varied(assignment, variable, domain);
                    next.insert(next.end(), more.begin(), more.end());
                }
                reached = std::move(next);
            }
            return reached;
        };
        const auto holdsAt = [&](const Assignment& one) { return valueAt(ta, one); };
        expect(diagrams.exists(a, marked, domain), [&](std::size_t at) {
            const auto reached = reach(at);
            return std::any_of(reached.begin(), reached.end(), holdsAt);
        });
        expect(diagrams.forAll(a, marked, domain), [&](std::size_t at) {
            const auto reached = reach(at);
            return std::all_of(reached.begin(), reached.end(), holdsAt);
        });
    }
}

TEST_P(RandomDiagram, DoubtSettledEveryWay) {
    expect(diagrams.resolve(a), [&](std::size_t at) {
        std::vector<Assignment> ways{allAssignments()[at]};
        for (Variable fact = 0; fact < kFacts; ++fact) {
            if (allAssignments()[at][fact] == 1) {
                std::vector<Assignment> next;
                for (const auto& way : ways) {
                    const auto settled = varied(way, fact, kCrispAnswers);
                    next.insert(next.end(), settled.begin(), settled.end());
                }
                ways = std::move(next);
            }
        }
        return std::all_of(ways.begin(), ways.end(),
                           [&](const Assignment& one) { return valueAt(ta, one); });
    });
}

TEST_P(RandomDiagram, CrispComparesWithoutDoubt) {
    bool same = true;
    for (std::size_t at = 0; at < allAssignments().size(); ++at) {
        const auto isCrisp = std::find(allAssignments()[at].begin(), allAssignments()[at].end(), 1U) == allAssignments()[at].end();
        same = same && (!isCrisp || ta[at] == tb[at]);
    }
    EXPECT_EQ(diagrams.crisp(a) == diagrams.crisp(b), same);
}

TEST_P(RandomDiagram, UpwardKeepsWhatWasReached) {
    const auto fact = dice.below(kFacts);
    expect(diagrams.upward(a, fact), [&](std::size_t at) {
        auto assignment = allAssignments()[at];
        for (std::uint32_t answer = 0; answer <= allAssignments()[at][fact]; ++answer) {
            assignment[fact] = answer;
            if (valueAt(ta, assignment)) {
                return true;
            }
        }
        return false;
    });
}

TEST_P(RandomDiagram, CountAndSupport) {
    for (const auto domain : {kAllAnswers, kCrispAnswers}) {
        CaseCount wanted = 0;
        for (std::size_t at = 0; at < allAssignments().size(); ++at) {
            bool isIn = ta[at];
            for (Variable fact = 0; fact < kFacts; ++fact) {
                isIn = isIn && holds(domain, allAssignments()[at][fact]);
            }
            wanted += isIn ? 1U : 0U;
        }
        EXPECT_EQ(diagrams.count(a, {0, 1, 2, 3, 4}, domain), wanted);
    }
    const auto support = diagrams.support(a);
    for (Variable variable = 0; variable < kVariables; ++variable) {
        bool depends = false;
        for (std::size_t at = 0; at < allAssignments().size(); ++at) {
            for (const auto& other : varied(allAssignments()[at], variable, kAllAnswers)) {
                depends = depends || valueAt(ta, other) != ta[at];
            }
        }
        EXPECT_EQ(std::count(support.begin(), support.end(), variable), depends ? 1 : 0);
    }
    // Over its support alone: the rest only multiplies.
    CaseCount rest = 1;
    for (Variable variable = 0; variable < kVariables; ++variable) {
        if (std::count(support.begin(), support.end(), variable) == 0) {
            rest *= variable < kFacts ? 3U : 2U;
        }
    }
    EXPECT_EQ(diagrams.count(a, support, kAllAnswers) * rest,
              diagrams.count(a, {0, 1, 2, 3, 4}, kAllAnswers));
}

TEST_P(RandomDiagram, ImportKeepsTheFunction) {
    Diagrams other(kFacts);
    const auto copy = other.import(diagrams, a);
    EXPECT_EQ(tableOf(other, copy), ta);
    EXPECT_EQ(other.import(diagrams, b) == copy, a == b);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomDiagram, ::testing::Range<std::uint64_t>(1, 13));

TEST(Diagram, CountsUpToItsLimit) {
    Diagrams diagrams(200);
    std::vector<Variable> variables;
    for (Variable variable = 0; variable < 200; ++variable) {
        variables.push_back(variable);
    }
    EXPECT_EQ(diagrams.count(Node::Yes, variables, kAllAnswers), kSaturated);
    EXPECT_EQ(diagrams.count(Node::No, variables, kAllAnswers), 0U);
    variables.resize(39);
    EXPECT_EQ(diagrams.count(Node::Yes, variables, kAllAnswers), 4052555153018976267U); // 3^39
    variables.push_back(39);
    EXPECT_EQ(diagrams.count(Node::Yes, variables, kAllAnswers), kSaturated);
    variables.resize(62);
    EXPECT_EQ(diagrams.count(Node::Yes, variables, kCrispAnswers), CaseCount{1} << 62U);
    // One case of very many is still counted exactly.
    auto point = Node::Yes;
    for (Variable variable = 200; variable-- > 0;) {
        point = diagrams.both(diagrams.test(variable, setOf(Answer::Doubt)), point);
    }
    variables.clear();
    for (Variable variable = 0; variable < 200; ++variable) {
        variables.push_back(variable);
    }
    EXPECT_EQ(diagrams.count(point, variables, kAllAnswers), 1U);
    EXPECT_EQ(diagrams.count(diagrams.negate(point), variables, kAllAnswers), kSaturated);
}

TEST(Diagram, GivesUpInsteadOfGrowing) {
    Diagrams diagrams(40, 1'000);
    // (0 and 20) or (1 and 21) or ...: exponential when the pairs stand apart.
    auto result = Node::No;
    for (Variable variable = 0; variable < 20; ++variable) {
        const auto pair = diagrams.both(diagrams.test(variable, setOf(Answer::Yes)),
                                        diagrams.test(variable + 20, setOf(Answer::Yes)));
        result = diagrams.either(result, pair);
    }
    EXPECT_TRUE(diagrams.tooLarge());
    EXPECT_LE(diagrams.size(), 1'000U);
    // It never comes back from that.
    diagrams.negate(diagrams.test(3, setOf(Answer::Yes)));
    EXPECT_TRUE(diagrams.tooLarge());
    EXPECT_LE(diagrams.size(), 1'000U);
}

} // namespace
} // namespace meldc::logic::testing
