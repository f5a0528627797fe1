#pragma once

#include "diagnostics/diagnostic.h"
#include "emit/answers/coverage_kind.h"
#include "support/date.h"
#include "support/localized.h"

#include <cstddef>
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

/// Which command knows which: see options.cpp.
enum class Format : std::uint8_t { Text, Plain, Json, Csv, Html, Sarif, Junit, Gitlab, Github, Markdown, Docx, Svg, Mermaid, Dot };
/// In which form the cases of `decide` stand.
enum class CaseForm : std::uint8_t { Json, Csv };
enum class ColorMode : std::uint8_t { Auto, Always, Never };
enum class Stage : std::uint8_t { Tokens, Syntax, Model, Decision };
/// For which `help --completion` writes.
enum class Shell : std::uint8_t { Bash, Zsh, Fish };
/// Aid: the decision aid. Protocol to Web: documents for staff and parents; Record is the form for
/// the file of a pupil or somebody in care, Web the paragraph for guide and website. Svg, Mermaid, Dot: drawings. Form:
/// the empty list of judgements beside a report. Matrix: the page of many protocols alone.
enum class Product : std::uint8_t {
    Json, Html, Aid, Protocol, Handbook, Card, Roles, Record, Web, Svg, Mermaid, Dot, Csv, Docx, Sql, Dmn, Cpp, Jdm, Vectors, Tck,
    Bpmn, Form, Matrix
};

/// As what a document is written.
enum class DocumentForm : std::uint8_t { Html, Docx, Pdf, Text };
/// For whom a document is.
enum class Variant : std::uint8_t { Internal, Public };
/// How large the card of steps is.
enum class Paper : std::uint8_t { A4, A3 };

/// One `--format`: how, and into which file; empty or "-": standard output.
struct FormatRequest {
    Format format = Format::Text;
    std::string file;
};

/// What `new` makes.
inline constexpr std::string_view kNewProtocol = "protocol";
inline constexpr std::string_view kNewNorm = "norm";

/// `--shard`: one part of the work, from 1.
struct ShardChoice {
    std::size_t part = 1;
    std::size_t of = 1;
};

/// What the user asked for. Options that a command does not use keep their default.
struct Options {
    Command command = Command::Help;
    /// `--help` or `--version` was given.
    bool help = false;
    bool version = false;
    std::vector<std::string> operands;

    std::optional<support::Date> date;
    /// `--date +180d`: so many days from today, which the reader of options does not know.
    std::optional<int> daysAhead;
    /// `--to-date`, `--to-stdlib`: of the new version, when they are not those of the old one.
    std::optional<support::Date> newDate;
    std::optional<std::string> newStdlib;
    support::Language language = support::Language::Dutch;
    /// As given; empty: the command's own default.
    std::vector<FormatRequest> formats;
    diagnostics::Severity failOn = diagnostics::Severity::Error;
    /// A folder; empty: the library inside the program.
    std::string stdlib;
    /// What project.meld said that the command line did not: its path, and options as they would be written.
    std::string projectFile;
    std::string projectSays;
    /// The hash, or how it begins, that the library inside the program must have; empty: any.
    std::string baseline;
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
    /// What `new` is told: the sector as written, the organisation, whether it asks.
    std::string sector;
    std::string name;
    bool ask = false;
    bool verify = false;
    /// `--verify`: tables are read back before they are written.
    bool readBack = false;
    /// Lists beside a report; empty: none.
    std::string items;
    std::string judgements;
    /// `--as`; empty: the usual ones. `--variant`.
    std::vector<DocumentForm> documentForms;
    Variant variant = Variant::Internal;
    /// `--paper`; absent: A4.
    std::optional<Paper> paper;
    /// Where what a proof can be checked by goes; empty: nowhere.
    std::string certificate;
    /// A document whose look is taken over; empty: none.
    std::string templateDocx;
    /// `--template`: files and folders. `--published`: documents to compare with.
    std::vector<std::string> templates;
    std::vector<std::string> published;
    /// A report of many: operands are parts of one; which part to make; the earlier one to compare
    /// with (empty: none); how many processes (0: one for each core).
    bool merge = false;
    std::optional<ShardChoice> shard;
    std::string compare;
    std::size_t jobs = 0;
    /// `--since`: the revision whose findings are known; empty: none.
    std::string since;
    /// `--since-date`: the day by whose law findings are known; absent: that of `date`.
    std::optional<support::Date> sinceDate;
    /// Into which file a counterexample, or cases that were made, go; empty: none.
    std::string save;
    std::string generate;
    emit::LeastCoverage leastCoverage{};
    /// `--case`; absent: cases are read.
    std::optional<std::string> oneCase;
    /// `--cases`; empty or "-": standard input.
    std::string cases;
    /// `--input`; absent: as the name of the file says.
    std::optional<CaseForm> caseForm;
    Stage stage = Stage::Model;
    /// `--man`: help as a manual page.
    bool manual = false;
    /// `--completion`; absent: help is told.
    std::optional<Shell> shell;
};

/// Options with what was wrong in them; with errors, only `language` and `color` can be relied on.
struct ParsedOptions {
    Options options;
    std::vector<diagnostics::Diagnostic> errors;
};

class Defaults;

/// Reads the arguments behind the program's name. `fallback` is the language when none is asked for;
/// `defaults` what holds when an option is not given (null: nothing).
ParsedOptions parseOptions(std::span<const std::string> arguments, support::Language fallback,
                           Defaults* defaults = nullptr);

/// How a command is spelt.
std::string_view spelling(Command command);
/// How a product is spelt behind `--emit`.
std::string_view spelling(Product product);
/// Whether a product is a document for people, which is there in several forms.
bool isDocument(Product product);
/// How a form of documents is spelt behind `--as`, which is also how its files end.
std::string_view spelling(DocumentForm form);
/// Whether the options ask for a document for a word processor.
bool writesWord(const Options& options);

} // namespace meldc::driver
