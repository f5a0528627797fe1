#include "logic/matter.h"

#include <gtest/gtest.h>

#include "space.h"

/// Which parts of a protocol the decision could do without, held against a look at every case.
namespace meldc::logic::testing {
namespace {

/// Whether two protocols decide every consistent case alike.
bool decideAlike(const Space& space, const model::Protocol& other) {
    const BruteForce second(space.random.vocabulary, other);
    return !space.some([&](const Point& point, const TermValues& terms) {
        return !isAlike(space.brute.decide(point, terms), second.decide(point, terms));
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
    EXPECT_GT(idle, share(100U));
    EXPECT_GT(needed, share(100U));
}

} // namespace
} // namespace meldc::logic::testing
