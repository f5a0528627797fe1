// Names, labels and details of persons: what drafts get wrong.

#include "fixture.h"

#include <gtest/gtest.h>

namespace meldc::check {
namespace {

using diagnostics::Severity;

/// A unit that complains of nothing else, with statements of its own.
std::string draft(const std::string& statements, const std::string& inStep = "") {
    return "meldcode a \"A\" {\n rol juf is leraar\n stap 1 \"S\" { uitvoerder juf\n" + inStep +
           "\n vraag 1 \"v\" { antwoord ja als vermoeden  bij ja melden  bij nee hulp  bij twijfel hulp }\n }\n" +
           statements + "\n}\n";
}

TEST(PersonalData, IsWhatTheAuthorMarks) {
    const auto checked = check(draft(" persoonsgegeven \"naam van de directeur\""));
    EXPECT_EQ(expectOne(checked, "MC4414", "persoonsgegeven").diagnostic.severity, Severity::Info);
    EXPECT_EQ(checked.codes(), "MC4414");
    EXPECT_EQ(check(draft(" concept persoonsgegeven \"naam\"")).withCode("MC4414").size(), 0U);
}

TEST(PersonalData, NumbersOfOnePersonAreKnownByTheirForm) {
    const auto found = [](const std::string& number) {
        return check(draft(" contact veilig_thuis \"VT\" telefoon \"" + number + "\"")).withCode("MC4415").size();
    };
    // Netherlands numbering plan: 061-065 and 068, 069 are mobile; 066, 067 and 0600 are not.
    for (const char* mobile : {"0612345678", "06-12345678", "06 12 34 56 78", "+31 6 12345678", "+31 (0)6 12345678",
                               "bel 06 81234567 of kom langs"}) {
        EXPECT_EQ(found(mobile), 1U) << mobile;
    }
    for (const char* other : {"0800 2000", "0800-2000 (24 uur)", "0592 123456", "066 1234567", "112", "06 1234567",
                              "0612345678901", "+32 6 12345678"}) {
        EXPECT_EQ(found(other), 0U) << other;
    }
    // 111222333 is the well-known number that passes the test of eleven; one more does not.
    EXPECT_EQ(check(draft(" uitleg \"bsn 111222333\"")).withCode("MC4415").size(), 1U);
    EXPECT_EQ(check(draft(" uitleg \"bsn 1112.22.333\"")).withCode("MC4415").size(), 1U);
    EXPECT_EQ(check(draft(" uitleg \"nr 111222334\"")).withCode("MC4415").size(), 0U);
    EXPECT_EQ(check(draft(" uitleg \"nr 000000000\"")).withCode("MC4415").size(), 0U);
}

TEST(PersonalData, TheNumberIsNotRepeated) {
    const auto checked = check(draft(" uitleg \"bel 0612345678\""));
    const auto& finding = expectOne(checked, "MC4415", "uitleg");
    const std::string told = diagnostics::renderMessage(finding.diagnostic, support::Language::English);
    EXPECT_EQ(told.find("1234"), std::string::npos) << told;
}

TEST(Labels, ARoleWithTwoNames) {
    const std::string roles = " rol ib \"intern begeleider\" ook \"IB'er\" is directie\n taak ib moet bespreken ib";
    expectNone(check(draft(roles)), "MC4416");
    const auto checked = check(draft(" bron protocol \"p.txt\"\n" + roles));
    const auto& finding = expectOne(checked, "MC4416", "rol ib");
    EXPECT_EQ(finding.diagnostic.severity, Severity::Info);
    EXPECT_EQ(finding.diagnostic.args[0], diagnostics::Arg(std::string("intern begeleider")));
    expectNone(check(draft(" bron protocol \"p.txt\"\n rol ib \"intern begeleider\" is directie\n"
                           " taak ib moet bespreken ib")),
               "MC4416");
}

TEST(Labels, TwoThingsWithOneLabel) {
    expectOne(check(draft(" stap 2 \"S\" { uitvoerder juf }")), "MC4417", "stap 2");
    // A step and its question as well: who refers to the one may mean the other.
    const auto checked = check(draft(" stap 2 \"v\" { uitvoerder juf }"));
    const auto& finding = expectOne(checked, "MC4417", "");
    EXPECT_EQ(finding.diagnostic.notes.size(), 1U);
    EXPECT_EQ(finding.evidence.size(), 2U);
    expectNone(check(draft(" stap 2 \"T\" { uitvoerder juf }")), "MC4417");
    // Readings of one sentence are not two things.
    expectNone(check(draft(" onduidelijk \"o\" {\n lezing \"x\" { systeem lvs \"Dossier\" }\n"
                          " lezing \"y\" { systeem map \"Dossier\" } }")),
               "MC4417");
}

TEST(ConsultsItself, AlsoInAnotherRoleOfOnePerson) {
    const std::string roles = " rol ko is directie\n";
    const auto checked = check(draft(roles + " een persoon mag zijn juf en ko", "raadpleegt ko"));
    EXPECT_EQ(expectOne(checked, "MC4418", "raadpleegt ko").diagnostic.severity, Severity::Info);
    expectOne(check(draft(roles + " een persoon mag zijn juf en ko\n taak juf moet raadplegen ko")), "MC4418", "taak juf");
    expectNone(check(draft(roles, "raadpleegt ko")), "MC4418");
    expectNone(check(draft(roles + " rol baas is directie\n een persoon mag zijn baas en ko", "raadpleegt ko")), "MC4418");
    // One of several: another one can be asked.
    expectNone(check(draft(roles + " rol ib is beroepskracht\n een persoon mag zijn juf en ko", "raadpleegt een van ko, ib")),
               "MC4418");
}

TEST(OpenTerms, DecideNothingWhereTheSameIsDueAnyhow) {
    const auto withTerm = [](const std::string& duties) {
        return check(draft(" taak juf moet raadplegen veilig_thuis bij open \"zo nodig\"\n" + duties)).withCode("MC4305").size();
    };
    EXPECT_EQ(withTerm(""), 1U);
    EXPECT_EQ(withTerm(" taak juf moet raadplegen veilig_thuis"), 0U);
    EXPECT_EQ(withTerm(" taak juf mag raadplegen veilig_thuis"), 1U);
    EXPECT_EQ(withTerm(" taak juf moet bespreken juf"), 1U);
}

} // namespace
} // namespace meldc::check
