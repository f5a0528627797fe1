#pragma once

#include "diagnostics/diagnostic.h"
#include "driver/options.h"
#include "support/source_file.h"

#include <string>
#include <vector>

/// What holds when the command line does not say otherwise: variables of the environment, and below these the
/// block `project` of project.meld.
namespace meldc::driver {

/// One option with its value, as it would be written on the command line.
struct Default {
    OptionName name = OptionName::Date;
    std::string value;
    /// The variable that it comes from; empty: it comes from the project.
    std::string variable;
    support::Span span;
};

/// Reads them for a command line. Variables are `MELDC_` with the option in capitals: MELDC_DATE,
/// MELDC_FAIL_ON, MELDC_FORMAT (several with commas between), MELDC_LANG, MELDC_SECTOR, MELDC_STDLIB. The
/// project is that of the first folder with a project.meld from the protocol's own up to the current one.
class Defaults {
public:
    /// Those that a command with these operands uses. What is wrong in project.meld is in errors().
    [[nodiscard]] std::vector<Default> of(const Options& options);
    /// The baseline that the project asks for; empty: any.
    [[nodiscard]] const std::string& baseline() const { return baseline_; }
    /// The project file that was read; empty: none.
    [[nodiscard]] const std::string& file() const { return file_; }
    [[nodiscard]] const std::vector<diagnostics::Diagnostic>& errors() const { return errors_; }
    /// The project's text, for messages.
    [[nodiscard]] const support::SourceMap& sources() const { return sources_; }

private:
    void readProject(const Options& options, std::vector<Default>& defaults);

    std::string file_;
    std::string baseline_;
    std::vector<diagnostics::Diagnostic> errors_;
    support::SourceMap sources_;
};

/// The environment variable for an option: "MELDC_FAIL_ON".
[[nodiscard]] std::string variableOf(OptionName name);

} // namespace meldc::driver
