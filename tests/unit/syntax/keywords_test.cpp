#include "syntax/keywords.h"
#include "syntax/words.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace meldc::syntax {

namespace {

TEST(Keywords, EachSpellingBelongsToOneKeyword) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < kKeywordCount; ++i) {
        const auto keyword = static_cast<Keyword>(i);
        ASSERT_FALSE(spelling(keyword).empty());
        EXPECT_TRUE(seen.insert(std::string(spelling(keyword))).second) << spelling(keyword);
        EXPECT_EQ(keywordSpelt(spelling(keyword)), keyword);
        EXPECT_EQ(keywordSpelt(secondSpelling(keyword)), keyword);
    }
    EXPECT_GT(seen.size(), 200U);
}

TEST(Keywords, ASecondSpellingIsTheFirstWhenThereIsOne) {
    EXPECT_EQ(spelling(Keyword::Days), "dagen");
    EXPECT_EQ(secondSpelling(Keyword::Days), "dag");
    EXPECT_EQ(secondSpelling(Keyword::For), "vóór");
    EXPECT_EQ(secondSpelling(Keyword::Step), "stap");
}

TEST(Keywords, OtherWordsAreNone) {
    EXPECT_EQ(keywordSpelt("kindcheck"), std::nullopt);
    EXPECT_EQ(keywordSpelt(""), std::nullopt);
    EXPECT_EQ(keywordSpelt("Stap"), std::nullopt);
}

TEST(Keywords, AFieldAndAKindAreWrittenAsInANorm) {
    EXPECT_EQ(spelling(keywordOf(Field::Owner)), "eindverantwoordelijk");
    EXPECT_EQ(spelling(keywordOf(TableKind::Duty)), "taak");
    EXPECT_EQ(spelling(keywordOf(StatementKind::Participant)), "samen");
    EXPECT_EQ(spelling(keywordOf(ConceptKind::RoleKind)), "rolsoort");
}

} // namespace

} // namespace meldc::syntax
