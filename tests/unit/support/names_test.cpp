#include "support/names.h"

#include <gtest/gtest.h>

#include <vector>

namespace meldc::support {
namespace {

const std::vector<std::string> kNames{"leerkracht",         "directeur",
                                      "intern_begeleider",  "ko",
                                      "acute_onveiligheid", "structurele_onveiligheid"};

TEST(NearestName, OneLetterOff) {
    EXPECT_EQ(nearestName("leerkragt", kNames), "leerkracht");
    EXPECT_EQ(nearestName("directuer", kNames), "directeur");
}

TEST(NearestName, SeparatorsAndCaseAreSmall) {
    EXPECT_EQ(nearestName("Intern-Begeleider", kNames), "intern_begeleider");
    EXPECT_EQ(nearestName("acuteOnveiligheid", kNames), "acute_onveiligheid");
}

TEST(NearestName, BeginOfALongerName) {
    EXPECT_EQ(nearestName("leer", kNames), "leerkracht");
}

TEST(NearestName, NothingWhenFar) {
    EXPECT_EQ(nearestName("wethouder", kNames), std::nullopt);
    EXPECT_EQ(nearestName("x", kNames), std::nullopt);
    EXPECT_EQ(nearestName("", kNames), std::nullopt);
    EXPECT_EQ(nearestName("ib", kNames), std::nullopt);
    EXPECT_EQ(nearestName(std::string(5000, 'a'), kNames), std::nullopt);
}

TEST(NearestName, NeverTheNameItself) {
    EXPECT_EQ(nearestName("directeur", std::vector<std::string>{"directeur"}), std::nullopt);
}

TEST(NearestName, FirstOfEquallyCloseNames) {
    EXPECT_EQ(nearestName("stapx", std::vector<std::string>{"stapa", "stapb"}), "stapa");
}

TEST(NearestName, AccentsInEitherSpelling) {
    EXPECT_EQ(nearestName("clie\u0308nt", std::vector<std::string>{"clienten", "cli\u00EBnt_"}),
              "cli\u00EBnt_");
}

} // namespace
} // namespace meldc::support
