#pragma once

#include "driver/options.h"

#include <array>
#include <string_view>

/// The words behind options: one table for each, from which they are read, told and completed.
namespace meldc::driver {

/// A word behind an option and what it means.
template <class Value> struct Choice {
    std::string_view spelling;
    Value value;
};

/// A set of commands, for the table below.
constexpr unsigned setOf(Command command) {
    return 1U << static_cast<unsigned>(command);
}
inline constexpr unsigned kOfAll = ~0U;
/// Commands whose findings other programs show.
inline constexpr unsigned kOfFindings = setOf(Command::Check) | setOf(Command::Test) | setOf(Command::Diff);

/// A format with how it is asked for.
struct FormatChoice {
    std::string_view spelling;
    Format value;
    /// By which commands.
    unsigned by;
};
inline constexpr auto kFormats = std::to_array<FormatChoice>(
    {{"text", Format::Text, kOfAll},
     {"plain", Format::Plain, kOfAll},
     {"json", Format::Json, kOfAll & ~setOf(Command::Explain)},
     {"csv", Format::Csv, setOf(Command::Decide)},
     {"sarif", Format::Sarif, kOfFindings},
     {"junit", Format::Junit, kOfFindings},
     {"gitlab", Format::Gitlab, kOfFindings},
     {"github", Format::Github, kOfFindings},
     {"markdown", Format::Markdown, kOfFindings},
     {"html", Format::Html, setOf(Command::Diff)},
     {"docx", Format::Docx, setOf(Command::Diff)},
     {"svg", Format::Svg, setOf(Command::Prove)},
     {"mermaid", Format::Mermaid, setOf(Command::Prove)},
     {"dot", Format::Dot, setOf(Command::Prove)}});
/// What the page on coverage has besides.
inline constexpr Format kCoverageFormats[] = {Format::Json, Format::Html};
inline constexpr auto kSeverities =
    std::to_array<Choice<diagnostics::Severity>>({{"error", diagnostics::Severity::Error},
                                                  {"warning", diagnostics::Severity::Warning},
                                                  {"info", diagnostics::Severity::Info}});
inline constexpr auto kCaseForms =
    std::to_array<Choice<CaseForm>>({{"json", CaseForm::Json}, {"csv", CaseForm::Csv}});
inline constexpr auto kColors = std::to_array<Choice<ColorMode>>({{"auto", ColorMode::Auto},
                                                           {"always", ColorMode::Always},
                                                           {"never", ColorMode::Never}});
inline constexpr auto kShells = std::to_array<Choice<Shell>>({{"bash", Shell::Bash}, {"zsh", Shell::Zsh}, {"fish", Shell::Fish}});
inline constexpr auto kStages = std::to_array<Choice<Stage>>({{"tokens", Stage::Tokens},
                                                       {"syntax", Stage::Syntax},
                                                       {"model", Stage::Model},
                                                       {"decision", Stage::Decision}});
/// Which command writes it, and whether it is among those that "all" stands for.
struct ProductChoice {
    std::string_view spelling;
    Product value;
    bool byBuild;
    bool byReport;
    bool isInAll;

    [[nodiscard]] bool isOf(Command command) const {
        return command == Command::Report ? byReport : byBuild;
    }
};
// The list of judgements is made once and then kept by people: it comes only when it is asked for by name.
inline constexpr auto kProducts = std::to_array<ProductChoice>({{"json", Product::Json, true, true, true},
                                                         {"html", Product::Html, true, true, true},
                                                         {"aid", Product::Aid, true, false, true},
                                                         {"protocol", Product::Protocol, true, false, true},
                                                         {"handbook", Product::Handbook, true, false, true},
                                                         {"card", Product::Card, true, false, true},
                                                         {"roles", Product::Roles, true, false, true},
                                                         {"form", Product::Record, true, false, true},
                                                         {"web", Product::Web, true, false, true},
                                                         {"svg", Product::Svg, true, false, true},
                                                         {"mermaid", Product::Mermaid, true, false, true},
                                                         {"dot", Product::Dot, true, false, true},
                                                         {"csv", Product::Csv, true, true, true},
                                                         {"docx", Product::Docx, false, true, true},
                                                         {"sql", Product::Sql, true, false, true},
                                                         {"dmn", Product::Dmn, true, false, true},
                                                         {"cpp", Product::Cpp, true, false, true},
                                                         {"jdm", Product::Jdm, true, false, true},
                                                         {"vectors", Product::Vectors, true, false, true},
                                                         {"tck", Product::Tck, true, false, true},
                                                         {"bpmn", Product::Bpmn, true, false, true},
                                                         {"form", Product::Form, false, true, false},
                                                         {"matrix", Product::Matrix, false, true, false}});
inline constexpr auto kDocumentForms = std::to_array<Choice<DocumentForm>>(
    {{"html", DocumentForm::Html}, {"docx", DocumentForm::Docx}, {"pdf", DocumentForm::Pdf}, {"txt", DocumentForm::Text}});
inline constexpr auto kVariants =
    std::to_array<Choice<Variant>>({{"intern", Variant::Internal}, {"openbaar", Variant::Public}});
inline constexpr auto kPapers = std::to_array<Choice<Paper>>({{"a4", Paper::A4}, {"a3", Paper::A3}});
inline constexpr auto kLanguages =
    std::to_array<Choice<support::Language>>(
        {{"nl", support::Language::Dutch}, {"en", support::Language::English}});

/// The word that stands for every product.
inline constexpr std::string_view kAllProducts = "all";

} // namespace meldc::driver
