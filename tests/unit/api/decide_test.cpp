#include "texts.h"

#include <thread>

namespace meldc {
namespace {

using Ids = std::vector<std::string>;

Decider deciderOf(std::string_view text) {
    const Result<Decider> decider = protocolOf(text).decider(kDay);
    EXPECT_TRUE(decider);
    return *decider;
}

TEST(ApiDecide, AnswersACase) {
    const Decider decider = deciderOf(kSchool);
    const Result<Decision> decision = decider.decide({{"vermoeden", Answer::Yes}, {"acute_onveiligheid", Answer::No}});
    ASSERT_TRUE(decision);
    EXPECT_EQ(decision->consequences, std::vector<std::string>{"hulp"});
    EXPECT_TRUE(decision->allowed.empty());
    EXPECT_TRUE(decision->forbidden.empty());
    EXPECT_FALSE(decision->undetermined);
    EXPECT_FALSE(decision->next);
    ASSERT_EQ(decision->path.size(), 2U);
    EXPECT_EQ(decision->path[0].question, "1");
    EXPECT_EQ(decision->path[0].answer, Answer::Yes);
    EXPECT_EQ(decision->path[0].place.line, 7U);
    EXPECT_EQ(decision->path[1].answer, Answer::No);
    EXPECT_EQ(decision->json.back(), '\n');
}

TEST(ApiDecide, DoubtIsAnAnswerOfItsOwn) {
    const Decider decider = deciderOf(kSchool);
    const Result<Decision> first = decider.decide({{"vermoeden", Answer::Doubt}, {"acute_onveiligheid", Answer::No}});
    ASSERT_TRUE(first);
    ASSERT_EQ(first->path.size(), 1U);
    EXPECT_EQ(first->path[0].answer, Answer::Doubt);
    EXPECT_EQ(first->consequences, std::vector<std::string>{"advies_veilig_thuis"});
    const Result<Decision> second = decider.decide({{"vermoeden", Answer::Yes}, {"acute_onveiligheid", Answer::Doubt}});
    ASSERT_TRUE(second);
    ASSERT_EQ(second->path.size(), 2U);
    EXPECT_EQ(second->path[1].answer, Answer::Doubt);
    EXPECT_EQ(second->consequences, std::vector<std::string>{"melden"});
}

TEST(ApiDecide, AsksForTheFactThatMatters) {
    const Decider decider = deciderOf(kSchool);
    const Result<Decision> nothing = decider.decide({});
    ASSERT_TRUE(nothing);
    ASSERT_TRUE(nothing->next);
    EXPECT_EQ(nothing->next->fact, "vermoeden");
    EXPECT_EQ(nothing->next->question, "1");
    EXPECT_EQ(nothing->next->label, "Is er een vermoeden?");
    const Result<Decision> one = decider.decide({{"vermoeden", Answer::Yes}});
    ASSERT_TRUE(one);
    ASSERT_TRUE(one->next);
    EXPECT_EQ(one->next->fact, "acute_onveiligheid");
    EXPECT_TRUE(one->consequences.empty());
    EXPECT_FALSE(decider.decide({{"vermoeden", Answer::No}})->next);
}

TEST(ApiDecide, NamesItsFacts) {
    std::vector<std::string> names;
    for (const FactInfo& fact : deciderOf(kSchool).facts()) {
        names.push_back(fact.name);
        EXPECT_FALSE(fact.label.empty());
    }
    EXPECT_EQ(names, (std::vector<std::string>{"vermoeden", "acute_onveiligheid"}));
}

TEST(ApiDecide, AFactMustExistOnceAndAgreeWithTheOthers) {
    const Decider decider = deciderOf(kSchool);
    const auto idsFor = [&](std::initializer_list<Fact> facts) {
        const Result<Decision> decision = decider.decide(facts);
        return decision ? Ids() : idsOf(decision.messages());
    };
    EXPECT_EQ(idsFor({{"vermoedens", Answer::Yes}}), Ids{"MC9027"});
    EXPECT_EQ(idsFor({{"xyzzy", Answer::Yes}}), Ids{"MC9026"});
    EXPECT_EQ(idsFor({{"", Answer::Yes}}), Ids{"MC9026"});
    EXPECT_EQ(idsFor({{"vermoeden", Answer::Yes}, {"vermoeden", Answer::Yes}}), Ids{"MC9031"});
    // Danger without suspicion: the library says that there is none.
    EXPECT_EQ(idsFor({{"acute_onveiligheid", Answer::Yes}, {"vermoeden", Answer::No}}), Ids{"MC9029"});
}

TEST(ApiDecide, ALineIsAnsweredAsALine) {
    const Decider decider = deciderOf(kSchool);
    EXPECT_EQ(decider.decideLine(R"({"facts": {"vermoeden": "nee"}})"), decider.decide({{"vermoeden", Answer::No}})->json);
    EXPECT_EQ(decider.decideLine(R"({"id": 7, "facts": {}})").substr(0, 9), R"({"id":7,")");
    EXPECT_NE(decider.decideLine("no case").find(R"("code":)"), std::string::npos);
    EXPECT_NE(decider.decideLine(R"({"id": "x", "facts": {"xyzzy": "ja"}})").find(R"({"id":"x","error":)"), std::string::npos);
}

TEST(ApiDecide, ACodeWithoutQuestionsDecidesNothing) {
    const Protocol protocol = protocolOf("meldcode leeg \"Leeg\" {\n  soort meldcode\n  sector po\n}\n");
    EXPECT_TRUE(protocol.check(kDay));
    const Result<Decider> decider = protocol.decider(kDay);
    ASSERT_FALSE(decider);
    EXPECT_EQ(idsOf(decider.messages()), Ids{"MC9024"});
}

TEST(ApiDecide, ADoubtfulTextGivesEachAnswer) {
    const Compilation result = compiler().compileFile(MELDC_SOURCE_DIR "/policies/innovo");
    ASSERT_EQ(result.protocols.size(), 1U);
    const Result<Decider> decider = result.protocols[0].decider(kDay);
    ASSERT_TRUE(decider);
    const Result<Decision> decision = decider->decide({{"zorgen", Answer::Yes}});
    ASSERT_TRUE(decision);
    // The text has six places that can be taken in two ways; on one of them it hangs whether a signal is placed.
    ASSERT_EQ(decision->readings.size(), 2U);
    EXPECT_EQ(decision->readings[0].worlds + decision->readings[1].worlds, 64U);
    EXPECT_NE(decision->readings[0].consequences, decision->readings[1].consequences);
    EXPECT_TRUE(decision->consequences.empty());
}

TEST(ApiDecide, WhatItCameFromMayBeGone) {
    std::optional<Decider> decider;
    {
        const Result<Compiler> own = Compiler::make({Language::English, {}});
        const std::string text(kSchool);
        const Text one{"linde.meld", text};
        decider = *own->compileTexts({&one, 1}).protocols.at(0).decider(kDay);
    }
    EXPECT_EQ(decider->decide({{"vermoeden", Answer::No}})->consequences, std::vector<std::string>{"afsluiten"});
}

TEST(ApiDecide, ManyThreadsUseOneDecider) {
    const Decider decider = deciderOf(kSchool);
    const std::string alone = decider.decide({{"vermoeden", Answer::Doubt}})->json;
    std::vector<std::string> said(8);
    std::vector<std::thread> threads;
    for (std::string& one : said) {
        threads.emplace_back([&] {
            for (int i = 0; i < 50; ++i) {
                one = decider.decide({{"vermoeden", Answer::Doubt}})->json;
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    EXPECT_EQ(said, std::vector<std::string>(8, alone));
}

} // namespace
} // namespace meldc
