#include "diagnostics/phrases.h"
#include "unit/stdlib/library.h"

#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <string>
#include <vector>

/// The vocabulary and the sources of law: complete in both languages and well-formed.
namespace meldc::test {

TEST(StdlibConcepts, LibraryCompilesWithoutAnyMessage) {
    EXPECT_EQ(standardLibrary().messages(), "");
    EXPECT_FALSE(standardLibrary().library.norms.empty());
}

TEST(StdlibConcepts, EveryConceptHasALabelInBothLanguages) {
    for (const model::Concept& each : standardLibrary().library.vocabulary.concepts) {
        EXPECT_FALSE(each.label.nl.empty()) << each.name;
        EXPECT_FALSE(each.label.en.empty()) << each.name;
    }
}

TEST(StdlibConcepts, EveryFactCanBeToldForEachAnswer) {
    const model::Vocabulary& vocabulary = standardLibrary().library.vocabulary;
    ASSERT_FALSE(vocabulary.facts.empty());
    for (const model::Fact& fact : vocabulary.facts) {
        for (const model::Answer answer :
             {model::Answer::Yes, model::Answer::Doubt, model::Answer::No}) {
            const support::Localized& phrase = fact.phrase(answer);
            const std::string& name = vocabulary[fact.concept_].name;
            EXPECT_FALSE(phrase.nl.empty()) << name;
            EXPECT_FALSE(phrase.en.empty()) << name;
            // A clause, to be strung together with others.
            EXPECT_NE(phrase.nl.back(), '.') << name;
            EXPECT_NE(phrase.en.back(), '.') << name;
        }
        EXPECT_NE(fact.yes.nl, fact.no.nl);
        EXPECT_NE(fact.yes.nl, fact.doubt.nl);
    }
}

/// The form for notes knows some concepts by their words: who changes these changes what goes into which file.
TEST(StdlibConcepts, TheFormKnowsItsConceptsByTheirWords) {
    using diagnostics::Phrase;
    const auto labelOf = [](const std::string& name) {
        for (const model::Concept& each : standardLibrary().library.vocabulary.concepts) {
            if (each.name == name) {
                return each.label.nl;
            }
        }
        return std::string();
    };
    EXPECT_EQ(labelOf("aandachtsfunctionaris"), diagnostics::phrase(Phrase::PubRecordFocalKind).nl);
    EXPECT_EQ(labelOf("bewaren"), diagnostics::phrase(Phrase::PubRecordKeepWord).nl);
    EXPECT_EQ(labelOf("personeel"), diagnostics::phrase(Phrase::PubRecordStaffTopic).nl);
    for (const std::string name : {"genomen_besluiten", "motivering"}) {
        EXPECT_NE(labelOf(name).find(diagnostics::phrase(Phrase::PubRecordDecisionWord).nl), std::string::npos) << name;
    }
}

TEST(StdlibConcepts, FactsOfTheContractComeFirstInItsOrder) {
    const model::Vocabulary& vocabulary = standardLibrary().library.vocabulary;
    const std::vector<std::string> contract = {
        "vermoeden",     "acute_onveiligheid", "structurele_onveiligheid", "disclosure",
        "hulp_mogelijk", "hulp_aanvaard",      "hulp_effectief"};
    ASSERT_GE(vocabulary.facts.size(), contract.size());
    for (std::size_t at = 0; at < contract.size(); ++at) {
        EXPECT_EQ(vocabulary[vocabulary.facts[at].concept_].name, contract[at]);
    }
}

TEST(StdlibConcepts, WhoeverIsUnsafeOrTellsItGivesASuspicion) {
    const model::Vocabulary& vocabulary = standardLibrary().library.vocabulary;
    const auto textOf = [&](const model::Literal& literal) {
        return (literal.negated ? "not " : "") + vocabulary.nameOf(literal.fact);
    };
    std::set<std::string> found;
    for (const model::Implication& each : vocabulary.implications) {
        const std::string text = textOf(each.from) + " => " + textOf(each.to);
        EXPECT_TRUE(found.insert(text).second) << "said twice: " << text;
    }
    for (const char* name : {"acute_onveiligheid", "structurele_onveiligheid", "disclosure"}) {
        EXPECT_TRUE(found.contains(std::string(name) + " => vermoeden")) << name;
    }
}

// What goes on or is told is grave as well, but need not be danger of this moment.
TEST(StdlibConcepts, DangerOfNowIsSaidOfThreeFacts) {
    const model::Vocabulary& vocabulary = standardLibrary().library.vocabulary;
    std::set<std::string> urgent;
    for (const model::Fact& fact : vocabulary.facts) {
        if (fact.urgent) urgent.insert(vocabulary[fact.concept_].name);
        EXPECT_TRUE(!fact.urgent || fact.changeable) << vocabulary[fact.concept_].name << " would be danger for ever";
    }
    EXPECT_EQ(urgent, (std::set<std::string>{"acute_dreiging", "acute_onveiligheid", "noodsituatie"}));
}

TEST(StdlibConcepts, ConsequencesOfTheContractAreThere) {
    const model::Vocabulary& vocabulary = standardLibrary().library.vocabulary;
    for (const char* name :
         {"melden", "hulp", "afsluiten", "vastleggen", "volgen", "advies_veilig_thuis"}) {
        const model::ConceptId id = vocabulary.find(name);
        ASSERT_TRUE(id.isValid()) << name;
        EXPECT_EQ(vocabulary[id].kind, model::ConceptKind::Consequence) << name;
    }
}

TEST(StdlibConcepts, SourcesOfLawHaveANumberAndOthersALinkOrNone) {
    const std::regex number("BWBR[0-9]{7}");
    const std::regex link("https://[^ ]+");
    for (const model::Source& each : standardLibrary().library.vocabulary.sources) {
        // Law to come has no text that holds yet.
        const auto& ahead = standardLibrary().library.outlooks;
        const bool isToCome = std::any_of(ahead.begin(), ahead.end(), [&](const auto& outlook) {
            return &standardLibrary().library.vocabulary[outlook.source] == &each;
        });
        EXPECT_TRUE(!each.states.empty() || isToCome) << each.name;
        EXPECT_FALSE(each.title.empty()) << each.name;
        if (!each.bwb.empty()) {
            EXPECT_TRUE(std::regex_match(each.bwb, number)) << each.name;
        }
        if (!each.link.empty()) {
            EXPECT_TRUE(std::regex_match(each.link, link)) << each.name;
        }
    }
}

TEST(StdlibConcepts, StatesOfTheDecreeSayHowTheirTextIsKnown) {
    const model::Vocabulary& vocabulary = standardLibrary().library.vocabulary;
    const model::Source& decree = vocabulary[vocabulary.sourceByName.at("besluit")];
    ASSERT_EQ(decree.states.size(), 4U);
    const auto statusOn = [&](const char* date) {
        return decree.stateOn(support::Date::parse(date).value())->status;
    };
    EXPECT_EQ(decree.stateOn(support::Date::parse("2013-07-30").value()), nullptr);
    EXPECT_EQ(statusOn("2013-07-31"), model::TextStatus::Read);
    EXPECT_EQ(statusOn("2018-12-31"), model::TextStatus::Read);
    EXPECT_EQ(statusOn("2019-01-01"), model::TextStatus::Reconstructed);
    EXPECT_EQ(statusOn("2020-10-01"), model::TextStatus::Reconstructed);
    ASSERT_TRUE(decree.checkedUntil.has_value());
    EXPECT_EQ(decree.checkedUntil->str(), "2026-04-11");
    // What is said of law to come was looked at earlier, and no verdict rests on it.
    EXPECT_EQ(standardLibrary().library.checkedUntil(), decree.checkedUntil);
}

} // namespace meldc::test
