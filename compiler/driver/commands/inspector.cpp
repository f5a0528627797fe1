#include "driver/commands/inspector.h"

#include "driver/shell_text.h"
#include "evidence/text.h"
#include "pipeline/version.h"
#include "support/limits.h"
#include "support/sha256.h"

#include <algorithm>

namespace meldc::driver {

namespace {

using diagnostics::Diag;
using diagnostics::make;


/// A list as text: what is in it, or why there is none.
struct ListText {
    std::optional<std::string> bytes;
    std::optional<diagnostics::Diagnostic> error;
};

ListText textOfList(const std::string& path) {
    pipeline::ReadResult read = pipeline::readFile(path, support::kMaxFileBytes);
    if (read.error) {
        return {{}, read.error};
    }
    if (read.tooLarge) {
        return {{}, make<Diag::ListTooLarge>({}, path, support::kMaxFileBytes / support::kMegabyte)};
    }
    if (const auto why = evidence::whyNoText(*read.bytes)) {
        return {{}, make<Diag::ListNotText>({}, path, *why)};
    }
    return {std::move(read.bytes), {}};
}

} // namespace

Inspector::Inspector(Session& session, const pipeline::LoadedUnit& unit, const pipeline::Analysis& analysis,
                     std::string librarySha256)
    : session_(session), unit_(unit), analysis_(analysis),
      librarySha256_(std::move(librarySha256)), desk_(session) {}

bool Inspector::run() {
    if (refuseUnknownLaw(session_, library(), protocol())) {
        return false;
    }
    readLists();
    const evidence::Examination* examination = desk_.examine(unit_, protocol());
    desk_.finish();
    judged_ = pipeline::judge(*unit_.program, analysis_, session_.date(), examination);
    for (const baseline::NormResult& result : judged_.results) {
        if (result.internalError) {
            session_.markBroken(result.norm->id);
        }
    }
    fill(examination);
    report_ = std::make_unique<emit::Inspection>(input_);
    input_.messages.insert(input_.messages.end(), report_->messages().begin(),
                           report_->messages().end());
    for (const diagnostics::Diagnostic& message : report_->messages()) {
        session_.tell(message);
    }
    return true;
}

void Inspector::checkItems(Session& session, const model::Library& library) {
    const std::string& path = session.options().items;
    if (path.empty()) {
        return;
    }
    const ListText text = textOfList(path);
    if (text.error) {
        session.tell(*text.error);
        return;
    }
    diagnostics::Sink sink;
    (void)emit::readItems(session.sources(), pipeline::addText(session.sources(), path, *text.bytes), library,
                    sink);
    session.tell(sink);
}

void Inspector::readLists() {
    diagnostics::Sink sink;
    const Options& options = session_.options();
    if (const support::FileId file = readList(options.items); file != support::kNoFile) {
        input_.items = emit::readItems(session_.sources(), file, library(), sink);
    }
    if (const support::FileId file = readList(options.judgements); file != support::kNoFile) {
        input_.judgements = emit::readJudgements(session_.sources(), file, library(), sink);
    }
    session_.tell(sink);
    input_.messages = sink.sorted();
}

/// The number of the text; none without a path or when it cannot be read, which is told.
support::FileId Inspector::readList(const std::string& path) {
    if (path.empty()) {
        return support::kNoFile;
    }
    const ListText text = textOfList(path);
    if (text.error) {
        session_.tell(*text.error);
        return support::kNoFile;
    }
    input_.lists.push_back({path, support::sha256Hex(*text.bytes)});
    return pipeline::addText(session_.sources(), path, *text.bytes);
}

void Inspector::fill(const evidence::Examination* examination) {
    input_.sources = &session_.sources();
    input_.version = pipeline::versionNumber();
    input_.baselineSha256 = librarySha256_;
    input_.checkedUntil = library().checkedUntil();
    input_.date = session_.date();
    input_.checked = {{&library(), unit_.path, unit_.sha256},
                      &judged_,
                      baseline::currencyFor(library(), protocol(), session_.date()),
                      examination};
    input_.modelSha256 = support::sha256Hex(meaningOf(unit_, protocol()));
}

/// Everything that decides what the report says, and nothing else: where it goes does not.
void Inspector::setCommand(const std::string& operand, Product product) {
    const Options& options = session_.options();
    std::string line = "meldc report " + shellWord(operand);
    const auto add = [&](std::string_view option, const std::string& value) {
        if (!value.empty()) {
            line += " --" + std::string(option) + " " + shellWord(value);
        }
    };
    add("date", session_.date().str());
    add("documents", options.documents);
    add("items", options.items);
    add("judgements", options.judgements);
    add("stdlib", options.stdlib);
    if (product == Product::Docx) {
        add("template-docx", options.templateDocx);
    }
    add("lang", session_.language() == support::Language::Dutch ? "nl" : "en");
    add("emit", std::string(spelling(product)));
    add("out", ".");
    input_.command = line;
}

std::optional<diagnostics::Diagnostic> Inspector::documentError() const {
    for (const diagnostics::Diagnostic& message : desk_.messages()) {
        if (message.severity == diagnostics::Severity::Error) {
            return message;
        }
    }
    return std::nullopt;
}

diagnostics::Severity Inspector::worst() const {
    diagnostics::Severity severity = emit::worstOf(judged_);
    for (const diagnostics::Diagnostic& message : input_.messages) {
        severity = std::max(severity, message.severity);
    }
    return severity;
}

} // namespace meldc::driver
