#include "driver/loader.h"

#include "driver/files.h"
#include "driver/models.h"
#include "evidence/text.h"
#include "parser/parser.h"
#include "sema/sema.h"
#include "support/limits.h"
#include "support/sha256.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace meldc::driver {

namespace {

namespace fs = std::filesystem;
using diagnostics::Diag;
using diagnostics::Diagnostic;
using diagnostics::make;


fs::path folderOf(const std::string& path) {
    const fs::path folder = path == kStandardInput ? fs::path() : fs::path(path).parent_path();
    return folder.empty() ? fs::path(".") : folder;
}

/// What is there but no file is told by who reads it.
bool isOnDisk(const std::string& path) {
    std::error_code ignored;
    return fs::exists(path, ignored);
}

} // namespace

/// What is gathered from one entry file on.
struct Loader::Walk {
    fs::path root;
    std::vector<syntax::Document> documents;
    std::vector<Diagnostic> messages;
    std::set<std::string> done;
    /// In the order in which they were reached.
    std::vector<std::string> reached;
    /// The files between the entry and the one at hand.
    std::vector<std::string> chain;
};

std::optional<LoadedLibrary> loadLibrary(Session& session) {
    std::optional<LoadedLibrary> library = loadLibrary(session, session.options().stdlib);
    const std::string& wanted = session.options().baseline;
    if (library && !library->sha256.starts_with(wanted)) {
        session.tell(make<Diag::OtherBaseline>({}, wanted, library->sha256));
        library.reset();
    }
    return library;
}

std::optional<LoadedLibrary> loadLibrary(Session& session, const std::string& folder) {
    diagnostics::Sink sink;
    std::vector<std::string> storage;
    std::vector<Text> texts;
    if (folder.empty()) {
        texts = embeddedLibrary();
    } else {
        std::vector<std::string> paths =
            withoutExamples(findFiles(folder, Search::Everything, sink));
        // As those that are built in: a library is the same from wherever it is read.
        std::sort(paths.begin(), paths.end());
        storage.reserve(paths.size());
        for (const std::string& path : paths) {
            ReadResult read = readFile(path, support::kMaxFileBytes);
            if (read.bytes) {
                storage.push_back(std::move(*read.bytes));
                texts.push_back({path, storage.back()});
            } else if (read.error) {
                sink.add(*read.error);
            } else {
                const support::Span place{addText(session.sources(), path, ""), 0, 0};
                sink.add(make<Diag::FileTooLarge>(place, support::kMaxFileBytes / support::kMegabyte));
            }
        }
        if (texts.empty() && sink.isEmpty()) {
            sink.add(make<Diag::StdlibEmpty>({}, folder));
        }
    }
    std::optional<LoadedLibrary> result;
    if (!sink.hasErrors()) {
        result.emplace();
        result->library = compileLibrary(session.sources(), texts, sink);
        result->sha256 = hashOf(texts);
    }
    session.tell(sink);
    if (sink.hasErrors()) {
        result.reset();
    }
    return result;
}

Loader::Loader(Session& session, const LoadedLibrary& library, const FileTree& tree)
    : session_(session), library_(library), tree_(tree) {}

const Loader::File& Loader::file(const std::string& path, support::Span usedAt) {
    const auto known = files_.find(path);
    if (known != files_.end()) {
        return known->second;
    }
    File& file = files_[path];
    ReadResult read = tree_.read(path, support::kMaxFileBytes, usedAt);
    if (read.error) {
        file.messages.push_back(std::move(*read.error));
        return file;
    }
    if (read.tooLarge) {
        file.id = addText(session_.sources(), tree_.shown(path), "");
        file.messages.push_back(make<Diag::FileTooLarge>(support::Span{file.id, 0, 0},
                                                         support::kMaxFileBytes / support::kMegabyte));
    } else {
        take(file, tree_.shown(path), *read.bytes);
    }
    // A list of what was decided may be empty: nothing was, yet.
    if (isBesideUnits(path)) {
        std::erase_if(file.messages, [](const Diagnostic& each) { return each.id == Diag::EmptyFile; });
    }
    return file;
}

void Loader::take(File& file, const std::string& name, std::string_view bytes) {
    if (const auto kind = evidence::formatOf(bytes)) {
        file.messages.push_back(make<Diag::NoMeldText>({}, name, *kind));
        return;
    }
    diagnostics::Sink sink;
    file.id = addText(session_.sources(), name, bytes);
    file.sha256 = support::sha256Hex(bytes);
    file.document = parser::parse(session_.sources().file(file.id), file.id, sink);
    file.messages = sink.sorted();
    file.isRead = true;
}

void Loader::follow(const std::string& path, support::Span usedAt, Walk& walk) {
    const auto inChain = std::find(walk.chain.begin(), walk.chain.end(), path);
    if (inChain != walk.chain.end()) {
        std::string circle;
        for (auto it = inChain; it != walk.chain.end(); ++it) {
            circle += *it + ", ";
        }
        walk.messages.push_back(make<Diag::ImportCycle>(usedAt, circle + path));
        return;
    }
    if (walk.chain.size() > support::kMaxImportDepth) {
        walk.messages.push_back(make<Diag::ImportTooDeep>(usedAt, support::kMaxImportDepth));
        return;
    }
    if (!walk.done.insert(path).second) {
        return;
    }
    if (walk.done.size() > support::kMaxFiles) {
        walk.messages.push_back(make<Diag::TooManyFiles>(usedAt, support::kMaxFiles));
        return;
    }
    const File& read = file(path, usedAt);
    walk.messages.insert(walk.messages.end(), read.messages.begin(), read.messages.end());
    if (!read.isRead) {
        return;
    }
    walk.reached.push_back(path);
    walk.chain.push_back(path);
    for (const syntax::Use& use : read.document.uses) {
        const fs::path target = folderOf(path) / use.path.text;
        const std::string shown = shownPath(target.string());
        if (!tree_.liesIn(target, walk.root)) {
            walk.messages.push_back(
                make<Diag::ImportOutsideProject>(use.path.span, use.path.text));
        } else if (!tree_.isFile(shown) && !isOnDisk(shown)) {
            walk.messages.push_back(make<Diag::ImportNotFound>(use.path.span, use.path.text));
        } else {
            follow(shown, use.path.span, walk);
        }
    }
    walk.chain.pop_back();
    // What is used comes first, so that its facts come first in the declared order.
    walk.documents.push_back(read.document);
}

void Loader::followModels(Walk& walk) {
    std::set<std::string> declared;
    std::vector<std::string> wanted;
    const auto look = [&](const syntax::Document& document) {
        for (const syntax::Unit& unit : document.units) {
            declared.insert(unit.name.text);
            for (const syntax::Statement& each : unit.block) {
                if (each.kind == syntax::StatementKind::Follows && !each.names.empty()) {
                    wanted.push_back(each.names.front().text);
                }
            }
        }
    };
    for (const syntax::Document& document : walk.documents) {
        look(document);
    }
    // A model follows another one: the list grows meanwhile.
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const std::string name = wanted[i];
        const auto model = declared.contains(name) ? std::nullopt : findModel(name);
        if (!model) {
            continue;
        }
        const auto [at, isNew] = files_.try_emplace(model->name);
        File& file = at->second;
        if (isNew) {
            take(file, model->name, model->bytes);
            // The cases of a model are about the model, not about who follows it.
            file.document.cases.clear();
        }
        walk.messages.insert(walk.messages.end(), file.messages.begin(), file.messages.end());
        walk.documents.insert(walk.documents.begin(), file.document);
        look(file.document);
    }
}

void Loader::followWaivers(Walk& walk) {
    // What a file of waivers uses may have waivers beside it too: the list grows meanwhile.
    for (std::size_t i = 0; i < walk.reached.size(); ++i) {
        if (walk.reached[i] == kStandardInput) {
            continue;
        }
        for (const std::string_view name : {kWaiversFile, kAcceptancesFile}) {
            const std::string beside = shownPath((folderOf(walk.reached[i]) / name).string());
            if (!tree_.isFile(beside)) {
                continue;
            }
            if (tree_.liesIn(beside, walk.root)) {
                follow(beside, {}, walk);
            } else {
                walk.messages.push_back(make<Diag::ImportOutsideProject>({}, beside));
            }
        }
    }
}

void Loader::dropForeignWaivers(const std::string& path, model::Program& program) {
    const fs::path folder = folderOf(path);
    const auto isForeign = [&](const auto& one) {
        if (one.isUnitKnown) {
            return false;
        }
        const auto at = std::find_if(files_.begin(), files_.end(), [&](const auto& each) {
            return each.second.id == one.span.file;
        });
        return at == files_.end() || folderOf(at->first) != folder || isDeclaredBeside(path, one.unit);
    };
    std::erase_if(program.waivers, isForeign);
    std::erase_if(program.acceptances, isForeign);
}

bool Loader::isDeclaredBeside(const std::string& path, const std::string& unit) {
    for (const std::string& beside : tree_.filesIn(folderOf(path))) {
        const syntax::Document& document = file(beside, {}).document;
        if (std::any_of(document.units.begin(), document.units.end(),
                        [&](const syntax::Unit& one) { return one.name.text == unit; })) {
            return true;
        }
    }
    return false;
}

void Loader::takeUsed(const std::string& path, const File& entry, LoadedUnit& unit) const {
    std::set<support::FileId> used;
    for (const syntax::Use& use : entry.document.uses) {
        if (const auto at = files_.find(shownPath((folderOf(path) / use.path.text).string())); at != files_.end()) {
            used.insert(at->second.id);
        }
    }
    for (const model::Protocol& protocol : unit.program->protocols) {
        if (used.contains(protocol.span.file)) {
            unit.protocols.push_back(&protocol);
        }
    }
}

LoadedUnit Loader::load(const std::string& path) {
    LoadedUnit unit;
    unit.path = tree_.shown(path);
    Walk walk;
    // A board and its schools lie in folders beside one another: these may use each other.
    walk.root = tree_.rootOf(folderOf(path));
    follow(path, {}, walk);
    followModels(walk);
    followWaivers(walk);
    diagnostics::Sink sink;
    const File& entry = file(path, {});
    unit.sha256 = entry.sha256;
    if (entry.isRead) {
        unit.program = std::make_unique<model::Program>(
            sema::buildProgram(library_.library, walk.documents, sink, modelNames()));
        dropForeignWaivers(path, *unit.program);
        unit.prose = readProse(*unit.program, walk.root, sink);
        for (model::Protocol& protocol : unit.program->protocols) {
            protocol.asOf = session_.date();
        }
        for (const model::Protocol& protocol : unit.program->protocols) {
            if (protocol.span.file == entry.id) {
                unit.protocols.push_back(&protocol);
            }
        }
        if (unit.protocols.empty() && entry.document.units.empty()) {
            takeUsed(path, entry, unit);
        }
        for (const model::CaseDecl& one : unit.program->cases) {
            if (one.span.file == entry.id) {
                unit.cases.push_back(&one);
            }
        }
    }
    // Protocols that follow one another in a circle stand in files that do: that is one mistake.
    const bool isCircle = std::any_of(sink.all().begin(), sink.all().end(), [](const auto& each) {
        return each.id == Diag::LevelCycle;
    });
    for (diagnostics::Diagnostic& each : walk.messages) {
        if (!isCircle || each.id != Diag::ImportCycle) {
            sink.add(std::move(each));
        }
    }
    unit.failed = sink.hasErrors();
    unit.messages = sink.sorted();
    session_.tell(sink);
    return unit;
}

const model::Protocol* onlyProtocol(Session& session, const LoadedUnit& unit) {
    if (unit.protocols.size() == 1) {
        return unit.protocols.front();
    }
    if (unit.protocols.empty()) {
        session.tell(make<Diag::NoProtocolInFolder>({}, unit.path));
        return nullptr;
    }
    std::string names;
    for (const model::Protocol* protocol : unit.protocols) {
        names += (names.empty() ? "" : ", ") + protocol->name;
    }
    session.tell(make<Diag::SeveralProtocols>({}, unit.path, names));
    return nullptr;
}

} // namespace meldc::driver
