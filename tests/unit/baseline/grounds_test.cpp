// Grounds by date, with reference and link.

#include <gtest/gtest.h>

#include "baseline/grounds.h"
#include "unit/baseline/builder.h"

namespace meldc::baseline::test {
namespace {

using syntax::SourcePartKind;

/// A norm that was in article 2(1)(b) until the end of 2019 and in (c) from 2020.
Boat relettered() {
    Boat boat;
    auto& norm = boat.norm("R1", some(TableKind::Meldcode));
    norm.grounds = {boat.ground("2000-01-01", "2019-12-31"), boat.ground("2020-01-01", {})};
    norm.grounds[0].parts = {{SourcePartKind::Article, "2"}, {SourcePartKind::Paragraph, "1"},
                             {SourcePartKind::Subpart, "b"}};
    norm.grounds[1].parts = {{SourcePartKind::Article, "2"}, {SourcePartKind::Paragraph, "1"},
                             {SourcePartKind::Subpart, "c"}};
    return boat;
}

TEST(Grounds, TheLetterOfTheDay) {
    Boat boat = relettered();
    const auto before = boat.result("2019-12-31");
    ASSERT_EQ(before.grounds.size(), 1U);
    EXPECT_EQ(before.grounds.front().jci, "jci1.3:c:BWBR0000001&artikel=2&lid=1&o=b");
    EXPECT_EQ(before.grounds.front().url,
              "https://wetten.overheid.nl/jci1.3:c:BWBR0000001&artikel=2&lid=1&o=b&z=2000-01-01&g=2000-01-01");
    EXPECT_EQ(before.grounds.front().text.nl, "Scheepswet, artikel 2, lid 1, onderdeel b");
    EXPECT_EQ(before.grounds.front().text.en, "Scheepswet, article 2, paragraph 1, subpart b");
    EXPECT_FALSE(before.provisional);

    const auto after = boat.result("2020-01-01");
    ASSERT_EQ(after.grounds.size(), 1U);
    EXPECT_EQ(after.grounds.front().jci, "jci1.3:c:BWBR0000001&artikel=2&lid=1&o=c");
    EXPECT_NE(after.grounds.front().url.find("&g=2020-01-01"), std::string::npos);
    EXPECT_TRUE(after.provisional) << "the text of that day was reconstructed";
}

TEST(Grounds, OneThatEndedLinksToTheLastTextOfItsOwnTime) {
    Boat boat = relettered();
    const auto& vocabulary = boat.library.vocabulary;
    const auto& grounds = boat.library.norms.front().grounds;
    const auto day = *model::Date::parse("2026-01-01");
    const auto ended = groundOnDate(vocabulary, grounds[0], day);
    EXPECT_FALSE(ended.inForce);
    EXPECT_EQ(ended.url,
              "https://wetten.overheid.nl/jci1.3:c:BWBR0000001&artikel=2&lid=1&o=b&z=2000-01-01&g=2000-01-01");
    EXPECT_EQ(ended.status, model::TextStatus::Read) << "the text of its own time was read";
    // One that is still to come links to the first text of its time.
    const auto early = groundOnDate(vocabulary, grounds[1], *model::Date::parse("2010-01-01"));
    EXPECT_FALSE(early.inForce);
    EXPECT_NE(early.url.find("&z=2020-01-01&g=2020-01-01"), std::string::npos) << early.url;
}

TEST(Grounds, ALaterTextOfTheSameArticleIsTheOneOfTheDay) {
    Boat boat = relettered();
    auto& norm = boat.library.norms.front();
    norm.grounds = {boat.ground("2000-01-01", {})};
    EXPECT_NE(boat.result("2019-12-31").grounds.front().url.find("&z=2000-01-01&g=2000-01-01"), std::string::npos);
    EXPECT_NE(boat.result("2020-01-01").grounds.front().url.find("&z=2020-01-01&g=2020-01-01"), std::string::npos);
    EXPECT_NE(boat.result("2999-01-01").grounds.front().url.find("&z=2020-01-01&g=2020-01-01"), std::string::npos);
}

TEST(Grounds, BeforeTheLawThereIsNoNorm) {
    Boat boat = relettered();
    EXPECT_TRUE(boat.evaluate("1999-12-31").results.empty());
}

TEST(Grounds, ASourceOutsideTheRegisterHasItsOwnLink) {
    Boat boat = relettered();
    auto& source = boat.library.vocabulary.sources.front();
    source.bwb.clear();
    source.link = "https://example.org/handboek";
    const auto result = boat.result("2021-01-01");
    ASSERT_EQ(result.grounds.size(), 1U);
    EXPECT_EQ(result.grounds.front().jci, "");
    EXPECT_EQ(result.grounds.front().url, "https://example.org/handboek");
    EXPECT_FALSE(result.provisional) << "not a text of law";
}

TEST(Grounds, TheStatusSaidAtTheGroundGoesFirst) {
    Boat boat = relettered();
    boat.library.norms.front().grounds[1].status = model::TextStatus::Excerpt;
    EXPECT_EQ(boat.result("2021-01-01").grounds.front().status, model::TextStatus::Excerpt);
    EXPECT_FALSE(boat.result("2021-01-01").provisional);
}

TEST(Grounds, OfAnotherSectorAreLeftOut) {
    Boat boat = relettered();
    auto& grounds = boat.library.norms.front().grounds;
    grounds = {grounds[1], grounds[1]};
    grounds[0].sectors = {"sea"};
    grounds[1].sectors = {"river"};
    EXPECT_EQ(boat.result("2021-01-01").grounds.size(), 2U) << "the sector is not known";
    boat.boat.sectors.push_back({{boat.river}, boat.at(1)});
    EXPECT_EQ(boat.result("2021-01-01").grounds.size(), 1U);
    grounds.pop_back();
    EXPECT_TRUE(boat.evaluate("2021-01-01").results.empty());
}

}  // namespace
}  // namespace meldc::baseline::test
