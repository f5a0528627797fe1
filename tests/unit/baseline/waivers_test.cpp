// Waivers: what they reach, what they do not, and what is said of those that do nothing.

#include <gtest/gtest.h>

#include "unit/baseline/builder.h"

namespace meldc::baseline::test {
namespace {

using diagnostics::Diag;

/// A boat whose only norm, of the profession, is not met; the waiver holds in 2010.
class Waived : public testing::Test {
protected:
    Waived() {
        boat.norm("R1", lifeboats(boat)).layer = model::Layer::Norm;
        waiver.norm = "R1";
        waiver.unit = "boat";
        waiver.reason = "het water is ondiep";
        waiver.decidedBy = "de reder";
        waiver.decidedOn = *model::Date::parse("2009-12-01");
        waiver.valid = {model::Date::parse("2010-01-01"), model::Date::parse("2010-12-31")};
    }

    ProtocolReport evaluate(const std::string& date = "2010-06-01") {
        boat.waivers = {waiver};
        return boat.evaluate(date);
    }
    /// Codes of the findings, in their order.
    static std::vector<Diag> idsOf(const ProtocolReport& report) {
        std::vector<Diag> ids;
        for (const Finding& each : report.findings) ids.push_back(each.diagnostic.id);
        return ids;
    }
    void addLifeboat() {
        model::Topic topic;
        topic.topic = boat.lifeboat;
        boat.boat.topics.push_back(topic);
    }

    Boat boat;
    model::Waiver waiver;
};

TEST_F(Waived, WhatIsViolatedWithReasonAndDays) {
    const auto report = evaluate();
    const NormResult& result = report.results.front();
    EXPECT_EQ(result.status, Status::Waived);
    EXPECT_EQ(result.severity, diagnostics::Severity::Info);
    ASSERT_NE(result.waiver, nullptr);
    for (const char* part : {"het water is ondiep", "de reder", "2009-12-01", "2010-01-01", "2010-12-31"}) {
        EXPECT_NE(result.because.nl.find(part), std::string::npos) << part;
    }
    EXPECT_EQ(result.message.nl, "niet goed") << "what would be said without the waiver";
    EXPECT_EQ(idsOf(report), std::vector<Diag>{});
}

TEST_F(Waived, OnTheDaysOnWhichItHolds) {
    EXPECT_EQ(evaluate("2010-01-01").results.front().status, Status::Waived);
    EXPECT_EQ(evaluate("2010-12-31").results.front().status, Status::Waived);
    const auto before = evaluate("2009-12-31");
    EXPECT_EQ(before.results.front().status, Status::Violated);
    EXPECT_EQ(idsOf(before), std::vector<Diag>{Diag::WaiverNotYetValid});
    const auto after = evaluate("2011-01-01");
    EXPECT_EQ(after.results.front().status, Status::Violated);
    EXPECT_EQ(idsOf(after), std::vector<Diag>{Diag::WaiverExpired});
}

TEST_F(Waived, NeverOfLaw) {
    boat.library.norms.front().layer = model::Layer::Law;
    for (const char* date : {"2009-01-01", "2010-06-01", "2012-01-01"}) {
        const auto report = evaluate(date);
        EXPECT_EQ(report.results.front().status, Status::Violated) << date;
        ASSERT_EQ(idsOf(report), std::vector<Diag>{Diag::WaiverOfLaw}) << date;
        EXPECT_EQ(report.findings.front().diagnostic.severity, diagnostics::Severity::Error);
    }
}

TEST_F(Waived, NotNeededWhenMetOrOutOfPlace) {
    addLifeboat();
    auto report = evaluate();
    EXPECT_EQ(report.results.front().status, Status::Satisfied);
    EXPECT_EQ(idsOf(report), std::vector<Diag>{Diag::WaiverUnused});
    boat.library.norms.front().unitKinds = {syntax::UnitKind::Template};
    report = evaluate();
    EXPECT_EQ(report.results.front().status, Status::NotApplicable);
    EXPECT_EQ(idsOf(report), std::vector<Diag>{Diag::WaiverUnused});
    boat.library.norms.front().sectors = {false, {"sea"}};
    report = evaluate();
    EXPECT_TRUE(report.results.empty());
    EXPECT_EQ(idsOf(report), std::vector<Diag>{Diag::WaiverUnused});
}

TEST_F(Waived, ASecondOneForTheSameDaysIsNotNeeded) {
    boat.waivers = {waiver, waiver};
    const auto report = boat.evaluate();
    EXPECT_EQ(report.results.front().waiver, boat.waivers.data());
    EXPECT_EQ(idsOf(report), std::vector<Diag>{Diag::WaiverUnused});
}

TEST_F(Waived, WhatIsOpenStaysOpen) {
    Requirement human;
    human.kind = RequirementKind::Human;
    boat.library.norms.front().requirements = {human};
    const auto report = evaluate();
    EXPECT_EQ(report.results.front().status, Status::Open);
    EXPECT_EQ(report.results.front().waiver, nullptr);
    EXPECT_EQ(idsOf(report), std::vector<Diag>{Diag::WaiverUndecided});
}

TEST_F(Waived, WhatContradictsItselfStaysSo) {
    // Two passages name another owner of the call; the norm wants an officer.
    const Ref master = boat.role("master", boat.officer);
    const Ref mate = boat.role("mate", boat.sailor);
    model::Decision& decision = boat.decision(boat.call);
    for (std::uint32_t value = 0; value < 2; ++value) {
        model::ActorStatement owner;
        owner.actor = Boat::by({value == 0 ? master : mate});
        owner.origin = boat.at(60 + value);
        owner.origin.variant = model::Variant{0, value};
        decision.owners.push_back(owner);
    }
    boat.boat.variantGroups.push_back(
        {model::SlotKind::Owner, "call", 2, {{decision.owners[0].origin}, {decision.owners[1].origin}}});
    boat.library.norms.front().requirements = {
        some(TableKind::Role, both(is(boat, Field::Owner, "call"), is(boat, Field::Kind, "officer")))};
    const auto report = evaluate();
    EXPECT_EQ(report.results.front().status, Status::Contradicted);
    EXPECT_EQ(idsOf(report), std::vector<Diag>{Diag::WaiverUndecided});
}

TEST_F(Waived, OfSeveralPartsOnlyWhatIsViolated) {
    Requirement human;
    human.kind = RequirementKind::Human;
    boat.library.norms.front().requirements.push_back(human);
    const auto report = evaluate();
    const NormResult& result = report.results.front();
    ASSERT_EQ(result.parts.size(), 2U);
    EXPECT_EQ(result.parts[0].status, Status::Waived);
    EXPECT_EQ(result.parts[1].status, Status::Open);
    EXPECT_EQ(result.status, Status::Open) << "the open part is not hidden";
    ASSERT_NE(result.waiver, nullptr);
    EXPECT_EQ(idsOf(report), std::vector<Diag>{});
    // Met and waived together are waived.
    boat.library.norms.front().requirements.back() = count(model::QuantityKind::None, 0, TableKind::Step);
    EXPECT_EQ(evaluate().results.front().status, Status::Waived);
}

TEST_F(Waived, WhatAProtocolFollowsWaivesForItAfterItsOwn) {
    boat.boat.follows = {"fleet"};
    waiver.unit = "fleet";
    auto report = evaluate();
    EXPECT_EQ(report.results.front().status, Status::Waived);
    EXPECT_EQ(idsOf(report), std::vector<Diag>{}) << "what is said of it, is said at the fleet";
    model::Waiver own = waiver;
    own.unit = "boat";
    own.reason = "eigen reden";
    boat.waivers = {waiver, own};
    EXPECT_EQ(boat.evaluate().results.front().waiver->reason, "eigen reden");
    boat.boat.follows.clear();
    EXPECT_EQ(evaluate().results.front().status, Status::Violated);
}

TEST_F(Waived, UnknownNamesAreFound) {
    waiver.norm = "R11";
    waiver.isNormKnown = false;
    auto report = evaluate();
    EXPECT_EQ(idsOf(report), std::vector<Diag>{Diag::WaiverUnknownNorm});
    EXPECT_EQ(report.results.front().status, Status::Violated);
    waiver.unit = "baot";
    waiver.isUnitKnown = false;
    EXPECT_EQ(idsOf(evaluate()), std::vector<Diag>{Diag::WaiverUnknownProtocol});
}

}  // namespace
}  // namespace meldc::baseline::test
