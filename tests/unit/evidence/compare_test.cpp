#include "evidence/compare.h"

#include <gtest/gtest.h>

namespace meldc::evidence {
namespace {

/// What meld.lock would hold of a text and these ranges.
LockedDocument recorded(const Text& text, const Ranges& ranges) {
    LockedDocument locked{"doc", "doc.txt", text.sha256(), text.lineCount(), {}, {}};
    for (const LineRange& range : ranges) {
        locked.passages.push_back({range, text.digest(range)});
    }
    return locked;
}

/// "=" the same, ">3-4" moved there, "!3" changed, to be looked for there, "_" was blank and is gone,
/// "?" not recorded.
std::string fate(const Comparison& comparison, const LineRange& lines) {
    const PassageFate* found = comparison.find(lines);
    if (found == nullptr) {
        return "?";
    }
    switch (found->fate) {
    case Fate::Same:
        return "=";
    case Fate::Moved:
        return ">" + written(found->now);
    case Fate::Changed:
        return "!" + written(found->now);
    case Fate::Blank:
        return "_";
    }
    return "";
}

const Text kOld("Titel\n\nEen\nTwee\n\nDrie\nVier\n\nSlot\n");

TEST(Compare, TheSameTextHasTheSamePassages) {
    const Comparison comparison(recorded(kOld, {{1, 1}, {3, 4}}), Text("Titel\r\n\r\nEen\r\nTwee\r\n\r\nDrie\r\nVier\r\n\r\nSlot\r\n"));
    EXPECT_FALSE(comparison.isChanged());
    EXPECT_EQ(fate(comparison, {3, 4}), "=");
    EXPECT_EQ(fate(comparison, {3, 3}), "?") << "only ranges as they were cited";
}

TEST(Compare, WhatStandsBelowAnInsertionMoved) {
    const Text now("Titel\n\nEen\nTwee\nTwee en een half\n\nDrie\nVier\n\nSlot\n");
    const Comparison comparison(recorded(kOld, {{1, 1}, {3, 4}, {6, 7}, {6, 6}, {9, 9}}), now);
    EXPECT_TRUE(comparison.isChanged());
    EXPECT_EQ(fate(comparison, {1, 1}), "=");
    EXPECT_EQ(fate(comparison, {3, 4}), "=");
    EXPECT_EQ(fate(comparison, {6, 7}), ">7-8");
    EXPECT_EQ(fate(comparison, {6, 6}), ">7");
    EXPECT_EQ(fate(comparison, {9, 9}), ">10");
}

TEST(Compare, AChangedPassageIsToBeLookedForBesideItsNeighbours) {
    const Text now("Voorwoord\nTitel\n\nEen\nTwee, maar anders\n\nDrie\nVier\n");
    const Comparison comparison(recorded(kOld, {{1, 1}, {3, 4}, {3, 3}, {6, 7}, {9, 9}}), now);
    EXPECT_EQ(fate(comparison, {1, 1}), ">2");
    EXPECT_EQ(fate(comparison, {3, 4}), "!4-5");
    EXPECT_EQ(fate(comparison, {3, 3}), ">4");
    EXPECT_EQ(fate(comparison, {6, 7}), ">7-8");
    EXPECT_EQ(fate(comparison, {9, 9}), "!8") << "gone, and the text ends there";
}

TEST(Compare, WordsThatStandAtSeveralPlacesGoAlongWithTheirNeighbour) {
    const Text old("ja\nEerste\nja\nTweede\nja\n");
    const Text now("kop\nja\nEerste\nja\nTweede\nja\n");
    const Comparison comparison(recorded(old, {{1, 1}, {2, 2}, {3, 3}, {4, 4}, {5, 5}}), now);
    EXPECT_EQ(fate(comparison, {1, 1}), ">2");
    EXPECT_EQ(fate(comparison, {3, 3}), ">4");
    EXPECT_EQ(fate(comparison, {5, 5}), ">6");
}

TEST(Compare, BlankLinesGoAlongToo) {
    const Text now("Voorwoord\n\nTitel\n\nEen\nTwee\n\nDrie\nVier\n\nSlot\n");
    const Comparison comparison(recorded(kOld, {{1, 1}, {2, 2}, {3, 3}, {5, 5}, {6, 7}, {8, 8}}), now);
    EXPECT_EQ(fate(comparison, {2, 2}), ">4");
    EXPECT_EQ(fate(comparison, {5, 5}), ">7");
    EXPECT_EQ(fate(comparison, {8, 8}), ">10");
}

TEST(Compare, ABlankLineThatIsGoneIsNoLoss) {
    const Text now("Titel\nEen\nTwee\n\nDrie\nVier\nSlot\n");
    const Comparison comparison(
        recorded(kOld, {{1, 1}, {2, 2}, {3, 4}, {5, 5}, {6, 7}, {8, 8}, {9, 9}}), now);
    EXPECT_EQ(fate(comparison, {2, 2}), "_");
    EXPECT_EQ(fate(comparison, {3, 4}), ">2-3");
    EXPECT_EQ(fate(comparison, {5, 5}), ">4");
    EXPECT_EQ(fate(comparison, {8, 8}), "_");
    EXPECT_EQ(fate(comparison, {9, 9}), ">7");
}

TEST(Compare, PartsThatChangedPlacesAreFoundBothWays) {
    const Text now("Titel\n\nDrie\nVier\n\nEen\nTwee\n\nSlot\n");
    const Comparison comparison(recorded(kOld, {{3, 4}, {6, 7}, {9, 9}}), now);
    EXPECT_EQ(fate(comparison, {3, 4}), ">6-7");
    EXPECT_EQ(fate(comparison, {6, 7}), ">3-4");
    EXPECT_EQ(fate(comparison, {9, 9}), "=");
}

TEST(Compare, AnotherTextHasNothingOfTheOld) {
    const Comparison comparison(recorded(kOld, {{1, 1}, {3, 9}}), Text("Iets heel anders"));
    EXPECT_EQ(fate(comparison, {1, 1}), "!1");
    EXPECT_EQ(fate(comparison, {3, 9}), "!1");
    EXPECT_FALSE(comparison.isCutShort());
}

TEST(Compare, TooMuchWorkIsCutShortAndCountsAsChanged) {
    std::string lines;
    for (int i = 0; i < 20'000; ++i) {
        lines += "regel " + std::to_string(i) + "\n";
    }
    const Text old(lines);
    Ranges ranges;
    for (std::uint32_t size = 1; size <= 100; ++size) {
        ranges.push_back({10, 9 + size * 100});
    }
    const Comparison comparison(recorded(old, ranges), Text("kop\n" + lines));
    EXPECT_TRUE(comparison.isCutShort());
    EXPECT_EQ(fate(comparison, {10, 109}), ">11-110");
    EXPECT_EQ(fate(comparison, {10, 10'009}).front(), '!');
}

} // namespace
} // namespace meldc::evidence
