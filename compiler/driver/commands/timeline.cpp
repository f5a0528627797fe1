#include "driver/commands/commands.h"
#include "driver/commands/over_units.h"
#include "driver/usage.h"
#include "emit/report_view.h"
#include "emit/timeline.h"

#include <deque>
#include <set>

namespace meldc::driver {

namespace {

/// What a run of `check --timeline` gathers; the report points into it.
class TimelineRun {
public:
    TimelineRun(Session& session, const LoadedLibrary& library)
        : session_(session), loader_(session, library) {
        report_.sources = &session.sources();
        report_.version = versionNumber();
        report_.today = session.today();
        report_.baselineSha256 = library.sha256;
        report_.checkedUntil = library.library.checkedUntil();
    }

    /// `isNamed`: the user named this very file, so that it must hold a protocol.
    void file(const std::string& path, bool isNamed) {
        if (!done_.insert(path).second) {
            return;
        }
        units_.push_back(loader_.load(path));
        const LoadedUnit& unit = units_.back();
        report_.messages.insert(report_.messages.end(), unit.messages.begin(),
                                unit.messages.end());
        if (unit.failed) {
            return;
        }
        if (unit.protocols.empty() && isNamed) {
            session_.tell(diagnostics::make<diagnostics::Diag::NoProtocolInFolder>({}, path));
        }
        for (const model::Protocol* protocol : unit.protocols) {
            const Analysis analysis = analyse(unit.program->library.vocabulary, *protocol);
            baseline::ProtocolReport today;
            timelines_.push_back(timeline(*unit.program, analysis, report_.today, today));
            report_.protocols.push_back(
                {&timelines_.back(), &unit.program->library, unit.path, unit.sha256});
            for (const baseline::NormResult& result : today.results) {
                if (result.internalError) {
                    session_.markBroken(result.norm->id);
                }
            }
            hasFindings_ = hasFindings_ || emit::worstOf(today) >= session_.options().failOn;
        }
    }

    void write() {
        std::vector<FormatRequest> formats = session_.options().formats;
        if (formats.empty()) {
            formats.push_back({Format::Text, ""});
        }
        for (const FormatRequest& request : formats) {
            deliver(session_, request, rendered(request));
        }
    }

    [[nodiscard]] bool isEmpty() const { return report_.protocols.empty(); }
    /// The exit code tells of today.
    [[nodiscard]] bool hasFindings() const { return hasFindings_; }

private:
    std::string rendered(const FormatRequest& request) const {
        switch (request.format) {
        case Format::Json:
            return emit::timelineJson(report_, session_.language());
        case Format::Plain:
            return emit::timelinePlain(report_, session_.language());
        case Format::Html:
        case Format::Text:
            break;
        }
        const bool isFile = !request.file.empty() && request.file != kStandardInput;
        return emit::timelineText(report_,
                                  {session_.language(), !isFile && session_.resultInColor(),
                                   session_.options().quiet});
    }

    Session& session_;
    Loader loader_;
    std::deque<LoadedUnit> units_;
    std::deque<baseline::Timeline> timelines_;
    std::set<std::string> done_;
    emit::TimelineReport report_;
    bool hasFindings_ = false;
};

} // namespace

ExitCode runTimeline(Session& session) {
    return runOverUnits<TimelineRun>(session);
}

} // namespace meldc::driver
