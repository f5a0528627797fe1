#pragma once

#include "driver/commands/shared.h"
#include "emit/report.h"

#include <deque>
#include <functional>
#include <memory>
#include <set>
#include <string>

namespace meldc::driver {

/// A run that judges every protocol below its operands and reports on all of them at once: what all
/// such runs do alike, with what each does of its own in a class below it.
class UnitsRun {
public:
    virtual ~UnitsRun() = default;

    /// Judges the protocols of one file, once. `isNamed`: the user named this very file, so that it
    /// must hold a protocol.
    void file(const std::string& path, bool isNamed);
    /// Writes the report in all formats asked for.
    void write();

    [[nodiscard]] bool isEmpty() const { return isEmpty_; }
    /// Something is as grave as `--fail-on` says, or graver.
    [[nodiscard]] bool hasFindings() const { return hasFindings_; }

protected:
    /// Both must outlive it.
    UnitsRun(Session& session, const pipeline::LoadedLibrary& library);

    virtual emit::RunReport& report() = 0;
    /// Judges one protocol and puts it in the report, which may point into the unit.
    virtual void protocol(const pipeline::LoadedUnit& unit, const model::Protocol& protocol) = 0;
    [[nodiscard]] virtual std::string rendered(const FormatRequest& request) const = 0;
    /// After the last file, before the report is written.
    virtual void complete() {}

    /// A protocol has these verdicts: the exit code tells of them.
    void judged(const baseline::ProtocolReport& report);
    /// The same, when the worst that counts is another than that of the report.
    void judged(const baseline::ProtocolReport& report, diagnostics::Severity worst);
    [[nodiscard]] bool isInColor(const FormatRequest& request) const;

    Session& session_;

private:
    const pipeline::LoadedLibrary& library_;
    Loader loader_;
    std::deque<pipeline::LoadedUnit> units_;
    std::set<std::string> done_;
    bool isEmpty_ = true;
    bool hasFindings_ = false;
};

/// Runs a command that judges every protocol below its operands.
ExitCode runOverUnits(
    Session& session,
    const std::function<std::unique_ptr<UnitsRun>(const pipeline::LoadedLibrary&)>& makeRun);

} // namespace meldc::driver
