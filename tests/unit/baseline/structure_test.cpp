// What is written: rows, fields, three-valued tests, evidence.

#include <gtest/gtest.h>

#include "baseline/structural.h"
#include "unit/baseline/builder.h"

namespace meldc::baseline::test {
namespace {

WorldVerdict judge(const Boat& boat, const Requirement& requirement, SilenceRule silence = {}) {
    return judgeStructural(boat.library.vocabulary, boat.boat, requirement, silence);
}

TEST(Structure, CountsRowsThatMatch) {
    Boat boat;
    boat.step("1", boat.look);
    EXPECT_EQ(judge(boat, some(TableKind::Step, is(boat, Field::Function, "look"))).status, Status::Satisfied);
    EXPECT_EQ(judge(boat, some(TableKind::Step, is(boat, Field::Function, "act"))).status, Status::Violated);
    EXPECT_EQ(judge(boat, count(model::QuantityKind::None, 0, TableKind::Step)).status, Status::Violated);
    EXPECT_EQ(judge(boat, count(model::QuantityKind::AtLeast, 2, TableKind::Step)).status, Status::Violated);
    boat.step("2", boat.look);
    EXPECT_EQ(judge(boat, count(model::QuantityKind::AtLeast, 2, TableKind::Step)).status, Status::Satisfied);
    EXPECT_EQ(judge(boat, count(model::QuantityKind::Exactly, 1, TableKind::Step)).status, Status::Violated);
    EXPECT_EQ(judge(boat, count(model::QuantityKind::AtMost, 1, TableKind::Step)).status, Status::Violated);
    EXPECT_EQ(judge(boat, count(model::QuantityKind::AtMost, 2, TableKind::Step)).status, Status::Satisfied);
}

TEST(Structure, TellsTheRowsThatBearIt) {
    Boat boat;
    boat.step("1", boat.look);
    boat.step("2", boat.act);
    const auto verdict = judge(boat, some(TableKind::Step, is(boat, Field::Function, "act")));
    ASSERT_EQ(verdict.evidence.size(), 1U);
    EXPECT_EQ(verdict.evidence.front().span, boat.boat.steps[1].origin.span);
}

TEST(Structure, RolesMatchByNameAndByWhatTheyAre) {
    Boat boat;
    const Ref kim = boat.role("kim", boat.officer);
    boat.decision(boat.call).owners.push_back({Boat::by({kim}), false, boat.at(1)});
    for (const char* name : {"kim", "officer", "sailor"}) {
        EXPECT_EQ(judge(boat, some(TableKind::Decision, is(boat, Field::Owner, name))).status, Status::Satisfied)
            << name;
    }
    EXPECT_EQ(judge(boat, some(TableKind::Decision, is(boat, Field::Owner, "pim"))).status, Status::Violated);
    EXPECT_EQ(judge(boat, some(TableKind::Role, is(boat, Field::Owner, "call"))).status, Status::Satisfied);
    EXPECT_EQ(judge(boat, some(TableKind::Role, is(boat, Field::Owner, "bail"))).status, Status::Violated);
}

TEST(Structure, AStepAnswersForTheDecisionInIt) {
    Boat boat;
    const Ref kim = boat.role("kim", boat.officer);
    boat.step("1", boat.act).owners.push_back({Boat::by({kim}), false, boat.at(1)});
    boat.decision(boat.call).step = model::StepId{0};
    EXPECT_EQ(judge(boat, some(TableKind::Decision, present(Field::Owner))).status, Status::Satisfied);
    EXPECT_EQ(judge(boat, some(TableKind::Role, is(boat, Field::Owner, "call"))).status, Status::Satisfied);
    EXPECT_EQ(judge(boat, some(TableKind::Role, is(boat, Field::Owner, "act"))).status, Status::Satisfied);
}

TEST(Structure, AnOwnerInWordsIsOpenAndNotAbsent) {
    Boat boat;
    boat.decision(boat.call).owners.push_back({Boat::described("wie er is"), false, boat.at(7)});
    for (const auto& requirement :
         {some(TableKind::Decision, present(Field::Owner)), some(TableKind::Role, is(boat, Field::Owner, "call")),
          some(TableKind::Decision, is(boat, Field::Owner, "officer"))}) {
        const auto verdict = judge(boat, requirement);
        EXPECT_EQ(verdict.status, Status::Open);
        EXPECT_EQ(verdict.openBecause, OpenBecause::OpenTerm);
        EXPECT_EQ(verdict.words, std::vector<std::string>{"wie er is"});
    }
    EXPECT_EQ(judge(boat, some(TableKind::Decision, is(Field::Owner, FieldValueKind::Open))).status, Status::Satisfied);
}

TEST(Structure, OneOfSeveralIsOpenWhereItMatters) {
    Boat boat;
    const Ref kim = boat.role("kim", boat.officer);
    const Ref pim = boat.role("pim", boat.sailor);
    boat.decision(boat.call).owners.push_back({Boat::by({kim, pim}), false, boat.at(1)});
    const auto owner = [&](const char* name) { return some(TableKind::Decision, is(boat, Field::Owner, name)); };
    EXPECT_EQ(judge(boat, owner("officer")).status, Status::Open);
    EXPECT_EQ(judge(boat, owner("sailor")).status, Status::Satisfied);
    const auto exactlyOne = count(model::QuantityKind::Exactly, 1, TableKind::Role, is(boat, Field::Owner, "call"));
    EXPECT_EQ(judge(boat, exactlyOne).status, Status::Open);
    boat.boat.decisions.front().owners.front().actor.joint = true;
    EXPECT_EQ(judge(boat, exactlyOne).status, Status::Violated);
    EXPECT_EQ(judge(boat, owner("officer")).status, Status::Satisfied);
}

TEST(Structure, ToBeAgreedIsNotSettled) {
    Boat boat;
    auto actor = Boat::by({boat.role("kim", boat.officer), boat.role("pim", boat.sailor)});
    actor.kind = syntax::PerformerKind::Agreed;
    boat.step("1", boat.look).performers.push_back({actor, false, boat.at(1)});
    const auto verdict = judge(boat, each(TableKind::Step, std::nullopt, present(Field::Performer)));
    EXPECT_EQ(verdict.status, Status::Open);
    EXPECT_EQ(verdict.openBecause, OpenBecause::OpenTerm);
}

TEST(Structure, EachNamesTheRowsThatFail) {
    Boat boat;
    const Ref kim = boat.role("kim", boat.officer);
    boat.step("1", boat.look).performers.push_back({Boat::by({kim}), false, boat.at(1)});
    boat.step("2", boat.act);
    const auto verdict = judge(boat, each(TableKind::Step, std::nullopt, present(Field::Performer)));
    EXPECT_EQ(verdict.status, Status::Violated);
    ASSERT_EQ(verdict.evidence.size(), 1U);
    EXPECT_EQ(verdict.evidence.front().span, boat.boat.steps[1].origin.span);
    EXPECT_EQ(judge(boat, each(TableKind::Step, is(boat, Field::Function, "look"), present(Field::Performer))).status,
              Status::Satisfied);
}

TEST(Structure, EachOfNothingIsVacuous) {
    Boat boat;
    const auto verdict = judge(boat, each(TableKind::Route, std::nullopt, present(Field::Duty)));
    EXPECT_EQ(verdict.status, Status::Satisfied);
    EXPECT_TRUE(verdict.vacuous);
}

TEST(Structure, ConsultingOneselfIsNotConsultingAnother) {
    Boat boat;
    const Ref kim = boat.role("kim", boat.officer);
    model::Step& step = boat.step("1", boat.look);
    step.performers.push_back({Boat::by({kim}), false, boat.at(1)});
    model::Involvement self;
    self.who = {kim};
    self.origin = boat.at(2);
    step.consults.push_back(self);
    const auto requirement = some(TableKind::Step, differs(Field::Consults, Field::Performer));
    EXPECT_EQ(judge(boat, requirement).status, Status::Violated);
    self.who = {boat.role("pim", boat.sailor)};
    boat.boat.steps.front().consults.push_back(self);
    EXPECT_EQ(judge(boat, requirement).status, Status::Satisfied);
}

TEST(Structure, DutiesThatConsultAreConsultations) {
    Boat boat;
    model::Task task;
    task.actor = Boat::by({boat.role("kim", boat.officer)});
    task.modality = model::Modality::May;
    task.action = boat.asking;
    task.objects = {{Ref::Kind::Concept, boat.harbour.value}};
    task.condition = Boat::open("zo nodig");
    task.origin = boat.at(3);
    boat.boat.tasks.push_back(task);
    const auto asksHarbour = is(boat, Field::Consults, "harbour");
    const auto judgeWith = [&](FieldCondition more) {
        return judge(boat, some(TableKind::Consultation, both(asksHarbour, std::move(more)))).status;
    };
    EXPECT_EQ(judgeWith(atLeast(model::Modality::May)), Status::Satisfied);
    EXPECT_EQ(judgeWith(atLeast(model::Modality::Must)), Status::Violated);
    EXPECT_EQ(judgeWith(present(Field::Condition)), Status::Satisfied);
    EXPECT_EQ(judgeWith(absent(Field::Condition)), Status::Violated);
    EXPECT_EQ(judgeWith(is(Field::Condition, FieldValueKind::Doubt)), Status::Open);
    EXPECT_EQ(judgeWith(is(Field::Condition, FieldValueKind::Open)), Status::Satisfied);
    boat.boat.tasks.front().condition.reset();
    EXPECT_EQ(judgeWith(either(absent(Field::Condition), is(Field::Condition, FieldValueKind::Doubt))),
              Status::Satisfied);
}

TEST(Structure, ClosedGroundsAndOpenGrounds) {
    Boat boat;
    boat.exception(boat.talk).grounds.push_back({{boat.danger}, {}, boat.at(2)});
    auto only = field(FieldConditionKind::Only, Field::Ground);
    only.values.push_back(is(boat, Field::Ground, "danger").values.front());
    const auto closed = is(Field::Closed, FieldValueKind::Yes);
    EXPECT_EQ(judge(boat, some(TableKind::Exception, only)).status, Status::Satisfied);
    EXPECT_EQ(judge(boat, some(TableKind::Exception, both(only, closed))).status, Status::Violated);
    // That the list is not closed is silence; a ground of another kind is not.
    EXPECT_EQ(judge(boat, some(TableKind::Exception, both(only, closed)), {false, true}).openBecause,
              OpenBecause::Silent);
    boat.boat.exceptions.front().closed.push_back(boat.at(4));
    EXPECT_EQ(judge(boat, some(TableKind::Exception, both(only, closed))).status, Status::Satisfied);
    boat.boat.exceptions.front().grounds.push_back({{}, "indien nodig", boat.at(3)});
    EXPECT_EQ(judge(boat, some(TableKind::Exception, both(only, closed))).status, Status::Open);
}

TEST(Structure, AFrameworkStillToBeChosenIsAPlaceholder) {
    Boat boat;
    model::FrameworkUse use;
    use.openTerm = "kies zelf";
    use.origin = boat.at(1);
    boat.boat.frameworks.push_back(use);
    const auto verdict = judge(boat, some(TableKind::Framework));
    EXPECT_EQ(verdict.status, Status::Open);
    EXPECT_EQ(verdict.openBecause, OpenBecause::Placeholder);
    EXPECT_EQ(judge(boat, some(TableKind::Framework, is(Field::Choice, FieldValueKind::Open))).status,
              Status::Satisfied);
}

TEST(Structure, NotOfAWrongValueIsTrueOnlyWhenItIsNotThere) {
    Boat boat;
    boat.decision(boat.call).oneOf = true;
    const auto apart = both(is(boat, Field::About, "call"), no(is(Field::Choice, FieldValueKind::Yes)));
    EXPECT_EQ(judge(boat, some(TableKind::Decision, apart)).status, Status::Violated);
    boat.boat.decisions.front().oneOf = false;
    EXPECT_EQ(judge(boat, some(TableKind::Decision, apart)).status, Status::Satisfied);
}

TEST(Structure, EveryFieldOfEveryKindCanBeRead) {
    Boat boat;
    const Ref kim = boat.role("kim", boat.officer);
    boat.step("1", boat.look).performers.push_back({Boat::by({kim}), false, boat.at(1)});
    boat.decision(boat.call);
    boat.askLeak();
    model::Topic topic;
    topic.topic = boat.lifeboat;
    topic.points.push_back({boat.lifeboat, "deel", boat.at(2)});
    boat.boat.topics.push_back(topic);
    for (int kind = 0; kind <= static_cast<int>(TableKind::Reference); ++kind) {
        const auto table = static_cast<TableKind>(kind);
        EXPECT_FALSE(model::fieldsOf(table).empty());
        for (const model::Row& row : model::rowsOf(boat.library.vocabulary, boat.boat, table)) {
            for (const Field each : model::fieldsOf(table)) {
                EXPECT_TRUE(model::hasField(table, each));
                (void)model::valuesOf(boat.library.vocabulary, boat.boat, row, each);
            }
            EXPECT_TRUE(model::valuesOf(boat.library.vocabulary, boat.boat, row,
                                        table == TableKind::Contact ? Field::Duty : Field::Phone)
                            .empty());
        }
    }
}

}  // namespace
}  // namespace meldc::baseline::test
