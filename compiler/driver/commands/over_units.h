#pragma once

#include "driver/commands/shared.h"
#include "driver/files.h"
#include "driver/progress.h"

#include <string>
#include <utility>
#include <vector>

namespace meldc::driver {

/// Runs a command that judges every protocol below its operands. `Run` is made from the session and
/// the library; it has file(path, isNamed), isEmpty(), write() and hasFindings().
template <class Run>
ExitCode runOverUnits(Session& session) {
    diagnostics::Sink sink;
    std::vector<std::pair<std::string, bool>> files;
    for (const std::string& operand : session.options().operands) {
        const std::vector<std::string> found = findFiles(operand, Search::Units, sink);
        const bool isNamed = found.size() == 1;
        for (const std::string& file : found) {
            files.emplace_back(file, isNamed);
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
    Run run(session, *library);
    Progress progress(session, files.size());
    for (const auto& [file, isNamed] : files) {
        run.file(file, isNamed);
        progress.step();
    }
    progress.end();
    if (run.isEmpty() && !session.isWrong()) {
        session.tell(diagnostics::make<diagnostics::Diag::NoProtocolInFolder>(
            {}, session.options().operands.front()));
    }
    run.write();
    return session.finish(run.hasFindings());
}

} // namespace meldc::driver
