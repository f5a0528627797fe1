#include "diagnostics/wording.h"
#include "driver/commands/commands.h"
#include "driver/commands/shared.h"
#include "driver/documents.h"
#include "driver/usage.h"
#include "emit/answers/prove_report.h"
#include "emit/certificate/certificate.h"
#include "parser/parser.h"
#include "sema/sema.h"

namespace meldc::driver {

namespace {

/// Reads the requirement; what is wrong in it is shown as in a file.
std::optional<model::Requirement> requirementOf(Session& session,
                                                const model::Vocabulary& vocabulary) {
    diagnostics::Sink sink;
    const std::string name =
        diagnostics::wording(diagnostics::Wording::TheRequirement).in(session.language());
    const support::FileId id =
        addText(session.sources(), name, session.options().operands.back());
    const auto parsed = parser::parseRequirement(session.sources().file(id), id, sink);
    std::optional<model::Requirement> result;
    if (parsed) {
        result = sema::resolveRequirement(*parsed, vocabulary, sink);
    }
    session.tell(sink);
    return sink.hasErrors() ? std::nullopt : result;
}

/// Writes what others check the proof by; tells why there is nothing to write.
void writeCertificate(Session& session, const emit::ProveReport& report) {
    const emit::Certificate certificate = emit::certificateOf(report, session.language());
    if (certificate.text.empty()) {
        session.tell(diagnostics::make<diagnostics::Diag::NoCertificate>({}, certificate.whyNot));
        return;
    }
    deliver(session, {Format::Text, session.options().certificate}, certificate.text);
}

} // namespace

ExitCode runProve(Session& session) {
    const std::unique_ptr<Subject> subject = loadSubject(session);
    if (!subject) {
        return session.finish(false);
    }
    const model::Library& library = subject->unit.program->library;
    if (refuseUnknownLaw(session, library, *subject->protocol)) {
        return session.finish(false);
    }
    const auto requirement = requirementOf(session, library.vocabulary);
    if (!requirement) {
        session.markWrong();
        return session.finish(false);
    }
    DocumentDesk desk(session);
    const evidence::Examination* examination = desk.examine(subject->unit, *subject->protocol);
    const baseline::ProveResult result =
        prove(library, subject->analysis, *requirement, examination);
    emit::ProveReport report;
    report.sources = &session.sources();
    report.version = versionNumber();
    report.date = session.date();
    report.decider = deciderOf(library, subject->analysis, report.date);
    report.file = subject->unit.path;
    report.sha256 = subject->unit.sha256;
    report.requirement = &*requirement;
    report.result = &result;
    report.quotes = examination == nullptr ? nullptr : &examination->quotes;
    for (const FormatRequest& request : formatsOf(session)) {
        deliver(session, request,
                request.format == Format::Json ? emit::proveJson(report, session.language())
                : request.format == Format::Plain
                    ? emit::provePlain(report, session.language())
                    : emit::proveText(report, session.language()));
    }
    if (!session.options().certificate.empty() && !result.part.internalError) {
        writeCertificate(session, report);
    }
    desk.finish();
    if (result.part.internalError) {
        session.markBroken(requirement->text);
    }
    return session.finish(result.part.status != baseline::Status::Satisfied);
}

} // namespace meldc::driver
