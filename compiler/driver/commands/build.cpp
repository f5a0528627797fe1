#include "diagnostics/phrases.h"
#include "driver/commands/commands.h"
#include "driver/commands/shared.h"
#include "driver/documents.h"
#include "driver/files.h"
#include "driver/usage.h"
#include "emit/html_page.h"
#include "emit/table_json.h"
#include "support/limits.h"
#include "support/sha256.h"

#include <map>

namespace meldc::driver {

namespace {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Phrase;
using diagnostics::phrase;

/// Largest output that is read back to see of which model it was made, in bytes.
constexpr std::size_t kMaxOutputBytes = std::size_t{256} * 1024 * 1024;

/// One line for each product: its suffix, and whether it needs the verdicts.
struct ProductRow {
    Product product;
    std::string_view suffix;
    bool needsReport;
};
constexpr ProductRow kProductRows[] = {{Product::Json, ".json", false},
                                    {Product::Html, ".html", true}};

const ProductRow& rowOf(Product product) {
    for (const ProductRow& row : kProductRows) {
        if (row.product == product) {
            return row;
        }
    }
    return kProductRows[0];
}

class BuildRun {
public:
    BuildRun(Session& session, const LoadedLibrary& library)
        : session_(session), library_(library), loader_(session, library), desk_(session) {}

    void file(const std::string& path) {
        const LoadedUnit unit = loader_.load(path);
        if (unit.failed) {
            return;
        }
        if (unit.protocols.empty()) {
            session_.tell(make<Diag::NoProtocolInFolder>({}, path));
        }
        for (const model::Protocol* protocol : unit.protocols) {
            this->protocol(unit, *protocol);
        }
    }

    /// All outputs are there: they are written, or held against what is.
    bool finish() {
        desk_.finish();
        if (session_.isWrong()) {
            return false;
        }
        if (!session_.options().verify) {
            if (const auto error = writeFiles(outputs_)) {
                session_.tell(*error);
                return false;
            }
            for (const auto& [path, bytes] : outputs_) {
                session_.remark(phrase(Phrase::BuildWritten, path));
            }
            return false;
        }
        bool isOutdated = false;
        for (const auto& [path, hash] : hashes_) {
            isOutdated = !verify(path, hash) || isOutdated;
        }
        return isOutdated;
    }

private:
    void protocol(const LoadedUnit& unit, const model::Protocol& protocol) {
        const model::Library& library = unit.program->library;
        if (refuseUnknownLaw(session_, library, protocol)) {
            return;
        }
        emit::BuildInput input;
        input.sources = &session_.sources();
        input.version = versionNumber();
        input.date = session_.date();
        input.baselineSha256 = library_.sha256;
        input.modelSha256 = support::sha256Hex(meaningOf(unit, protocol) + library_.sha256 + unit.prose.bytes());
        input.prose = &unit.prose;
        input.file = unit.path;
        input.sha256 = unit.sha256;
        const evidence::Examination* examination = desk_.examine(unit, protocol);
        input.quotes = examination == nullptr ? nullptr : &examination->quotes;
        if (session_.options().verify) {
            for (const Product product : session_.options().products) {
                hashes_.emplace_back(pathOf(protocol, product), input.modelSha256);
            }
            return;
        }
        const Analysis analysis = analyse(library.vocabulary, protocol);
        input.decider = deciderOf(library, analysis, input.date);
        baseline::ProtocolReport report;
        for (const Product product : session_.options().products) {
            if (rowOf(product).needsReport && input.report == nullptr) {
                report = judge(*unit.program, analysis, input.date, examination);
                input.report = &report;
            }
            add(protocol, product, rendered(input, product, analysis));
        }
    }

    std::optional<std::string> rendered(const emit::BuildInput& input, Product product,
                                        const Analysis& analysis) {
        if (product == Product::Html) {
            return emit::htmlPage(input);
        }
        if (!analysis.hasDecision()) {
            session_.tell(make<Diag::NoDecision>({}, analysis.protocol->name));
            return std::nullopt;
        }
        bool isWrong = false;
        std::optional<std::string> table = emit::tableJson(input, isWrong);
        if (isWrong) {
            session_.markBroken(input.decider.protocol->name);
            return std::nullopt;
        }
        if (!table) {
            session_.tell(make<Diag::TableTooLarge>({}, input.decider.protocol->name,
                                                    support::kMaxTableRows));
        }
        return table;
    }

    std::string pathOf(const model::Protocol& protocol, Product product) const {
        return shownPath(session_.options().out + "/" + fileNameOf(protocol) +
                         std::string(rowOf(product).suffix));
    }

    void add(const model::Protocol& protocol, Product product, std::optional<std::string> bytes) {
        if (!bytes) {
            return;
        }
        const std::string path = pathOf(protocol, product);
        if (!taken_.emplace(path, protocol.name).second) {
            session_.tell(make<Diag::SameOutput>({}, protocol.name, path));
            return;
        }
        outputs_.emplace_back(path, std::move(*bytes));
    }

    /// Whether the file carries the hash of the model; told as a line of the result.
    bool verify(const std::string& path, const std::string& hash) {
        const ReadResult read = readFile(path, kMaxOutputBytes);
        const bool isCurrent = read.bytes && read.bytes->find(hash) != std::string::npos;
        const Phrase which = isCurrent    ? Phrase::BuildCurrent
                             : read.bytes ? Phrase::BuildOutdated
                                          : Phrase::BuildMissing;
        session_.console().result(phrase(which, path).in(session_.language()) + "\n");
        return isCurrent;
    }

    Session& session_;
    const LoadedLibrary& library_;
    Loader loader_;
    DocumentDesk desk_;
    std::vector<OutputFile> outputs_;
    std::vector<std::pair<std::string, std::string>> hashes_;
    std::map<std::string, std::string> taken_;
};

} // namespace

ExitCode runBuild(Session& session) {
    const auto inputs = loadInputs(session, Search::Protocol);
    if (!inputs) {
        return session.finish(false);
    }
    BuildRun run(session, inputs->library);
    for (const Input& input : inputs->files) {
        run.file(input.path);
    }
    return session.finish(run.finish());
}

} // namespace meldc::driver
