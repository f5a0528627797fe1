// The cases that are written of tables: one for each row that has a case.

#include "emit/tables/vectors.h"

#include <gtest/gtest.h>

namespace meldc::emit {
namespace {

/// Two facts, a consequence that hangs on both, a question on one, a constant, and a ground.
class Vectors : public ::testing::Test {
protected:
    Vectors() {
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
             {{{0b100, 0b111}, 1, {0}, {}},
              {{0b011, 0b101}, 2, {}, {}},
              {{0b001, 0b010}, 3, {}, {}},
              {{0b010, 0b010}, 0, {}, {}}},
             {}},
            {PortableKind::Question, "ask_1", "1", "Ask?", {1}, {"nee", "twijfel", "ja", "open"},
             {{{0b001}, 0, {}, {}}, {{0b010}, 1, {}, {}}, {{0b100}, 2, {}, {}}},
             {}},
            {PortableKind::Undetermined, "undetermined", "", "Hole", {}, {"nee", "ja"}, {{{}, 0, {}, {}}}, {}},
            {PortableKind::Ground, "ground_n1", "N1", "Norm", {0}, {"nee", "ja"},
             {{{0b100}, 1, {}, {}}, {{0b011}, 0, {}, {}}},
             {}}};
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

    model::Library library_;
    model::Protocol protocol_;
    model::Norm norm_;
    BuildInput input_;
    PortableDecision portable_;
};

TEST_F(Vectors, TryEveryRowWithoutContradiction) {
    // First is never surer than second.
    portable_.bounds = {{0, false, 1, false}};
    const auto vectors = *vectorsOf(portable_);
    for (const Vector& one : vectors) {
        EXPECT_LE(one.answers[0], one.answers[1]);
        const PortableTable& table = portable_.tables[one.table];
        EXPECT_EQ(one.values[one.table], table.rows[one.row].value);
    }
    EXPECT_EQ(vectors.size(), 4U + 3U + 1U + 2U);
    portable_.bounds = {{0, false, 1, false}, {0, true, 1, true}};
    // Now both are the same: no and doubt is no case.
    EXPECT_EQ(vectorsOf(portable_)->size(), 3U + 3U + 1U + 2U);
}

TEST_F(Vectors, TablesWithoutARowForACaseGiveNone) {
    portable_.bounds = {{0, false, 1, false}};
    portable_.tables[1].rows.pop_back();
    EXPECT_FALSE(vectorsOf(portable_));
    EXPECT_FALSE(rulingVectors(input_, portable_));
    EXPECT_FALSE(rulingTck(portable_, "model"));
}

} // namespace
} // namespace meldc::emit
