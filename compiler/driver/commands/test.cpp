#include "driver/commands/commands.h"
#include "driver/commands/shared.h"
#include "driver/files.h"
#include "driver/usage.h"
#include "emit/test_report.h"

#include <deque>

namespace meldc::driver {

namespace {

/// The case as the decision gets it. Circumstances that are not named are absent; other facts that
/// are not named are unknown.
logic::Case caseOf(const model::Vocabulary& vocabulary, const model::CaseDecl& declared) {
    logic::Case given;
    for (const model::Fact& fact : vocabulary.facts) {
        given.values.push_back(fact.nature == model::Nature::Neutral
                                   ? logic::Value(model::Answer::No)
                                   : logic::Value());
    }
    for (const auto& [fact, value] : declared.facts) {
        given.values[fact.value] = value;
    }
    return given;
}

class TestRun {
public:
    TestRun(Session& session, const LoadedLibrary& library)
        : session_(session), loader_(session, library) {
        report_.sources = &session.sources();
        report_.version = versionNumber();
    }

    void file(const std::string& path) {
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
        const model::Vocabulary& vocabulary = unit.program->library.vocabulary;
        analyses_.push_back(analyse(vocabulary, protocol));
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
            tested.cases.push_back(
                emit::runCase(tested.decider, *one, caseOf(vocabulary, *one)));
        }
        report_.protocols.push_back(std::move(tested));
    }

    Session& session_;
    Loader loader_;
    std::deque<LoadedUnit> units_;
    std::deque<Analysis> analyses_;
    emit::TestReport report_;
};

} // namespace

ExitCode runTest(Session& session) {
    diagnostics::Sink sink;
    std::vector<std::string> files;
    for (const std::string& operand : session.options().operands) {
        for (std::string& file : findFiles(operand, Search::Tests, sink)) {
            if (std::find(files.begin(), files.end(), file) == files.end()) {
                files.push_back(std::move(file));
            }
        }
    }
    session.tell(sink);
    std::optional<LoadedLibrary> library;
    if (!files.empty()) {
        library = loadLibrary(session);
    }
    if (!library) {
        return session.finish(false);
    }
    TestRun run(session, *library);
    for (const std::string& file : files) {
        run.file(file);
    }
    std::vector<FormatRequest> formats = session.options().formats;
    if (formats.empty()) {
        formats.push_back({Format::Text, ""});
    }
    for (const FormatRequest& request : formats) {
        deliver(session, request,
                request.format == Format::Json
                    ? emit::testJson(run.report(), session.language())
                    : emit::testText(run.report(), session.language()));
    }
    return session.finish(run.report().failures() > 0);
}

} // namespace meldc::driver
