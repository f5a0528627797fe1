#include "support/date.h"

#include <gtest/gtest.h>

namespace meldc::support {
namespace {

TEST(Date, ReadsExistingDays) {
    EXPECT_EQ(Date::parse("2026-08-31"), (Date{2026, 8, 31}));
    EXPECT_EQ(Date::parse("2024-02-29"), (Date{2024, 2, 29}));
    EXPECT_EQ((Date{2026, 8, 1}.str()), "2026-08-01");
}

TEST(Date, RefusesDaysThatDoNotExist) {
    for (const char* text :
         {"2026-02-30", "2025-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "2026-1-1",
          "26-01-01", "-026-01-01", "2026-01-+1", "2026-01--1", "2026/01/01", "", "2026-01-01 "}) {
        EXPECT_EQ(Date::parse(text), std::nullopt) << text;
    }
}

TEST(Date, TheNextAndThePreviousDay) {
    EXPECT_EQ((Date{2018, 12, 31}.next()), (Date{2019, 1, 1}));
    EXPECT_EQ((Date{2019, 1, 1}.previous()), (Date{2018, 12, 31}));
    EXPECT_EQ((Date{2024, 2, 28}.next()), (Date{2024, 2, 29}));
    EXPECT_EQ((Date{2025, 2, 28}.next()), (Date{2025, 3, 1}));
    EXPECT_EQ((Date{2024, 3, 1}.previous()), (Date{2024, 2, 29}));
    EXPECT_EQ((Date{9999, 12, 31}.next()), std::nullopt);
    EXPECT_EQ((Date{0, 1, 1}.previous()), std::nullopt);
}

TEST(Period, BothEndsAreIncluded) {
    const Period period{Date{2019, 1, 1}, Date{2020, 9, 30}};
    EXPECT_TRUE(period.contains({2019, 1, 1}));
    EXPECT_TRUE(period.contains({2020, 9, 30}));
    EXPECT_FALSE(period.contains({2018, 12, 31}));
    EXPECT_FALSE(period.contains({2020, 10, 1}));
    EXPECT_TRUE((Period{}.contains({1, 1, 1})));
    EXPECT_TRUE((Period{Date{2019, 1, 1}, std::nullopt}.contains({2099, 1, 1})));
}

} // namespace
} // namespace meldc::support
