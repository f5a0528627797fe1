// What is not written: by kind of text, by what the norm says of silence, by what was looked for.

#include <gtest/gtest.h>

#include "baseline/coverage.h"
#include "unit/baseline/builder.h"

namespace meldc::baseline::test {
namespace {

/// A boat taken over from a document of ten lines, of which `read` are marked read.
void fromDocument(Boat& boat, std::vector<model::LineRange> read) {
    model::SourceDocument document;
    document.name = "doc";
    document.read = std::move(read);
    document.origin = boat.at(90);
    boat.boat.documents.push_back(document);
}

Requirement hasLifeboat(const Boat& boat) { return some(TableKind::Topic, is(boat, Field::Name, "lifeboat")); }

TEST(Silence, ACodeCompleteByItselfBreaksTheNorm) {
    Boat boat;
    boat.norm("R1", hasLifeboat(boat));
    EXPECT_EQ(boat.result().status, Status::Violated);
    EXPECT_EQ(boat.result().severity, diagnostics::Severity::Error);
    EXPECT_EQ(boat.result().message.nl, "niet goed");
}

TEST(Silence, IsOpenWhereTheNormSaysSo) {
    Boat boat;
    boat.norm("R1", hasLifeboat(boat)).silenceViolates = false;
    EXPECT_EQ(boat.result().status, Status::Open);
    EXPECT_EQ(boat.result().openBecause, OpenBecause::Silent);
    EXPECT_FALSE(boat.result().ask.isEmpty());
}

TEST(Silence, OfADocumentThatWasNotReadToItsEndIsNotEncoded) {
    Boat boat;
    boat.norm("R1", hasLifeboat(boat));
    fromDocument(boat, {{1, 5}});
    boat.boat.organisation.push_back({"Rederij", boat.inDocument(7)});
    EXPECT_EQ(boat.result().openBecause, OpenBecause::NotEncoded);
    // Line 6 is missing; and after that the end is not marked.
    boat.boat.documents.front().read.push_back({6, 6});
    EXPECT_EQ(boat.result().openBecause, OpenBecause::NotEncoded);
    boat.boat.documents.front().read.push_back({8, 10});
    EXPECT_TRUE(isWhollyRead(boat.boat));
    EXPECT_EQ(boat.result().status, Status::Violated);
}

TEST(Silence, EveryDocumentCounts) {
    Boat boat;
    fromDocument(boat, {{1, 5}});
    EXPECT_TRUE(isWhollyRead(boat.boat));
    fromDocument(boat, {});
    boat.boat.documents.back().name = "form";
    EXPECT_FALSE(isWhollyRead(boat.boat));
}

TEST(Silence, WhatWasLookedForAndIsAbsentBreaksTheNorm) {
    Boat boat;
    boat.norm("R1", hasLifeboat(boat)).silenceViolates = false;
    fromDocument(boat, {{2, 5}});
    model::Absence absence;
    absence.thing = TableKind::Topic;
    absence.concept_ = boat.danger;
    absence.origin = boat.inDocument(3);
    boat.boat.absences.push_back(absence);
    EXPECT_EQ(boat.result().openBecause, OpenBecause::NotEncoded) << "something else was looked for";
    boat.boat.absences.front().concept_ = boat.lifeboat;
    const auto result = boat.result();
    EXPECT_EQ(result.status, Status::Violated);
    ASSERT_EQ(result.evidence.size(), 1U);
    EXPECT_EQ(result.evidence.front().span, absence.origin.span);
    boat.boat.absences.front().concept_ = {};
    EXPECT_EQ(boat.result().status, Status::Violated) << "no topic at all";
}

TEST(Silence, ADisjunctionNeedsAnAbsenceForEachSide) {
    Boat boat;
    boat.norm("R1", some(TableKind::Consultation,
                         either(is(boat, Field::Consults, "harbour"), is(boat, Field::Consults, "officer"))));
    fromDocument(boat, {{2, 5}});
    model::Absence absence;
    absence.thing = TableKind::Consultation;
    absence.concept_ = boat.harbour;
    boat.boat.absences.push_back(absence);
    EXPECT_EQ(boat.result().openBecause, OpenBecause::NotEncoded);
    absence.concept_ = boat.officer;
    boat.boat.absences.push_back(absence);
    EXPECT_EQ(boat.result().status, Status::Violated);
}

TEST(Silence, AnAbsentOwnerIsOfItsDecision) {
    Boat boat;
    boat.norm("R1", some(TableKind::Decision, both(is(boat, Field::About, "call"), present(Field::Owner))));
    boat.decision(boat.call);
    fromDocument(boat, {{2, 5}});
    model::Absence absence;
    absence.kind = syntax::AbsentKind::Owner;
    absence.concept_ = boat.bail;
    boat.boat.absences.push_back(absence);
    EXPECT_EQ(boat.result().openBecause, OpenBecause::NotEncoded);
    boat.boat.absences.front().concept_ = boat.call;
    EXPECT_EQ(boat.result().status, Status::Violated);
}

TEST(Silence, SayingSomethingElseIsNotSilence) {
    Boat boat;
    auto& norm = boat.norm("R1", some(TableKind::Decision, both(is(boat, Field::About, "call"),
                                                               is(boat, Field::Owner, "officer"))));
    norm.silenceViolates = false;
    boat.decision(boat.bail).owners.push_back({Boat::by({boat.role("pim", boat.sailor)}), false, boat.at(1)});
    EXPECT_EQ(boat.result().openBecause, OpenBecause::Silent) << "that is another decision";
    boat.boat.decisions.front().about = {boat.call};
    EXPECT_EQ(boat.result().status, Status::Violated);
    fromDocument(boat, {{1, 5}});
    boat.boat.documents.front().read.clear();
    EXPECT_EQ(boat.result().openBecause, OpenBecause::NotEncoded) << "the rest may say it";
}

TEST(Silence, ADraftNeitherMeetsNorBreaks) {
    Boat boat;
    boat.norm("R1", hasLifeboat(boat));
    model::Topic topic;
    topic.topic = boat.lifeboat;
    topic.origin = boat.at(5);
    topic.origin.draft = true;
    boat.boat.topics.push_back(topic);
    const auto result = boat.result();
    EXPECT_EQ(result.status, Status::Open);
    EXPECT_EQ(result.openBecause, OpenBecause::Placeholder);
    ASSERT_EQ(result.evidence.size(), 1U);
    EXPECT_EQ(result.evidence.front().span, topic.origin.span);

    Boat other;
    other.norm("R2", count(model::QuantityKind::None, 0, TableKind::Topic));
    other.boat.topics.push_back(topic);
    EXPECT_EQ(other.result().status, Status::Satisfied) << "a draft breaks nothing";
}

TEST(Silence, ASearchForOneThingReadsNothingElse) {
    Boat boat;
    boat.norm("R1", hasLifeboat(boat));
    fromDocument(boat, {{10, 10}});
    model::Absence absence;
    absence.thing = TableKind::Topic;
    absence.concept_ = boat.danger;
    absence.origin = boat.inDocument(1);
    absence.origin.places.front().lines = {{1, 9}};
    boat.boat.absences.push_back(absence);
    EXPECT_FALSE(isWhollyRead(boat.boat));
    EXPECT_EQ(boat.result().openBecause, OpenBecause::NotEncoded);
}

TEST(Silence, PlacesOfReadingsAndOfWhoJoinsAreRead) {
    Boat boat;
    fromDocument(boat, {{4, 10}});
    boat.boat.ambiguities.push_back(
        {"zin", {"a", "b"}, {boat.inDocument(1).places, boat.inDocument(2).places}, boat.at(80)});
    EXPECT_FALSE(isWhollyRead(boat.boat));
    boat.question("1", Boat::is(boat.leak)).participants.push_back({});
    boat.boat.questions.back().participants.back().origin = boat.inDocument(3);
    EXPECT_TRUE(isWhollyRead(boat.boat));
}

}  // namespace
}  // namespace meldc::baseline::test
