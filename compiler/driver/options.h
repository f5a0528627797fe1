#pragma once

#include "diagnostics/diagnostic.h"
#include "support/date.h"
#include "support/localized.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The command line as a value.
namespace meldc::driver {

enum class Command : std::uint8_t {
#define COMMAND(name, spelling, operands, nl, en) name,
#include "driver/options.def"
};

enum class OptionName : std::uint8_t {
#define OPTION(name, spelling, takes, valueNl, valueEn, commands, nl, en) name,
#include "driver/options.def"
};

/// Html: only what `explain` tells of coverage.
enum class Format : std::uint8_t { Text, Plain, Json, Html };
enum class ColorMode : std::uint8_t { Auto, Always, Never };
enum class Stage : std::uint8_t { Tokens, Syntax, Model, Decision };
/// Aid: the decision aid. Form: the empty list of judgements beside a report.
enum class Product : std::uint8_t { Json, Html, Csv, Form, Aid };

/// One `--format`: how, and into which file; empty or "-": standard output.
struct FormatRequest {
    Format format = Format::Text;
    std::string file;
};

/// What the user asked for. Options that a command does not use keep their default.
struct Options {
    Command command = Command::Help;
    /// `--help` or `--version` was given.
    bool help = false;
    bool version = false;
    std::vector<std::string> operands;

    std::optional<support::Date> date;
    support::Language language = support::Language::Dutch;
    /// As given; empty: the command's own default.
    std::vector<FormatRequest> formats;
    diagnostics::Severity failOn = diagnostics::Severity::Error;
    /// A folder; empty: the library inside the program.
    std::string stdlib;
    /// The folder of source documents; empty: none is opened.
    std::string documents;
    /// meld.lock is written.
    bool lock = false;
    ColorMode color = ColorMode::Auto;
    bool quiet = false;
    /// `--timeline`: all days instead of one.
    bool timeline = false;
    std::vector<Product> products;
    std::string out;
    bool verify = false;
    /// Lists beside a report; empty: none.
    std::string items;
    std::string judgements;
    /// `--case`; absent: cases are read.
    std::optional<std::string> oneCase;
    /// `--cases`; empty or "-": standard input.
    std::string cases;
    Stage stage = Stage::Model;
};

/// Options with what was wrong in them; with errors, only `language` and `color` can be relied on.
struct ParsedOptions {
    Options options;
    std::vector<diagnostics::Diagnostic> errors;
};

/// Reads the arguments behind the program's name. `fallback` is the language when none is asked for.
ParsedOptions parseOptions(std::span<const std::string> arguments, support::Language fallback);

/// How a command is spelt.
std::string_view spelling(Command command);

} // namespace meldc::driver
