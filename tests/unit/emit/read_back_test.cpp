// What the emitters write is read back as the same tables, and any change of it is noticed.

#include "emit/tables/read_back.h"

#include <gtest/gtest.h>

#include "emit/tables/cpp.h"
#include "emit/tables/csv.h"
#include "emit/tables/dmn.h"
#include "emit/tables/jdm.h"
#include "emit/tables/sql.h"
#include "emit/tables/vectors.h"

namespace meldc::emit {
namespace {

/// Two facts, a consequence that hangs on both, a question on one, a constant, and a ground.
class ReadBack : public ::testing::Test {
protected:
    ReadBack() {
        protocol_.name = "proof";
        protocol_.label = "Proof";
        norm_.id = "N1";
        model::Concept act;
        act.name = "act";
        library_.vocabulary.concepts.push_back(act);
        for (const std::string name : {"first", "second"}) {
            model::Concept concept_;
            concept_.name = name;
            model::Fact fact;
            fact.concept_ =
                model::ConceptId{static_cast<std::uint32_t>(library_.vocabulary.concepts.size())};
            library_.vocabulary.concepts.push_back(concept_);
            library_.vocabulary.facts.push_back(fact);
        }
        input_.decider.library = &library_;
        input_.decider.protocol = &protocol_;
        input_.modelSha256 = std::string(64, 'a');
        input_.baselineSha256 = std::string(64, 'b');
        portable_.facts = {{model::FactId{0}, "first", "First"}, {model::FactId{1}, "second", "Second"}};
        portable_.norms = {{&norm_, {"jci1.3:c:BWBR0000001"}}};
        portable_.allId = "all";
        portable_.origin = {"made of nothing"};
        portable_.tables = {
            {PortableKind::Consequence, "act", "act", "Act", {0, 1}, {"nee", "moet", "mag", "open"},
             {{{0b100, 0b111}, 1, {0}}, {{0b011, 0b101}, 2, {}}, {{0b001, 0b010}, 3, {}},
              {{0b010, 0b010}, 0, {}}}},
            {PortableKind::Question, "ask_1", "1", "Ask?", {1}, {"nee", "twijfel", "ja", "open"},
             {{{0b001}, 0, {}}, {{0b010}, 1, {}}, {{0b100}, 2, {}}}},
            {PortableKind::Undetermined, "undetermined", "", "Hole", {}, {"nee", "ja"}, {{{}, 0, {}}}},
            {PortableKind::Ground, "ground_n1", "N1", "Norm", {0}, {"nee", "ja"},
             {{{0b100}, 1, {}}, {{0b011}, 0, {}}}}};
        portable_.people = {{"who_act", 0, "me", "", ""}};
        portable_.whole.facts = {model::FactId{0}, model::FactId{1}};
        logic::WholeTable::Row row;
        row.answers = {0b100, 0b111};
        row.outcome.must = {model::ConceptId{0}};
        portable_.whole.rows.push_back(row);
        row.answers = {0b011, 0b111};
        row.outcome.must.clear();
        row.open = {model::ConceptId{0}};
        row.outcome.undetermined = true;
        portable_.whole.rows.push_back(row);
    }

    /// Replaces each place of `from` in turn; each must be noticed.
    template <class IsSame>
    static void expectNoticed(const std::string& text, const std::string& from, const std::string& to,
                              const IsSame& isSame) {
        std::size_t count = 0;
        for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + 1)) {
            std::string changed = text;
            changed.replace(at, from.size(), to);
            EXPECT_FALSE(isSame(changed)) << from << " at " << at;
            ++count;
        }
        EXPECT_GT(count, 0U) << from;
    }

    model::Library library_;
    model::Protocol protocol_;
    model::Norm norm_;
    BuildInput input_;
    PortableDecision portable_;
};

TEST_F(ReadBack, Sql) {
    const auto isSame = [&](const std::string& text) {
        const auto read = readSql(text);
        return read && areTables(portable_, *read, true);
    };
    const std::string text = rulingSql(portable_);
    EXPECT_TRUE(isSame(text)) << text;
    expectNoticed(text, "THEN 'mag'\n", "THEN 'moet'\n", isSame);
    expectNoticed(text, "first = 'ja' ", "first = 'nee' ", isSame);
    expectNoticed(text, "ELSE 'nee'", "ELSE 'ja'", isSame);
    expectNoticed(text, "END AS act", "END AS acts", isSame);
}

TEST_F(ReadBack, Dmn) {
    const auto isSame = [&](const std::string& text) {
        const auto read = readDmn(text);
        return read && areTables(portable_, *read, false);
    };
    const std::string text = rulingDmn(input_, portable_);
    EXPECT_TRUE(isSame(text)) << text;
    expectNoticed(text, "<text>\"mag\"</text>", "<text>\"moet\"</text>", isSame);
    expectNoticed(text, "<text>-</text>", "<text>\"ja\"</text>", isSame);
    expectNoticed(text, "<text>first</text>", "<text>second</text>", isSame);
    EXPECT_FALSE(isSame(text.substr(0, text.size() / 2)));
}

TEST_F(ReadBack, Cpp) {
    const auto isSame = [&](const std::string& text) {
        const auto read = readCpp(text);
        return read && areTables(portable_, *read, true);
    };
    const std::string text = rulingCpp(input_, portable_);
    EXPECT_TRUE(isSame(text)) << text;
    expectNoticed(text, "{4, 7}, 1}", "{4, 7}, 2}", isSame);
    expectNoticed(text, "{3, 5}", "{3, 4}", isSame);
    expectNoticed(text, "{static_cast<std::uint8_t>(facts.second)}",
                  "{static_cast<std::uint8_t>(facts.first)}", isSame);
}

TEST_F(ReadBack, Jdm) {
    const auto isSame = [&](const std::string& text) {
        const auto read = readJdm(text);
        return read && areTables(portable_, *read, true);
    };
    const std::string text = rulingJdm(input_, portable_);
    EXPECT_TRUE(isSame(text)) << text;
    expectNoticed(text, "\"\\\"mag\\\"\"", "\"\\\"moet\\\"\"", isSame);
    expectNoticed(text, "\"in_second\": \"\\\"nee\\\"\"", "\"in_second\": \"\\\"ja\\\"\"", isSame);
    EXPECT_FALSE(isSame("{"));
}

TEST_F(ReadBack, Csv) {
    const auto isSame = [&](const std::string& text) {
        return isWholeTable(input_, portable_, text);
    };
    const std::string text = rulingCsv(input_, portable_);
    EXPECT_TRUE(isSame(text)) << text;
    expectNoticed(text, ",ja,", ",nee,", isSame);
    expectNoticed(text, "act", "acts", isSame);
    EXPECT_FALSE(isSame(text + "3,,,,,,,nee,nee,a,b\r\n"));
}

TEST_F(ReadBack, VectorsTryEveryRowWithoutContradiction) {
    // First is never surer than second.
    portable_.bounds = {{0, false, 1, false}};
    const auto vectors = vectorsOf(portable_);
    for (const Vector& one : vectors) {
        EXPECT_LE(one.answers[0], one.answers[1]);
        const PortableTable& table = portable_.tables[one.table];
        EXPECT_EQ(one.values[one.table], table.rows[one.row].value);
    }
    EXPECT_EQ(vectors.size(), 4U + 3U + 1U + 2U);
    portable_.bounds = {{0, false, 1, false}, {0, true, 1, true}};
    // Now both are the same: no and doubt is no case.
    EXPECT_EQ(vectorsOf(portable_).size(), 3U + 3U + 1U + 2U);
}

} // namespace
} // namespace meldc::emit
