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

TEST(Silence, ASearchOfSomeLinesSaysNothingOfTheOthers) {
    Boat boat;
    boat.norm("R1", hasLifeboat(boat));
    fromDocument(boat, {{1, 2}, {9, 10}});
    model::Absence absence;
    absence.thing = TableKind::Topic;
    absence.concept_ = boat.lifeboat;
    absence.origin = boat.at(3);
    absence.origin.places = {{"doc", {{3, 3}}, {}, {}}};
    boat.boat.absences.push_back(absence);
    EXPECT_EQ(boat.result().openBecause, OpenBecause::NotEncoded);
    boat.boat.absences.back().origin.places.front().lines = {{3, 8}};
    EXPECT_EQ(boat.result().status, Status::Violated) << "with what was read it is all of the document";
    boat.boat.absences.back().origin.places.front().lines = {};
    EXPECT_EQ(boat.result().status, Status::Violated) << "the whole document";
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
    boat.sought(TableKind::Topic, boat.danger, boat.at(3)).origin.places = {{"doc", {}, {}, {}}};
    EXPECT_EQ(boat.result().openBecause, OpenBecause::NotEncoded) << "something else was looked for";
    boat.boat.absences.front().concept_ = boat.lifeboat;
    const auto result = boat.result();
    EXPECT_EQ(result.status, Status::Violated);
    ASSERT_EQ(result.evidence.size(), 1U);
    EXPECT_EQ(result.evidence.front().span, boat.boat.absences.front().origin.span);
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

TEST(Silence, LinesThatWereOnlySearchedWereNotReadForAllElse) {
    Boat boat;
    boat.norm("R1", hasLifeboat(boat));
    fromDocument(boat, {{10, 10}});
    boat.sought(TableKind::Topic, boat.danger, boat.at(3)).origin.places.push_back({"doc", {{1, 9}}, {}, {}});
    EXPECT_EQ(boat.result().openBecause, OpenBecause::NotEncoded);
    EXPECT_FALSE(isWhollyRead(boat.boat));
}

TEST(Silence, WhoJoinsAQuestionAndAReadingNameTheirLinesToo) {
    Boat boat;
    fromDocument(boat, {{3, 3}});
    boat.question("1", Boat::is(boat.leak)).participants.push_back(
        {model::Modality::Must, false, {}, std::nullopt, boat.inDocument(1)});
    EXPECT_FALSE(isWhollyRead(boat.boat));
    model::Ambiguity ambiguity;
    ambiguity.readings = {"a", "b"};
    ambiguity.readingPlaces = {{{"doc", {{2, 2}}, {}, {}}}, {}};
    ambiguity.origin = boat.at(7);
    boat.boat.ambiguities.push_back(ambiguity);
    EXPECT_TRUE(isWhollyRead(boat.boat));
}

/// A document of ten lines of which five were read; then all ten.
void expectOpenUntilRead(Boat& boat, Status whenRead) {
    fromDocument(boat, {{1, 5}, {10, 10}});
    const auto unread = boat.result();
    EXPECT_EQ(unread.status, Status::Open);
    EXPECT_EQ(unread.openBecause, OpenBecause::NotEncoded);
    EXPECT_FALSE(unread.message.isEmpty());
    boat.boat.documents.front().read.push_back({6, 9});
    EXPECT_EQ(boat.result().status, whenRead);
}

model::Task& dutyOf(Boat& boat, ConceptId action) {
    model::Task& task = boat.boat.tasks.emplace_back();
    task.actor = Boat::by({boat.role("pim", boat.sailor)});
    task.action = action;
    task.origin = boat.at(60);
    return task;
}

TEST(SilenceInAnUnreadText, DoesNotMakeOneTooMany) {
    // A duty that names no system breaks "no duty without a system"; the rest may name it.
    Boat boat;
    boat.norm("R1", count(model::QuantityKind::None, 0, TableKind::Duty, absent(Field::System)));
    dutyOf(boat, boat.bail);
    expectOpenUntilRead(boat, Status::Violated);
}

TEST(SilenceInAnUnreadText, TurnedRoundIsStillSilence) {
    Boat boat;
    boat.norm("R1", each(TableKind::Duty, std::nullopt, no(absent(Field::System))));
    dutyOf(boat, boat.bail);
    expectOpenUntilRead(boat, Status::Violated);

    Boat other;
    other.norm("R1", count(model::QuantityKind::None, 0, TableKind::Exception, is(Field::Closed, FieldValueKind::No)));
    other.exception(other.look, 61);
    expectOpenUntilRead(other, Status::Violated);
}

TEST(SilenceInAnUnreadText, DoesNotChooseWhatIsMeant) {
    // Duties without a system are to be direct: whether this one is meant is not known yet.
    Boat boat;
    boat.norm("R1", each(TableKind::Duty, absent(Field::System), present(Field::Directly)));
    dutyOf(boat, boat.bail);
    expectOpenUntilRead(boat, Status::Violated);
}

TEST(SilenceInAnUnreadText, DoesNotMakeANormApply) {
    Boat boat;
    auto& norm = boat.norm("R1", count(model::QuantityKind::None, 0, TableKind::Duty));
    norm.onlyIf = absent(Field::Adopted);
    dutyOf(boat, boat.bail);
    expectOpenUntilRead(boat, Status::Violated);
}

TEST(SilenceInAnUnreadText, WhatIsWrittenBreaksANormAllTheSame) {
    Boat boat;
    boat.norm("R1", count(model::QuantityKind::None, 0, TableKind::Duty, present(Field::Action)));
    dutyOf(boat, boat.bail);
    fromDocument(boat, {{2, 5}});
    EXPECT_EQ(boat.result().status, Status::Violated);
}

TEST(SilenceInAnUnreadText, AConsequenceMayStandElsewhere) {
    const auto with = [](RequirementKind kind, const auto& goal) {
        Boat boat;
        boat.askLeak();
        boat.norm("R1", outcome(kind, goal(boat), Boat::is(boat.leak)));
        expectOpenUntilRead(boat, Status::Violated);
        EXPECT_EQ(boat.result().counterexample.has_value(), kind != RequirementKind::Possible);
    };
    with(RequirementKind::Always, [](const Boat& boat) { return boat.bail; });
    with(RequirementKind::Possible, [](const Boat& boat) { return boat.bail; });
}

TEST(SilenceInAnUnreadText, AConsequenceThatIsThereBreaksWhatForbidsIt) {
    Boat boat;
    boat.askLeak();
    auto requirement = outcome(RequirementKind::Never, boat.call, Boat::is(boat.leak));
    boat.norm("R1", requirement);
    fromDocument(boat, {{2, 5}});
    EXPECT_EQ(boat.result().status, Status::Violated);
    // "Never not bail" asks for it.
    Boat other;
    other.askLeak();
    requirement.goal.kind = model::GoalKind::Not;
    requirement.goal.operands.emplace_back().consequence = other.bail;
    other.norm("R1", requirement);
    expectOpenUntilRead(other, Status::Violated);
}

TEST(SilenceInAnUnreadText, AFindingOfSomethingAbsentIsOpen) {
    Requirement requirement;
    requirement.kind = RequirementKind::NoFinding;
    requirement.finding = "MC4103";
    Boat boat;
    boat.norm("R1", requirement);
    fromDocument(boat, {{2, 5}});
    boat.prepare();
    const auto judged = [&] {
        const check::Subject subject = boat.subject();
        return baseline::evaluate(boat.library, {}, subject, check::runChecks(subject), *model::Date::parse("2010-06-01"));
    };
    EXPECT_EQ(judged().results.front().openBecause, OpenBecause::NotEncoded);
    boat.boat.documents.clear();
    EXPECT_EQ(judged().results.front().status, Status::Violated);
}

TEST(SilenceInAnUnreadText, IsWhatTheDocumentShowsWhenItWasOpened) {
    Boat boat;
    boat.norm("R1", hasLifeboat(boat));
    fromDocument(boat, {{1, 10}});
    boat.sought(TableKind::Topic, boat.lifeboat, boat.at(3));
    boat.prepare();
    check::Reading reading;
    const auto judged = [&] {
        check::Subject subject{boat.library.vocabulary, boat.boat, boat.worlds, boat.selected, boat.decisions, false, &reading};
        return baseline::evaluate(boat.library, {}, subject, {}, *model::Date::parse("2010-06-01")).results.front();
    };
    EXPECT_EQ(judged().status, Status::Violated);
    reading.isWhole = false;
    EXPECT_EQ(judged().status, Status::Violated) << "it was looked for";
    reading.outdatedSearches = {boat.boat.absences.front().origin.span};
    EXPECT_EQ(judged().openBecause, OpenBecause::NotEncoded) << "in another text";
    reading.isWhole = true;
    EXPECT_EQ(judged().status, Status::Violated) << "all of it was read";
}

TEST(Silence, ADraftNeitherMeetsNorBreaks) {
    Boat boat;
    boat.norm("R1", hasLifeboat(boat));
    boat.topic(boat.lifeboat, 5).origin.draft = true;
    const auto result = boat.result();
    EXPECT_EQ(result.status, Status::Open);
    EXPECT_EQ(result.openBecause, OpenBecause::Placeholder);
    ASSERT_EQ(result.evidence.size(), 1U);
    EXPECT_EQ(result.evidence.front().span, boat.boat.topics.front().origin.span);

    Boat other;
    other.norm("R2", count(model::QuantityKind::None, 0, TableKind::Topic));
    other.topic(other.lifeboat, 5).origin.draft = true;
    EXPECT_EQ(other.result().status, Status::Satisfied) << "a draft breaks nothing";
}

}  // namespace
}  // namespace meldc::baseline::test
