#include "emit/words.h"

#include <gtest/gtest.h>

namespace meldc::emit {
namespace {

// What programs read never changes: these are the words of the contract.
TEST(Words, OfFactsAndKinds) {
    EXPECT_EQ(spelling(model::Answer::Yes), "ja");
    EXPECT_EQ(spelling(model::Answer::No), "nee");
    EXPECT_EQ(spelling(model::Answer::Doubt), "twijfel");
    EXPECT_EQ(spelling(model::UnitKind::Meldcode), "meldcode");
    EXPECT_EQ(spelling(model::UnitKind::Framework), "kader");
    EXPECT_EQ(spelling(model::UnitKind::Template), "sjabloon");
    EXPECT_EQ(spelling(Word::Promise), "meldnorm");
}

TEST(Words, AnswersAreReadBack) {
    for (const model::Answer answer :
         {model::Answer::No, model::Answer::Doubt, model::Answer::Yes}) {
        EXPECT_EQ(answerSpelt(spelling(answer)), answer);
    }
    EXPECT_EQ(answerSpelt("Ja"), std::nullopt);
    EXPECT_EQ(answerSpelt(""), std::nullopt);
}

} // namespace
} // namespace meldc::emit
