#include "driver/commands/over_units.h"

#include "driver/progress.h"
#include "emit/report_view.h"
#include "pipeline/version.h"

namespace meldc::driver {

using diagnostics::Diag;
using diagnostics::make;

UnitsRun::UnitsRun(Session& session, const pipeline::LoadedLibrary& library)
    : session_(session), library_(library), loader_(session, library) {}

void UnitsRun::file(const std::string& path, bool isNamed) {
    if (!done_.insert(path).second) {
        return;
    }
    units_.push_back(loader_.load(path));
    const pipeline::LoadedUnit& unit = units_.back();
    auto& messages = report().messages;
    messages.insert(messages.end(), unit.messages.begin(), unit.messages.end());
    // What was left out of a faulty file could be what a norm asks for: no verdict.
    if (unit.failed) {
        return;
    }
    if (unit.protocols.empty() && isNamed) {
        session_.tell(make<Diag::NoProtocolInFolder>({}, path));
    }
    for (const model::Protocol* each : unit.protocols) {
        protocol(unit, *each);
    }
}

void UnitsRun::judged(const baseline::ProtocolReport& report) {
    judged(report, emit::worstOf(report));
}

void UnitsRun::judged(const baseline::ProtocolReport& report, diagnostics::Severity worst) {
    isEmpty_ = false;
    for (const baseline::NormResult& result : report.results) {
        if (result.internalError) {
            session_.markBroken(result.norm->id);
        }
    }
    hasFindings_ = hasFindings_ || worst >= session_.options().failOn;
}

void UnitsRun::write() {
    complete();
    emit::RunReport& about = report();
    about.sources = &session_.sources();
    about.version = pipeline::versionNumber();
    about.baselineSha256 = library_.sha256;
    about.checkedUntil = library_.library->checkedUntil();
    for (const FormatRequest& request : formatsOf(session_)) {
        deliver(session_, request, rendered(request));
    }
}

bool UnitsRun::isInColor(const FormatRequest& request) const {
    const bool isFile = !request.file.empty() && request.file != pipeline::kStandardInput;
    return !isFile && session_.resultInColor();
}

ExitCode runOverUnits(
    Session& session,
    const std::function<std::unique_ptr<UnitsRun>(const pipeline::LoadedLibrary&)>& makeRun) {
    const auto inputs = loadInputs(session, pipeline::Search::Units);
    if (!inputs) {
        return session.finish(false);
    }
    const std::unique_ptr<UnitsRun> run = makeRun(inputs->library);
    Progress progress(session, inputs->files.size());
    for (const Input& input : inputs->files) {
        run->file(input.path, input.isNamed);
        progress.step();
    }
    progress.end();
    if (run->isEmpty() && !session.isWrong()) {
        session.tell(make<Diag::NoProtocolInFolder>({}, session.options().operands.front()));
    }
    run->write();
    return session.finish(run->hasFindings());
}

} // namespace meldc::driver
