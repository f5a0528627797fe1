// Which norms have a result, and which do not apply.

#include <gtest/gtest.h>

#include "unit/baseline/builder.h"

namespace meldc::baseline::test {
namespace {

TEST(Applicability, Sectors) {
    Boat boat;
    auto& norm = boat.norm("R1", lifeboats(boat));
    norm.sectors = {true, {"river"}};
    EXPECT_EQ(boat.evaluate().results.size(), 1U) << "a sector that is not known is not an exception";
    norm.sectors = {false, {"sea"}};
    EXPECT_EQ(boat.evaluate().results.size(), 0U) << "nothing is held against an unknown sector";
    boat.boat.sectors.push_back({{boat.river}, boat.at(1)});
    EXPECT_EQ(boat.evaluate().results.size(), 0U);
    norm.sectors = {true, {"river"}};
    EXPECT_EQ(boat.evaluate().results.size(), 0U);
    boat.boat.sectors.front().names.push_back(boat.sea);
    EXPECT_EQ(boat.evaluate().results.size(), 1U) << "one of its sectors is enough";
}

TEST(Applicability, KindsOfUnit) {
    Boat boat;
    boat.norm("R1", lifeboats(boat)).unitKinds = {syntax::UnitKind::Meldcode};
    EXPECT_EQ(boat.result().status, Status::Violated);
    boat.boat.kind = syntax::UnitKind::Template;
    EXPECT_EQ(boat.result().status, Status::NotApplicable);
    EXPECT_EQ(boat.result().because.nl, "dit geldt niet voor een sjabloon");
}

TEST(Applicability, NotApplicableBecause) {
    Boat boat;
    boat.topic(boat.lifeboat, 3).inapplicable = "het schip is een vlot";
    auto requirement = some(TableKind::Topic, both(is(boat, Field::Name, "lifeboat"),
                                                   is(Field::Application, FieldValueKind::Yes)));
    auto& norm = boat.norm("R1", requirement);
    EXPECT_EQ(boat.result().status, Status::Violated) << "the norm does not accept it";
    norm.acceptsInapplicable = boat.lifeboat;
    const auto result = boat.result();
    EXPECT_EQ(result.status, Status::NotApplicable);
    EXPECT_NE(result.because.nl.find("het schip is een vlot"), std::string::npos);
    EXPECT_EQ(result.evidence.size(), 1U);
}

TEST(Applicability, Frameworks) {
    Boat boat;
    boat.norm("R1", lifeboats(boat)).frameworks = model::Selection{false, {"navy"}};
    EXPECT_EQ(boat.result().openBecause, OpenBecause::Placeholder) << "no framework is known";
    model::FrameworkUse use;
    use.name = "fishery";
    use.origin = boat.at(1);
    boat.boat.frameworks.push_back(use);
    EXPECT_EQ(boat.result().status, Status::NotApplicable);
    boat.boat.frameworks.front().name.clear();
    boat.boat.frameworks.front().openTerm = "kies";
    EXPECT_EQ(boat.result().openBecause, OpenBecause::Placeholder);
    boat.boat.frameworks.front() = use;
    boat.boat.frameworks.front().name = "navy";
    EXPECT_EQ(boat.result().status, Status::Violated);
}

TEST(Applicability, OnlyIf) {
    Boat boat;
    auto& norm = boat.norm("R1", lifeboats(boat));
    norm.onlyIf = is(Field::Authorised, FieldValueKind::Yes);
    EXPECT_EQ(boat.result().status, Status::Open);
    EXPECT_EQ(boat.result().openBecause, OpenBecause::OutsideText);
    boat.boat.authorised.push_back({model::Answer::Doubt, boat.at(1)});
    EXPECT_EQ(boat.result().openBecause, OpenBecause::OutsideText);
    boat.boat.authorised.front().answer = model::Answer::No;
    EXPECT_EQ(boat.result().status, Status::NotApplicable);
    boat.boat.authorised.front().answer = model::Answer::Yes;
    EXPECT_EQ(boat.result().status, Status::Violated);
    // Met in any case: the condition does not matter.
    boat.boat.authorised.clear();
    model::Topic topic;
    topic.topic = boat.lifeboat;
    boat.boat.topics.push_back(topic);
    EXPECT_EQ(boat.result().status, Status::Satisfied);
}

TEST(Applicability, OnlyIfSomethingIsSaid) {
    // What the rest of a document says may make the norm apply.
    Boat boat;
    auto& norm = boat.norm("R1", lifeboats(boat));
    norm.onlyIf = is(boat, Field::Topic, "lifeboat");
    EXPECT_EQ(boat.result().status, Status::NotApplicable);
    model::SourceDocument document;
    document.name = "doc";
    document.read = {{1, 5}, {10, 10}};
    boat.boat.documents.push_back(document);
    EXPECT_EQ(boat.result().status, Status::Open);
    EXPECT_EQ(boat.result().openBecause, OpenBecause::NotEncoded);
    boat.boat.documents.front().read = {{1, 10}};
    EXPECT_EQ(boat.result().status, Status::NotApplicable);
}

TEST(Applicability, HouseRulesAreSwitchedOn) {
    Boat boat;
    auto& norm = boat.norm("H1", lifeboats(boat));
    norm.layer = model::Layer::House;
    norm.grounds.clear();
    EXPECT_TRUE(boat.evaluate().results.empty());
    boat.boat.adheres.push_back({"H1", syntax::SeverityWord::Warning, boat.at(1)});
    EXPECT_EQ(boat.result().status, Status::Violated);
    EXPECT_EQ(boat.result().severity, diagnostics::Severity::Warning);
}

TEST(Applicability, LayersWeighDifferently) {
    using diagnostics::Severity;
    for (const auto& [layer, severity] : {std::pair{model::Layer::Law, Severity::Error},
                                          std::pair{model::Layer::Norm, Severity::Warning},
                                          std::pair{model::Layer::Advice, Severity::Info}}) {
        Boat boat;
        boat.norm("R1", lifeboats(boat)).layer = layer;
        EXPECT_EQ(boat.result().severity, severity);
    }
}

TEST(Applicability, ExactlyOneResultForEachSelectedNorm) {
    Boat boat;
    for (const char* id : {"R1", "R2", "R3"}) boat.norm(id, lifeboats(boat));
    boat.library.norms[1].unitKinds = {syntax::UnitKind::Template};
    boat.library.norms[2].sectors = {false, {"sea"}};
    const auto report = boat.evaluate();
    ASSERT_EQ(report.results.size(), 2U);
    EXPECT_EQ(report.results[0].norm->id, "R1");
    EXPECT_EQ(report.results[1].norm->id, "R2");
}

}  // namespace
}  // namespace meldc::baseline::test
