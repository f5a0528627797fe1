#include "diagnostics/phrases.h"
#include "driver/commands/commands.h"
#include "driver/commands/inspector.h"
#include "driver/commands/report_many.h"
#include "driver/commands/shared.h"
#include "driver/house_style.h"
#include "driver/output_files.h"
#include "emit/docx/docx.h"
#include "emit/inspection/document.h"
#include "emit/inspection/inspection.h"
#include "emit/words.h"
#include "support/limits.h"

#include <filesystem>

namespace meldc::driver {

namespace {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Phrase;
using diagnostics::phrase;

std::string_view endingOf(Product product) {
    return product == Product::Form ? std::string_view("tsv") : spelling(product);
}

class ReportRun {
public:
    ReportRun(Session& session, const Subject& subject)
        : session_(session), subject_(subject),
          inspector_(session, subject.unit, subject.analysis, subject.library.sha256) {}

    /// Makes the report and writes it. Returns whether something is as grave as `--fail-on` says.
    bool run() {
        if (!inspector_.run()) {
            return false;
        }
        look_ = readHouseStyle(session_, session_.options().templateDocx);
        write();
        return inspector_.worst() >= session_.options().failOn;
    }

private:
    void write() {
        if (session_.isWrong()) {
            return;
        }
        std::vector<Product> products = session_.options().products;
        if (products.empty()) {
            products.push_back(Product::Html);
        }
        std::vector<OutputFile> outputs;
        for (const Product product : products) {
            inspector_.setCommand(session_.options().operands.front(), product);
            std::optional<std::string> bytes = rendered(product);
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
    std::optional<std::string> rendered(Product product) const {
        const emit::Inspection& report = inspector_.report();
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
        return pipeline::shownPath(session_.options().out + "/" + fileNameOf(*subject_.protocol) + "." +
                         std::string(emit::spelling(word)) + "." + std::string(endingOf(product)));
    }

    /// Not over what was read, and not over what a person may have filled in.
    bool mayWrite(const OutputFile& output, Product product) {
        const std::string& path = output.first;
        if (product == Product::Form) {
            const pipeline::ReadResult there = pipeline::readFile(path, support::kMaxFileBytes);
            const bool isSame = there.bytes && *there.bytes == output.second;
            // One that cannot be read is there all the same.
            std::error_code ignored;
            const bool isThere =
                std::filesystem::exists(std::filesystem::symlink_status(path, ignored));
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

    Session& session_;
    const Subject& subject_;
    Inspector inspector_;
    HouseStyle look_;
};

} // namespace

ExitCode runReport(Session& session) {
    if (isReportOfMany(session)) {
        return runReportOfMany(session);
    }
    const std::unique_ptr<Subject> subject = loadSubject(session);
    if (subject == nullptr) {
        return session.finish(false);
    }
    ReportRun run(session, *subject);
    return session.finish(run.run());
}

} // namespace meldc::driver
