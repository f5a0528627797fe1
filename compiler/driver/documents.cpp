#include "driver/documents.h"

#include "diagnostics/phrases.h"
#include "driver/output_files.h"
#include "emit/answers/lock_json.h"
#include "pipeline/files.h"
#include "support/limits.h"

#include <cerrno>
#include <filesystem>

namespace meldc::driver {

namespace {

namespace fs = std::filesystem;
using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Phrase;
using diagnostics::phrase;


/// Names of the units in one file that name documents, in its order.
std::vector<std::string> unitsIn(const model::Program& program, support::FileId file) {
    std::vector<std::string> names;
    for (const model::Protocol& protocol : program.protocols) {
        if (protocol.span.file == file && !protocol.documents.empty()) {
            names.push_back(protocol.name);
        }
    }
    return names;
}

} // namespace

const evidence::Examination* DocumentDesk::examine(const pipeline::LoadedUnit& unit,
                                                   const model::Protocol& protocol) {
    const Options& options = session_.options();
    if (options.documents.empty() || protocol.documents.empty() || !isFolderThere()) {
        return nullptr;
    }
    std::vector<evidence::Document> documents;
    for (const model::SourceDocument& document : protocol.documents) {
        documents.push_back({document.name, document.path, text(document)});
    }
    // A unit that is used from elsewhere has its lock where it stands itself.
    const std::string path = session_.sources().file(protocol.span.file).name();
    if (path == pipeline::kStandardInput) {
        isFromStandardInput_ = true;
        examinations_.push_back(evidence::examine(protocol, documents, nullptr));
        return &examinations_.back();
    }
    const fs::path place(path);
    evidence::LockContext context;
    context.file = place.filename().string();
    context.units = unitsIn(*unit.program, protocol.span.file);
    context.lockPath = pipeline::shownPath((place.parent_path() / kLockFile).string());
    context.protocolPath = path;
    context.folder = options.documents;
    context.isRenewed = options.lock;
    const Folder& known = folder(context.lockPath);
    context.lock = known.lock ? &*known.lock : nullptr;
    const bool isUsable = !known.isBroken || options.lock;
    examinations_.push_back(evidence::examine(protocol, documents, isUsable ? &context : nullptr));
    hasWrongPlaces_ = hasWrongPlaces_ || examinations_.back().hasWrongPlaces;
    if (options.lock) {
        record(context.lockPath, evidence::lockOf(context.file, protocol, documents));
    }
    return &examinations_.back();
}

bool DocumentDesk::isFolderThere() {
    if (!isThere_) {
        const std::string& path = session_.options().documents;
        std::error_code error;
        const fs::file_status status = fs::status(path, error);
        isThere_ = fs::is_directory(status);
        if (!fs::exists(status)) {
            tell(make<Diag::FileNotFound>({}, path));
        } else if (!*isThere_) {
            tell(make<Diag::FileUnreadable>({}, path, pipeline::reasonOf(ENOTDIR)));
        }
    }
    return *isThere_;
}

const evidence::Text* DocumentDesk::text(const model::SourceDocument& document) {
    const auto known = texts_.find(document.path);
    if (known != texts_.end()) {
        return known->second.get();
    }
    auto& place = texts_[document.path];
    place = read(document);
    hasBrokenDocuments_ = hasBrokenDocuments_ || place == nullptr;
    return place.get();
}

std::unique_ptr<evidence::Text> DocumentDesk::read(const model::SourceDocument& document) {
    const support::Span usedAt = document.origin.span;
    const fs::path root(session_.options().documents);
    const fs::path path = root / document.path;
    if (fs::path(document.path).is_absolute() || !pipeline::liesIn(path, root)) {
        tell(make<Diag::DocumentOutsideFolder>(usedAt, document.path, root.string()));
        return nullptr;
    }
    const std::string shown = pipeline::shownPath(path.string());
    const pipeline::ReadResult read = pipeline::readFile(shown, support::kMaxFileBytes, usedAt);
    if (read.error) {
        tell(*read.error);
        return nullptr;
    }
    if (read.tooLarge) {
        tell(make<Diag::DocumentTooLarge>(usedAt, shown,
                                          support::kMaxFileBytes / support::kMegabyte));
        return nullptr;
    }
    if (const auto why = evidence::whyNoText(*read.bytes)) {
        tell(make<Diag::DocumentNotText>(usedAt, shown, *why));
        return nullptr;
    }
    return std::make_unique<evidence::Text>(*read.bytes);
}

const DocumentDesk::Folder& DocumentDesk::folder(const std::string& lockPath) {
    const auto known = folders_.find(lockPath);
    if (known != folders_.end()) {
        return known->second;
    }
    Folder& result = folders_[lockPath];
    std::error_code ignored;
    if (!fs::exists(lockPath, ignored)) {
        return result;
    }
    const pipeline::ReadResult read = pipeline::readFile(lockPath, support::kMaxFileBytes);
    emit::ReadLock parsed;
    if (read.bytes) {
        parsed = emit::readLockJson(*read.bytes, lockPath);
    } else if (read.error) {
        parsed.error = *read.error;
    } else {
        parsed.error = make<Diag::LockBroken>({}, lockPath, phrase(Phrase::LockTooLarge));
    }
    result.lock = std::move(parsed.lock);
    if (parsed.error) {
        result.isBroken = true;
        // What is written anew may be broken before.
        tell(session_.options().lock ? parsed.error->withSeverity(diagnostics::Severity::Warning)
                                     : *parsed.error);
    }
    return result;
}

void DocumentDesk::record(const std::string& lockPath, evidence::LockedProtocol locked) {
    const auto [place, isFirst] = renewed_.try_emplace(lockPath);
    evidence::Lock& lock = place->second;
    const Folder& before = folder(lockPath);
    if (isFirst && before.lock) {
        // What belongs to other files in the folder stays, as long as these are there.
        for (const evidence::LockedProtocol& other : before.lock->protocols) {
            std::error_code ignored;
            if (fs::exists(fs::path(lockPath).parent_path() / other.file, ignored)) {
                lock.protocols.push_back(other);
            }
        }
    }
    // Its own units are put in anew, so that one that is gone goes.
    if (renewedFiles_.emplace(lockPath, locked.file).second) {
        std::erase_if(lock.protocols, [&](const evidence::LockedProtocol& other) {
            return other.file == locked.file;
        });
    }
    if (lock.find(locked.file, locked.id) == nullptr) {
        lock.protocols.push_back(std::move(locked));
    }
}

void DocumentDesk::finish() {
    const Options& options = session_.options();
    if (!options.documents.empty() && examinations_.empty() && isFolderThere() &&
        !session_.isWrong()) {
        session_.remark(phrase(Phrase::NoDocumentsNamed));
    }
    if (!options.lock || examinations_.empty()) {
        return;
    }
    if (hasBrokenDocuments_ || session_.isWrong()) {
        refuse(phrase(Phrase::LockOfBrokenFiles));
    } else if (hasWrongPlaces_) {
        refuse(phrase(Phrase::LockOfWrongPlaces));
    } else if (isFromStandardInput_) {
        refuse(phrase(Phrase::LockOfStandardInput));
    } else {
        write();
    }
}

void DocumentDesk::write() {
    std::vector<OutputFile> files;
    for (const auto& [path, lock] : renewed_) {
        files.emplace_back(path, emit::lockJson(lock));
    }
    if (const auto error = writeFiles(files)) {
        tell(*error);
        return;
    }
    for (const auto& [path, lock] : renewed_) {
        std::size_t count = 0;
        for (const evidence::LockedProtocol& protocol : lock.protocols) {
            count += protocol.documents.size();
        }
        session_.remark(phrase(Phrase::LockWritten, support::same(path), count));
    }
}

void DocumentDesk::refuse(const support::Localized& reason) {
    tell(make<Diag::LockNotWritten>({}, reason));
}

void DocumentDesk::tell(diagnostics::Diagnostic diagnostic) {
    session_.tell(diagnostic);
    messages_.push_back(std::move(diagnostic));
}

} // namespace meldc::driver
