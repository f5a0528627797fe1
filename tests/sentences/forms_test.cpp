// The vocabulary gives every word the forms that sentences need.

#include "sentences/program.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace meldc::test {
namespace {

using model::ConceptKind;

/// The library alone.
const model::Vocabulary& vocabulary() {
    static const Resolved resolved(std::vector<std::string>{"meldcode leeg \"Leeg\" {\n}\n"});
    return resolved.library().vocabulary;
}

bool isVerb(const model::Concept& word) {
    return word.kind == ConceptKind::Action || word.kind == ConceptKind::Consequence;
}

/// Named in lists only, by their label.
bool isOfLists(const model::Concept& word) {
    return word.kind == ConceptKind::Sector || word.kind == ConceptKind::Profession;
}

TEST(Forms, EveryNameStandsInASentence) {
    std::size_t words = 0;
    for (const model::Concept& word : vocabulary().concepts) {
        if (!isVerb(word) && !isOfLists(word)) {
            ++words;
            EXPECT_NE(word.inSentence, "") << word.name << " has no `zin`";
        }
    }
    EXPECT_GT(words, 100U);
}

/// An organisation need not say which article its own names have, where the vocabulary knows it.
TEST(Forms, NamesOfRolesTakeTheArticleOfTheirWord) {
    const std::pair<std::string, std::string> names[] = {
        {"college van bestuur", "Het college van bestuur"}, {"schoolbestuur", "Het schoolbestuur"},
        {"zorgteam", "Het zorgteam"},                       {"bestuurslid", "Het bestuurslid"},
        {"hoofd opleiding", "Het hoofd opleiding"},         {"zorgcoördinator", "De zorgcoördinator"},
        {"teamleider", "De teamleider"},                    {"medewerker van het team", "De medewerker van het team"}};
    for (const auto& [name, told] : names) {
        const Resolved resolved(std::vector<std::string>{
            "meldcode m \"M\" {\n  rol x \"" + name + "\" is beroepskracht\n  stap 1 \"Zien\" {\n    taak x moet vastleggen signalen\n  }\n}\n"});
        ASSERT_TRUE(resolved.compiles()) << name;
        EXPECT_NE(resolved.list().find(told + " legt de signalen vast."), std::string::npos) << resolved.list();
    }
    // What the organisation says itself goes before it.
    const Resolved own(std::vector<std::string>{
        "meldcode m \"M\" {\n  rol x \"zorgteam\" zin \"ons zorgteam\" is beroepskracht\n  stap 1 \"Zien\" {\n    taak x moet vastleggen signalen\n  }\n}\n"});
    EXPECT_NE(own.list().find("Ons zorgteam legt"), std::string::npos) << own.list();
}

TEST(Forms, EveryActionHasAFormWithAnObjectOrWithout) {
    for (const model::Concept& word : vocabulary().concepts) {
        if (isVerb(word)) {
            EXPECT_FALSE(word.verbs.empty()) << word.name << " has no `zin`";
        }
    }
}

/// A promise or the answer to a question names a consequence without an object.
TEST(Forms, EveryConsequenceStandsAlone) {
    for (const model::Concept& word : vocabulary().concepts) {
        if (word.kind == ConceptKind::Consequence) {
            EXPECT_TRUE(std::any_of(word.verbs.begin(), word.verbs.end(),
                                    [](const model::VerbForm& form) { return !form.hasObject(); }))
                << word.name;
        }
    }
}

TEST(Forms, EveryActionSaysWhatMayNotBeDone) {
    for (const model::Concept& word : vocabulary().concepts) {
        for (const model::VerbForm& form : word.verbs) {
            EXPECT_TRUE(std::any_of(form.infinitive.begin(), form.infinitive.end(),
                                    [](const model::VerbPiece& piece) {
                                        return piece.kind == model::VerbPiece::Kind::IfMayNot;
                                    }))
                << word.name;
        }
    }
}

TEST(Forms, EveryFactHasAClauseForEachAnswer) {
    for (const model::Fact& fact : vocabulary().facts) {
        for (const model::Answer answer :
             {model::Answer::Yes, model::Answer::No, model::Answer::Doubt}) {
            EXPECT_NE(fact.clause(answer), "") << vocabulary()[fact.concept_].name;
        }
    }
}

} // namespace
} // namespace meldc::test
