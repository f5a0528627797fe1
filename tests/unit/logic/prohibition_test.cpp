#include <gtest/gtest.h>

#include "rules.h"

/// What some may not do and others do, with outcomes worked out by hand.
namespace meldc::logic::testing {
namespace {

/// One question on `a`: yes reports, no ends, doubt is a hole.
class Prohibitions : public Rules {
protected:
    Prohibitions() { ask(fact(a)); }
    /// A duty to help, of the whole code.
    void addHelp(Condition condition, Modality modality) {
        auto entry = task({}, modality, {help});
        entry.condition = std::move(condition);
        protocol.tasks.push_back(std::move(entry));
    }
};

TEST_F(Prohibitions, WhatARoleMayNotDoIsNotForbiddenWhenOthersDoIt) {
    const auto role = [](std::uint32_t index) {
        model::Actor actor;
        actor.who.push_back({model::Ref::Kind::Role, index});
        return actor;
    };
    const auto forbids = [&] { return decide({2, 2}).mayNot == std::vector{help}; };
    protocol.roles.resize(3);
    addHelp(fact(a), Modality::MayNot);
    protocol.tasks[0].actor = role(0);
    EXPECT_TRUE(forbids());
    // Somebody else must, or may.
    addHelp(fact(b), Modality::Must);
    protocol.tasks[1].actor = role(1);
    EXPECT_FALSE(forbids());
    EXPECT_TRUE(decide({2, 0}).mayNot.empty()); // whoever does it, does it in some case
    protocol.tasks[1].modality = Modality::May;
    EXPECT_FALSE(forbids());
    // Not so: nobody ever, the same role among others, nobody knows who, forbidden there too.
    protocol.tasks[1].condition = all({fact(b), no(perhaps(fact(b)))});
    EXPECT_TRUE(forbids());
    protocol.tasks[1].condition = fact(b);
    protocol.tasks[1].actor.otherwise = model::Ref{model::Ref::Kind::Role, 0};
    EXPECT_TRUE(forbids());
    protocol.tasks[1].actor = {};
    EXPECT_TRUE(forbids());
    protocol.tasks[1].actor = role(1);
    protocol.tasks[1].modality = Modality::MayNot;
    EXPECT_TRUE(forbids());
    // The edge of a question that others answer.
    protocol.tasks.pop_back();
    protocol.questions[0].edges[1] = edge(Answer::No, {help});
    EXPECT_TRUE(forbids());
    protocol.steps = {step("s")};
    protocol.questions[0].step = model::StepId{0};
    EXPECT_TRUE(forbids());
    protocol.steps[0].performers = {{role(1), false, {}}};
    EXPECT_FALSE(forbids());
    protocol.questions[0].performers = {{role(0), false, {}}};
    EXPECT_TRUE(forbids());
    // What nobody in particular may not do, nobody may.
    protocol.questions[0].performers.clear();
    protocol.tasks[0].actor = {};
    EXPECT_TRUE(forbids());
}

TEST_F(Prohibitions, AKindOfRoleIsEveryRoleOfThatKind) {
    const auto kind = [&](const std::string& name) {
        model::Concept one;
        one.name = name;
        one.kind = model::ConceptKind::RoleKind;
        vocabulary.concepts.push_back(one);
        return ConceptId{static_cast<std::uint32_t>(vocabulary.concepts.size() - 1)};
    };
    const auto staff = kind("staff");
    const auto teacher = kind("teacher");
    const auto head = kind("head");
    vocabulary.concepts[teacher.value].fallsUnder = {staff};
    protocol.roles.resize(1);
    protocol.roles[0].kinds = {teacher};
    addHelp(fact(a), Modality::MayNot);
    addHelp(fact(b), Modality::Must);
    protocol.tasks[1].actor.who = {{model::Ref::Kind::Role, 0}};
    const auto forbidTo = [&](ConceptId who) {
        protocol.tasks[0].actor.who = {{model::Ref::Kind::Concept, who.value}};
        return !decide({2, 0}).mayNot.empty();
    };
    EXPECT_TRUE(forbidTo(teacher));
    EXPECT_TRUE(forbidTo(staff));
    EXPECT_FALSE(forbidTo(head));
}

} // namespace
} // namespace meldc::logic::testing
