#include "driver/case_reader.h"

#include <gtest/gtest.h>

namespace meldc::driver {
namespace {

using diagnostics::Diag;
using model::Answer;

/// Two facts: `gevolg_a => oorzaak`.
model::Vocabulary twoFacts() {
    model::Vocabulary vocabulary;
    const auto add = [&](const std::string& name) {
        const model::FactId fact{static_cast<std::uint32_t>(vocabulary.facts.size())};
        model::Concept one;
        one.name = name;
        one.fact = fact;
        const model::ConceptId id{static_cast<std::uint32_t>(vocabulary.concepts.size())};
        vocabulary.concepts.push_back(one);
        vocabulary.conceptByName.emplace(name, id);
        model::Fact value;
        value.concept_ = id;
        vocabulary.facts.push_back(value);
        return fact;
    };
    const model::FactId wide = add("breed");
    const model::FactId narrow = add("sm\u00E1l");
    vocabulary.implications.push_back({{narrow, false}, {wide, false}, {}});
    return vocabulary;
}

Diag errorOf(const ReadCase& read) {
    EXPECT_TRUE(read.error.has_value());
    return read.error ? read.error->id : Diag::InternalError;
}

TEST(CaseReader, TakesWordsAndTruthValues) {
    const model::Vocabulary vocabulary = twoFacts();
    const ReadCase read =
        readCaseJson("{\"id\": [1, \"a\"], \"facts\": {\"breed\": true, \"sm\u00E1l\": \"twijfel\"}}",
                     vocabulary);
    EXPECT_FALSE(read.error.has_value());
    EXPECT_EQ(read.id, R"([1, "a"])");
    EXPECT_EQ(read.facts.values, (std::vector<logic::Value>{Answer::Yes, Answer::Doubt}));
}

TEST(CaseReader, NullAndAbsenceAreUnknown) {
    const model::Vocabulary vocabulary = twoFacts();
    const ReadCase read = readCaseJson(R"({"facts": {"breed": null}})", vocabulary);
    EXPECT_FALSE(read.error.has_value());
    EXPECT_EQ(read.id, "null");
    EXPECT_EQ(read.facts.values, (std::vector<logic::Value>{{}, {}}));
}

TEST(CaseReader, AnAccentInTwoPiecesIsTheSameName) {
    const model::Vocabulary vocabulary = twoFacts();
    const ReadCase read = readCaseText("breed=ja, sma\u0301l = ja", vocabulary);
    EXPECT_FALSE(read.error.has_value());
    EXPECT_EQ(read.facts.values[1], logic::Value(Answer::Yes));
}

TEST(CaseReader, TellsEachMistake) {
    const model::Vocabulary vocabulary = twoFacts();
    const auto json = [&](std::string_view line) {
        return errorOf(readCaseJson(line, vocabulary));
    };
    EXPECT_EQ(json("[1]"), Diag::CaseNotJson);
    EXPECT_EQ(json("{\"facts\": 3}"), Diag::CaseNotJson);
    EXPECT_EQ(json("{\"id\": 3}"), Diag::CaseNotJson);
    EXPECT_EQ(json("{\"facts\": {\"breed\": \"ja\"}"), Diag::CaseNotJson);
    EXPECT_EQ(json(R"({"facts": {"bred": "ja"}})"), Diag::UnknownFactNear);
    EXPECT_EQ(json(R"({"facts": {"iets_anders": "ja"}})"), Diag::UnknownFact);
    EXPECT_EQ(json(R"({"facts": {"breed": "yes"}})"), Diag::UnknownFactValue);
    EXPECT_EQ(json(R"({"facts": {"breed": 1}})"), Diag::UnknownFactValue);
    EXPECT_EQ(json("{\"facts\": {\"breed\": \"nee\", \"sm\u00E1l\": \"ja\"}}"),
              Diag::CaseContradicts);
    EXPECT_EQ(errorOf(readCaseText("breed=ja,breed=nee", vocabulary)), Diag::FactTwice);
    EXPECT_EQ(errorOf(readCaseText("breed", vocabulary)), Diag::UnknownFactValue);
}

TEST(CaseReader, AFactThatIsGivenTwiceIsTold) {
    const model::Vocabulary vocabulary = twoFacts();
    EXPECT_EQ(errorOf(readCaseJson("{\"facts\": {\"vermoeden\": \"ja\", \"vermoeden\": \"nee\"}}", vocabulary)),
              Diag::FactTwice);
    // Members of the id are no facts.
    EXPECT_FALSE(readCaseJson("{\"id\": {\"a\": 1, \"a\": 2}, \"facts\": {}}", vocabulary).error);
}

TEST(CaseReader, IdsGoFromJsonToCellsAndBack) {
    EXPECT_EQ(cellOfJson("null"), "");
    EXPECT_EQ(cellOfJson("12"), "12");
    EXPECT_EQ(cellOfJson(R"([1, "a"])"), R"([1, "a"])");
    EXPECT_EQ(cellOfJson(R"("a\"b\u00e9")"), "a\"b\u00E9");
    EXPECT_EQ(jsonOfCell("a\"b\u00E9\n"), "\"a\\\"b\u00E9\\n\"");
    EXPECT_EQ(jsonOfCell("007"), "\"007\"");
}

TEST(CaseReader, BytesThatAreNoTextAreTold) {
    const model::Vocabulary vocabulary = twoFacts();
    EXPECT_EQ(errorOf(readCaseJson("{\"facts\": {\"\xFF\": \"ja\"}}", vocabulary)),
              Diag::CaseNotJson);
    std::string deep(100'000, '[');
    EXPECT_EQ(errorOf(readCaseJson(deep, vocabulary)), Diag::CaseNotJson);
    deep += std::string(100'000, ']');
    EXPECT_EQ(errorOf(readCaseJson("{\"id\": " + deep + ", \"facts\": {\"x\": 1}}", vocabulary)),
              Diag::CaseNotJson);
}

} // namespace
} // namespace meldc::driver
