#include "diagnostics/phrases.h"

#include "diagnostics/filling.h"

#include <gtest/gtest.h>

#include <vector>

namespace meldc::diagnostics {
namespace {

using support::Language;
using support::Localized;

TEST(FillIn, PluralFollowsTheNumber) {
    const std::vector<Arg> one{std::int64_t{1}};
    const std::vector<Arg> none{std::int64_t{0}};
    EXPECT_EQ(fillIn("{0} {0?geval|gevallen}", one, Language::Dutch), "1 geval");
    EXPECT_EQ(fillIn("{0} {0?geval|gevallen}", none, Language::Dutch), "0 gevallen");
    EXPECT_EQ(fillIn("{0?geval|gevallen}", std::vector<Arg>{std::string("1")}, Language::Dutch),
              "gevallen");
}

TEST(FillIn, MissingArgumentsAndOtherBracesAreHarmless) {
    EXPECT_EQ(fillIn("a {0} b {1} { … } {x}", std::vector<Arg>{std::string("z")}, Language::Dutch),
              "a z b  { … } {x}");
    EXPECT_EQ(fillIn("", {}, Language::English), "");
}

TEST(FillIn, ArgumentsAreNotReadAsTexts) {
    const std::vector<Arg> args{std::string("{1}"), std::string("b")};
    EXPECT_EQ(fillIn("{0} {1}", args, Language::Dutch), "{1} b");
}

TEST(Phrases, FillBothLanguages) {
    EXPECT_EQ(phrase(Phrase::StoryFact, "Is er hulp?", Localized{"ja", "yes"}),
              (Localized{"op ‘Is er hulp?’ is het antwoord ja",
                         "the answer to ‘Is er hulp?’ is yes"}));
    EXPECT_EQ(argumentsOf(Phrase::StoryFact), 2U);
}

TEST(Phrases, JoinedSkipsWhatIsEmpty) {
    const std::vector<Localized> parts{{"a", "x"}, {"", ""}, {"b", ""}};
    EXPECT_EQ(joined(parts, ", "), (Localized{"a, b", "x"}));
}

TEST(Phrases, SentenceHasACapitalAndOnePeriod) {
    EXPECT_EQ(sentence({"de code zwijgt", "Done."}), (Localized{"De code zwijgt.", "Done."}));
    EXPECT_EQ(sentence({"", "why?"}), (Localized{"", "Why?"}));
}

} // namespace
} // namespace meldc::diagnostics
