#pragma once

#include "driver/files.h"
#include "driver/loader.h"
#include "driver/pipeline.h"
#include "driver/session.h"
#include "emit/answer.h"
#include "emit/build_input.h"
#include "emit/ci/items.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

/// What several commands do alike.
namespace meldc::driver {

/// One protocol, compiled and analysed, for a command that works with one. Does not move: the parts
/// point at one another.
struct Subject {
    LoadedLibrary library;
    LoadedUnit unit;
    const model::Protocol* protocol = nullptr;
    Analysis analysis;
};

/// Loads the protocol that the first operand names. Nothing when that fails, which has been told.
std::unique_ptr<Subject> loadSubject(Session& session);

/// A file to work on. `isNamed`: it is all that an operand stands for.
struct Input {
    std::string path;
    bool isNamed = false;
};

/// The files below the operands, in their order, and the library for them.
struct Inputs {
    std::vector<Input> files;
    LoadedLibrary library;
};

/// Nothing when there are no files or the library cannot be used, which has been told.
std::optional<Inputs> loadInputs(Session& session, Search search);

/// Whether some law is known of the session's day, for the sectors of the protocol; that it is not,
/// is told and returned.
std::optional<diagnostics::Diagnostic> refuseUnknownLaw(Session& session,
                                                        const model::Library& library,
                                                        const model::Protocol& protocol,
                                                        const support::Date& date);
/// The same for the day that was asked for.
std::optional<diagnostics::Diagnostic> refuseUnknownLaw(Session& session,
                                                        const model::Library& library,
                                                        const model::Protocol& protocol);

/// A protocol for an emitter, without decision, verdicts and quotations. What it points to must outlive it.
emit::BuildInput buildInputOf(const Session& session, const LoadedLibrary& library, const LoadedUnit& unit,
                              const model::Protocol& protocol);

/// What `decide` needs of an analysis.
emit::Decider deciderOf(const model::Library& library, const Analysis& analysis,
                        const support::Date& date);

/// The format of a command that writes one, on standard output or into the file asked for.
Format formatOf(const Session& session, Format otherwise);

/// The formats asked for; none: as text, on standard output.
std::vector<FormatRequest> formatsOf(const Session& session);

/// The meaning of the protocol as text, with the waivers on which its verdicts may rest.
std::string meaningOf(const LoadedUnit& unit, const model::Protocol& protocol);

/// A protocol's name as a file name: nothing that a path could take for a folder.
std::string fileNameOf(const model::Protocol& protocol);

/// Whether `path` is a file that this run has read.
bool isInput(const Session& session, const std::string& path);

/// Sends a result where the format request wants it. Returns whether it could be written.
bool deliver(Session& session, const FormatRequest& request, const std::string& text);

/// The findings of a run in the format of another program, which `format` is.
std::string ciReport(const Session& session, Format format, const emit::CiRun& run);

} // namespace meldc::driver
