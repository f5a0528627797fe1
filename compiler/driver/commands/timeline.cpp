#include "driver/commands/commands.h"
#include "driver/commands/over_units.h"
#include "emit/answers/timeline.h"

namespace meldc::driver {

namespace {

/// What a run of `check --timeline` gathers; the report points into it.
class TimelineRun : public UnitsRun {
public:
    TimelineRun(Session& session, const pipeline::LoadedLibrary& library) : UnitsRun(session, library) {
        report_.today = session.today();
    }

private:
    emit::RunReport& report() override { return report_; }

    void protocol(const pipeline::LoadedUnit& unit, const model::Protocol& protocol) override {
        const model::Library& library = unit.program->library;
        const pipeline::Analysis analysis = pipeline::analyse(library.vocabulary, protocol);
        // The exit code tells of today.
        baseline::ProtocolReport today;
        timelines_.push_back(pipeline::timeline(*unit.program, analysis, report_.today, today));
        report_.protocols.push_back({{&library, unit.path, unit.sha256}, &timelines_.back()});
        judged(today);
    }

    [[nodiscard]] std::string rendered(const FormatRequest& request) const override {
        if (request.format == Format::Json) {
            return emit::timelineJson(report_, session_.language());
        }
        if (request.format == Format::Plain) {
            return emit::timelinePlain(report_, session_.language());
        }
        return emit::timelineText(
            report_, {session_.language(), isInColor(request), session_.options().quiet});
    }

    std::deque<baseline::Timeline> timelines_;
    emit::TimelineReport report_;
};

} // namespace

ExitCode runTimeline(Session& session) {
    return runOverUnits(session, [&](const pipeline::LoadedLibrary& library) {
        return std::make_unique<TimelineRun>(session, library);
    });
}

} // namespace meldc::driver
