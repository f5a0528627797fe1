// The formats of other programs: what they rely on. Whether their own validators agree is seen in
// tests/interop/ci.

#include "golden/shell.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <map>
#include <set>
#include <sstream>

namespace meldc::golden {
namespace {

using Json = nlohmann::json;

/// A code with a law violated, an outcome that doubt leaves open, and a case for it.
const std::string kFaulty = "meldcode proef \"Proef | <b> `x`\" {\n"
                            "  soort meldcode\n"
                            "  sector po\n"
                            "  rol leraar is leerkracht\n"
                            "  stap 1 \"Wegen\" {\n"
                            "    wettelijke stap wegen\n"
                            "    uitvoerder leraar\n"
                            "    vraag 1 \"Is er een vermoeden?\" {\n"
                            "      antwoord ja als vermoeden\n"
                            "      bij ja  vraag 2\n"
                            "      bij nee afsluiten\n"
                            "    }\n"
                            "    vraag 2 \"Kan hulp, 100% zeker?\" {\n"
                            "      antwoord ja als hulp_mogelijk\n"
                            "      bij ja  hulp\n"
                            "      bij nee melden\n"
                            "    }\n"
                            "  }\n"
                            "}\n";

Json checked(const Folder& folder, const std::string& format) {
    const Ran ran = folder.run("meldc check p.meld --format " + format);
    EXPECT_EQ(ran.exitCode, 1) << ran.err;
    return Json::parse(ran.out);
}

/// Fingerprints by rule.
std::multimap<std::string, std::string> fingerprintsOf(const Json& sarif) {
    std::multimap<std::string, std::string> result;
    for (const Json& one : sarif["runs"][0]["results"]) {
        result.emplace(one["ruleId"], one["partialFingerprints"]["primaryLocationLineHash"]);
    }
    return result;
}

TEST(Ci, AllFormatsHaveTheSameFindings) {
    Folder folder;
    folder.write("p.meld", kFaulty);
    std::multiset<std::string> expected;
    const Json own = checked(folder, "json")["protocols"][0];
    for (const Json& one : own["results"]) {
        if (one["status"] == "violated" || one["status"] == "contradicted") {
            expected.insert(one["norm"].get<std::string>());
        }
    }
    for (const Json& one : own["findings"]) {
        expected.insert(one["id"].get<std::string>());
    }
    ASSERT_TRUE(expected.contains("R15"));
    ASSERT_TRUE(expected.contains("R31"));

    std::multiset<std::string> inSarif;
    const Json sarif = checked(folder, "sarif");
    for (const Json& one : sarif["runs"][0]["results"]) {
        if (one["kind"] == "fail") {
            inSarif.insert(one["ruleId"].get<std::string>());
        }
    }
    EXPECT_EQ(inSarif, expected);
    std::multiset<std::string> inGitlab;
    for (const Json& one : checked(folder, "gitlab")) {
        inGitlab.insert(one["check_name"].get<std::string>());
    }
    EXPECT_EQ(inGitlab, expected);
    const Ran markdown = folder.run("meldc check p.meld --format markdown");
    const Ran junit = folder.run("meldc check p.meld --format junit");
    for (const std::string& id : expected) {
        EXPECT_TRUE(holds(markdown.out, "**" + id + "**")) << id;
        EXPECT_TRUE(holds(junit.out, "name=\"" + id)) << id;
    }
}

TEST(Ci, ARemarkFailsNoTest) {
    Folder folder;
    // To say something else than a model is a choice, and a remark.
    folder.write("p.meld", "meldcode proef \"Proef\" {\n  volgt model_po\n  vervalt onderwerp nazorg\n}\n");
    const Ran ran = folder.run("meldc check p.meld --format junit");
    EXPECT_TRUE(holds(ran.out, "name=\"MC4307")) << ran.out;
    EXPECT_FALSE(holds(ran.out, "type=\"info\"")) << ran.out;
    folder.write("q.meld", kFaulty);
    // A warning fails a test where it fails the run.
    EXPECT_FALSE(holds(folder.run("meldc check q.meld --format junit").out, "type=\"warning\""));
    EXPECT_TRUE(holds(folder.run("meldc check q.meld --format junit --fail-on warning").out, "type=\"warning\""));
}

TEST(Ci, SarifTellsTheCaseQuestionByQuestion) {
    Folder folder;
    folder.write("p.meld", kFaulty);
    const Json run = checked(folder, "sarif")["runs"][0];
    bool isFound = false;
    for (const Json& one : run["results"]) {
        if (one["ruleId"] != "R31") {
            continue;
        }
        isFound = true;
        const Json& stations = one["codeFlows"][0]["threadFlows"][0]["locations"];
        ASSERT_EQ(stations.size(), 2U);
        EXPECT_EQ(stations[0]["location"]["physicalLocation"]["region"]["startLine"], 8);
        EXPECT_EQ(stations[1]["location"]["physicalLocation"]["region"]["startLine"], 13);
        EXPECT_EQ(run["tool"]["driver"]["rules"][one["ruleIndex"].get<std::size_t>()]["id"], "R31");
    }
    EXPECT_TRUE(isFound);
    EXPECT_TRUE(run["invocations"][0]["executionSuccessful"]);
}

TEST(Ci, FingerprintsSurviveMovedLinesAndAreUnique) {
    Folder folder;
    folder.write("p.meld", kFaulty);
    const auto before = fingerprintsOf(checked(folder, "sarif"));
    folder.write("p.meld", "// erboven\n\n" + kFaulty);
    const auto after = fingerprintsOf(checked(folder, "sarif"));
    EXPECT_EQ(before, after);
    std::set<std::string> all;
    for (const auto& [rule, fingerprint] : before) {
        EXPECT_TRUE(all.insert(fingerprint).second) << rule;
    }
    // Another text at the place is another finding.
    std::string other = kFaulty;
    other.replace(other.find("Is er een vermoeden?"), 20, "Is er een echt vermoeden?");
    folder.write("p.meld", other);
    EXPECT_NE(fingerprintsOf(checked(folder, "sarif")), before);
}

TEST(Ci, GithubGetsTheMostSeriousFirstAndNoMoreThanItShows) {
    Folder folder;
    folder.write("p.meld", kFaulty);
    const Ran ran = folder.run("meldc check p.meld --format github");
    EXPECT_EQ(ran.exitCode, 1);
    std::map<std::string, int> kinds;
    const std::map<std::string, int> order{{"::error", 0}, {"::warning", 1}, {"::notice", 2}};
    int last = 0;
    std::istringstream lines(ran.out);
    for (std::string line; std::getline(lines, line);) {
        const std::string kind = line.substr(0, line.find_first_of(" :", 2));
        ASSERT_TRUE(order.contains(kind)) << line;
        EXPECT_LE(last, order.at(kind)) << line;
        last = order.at(kind);
        ++kinds[kind];
        if (kind == "::error") {
            EXPECT_TRUE(holds(line, " file=p.meld,line=")) << line;
        }
    }
    EXPECT_GT(kinds["::error"], 3);
    for (const auto& [kind, count] : kinds) {
        EXPECT_LE(count, 10) << kind;
    }
    EXPECT_FALSE(holds(ran.out, "100% zeker")) << "a percent sign begins an escape";
}

TEST(Ci, NothingInATextIsMarkup) {
    Folder folder;
    folder.write("p.meld", kFaulty);
    const Ran markdown = folder.run("meldc check p.meld --format markdown");
    EXPECT_TRUE(holds(markdown.out, "## Proef \\| &lt;b> \\`x\\`")) << markdown.out.substr(0, 200);
    std::istringstream lines(markdown.out);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("| ") && !line.starts_with("| Ernst")) {
            std::size_t bars = 0;
            for (std::size_t at = 0; at < line.size(); ++at) {
                bars += line[at] == '|' && (at == 0 || line[at - 1] != '\\') ? 1U : 0U;
            }
            EXPECT_EQ(bars, 4U) << line;
        }
    }
}

TEST(Ci, AFileThatDoesNotCompileIsInEveryFormat) {
    Folder folder;
    folder.write("p.meld", "meldcode x \"X\" {\n  taak\n}\n");
    for (const std::string format : {"sarif", "gitlab", "github", "junit", "markdown"}) {
        const Ran ran = folder.run("meldc check p.meld --format " + format);
        EXPECT_EQ(ran.exitCode, 2) << format;
        EXPECT_TRUE(holds(ran.out, "MC1")) << format << ran.out;
    }
    const Json sarif = Json::parse(folder.run("meldc check p.meld --format sarif").out);
    EXPECT_FALSE(sarif["runs"][0]["invocations"][0]["executionSuccessful"]);
}

TEST(Ci, XmlHoldsNoCharacterThatXmlDoesNotHave) {
    Folder folder;
    // A file's name is any bytes: here a control character, half a letter and a code point of no one.
    folder.write("p\x01\xC3-\xEF\xBF\xBF.meld", kFaulty);
    const Ran ran = folder.run("command -v xmllint >/dev/null || exit 0\n"
                               "meldc check p*.meld --format junit > uit.xml; xmllint --noout uit.xml");
    EXPECT_EQ(ran.exitCode, 0) << ran.err;
}

TEST(Ci, APathBeginsAtTheTopOfTheRepository) {
    Folder folder;
    folder.write("p.meld", kFaulty);
    for (const std::string format : {"sarif", "gitlab", "github"}) {
        const Ran ran = folder.run("meldc check ./p.meld --format " + format);
        EXPECT_TRUE(holds(ran.out, "p.meld")) << format;
        EXPECT_FALSE(holds(ran.out, "./p.meld")) << format;
    }
}

TEST(Ci, OnlyCommandsWithFindingsKnowThem) {
    Folder folder;
    folder.write("p.meld", kFaulty);
    for (const std::string line : {"meldc check --timeline p.meld --format sarif",
                                   "meldc prove p.meld 'altijd melden' --format junit",
                                   "meldc explain R15 --format markdown"}) {
        const Ran ran = folder.run(line);
        EXPECT_EQ(ran.exitCode, 2) << line;
        EXPECT_TRUE(ran.says("MC9009")) << line << ran.err;
    }
}

} // namespace
} // namespace meldc::golden
