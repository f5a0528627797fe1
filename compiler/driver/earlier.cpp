#include "driver/earlier.h"

#include "baseline/currency.h"
#include "driver/git.h"

#include <filesystem>

namespace meldc::driver {

namespace {

namespace fs = std::filesystem;
using diagnostics::Diag;

/// A path as git counts it: from this folder.
std::string fromHere(const std::string& operand) {
    std::error_code ignored;
    const fs::path relative = fs::relative(operand, ignored);
    return "./" + (relative.empty() ? operand : relative.generic_string());
}

void gather(Session& session, const LoadedLibrary& library, const FileTree& tree, const std::string& path,
            emit::KnownFindings& known) {
    diagnostics::Sink ignored;
    Loader loader(session, library, tree);
    for (const std::string& file : tree.find(path, Search::Units, ignored)) {
        const LoadedUnit unit = loader.load(file);
        if (unit.failed || unit.program == nullptr) {
            continue;
        }
        for (const model::Protocol* protocol : unit.protocols) {
            const Analysis analysis = analyse(unit.program->library->vocabulary, *protocol);
            const baseline::ProtocolReport report = judge(*unit.program, analysis, session.options().sinceDate.value_or(session.date()));
            emit::CheckedProtocol checked;
            checked.report = &report;
            for (const emit::Entry& entry : emit::entriesOf(session.sources(), report)) {
                // That an acceptance ended is no old fault of the text: nobody decided that it goes on.
                const bool isEnded = entry.finding != nullptr &&
                                     entry.finding->diagnostic.id == Diag::AcceptanceExpired;
                if (emit::asksForWork(entry) && !isEnded) {
                    ++known.counts[emit::identityOf(session.sources(), checked, entry)];
                }
            }
        }
    }
}

} // namespace

std::optional<emit::KnownFindings> earlierFindings(Session& session, const LoadedLibrary& library) {
    emit::KnownFindings known;
    known.revision = session.options().since;
    known.day = session.options().sinceDate;
    // What is wrong with the earlier version is nobody's question: it is read without a word.
    Session silent = session.anew();
    silent.console().holdMessages();
    for (const std::string& operand : session.options().operands) {
        if (operand == kStandardInput) {
            continue;
        }
        if (known.revision.empty()) {
            gather(silent, library, disk(), operand, known);
            continue;
        }
        OpenedRevision opened = openRevision({known.revision, fromHere(operand)});
        if (opened.error) {
            if (opened.error->id == Diag::NotInRevision) {
                continue;
            }
            session.tell(*opened.error);
            return std::nullopt;
        }
        gather(silent, library, *opened.tree, opened.path, known);
    }
    return known;
}

} // namespace meldc::driver
