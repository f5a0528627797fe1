// Variants make a contradiction, readings an ambiguity.

#include <gtest/gtest.h>

#include "baseline/worlds.h"
#include "unit/baseline/builder.h"

namespace meldc::baseline::test {
namespace {

using model::Answer;

/// Two sentences on what a leak leads to: call, or bail.
void contradict(Boat& boat) {
    model::Question& question = boat.question("1", Boat::is(boat.leak));
    boat.answer(question, Answer::Yes, {boat.call}).origin.variant = model::Variant{0, 0};
    boat.answer(question, Answer::Yes, {boat.bail}).origin.variant = model::Variant{0, 1};
    question.edges[0].origin.places.push_back({"doc", {{12, 12}}, {}, {}});
    question.edges[1].origin.places.push_back({"doc", {{47, 48}}, {}, {}});
    boat.answer(question, Answer::No, {});
    boat.boat.variantGroups.push_back(
        {model::SlotKind::Edge, "1", 2, {{question.edges[0].origin}, {question.edges[1].origin}}});
}

/// A question on a leak whose yes calls in the first reading of the first sentence, and bails in the other.
void askInTwoWays(Boat& boat) {
    model::Question& question = boat.question("1", Boat::is(boat.leak));
    boat.answer(question, Answer::Yes, {boat.call}).origin.guards = {{0, 0}};
    boat.answer(question, Answer::Yes, {boat.bail}).origin.guards = {{0, 1}};
    boat.answer(question, Answer::No, {});
}

/// One sentence on a leak with two readings.
void readTwice(Boat& boat) {
    askInTwoWays(boat);
    boat.boat.ambiguities.push_back({"roep of hoos", {"roepen", "hozen"}, {{}, {}}, boat.at(80)});
}

TEST(Worlds, VariantsThatDifferContradict) {
    Boat boat;
    contradict(boat);
    boat.norm("R1", always(boat.call, Boat::is(boat.leak)));
    const auto result = boat.result();
    EXPECT_EQ(result.status, Status::Contradicted);
    EXPECT_EQ(result.severity, diagnostics::Severity::Warning) << "one lower than a breach of law";
    ASSERT_GE(result.evidence.size(), 2U);
    EXPECT_EQ(result.evidence[0].span, boat.boat.questions[0].edges[1].origin.span);
    EXPECT_EQ(result.evidence[1].span, boat.boat.questions[0].edges[0].origin.span);
    ASSERT_TRUE(result.counterexample);
    ASSERT_TRUE(result.rival);
    EXPECT_EQ(result.counterexample->walk.outcome.must, std::vector<ConceptId>{boat.bail});
    EXPECT_EQ(result.rival->walk.outcome.must, std::vector<ConceptId>{boat.call});
    EXPECT_EQ(result.counterexample->story.nl,
              "Het schip lekt. Dit geldt als wat in regel 47-48 staat telt. De code zegt dan: hozen. "
              "De code zegt dan niet: de kustwacht roepen. "
              "Anders is het als wat in regel 12 staat telt: dan zegt de code wel: de kustwacht roepen.");
}

TEST(Worlds, VariantsThatAgreeAreNoMatter) {
    Boat boat;
    contradict(boat);
    boat.norm("R1", some(TableKind::Question));
    EXPECT_EQ(boat.result().status, Status::Satisfied);
    boat.library.norms.clear();
    boat.norm("R2", always(boat.call));
    EXPECT_EQ(boat.result().status, Status::Violated) << "no leak, no call, whichever passage counts";
}

TEST(Worlds, ReadingsThatDifferAreAmbiguous) {
    Boat boat;
    readTwice(boat);
    boat.norm("R1", always(boat.call, Boat::is(boat.leak)));
    const auto result = boat.result();
    EXPECT_EQ(result.status, Status::Open);
    EXPECT_EQ(result.openBecause, OpenBecause::Ambiguous);
    ASSERT_FALSE(result.evidence.empty());
    EXPECT_EQ(result.evidence[0].span, boat.at(80).span);
    ASSERT_TRUE(result.counterexample);
    EXPECT_TRUE(result.rival);
    EXPECT_NE(result.counterexample->story.nl.find("Dit geldt in de lezing ‘hozen’ van ‘roep of hoos’."),
              std::string::npos)
        << result.counterexample->story.nl;
}

TEST(Worlds, ProveCountsThem) {
    Boat boat;
    readTwice(boat);
    const auto result = boat.prove(always(boat.call, Boat::is(boat.leak)));
    EXPECT_EQ(result.part.openBecause, OpenBecause::Ambiguous);
    EXPECT_EQ(result.holds, 1U);
    EXPECT_EQ(result.refuted, 1U);
}

WorldVerdict verdict(Status status) {
    WorldVerdict result;
    result.status = status;
    if (status == Status::Open) result.openBecause = OpenBecause::Silent;
    return result;
}

TEST(Worlds, HowVerdictsAreTakenTogether) {
    // Two readings with two variants each.
    const std::vector<model::World> worlds{{{0}, {0}}, {{0}, {1}}, {{1}, {0}}, {{1}, {1}}};
    const auto combined = [&](Status a, Status b, Status c, Status d) {
        return combine(worlds, {verdict(a), verdict(b), verdict(c), verdict(d)});
    };
    using enum Status;
    EXPECT_EQ(combined(Satisfied, Satisfied, Satisfied, Satisfied).status, Satisfied);
    EXPECT_EQ(combined(Violated, Violated, Violated, Violated).status, Violated);
    EXPECT_EQ(combined(Violated, Satisfied, Satisfied, Violated).status, Contradicted);
    EXPECT_EQ(combined(Open, Satisfied, Open, Satisfied).openBecause, OpenBecause::Silent);
    EXPECT_EQ(combined(Open, Violated, Open, Violated).openBecause, OpenBecause::Silent);
    EXPECT_EQ(combined(Violated, Violated, Satisfied, Satisfied).openBecause, OpenBecause::Ambiguous);
    EXPECT_EQ(combined(Violated, Satisfied, Satisfied, Satisfied).openBecause, OpenBecause::Ambiguous);
    EXPECT_EQ(combined(Open, Open, Satisfied, Satisfied).openBecause, OpenBecause::Ambiguous);
    const auto pair = combined(Violated, Satisfied, Satisfied, Satisfied);
    EXPECT_EQ(pair.shown, 0U);
    EXPECT_EQ(pair.rival, 2U) << "differs in the reading only";
}

/// More sentences than can be read in all ways; the first is read as a call, and as bailing later on.
void readTooOften(Boat& boat) {
    askInTwoWays(boat);
    for (int each = 0; each < 12; ++each) {
        const auto number = static_cast<std::uint32_t>(boat.boat.ambiguities.size());
        boat.boat.ambiguities.push_back({"zin", {"een", "twee"}, {{}, {}}, boat.at(80)});
        decltype(model::Protocol::blanks)::value_type said;
        said.origin = boat.at(80);
        said.origin.guards = {{number, 1}};
        boat.boat.blanks.push_back(std::move(said));
    }
}

TEST(Worlds, MoreThanWereMadeLeaveOpenWhatTheseAgreeOn) {
    Boat boat;
    readTooOften(boat);
    boat.norm("R1", always(boat.call, Boat::is(boat.leak)));
    const auto met = boat.result();
    EXPECT_EQ(met.status, Status::Open);
    EXPECT_EQ(met.openBecause, OpenBecause::Ambiguous);
    EXPECT_EQ(met.message.nl,
              "de tekst is op meer dan 256 manieren te lezen; in de eerste 256 voldoet de code, de andere zijn niet "
              "nagegaan");
    boat.library.norms.clear();
    boat.norm("R2", always(boat.bail, Boat::is(boat.leak)));
    EXPECT_EQ(boat.result().status, Status::Open) << "no accusation either: another reading may meet it";
    const auto proved = boat.prove(always(boat.call, Boat::is(boat.leak)));
    EXPECT_TRUE(proved.truncated);
    EXPECT_EQ(proved.part.status, Status::Open);
    EXPECT_TRUE(proved.part.truncated);
    EXPECT_EQ(proved.holds, 256U);
}

}  // namespace
}  // namespace meldc::baseline::test
