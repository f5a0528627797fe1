// The library that is shipped, through time.

#include "unit/stdlib/library.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace meldc::test {

namespace {

const std::string kOldCode = codeOf2017(R"(
  vastgesteld 2017-01-01
  geldig van 2017-08-01 tot en met 2024-07-31
)");

/// A code with its timeline.
struct Timed {
    explicit Timed(const std::string& text = kOldCode)
        : checked(check(standardLibrary(), text, kToday)),
          timeline(pipeline::timeline(*checked.texts.program, checked.texts.analyses.front(),
                                    *support::Date::parse(kToday), today)) {}

    Checked checked;
    baseline::ProtocolReport today;
    baseline::Timeline timeline;

    const baseline::NormHistory* historyOf(const std::string& norm) const {
        for (const baseline::NormHistory& each : timeline.norms) {
            if (each.norm->id == norm) {
                return &each;
            }
        }
        return nullptr;
    }
};

} // namespace

TEST(StdlibTimeline, TheOldCodeFailsFrom2019On) {
    const Timed timed;
    for (const char* norm : {"R10", "R12", "R13"}) {
        const baseline::NormHistory* history = timed.historyOf(norm);
        ASSERT_NE(history, nullptr) << norm;
        const baseline::NormPeriod& first = history->periods.front();
        EXPECT_EQ(first.days.from, support::Date::parse("2019-01-01")) << norm;
        EXPECT_EQ(first.result.status, baseline::Status::Violated) << norm;
        EXPECT_EQ(history->periods.back().days.until, std::nullopt) << norm;
    }
}

TEST(StdlibTimeline, TheArticleMovesIn2019AndTheVerdictStays) {
    const Timed timed;
    const baseline::NormHistory* history = timed.historyOf("R15");
    ASSERT_NE(history, nullptr);
    ASSERT_EQ(history->periods.size(), 2U) << "the text was read until 2018 and reconstructed since";
    EXPECT_EQ(history->periods[0].days.until, support::Date::parse("2018-12-31"));
    EXPECT_FALSE(history->periods[0].result.provisional);
    EXPECT_TRUE(history->periods[1].result.provisional);
    EXPECT_EQ(history->periods[0].result.status, baseline::Status::Satisfied);
    EXPECT_EQ(history->periods[1].result.status, baseline::Status::Satisfied);
    EXPECT_EQ(history->periods[0].validity, baseline::Validity::Part);
}

TEST(StdlibTimeline, PeriodsFollowOneAnotherAndAgreeWithCheck) {
    const Timed timed;
    ASSERT_TRUE(timed.timeline.from.has_value());
    for (const baseline::NormHistory& history : timed.timeline.norms) {
        for (std::size_t at = 1; at < history.periods.size(); ++at) {
            ASSERT_TRUE(history.periods[at - 1].days.until.has_value()) << history.norm->id;
            EXPECT_LT(*history.periods[at - 1].days.until, *history.periods[at].days.from);
        }
    }
    for (const char* date : {"2013-07-31", "2014-12-31", "2018-12-31", "2019-01-01", "2026-06-01"}) {
        const Checked day = check(standardLibrary(), kOldCode, date);
        std::size_t inForce = 0;
        for (const baseline::NormHistory& history : timed.timeline.norms) {
            for (const baseline::NormPeriod& period : history.periods) {
                if (!period.days.contains(*support::Date::parse(date))) {
                    continue;
                }
                ++inForce;
                const baseline::NormResult* result = day.result(history.norm->id);
                ASSERT_NE(result, nullptr) << history.norm->id << " " << date;
                EXPECT_EQ(result->status, period.result.status) << history.norm->id << " " << date;
            }
        }
        EXPECT_EQ(inForce, day.texts.reports.front().results.size()) << date;
    }
}

TEST(StdlibTimeline, AReferenceIsOfThePastFromTheDayOnWhichItsSourceLapsed) {
    const std::string text = "meldcode verwijzer \"Verwijzer\" {\n  soort meldcode\n  sector po\n"
                             "  verwijst naar wet_op_de_jeugdzorg\n"
                             "  rol leraar is leerkracht\n"
                             "  stap 1 \"Signalen\" { wettelijke stap signaleren  uitvoerder leraar }\n}\n";
    const Timed timed(text);
    const baseline::NormHistory* at = timed.historyOf("R53");
    ASSERT_NE(at, nullptr);
    ASSERT_EQ(at->periods.size(), 2U);
    EXPECT_EQ(at->periods[0].days.until, support::Date::parse("2014-12-31"));
    EXPECT_EQ(at->periods[0].result.status, baseline::Status::Satisfied);
    EXPECT_EQ(at->periods[1].result.status, baseline::Status::Violated);
    const Checked before = check(standardLibrary(), text, "2014-12-31");
    EXPECT_EQ(before.result("R53")->status, baseline::Status::Satisfied) << "as check says of that day";
    // Of today the timeline says what check says.
    const baseline::ProtocolReport& single = timed.checked.texts.reports.front();
    EXPECT_EQ(timed.today.findings.size(), single.findings.size());
    ASSERT_EQ(timed.today.results.size(), single.results.size());
    for (std::size_t i = 0; i < timed.today.results.size(); ++i) {
        EXPECT_EQ(timed.today.results[i].status, single.results[i].status) << single.results[i].norm->id;
    }
}

TEST(StdlibTimeline, EveryRegisteredTextOfNormsOfLawIsKnownFromItsGroundOn) {
    const model::Library& library = standardLibrary().library;
    const auto first = baseline::firstKnownLaw(library);
    ASSERT_TRUE(first.has_value());
    EXPECT_EQ(first->year, 2013) << "the duty to have a meldcode began in 2013";
}

} // namespace meldc::test
