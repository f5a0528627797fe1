#include "diagnostics/phrases.h"
#include "driver/commands/commands.h"
#include "driver/commands/publisher.h"
#include "driver/commands/shared.h"
#include "driver/commands/table_desk.h"
#include "driver/documents.h"
#include "driver/output_files.h"
#include "emit/aid/page.h"
#include "emit/flow/flow.h"
#include "emit/page/page.h"
#include "emit/tables/bpmn.h"
#include "emit/words.h"
#include "pipeline/files.h"
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

/// One line for each product: its suffix, and whether it needs the verdicts, or what the checks find about the text.
struct ProductRow {
    Product product;
    std::string_view suffix;
    bool needsReport;
    bool needsFindings = false;
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
                                    {Product::Aid, ".html", false, true},
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
    BuildRun(Session& session, const pipeline::LoadedLibrary& library)
        : session_(session), library_(library), loader_(session, library), desk_(session), publisher_(session), tables_(session) {}

    /// `isNamed`: it is all that an operand stands for, so that it must hold a protocol.
    void file(const std::string& path, bool isNamed) {
        if (!done_.insert(path).second) {
            return;
        }
        const pipeline::LoadedUnit unit = loader_.load(path);
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
    void protocol(const pipeline::LoadedUnit& unit, const model::Protocol& protocol) {
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
            if (!session_.options().readBack) {
                return;
            }
        }
        const pipeline::Analysis analysis = pipeline::analyse(library.vocabulary, protocol);
        input.decider = pipeline::deciderOf(library, analysis, input.date);
        baseline::ProtocolReport report;
        std::vector<baseline::Finding> findings;
        tables_.clear();
        for (const Product product : session_.options().products) {
            if (session_.options().verify) {
                if (TableDesk::isTable(product)) {
                    readAgain(protocol, input, product, analysis);
                }
                continue;
            }
            const bool needsReport = rowOf(product).needsReport || publisher_.templateFor(product) != nullptr;
            if (needsReport && input.report == nullptr) {
                report = pipeline::judge(*unit.program, analysis, input.date, examination);
                input.report = &report;
            }
            if ((isDocument(product) || rowOf(product).needsFindings) && input.findings == nullptr) {
                findings = pipeline::findingsOf(library, analysis, input.date);
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

    /// Keeps what the file of a table says otherwise than the table that would be written today.
    void readAgain(const model::Protocol& protocol, const emit::BuildInput& input, Product product,
                   const pipeline::Analysis& analysis) {
        const std::string path = pathOf(protocol, product);
        const pipeline::ReadResult read = pipeline::readFile(path, kMaxOutputBytes);
        if (!read.bytes || !rendered(input, product, analysis)) {
            return;
        }
        if (auto difference = tables_.differenceIn(input, product, *read.bytes)) {
            differences_.emplace(path, std::move(*difference));
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
                                        const pipeline::Analysis& analysis) {
        if (product == Product::Html) {
            return emit::htmlPage(input, publisher_.templateFor(product));
        }
        if (product == Product::Bpmn) {
            const auto process = emit::processBpmn(input);
            if (process && !tables_.mayPublish(input, product, pathOf(*analysis.protocol, product), *process)) {
                return std::nullopt;
            }
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
            product == Product::Json  ? tables_.readings(input, isWrong)
            : product == Product::Aid ? emit::aidPage(input, isWrong)
                                      : tables_.portable(input, product, isWrong);
        if (isWrong) {
            session_.markBroken(input.decider.protocol->name);
            return std::nullopt;
        }
        if (result && !tables_.mayPublish(input, product, pathOf(*analysis.protocol, product), *result)) {
            return std::nullopt;
        }
        if (!result && without_.insert(analysis.protocol->name).second) {
            session_.tell(make<Diag::TableTooLarge>({}, input.decider.protocol->name,
                                                    support::kMaxTableRows));
        }
        return result;
    }

    std::string pathTo(const model::Protocol& protocol, const std::string& suffix) const {
        return pipeline::shownPath(session_.options().out + "/" + fileNameOf(protocol) + suffix);
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

    /// Whether the file carries the hash of the model, and says nothing else as far as it was read; told as a line of
    /// the result.
    bool verify(const std::string& path, const std::string& hash) {
        const pipeline::ReadResult read = pipeline::readFile(path, kMaxOutputBytes);
        const bool isOurs = read.bytes && read.bytes->find(hash) != std::string::npos;
        const auto difference = differences_.find(path);
        if (isOurs && difference != differences_.end()) {
            session_.console().result(
                phrase(Phrase::BuildOtherwise, path, difference->second).in(session_.language()) + "\n");
            return false;
        }
        const Phrase which = isOurs       ? Phrase::BuildCurrent
                             : read.bytes ? Phrase::BuildOutdated
                                          : Phrase::BuildMissing;
        session_.console().result(phrase(which, path).in(session_.language()) + "\n");
        return isOurs;
    }

    Session& session_;
    const pipeline::LoadedLibrary& library_;
    Loader loader_;
    DocumentDesk desk_;
    Publisher publisher_;
    /// Files that were built; operands may name one twice.
    std::set<std::string> done_;
    std::vector<OutputFile> outputs_;
    std::vector<std::pair<std::string, std::string>> hashes_;
    /// By path: what a file says otherwise than the model of which it has the hash.
    std::map<std::string, support::Localized> differences_;
    std::map<std::string, std::string> taken_;
    TableDesk tables_;
    /// Protocols of which it was told that they have no table.
    std::set<std::string> without_;
};

} // namespace

ExitCode runBuild(Session& session) {
    const auto inputs = loadInputs(session, pipeline::Search::Units);
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
