// Verdicts through time: periods of days with the same verdict, and what changes on which day.

#include <gtest/gtest.h>

#include "baseline/timeline.h"
#include "unit/baseline/builder.h"

namespace meldc::baseline::test {
namespace {

/// Two norms: the first has held since 2000 and is met, on another article from 2015 on; the second
/// holds from 2015 on and is not met. The text of 2020 is reconstructed.
class Through : public testing::Test {
protected:
    Through() {
        boat.step("1", boat.look);
        auto& met = boat.norm("R1", some(TableKind::Step));
        met.grounds = {boat.ground("2000-01-01", "2014-12-31"), boat.ground("2015-01-01", {})};
        met.grounds[0].parts = {{syntax::SourcePartKind::Article, "2"}};
        met.grounds[1].parts = {{syntax::SourcePartKind::Article, "3"}};
        boat.norm("R2", some(TableKind::Route)).grounds = {boat.ground("2015-01-01", {})};
        boat.library.vocabulary.sources.front().checkedUntil = day("2025-06-30");
    }

    Timeline run(const char* today = "2022-02-02") {
        boat.prepare();
        ThroughTime evaluators(boat.library, boat.waivers, boat.subject());
        return timelineOf(boat.library, boat.waivers, boat.boat, evaluators, day(today));
    }
    static const NormHistory& historyOf(const Timeline& timeline, const std::string& norm) {
        for (const NormHistory& each : timeline.norms) {
            if (each.norm->id == norm) return each;
        }
        ADD_FAILURE() << "no history of " << norm;
        return timeline.norms.front();
    }
    /// "2015-01-01..2019-12-31 violated", one for each period.
    static std::vector<std::string> periodsOf(const Timeline& timeline, const std::string& norm) {
        std::vector<std::string> texts;
        for (const NormPeriod& each : historyOf(timeline, norm).periods) {
            const std::string from = each.days.from ? each.days.from->str() : "";
            const std::string until = each.days.until ? each.days.until->str() : "";
            const bool isWaived = each.result.status == Status::Waived;
            const bool isMet = each.result.status == Status::Satisfied;
            texts.push_back(from + ".." + until + (isWaived ? " waived" : isMet ? " met" : " violated") +
                            (each.result.provisional ? "*" : ""));
        }
        return texts;
    }
    static std::vector<ChangeKind> changesOn(const Timeline& timeline, const char* date) {
        std::vector<ChangeKind> kinds;
        for (const ChangeDay& each : timeline.changes) {
            if (each.day != day(date)) continue;
            for (const Change& change : each.changes) kinds.push_back(change.kind);
        }
        return kinds;
    }

    Boat boat;
};

using Periods = std::vector<std::string>;
using Kinds = std::vector<ChangeKind>;

TEST_F(Through, DaysWithTheSameVerdictAreOnePeriod) {
    const Timeline timeline = run();
    EXPECT_EQ(timeline.from, day("2000-01-01"));
    EXPECT_EQ(periodsOf(timeline, "R1"), (Periods{"2000-01-01..2019-12-31 met", "2020-01-01.. met*"}));
    EXPECT_EQ(periodsOf(timeline, "R2"), (Periods{"2015-01-01..2019-12-31 violated", "2020-01-01.. violated*"}));
    ASSERT_EQ(timeline.whole.size(), 2U);
    EXPECT_EQ(timeline.whole[0].days.until, day("2014-12-31"));
    EXPECT_EQ(timeline.whole[0].counts.satisfied, 1U);
    EXPECT_EQ(timeline.whole[0].counts.violated, 0U);
    EXPECT_EQ(timeline.whole[1].days, (model::Period{day("2015-01-01"), std::nullopt}));
    EXPECT_EQ(timeline.whole[1].counts.violated, 1U);
}

TEST_F(Through, WhatChangesOnWhichDay) {
    const Timeline timeline = run();
    EXPECT_EQ(changesOn(timeline, "2000-01-01"), Kinds{ChangeKind::SourceText});
    EXPECT_EQ(changesOn(timeline, "2015-01-01"), (Kinds{ChangeKind::Grounds, ChangeKind::NormBegins}));
    EXPECT_EQ(changesOn(timeline, "2020-01-01"),
              (Kinds{ChangeKind::SourceText, ChangeKind::Reservation, ChangeKind::Reservation}));
    EXPECT_EQ(changesOn(timeline, "2025-07-01"), Kinds{ChangeKind::SourceUnchecked});
    EXPECT_EQ(timeline.changes.size(), 4U);
}

TEST_F(Through, AnArticleMayMoveOnTheDayOfAnotherVerdict) {
    auto& grounds = boat.library.norms.front().grounds;
    grounds[0].period.until = day("2019-12-31");
    grounds[1].period.from = day("2020-01-01");
    EXPECT_EQ(changesOn(run(), "2020-01-01"),
              (Kinds{ChangeKind::SourceText, ChangeKind::Reservation, ChangeKind::Grounds, ChangeKind::Reservation}));
}

TEST_F(Through, ANormThatEndsAndComesBack) {
    boat.library.norms[1].grounds = {boat.ground("2001-01-01", "2001-12-31"), boat.ground("2003-01-01", "2003-12-31")};
    const Timeline timeline = run();
    EXPECT_EQ(periodsOf(timeline, "R2"),
              (Periods{"2001-01-01..2001-12-31 violated", "2003-01-01..2003-12-31 violated"}));
    EXPECT_EQ(changesOn(timeline, "2002-01-01"), Kinds{ChangeKind::NormEnds});
    EXPECT_EQ(changesOn(timeline, "2003-01-01"), Kinds{ChangeKind::NormBegins});
}

TEST_F(Through, WaiversCutPeriods) {
    boat.library.norms[1].layer = model::Layer::Norm;
    model::Waiver waiver;
    waiver.norm = "R2";
    waiver.unit = "boat";
    waiver.valid = {day("2016-02-01"), day("2016-02-29")};
    boat.waivers.push_back(waiver);
    const Timeline timeline = run();
    EXPECT_EQ(periodsOf(timeline, "R2"),
              (Periods{"2015-01-01..2016-01-31 violated", "2016-02-01..2016-02-29 waived",
                       "2016-03-01..2019-12-31 violated", "2020-01-01.. violated*"}));
    EXPECT_EQ(changesOn(timeline, "2016-02-01"), (Kinds{ChangeKind::Verdict, ChangeKind::WaiverBegins}));
    EXPECT_EQ(changesOn(timeline, "2016-03-01"), (Kinds{ChangeKind::Verdict, ChangeKind::WaiverEnds}));
    ASSERT_EQ(timeline.waiverFindings.size(), 1U);
    EXPECT_EQ(timeline.waiverFindings.front().diagnostic.id, diagnostics::Diag::WaiverExpired);
}

TEST_F(Through, TheProtocolsOwnTimeIsMarked) {
    EXPECT_EQ(historyOf(run(), "R1").periods.front().validity, Validity::Unknown);
    boat.boat.valid.push_back({{day("2018-08-01"), day("2021-07-31")}, boat.at(1)});
    const Timeline timeline = run();
    EXPECT_EQ(historyOf(timeline, "R1").periods[0].validity, Validity::Part);
    EXPECT_EQ(historyOf(timeline, "R1").periods[1].validity, Validity::Part);
    EXPECT_EQ(timeline.whole[0].validity, Validity::None);
    EXPECT_EQ(changesOn(timeline, "2018-08-01"), Kinds{ChangeKind::ValidBegins});
    EXPECT_EQ(changesOn(timeline, "2021-08-01"), Kinds{ChangeKind::ValidEnds});
    EXPECT_EQ(periodsOf(timeline, "R1").size(), 2U) << "its own time cuts no period";
}

TEST_F(Through, AdoptionCountsWhenNothingSaysHowLongItIsValid) {
    model::DatedStatement adopted;
    adopted.date = day("2015-01-01");
    boat.boat.adopted.push_back(adopted);
    const Timeline timeline = run();
    EXPECT_TRUE(timeline.isByAdoption);
    EXPECT_EQ(timeline.whole[0].validity, Validity::None);
    EXPECT_EQ(timeline.whole[1].validity, Validity::Whole);
    EXPECT_EQ(changesOn(timeline, "2015-01-01"),
              (Kinds{ChangeKind::Adopted, ChangeKind::Grounds, ChangeKind::NormBegins}));
    boat.boat.adopted.front().origin.draft = true;
    EXPECT_TRUE(run().valid.empty()) << "a draft says nothing";
}

TEST_F(Through, WhatIsDatedAheadIsThere) {
    boat.library.norms[1].grounds.front().period.until = day("2029-12-31");
    const Timeline timeline = run();
    EXPECT_EQ(changesOn(timeline, "2030-01-01"), Kinds{ChangeKind::NormEnds});
    EXPECT_EQ(periodsOf(timeline, "R2").back(), "2020-01-01..2029-12-31 violated*");
}

TEST_F(Through, EachDayIsWhatCheckSaysOfThatDay) {
    boat.library.norms[1].layer = model::Layer::Norm;
    const Timeline timeline = run();
    for (const char* date : {"2000-01-01", "2014-12-31", "2015-01-01", "2019-12-31", "2020-01-01", "2040-05-05"}) {
        const ProtocolReport report = boat.evaluate(date);
        std::size_t inForce = 0;
        for (const NormHistory& history : timeline.norms) {
            for (const NormPeriod& period : history.periods) {
                if (!period.days.contains(day(date))) continue;
                ++inForce;
                for (const NormResult& each : report.results) {
                    if (each.norm != history.norm) continue;
                    EXPECT_EQ(each.status, period.result.status) << date;
                    EXPECT_EQ(each.provisional, period.result.provisional) << date;
                }
            }
        }
        EXPECT_EQ(inForce, report.results.size()) << date;
    }
}

TEST_F(Through, WithoutABeginningOfTheLawItIsForEver) {
    boat.library.norms.erase(boat.library.norms.begin() + 1);
    boat.library.norms.front().layer = model::Layer::Norm;
    boat.library.norms.front().grounds = {boat.ground({}, {})};
    const Timeline timeline = run();
    EXPECT_EQ(timeline.from, std::nullopt);
    EXPECT_EQ(periodsOf(timeline, "R1"), (Periods{"..2019-12-31 met", "2020-01-01.. met*"}));
}

}  // namespace
}  // namespace meldc::baseline::test
