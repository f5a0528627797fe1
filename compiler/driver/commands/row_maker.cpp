#include "driver/commands/row_maker.h"

#include "diagnostics/text_renderer.h"
#include "emit/docx/docx.h"
#include "emit/inspection/document.h"
#include "emit/matrix/statement_sketch.h"
#include "emit/words.h"
#include "model/print.h"
#include "support/sha256.h"
#include "support/utf8.h"

#include <algorithm>
#include <exception>
#include <map>
#include <new>

namespace meldc::driver {

namespace {

using diagnostics::Diag;
using diagnostics::Diagnostic;
using diagnostics::make;
using diagnostics::Severity;

/// Before the row line of an answer: a letter for each of what may be the matter.
constexpr char kBrokenSign = 'b';
constexpr char kInternalSign = 'i';
constexpr char kUnwrittenSign = 'u';

/// Digits of the hash that tells protocols of one name apart.
constexpr std::size_t kNameDigits = 10;

std::size_t errorsIn(const std::vector<Diagnostic>& messages) {
    return static_cast<std::size_t>(
        std::count_if(messages.begin(), messages.end(), [](const Diagnostic& each) {
            return each.severity == Severity::Error;
        }));
}

/// The same for a file whatever else there is in the run.
std::string pageOf(const std::string& file, const model::Protocol& protocol, Product product) {
    const std::string key = file + "\n" + protocol.name;
    return std::string(emit::kMatrixPages) + "/" + fileNameOf(protocol) + "-" +
           support::sha256Hex(key).substr(0, kNameDigits) + "." +
           std::string(emit::spelling(emit::Word::ReportFile)) + "." + std::string(spelling(product));
}

} // namespace

std::string FileAnswer::text() const {
    std::string signs;
    signs += isBroken ? std::string(1, kBrokenSign) : "";
    signs += isInternal ? std::string(1, kInternalSign) : "";
    signs += isUnwritten ? std::string(1, kUnwrittenSign) : "";
    return signs + "\n" + emit::lineOf(line) + messages;
}

std::optional<FileAnswer> FileAnswer::read(std::string_view text) {
    const std::size_t signsEnd = text.find('\n');
    const std::size_t lineEnd = signsEnd == text.npos ? text.npos : text.find('\n', signsEnd + 1);
    if (lineEnd == text.npos) {
        return std::nullopt;
    }
    const std::string_view signs = text.substr(0, signsEnd);
    auto line = emit::readLine(text.substr(signsEnd + 1, lineEnd - signsEnd - 1));
    if (!line) {
        return std::nullopt;
    }
    FileAnswer answer;
    answer.line = std::move(*line);
    answer.messages = std::string(text.substr(lineEnd + 1));
    answer.isBroken = signs.find(kBrokenSign) != signs.npos;
    answer.isInternal = signs.find(kInternalSign) != signs.npos;
    answer.isUnwritten = signs.find(kUnwrittenSign) != signs.npos;
    return answer;
}

FileAnswer RowMaker::broken(Session& session, const std::string& file, const Diagnostic& why,
                            std::size_t messages) {
    FileAnswer answer;
    answer.isBroken = true;
    emit::MatrixRow row;
    row.file = support::escaped(file);
    row.broken = emit::BrokenFile{std::string(diagnostics::info(why.id).code),
                                  diagnostics::renderMessage(why, session.language()),
                                  "", messages};
    if (session.sources().has(why.span.file)) {
        const support::SourceFile& source = session.sources().file(why.span.file);
        row.broken->place =
            source.name() + ":" + std::to_string(source.position(why.span.begin).line);
    }
    answer.line.rows.push_back(std::move(row));
    // One message for each file: `check` tells the others.
    (void)session.console().takeMessages();
    session.tell(why);
    answer.messages = session.console().takeMessages();
    return answer;
}

FileAnswer RowMaker::judge(const Input& input) const {
    Session session = session_.anew();
    session.console().holdMessages();
    try {
        return judgeUnit(session, input);
    } catch (const std::bad_alloc&) {
        FileAnswer answer = broken(session, input.path, make<Diag::TooLittleMemory>({}), 1);
        answer.isInternal = true;
        return answer;
    } catch (const std::exception& error) {
        FileAnswer answer = broken(session, input.path,
                                   make<Diag::InternalError>({}, std::string(error.what())), 1);
        answer.isInternal = true;
        return answer;
    }
}

FileAnswer RowMaker::judgeUnit(Session& session, const Input& input) const {
    Loader loader(session, library_);
    const pipeline::LoadedUnit unit = loader.load(input.path);
    if (unit.failed) {
        const auto first =
            std::find_if(unit.messages.begin(), unit.messages.end(), [](const Diagnostic& each) {
                return each.severity == Severity::Error;
            });
        return broken(session, input.path, *first, errorsIn(unit.messages));
    }
    if (unit.protocols.empty() && input.isNamed) {
        return broken(session, input.path, make<Diag::NoProtocolInFolder>({}, input.path), 1);
    }
    FileAnswer answer;
    for (const model::Protocol* protocol : unit.protocols) {
        if (const auto why = addRow(session, unit, *protocol, answer)) {
            FileAnswer failed = broken(session, input.path, *why, 1);
            failed.isInternal = session.isInternal();
            failed.isUnwritten = answer.isUnwritten;
            return failed;
        }
    }
    if (session.isInternal()) {
        answer.isInternal = true;
        answer.messages += session.console().takeMessages();
    }
    return answer;
}

std::optional<Diagnostic> RowMaker::addRow(Session& session, const pipeline::LoadedUnit& unit,
                                           const model::Protocol& protocol,
                                           FileAnswer& answer) const {
    const model::Vocabulary& vocabulary = unit.program->library->vocabulary;
    if (auto refusal = refuseUnknownLaw(session, unit.program->library, protocol)) {
        return refusal;
    }
    const pipeline::Analysis analysis = pipeline::analyse(vocabulary, protocol);
    Inspector inspector(session, unit, analysis, library_.sha256);
    (void)inspector.run();
    if (const auto error = inspector.documentError()) {
        return error;
    }
    const emit::InspectionInput& made = inspector.report().input();
    emit::MatrixRow row;
    row.file = support::escaped(unit.path);
    row.number = static_cast<std::uint32_t>(answer.line.rows.size());
    row.id = protocol.name;
    row.label = protocol.label;
    row.organisation = protocol.organisation.empty() ? "" : protocol.organisation.front().text;
    row.kind = protocol.kind;
    for (const model::NamesStatement& statement : protocol.sectors) {
        for (const model::ConceptId sector : statement.names) {
            row.sectors.push_back(vocabulary[sector].name);
        }
    }
    row.sha256 = unit.sha256;
    row.modelSha256 = made.modelSha256;
    row.cells = emit::cellsOf(norms_, inspector.judged());
    row.worst = emit::worstOf(inspector.judged());
    std::map<std::string, std::size_t> findings;
    for (const baseline::Finding& finding : inspector.judged().findings) {
        ++findings[std::string(diagnostics::info(finding.diagnostic.id).code)];
    }
    row.findings.assign(findings.begin(), findings.end());
    if (!protocol.follows.empty()) {
        row.follows = protocol.follows.front();
        for (const model::Protocol& other : unit.program->protocols) {
            if (other.name == row.follows) {
                row.followsSha256 = support::sha256Hex(model::print(other, vocabulary));
            }
        }
    }
    emit::StatementSketch sketch = emit::sketchOf(session.sources(), protocol, vocabulary);
    row.sketch = std::move(sketch.digests);
    emit::addTexts(answer.line.texts, sketch.texts);
    writePages(session, unit.path, inspector, row, answer);
    answer.line.rows.push_back(std::move(row));
    return std::nullopt;
}

void RowMaker::writePages(Session& session, const std::string& file, Inspector& inspector,
                          emit::MatrixRow& row, FileAnswer& answer) const {
    const auto write = [&](Product product, std::string& name, const std::string& bytes) {
        name = pageOf(file, inspector.report().protocol(), product);
        if (const auto error = order_.staging->write(name, bytes)) {
            // Only this is told; `check` tells the rest.
            (void)session.console().takeMessages();
            session.tell(*error);
            answer.messages += session.console().takeMessages();
            answer.isUnwritten = true;
            name.clear();
        }
    };
    if (order_.hasPage) {
        inspector.setCommand(file, Product::Html);
        write(Product::Html, row.page, emit::inspectionPage(inspector.report(), session.language()));
    }
    if (order_.hasDocument) {
        inspector.setCommand(file, Product::Docx);
        const auto bytes = emit::docx::write(
            emit::inspectionDocument(inspector.report(), session.language(),
                                     {order_.look->file, order_.look->sha256}),
            order_.look->parts.get());
        if (!bytes) {
            throw std::bad_alloc();
        }
        write(Product::Docx, row.document, *bytes);
    }
}

} // namespace meldc::driver
