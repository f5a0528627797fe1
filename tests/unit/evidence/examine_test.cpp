// A protocol beside its documents: places that do not exist, lines that nothing cites, what changed.

#include <gtest/gtest.h>

#include "unit/evidence/fixture.h"

namespace meldc::evidence::test {
namespace {

using Told = std::vector<std::string>;

/// A code of which lines 1, 3-4 and 6 are named, and line 2 is read.
const std::string kCode = R"(meldcode proef "Proef" {
  soort meldcode
  bron protocol "protocol.txt"
  organisatie "School" staat in protocol regel 1
  gelezen regel 2
  rol af is aandachtsfunctionaris staat in protocol regel 3-4
  stap 1 "Wegen" staat in protocol regel 6 {
    uitvoerder af staat in protocol regel 3, 6
  }
}
)";
const std::string kText = "School\n\nWij hebben een\nfunctionaris\n\nDie weegt\n";

TEST(Examine, EveryPlaceThatExistsAndEveryLineThatIsNamedIsFine) {
    Desk desk(kCode);
    desk.put("protocol", kText);
    desk.record();
    const Examination& result = desk.examine();
    EXPECT_EQ(desk.codes(), "");
    EXPECT_TRUE(result.reading.isWhole);
    EXPECT_FALSE(result.hasWrongPlaces);
    ASSERT_EQ(result.documents.size(), 1U);
    EXPECT_EQ(result.documents[0].lines, 6U);
    EXPECT_EQ(result.documents[0].recorded, Recorded::Same);
}

TEST(Examine, LinesBeyondTheDocumentAreAnErrorAtEachStatement) {
    Desk desk(kCode);
    desk.put("protocol", "School\n\nWij hebben een\n");
    const Examination& result = desk.examine(nullptr);
    EXPECT_EQ(desk.told("MC6101"), (Told{"6: regel 3-4 bestaat niet: document `protocol` heeft 3 regels",
                                         "7: regel 6 bestaat niet: document `protocol` heeft 3 regels",
                                         "8: regel 6 bestaat niet: document `protocol` heeft 3 regels"}));
    EXPECT_EQ(desk.shown("MC6101"), (Told{"6 protocol: 3-4", "7 protocol: 6", "8 protocol: 6"}));
    EXPECT_TRUE(result.hasWrongPlaces);
    EXPECT_FALSE(result.reading.isWhole) << "another text was read";
}

TEST(Examine, LinesThatAreReadOrSearchedAreToExistToo) {
    Desk desk(R"(meldcode proef "Proef" {
  soort meldcode
  bron protocol "protocol.txt"
  gelezen regel 1, 2-3
  ontbreekt stap gezocht in protocol regel 1-4
}
)");
    desk.put("protocol", "een\ntwee\n");
    const Examination& result = desk.examine(nullptr);
    EXPECT_EQ(desk.told("MC6101"), (Told{"4: regel 2-3 bestaat niet: document `protocol` heeft 2 regels",
                                         "5: regel 1-4 bestaat niet: document `protocol` heeft 2 regels"}));
    ASSERT_EQ(result.reading.outdatedSearches.size(), 1U);
    EXPECT_EQ(result.reading.outdatedSearches[0], desk.protocol().absences[0].origin.span);
}

TEST(Examine, LinesWithTextThatNothingNamesAreListed) {
    Desk desk(kCode);
    desk.put("protocol", "School\nOok dit\nWij hebben een\nfunctionaris\nEn dit\nDie weegt\n\n \nSlot 1\nSlot 2\n");
    const Examination& result = desk.examine(nullptr);
    EXPECT_EQ(desk.told("MC6105"),
              (Told{"3: in document `protocol` zijn 3 regels door geen uitspraak aangehaald en niet als "
                    "gelezen gemeld: regel 5, 9-10"}));
    EXPECT_EQ(desk.codes(), "MC6105");
    EXPECT_EQ(result.documents[0].uncited, (Ranges{{5, 5}, {9, 10}}));
    EXPECT_FALSE(result.reading.isWhole);
    EXPECT_FALSE(result.hasWrongPlaces);
}

TEST(Examine, ASearchTakesNothingOver) {
    Desk desk(R"(meldcode proef "Proef" {
  soort meldcode
  bron protocol "protocol.txt"
  ontbreekt stap gezocht in protocol regel 1-2
}
)");
    desk.put("protocol", "een\ntwee\n");
    EXPECT_FALSE(desk.examine(nullptr).reading.isWhole);
    EXPECT_EQ(desk.examine(nullptr).documents[0].uncited, (Ranges{{1, 2}}));
}

TEST(Examine, EveryKindOfStatementCountsAsNamingItsLines) {
    // Read from the sentence of an ambiguity, from one of its readings, and from who joins a question.
    Desk desk(R"(meldcode proef "Proef" {
  soort meldcode
  bron protocol "protocol.txt"
  rol af is aandachtsfunctionaris staat in regel 1
  onduidelijk "x" staat in regel 2 {
    lezing "a" staat in regel 3 { organisatie "A" staat in regel 4 }
    lezing "b" staat in regel 5 { organisatie "B" }
  }
  stap 1 "Wegen" staat in regel 6 {
    vraag 1 "v?" staat in regel 7 {
      samen met veilig_thuis staat in regel 8
      antwoord ja als vermoeden staat in regel 9
      bij ja melden staat in regel 10
      bij nee einde staat in regel 11
    }
  }
}
)");
    desk.put("protocol", "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n");
    EXPECT_TRUE(desk.examine(nullptr).documents[0].uncited.empty());
}

TEST(Examine, HeadingsAreLookedUp) {
    Desk desk(R"(meldcode proef "Proef" {
  soort meldcode
  bron protocol "protocol.txt"
  organisatie "School" staat in protocol kop "Voor wie" alinea 1
  sector po staat in protocol kop "Voor wat"
  rol af is aandachtsfunctionaris staat in protocol kop "Slot"
  versie "1" staat in protocol kop "Voor wie" alinea 9
}
)");
    desk.put("protocol", "1. Voor wie\n\nDe school\n\nSlot\na\n\nSlot\nb\n");
    const Examination& result = desk.examine(nullptr);
    EXPECT_EQ(desk.told("MC6102"), Told{"5: de kop `Voor wat` staat niet in document `protocol`"});
    EXPECT_EQ(desk.told("MC6103"), Told{"6: de kop `Slot` staat meer dan eens in document `protocol`, op "
                                        "regel 5, 8; welke is bedoeld, is niet te zien"});
    EXPECT_EQ(desk.told("MC6104"),
              Told{"7: onder de kop `Voor wie` heeft document `protocol` geen alinea 9"});
    EXPECT_EQ(result.documents[0].uncited, (Ranges{{5, 6}, {8, 9}})) << "the heading itself is named";
    EXPECT_TRUE(result.hasWrongPlaces);
}

TEST(Examine, WithoutALockItIsToldHowToMakeIt) {
    Desk desk(kCode);
    desk.put("protocol", kText);
    desk.examine();
    EXPECT_EQ(desk.codes(), "MC6106");
    const auto& diagnostic = desk.examine().findings.front().diagnostic;
    EXPECT_EQ(diagnostics::renderRemedy(diagnostic, support::Language::Dutch),
              "leg vast wat er nu staat: meldc check `p.meld` --documents `bronnen` --lock");
    // Not for a code that can have none, nor while it is made.
    desk.examine(nullptr);
    EXPECT_EQ(desk.codes(), "");
    LockContext context = desk.context();
    context.isRenewed = true;
    desk.examine(&context);
    EXPECT_EQ(desk.codes(), "");
}

TEST(Examine, MovedPassagesNameTheirNewLines) {
    Desk desk(kCode);
    desk.put("protocol", kText);
    desk.record();
    desk.put("protocol", "School\n\nVoorwoord\nWij hebben een\nfunctionaris\n\nDie weegt\n");
    const Examination& result = desk.examine();
    EXPECT_EQ(desk.told("MC6110"),
              Told{"3: in document `protocol` staat wat op regel 3-4, 6 stond nu op regel 4-5, 7"});
    EXPECT_EQ(desk.told("MC6109"),
              Told{"3: document `protocol` is veranderd sinds het is vastgelegd; van de passages die de code "
                   "noemt, zijn er 2 gelijk gebleven, 3 verplaatst en 0 gewijzigd"});
    // The new line is the only one that no one read.
    EXPECT_EQ(result.documents[0].uncited, (Ranges{{3, 3}}));
    EXPECT_EQ(desk.codes(), "MC6105 MC6109 MC6110");
    EXPECT_EQ(result.documents[0].recorded, Recorded::Changed);
}

TEST(Examine, PartsThatMovedApartAreToldApart) {
    Desk desk(kCode);
    desk.put("protocol", kText);
    desk.record();
    desk.put("protocol", "Die weegt\n\nSchool\n\nWij hebben een\nfunctionaris\n");
    desk.examine();
    EXPECT_EQ(desk.told("MC6110"),
              (Told{"3: in document `protocol` staat wat op regel 1-4 stond nu op regel 3-6",
                    "3: in document `protocol` staat wat op regel 6 stond nu op regel 1"}));
}

TEST(Examine, ChangedPassagesNameTheirStatements) {
    Desk desk(kCode);
    desk.put("protocol", kText);
    desk.record();
    desk.put("protocol", "School\nNieuw\nWij hebben geen\nfunctionaris\n\nDie weegt\n");
    const Examination& result = desk.examine();
    // 3-4 and 3 overlap: one passage to read again, with both statements.
    EXPECT_EQ(desk.told("MC6111"), Told{"6: in document `protocol` is de tekst van regel 3-4 gewijzigd of "
                                        "verdwenen; kijk rond regel 3"});
    EXPECT_EQ(desk.shown("MC6111"), (Told{"6 protocol: 3-4", "8 protocol: 3"}));
    EXPECT_FALSE(result.reading.isWhole) << "what changed was not read yet";
    // Line 2 was blank: nothing is gone, and what stands there now is new.
    EXPECT_EQ(result.documents[0].uncited, (Ranges{{2, 2}}));
    EXPECT_EQ(desk.codes(), "MC6105 MC6109 MC6111");
}

TEST(Examine, ChangedLinesThatWereOnlyReadAreToldApart) {
    Desk desk(kCode);
    desk.put("protocol", "School\nInhoud\nWij hebben een\nfunctionaris\n\nDie weegt\n");
    desk.record();
    desk.put("protocol", "School\nInhoudsopgave\nWij hebben een\nfunctionaris\n\nDie weegt\n");
    const Examination& result = desk.examine();
    EXPECT_EQ(desk.told("MC6112"), Told{"5: in document `protocol` is regel 2 als gelezen gemeld, maar de "
                                        "tekst is gewijzigd of verdwenen; kijk rond regel 2"});
    EXPECT_EQ(desk.codes(), "MC6109 MC6112") << "told as changed, not as unread besides";
    EXPECT_FALSE(result.reading.isWhole);
}

TEST(Examine, AChangeElsewhereIsOnlyMentioned) {
    Desk desk(kCode);
    desk.put("protocol", kText + "\nSlot\n");
    desk.record();
    desk.put("protocol", kText + "\nSlotwoord\n");
    desk.examine();
    EXPECT_EQ(desk.codes(), "MC6105 MC6109");
    EXPECT_TRUE(desk.told("MC6109").front().ends_with("5 gelijk gebleven, 0 verplaatst en 0 gewijzigd"));
}

TEST(Examine, ALineThatIsGoneIsAnErrorUnlessItMoved) {
    Desk desk(kCode);
    desk.put("protocol", kText);
    desk.record();
    desk.put("protocol", "School\nWij hebben een\nfunctionaris\nDie weegt\n");
    desk.examine();
    EXPECT_EQ(desk.told("MC6101"), Told{}) << "line 6 moved to line 4";
    desk.put("protocol", "School\nWij hebben een\nfunctionaris\n");
    desk.examine();
    EXPECT_EQ(desk.told("MC6101").size(), 2U);
    EXPECT_EQ(desk.told("MC6111"), Told{}) << "told once";
}

TEST(Examine, AChangeUnderAHeadingNamesItsStatement) {
    Desk desk(R"(meldcode proef "Proef" {
  soort meldcode
  bron protocol "protocol.txt"
  organisatie "School" staat in protocol kop "Voor wie" alinea 1
}
)");
    desk.put("protocol", "Voor wie\nDe school\n");
    desk.record();
    desk.put("protocol", "Titel\n\nVoor wie\nDe school\n");
    desk.examine();
    EXPECT_EQ(desk.codes(), "MC6105 MC6109") << "a heading is found wherever it is";
    desk.put("protocol", "Voor wie\nDe opvang\n");
    desk.examine();
    EXPECT_EQ(desk.shown("MC6111"), Told{"4 protocol: Voor wie, 1"});
}

TEST(Examine, WhatIsNotRecordedYetIsCounted) {
    Desk before(R"(meldcode proef "Proef" {
  soort meldcode
  bron protocol "protocol.txt"
  organisatie "School" staat in protocol regel 1
}
)");
    Desk desk(kCode);
    before.put("protocol", kText);
    before.record();
    desk.put("protocol", kText);
    desk.record();
    desk.lock = before.lock;
    desk.examine();
    EXPECT_EQ(desk.told("MC6107"),
              Told{"3: uit document `protocol` zijn 4 passages nog niet vastgelegd in meld.lock"});
    desk.lock.protocols[0].documents.clear();
    desk.examine();
    EXPECT_EQ(desk.told("MC6107"),
              Told{"3: uit document `protocol` zijn 5 passages nog niet vastgelegd in meld.lock"});
}

TEST(Examine, NamesThatOnlyTheLockKnowsAreTold) {
    Desk desk(kCode);
    desk.put("protocol", kText);
    desk.record();
    LockedDocument other = desk.lock.protocols[0].documents[0];
    other.name = "bijlage";
    desk.lock.protocols[0].documents.push_back(other);
    desk.lock.protocols.push_back({"p.meld", "vroeger", {}});
    desk.lock.protocols.push_back({"elders.meld", "anders", {}});
    desk.examine();
    EXPECT_EQ(desk.told("MC6108"), (Told{"1: in meld.lock is `bijlage` vastgelegd, maar `p.meld` noemt het niet",
                                         "1: in meld.lock is `vroeger` vastgelegd, maar `p.meld` noemt het niet"}));
    EXPECT_EQ(desk.codes(), "MC6108");
}

TEST(Examine, ADocumentThatWasNotOpenedIsJudgedByWhatTheCodeSays) {
    Desk desk(kCode);
    const Examination& result = desk.examine();
    EXPECT_TRUE(result.documents.empty());
    EXPECT_FALSE(result.reading.isWhole) << "the end is not marked as read";
}

// ---- searches

const std::string kSearches = R"(meldcode proef "Proef" {
  soort meldcode
  bron protocol "protocol.txt"
  organisatie "School" staat in protocol regel 1
  ontbreekt stap gezocht in protocol
  ontbreekt route gezocht in protocol regel 1-2
}
)";

TEST(Searches, CountInTheTextInWhichTheyWereMade) {
    Desk desk(kSearches);
    desk.put("protocol", "School\ntwee\ndrie\n");
    EXPECT_TRUE(desk.examine().reading.outdatedSearches.empty()) << "nothing is known of another text";
    desk.record();
    EXPECT_TRUE(desk.examine().reading.outdatedSearches.empty());
    desk.put("protocol", "School\ntwee\nanders\n");
    const Examination& result = desk.examine();
    EXPECT_EQ(desk.told("MC6113"), Told{"5: hier is gezocht in een eerdere tekst van document `protocol`; dat "
                                        "het ontbreekt, telt daarom nu niet"});
    EXPECT_EQ(result.reading.outdatedSearches.size(), 1U) << "lines 1-2 are as they were";
    desk.put("protocol", "School\nanders\ndrie\n");
    EXPECT_EQ(desk.examine().reading.outdatedSearches.size(), 2U);
}

TEST(Searches, MayHaveMoved) {
    Desk desk(kSearches);
    desk.put("protocol", "School\ntwee\n");
    desk.record();
    desk.put("protocol", "Titel\nSchool\ntwee\n");
    const Examination& result = desk.examine();
    ASSERT_EQ(result.reading.outdatedSearches.size(), 1U);
    EXPECT_EQ(result.reading.outdatedSearches[0], desk.protocol().absences[0].origin.span);
    EXPECT_EQ(desk.told("MC6110"), Told{"3: in document `protocol` staat wat op regel 1-2 stond nu op regel 2-3"});
}

} // namespace
} // namespace meldc::evidence::test
