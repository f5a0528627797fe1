// What a change of outcome means for protection, by the order that a vocabulary declares.

#include <gtest/gtest.h>

#include "builders.h"
#include "compare/protection.h"

namespace meldc::compare {
namespace {

using logic::Shift;
using logic::Weight;
using model::ConceptId;

constexpr Weight kNone{};
constexpr Weight kMust{true, false, false};
constexpr Weight kMay{false, true, false};
constexpr Weight kMayNot{false, false, true};

/// report > help > close; advice > close; record is in no order.
class Protection : public ::testing::Test {
protected:
    Protection() {
        for (const char* name : {"report", "help", "advice", "close", "record"}) {
            logic::testing::addConsequence(vocabulary_, name);
        }
        above("report", {"help", "advice"});
        above("help", {"close"});
        above("advice", {"close"});
    }
    void above(const char* name, std::initializer_list<const char*> below) {
        for (const char* each : below) {
            vocabulary_.concepts[id(name).value].protectsMoreThan.push_back(id(each));
        }
    }
    ConceptId id(const char* name) const { return vocabulary_.find(name); }

    struct Change {
        const char* name;
        Weight before;
        Weight after;
    };
    Shift shiftOf(std::initializer_list<Change> changes) const {
        Shift shift;
        for (const Change& each : changes) shift.turns.push_back({id(each.name), each.before, each.after});
        return shift;
    }
    Rating rated(std::initializer_list<Change> changes) const { return rate(vocabulary_, shiftOf(changes)); }

    model::Vocabulary vocabulary_;
};

TEST_F(Protection, FollowsTheOrder) {
    EXPECT_EQ(rated({{"report", kMust, kNone}, {"help", kNone, kMust}}).effect, Effect::Weaker);
    EXPECT_EQ(rated({{"report", kNone, kMust}, {"help", kMust, kNone}}).effect, Effect::Stronger);
    // By the ones in between.
    EXPECT_EQ(rated({{"report", kMust, kNone}, {"close", kNone, kMust}}).effect, Effect::Weaker);
    EXPECT_EQ(rated({{"report", kMust, kNone}}).lost, std::vector{id("report")});
}

TEST_F(Protection, WhatHasNoOrderBetweenConflicts) {
    const Rating rating = rated({{"help", kMust, kNone}, {"advice", kNone, kMust}});
    EXPECT_EQ(rating.effect, Effect::Conflicting);
    EXPECT_TRUE(rating.weakens);
}

TEST_F(Protection, OneOfTwoThatIsDroppedIsLost) {
    // The report was there and stays: it is no part of the shift, and makes up for nothing.
    EXPECT_EQ(rated({{"help", kMust, kNone}}).effect, Effect::Weaker);
}

TEST_F(Protection, WhatProtectsNothingCountsForNeither) {
    EXPECT_EQ(rated({{"close", kMust, kNone}}).effect, Effect::Equal);
    EXPECT_EQ(rated({{"close", kNone, kMust}}).effect, Effect::Equal);
    EXPECT_EQ(rated({{"record", kMust, kNone}}).effect, Effect::Equal);
    EXPECT_FALSE(rated({{"record", kMust, kNone}}).weakens);
}

TEST_F(Protection, FirmnessCounts) {
    EXPECT_EQ(rated({{"report", kMust, kMay}}).effect, Effect::Weaker);
    EXPECT_EQ(rated({{"report", kMay, kMust}}).effect, Effect::Stronger);
    EXPECT_EQ(rated({{"report", kNone, kMayNot}}).effect, Effect::Weaker);
    EXPECT_EQ(rated({{"report", kMayNot, kNone}}).effect, Effect::Stronger);
    // Allowed is no substitute for demanded.
    EXPECT_EQ(rated({{"help", kMust, kNone}, {"report", kNone, kMay}}).effect, Effect::Conflicting);
}

TEST_F(Protection, NoOutcomeIsAClassOfItsOwn) {
    Shift shift = shiftOf({{"report", kMust, kNone}});
    shift.isUndetermined = true;
    EXPECT_EQ(rate(vocabulary_, shift).effect, Effect::Undetermined);
    EXPECT_TRUE(rate(vocabulary_, shift).weakens);
    shift = {};
    shift.wasUndetermined = true;
    EXPECT_EQ(rate(vocabulary_, shift).effect, Effect::Settled);
    EXPECT_FALSE(rate(vocabulary_, shift).weakens);
    // What was demanded before the hole is lost all the same.
    shift.turns = shiftOf({{"report", kMust, kNone}}).turns;
    EXPECT_EQ(rate(vocabulary_, shift).effect, Effect::Weaker);
}

TEST_F(Protection, DecidedLaterIsAClassOfItsOwn) {
    Shift shift;
    shift.isDeferred = true;
    EXPECT_EQ(rate(vocabulary_, shift).effect, Effect::Deferred);
    EXPECT_FALSE(rate(vocabulary_, shift).weakens);
    shift.turns = shiftOf({{"report", kMust, kNone}}).turns;
    EXPECT_EQ(rate(vocabulary_, shift).effect, Effect::Deferred);
    EXPECT_TRUE(rate(vocabulary_, shift).weakens);
    shift = {};
    shift.wasDeferred = true;
    EXPECT_EQ(rate(vocabulary_, shift).effect, Effect::Equal);
}

} // namespace
} // namespace meldc::compare
