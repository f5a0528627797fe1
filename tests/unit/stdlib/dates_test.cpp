#include "unit/stdlib/library.h"

#include <gtest/gtest.h>

#include <map>
#include <regex>

/// Which law holds follows from the date; references to it are well-formed.
namespace meldc::test {

namespace {

const std::string kCodeOf2017 = codeOf2017(R"(
  bevoegd gezag "bestuur van de school"
  vastgesteld 2017-01-01
  onderwerp vertrouwelijkheid { }
)");

/// What the decree demanded of a code without conditions until the end of 2018.
constexpr const char* kElementsUntil2018[] = {"R3", "R4",  "R5",  "R6",  "R7",
                                              "R9", "R11", "R14", "R15", "R19"};

/// What is open for the code of 2017, with the reason.
const std::map<std::string, baseline::OpenBecause> kOpenUntil2018{
    {"R2", baseline::OpenBecause::Human},       {"R16", baseline::OpenBecause::Silent},
    {"R17", baseline::OpenBecause::Silent},     {"R18", baseline::OpenBecause::OutsideText},
    {"R20", baseline::OpenBecause::Silent},     {"R22", baseline::OpenBecause::NoDecision},
    {"R24", baseline::OpenBecause::NoDecision},
};

const baseline::GroundOnDate* groundInForce(const baseline::NormResult& result) {
    for (const baseline::GroundOnDate& ground : result.grounds) {
        if (ground.inForce) {
            return &ground;
        }
    }
    return nullptr;
}

} // namespace

TEST(StdlibDates, TheSameCodeCompliesUntil2018AndFailsFrom2019) {
    const Checked before = check(standardLibrary(), kCodeOf2017, "2018-12-31");
    EXPECT_EQ(before.messages, "");
    EXPECT_EQ(before.result("R10"), nullptr);
    EXPECT_EQ(before.result("R12"), nullptr);
    EXPECT_EQ(before.result("R13"), nullptr);
    for (const char* norm : kElementsUntil2018) {
        const baseline::NormResult* result = before.result(norm);
        ASSERT_NE(result, nullptr) << norm;
        EXPECT_EQ(result->status, baseline::Status::Satisfied) << norm;
    }
    for (const baseline::NormResult& each : before.texts.reports.at(0).results) {
        if (each.norm->layer == model::Layer::Law) {
            const auto open = kOpenUntil2018.find(each.norm->id);
            const bool isOpen = open != kOpenUntil2018.end();
            EXPECT_EQ(each.status, isOpen                   ? baseline::Status::Open
                                   : each.norm->id == "R25" ? baseline::Status::NotApplicable
                                                            : baseline::Status::Satisfied)
                << each.norm->id;
            EXPECT_EQ(each.openBecause, isOpen ? std::optional(open->second) : std::nullopt)
                << each.norm->id;
            EXPECT_FALSE(each.provisional) << each.norm->id;
        }
    }

    const Checked after = check(standardLibrary(), kCodeOf2017, "2019-01-01");
    EXPECT_EQ(after.result("R9"), nullptr);
    EXPECT_EQ(after.result("R11"), nullptr);
    for (const char* norm : {"R10", "R12", "R13"}) {
        const baseline::NormResult* result = after.result(norm);
        ASSERT_NE(result, nullptr) << norm;
        EXPECT_EQ(result->status, baseline::Status::Violated) << norm;
        EXPECT_TRUE(result->provisional) << norm;
    }
}

TEST(StdlibDates, LetterOfTheArticleChangesIn2019) {
    const auto subpart = [](const char* date) {
        const Checked checked = check(standardLibrary(), kCodeOf2017, date);
        const baseline::NormResult* result = checked.result("R15");
        const baseline::GroundOnDate* ground =
            result == nullptr ? nullptr : groundInForce(*result);
        return ground == nullptr ? std::string() : ground->jci;
    };
    EXPECT_NE(subpart("2018-12-31").find("&o=b"), std::string::npos) << subpart("2018-12-31");
    EXPECT_NE(subpart("2019-01-01").find("&o=c"), std::string::npos) << subpart("2019-01-01");
}

TEST(StdlibDates, ChildcareRestsOnItsOwnDecree) {
    const auto groundsFor = [](const std::string& sector) {
        std::string text = kCodeOf2017;
        text.replace(text.find("sector po"), 9, "sector " + sector);
        const Checked checked = check(standardLibrary(), text, kToday);
        std::string grounds;
        for (const baseline::GroundOnDate& ground : checked.result("R3")->grounds) {
            if (ground.inForce) {
                grounds += ground.jci + " ";
            }
        }
        return grounds;
    };
    EXPECT_NE(groundsFor("po").find("BWBR0033723"), std::string::npos);
    EXPECT_EQ(groundsFor("po").find("BWBR0039936"), std::string::npos);
    EXPECT_EQ(groundsFor("kinderopvang").find("BWBR0033723"), std::string::npos);
    EXPECT_NE(groundsFor("kinderopvang").find("BWBR0039936"), std::string::npos);
}

TEST(StdlibDates, ChildcareHasNoTalkWithTheClientInItsDecree) {
    std::string text = kCodeOf2017;
    text.replace(text.find("sector po"), 9, "sector kinderopvang");
    const Checked checked = check(standardLibrary(), text, kToday);
    EXPECT_EQ(checked.result("R7"), nullptr);
    EXPECT_NE(checked.result("R8"), nullptr);
    for (const char* norm : {"R17", "R18", "R24"}) {
        EXPECT_EQ(checked.result(norm), nullptr) << norm << ": no index, no child check";
    }
}

TEST(StdlibDates, SecondarySchoolsHaveAnotherActFromAugust2022) {
    std::string text = kCodeOf2017;
    text.replace(text.find("sector po"), 9, "sector vo");
    const auto actOn = [&](const char* date) {
        const Checked checked = check(standardLibrary(), text, date);
        return groundInForce(*checked.result("R1"))->jci;
    };
    EXPECT_NE(actOn("2022-07-31").find("BWBR0002399&artikel=3a"), std::string::npos);
    EXPECT_NE(actOn("2022-08-01").find("BWBR0044212&artikel=3.41"), std::string::npos);
}

TEST(StdlibDates, TheActsComeAMonthBeforeTheDecree) {
    const Checked none = check(standardLibrary(), kCodeOf2017, "2013-06-30");
    for (const baseline::NormResult& each : none.texts.reports.at(0).results) {
        EXPECT_NE(each.norm->layer, model::Layer::Law) << each.norm->id;
    }
    // From July 2013 the acts hold; the elements of a code are in the decree, of the end of that month.
    const Checked acts = check(standardLibrary(), kCodeOf2017, "2013-07-30");
    EXPECT_NE(acts.result("R1"), nullptr);
    for (const char* norm : kElementsUntil2018) {
        EXPECT_EQ(acts.result(norm), nullptr) << norm;
    }
    for (const baseline::NormResult& each : acts.texts.reports.at(0).results) {
        for (const baseline::GroundOnDate& ground : each.grounds) {
            EXPECT_EQ(ground.jci.find("BWBR0033723"), std::string::npos) << each.norm->id;
        }
    }
    const Checked decree = check(standardLibrary(), kCodeOf2017, "2013-07-31");
    for (const char* norm : kElementsUntil2018) {
        EXPECT_NE(decree.result(norm), nullptr) << norm;
    }
}

TEST(StdlibDates, ReferencesToTheRegisterAreWellFormedAndDated) {
    const std::regex jci("jci1\\.3:c:BWBR[0-9]{7}&artikel=[0-9a-z.]+(&lid=[0-9]+)?(&o=[a-z]+)?"
                         "(&g=[0-9]{4}-[0-9]{2}-[0-9]{2})?");
    const std::regex url("https://wetten\\.overheid\\.nl/jci1\\.3:c:BWBR[0-9]{7}&artikel=.*"
                         "g=[0-9]{4}-[0-9]{2}-[0-9]{2}");
    const Checked checked = check(standardLibrary(), kCodeOf2017, kToday);
    std::size_t seen = 0;
    for (const baseline::NormResult& each : checked.texts.reports.at(0).results) {
        ASSERT_FALSE(each.grounds.empty()) << each.norm->id;
        for (const baseline::GroundOnDate& ground : each.grounds) {
            EXPECT_FALSE(ground.text.isEmpty()) << each.norm->id;
            if (each.norm->layer == model::Layer::Law) {
                EXPECT_TRUE(std::regex_match(ground.jci, jci)) << ground.jci;
                EXPECT_TRUE(std::regex_match(ground.url, url)) << ground.url;
                ++seen;
            } else {
                EXPECT_EQ(ground.jci, "") << each.norm->id;
            }
        }
    }
    EXPECT_GE(seen, 10U);
}

} // namespace meldc::test
