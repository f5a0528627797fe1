// Since when law is known, and until when its sources were checked.

#include <gtest/gtest.h>

#include "baseline/currency.h"
#include "unit/baseline/builder.h"

namespace meldc::baseline::test {
namespace {

/// A norm of law on the ship law, in force from 1990 on; its first known text is of 2000.
Boat knownSince2000() {
    Boat boat;
    auto& norm = boat.norm("R1", some(TableKind::Step));
    norm.grounds = {boat.ground("1990-01-01", {})};
    boat.library.vocabulary.sources.front().checkedUntil = day("2020-06-30");
    return boat;
}

TEST(Currency, LawIsKnownFromItsFirstTextOn) {
    Boat boat = knownSince2000();
    EXPECT_EQ(firstKnownLaw(boat.library), day("2000-01-01"));
    EXPECT_EQ(firstKnownLaw(boat.library, boat.boat), day("2000-01-01"));
    boat.library.norms.front().grounds.front().period.from = day("2005-05-05");
    EXPECT_EQ(firstKnownLaw(boat.library), day("2005-05-05")) << "the norm itself began later";
    boat.library.norms.front().layer = model::Layer::Norm;
    EXPECT_EQ(firstKnownLaw(boat.library), std::nullopt) << "no law, no beginning of law";
}

TEST(Currency, LawIsKnownForASector) {
    Boat boat = knownSince2000();
    boat.library.norms.front().grounds.front().sectors = {"sea"};
    EXPECT_EQ(firstKnownLaw(boat.library, boat.boat), day("2000-01-01")) << "the sector is not known";
    boat.boat.sectors.push_back({{boat.river}, boat.at(1)});
    EXPECT_EQ(firstKnownLaw(boat.library, boat.boat), std::nullopt);
    boat.boat.sectors.front().names = {boat.sea};
    EXPECT_EQ(firstKnownLaw(boat.library, boat.boat), day("2000-01-01"));
}

TEST(Currency, AGroundWithoutBeginningOnASourceWithoutTextsHasNone) {
    Boat boat = knownSince2000();
    boat.library.vocabulary.sources.front().states.clear();
    boat.library.norms.front().grounds.front().period.from.reset();
    EXPECT_EQ(firstKnownLaw(boat.library), std::nullopt);
}

TEST(Currency, OutdatedFromTheDayAfterTheCheck) {
    Boat boat = knownSince2000();
    const auto last = currencyFor(boat.library, boat.boat, day("2020-06-30"));
    ASSERT_EQ(last.sources.size(), 1U);
    EXPECT_EQ(last.sources.front().state->from, day("2020-01-01"));
    EXPECT_EQ(last.checkedUntil(), day("2020-06-30"));
    EXPECT_TRUE(last.outdated().empty());
    EXPECT_EQ(currencyFor(boat.library, boat.boat, day("2020-07-01")).outdated().size(), 1U);
    EXPECT_EQ(currencyFor(boat.library, boat.boat, day("2999-01-01")).outdated().size(), 1U);
    EXPECT_TRUE(last.unchecked().empty());
    boat.library.vocabulary.sources.front().checkedUntil.reset();
    const auto never = currencyFor(boat.library, boat.boat, day("2020-07-01"));
    EXPECT_TRUE(never.outdated().empty());
    EXPECT_EQ(never.unchecked().size(), 1U);
    EXPECT_EQ(never.checkedUntil(), std::nullopt);
}

TEST(Currency, OnlySourcesOfNormsThatHold) {
    Boat boat = knownSince2000();
    boat.library.norms.front().grounds.front().period.until = day("2010-12-31");
    EXPECT_EQ(currencyFor(boat.library, boat.boat, day("2010-12-31")).sources.size(), 1U);
    EXPECT_TRUE(currencyFor(boat.library, boat.boat, day("2011-01-01")).sources.empty());
    boat.library.norms.front().grounds.front().period.from = day("2000-01-01");
    const auto early = currencyFor(boat.library, boat.boat, day("1999-12-31"));
    EXPECT_TRUE(early.sources.empty());
    ASSERT_EQ(early.later.size(), 1U) << "what it asked then is not known";
    EXPECT_TRUE(currencyFor(boat.library, boat.boat, day("2000-01-01")).later.empty());
    boat.library.norms.front().layer = model::Layer::House;
    boat.boat.adheres.push_back({"R1", syntax::SeverityWord::Warning, boat.at(1)});
    EXPECT_TRUE(currencyFor(boat.library, boat.boat, day("2005-01-01")).sources.empty()) << "its own choice";
}

}  // namespace
}  // namespace meldc::baseline::test
