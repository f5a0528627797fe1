#pragma once

#include "driver/session.h"
#include "pipeline/unit_reader.h"

#include <optional>
#include <string>

/// Reading for a run: what is wrong is told at once.
namespace meldc::driver {

/// Loads the library that the options ask for. Nothing when it cannot be read or does not compile.
std::optional<pipeline::LoadedLibrary> loadLibrary(Session& session);
/// Loads the library in a folder; empty: the one inside the program.
std::optional<pipeline::LoadedLibrary> loadLibrary(Session& session, const std::string& folder);

/// Reads entry files and what they use.
class Loader {
public:
    /// All must outlive it.
    Loader(Session& session, const pipeline::LoadedLibrary& library,
           const pipeline::FileTree& tree = pipeline::disk());

    /// Compiles one entry file. What is wrong is told, and kept in the unit.
    pipeline::LoadedUnit load(const std::string& path);
    /// Reads and parses one file without what it uses, once; its messages are not told.
    const pipeline::UnitReader::File& file(const std::string& path);

private:
    Session& session_;
    pipeline::UnitReader reader_;
};

/// The one unit of a protocol argument, for commands that work with one; nothing when there is
/// none or more, which is told.
const model::Protocol* onlyProtocol(Session& session, const pipeline::LoadedUnit& unit);

} // namespace meldc::driver
