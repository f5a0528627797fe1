#include "baseline/currency.h"
#include "baseline/grounds.h"
#include "baseline/sector_law.h"
#include "diagnostics/catalog.h"
#include "diagnostics/explain.h"
#include "diagnostics/phrases.h"
#include "driver/commands/commands.h"
#include "driver/commands/shared.h"
#include "driver/option_table.h"
#include "driver/option_values.h"
#include "embedded/manual.h"
#include "embedded/stdlib.h"
#include "emit/explain/coverage.h"
#include "emit/explain/keyword_page.h"
#include "emit/explain/numbered_text.h"
#include "emit/explain/sector_page.h"
#include "emit/explain/text.h"
#include "emit/explain/word_page.h"
#include "pipeline/files.h"
#include "pipeline/models.h"
#include "pipeline/version.h"
#include "support/limits.h"
#include "support/names.h"
#include "syntax/keywords.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace meldc::driver {

namespace {

using diagnostics::Diag;
using diagnostics::make;

/// The examples that stand beside a norm.
constexpr std::string_view kRightFile = "goed.meld";
constexpr std::string_view kWrongFile = "fout.meld";
/// How names of embedded files begin when they are shown.
constexpr std::string_view kLibraryPrefix = "stdlib/";

std::string upper(std::string text) {
    for (char& letter : text) {
        letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    }
    return text;
}

/// A file beside the one at `path`; empty when there is none.
std::string neighbour(const Session& session, const std::string& path, std::string_view name) {
    const std::string wanted = path.substr(0, path.rfind('/') + 1) + std::string(name);
    if (!session.options().stdlib.empty()) {
        pipeline::ReadResult read = pipeline::readFile(wanted, support::kMaxFileBytes);
        return read.bytes ? std::move(*read.bytes) : std::string();
    }
    for (const embedded::File& file : embedded::stdlib()) {
        if (std::string(kLibraryPrefix) + std::string(file.path) == wanted) {
            return std::string(file.content);
        }
    }
    return {};
}

void tellUnknown(Session& session, const std::string& id, const emit::WordInput& input) {
    std::vector<std::string> known = emit::wordsWithPages(input);
    for (const diagnostics::DiagnosticInfo& entry : diagnostics::catalog()) {
        known.emplace_back(entry.slug);
    }
    if (const auto near = support::nearestName(id, known)) {
        session.tell(make<Diag::UnknownIdentifierNear>({}, id, *near));
    } else {
        session.tell(make<Diag::UnknownIdentifier>({}, id));
    }
}

/// Which norm asks what an article demands.
ExitCode explainCoverage(Session& session) {
    const std::optional<pipeline::LoadedLibrary> library = loadLibrary(session);
    if (!library) {
        return session.finish(false);
    }
    emit::CoverageInput input;
    input.library = &*library->library;
    input.date = session.date();
    input.version = pipeline::versionNumber();
    input.librarySha256 = library->sha256;
    std::vector<FormatRequest> formats = session.options().formats;
    if (formats.empty()) {
        formats.push_back({Format::Text, ""});
    }
    const support::Language language = session.language();
    for (const FormatRequest& request : formats) {
        deliver(session, request,
                request.format == Format::Json    ? emit::coverageJson(input, language)
                : request.format == Format::Html  ? emit::coveragePage(input, language)
                : request.format == Format::Plain ? emit::coveragePlain(input, language)
                                                  : emit::coverageText(input, language));
    }
    return session.finish(false);
}

/// A norm with its examples. Nothing when the law of the day is not known, which is told.
std::optional<std::string> explainNorm(Session& session, const model::Library& library,
                                       const model::Norm& norm) {
    const std::optional<support::Date> first = baseline::firstKnownLaw(library);
    if (first && session.date() < *first) {
        session.tell(make<Diag::BeforeKnownLaw>({}, support::same(session.date().str()),
                                                support::same(first->str())));
        return std::nullopt;
    }
    const std::string& path = session.sources().file(norm.span.file).name();
    const std::string right = neighbour(session, path, kRightFile);
    const std::string wrong = neighbour(session, path, kWrongFile);
    emit::NormPage page;
    page.norm = &norm;
    for (const model::Ground& ground : norm.grounds) {
        page.grounds.push_back(
            baseline::groundOnDate(library.vocabulary, ground, session.date()));
    }
    page.currency = baseline::currencyOf(library.vocabulary, norm, session.date());
    page.right = right;
    page.wrong = wrong;
    return emit::normPage(page, session.language());
}

std::string explainSector(Session& session, const model::Library& library, model::ConceptId sector) {
    const baseline::SectorLaw law = baseline::sectorLaw(library, sector, session.date());
    emit::SectorPage page{&library, &law, session.date(), ""};
    if (law.profile != nullptr && pipeline::findModel(law.profile->model)) {
        page.command = "meldc " + std::string(spelling(Command::New)) + " " + std::string(kNewProtocol) +
                       " " + dashed(rowOf(OptionName::Sector)) + " " + library.vocabulary[sector].name;
    }
    return emit::sectorPage(page, session.language());
}

/// The text of a model, and below it those that it follows: what they say holds there too.
std::string explainModel(const Session& session, const pipeline::Text& model) {
    const bool isPlain = formatOf(session, Format::Text) == Format::Plain;
    const auto shown = [&](std::string_view text) {
        return isPlain ? std::string(text) : emit::numberedText(text);
    };
    std::string page = shown(model.bytes);
    std::string name;
    std::optional<pipeline::Text> next = model;
    std::set<std::string> seen;
    while (next) {
        name = pipeline::followedBy(*next);
        next = seen.insert(name).second ? pipeline::findModel(name) : std::nullopt;
        if (next && !isPlain) {
            page += "\n" + diagnostics::phrase(diagnostics::Phrase::ExplainFollowed, support::same(name))
                               .in(session.language()) +
                    "\n\n" + shown(next->bytes);
        }
    }
    return page;
}

/// The page of whatever has this name; nothing when nothing has.
std::optional<std::string> explainWord(Session& session, const emit::WordInput& input,
                                       const std::string& word) {
    const model::Library& library = *input.library;
    const model::ConceptId term = library.vocabulary.find(word);
    if (term.isValid() && library.vocabulary[term].kind != model::ConceptKind::Sector) {
        return emit::termPage(input, term, session.language());
    }
    if (const model::ConceptId sector = library.findSector(word); sector.isValid()) {
        return explainSector(session, library, sector);
    }
    const auto source = library.vocabulary.sourceByName.find(word);
    if (source != library.vocabulary.sourceByName.end()) {
        return emit::sourcePage(input, source->second, session.language());
    }
    if (const model::FrameworkDecl* framework = library.findFramework(word)) {
        return emit::frameworkPage(input, *framework, session.language());
    }
    if (const std::optional<pipeline::Text> model = pipeline::findModel(word)) {
        return explainModel(session, *model);
    }
    if (emit::isListOfLists(word)) {
        return emit::listOfLists(input, session.language());
    }
    if (const auto list = emit::findList(word)) {
        return emit::listPage(input, *list, session.language());
    }
    const std::string page =
        syntax::keywordSpelt(word)
            ? emit::keywordPage(embedded::manual().front().content, word, session.language())
            : std::string();
    return page.empty() ? std::nullopt : std::optional(page);
}

} // namespace

ExitCode runExplain(Session& session) {
    const std::string& id = session.options().operands.front();
    if (id == syntax::spelling(syntax::Keyword::Coverage)) {
        return explainCoverage(session);
    }
    if (const auto page = diagnostics::explanationPage(id, session.language())) {
        session.console().result(*page);
        return session.finish(false);
    }
    const std::optional<pipeline::LoadedLibrary> library = loadLibrary(session);
    if (!library) {
        return session.finish(false);
    }
    const model::Norm* norm = library->library->findNorm(id);
    if (norm == nullptr) {
        norm = library->library->findNorm(upper(id));
    }
    if (norm != nullptr) {
        if (const auto page = explainNorm(session, library->library, *norm)) {
            session.console().result(*page);
        }
        return session.finish(false);
    }
    emit::WordInput input;
    input.library = &*library->library;
    input.sources = &session.sources();
    input.date = session.date();
    input.models = pipeline::modelTitles();
    if (const auto page = explainWord(session, input, id)) {
        session.console().result(*page);
    } else {
        tellUnknown(session, id, input);
    }
    return session.finish(false);
}

} // namespace meldc::driver
