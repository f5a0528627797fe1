#include <gtest/gtest.h>

#include "logic/decision.h"
#include "rules.h"

/// Which steps a case reaches, and which duties and routes count there, worked out by hand.
namespace meldc::logic::testing {
namespace {

class Steps : public Rules {
protected:
    Steps() {
        protocol.steps = {step("1"), step("2"), step("3"), step("4")};
        protocol.questions = {question("1", fact(a), at(1)), question("2", fact(b), at(2))};
        protocol.questions[0].edges = {edge(Answer::Yes, {}, "2"), edge(Answer::No, {})};
        protocol.questions[1].edges = {edge(Answer::Yes, {}), edge(Answer::No, {})};
    }
    static model::StepId at(std::uint32_t index) { return model::StepId{index}; }
    static Condition always() { return perhaps(any({open("w"), no(open("w"))})); }
    void dutyIn(std::uint32_t index) {
        protocol.tasks.clear();
        addTask(model::HomeKind::Step, at(index), always(), Modality::Must, index);
    }
};

TEST_F(Steps, UpToTheFirstQuestionAreReached) {
    dutyIn(0);
    EXPECT_TRUE(reports({0, 0}));
    dutyIn(1);
    EXPECT_TRUE(reports({0, 0}));
}

TEST_F(Steps, LaterOnesWithTheirQuestions) {
    dutyIn(2);
    EXPECT_FALSE(reports({0, 0}));
    EXPECT_TRUE(reports({2, 0}));
    dutyIn(3);
    EXPECT_FALSE(reports({2, 0}));
}

TEST_F(Steps, EdgesReachStepsToo) {
    dutyIn(3);
    protocol.questions[0].edges[1].step = "4";
    EXPECT_TRUE(reports({0, 0}));
    EXPECT_FALSE(reports({2, 0}));
}

TEST_F(Steps, AQuestionOutsideStepsReachesWhatComesBeforeTheNamedOnes) {
    protocol.questions[0].step = {};
    dutyIn(1);
    EXPECT_TRUE(reports({0, 0}));
    dutyIn(2);
    EXPECT_FALSE(reports({0, 0}));
    EXPECT_TRUE(reports({2, 0}));
    protocol.questions[1].step = {};
    dutyIn(3); // nothing says where the questions stand: all steps count
    EXPECT_TRUE(reports({0, 0}));
}

TEST_F(Steps, UnconditionalDutiesAddNothing) {
    for (const auto kind : {model::HomeKind::Unit, model::HomeKind::Step, model::HomeKind::Topic}) {
        addTask(kind, kind == model::HomeKind::Step ? at(0) : model::StepId{}, std::nullopt);
    }
    EXPECT_TRUE(decide({2, 2}).must.empty());
}

TEST_F(Steps, TopicsAndExceptions) {
    addTask(model::HomeKind::Topic, {}, always());
    EXPECT_TRUE(reports({0, 0}));
    protocol.tasks[0].home.step = at(2);
    EXPECT_FALSE(reports({0, 0}));
    EXPECT_TRUE(reports({2, 0}));
    protocol.tasks.clear();
    addTask(model::HomeKind::Exception, {}, always());
    EXPECT_FALSE(reports({2, 2}));
}

TEST_F(Steps, RoutesFireFromTheirStep) {
    protocol.routes = {route("r", fact(b))};
    addTask(model::HomeKind::Route, {}, std::nullopt);
    EXPECT_TRUE(reports({0, 2}));
    EXPECT_FALSE(reports({0, 1}));
    protocol.routes[0].step = at(2);
    EXPECT_FALSE(reports({0, 2}));
    EXPECT_TRUE(reports({2, 2}));
    // A duty with a condition of its own needs both.
    protocol.tasks[0].condition = no(fact(a));
    EXPECT_FALSE(reports({2, 2}));
    protocol.routes[0] = {}; // not in this world
    protocol.tasks[0].condition.reset();
    EXPECT_FALSE(reports({2, 2}));
}

TEST_F(Steps, WalkTellsWhatAddedSomething) {
    protocol.routes = {route("never", all({fact(a), no(fact(a))})), route("r", fact(b))};
    addTask(model::HomeKind::Route, {}, std::nullopt, Modality::Must, 1);
    addTask(model::HomeKind::Unit, {}, fact(a));
    auto walked = walk(vocabulary, protocol, caseOf({2, 2}), {});
    EXPECT_EQ(walked.routes, std::vector<std::uint32_t>{1});
    EXPECT_EQ(walked.tasks, (std::vector<std::uint32_t>{0, 1}));
    walked = walk(vocabulary, protocol, caseOf({0, 2}), {});
    EXPECT_EQ(walked.tasks, std::vector<std::uint32_t>{0});
}

} // namespace
} // namespace meldc::logic::testing
