#include "driver/commands/commands.h"
#include "driver/commands/shared.h"
#include "driver/usage.h"
#include "emit/answers/test_report.h"

#include <algorithm>
#include <deque>
#include <set>

namespace meldc::driver {

namespace {

class TestRun {
public:
    TestRun(Session& session, const LoadedLibrary& library)
        : session_(session), loader_(session, library) {
        report_.sources = &session.sources();
        report_.version = versionNumber();
    }

    void file(const std::string& path) {
        if (!done_.insert(path).second) {
            return;
        }
        units_.push_back(loader_.load(path));
        const LoadedUnit& unit = units_.back();
        if (unit.failed || unit.cases.empty()) {
            return;
        }
        for (const model::Protocol& protocol : unit.program->protocols) {
            this->protocol(unit, protocol);
        }
    }

    [[nodiscard]] const emit::TestReport& report() const { return report_; }

private:
    void protocol(const LoadedUnit& unit, const model::Protocol& protocol) {
        const bool isOfFile = std::find(unit.protocols.begin(), unit.protocols.end(), &protocol) !=
                              unit.protocols.end();
        std::vector<const model::CaseDecl*> cases;
        for (const model::CaseDecl* one : unit.cases) {
            if (one->unit.empty() ? isOfFile : one->unit == protocol.name) {
                cases.push_back(one);
            }
        }
        if (cases.empty()) {
            return;
        }
        if (refuseUnknownLaw(session_, unit.program->library, protocol)) {
            return;
        }
        analyses_.push_back(analyse(unit.program->library->vocabulary, protocol));
        const Analysis& analysis = analyses_.back();
        for (const logic::Decision& decision : analysis.decisions) {
            if (decision.tooLarge()) {
                session_.tell(
                    diagnostics::make<diagnostics::Diag::DecisionNotRun>({}, protocol.name));
                return;
            }
        }
        emit::TestedProtocol tested;
        tested.decider = deciderOf(unit.program->library, analysis, session_.date());
        for (const model::CaseDecl* one : cases) {
            tested.cases.push_back(emit::runCase(tested.decider, *one));
        }
        report_.protocols.push_back(std::move(tested));
    }

    Session& session_;
    Loader loader_;
    std::deque<LoadedUnit> units_;
    std::set<std::string> done_;
    std::deque<Analysis> analyses_;
    emit::TestReport report_;
};

} // namespace

ExitCode runTest(Session& session) {
    const auto inputs = loadInputs(session, Search::Tests);
    if (!inputs) {
        return session.finish(false);
    }
    TestRun run(session, inputs->library);
    for (const Input& input : inputs->files) {
        run.file(input.path);
    }
    for (const FormatRequest& request : formatsOf(session)) {
        deliver(session, request,
                request.format == Format::Json
                    ? emit::testJson(run.report(), session.language())
                    : emit::testText(run.report(), session.language()));
    }
    return session.finish(run.report().failures() > 0);
}

} // namespace meldc::driver
