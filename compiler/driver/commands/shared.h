#pragma once

#include "driver/loader.h"
#include "driver/pipeline.h"
#include "driver/session.h"
#include "emit/answer.h"

#include <memory>
#include <optional>
#include <string>

/// What several commands do alike.
namespace meldc::driver {

/// One protocol, compiled and analysed, for a command that works with one. Does not move: the parts
/// point at one another.
struct Subject {
    LoadedLibrary library;
    LoadedUnit unit;
    const model::Protocol* protocol = nullptr;
    Analysis analysis;

    [[nodiscard]] const model::Library& vocabularyOwner() const { return unit.program->library; }
};

/// Loads the protocol that the first operand names. Nothing when that fails, which has been told.
std::unique_ptr<Subject> loadSubject(Session& session);

/// Whether some law is known of the session's day, for the sectors of the protocol; that it is not,
/// is told and returned.
std::optional<diagnostics::Diagnostic> refuseUnknownLaw(Session& session,
                                                        const model::Library& library,
                                                        const model::Protocol& protocol);

/// What `decide` needs of an analysis.
emit::Decider deciderOf(const model::Library& library, const Analysis& analysis,
                        const support::Date& date);

/// The format of a command that writes one, on standard output or into the file asked for.
Format formatOf(const Session& session, Format otherwise);

/// Sends a result where the format request wants it. Returns whether it could be written.
bool deliver(Session& session, const FormatRequest& request, const std::string& text);

} // namespace meldc::driver
