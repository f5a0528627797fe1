#pragma once

#include "diagnostics/sink.h"
#include "driver/console.h"
#include "driver/environment.h"
#include "driver/options.h"
#include "support/source_file.h"

#include <string_view>

namespace meldc::driver {

/// What a run ends with. Wrong wins over Findings.
enum class ExitCode : std::uint8_t {
    Done = 0,
    /// A finding at or above `--fail-on`, a refuted requirement, a case with another outcome.
    Findings = 1,
    /// Wrong use, unreadable input, or a file that does not compile.
    Wrong = 2,
    /// An error of meldc itself.
    Internal = 3
};

/// One run: what was asked, the texts that were read, and where the answers go.
class Session {
public:
    Session(const Options& options, const Environment& environment)
        : options_(options), environment_(environment) {}

    [[nodiscard]] const Options& options() const { return options_; }
    [[nodiscard]] support::Language language() const { return options_.language; }
    /// The day whose law applies.
    [[nodiscard]] support::Date date() const {
        return options_.daysAhead ? environment_.today.plusDays(*options_.daysAhead)
                                  : options_.date.value_or(environment_.today);
    }
    [[nodiscard]] support::Date today() const { return environment_.today; }
    [[nodiscard]] support::SourceMap& sources() { return sources_; }
    [[nodiscard]] const support::SourceMap& sources() const { return sources_; }
    [[nodiscard]] Console& console() { return console_; }
    /// Whether results on standard output are coloured.
    [[nodiscard]] bool resultInColor() const { return inColor(environment_.resultIsTerminal); }
    /// Whether someone watches the messages.
    [[nodiscard]] bool isWatched() const { return environment_.messagesAreTerminal; }

    /// Tells a message on standard error; an error makes the run end with Wrong.
    void tell(const diagnostics::Diagnostic& diagnostic);
    /// Tells all messages, by place.
    void tell(const diagnostics::Sink& sink);
    /// A remark on standard error, unless `--quiet`.
    void remark(const support::Localized& text);
    /// Something was read or used wrongly and has been told.
    void markWrong() { isWrong_ = true; }
    /// meldc contradicted itself about `what`: tells so, and the run ends with Internal.
    void markBroken(const std::string& what);
    [[nodiscard]] bool isWrong() const { return isWrong_; }

    /// meldc failed in some other way, which has been told: the run ends with Internal.
    void markInternal() { isBroken_ = true; }
    [[nodiscard]] bool isInternal() const { return isBroken_; }
    /// A run with the same options and texts in which nothing was told yet.
    [[nodiscard]] Session anew() const;

    /// Hands on the result and gives the exit code: Wrong when something was wrong on the way.
    [[nodiscard]] ExitCode finish(bool hasFindings);

private:
    [[nodiscard]] bool inColor(bool isTerminal) const;

    const Options& options_;
    const Environment& environment_;
    Console console_;
    support::SourceMap sources_;
    bool isWrong_ = false;
    bool isBroken_ = false;
};

} // namespace meldc::driver
