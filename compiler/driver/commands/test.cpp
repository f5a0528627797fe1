#include "diagnostics/phrases.h"
#include "driver/case_file.h"
#include "driver/commands/commands.h"
#include "driver/commands/shared.h"
#include "driver/usage.h"
#include "emit/answers/case_choice.h"
#include "emit/answers/test_report.h"
#include "emit/ci/reports.h"

#include <algorithm>
#include <algorithm>
#include <deque>
#include <map>
#include <set>

namespace meldc::driver {

namespace {

using diagnostics::Phrase;

class TestRun {
public:
    TestRun(Session& session, const LoadedLibrary& library)
        : session_(session), loader_(session, library) {
        report_.sources = &session.sources();
        report_.version = versionNumber();
        report_.date = session.date();
        report_.baselineSha256 = library.sha256;
        report_.least = session.options().leastCoverage;
    }

    void file(const std::string& path) {
        if (!done_.insert(path).second) {
            return;
        }
        units_.push_back(loader_.load(path));
        const LoadedUnit& unit = units_.back();
        if (unit.failed) {
            return;
        }
        for (const model::Protocol& protocol : unit.program->protocols) {
            this->protocol(unit, protocol);
        }
    }

    /// What all files together say of a protocol, once every file was read.
    void complete() {
        for (emit::TestedProtocol& tested : report_.protocols) {
            emit::measure(tested, report_.date);
        }
        emit::joinCoverage(report_.protocols);
    }

    /// Writes cases for what has none. False when that failed.
    bool generate(const std::string& path) {
        for (const auto& tested : report_.protocols) {
            if (tested.isRepeated || !tested.decider.decisions->front().hasOutcome()) {
                continue;
            }
            const emit::ChosenCases chosen = emit::chooseCases(tested.decider, *tested.map, tested.touched);
            if (chosen.cases.empty()) {
                session_.remark(diagnostics::phrase(Phrase::TestNothingLeft));
            } else {
                const auto written =
                    saveCases(session_, path, files_.at(tested.decider.protocol), tested.decider.library->vocabulary,
                              chosen.cases, diagnostics::phrase(Phrase::TestGeneratedBy));
                if (!written) {
                    return false;
                }
                session_.remark(diagnostics::phrase(Phrase::TestGenerated, *written, path));
            }
            if (chosen.unreached > 0) {
                session_.remark(diagnostics::phrase(Phrase::TestUnreached, chosen.unreached));
            }
        }
        return true;
    }

    [[nodiscard]] const emit::TestReport& report() const { return report_; }

    [[nodiscard]] std::string rendered(const FormatRequest& request) const {
        switch (request.format) {
        case Format::Json:
            return emit::testJson(report_, session_.language());
        case Format::Plain:
            return emit::testPlain(report_, session_.language());
        case Format::Sarif:
        case Format::Junit:
        case Format::Gitlab:
        case Format::Github:
            return ciReport(session_, request.format, emit::ciRunOf(report_));
        case Format::Markdown:
            return emit::markdownReport(report_, session_.language());
        default:
            return emit::testText(report_, session_.language());
        }
    }

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
        // Without cases a protocol is nobody's business here, unless cases are asked for.
        const bool isAsked = isOfFile && (!session_.options().generate.empty() || hasLeast());
        if (cases.empty() && !isAsked) {
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
        files_[&protocol] = unit.path;
        emit::TestedProtocol tested;
        tested.decider = deciderOf(unit.program->library, analysis, session_.date());
        for (const model::CaseDecl* one : cases) {
            tested.cases.push_back(emit::runCase(tested.decider, *one));
        }
        report_.protocols.push_back(std::move(tested));
    }

    [[nodiscard]] bool hasLeast() const {
        return std::any_of(report_.least.begin(), report_.least.end(), [](const auto& one) { return one.has_value(); });
    }

    Session& session_;
    Loader loader_;
    std::deque<LoadedUnit> units_;
    std::set<std::string> done_;
    std::deque<Analysis> analyses_;
    /// Where each protocol that is tested stands.
    std::map<const model::Protocol*, std::string> files_;
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
    run.complete();
    const std::string& generated = session.options().generate;
    if (!generated.empty()) {
        run.generate(generated);
        return session.finish(false);
    }
    for (const FormatRequest& request : formatsOf(session)) {
        deliver(session, request, run.rendered(request));
    }
    const std::vector<diagnostics::Diagnostic> findings = emit::findingsOf(run.report());
    return session.finish(std::any_of(findings.begin(), findings.end(), [](const auto& each) {
        return each.severity >= diagnostics::Severity::Error;
    }));
}

} // namespace meldc::driver
