#include "diagnostics/phrases.h"
#include "diagnostics/text_renderer.h"
#include "driver/commands/commands.h"
#include "driver/defaults.h"
#include "driver/environment.h"
#include "driver/options.h"
#include "driver/session.h"
#include "driver/usage.h"

#include <csignal>
#include <exception>
#include <new>
#include <string>
#include <vector>

namespace {

using namespace meldc;
using namespace meldc::driver;
using diagnostics::Diag;
using diagnostics::make;

ExitCode runCommand(Session& session) {
    switch (session.options().command) {
    case Command::Check:
        return runCheck(session);
    case Command::Prove:
        return runProve(session);
    case Command::Decide:
        return runDecide(session);
    case Command::Build:
        return runBuild(session);
    case Command::Report:
        return runReport(session);
    case Command::New:
        return runNew(session);
    case Command::Diff:
        return runDiff(session);
    case Command::Test:
        return runTest(session);
    case Command::Explain:
        return runExplain(session);
    case Command::Fmt:
        return runFmt(session);
    case Command::Dump:
        return runDump(session);
    case Command::Help:
        return runHelp(session);
    }
    return ExitCode::Internal;
}

ExitCode run(const ParsedOptions& parsed, const Environment& environment, const support::SourceMap& sources) {
    Session session(parsed.options, environment);
    session.sources() = sources;
    for (const diagnostics::Diagnostic& error : parsed.errors) {
        session.tell(error);
    }
    if (!parsed.errors.empty()) {
        return ExitCode::Wrong;
    }
    if (parsed.options.version) {
        session.console().result(versionLine() + "\n");
        return session.finish(false);
    }
    if (parsed.options.help) {
        const bool isOverview = parsed.options.command == Command::Help;
        session.console().result(isOverview
                                     ? overview(session.language())
                                     : usageOf(parsed.options.command, session.language()));
        return session.finish(false);
    }
    // Who reads the outcome must know what was chosen for them.
    if (!parsed.options.projectSays.empty()) {
        session.remark(diagnostics::phrase(diagnostics::Phrase::ProjectSays, parsed.options.projectFile,
                                           parsed.options.projectSays));
    }
    return runCommand(session);
}

/// The last message of a run that cannot go on.
void tellLast(const diagnostics::Diagnostic& diagnostic, support::Language language) {
    Console().message(diagnostics::renderText(diagnostic, support::SourceMap(), {language}));
}

} // namespace

int main(int argc, char** argv) {
    // A reader that stops is told as such by the write that fails.
    std::signal(SIGPIPE, SIG_IGN);
    support::Language language = support::Language::Dutch;
    try {
        const Environment environment = readEnvironment();
        language = environment.language;
        const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
        Defaults defaults;
        const ParsedOptions parsed = parseOptions(arguments, environment.language, &defaults);
        language = parsed.options.language;
        return static_cast<int>(run(parsed, environment, defaults.sources()));
    } catch (const std::bad_alloc&) {
        tellLast(make<Diag::TooLittleMemory>({}), language);
    } catch (const std::exception& error) {
        tellLast(make<Diag::InternalError>({}, std::string(error.what())), language);
    }
    return static_cast<int>(ExitCode::Internal);
}
