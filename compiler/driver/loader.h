#pragma once

#include "driver/pipeline.h"
#include "driver/session.h"
#include "driver/tree.h"
#include "emit/prose.h"
#include "syntax/tree.h"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace meldc::driver {

/// The library of a run and what it was made of.
struct LoadedLibrary {
    support::Shared<model::Library> library;
    std::string sha256;
};

/// Loads the library that the options ask for. Nothing when it cannot be read or does not compile.
std::optional<LoadedLibrary> loadLibrary(Session& session);
/// Loads the library in a folder; empty: the one inside the program.
std::optional<LoadedLibrary> loadLibrary(Session& session, const std::string& folder);

/// One entry file, compiled with all that it uses.
struct LoadedUnit {
    /// As shown.
    std::string path;
    /// Of the bytes of the entry file.
    std::string sha256;
    std::unique_ptr<model::Program> program;
    /// The units to speak of: those of the entry file, or else those of what it uses.
    std::vector<const model::Protocol*> protocols;
    /// Cases that stand in the entry file.
    std::vector<const model::CaseDecl*> cases;
    /// What its explanations in files say.
    emit::ProseFiles prose;
    /// Had errors; what could be read is there all the same.
    bool failed = false;
    /// Its own messages, by place.
    std::vector<diagnostics::Diagnostic> messages;
};

/// Reads entry files and what they use; a file that several use is read once.
class Loader {
public:
    /// All must outlive it.
    Loader(Session& session, const LoadedLibrary& library, const FileTree& tree = disk());

    /// Compiles one entry file. What is wrong is told at once, and kept in the unit.
    LoadedUnit load(const std::string& path);
    /// One file as it was read and parsed.
    struct File {
        support::FileId id = support::kNoFile;
        std::string sha256;
        syntax::Document document;
        std::vector<diagnostics::Diagnostic> messages;
        bool isRead = false;
    };
    /// Reads and parses one file without what it uses, once; its messages are not told.
    const File& file(const std::string& path, support::Span usedAt);

private:
    struct Walk;
    /// A file that declares nothing stands for the protocols of the files that it uses; not for those that these
    /// follow.
    void takeUsed(const std::string& path, const File& entry, LoadedUnit& unit) const;
    /// Reads a text into `file`; its messages go there.
    void take(File& file, const std::string& name, std::string_view bytes);
    void follow(const std::string& path, support::Span usedAt, Walk& walk);
    /// The models inside the program that the units followed so far follow, and that none of the
    /// files declares.
    void followModels(Walk& walk);
    /// The waivers and acceptances beside the files that were followed so far.
    void followWaivers(Walk& walk);
    /// Drops waivers and acceptances that name no unit of this program but one that others will judge: those beside
    /// Reads the files that explanations name; what is wrong with one is told at its statement.
    emit::ProseFiles readProse(const model::Program& program, const std::filesystem::path& root,
                               diagnostics::Sink& sink);
    /// Drops waivers that name no unit of this program but one that others will judge: those beside
    /// another file, and those for a unit in another file of the entry's folder.
    void dropForeignWaivers(const std::string& path, model::Program& program);
    /// Whether a file in the folder of `path` declares the unit.
    bool isDeclaredBeside(const std::string& path, const std::string& unit);

    Session& session_;
    const LoadedLibrary& library_;
    const FileTree& tree_;
    /// By the path as shown.
    std::map<std::string, File> files_;
};

/// The one unit of a protocol argument, for commands that work with one; nothing when there is
/// none or more, which is told.
const model::Protocol* onlyProtocol(Session& session, const LoadedUnit& unit);

} // namespace meldc::driver
