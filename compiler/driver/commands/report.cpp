#include "diagnostics/phrases.h"
#include "driver/commands/commands.h"
#include "driver/commands/shared.h"
#include "driver/documents.h"
#include "driver/house_style.h"
#include "driver/usage.h"
#include "emit/inspection.h"
#include "emit/inspection_document.h"
#include "emit/words.h"
#include "evidence/text.h"
#include "support/limits.h"
#include "support/sha256.h"

#include <algorithm>
#include <filesystem>

namespace meldc::driver {

namespace {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Phrase;
using diagnostics::phrase;

constexpr std::size_t kMegabyteOfList = std::size_t{1024} * 1024;

/// A word of a command line, in quotes when a shell would take it apart.
std::string shellWord(const std::string& word) {
    const auto isPlain = [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') ||
               std::string_view("_./,=:+@%-").find(letter) != std::string_view::npos;
    };
    if (!word.empty() && std::all_of(word.begin(), word.end(), isPlain)) {
        return word;
    }
    std::string result = "'";
    for (const char letter : word) {
        result += letter == '\'' ? "'\\''" : std::string(1, letter);
    }
    return result + "'";
}

std::string_view endingOf(Product product) {
    return product == Product::Form ? std::string_view("tsv") : spelling(product);
}

class ReportRun {
public:
    ReportRun(Session& session, const Subject& subject)
        : session_(session), subject_(subject), desk_(session) {}

    /// Makes the report and writes it. Returns whether something is as grave as `--fail-on` says.
    bool run() {
        const model::Library& library = subject_.unit.program->library;
        const model::Protocol& protocol = *subject_.protocol;
        if (refuseUnknownLaw(session_, library, protocol)) {
            return false;
        }
        readLists(library);
        look_ = readHouseStyle(session_, session_.options().templateDocx);
        const evidence::Examination* examination = desk_.examine(subject_.unit, protocol);
        desk_.finish();
        const baseline::ProtocolReport judged =
            judge(*subject_.unit.program, subject_.analysis, session_.date(), examination);
        for (const baseline::NormResult& result : judged.results) {
            if (result.internalError) {
                session_.markBroken(result.norm->id);
            }
        }
        fill(library, judged, examination);
        const emit::Inspection report(input_);
        input_.messages.insert(input_.messages.end(), report.messages().begin(),
                               report.messages().end());
        for (const diagnostics::Diagnostic& message : report.messages()) {
            session_.tell(message);
        }
        write(report);
        return worst(judged) >= session_.options().failOn;
    }

private:
    void readLists(const model::Library& library) {
        diagnostics::Sink sink;
        const Options& options = session_.options();
        if (const support::FileId file = readList(options.items); file != support::kNoFile) {
            input_.items = emit::readItems(session_.sources(), file, library, sink);
        }
        if (const support::FileId file = readList(options.judgements); file != support::kNoFile) {
            input_.judgements = emit::readJudgements(session_.sources(), file, library, sink);
        }
        session_.tell(sink);
        input_.messages = sink.sorted();
    }

    /// The number of the text; none without a path or when it cannot be read, which is told.
    support::FileId readList(const std::string& path) {
        if (path.empty()) {
            return support::kNoFile;
        }
        const ReadResult read = readFile(path, support::kMaxFileBytes);
        if (read.error) {
            session_.tell(*read.error);
            return support::kNoFile;
        }
        if (read.tooLarge) {
            session_.tell(make<Diag::ListTooLarge>({}, path,
                                                   support::kMaxFileBytes / kMegabyteOfList));
            return support::kNoFile;
        }
        if (const auto why = evidence::whyNoText(*read.bytes)) {
            session_.tell(make<Diag::ListNotText>({}, path, *why));
            return support::kNoFile;
        }
        input_.lists.push_back({path, support::sha256Hex(*read.bytes)});
        return addText(session_.sources(), path, *read.bytes);
    }

    void fill(const model::Library& library, const baseline::ProtocolReport& judged,
              const evidence::Examination* examination) {
        input_.sources = &session_.sources();
        input_.version = versionNumber();
        input_.baselineSha256 = subject_.library.sha256;
        input_.checkedUntil = library.checkedUntil();
        input_.date = session_.date();
        input_.checked = {{&library, subject_.unit.path, subject_.unit.sha256},
                          &judged,
                          baseline::currencyFor(library, *subject_.protocol, session_.date()),
                          examination};
        input_.modelSha256 =
            support::sha256Hex(meaningOf(subject_.unit, *subject_.protocol));
    }

    /// Everything that decides what the report says, and nothing else: where it goes does not.
    std::string commandFor(Product product) const {
        const Options& options = session_.options();
        std::string line = "meldc report " + shellWord(options.operands.front());
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
        return line;
    }

    void write(const emit::Inspection& report) {
        if (session_.isWrong()) {
            return;
        }
        std::vector<Product> products = session_.options().products;
        if (products.empty()) {
            products.push_back(Product::Html);
        }
        std::vector<OutputFile> outputs;
        for (const Product product : products) {
            input_.command = commandFor(product);
            std::optional<std::string> bytes = rendered(report, product);
            if (!bytes) {
                session_.tell(make<Diag::TooLittleMemory>({}));
                return;
            }
            OutputFile output(pathOf(product), std::move(*bytes));
            if (mayWrite(output, product)) {
                outputs.push_back(std::move(output));
            }
        }
        if (session_.isWrong()) {
            return;
        }
        if (const auto error = writeFiles(outputs)) {
            session_.tell(*error);
            return;
        }
        for (const OutputFile& output : outputs) {
            session_.remark(phrase(Phrase::BuildWritten, support::same(output.first)));
        }
    }

    /// None without memory.
    std::optional<std::string> rendered(const emit::Inspection& report, Product product) const {
        switch (product) {
        case Product::Json:
            return emit::inspectionJson(report, session_.language());
        case Product::Csv:
            return emit::inspectionCsv(report, session_.language());
        case Product::Docx:
            return emit::docx::write(
                emit::inspectionDocument(report, session_.language(), {look_.file, look_.sha256}),
                look_.parts.get());
        case Product::Form:
            return emit::judgementForm(report.formRows(), session_.language());
        default:
            break;
        }
        return emit::inspectionPage(report, session_.language());
    }

    std::string pathOf(Product product) const {
        const emit::Word word =
            product == Product::Form ? emit::Word::FormFile : emit::Word::ReportFile;
        return shownPath(session_.options().out + "/" + fileNameOf(*subject_.protocol) + "." +
                         std::string(emit::spelling(word)) + "." + std::string(endingOf(product)));
    }

    /// Not over what was read, and not over what a person may have filled in.
    bool mayWrite(const OutputFile& output, Product product) {
        const std::string& path = output.first;
        if (product == Product::Form) {
            const ReadResult there = readFile(path, support::kMaxFileBytes);
            const bool isSame = there.bytes && *there.bytes == output.second;
            const bool isThere = there.bytes || there.tooLarge;
            if (isThere && !isSame) {
                session_.tell(make<Diag::FormNotOverwritten>({}, path));
                return false;
            }
        } else if (isInput(session_, path) || isHouseStyle(path)) {
            session_.tell(make<Diag::OutputIsInput>({}, path));
            return false;
        }
        return true;
    }

    bool isHouseStyle(const std::string& path) const {
        std::error_code ignored;
        return !look_.file.empty() && std::filesystem::equivalent(look_.file, path, ignored);
    }

    diagnostics::Severity worst(const baseline::ProtocolReport& judged) const {
        diagnostics::Severity severity = emit::worstOf(judged);
        for (const diagnostics::Diagnostic& message : input_.messages) {
            severity = std::max(severity, message.severity);
        }
        return severity;
    }

    Session& session_;
    const Subject& subject_;
    DocumentDesk desk_;
    emit::InspectionInput input_;
    HouseStyle look_;
};

} // namespace

ExitCode runReport(Session& session) {
    const std::unique_ptr<Subject> subject = loadSubject(session);
    if (subject == nullptr) {
        return session.finish(false);
    }
    ReportRun run(session, *subject);
    return session.finish(run.run());
}

} // namespace meldc::driver
