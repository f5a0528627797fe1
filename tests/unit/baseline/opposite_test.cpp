// What a row that does not meet a requirement says: the opposite, perhaps the opposite, nothing.

#include <gtest/gtest.h>

#include "baseline/structural.h"
#include "unit/baseline/builder.h"

namespace meldc::baseline::test {
namespace {

/// Silence is open here, so that only what is said can violate.
constexpr SilenceRule kSilenceOpen{false, true};

WorldVerdict judgeWhereSilenceIsOpen(const Boat& boat, const Requirement& requirement, SilenceRule silence = kSilenceOpen) {
    return judgeStructural(boat.library.vocabulary, boat.boat, requirement, silence);
}

/// `taak kim MODALITY asking harbour bij CONDITION`
model::Task& ask(Boat& boat, model::Modality modality, std::optional<model::Condition> condition = std::nullopt) {
    model::Task task;
    task.modality = modality;
    task.action = boat.asking;
    task.objects = {{Ref::Kind::Concept, boat.harbour.value}};
    task.condition = std::move(condition);
    task.origin = boat.at(60 + static_cast<std::uint32_t>(boat.boat.tasks.size()));
    return boat.boat.tasks.emplace_back(task);
}

/// The harbour must be asked when it storms.
Requirement mustAskInStorm(const Boat& boat) {
    return some(TableKind::Consultation,
                join(FieldConditionKind::And, {is(boat, Field::Consults, "harbour"), atLeast(model::Modality::Must),
                                               is(boat, Field::Condition, "storm")}));
}

TEST(Opposite, MayWhereMustIsAskedIsTheOpposite) {
    Boat boat;
    ask(boat, model::Modality::May, Boat::is(boat.storm));
    EXPECT_EQ(judgeWhereSilenceIsOpen(boat, mustAskInStorm(boat)).status, Status::Violated);
}

TEST(Opposite, AnOpenConditionMayBeAboutSomethingElse) {
    Boat boat;
    ask(boat, model::Modality::May, Boat::open("zo nodig"));
    const auto verdict = judgeWhereSilenceIsOpen(boat, mustAskInStorm(boat));
    EXPECT_EQ(verdict.status, Status::Open);
    EXPECT_EQ(verdict.openBecause, OpenBecause::OpenTerm);
    EXPECT_EQ(verdict.words, std::vector<std::string>{"zo nodig"});
    ASSERT_EQ(verdict.evidence.size(), 1U);
    EXPECT_EQ(verdict.evidence.front().span, boat.boat.tasks.front().origin.span);
    // A norm that asks the text to say it is broken all the same: it is not said.
    EXPECT_EQ(judgeWhereSilenceIsOpen(boat, mustAskInStorm(boat), {}).status, Status::Violated);
}

TEST(Opposite, InADisjunctionToo) {
    Boat boat;
    ask(boat, model::Modality::May, Boat::open("zo nodig"));
    const auto requirement =
        some(TableKind::Consultation,
             both(either(both(is(boat, Field::Consults, "harbour"), is(boat, Field::Condition, "storm")),
                         is(boat, Field::Consults, "officer")),
                  atLeast(model::Modality::Must)));
    EXPECT_EQ(judgeWhereSilenceIsOpen(boat, requirement).status, Status::Open);
}

TEST(Opposite, HowFirmlySomethingElseIsSaidIsNoPassage) {
    Boat boat;
    ask(boat, model::Modality::Must);
    const auto requirement =
        some(TableKind::Duty, both(is(boat, Field::Matter, "lifeboat"), atLeast(model::Modality::Must)));
    const auto verdict = judgeWhereSilenceIsOpen(boat, requirement);
    EXPECT_EQ(verdict.openBecause, OpenBecause::Silent);
    EXPECT_TRUE(verdict.evidence.empty());
}

TEST(Duties, OfATopicAreThoseThatMustBeDone) {
    Boat boat;
    boat.topic(boat.lifeboat);
    ask(boat, model::Modality::MayNot).home = {model::HomeKind::Topic, 0, {}};
    const auto asks = is(boat, Field::Duty, "asking");
    const auto mayAsk = both(asks, atLeast(model::Modality::May));
    EXPECT_EQ(judgeWhereSilenceIsOpen(boat, some(TableKind::Topic, asks)).status, Status::Open);
    EXPECT_EQ(judgeWhereSilenceIsOpen(boat, some(TableKind::Topic, mayAsk)).status, Status::Open);
    EXPECT_EQ(judgeWhereSilenceIsOpen(boat, some(TableKind::Topic, present(Field::Duty))).status, Status::Open);
    boat.boat.tasks.front().modality = model::Modality::May;
    EXPECT_EQ(judgeWhereSilenceIsOpen(boat, some(TableKind::Topic, asks)).status, Status::Open);
    EXPECT_EQ(judgeWhereSilenceIsOpen(boat, some(TableKind::Topic, mayAsk)).status, Status::Satisfied);
    boat.boat.tasks.front().modality = model::Modality::Must;
    EXPECT_EQ(judgeWhereSilenceIsOpen(boat, some(TableKind::Topic, asks)).status, Status::Satisfied);
    EXPECT_EQ(judgeWhereSilenceIsOpen(boat, some(TableKind::Topic, mayAsk)).status, Status::Satisfied);
}

TEST(Duties, AnyOfSeveralMayBeTheFirmOne) {
    Boat boat;
    boat.topic(boat.lifeboat);
    ask(boat, model::Modality::May).home = {model::HomeKind::Topic, 0, {}};
    ask(boat, model::Modality::Must).home = {model::HomeKind::Topic, 0, {}};
    EXPECT_EQ(judgeWhereSilenceIsOpen(boat, some(TableKind::Topic, atLeast(model::Modality::Must))).status, Status::Satisfied);
}

TEST(Duties, KnowTheExceptionAndTheRouteInWhichTheyStand) {
    Boat boat;
    boat.exception(boat.talk);
    model::Route route;
    route.id = "nood";
    route.origin = boat.at(2);
    boat.boat.routes.push_back(route);
    ask(boat, model::Modality::Must).home = {model::HomeKind::Exception, 0, {}};
    EXPECT_EQ(judgeWhereSilenceIsOpen(boat, some(TableKind::Duty, is(boat, Field::Exception, "talk"))).status, Status::Satisfied);
    EXPECT_EQ(judgeWhereSilenceIsOpen(boat, some(TableKind::Duty, present(Field::Route))).status, Status::Open);
    boat.boat.tasks.front().home = {model::HomeKind::Route, 0, {}};
    EXPECT_EQ(judgeWhereSilenceIsOpen(boat, some(TableKind::Duty, is(boat, Field::Route, "nood"))).status, Status::Satisfied);
    EXPECT_EQ(judgeWhereSilenceIsOpen(boat, some(TableKind::Duty, present(Field::Exception))).status, Status::Open);
}

TEST(Sought, ARoleThatIsNotThereIsNotTheOneInWords) {
    Boat boat;
    boat.decision(boat.call).owners.push_back({Boat::described("wie er is"), false, boat.at(7)});
    const auto hasOfficer = some(TableKind::Role, is(boat, Field::Kind, "officer"));
    EXPECT_EQ(judgeWhereSilenceIsOpen(boat, hasOfficer).openBecause, OpenBecause::OpenTerm);
    boat.sought(TableKind::Role, boat.officer, boat.at(8));
    EXPECT_EQ(judgeWhereSilenceIsOpen(boat, hasOfficer).status, Status::Violated);
    // Who answers for the decision was not looked for.
    EXPECT_EQ(judgeWhereSilenceIsOpen(boat, some(TableKind::Role, is(boat, Field::Owner, "call"))).status, Status::Open);
}

TEST(Grounds, AnOpenGroundIsNamedWhereTheListIsNotClosed) {
    Boat boat;
    boat.exception(boat.talk).grounds = {{{boat.danger}, {}, boat.at(2)}, {{}, "indien mogelijk", boat.at(3)}};
    auto only = field(FieldConditionKind::Only, Field::Ground);
    only.values.push_back(is(boat, Field::Ground, "danger").values.front());
    const auto verdict = judgeWhereSilenceIsOpen(boat, each(TableKind::Exception, std::nullopt,
                                          both(only, is(Field::Closed, FieldValueKind::Yes))));
    EXPECT_EQ(verdict.openBecause, OpenBecause::OpenTerm);
    EXPECT_EQ(verdict.words, std::vector<std::string>{"indien mogelijk"});
    // The exception and both its grounds.
    EXPECT_EQ(verdict.evidence.size(), 3U);
}

TEST(Fields, AgesHaveTwoEndsAndPeople) {
    Boat boat;
    model::AgeBand band;
    band.from = 12;
    band.until = 16;
    band.who = {{Ref::Kind::Concept, boat.officer.value}};
    band.origin = boat.at(1);
    boat.boat.ageBands.push_back(band);
    const auto number = [](Field of, std::uint32_t given) {
        auto condition = is(of, FieldValueKind::Number);
        condition.values.front().number = given;
        return condition;
    };
    EXPECT_EQ(judgeWhereSilenceIsOpen(boat, some(TableKind::Age, number(Field::From, 12))).status, Status::Satisfied);
    EXPECT_NE(judgeWhereSilenceIsOpen(boat, some(TableKind::Age, number(Field::From, 16))).status, Status::Satisfied);
    EXPECT_EQ(judgeWhereSilenceIsOpen(boat, some(TableKind::Age, number(Field::Until, 16))).status, Status::Satisfied);
    EXPECT_EQ(judgeWhereSilenceIsOpen(boat, some(TableKind::Age, is(boat, Field::With, "sailor"))).status, Status::Satisfied);
}

TEST(Fields, AQuestionReadsFactsAndGivesConsequences) {
    Boat boat;
    boat.askLeak();
    EXPECT_EQ(judgeWhereSilenceIsOpen(boat, some(TableKind::Question, is(boat, Field::Condition, "leak"))).status, Status::Satisfied);
    EXPECT_EQ(judgeWhereSilenceIsOpen(boat, some(TableKind::Question, is(boat, Field::Condition, "storm"))).status, Status::Open);
    EXPECT_EQ(judgeWhereSilenceIsOpen(boat, some(TableKind::Question, is(boat, Field::Consequence, "call"))).status, Status::Satisfied);
    boat.boat.questions.front().edges.front().effects.front().modality = model::Modality::MayNot;
    EXPECT_EQ(judgeWhereSilenceIsOpen(boat, some(TableKind::Question, is(boat, Field::Consequence, "call"))).status, Status::Open);
}

TEST(Fields, WithWhomAQuestionIsGoneThroughIsAlsoSaidOnTheWayToIt) {
    Boat boat;
    boat.askLeak();
    boat.question("2", Boat::is(boat.storm));
    const auto withHarbour = some(TableKind::Question, is(boat, Field::Participant, "harbour"));
    EXPECT_EQ(judgeWhereSilenceIsOpen(boat, withHarbour).status, Status::Open);
    model::Edge& edge = boat.boat.questions.front().edges.front();
    edge.target = model::TargetKind::Question;
    edge.question = "2";
    edge.together = {{Ref::Kind::Concept, boat.harbour.value}};
    EXPECT_EQ(judgeWhereSilenceIsOpen(boat, withHarbour).status, Status::Satisfied);
}

TEST(Fields, ASourceIsOutdatedOnTheDayOfTheJudgement) {
    Boat boat;
    boat.ground({}, {});
    boat.library.vocabulary.sources.front().lapsedOn = model::Date::parse("2015-01-01");
    model::LawReference reference;
    reference.source = model::SourceId{0};
    reference.name = "shiplaw";
    reference.origin = boat.at(1);
    boat.boat.references.push_back(reference);
    const auto isOld = some(TableKind::Reference, is(Field::Outdated, FieldValueKind::Yes));
    EXPECT_NE(judgeWhereSilenceIsOpen(boat, isOld).status, Status::Satisfied);
    boat.boat.asOf = model::Date::parse("2014-12-31");
    EXPECT_NE(judgeWhereSilenceIsOpen(boat, isOld).status, Status::Satisfied);
    boat.boat.asOf = model::Date::parse("2015-01-01");
    EXPECT_EQ(judgeWhereSilenceIsOpen(boat, isOld).status, Status::Satisfied);
}

}  // namespace
}  // namespace meldc::baseline::test
