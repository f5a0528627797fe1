#include "diagnostics/wording.h"

#include <gtest/gtest.h>

#include <vector>

namespace meldc::diagnostics {
namespace {

using support::Localized;

TEST(Wording, ReplacesItsArguments) {
    EXPECT_EQ(wording(Wording::PlaceInFile, {"a.meld", "3", "7"}),
              (Localized{"a.meld, regel 3, teken 7", "a.meld, line 3, column 7"}));
}

TEST(Wording, Lists) {
    const std::vector<Localized> items{quoted("ja"), wording(Wording::AName), quoted("nee")};
    EXPECT_EQ(oneOf({}), Localized{});
    EXPECT_EQ(oneOf({items.data(), 1}).nl, "`ja`");
    EXPECT_EQ(oneOf({items.data(), 2}).nl, "`ja` of een naam");
    EXPECT_EQ(oneOf(items), (Localized{"`ja`, een naam of `nee`", "`ja`, a name or `nee`"}));
    EXPECT_EQ(allOf(items), (Localized{"`ja`, een naam en `nee`", "`ja`, a name and `nee`"}));
}

TEST(Wording, UserTextIsMadePrintable) {
    EXPECT_EQ(quoted("a\x1b").nl, "`a\uFFFD`");
}

} // namespace
} // namespace meldc::diagnostics
