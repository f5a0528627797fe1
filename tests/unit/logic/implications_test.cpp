#include <gtest/gtest.h>

#include "builders.h"
#include "logic/case.h"

/// Cases beside what the vocabulary says that one fact implies of another.
namespace meldc::logic::testing {
namespace {

TEST(Vocabulary, BrokenImplications) {
    model::Vocabulary vocabulary;
    const auto a = addFact(vocabulary, "a");
    const auto b = addFact(vocabulary, "b");
    const auto c = addFact(vocabulary, "c");
    addImplication(vocabulary, a, b);
    addImplication(vocabulary, b, c);
    EXPECT_EQ(brokenImplication(vocabulary, caseOf({0, 1, 2})), nullptr);
    EXPECT_EQ(brokenImplication(vocabulary, caseOf({1, 0, 2})), &vocabulary.implications[0]);
    EXPECT_EQ(brokenImplication(vocabulary, caseOf({0, 2, 1})), &vocabulary.implications[1]);
    auto partly = caseOf({2, 0, 0});
    partly.values[1].reset();
    EXPECT_EQ(brokenImplication(vocabulary, partly), &vocabulary.implications[1]);
    partly.values[2].reset();
    EXPECT_EQ(brokenImplication(vocabulary, partly), nullptr);
}

TEST(Vocabulary, NegatedImplications) {
    model::Vocabulary vocabulary;
    const auto a = addFact(vocabulary, "a");
    const auto b = addFact(vocabulary, "b");
    addImplication(vocabulary, a, b, false, true); // a => not b
    EXPECT_EQ(brokenImplication(vocabulary, caseOf({1, 1})), nullptr);
    EXPECT_NE(brokenImplication(vocabulary, caseOf({2, 1})), nullptr);
    EXPECT_EQ(brokenImplication(vocabulary, caseOf({2, 0})), nullptr);
}

TEST(Vocabulary, QuietCase) {
    const auto vocabulary = contractVocabulary();
    EXPECT_EQ(quietCase(vocabulary), caseOf({0, 0, 0, 0, 2, 2, 2}));
}

} // namespace
} // namespace meldc::logic::testing
