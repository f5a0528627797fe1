#include "diagnostics/phrases.h"
#include "diagnostics/wording.h"
#include "driver/beginning.h"
#include "driver/commands/commands.h"
#include "driver/commands/shared.h"
#include "driver/interview.h"
#include "driver/option_table.h"
#include "driver/option_values.h"
#include "driver/output_files.h"
#include "embedded/beginnings.h"
#include "parser/parser.h"
#include "pipeline/files.h"
#include "pipeline/models.h"
#include "sema/sema.h"
#include "support/names.h"
#include "syntax/keywords.h"
#include "syntax/layout.h"

#include <algorithm>
#include <filesystem>
#include <map>

namespace meldc::driver {

namespace {

namespace fs = std::filesystem;
using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Phrase;
using diagnostics::phrase;
using diagnostics::Wording;
using support::Localized;

/// Values of a beginning by name.
constexpr std::string_view kName = "name";
constexpr std::string_view kUnit = "unit";
constexpr std::string_view kSector = "sector";
constexpr std::string_view kNote = "note";
constexpr std::string_view kId = "id";
/// Where the beginning of a norm stands, and what is the norm's id in its paths.
constexpr std::string_view kNormFolder = "stdlib/nieuw/";
constexpr std::string_view kIdInPath = "ID";
constexpr std::string_view kBeginningSuffix = ".txt";
constexpr std::string_view kMeldSuffix = ".meld";

/// What makes the documents of a protocol.
constexpr std::string_view kMakeDocuments = "meldc build --emit protocol,handbook,card,roles,form,web ";

/// Before a name that already means something.
constexpr std::string_view kOwnName = "code_";

/// The name of a unit, from that of the organisation; empty when nothing in it gives one.
std::string unitFor(const model::Library& library, const std::string& name) {
    const std::string word = wordFor(name);
    const bool isTaken = library.vocabulary.find(word).isValid() || syntax::keywordSpelt(word) || pipeline::findModel(word);
    return isTaken ? std::string(kOwnName) + word : word;
}

/// What is wrong with a text that follows models inside the program.
class TextChecker {
public:
    TextChecker(const Session& session, const model::Library& library, const std::string& model)
        : sources_(session.sources()), library_(library) {
        addModel(model);
    }

    std::optional<Localized> wrongIn(const std::string& text) {
        diagnostics::Sink sink;
        std::vector<syntax::Document> documents = models_;
        // A text that was only tried leaves nothing behind.
        support::SourceMap sources = sources_;
        const support::FileId id = pipeline::addText(sources, std::string(pipeline::kProtocolFile), text);
        documents.push_back(parser::parse(sources.file(id), id, sink));
        if (!sink.hasErrors()) {
            sema::buildProgram(library_, documents, sink, pipeline::modelNames());
        }
        for (const diagnostics::Diagnostic& each : sink.sorted()) {
            if (each.severity == diagnostics::Severity::Error) {
                return Localized{diagnostics::renderMessage(each, support::Language::Dutch),
                                 diagnostics::renderMessage(each, support::Language::English)};
            }
        }
        return std::nullopt;
    }

private:
    void addModel(const std::string& name) {
        const std::optional<pipeline::Text> text = pipeline::findModel(name);
        if (!text) {
            return;
        }
        diagnostics::Sink ignored;
        const support::FileId id = pipeline::addText(sources_, text->name, text->bytes);
        models_.insert(models_.begin(), parser::parse(sources_.file(id), id, ignored));
        models_.front().cases.clear();
        for (const syntax::Unit& unit : std::vector(models_.front().units)) {
            for (const syntax::Statement& each : unit.block) {
                if (each.kind == syntax::StatementKind::Follows && !each.names.empty()) {
                    addModel(each.names.front().text);
                }
            }
        }
    }

    support::SourceMap sources_;
    const model::Library& library_;
    std::vector<syntax::Document> models_;
};

/// A file in the layout of `fmt`: answers and names have any length.
std::string laidOut(std::string text) {
    support::SourceMap sources;
    diagnostics::Sink sink;
    const support::FileId id = pipeline::addText(sources, std::string(pipeline::kProtocolFile), text);
    const auto outline = parser::outline(sources.file(id), id, sink);
    return outline ? syntax::layOut(sources.file(id).text(), *outline) : std::move(text);
}

/// What was written, what is open in it, and what comes next.
void remarkAfter(Session& session, const std::string& path, const std::string& target,
                 const std::vector<std::string>& open) {
    session.remark(phrase(Phrase::NewWritten, path));
    session.remark(open.empty() ? phrase(Phrase::NewWhole) : phrase(Phrase::NewOpen, open.size()));
    for (const std::string& question : open) {
        session.remark(phrase(Phrase::NewOpenQuestion, support::same(question)));
    }
    session.remark(phrase(Phrase::NewNext, support::same("meldc check " + target)));
    session.remark(phrase(Phrase::NewThen, support::same(std::string(kMakeDocuments) + target)));
}

/// Where the protocol goes: the file, and what one names to check it.
struct Target {
    std::string file;
    std::string named;
};

Target targetFor(const std::string& out, std::string unit) {
    if (out.ends_with(kMeldSuffix)) {
        return {out, out};
    }
    std::replace(unit.begin(), unit.end(), '_', '-');
    const std::string folder = out.empty() ? unit : out;
    return {pipeline::shownPath((fs::path(folder) / pipeline::kProtocolFile).string()), folder};
}

bool isThere(Session& session, const std::string& path) {
    std::error_code ignored;
    if (!fs::exists(fs::symlink_status(path, ignored))) {
        return false;
    }
    session.tell(make<Diag::FileExists>({}, path));
    return true;
}

/// Small letters of ASCII.
std::string inSmall(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return text;
}

/// The sector asked for, in capitals or not, also by its title; told when there is none.
model::ConceptId sectorAskedFor(Session& session, const model::Library& library) {
    const std::string& asked = session.options().sector;
    const std::string wanted = inSmall(asked);
    if (const model::ConceptId sector = library.findSector(wanted); sector.isValid()) {
        return sector;
    }
    std::map<std::string, std::string> nameOf;
    for (const model::Concept& each : library.vocabulary.concepts) {
        if (each.kind == model::ConceptKind::Sector) {
            nameOf.emplace(each.name, each.name);
            nameOf.emplace(each.label.nl, each.name);
            nameOf.emplace(each.label.en, each.name);
        }
    }
    for (const model::SectorProfile& profile : library.sectors) {
        for (const std::string& other : profile.also) {
            nameOf.emplace(other, library.vocabulary[profile.sector].name);
        }
    }
    if (const auto exact = nameOf.find(wanted); exact != nameOf.end()) {
        return library.findSector(exact->second);
    }
    std::vector<std::string> known;
    for (const auto& [word, name] : nameOf) {
        known.push_back(word);
    }
    if (const auto near = support::nearestName(wanted, known)) {
        session.tell(make<Diag::UnknownSectorNear>({}, asked, nameOf.at(*near)));
    } else {
        session.tell(make<Diag::UnknownSector>({}, asked));
    }
    return {};
}

void newProtocol(Session& session, const model::Library& library) {
    const Options& options = session.options();
    const model::ConceptId sector = sectorAskedFor(session, library);
    if (!sector.isValid()) {
        return;
    }
    const std::string& sectorName = library.vocabulary[sector].name;
    const model::SectorProfile* profile = library.profileOf(sector);
    const auto text = profile == nullptr ? std::nullopt : pipeline::findBeginning(profile->model);
    if (!text) {
        session.tell(make<Diag::NoModelForSector>(
            {}, sectorName, profile == nullptr || profile->because.isEmpty() ? phrase(Phrase::SectorNoModelAtAll)
                                                                             : profile->because));
        return;
    }
    const Beginning beginning = readBeginning(*text, pipeline::findBeginningText);
    NamedValues values{{std::string(kSector), sectorName}};
    if (!profile->because.isEmpty()) {
        values.emplace(kNote, diagnostics::sentence(profile->because).nl);
    }
    TextChecker checker(session, library, profile->model);
    const auto complete = [&](NamedValues known) {
        const auto name = known.find(kName);
        const std::string unit = name == known.end() ? "" : unitFor(library, name->second);
        if (!unit.empty()) {
            known.insert_or_assign(std::string(kUnit), unit);
        }
        return known;
    };
    if (!options.name.empty()) {
        values.emplace(kName, options.name);
        const auto wrong = checker.wrongIn(written(beginning, complete(values), knownAnswers(beginning, values)));
        const bool isLine = std::all_of(options.name.begin(), options.name.end(), [](char letter) {
            return static_cast<unsigned char>(letter) >= 0x20 && letter != '"';
        });
        if (wrong || !isLine || options.name.find_first_not_of(' ') == std::string::npos) {
            session.tell(make<Diag::UnknownOptionValue>({}, dashed(rowOf(OptionName::Name)), options.name,
                                                        diagnostics::wording(Wording::ANameOfAnOrganisation)));
            return;
        }
    }
    const bool isPrinted = options.out == pipeline::kStandardInput;
    const auto targetOf = [&](const NamedValues& known) {
        const auto unit = known.find(kUnit);
        return targetFor(options.out, unit == known.end() ? wordFor(phrase(Phrase::NewUnnamed).nl) : unit->second);
    };
    // Known beforehand: nobody should answer questions for nothing.
    if (!isPrinted && (!options.ask || !options.out.empty()) && isThere(session, targetOf(complete(values)).file)) {
        return;
    }
    Answers answers = knownAnswers(beginning, values);
    if (options.ask) {
        session.console().message(
            diagnostics::sentence(phrase(Phrase::NewQuestionCount, library.vocabulary[sector].label,
                                         profile->model, beginning.groups().size()))
                .in(session.language()) +
            "\n" +
            diagnostics::sentence(phrase(Phrase::NewHow, phrase(Phrase::NewBack), phrase(Phrase::NewStop)))
                .in(session.language()) +
            "\n");
        const CheckText check = [&](const std::string& tried) { return checker.wrongIn(tried); };
        interview(session, beginning, check, values, answers);
    }
    values = complete(std::move(values));
    const std::string result = laidOut(written(beginning, values, answers));
    std::vector<std::string> open;
    const std::vector<const Group*> groups = beginning.groups();
    for (std::size_t i = 0; i < groups.size(); ++i) {
        // What is only asked after some answer belongs to the place of that answer.
        const bool isFollowUp =
            !groups[i]->questions.empty() && !groups[i]->questions.front().onlyAfter.empty();
        if (!isFollowUp && !isAnswered(*groups[i], answers[i])) {
            open.push_back(groups[i]->questions.empty() ? "" : groups[i]->questions.front().text);
        }
    }
    const Target target = targetOf(values);
    if (isPrinted) {
        session.console().result(result);
    } else if (isThere(session, target.file)) {
        // What was answered is not lost.
        session.console().result(result);
    } else if (const auto error = writeFiles({{target.file, result}})) {
        session.tell(*error);
    } else {
        remarkAfter(session, target.file, target.named, open);
    }
}

void newNorm(Session& session, const model::Library& library) {
    const std::string& id = session.options().operands[1];
    const bool isId = std::all_of(id.begin(), id.end(), [](unsigned char letter) { return std::isalnum(letter) != 0; });
    if (!isId || id.empty() || std::isalpha(static_cast<unsigned char>(id.front())) == 0) {
        session.tell(make<Diag::MissingOperand>({}, std::string(spelling(Command::New)),
                                                diagnostics::wording(Wording::AnIdOfANorm)));
        return;
    }
    if (library.findNorm(id) != nullptr) {
        session.tell(make<Diag::FileExists>({}, id));
        return;
    }
    const NamedValues values{{std::string(kId), id}, {std::string(kUnit), wordFor(id)}};
    std::vector<OutputFile> files;
    for (const embedded::File& file : embedded::beginnings()) {
        if (!file.path.starts_with(kNormFolder)) {
            continue;
        }
        std::string path(file.path.substr(kNormFolder.size()));
        path.replace(path.find(kIdInPath), kIdInPath.size(), id);
        path.replace(path.size() - kBeginningSuffix.size(), kBeginningSuffix.size(), kMeldSuffix);
        path = pipeline::shownPath((fs::path(session.options().out.empty() ? "." : session.options().out) / path).string());
        if (isThere(session, path)) {
            return;
        }
        const Beginning beginning = readBeginning(file.content, pipeline::findBeginningText);
        files.emplace_back(path, written(beginning, values, knownAnswers(beginning, values)));
    }
    if (const auto error = writeFiles(files)) {
        session.tell(*error);
        return;
    }
    for (const OutputFile& file : files) {
        session.remark(phrase(Phrase::NewWritten, file.first));
    }
    session.remark(phrase(Phrase::NewNormNext));
}

} // namespace

ExitCode runNew(Session& session) {
    if (const std::optional<pipeline::LoadedLibrary> library = loadLibrary(session)) {
        if (session.options().operands.front() == kNewNorm) {
            newNorm(session, library->library);
        } else {
            newProtocol(session, library->library);
        }
    }
    return session.finish(false);
}

} // namespace meldc::driver
