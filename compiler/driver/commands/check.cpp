#include "driver/commands/commands.h"
#include "driver/commands/over_units.h"
#include "driver/commands/shared.h"
#include "driver/documents.h"
#include "driver/files.h"
#include "driver/usage.h"
#include "emit/check_json.h"
#include "emit/report_view.h"
#include "emit/text_report.h"

#include <deque>
#include <set>

namespace meldc::driver {

namespace {

using diagnostics::Diag;
using diagnostics::make;

/// What a run of `check` gathers; the report points into it.
class CheckRun {
public:
    CheckRun(Session& session, const LoadedLibrary& library)
        : session_(session), loader_(session, library), desk_(session) {
        report_.sources = &session.sources();
        report_.version = versionNumber();
        report_.date = session.date();
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
        // What was left out of a faulty file could be what a norm asks for: no verdict.
        if (unit.failed) {
            return;
        }
        if (unit.protocols.empty() && isNamed) {
            session_.tell(make<Diag::NoProtocolInFolder>({}, path));
        }
        for (const model::Protocol* protocol : unit.protocols) {
            if (auto refusal =
                    refuseUnknownLaw(session_, unit.program->library, *protocol)) {
                report_.messages.push_back(std::move(*refusal));
                continue;
            }
            const Analysis analysis = analyse(unit.program->library.vocabulary, *protocol);
            const evidence::Examination* examination = desk_.examine(unit, *protocol);
            reports_.push_back(judge(*unit.program, analysis, report_.date, examination));
            const baseline::ProtocolReport& report = reports_.back();
            report_.protocols.push_back(
                {&report, &unit.program->library, unit.path, unit.sha256,
                 baseline::currencyFor(unit.program->library, *protocol, report_.date),
                 examination});
            for (const baseline::NormResult& result : report.results) {
                if (result.internalError) {
                    session_.markBroken(result.norm->id);
                }
            }
            hasFindings_ =
                hasFindings_ || emit::worstOf(report) >= session_.options().failOn;
        }
    }

    void write() {
        desk_.finish();
        report_.messages.insert(report_.messages.end(), desk_.messages().begin(),
                                desk_.messages().end());
        std::vector<FormatRequest> formats = session_.options().formats;
        if (formats.empty()) {
            formats.push_back({Format::Text, ""});
        }
        for (const FormatRequest& request : formats) {
            deliver(session_, request, rendered(request));
        }
    }

    [[nodiscard]] bool isEmpty() const { return report_.protocols.empty(); }
    [[nodiscard]] bool hasFindings() const { return hasFindings_; }

private:
    std::string rendered(const FormatRequest& request) const {
        switch (request.format) {
        case Format::Json:
            return emit::checkJson(report_, session_.language());
        case Format::Plain:
            return emit::plainReport(report_, session_.language());
        case Format::Text:
            break;
        }
        const bool isFile = !request.file.empty() && request.file != kStandardInput;
        return emit::textReport(report_,
                                {session_.language(), !isFile && session_.resultInColor()});
    }

    Session& session_;
    Loader loader_;
    DocumentDesk desk_;
    std::deque<LoadedUnit> units_;
    std::deque<baseline::ProtocolReport> reports_;
    std::set<std::string> done_;
    emit::CheckReport report_;
    bool hasFindings_ = false;
};

} // namespace

ExitCode runCheck(Session& session) {
    if (session.options().timeline) {
        return runTimeline(session);
    }
    return runOverUnits<CheckRun>(session);
}

} // namespace meldc::driver
