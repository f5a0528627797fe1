// `eis X of Y`, remarks, caps, and norms about outcomes where there are no questions.

#include <gtest/gtest.h>

#include "unit/baseline/builder.h"

namespace meldc::baseline::test {
namespace {

Requirement tellsOfLifeboat(const Boat& boat) { return some(TableKind::Topic, is(boat, Field::Name, "lifeboat")); }
Requirement namesOwner() { return some(TableKind::Decision, present(Field::Owner)); }

Requirement eitherWay(Requirement first, Requirement second) {
    first.otherwise.push_back(std::move(second));
    return first;
}

void addLifeboat(Boat& boat) {
    boat.topic(boat.lifeboat);
}

TEST(Alternatives, OneIsEnough) {
    Boat boat;
    boat.norm("R1", eitherWay(tellsOfLifeboat(boat), namesOwner()));
    EXPECT_EQ(boat.result().status, Status::Violated);
    addLifeboat(boat);
    EXPECT_EQ(boat.result().status, Status::Satisfied);
    boat.boat.topics.clear();
    boat.decision(boat.call).owners.push_back({Boat::by({boat.role("kim", boat.officer)}), false, boat.at(7)});
    const auto result = boat.result();
    EXPECT_EQ(result.status, Status::Satisfied);
    // What bears it is the side that is met.
    ASSERT_FALSE(result.evidence.empty());
    EXPECT_EQ(result.evidence.back().span, boat.at(7).span);
}

TEST(Alternatives, AnOpenSideLeavesItOpen) {
    for (const bool isFirst : {true, false}) {
        Boat boat;
        boat.norm("R1", isFirst ? eitherWay(namesOwner(), tellsOfLifeboat(boat)) : eitherWay(tellsOfLifeboat(boat), namesOwner()));
        boat.decision(boat.call).owners.push_back({Boat::described("wie er is"), false, boat.at(7)});
        EXPECT_EQ(boat.result().status, Status::Open);
        EXPECT_EQ(boat.result().openBecause, OpenBecause::OpenTerm);
        addLifeboat(boat);
        EXPECT_EQ(boat.result().status, Status::Satisfied);
    }
}

TEST(Alternatives, BetweenWhatIsWrittenAndWhatComesOut) {
    Boat boat;
    boat.askLeak();
    boat.norm("R1", eitherWay(always(boat.call), tellsOfLifeboat(boat)));
    const auto refuted = boat.result();
    EXPECT_EQ(refuted.status, Status::Violated);
    EXPECT_TRUE(refuted.counterexample.has_value());
    addLifeboat(boat);
    const auto met = boat.result();
    EXPECT_EQ(met.status, Status::Satisfied);
    EXPECT_FALSE(met.counterexample.has_value());
}

TEST(Alternatives, TheProofOfASecondSideIsShown) {
    Boat boat;
    boat.askLeak();
    boat.norm("R1", eitherWay(tellsOfLifeboat(boat), always(boat.call, Boat::is(boat.leak))));
    const auto result = boat.result();
    EXPECT_EQ(result.status, Status::Satisfied);
    EXPECT_TRUE(result.proof.has_value());
}

TEST(Alternatives, AVacuousSideDoesNotHideARealOne) {
    Boat boat;
    addLifeboat(boat);
    boat.norm("R1", eitherWay(each(TableKind::Route, std::nullopt, present(Field::Duty)), tellsOfLifeboat(boat)));
    EXPECT_EQ(boat.result().status, Status::Satisfied);
    EXPECT_FALSE(boat.result().vacuous);
}

TEST(Alternatives, ARequirementWithOthersIsNoDemandByItself) {
    Boat boat;
    EXPECT_TRUE(always(boat.call, Boat::is(boat.leak)).isDemand());
    EXPECT_FALSE(eitherWay(always(boat.call, Boat::is(boat.leak)), namesOwner()).isDemand());
    EXPECT_FALSE(eitherWay(always(boat.call, Boat::is(boat.leak)), namesOwner()).isBehavioural());
}

TEST(Remarks, AreSaidWhenTheNormIsMet) {
    Boat boat;
    auto& norm = boat.norm("R1", tellsOfLifeboat(boat));
    norm.remarks.push_back({count(model::QuantityKind::None, 0, TableKind::Route), {"geen route", "no route"}});
    EXPECT_TRUE(boat.result().remarks.empty());
    addLifeboat(boat);
    ASSERT_EQ(boat.result().remarks.size(), 1U);
    EXPECT_EQ(boat.result().remarks.front().nl, "geen route");
    model::Route route;
    route.id = "nood";
    route.condition = Boat::is(boat.leak);
    route.origin = boat.at(3);
    boat.boat.routes.push_back(route);
    EXPECT_EQ(boat.result().status, Status::Satisfied);
    EXPECT_TRUE(boat.result().remarks.empty());
}

TEST(Remarks, SayNothingOfWhatWasNotRead) {
    Boat boat;
    auto& norm = boat.norm("R1", tellsOfLifeboat(boat));
    norm.remarks.push_back({count(model::QuantityKind::None, 0, TableKind::Route), {"geen route", "no route"}});
    addLifeboat(boat);
    model::SourceDocument document;
    document.name = "doc";
    document.origin = boat.at(90);
    boat.boat.documents.push_back(document);
    EXPECT_EQ(boat.result().status, Status::Satisfied);
    EXPECT_TRUE(boat.result().remarks.empty());
}

TEST(Caps, NameWhoMustJudge) {
    Boat boat;
    boat.norm("R1", tellsOfLifeboat(boat)).cap = model::CapFor{model::Cap::Open, {}};
    EXPECT_EQ(boat.result().status, Status::Open);
    EXPECT_EQ(boat.result().message.en.find("officer"), std::string::npos);
    boat.library.norms.front().cap->judge = boat.officer;
    EXPECT_NE(boat.result().message.en.find("officer"), std::string::npos);
    EXPECT_NE(boat.result().message.nl.find("officier"), std::string::npos);
}

TEST(NoQuestions, NothingIsToBeChosenWhereNothingIsThere) {
    Boat boat;
    auto& norm = boat.norm("R1", always(boat.call, Boat::is(boat.leak)));
    norm.frameworks = model::Selection{false, {"someframework"}};
    EXPECT_EQ(boat.result().openBecause, OpenBecause::NoDecision);
    model::FrameworkUse use;
    use.openTerm = "kies zelf";
    use.origin = boat.at(1);
    boat.boat.frameworks.push_back(use);
    EXPECT_EQ(boat.result().openBecause, OpenBecause::Placeholder);
}

}  // namespace
}  // namespace meldc::baseline::test
