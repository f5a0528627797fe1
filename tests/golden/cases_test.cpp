// Worked examples: what a failure tells, what cases touch, cases that are written for a person to confirm.

#include "golden/shell.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <regex>
#include <set>

namespace meldc::golden {
namespace {

using Json = nlohmann::json;

std::string caseOf(const std::string& name, const std::string& facts, const std::string& expected) {
    return "casus \"" + name + "\" voor proef {\n  " + facts + "\n  verwacht " + expected + "\n}\n";
}

/// What cases lack, by kind and key.
std::set<std::string> lacking(const Json& report) {
    std::set<std::string> result;
    for (const auto& [kind, of] : report["protocols"][0]["coverage"].items()) {
        if (of.is_object()) {
            for (const Json& each : of["lacking"]) {
                result.insert(kind + " " + each["key"].get<std::string>());
            }
        }
    }
    return result;
}

class Cases : public ::testing::Test {
protected:
    Json tested(const std::string& file) const {
        return Json::parse(folder_.run("meldc test " + file + " --format json").out);
    }
    Folder folder_;
};

TEST_F(Cases, AFailureTellsTheWayAndTheLineThatDecided) {
    folder_.write("p.meld", smallProtocol() + caseOf("Acuut", "ja vermoeden, acute_onveiligheid", "hulp"));
    const Ran ran = folder_.run("meldc test p.meld");
    EXPECT_EQ(ran.exitCode, 1);
    const std::string line = folder_.run("grep -n 'bij ja  *melden' p.meld | head -n 1 | cut -d: -f1").out;
    for (const std::string& part :
         {std::string("verwacht: moet hulp"), std::string("uitkomst: moet melden"),
          std::string("vraag 1 ‘Is er een vermoeden?’: ja"), "(p.meld:" + line.substr(0, line.size() - 1) + ":"}) {
        EXPECT_TRUE(holds(ran.out, part)) << part << " not in\n" << ran.out;
    }
}

TEST_F(Cases, TheOutcomeStandsFirstAndWhatHasNoCaseIsCounted) {
    folder_.write("p.meld", smallProtocol() + caseOf("Acuut", "ja vermoeden, acute_onveiligheid", "melden"));
    const Ran ran = folder_.run("meldc test p.meld");
    EXPECT_EQ(ran.exitCode, 0);
    EXPECT_EQ(ran.out.find("geslaagd: Acuut\n1 casus, waarvan 0 anders dan verwacht\n"), 0U) << ran.out;
    EXPECT_TRUE(holds(ran.out, "de casussen raken ")) << ran.out;
    EXPECT_FALSE(holds(ran.out, "zonder casus:")) << ran.out;
    EXPECT_TRUE(holds(ran.out, "`--format plain`")) << ran.out;
    EXPECT_TRUE(holds(folder_.run("meldc test p.meld --format plain").out, "zonder casus: antwoord vraag 1 nee"));
    // Who asks for more is told what lacks, of that kind.
    const Ran asked = folder_.run("meldc test p.meld --min-coverage answers=100");
    EXPECT_EQ(asked.exitCode, 1);
    EXPECT_TRUE(holds(asked.out, "zonder casus: antwoord vraag 1 nee")) << asked.out;
    EXPECT_FALSE(holds(asked.out, "zonder casus: rij")) << asked.out;
}

TEST_F(Cases, CoverageIsOfMeaningNotOfLayout) {
    const std::string one = caseOf("Acuut", "ja vermoeden, acute_onveiligheid", "melden");
    folder_.write("a.meld", smallProtocol() + one);
    // Comments, other places and other layout.
    folder_.write("b.meld", "// eerst de casus\n" + one +
                                std::regex_replace(smallProtocol(), std::regex("\n +"), "\n\n      "));
    const std::set<std::string> known = lacking(tested("a.meld"));
    EXPECT_EQ(known, lacking(tested("b.meld")));
    EXPECT_TRUE(known.contains("answers 1 nee"));
    EXPECT_FALSE(known.contains("answers 1 ja"));
    EXPECT_TRUE(known.contains("consequences afsluiten"));
    EXPECT_FALSE(known.contains("consequences melden"));
}

TEST_F(Cases, TooLittleCoverageIsAFinding) {
    folder_.write("p.meld", smallProtocol() + caseOf("Acuut", "ja vermoeden, acute_onveiligheid", "melden"));
    EXPECT_EQ(folder_.run("meldc test p.meld --min-coverage answers=40").exitCode, 0);
    const Ran ran = folder_.run("meldc test p.meld --min-coverage answers=41 --format plain");
    EXPECT_EQ(ran.exitCode, 1);
    EXPECT_TRUE(holds(ran.out, "MC8303")) << ran.out;
    EXPECT_TRUE(holds(ran.out, "2 van de 5 antwoorden")) << ran.out;
    // No cases at all are none of a hundred.
    folder_.write("q.meld", smallProtocol());
    EXPECT_EQ(folder_.run("meldc test q.meld --min-coverage 1").exitCode, 1);
    for (const std::string wrong : {"101", "0", "rijen=10", "rows", "rows=10,", ""}) {
        EXPECT_EQ(folder_.run("meldc test p.meld --min-coverage '" + wrong + "'").exitCode, 2) << wrong;
    }
}

TEST_F(Cases, WrittenCasesTouchAllAndNoneIsSuperfluous) {
    folder_.write("protocol.meld", smallProtocol());
    const Ran ran = folder_.run("meldc test . --generate casussen.meld");
    ASSERT_EQ(ran.exitCode, 0) << ran.err;
    ASSERT_EQ(folder_.run("meldc test . --min-coverage rows=100,answers=100").exitCode, 0)
        << folder_.run("meldc test .").out;
    EXPECT_EQ(folder_.run("meldc fmt casussen.meld --check").exitCode, 0);
    const std::string text = folder_.read("casussen.meld");
    const std::size_t first = text.find("casus \"");
    std::vector<std::string> cases;
    for (std::size_t at = first; at != text.npos;) {
        const std::size_t next = text.find("casus \"", at + 1);
        cases.push_back(text.substr(at, next == text.npos ? next : next - at));
        EXPECT_TRUE(holds(cases.back(), "\n  concept\n")) << cases.back();
        at = next;
    }
    ASSERT_GE(cases.size(), 3U);
    for (std::size_t left = 0; left < cases.size(); ++left) {
        std::string fewer = text.substr(0, first);
        for (std::size_t i = 0; i < cases.size(); ++i) {
            fewer += i == left ? "" : cases[i];
        }
        folder_.write("casussen.meld", fewer);
        EXPECT_EQ(folder_.run("meldc test . --min-coverage rows=100,answers=100").exitCode, 1) << cases[left];
    }
}

TEST_F(Cases, WhatIsTouchedAlreadyIsNotWrittenAgain) {
    folder_.write("protocol.meld", smallProtocol());
    ASSERT_EQ(folder_.run("meldc test . --generate casussen.meld").exitCode, 0);
    const std::string before = folder_.read("casussen.meld");
    const Ran again = folder_.run("meldc test . --generate casussen.meld");
    EXPECT_EQ(again.exitCode, 0);
    EXPECT_TRUE(holds(again.err, "niets te schrijven")) << again.err;
    EXPECT_EQ(folder_.read("casussen.meld"), before);
    // Cases are no unit: the folder is still one protocol.
    EXPECT_EQ(Json::parse(folder_.run("meldc check . --format json").out)["protocols"].size(), 1U);
}

TEST_F(Cases, ADraftIsToldUntilSomebodyConfirmsIt) {
    const std::string one = caseOf("Acuut", "ja vermoeden, acute_onveiligheid", "melden");
    folder_.write("p.meld", smallProtocol() + replaced(one, "  ja", "  concept\n  ja"));
    const Ran ran = folder_.run("meldc test p.meld --format plain");
    EXPECT_EQ(ran.exitCode, 0);
    EXPECT_TRUE(holds(ran.out, "info MC8304")) << ran.out;
    EXPECT_EQ(tested("p.meld")["summary"]["unconfirmed"], 1);
    folder_.write("p.meld", smallProtocol() + one);
    EXPECT_FALSE(holds(folder_.run("meldc test p.meld --format plain").out, "MC8304"));
}

TEST_F(Cases, ACounterexampleIsSavedOnce) {
    folder_.write("protocol.meld", smallProtocol());
    const std::string line = "meldc prove . 'altijd melden bij vermoeden' --save casussen.meld";
    ASSERT_EQ(folder_.run(line).exitCode, 1);
    const std::string saved = folder_.read("casussen.meld");
    EXPECT_TRUE(holds(saved, "gebruik \"protocol.meld\"")) << saved;
    EXPECT_TRUE(holds(saved, "// Tegenvoorbeeld bij de eis: altijd melden bij vermoeden.")) << saved;
    // It fails as long as the protocol does not do what was asked.
    const Ran ran = folder_.run("meldc test . --format plain");
    EXPECT_EQ(ran.exitCode, 1);
    EXPECT_TRUE(holds(ran.out, "casussen.meld:4:7: error MC8301")) << ran.out;
    ASSERT_EQ(folder_.run(line).exitCode, 1);
    EXPECT_EQ(folder_.read("casussen.meld"), saved);
    EXPECT_EQ(folder_.run("meldc prove . 'altijd melden bij vermoeden' --save casussen.txt").exitCode, 2);
}

TEST_F(Cases, OtherProgramsGetEveryCase) {
    folder_.write("p.meld", smallProtocol() + caseOf("Acuut", "ja vermoeden, acute_onveiligheid", "hulp") +
                                caseOf("Rustig", "nee vermoeden", "afsluiten"));
    const Ran ran = folder_.run("meldc test p.meld --format github --format junit=u.xml --format sarif=u.sarif "
                                "--format gitlab=u.json --format markdown=u.md");
    EXPECT_EQ(ran.exitCode, 1) << ran.err;
    EXPECT_TRUE(holds(ran.out, "::error file=p.meld,")) << ran.out;
    EXPECT_TRUE(holds(folder_.read("u.xml"), "tests=\"2\" failures=\"1\"")) << folder_.read("u.xml");
    const Json sarif = Json::parse(folder_.read("u.sarif"))["runs"][0];
    ASSERT_EQ(sarif["results"].size(), 1U);
    EXPECT_EQ(sarif["results"][0]["ruleId"], "MC8301");
    EXPECT_FALSE(sarif["results"][0]["codeFlows"][0]["threadFlows"][0]["locations"].empty());
    EXPECT_EQ(Json::parse(folder_.read("u.json")).size(), 1U);
    EXPECT_TRUE(holds(folder_.read("u.md"), "2 casussen, waarvan 1 anders dan verwacht"));
}

} // namespace
} // namespace meldc::golden
