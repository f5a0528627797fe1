#include "driver/case_columns.h"

#include <gtest/gtest.h>

namespace meldc::driver {
namespace {

using diagnostics::Diag;

/// Facts with these names.
model::Vocabulary columnFacts(const std::vector<std::string>& names) {
    model::Vocabulary vocabulary;
    for (const std::string& name : names) {
        const model::FactId fact{static_cast<std::uint32_t>(vocabulary.facts.size())};
        const model::ConceptId id{static_cast<std::uint32_t>(vocabulary.concepts.size())};
        model::Concept one;
        one.name = name;
        one.fact = fact;
        vocabulary.concepts.push_back(one);
        vocabulary.conceptByName.emplace(name, id);
        model::Fact value;
        value.concept_ = id;
        vocabulary.facts.push_back(value);
    }
    return vocabulary;
}

class CaseColumnsTest : public testing::Test {
protected:
    CaseColumns of(std::string_view head) {
        return columnsOf(head, vocabulary_, [this] { return &portable_; }, "gevallen.csv");
    }
    std::vector<Diag> errorsOf(std::string_view head) {
        std::vector<Diag> result;
        for (const diagnostics::Diagnostic& error : of(head).errors) {
            result.push_back(error.id);
        }
        return result;
    }

    model::Vocabulary vocabulary_ = columnFacts({"breed", "sm\u00E1l", "select"});
    emit::PortableDecision portable_{};
};

TEST_F(CaseColumnsTest, NamesInAnyOrderWithAnId) {
    const CaseColumns columns = of("sm\u00E1l ;\"id\"; breed");
    EXPECT_TRUE(columns.errors.empty());
    EXPECT_EQ(columns.separator, ';');
    ASSERT_EQ(columns.facts.size(), 3U);
    EXPECT_EQ(columns.facts[0], model::FactId{1});
    EXPECT_FALSE(columns.facts[1].isValid());
    EXPECT_EQ(columns.facts[2], model::FactId{0});
    EXPECT_TRUE(errorsOf("breed").empty());
}

TEST_F(CaseColumnsTest, ALineForTheSpreadsheetNamesTheSeparator) {
    EXPECT_EQ(separatorSaid("sep=;"), ';');
    EXPECT_EQ(separatorSaid("SEP=,"), ',');
    EXPECT_EQ(separatorSaid("sep=\t"), '\t');
    for (const std::string_view none : {"sep=", "sep=ab", "sep=x", "sep;=", "breed"}) {
        EXPECT_FALSE(separatorSaid(none)) << none;
    }
    EXPECT_EQ(errorsOf("breed\rja\rnee"), (std::vector<Diag>{Diag::CaseNotJson}));
}

TEST_F(CaseColumnsTest, NamesOfTheQueryCountAsWell) {
    EXPECT_EQ(errorsOf("id,select_2"), (std::vector<Diag>{Diag::UnknownFactNear}));
    portable_.facts.push_back({model::FactId{2}, "select_2", ""});
    EXPECT_TRUE(errorsOf("id,select_2").empty());
    EXPECT_EQ(of("id,select_2").facts[1], model::FactId{2});
    // Both names of one fact are one fact.
    EXPECT_EQ(errorsOf("select,select_2"), (std::vector<Diag>{Diag::CaseColumnTwice}));
}

TEST_F(CaseColumnsTest, EachMistakeIsTold) {
    EXPECT_EQ(errorsOf("id,bred,iets_anders"), (std::vector<Diag>{Diag::UnknownFactNear, Diag::UnknownFact}));
    EXPECT_EQ(errorsOf("id,id,breed,breed"), (std::vector<Diag>{Diag::CaseColumnTwice, Diag::CaseColumnTwice}));
    EXPECT_EQ(errorsOf(""), (std::vector<Diag>{Diag::CaseNoFacts}));
    EXPECT_EQ(errorsOf("id"), (std::vector<Diag>{Diag::CaseNoFacts}));
    EXPECT_EQ(errorsOf("breed,"), (std::vector<Diag>{Diag::UnknownFact}));
    EXPECT_EQ(errorsOf("breed,\"id"), (std::vector<Diag>{Diag::CaseRowQuotes}));
    EXPECT_EQ(errorsOf("breed,\xE1"), (std::vector<Diag>{Diag::NotUtf8}));
}

} // namespace
} // namespace meldc::driver
