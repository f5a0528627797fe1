#include "texts.h"

#include <algorithm>
#include <thread>

namespace meldc {
namespace {

using Ids = std::vector<std::string>;

const std::string kSource = MELDC_SOURCE_DIR;

TEST(ApiCompiler, TheLibraryInsideIsTheOneInItsFolder) {
    const Result<Compiler> inside = Compiler::make();
    const Result<Compiler> folder = Compiler::make({Language::Dutch, kSource + "/stdlib"});
    ASSERT_TRUE(inside);
    ASSERT_TRUE(folder);
    EXPECT_EQ(inside->librarySha256(), folder->librarySha256());
    EXPECT_EQ(inside->librarySha256().size(), 64U);
}

TEST(ApiCompiler, AFolderWithoutALibraryIsTold) {
    const Result<Compiler> none = Compiler::make({Language::English, kSource + "/no-such-folder"});
    ASSERT_FALSE(none);
    ASSERT_EQ(idsOf(none.messages()), Ids{"MC9001"});
    EXPECT_NE(none.messages()[0].text.find("no-such-folder"), std::string::npos);
}

TEST(ApiCompiler, AFileThatIsNotThereIsToldAndNothingIsReadFromStandardInput) {
    for (const char* path : {"/nowhere/protocol.meld", "-"}) {
        const Compilation result = compiler().compileFile(path);
        EXPECT_TRUE(result.protocols.empty());
        EXPECT_EQ(idsOf(result.messages), Ids{"MC9001"}) << path;
    }
}

TEST(ApiCompiler, AFolderStandsForItsProtocol) {
    const Compilation result = compiler().compileFile(kSource + "/policies/voorbeeld");
    ASSERT_EQ(result.protocols.size(), 1U);
    EXPECT_EQ(result.protocols[0].name(), "voorbeeld");
}

TEST(ApiCompiler, AFaultHasItsPlaceAndLeavesNoProtocol) {
    const Compilation result = compiled("meldcode kapot \"Kapot\" {\n  soort meldcode\n  rol leeraar is nergens_bekend\n}\n");
    EXPECT_TRUE(result.protocols.empty());
    ASSERT_FALSE(result.messages.empty());
    const Message& first = result.messages.front();
    EXPECT_EQ(first.severity, Severity::Error);
    ASSERT_FALSE(first.places.empty());
    EXPECT_EQ(first.places[0].file, "linde.meld");
    EXPECT_EQ(first.places[0].line, 3U);
    EXPECT_EQ(first.places[0].column, 18U);
}

TEST(ApiCompiler, SpeaksBothLanguages) {
    const Result<Compiler> dutch = Compiler::make();
    ASSERT_TRUE(dutch);
    const Compilation nl = dutch->compileFile("/nowhere");
    const Compilation en = compiler().compileFile("/nowhere");
    EXPECT_EQ(idsOf(nl.messages), idsOf(en.messages));
    EXPECT_NE(nl.messages[0].text, en.messages[0].text);
}

TEST(ApiCompiler, NoTextIsNoFile) {
    EXPECT_EQ(idsOf(compiler().compileTexts({}).messages), Ids{"MC9001"});
}

TEST(ApiCompiler, TextsUseOneAnotherAndNothingOnDisk) {
    const std::string school = "gebruik \"../bestuur/regels.meld\"\n" + std::string(kSchool);
    const std::vector<Text> texts{{"linde/protocol.meld", school},
                                  {"bestuur/regels.meld", "begrip lijst is zaak \"lijst\" { en \"list\" zin \"een lijst\" }\n"}};
    EXPECT_EQ(compiler().compileTexts(texts).protocols.size(), 1U) << "with what it uses";
    const Compilation alone = compiler().compileTexts({texts.data(), 1});
    EXPECT_TRUE(alone.protocols.empty());
    EXPECT_EQ(idsOf(alone.messages), Ids{"MC2008"});

    // A file that is there, but was not given.
    const std::string other = "gebruik \"" + kSource + "/policies/voorbeeld/protocol.meld\"\n" + std::string(kSchool);
    const Compilation disk = compiled(other);
    EXPECT_TRUE(disk.protocols.empty());
    EXPECT_EQ(idsOf(disk.messages), Ids{"MC2008"});
}

TEST(ApiCompiler, WaiversBesideATextCount) {
    const std::string_view waivers = R"(ontheffing R36 voor de_linde {
  reden "Dat doet een ander."
  besloten door "het bestuur" op 2025-01-01
  geldig van 2025-01-01 tot en met 2027-01-01
}
)";
    const std::vector<Text> texts{{"linde/protocol.meld", kSchool}, {"linde/ontheffingen.meld", waivers}};
    const auto verdict = [&](std::span<const Text> given) {
        const Compilation result = compiler().compileTexts(given);
        EXPECT_EQ(result.protocols.size(), 1U);
        const Result<Check> check = result.protocols.at(0).check(kDay);
        const auto& norms = check->norms;
        const auto found = std::find_if(norms.begin(), norms.end(), [](const auto& one) { return one.norm == "R36"; });
        return found == norms.end() ? Verdict::NotApplicable : found->verdict;
    };
    EXPECT_EQ(verdict({texts.data(), 1}), Verdict::Violated);
    EXPECT_EQ(verdict(texts), Verdict::Waived);
}

TEST(ApiCheck, NormsHaveALayerAVerdictAReasonAndPlaces) {
    const Result<Check> check = protocolOf(kSchool).check(kDay);
    ASSERT_TRUE(check);
    EXPECT_TRUE(check->defects.empty());
    EXPECT_EQ(check->json.substr(0, 1), "{");
    // No step says who is responsible for it: the law asks for that.
    const auto found = std::find_if(check->norms.begin(), check->norms.end(),
                                    [](const NormVerdict& one) { return one.norm == "R14"; });
    ASSERT_NE(found, check->norms.end());
    EXPECT_EQ(found->layer, Layer::Law);
    EXPECT_EQ(found->verdict, Verdict::Violated);
    EXPECT_EQ(found->severity, Severity::Error);
    EXPECT_FALSE(found->reason.empty());
    EXPECT_FALSE(found->grounds.empty());
    ASSERT_FALSE(found->places.empty());
    EXPECT_EQ(found->places[0].line, 4U);
}

TEST(ApiCheck, ADayDecides) {
    const Protocol protocol = protocolOf(kSchool);
    const Result<Check> old = protocol.check(2014y / 1 / 1);
    const Result<Check> now = protocol.check(kDay);
    ASSERT_TRUE(old);
    ASSERT_TRUE(now);
    EXPECT_NE(old->norms.size(), now->norms.size());
    EXPECT_NE(old->json.find("\"date\": \"2014-01-01\""), std::string::npos);
    // Asking of one day changes nothing for another.
    EXPECT_EQ(protocol.check(kDay)->json, now->json);
}

TEST(ApiCheck, ADayWithoutKnownLawAndOneThatDoesNotExistAreRefused) {
    const Protocol protocol = protocolOf(kSchool);
    EXPECT_EQ(idsOf(protocol.check(1990y / 1 / 1).messages()), Ids{"MC9055"});
    EXPECT_EQ(idsOf(protocol.decider(1990y / 1 / 1).messages()), Ids{"MC9055"});
    for (const auto day : {2026y / 2 / 30, 20000y / 1 / 1, -5y / 1 / 1}) {
        EXPECT_EQ(idsOf(protocol.check(day).messages()), Ids{"MC1012"});
        EXPECT_EQ(idsOf(protocol.decider(day).messages()), Ids{"MC1012"});
    }
}

TEST(ApiThreads, ManyCompileAndCheckAtOnce) {
    constexpr std::size_t kThreads = 6;
    const std::string alone = protocolOf(kSchool).check(kDay)->json;
    std::vector<std::string> said(kThreads);
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < kThreads; ++i) {
        threads.emplace_back([&, i] { said[i] = protocolOf(kSchool).check(kDay)->json; });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    for (const std::string& one : said) {
        EXPECT_EQ(one, alone);
    }
}

TEST(ApiThreads, ManyCheckOneProtocolAtOnce) {
    const Protocol protocol = protocolOf(kSchool);
    const std::string alone = protocol.check(kDay)->json;
    std::vector<std::string> said(6);
    std::vector<std::thread> threads;
    for (std::string& one : said) {
        threads.emplace_back([&] { one = protocol.check(kDay)->json; });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(said, std::vector<std::string>(6, alone));
}

} // namespace
} // namespace meldc
