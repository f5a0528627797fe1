#include "diagnostics/phrases.h"
#include "driver/commands/commands.h"
#include "driver/commands/publisher.h"
#include "driver/commands/shared.h"
#include "driver/documents.h"
#include "driver/files.h"
#include "driver/usage.h"
#include "emit/aid/page.h"
#include "emit/flow/flow.h"
#include "emit/page/page.h"
#include "emit/tables/bpmn.h"
#include "emit/tables/cpp.h"
#include "emit/tables/csv.h"
#include "emit/tables/dmn.h"
#include "emit/tables/jdm.h"
#include "emit/tables/json.h"
#include "emit/tables/portable.h"
#include "emit/tables/read_back.h"
#include "emit/tables/sql.h"
#include "emit/tables/vectors.h"
#include "emit/words.h"
#include "support/limits.h"

#include <map>
#include <set>

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
                                    {Product::Html, ".html", true},
                                    {Product::Csv, ".csv", false},
                                    {Product::Sql, ".sql", false},
                                    {Product::Dmn, ".dmn", false},
                                    {Product::Cpp, ".h", false},
                                    {Product::Jdm, ".jdm.json", false},
                                    {Product::Vectors, ".vectors.json", false},
                                    {Product::Tck, ".tck.xml", false},
                                    {Product::Bpmn, ".bpmn", false},
                                    {Product::Aid, ".html", false},
                                    {Product::Svg, ".svg", false},
                                    {Product::Mermaid, ".mmd", false},
                                    {Product::Dot, ".dot", false}};

const ProductRow& rowOf(Product product) {
    for (const ProductRow& row : kProductRows) {
        if (row.product == product) {
            return row;
        }
    }
    return kProductRows[0];
}

bool isDrawing(Product product) {
    return product == Product::Svg || product == Product::Mermaid || product == Product::Dot;
}

class BuildRun {
public:
    BuildRun(Session& session, const LoadedLibrary& library)
        : session_(session), library_(library), loader_(session, library), desk_(session), publisher_(session) {}

    /// `isNamed`: it is all that an operand stands for, so that it must hold a protocol.
    void file(const std::string& path, bool isNamed) {
        if (!done_.insert(path).second) {
            return;
        }
        const LoadedUnit unit = loader_.load(path);
        if (unit.failed) {
            return;
        }
        if (unit.protocols.empty() && isNamed) {
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
        emit::BuildInput input = buildInputOf(session_, library_, unit, protocol);
        const evidence::Examination* examination = desk_.examine(unit, protocol);
        input.quotes = examination == nullptr ? nullptr : &examination->quotes;
        if (session_.options().verify) {
            for (const Product product : session_.options().products) {
                for (const std::string& path : pathsOf(protocol, product)) {
                    hashes_.emplace_back(path, input.modelSha256);
                }
            }
            return;
        }
        const Analysis analysis = analyse(library.vocabulary, protocol);
        input.decider = deciderOf(library, analysis, input.date);
        baseline::ProtocolReport report;
        std::vector<baseline::Finding> findings;
        tables_.reset();
        for (const Product product : session_.options().products) {
            const bool needsReport = rowOf(product).needsReport || publisher_.templateFor(product) != nullptr;
            if (needsReport && input.report == nullptr) {
                report = judge(*unit.program, analysis, input.date, examination);
                input.report = &report;
            }
            if (isDocument(product) && input.findings == nullptr) {
                findings = findingsOf(library, analysis, input.date);
                input.findings = &findings;
            }
            if (isDocument(product)) {
                publish(protocol, input, product);
            } else if (isDrawing(product)) {
                draw(protocol, input, product);
            } else {
                add(protocol, pathOf(protocol, product), rendered(input, product, analysis));
            }
        }
    }

    void publish(const model::Protocol& protocol, const emit::BuildInput& input, Product product) {
        for (const DocumentForm form : publisher_.formsOf(product)) {
            const std::string path = pathTo(protocol, publisher_.suffixOf(product, form));
            add(protocol, path, publisher_.write(input, product, form));
            if (session_.isWrong()) {
                return;
            }
        }
    }

    /// Its drawings; what it does not have is not drawn.
    void draw(const model::Protocol& protocol, const emit::BuildInput& input, Product product) {
        const model::Library& library = *input.decider.library;
        const model::Protocol& world = input.decider.selected->front();
        const emit::flow::Flow flows[] = {
            emit::flow::questionsOf(world, emit::PageWords(library.vocabulary, world)),
            emit::flow::stepsOf(protocol, emit::Sentences(library, protocol))};
        const std::vector<std::string> paths = drawingsOf(protocol, product);
        for (std::size_t i = 0; i < paths.size(); ++i) {
            const emit::flow::Flow& flow = flows[i];
            if (!flow.rows.empty()) {
                add(protocol, paths[i],
                    product == Product::Svg       ? emit::flow::svgFile(flow, input.modelSha256)
                    : product == Product::Mermaid ? emit::flow::mermaid(flow, input.modelSha256)
                                                  : emit::flow::dot(flow, input.modelSha256));
            }
        }
    }

    std::optional<std::string> rendered(const emit::BuildInput& input, Product product,
                                        const Analysis& analysis) {
        if (product == Product::Html) {
            return emit::htmlPage(input, publisher_.templateFor(product));
        }
        if (product == Product::Bpmn) {
            const auto process = emit::processBpmn(input);
            if (!process && without_.insert(analysis.protocol->name).second) {
                session_.tell(make<Diag::NoDecision>({}, analysis.protocol->name));
            }
            return process;
        }
        if (!analysis.hasDecision()) {
            // Once, however many products are asked for.
            if (without_.insert(analysis.protocol->name).second) {
                session_.tell(make<Diag::NoDecision>({}, analysis.protocol->name));
            }
            return std::nullopt;
        }
        bool isWrong = false;
        std::optional<std::string> result =
            product == Product::Json  ? emit::tableJson(input, isWrong)
            : product == Product::Aid ? emit::aidPage(input, isWrong)
                                      : portable(input, product);
        if (result && session_.options().readBack) {
            isWrong = isWrong || !readsBack(input, product, *result);
        }
        if (isWrong) {
            session_.markBroken(input.decider.protocol->name);
            return std::nullopt;
        }
        if (!result && without_.insert(analysis.protocol->name).second) {
            session_.tell(make<Diag::TableTooLarge>({}, input.decider.protocol->name,
                                                    support::kMaxTableRows));
        }
        return result;
    }

    /// The tables that programs run which know nothing of meldc.
    std::optional<std::string> portable(const emit::BuildInput& input, Product product) {
        if (!tables_) {
            tables_ = emit::portableOf(input);
        }
        if (!tables_) {
            return std::nullopt;
        }
        switch (product) {
        case Product::Csv:
            return emit::rulingCsv(input, *tables_);
        case Product::Sql:
            return emit::rulingSql(*tables_);
        case Product::Dmn:
            return emit::rulingDmn(input, *tables_);
        case Product::Cpp:
            return emit::rulingCpp(input, *tables_);
        case Product::Jdm:
            return emit::rulingJdm(input, *tables_);
        case Product::Vectors:
            return emit::rulingVectors(input, *tables_);
        case Product::Tck:
            return emit::rulingTck(*tables_, fileNameOf(*input.decider.protocol) +
                                                 std::string(rowOf(Product::Dmn).suffix));
        default:
            return std::nullopt;
        }
    }

    /// Whether what was written says what the tables say; only for products that are tables of them.
    bool readsBack(const emit::BuildInput& input, Product product, const std::string& text) const {
        const auto isSame = [&](const std::optional<std::vector<emit::ReadTable>>& read,
                                bool withGrounds) {
            return read && emit::areTables(*tables_, *read, withGrounds);
        };
        switch (product) {
        case Product::Csv:
            return emit::isWholeTable(input, *tables_, text);
        case Product::Sql:
            return isSame(emit::readSql(text), true);
        case Product::Dmn:
            return isSame(emit::readDmn(text), false);
        case Product::Cpp:
            return isSame(emit::readCpp(text), true);
        case Product::Jdm:
            return isSame(emit::readJdm(text), true);
        default:
            return true;
        }
    }

    std::string pathTo(const model::Protocol& protocol, const std::string& suffix) const {
        return shownPath(session_.options().out + "/" + fileNameOf(protocol) + suffix);
    }

    std::string pathOf(const model::Protocol& protocol, Product product) const {
        const std::string kind =
            product == Product::Aid ? "." + std::string(spelling(emit::Word::AidFile)) : "";
        return pathTo(protocol, kind + std::string(rowOf(product).suffix));
    }

    /// The questions, then the steps.
    std::vector<std::string> drawingsOf(const model::Protocol& protocol, Product product) const {
        std::vector<std::string> paths;
        for (const emit::Word word : {emit::Word::QuestionsFile, emit::Word::StepsFile}) {
            paths.push_back(pathTo(protocol, "." + std::string(emit::spelling(word)) + std::string(rowOf(product).suffix)));
        }
        return paths;
    }

    std::vector<std::string> pathsOf(const model::Protocol& protocol, Product product) {
        if (isDrawing(product)) {
            std::vector<std::string> paths = drawingsOf(protocol, product);
            if (protocol.steps.empty()) {
                paths.pop_back();
            }
            if (protocol.questions.empty()) {
                paths.erase(paths.begin());
            }
            return paths;
        }
        if (!isDocument(product)) {
            return {pathOf(protocol, product)};
        }
        std::vector<std::string> paths;
        for (const DocumentForm form : publisher_.formsOf(product)) {
            paths.push_back(pathTo(protocol, publisher_.suffixOf(product, form)));
        }
        return paths;
    }

    void add(const model::Protocol& protocol, const std::string& path, std::optional<std::string> bytes) {
        if (!bytes) {
            return;
        }
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
    Publisher publisher_;
    /// Files that were built; operands may name one twice.
    std::set<std::string> done_;
    std::vector<OutputFile> outputs_;
    std::vector<std::pair<std::string, std::string>> hashes_;
    std::map<std::string, std::string> taken_;
    /// Of the protocol at hand; made when the first product asks for them.
    std::optional<emit::PortableDecision> tables_;
    /// Protocols of which it was told that they have no table.
    std::set<std::string> without_;
};

} // namespace

ExitCode runBuild(Session& session) {
    const auto inputs = loadInputs(session, Search::Units);
    if (!inputs) {
        return session.finish(false);
    }
    BuildRun run(session, inputs->library);
    for (const Input& input : inputs->files) {
        run.file(input.path, input.isNamed);
    }
    return session.finish(run.finish());
}

} // namespace meldc::driver
