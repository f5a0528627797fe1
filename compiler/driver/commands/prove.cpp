#include "diagnostics/phrases.h"
#include "diagnostics/wording.h"
#include "driver/case_file.h"
#include "driver/commands/commands.h"
#include "driver/commands/shared.h"
#include "driver/documents.h"
#include "emit/answers/case_choice.h"
#include "emit/answers/prove_report.h"
#include "emit/certificate/certificate.h"
#include "parser/parser.h"
#include "pipeline/version.h"
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
        pipeline::addText(session.sources(), name, session.options().operands.back());
    const auto parsed = parser::parseRequirement(session.sources().file(id), id, sink);
    std::optional<model::Requirement> result;
    if (parsed) {
        result = sema::resolveRequirement(*parsed, vocabulary, sink);
    }
    session.tell(sink);
    return sink.hasErrors() ? std::nullopt : result;
}

/// Writes the counterexample as a case that a person confirms.
void save(Session& session, const Subject& subject, const emit::Decider& decider,
          const model::Requirement& requirement, const baseline::ProveResult& result) {
    using diagnostics::phrase;
    using diagnostics::Phrase;
    if (!result.part.counterexample) {
        session.remark(phrase(Phrase::ProveNothingSaved));
        return;
    }
    const std::vector cases{emit::declaredCase(decider, requirement, *result.part.counterexample)};
    const std::string& path = session.options().save;
    if (saveCases(session, path, subject.unit.path, decider.library->vocabulary, cases,
                  phrase(Phrase::TestSavedFrom, requirement.text))) {
        session.remark(phrase(Phrase::ProveSaved, path));
    }
}

std::string rendered(const emit::ProveReport& report, Format format, support::Language language) {
    switch (format) {
    case Format::Json:
        return emit::proveJson(report, language);
    case Format::Plain:
        return emit::provePlain(report, language);
    case Format::Svg:
        return emit::flow::svgFile(emit::proveFlow(report, language), report.sha256);
    case Format::Mermaid:
        return emit::flow::mermaid(emit::proveFlow(report, language), report.sha256);
    case Format::Dot:
        return emit::flow::dot(emit::proveFlow(report, language), report.sha256);
    default:
        return emit::proveText(report, language);
    }
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
        pipeline::prove(library, subject->analysis, *requirement, examination);
    emit::ProveReport report;
    report.sources = &session.sources();
    report.version = pipeline::versionNumber();
    report.date = session.date();
    report.decider = pipeline::deciderOf(library, subject->analysis, report.date);
    report.file = subject->unit.path;
    report.sha256 = subject->unit.sha256;
    report.requirement = &*requirement;
    report.result = &result;
    report.quotes = examination == nullptr ? nullptr : &examination->quotes;
    for (const FormatRequest& request : formatsOf(session)) {
        deliver(session, request, rendered(report, request.format, session.language()));
    }
    if (!session.options().certificate.empty() && !result.part.internalError) {
        writeCertificate(session, report);
    }
    desk.finish();
    if (!session.options().save.empty()) {
        save(session, *subject, report.decider, *requirement, result);
    }
    if (result.part.internalError) {
        session.markBroken(requirement->text);
    }
    return session.finish(result.part.status != baseline::Status::Satisfied);
}

} // namespace meldc::driver
