#pragma once

#include <gtest/gtest.h>

#include "builders.h"
#include "logic/decision.h"

namespace meldc::logic::testing {

/// A small protocol with two facts, for the rules of the decision one by one. Every case is looked at
/// both by walking and through the diagram.
class Rules : public ::testing::Test {
protected:
    Outcome decide(const std::vector<int>& answers,
                   const std::vector<Assumed>& assumed = {}) const {
        const auto given = caseOf(answers);
        const auto walked = walk(vocabulary, protocol, given, assumed);
        const auto decision = compile(vocabulary, protocol);
        EXPECT_EQ(evaluate(decision, given, assumed), walked.outcome);
        return walked.outcome;
    }
    bool reports(const std::vector<int>& answers, const std::vector<Assumed>& assumed = {}) const {
        return decide(answers, assumed).must == std::vector{report};
    }
    /// One question on `yesWhen`: yes reports, no ends, doubt is a hole.
    void ask(Condition yesWhen) {
        protocol.questions = {question("1", std::move(yesWhen))};
        protocol.questions[0].edges = {edge(Answer::Yes, {report}), edge(Answer::No, {})};
    }
    void addTask(model::HomeKind kind, model::StepId step, std::optional<Condition> condition,
                 Modality modality = Modality::Must, std::uint32_t index = 0) {
        model::Home home;
        home.kind = kind;
        home.step = step;
        home.index = index;
        auto entry = task(home, modality, {report});
        entry.condition = std::move(condition);
        protocol.tasks.push_back(std::move(entry));
    }

    model::Vocabulary vocabulary;
    FactId a = addFact(vocabulary, "a");
    FactId b = addFact(vocabulary, "b");
    ConceptId report = addConsequence(vocabulary, "report");
    ConceptId help = addConsequence(vocabulary, "help");
    model::Protocol protocol;
};

} // namespace meldc::logic::testing
