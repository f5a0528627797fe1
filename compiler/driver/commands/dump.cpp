#include "driver/commands/commands.h"
#include "driver/commands/shared.h"
#include "emit/answers/decision_text.h"
#include "model/print.h"
#include "parser/parser.h"
#include "pipeline/files.h"
#include "support/limits.h"
#include "syntax/printer.h"

namespace meldc::driver {

namespace {

std::string tokenText(const support::SourceFile& file, const parser::Token& token) {
    const support::LineColumn place = file.position(token.span.begin);
    return std::to_string(place.line) + ":" + std::to_string(place.column) + " " +
           std::string(token.name) + " " + token.text + "\n";
}

/// The stages before the library is needed: one file, without what it uses.
void dumpFile(Session& session, const std::string& path) {
    pipeline::LoadedLibrary none;
    Loader loader(session, none);
    const pipeline::UnitReader::File& file = loader.file(path);
    diagnostics::Sink sink;
    sink.add(file.messages);
    if (file.isRead && session.options().stage == Stage::Syntax) {
        session.console().result(syntax::print(file.document));
    } else if (file.isRead) {
        diagnostics::Sink ignored;
        for (const parser::Token& token :
             parser::tokens(session.sources().file(file.id), file.id, ignored)) {
            session.console().result(tokenText(session.sources().file(file.id), token));
        }
    }
    session.tell(sink);
}

} // namespace

ExitCode runDump(Session& session) {
    const Stage stage = session.options().stage;
    if (stage == Stage::Tokens || stage == Stage::Syntax) {
        diagnostics::Sink sink;
        const std::vector<std::string> files =
            pipeline::findFiles(session.options().operands.front(), pipeline::Search::Protocol, sink);
        session.tell(sink);
        if (!files.empty()) {
            dumpFile(session, files.front());
        }
        return session.finish(false);
    }
    const std::unique_ptr<Subject> subject = loadSubject(session);
    if (!subject) {
        return session.finish(false);
    }
    const model::Library& library = subject->unit.program->library;
    if (stage == Stage::Model) {
        session.console().result(model::print(*subject->protocol, library.vocabulary));
        for (const model::Waiver* waiver :
             model::waiversFor(subject->unit.program->waivers, *subject->protocol)) {
            session.console().result(model::print(*waiver));
        }
    } else {
        session.console().result(emit::decisionText(
            session.sources(), pipeline::deciderOf(library, subject->analysis, session.date())));
    }
    return session.finish(false);
}

} // namespace meldc::driver
