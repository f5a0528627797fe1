#pragma once

#include "driver/loader.h"
#include "driver/session.h"
#include "evidence/examine.h"

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace meldc::driver {

/// The file beside a protocol that records which texts it was taken from.
inline constexpr std::string_view kLockFile = "meld.lock";

/// Opens the documents that protocols name, in the folder of `--documents`, and holds the protocols
/// against them and against the meld.lock beside each; with `--lock`, writes these. Without
/// `--documents` it opens nothing. Each file is read once.
class DocumentDesk {
public:
    explicit DocumentDesk(Session& session) : session_(session) {}

    /// What the documents of a protocol show; null when none is to be opened. What cannot be read
    /// is told. Stays valid as long as the desk.
    const evidence::Examination* examine(const pipeline::LoadedUnit& unit, const model::Protocol& protocol);

    /// After all protocols: writes what `--lock` asks for, all files or none.
    void finish();

    /// What was told of files that could not be used.
    [[nodiscard]] const std::vector<diagnostics::Diagnostic>& messages() const { return messages_; }

private:
    /// A meld.lock as it is on disk.
    struct Folder {
        std::optional<evidence::Lock> lock;
        /// It is there, and cannot be read.
        bool isBroken = false;
    };

    [[nodiscard]] bool isFolderThere();
    const evidence::Text* text(const model::SourceDocument& document);
    std::unique_ptr<evidence::Text> read(const model::SourceDocument& document);
    const Folder& folder(const std::string& lockPath);
    void write();
    void record(const std::string& lockPath, evidence::LockedProtocol locked);
    void refuse(const support::Localized& reason);
    void tell(diagnostics::Diagnostic diagnostic);

    Session& session_;
    /// Whether the folder of documents is there; absent: not looked yet.
    std::optional<bool> isThere_;
    /// By the path as the protocol writes it; null: could not be read.
    std::map<std::string, std::unique_ptr<evidence::Text>> texts_;
    /// By the path of the lock.
    std::map<std::string, Folder> folders_;
    std::map<std::string, evidence::Lock> renewed_;
    /// Lock and file whose units were put in it anew.
    std::set<std::pair<std::string, std::string>> renewedFiles_;
    std::deque<evidence::Examination> examinations_;
    std::vector<diagnostics::Diagnostic> messages_;
    bool hasWrongPlaces_ = false;
    bool hasBrokenDocuments_ = false;
    bool isFromStandardInput_ = false;
};

} // namespace meldc::driver
