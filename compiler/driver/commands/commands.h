#pragma once

#include "driver/session.h"

/// The commands of meldc. Each does its work with the session's options, hands its result to the
/// session's console and returns the exit code; what goes wrong on the way is told there.
namespace meldc::driver {

/// `check`: verdicts and findings of each protocol.
ExitCode runCheck(Session& session);
/// `check --timeline`: the same on all days on which something changes.
ExitCode runTimeline(Session& session);
/// `prove`: one requirement over all cases.
ExitCode runProve(Session& session);
/// `decide`: the decision, case by case.
ExitCode runDecide(Session& session);
/// `build`: tables and pages.
ExitCode runBuild(Session& session);
/// `report`: the compliance report of one protocol.
ExitCode runReport(Session& session);
/// `new`: a protocol over a model, or a norm for the library.
ExitCode runNew(Session& session);
/// `diff`: what a new version changes.
ExitCode runDiff(Session& session);
/// `test`: every worked example.
ExitCode runTest(Session& session);
/// `explain`: a norm or a message.
ExitCode runExplain(Session& session);
/// `fmt`: files in canonical layout.
ExitCode runFmt(Session& session);
/// `dump`: a stage as text.
ExitCode runDump(Session& session);
/// `help`: the commands, or one of them.
ExitCode runHelp(Session& session);

} // namespace meldc::driver
