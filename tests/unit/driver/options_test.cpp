#include "driver/option_table.h"
#include "driver/options.h"

#include <gtest/gtest.h>

namespace meldc::driver {
namespace {

using diagnostics::Diag;
using support::Language;

ParsedOptions parsed(const std::vector<std::string>& arguments) {
    return parseOptions(arguments, Language::Dutch);
}

Options good(const std::vector<std::string>& arguments) {
    ParsedOptions result = parsed(arguments);
    EXPECT_TRUE(result.errors.empty());
    return result.options;
}

TEST(Options, ValuesBehindASpaceOrAnEqualsSign) {
    const Options options =
        good({"check", "a", "--date", "2026-01-02", "--fail-on=warning", "b", "--quiet"});
    EXPECT_EQ(options.command, Command::Check);
    EXPECT_EQ(options.operands, (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(options.date, (support::Date{2026, 1, 2}));
    EXPECT_EQ(options.failOn, diagnostics::Severity::Warning);
    EXPECT_TRUE(options.quiet);
}

TEST(Options, FormatsAddUp) {
    const Options options =
        good({"check", "a", "--format", "text", "--format", "json=uit=1.json"});
    ASSERT_EQ(options.formats.size(), 2U);
    EXPECT_EQ(options.formats[0].format, Format::Text);
    EXPECT_EQ(options.formats[0].file, "");
    EXPECT_EQ(options.formats[1].format, Format::Json);
    EXPECT_EQ(options.formats[1].file, "uit=1.json");
}

TEST(Options, ProductsOnceEachAndAllOfThem) {
    EXPECT_EQ(good({"build", "a", "--emit", "html,json,html", "--out", "u"}).products,
              (std::vector<Product>{Product::Html, Product::Json}));
    EXPECT_EQ(good({"build", "a", "--emit", "all", "--out", "u"}).products,
              (std::vector<Product>{Product::Json, Product::Html, Product::Aid, Product::Protocol,
                                    Product::Handbook, Product::Card, Product::Roles, Product::Record,
                                    Product::Web, Product::Svg, Product::Mermaid, Product::Dot, Product::Csv,
                                    Product::Sql, Product::Dmn, Product::Cpp, Product::Jdm, Product::Vectors,
                                    Product::Tck, Product::Bpmn}));
}

TEST(Options, AReportHasProductsOfItsOwn) {
    EXPECT_TRUE(good({"report", "a", "--out", "u"}).products.empty());
    // An empty list for people comes only when it is asked for by name.
    EXPECT_EQ(good({"report", "a", "--emit", "all", "--out", "u"}).products,
              (std::vector<Product>{Product::Json, Product::Html, Product::Csv, Product::Docx}));
    EXPECT_EQ(good({"report", "a", "--emit", "form", "--out", "u"}).products,
              std::vector<Product>{Product::Form});
    // The same word of build: a form for notes.
    EXPECT_EQ(good({"build", "a", "--emit", "form", "--out", "u"}).products,
              std::vector<Product>{Product::Record});
    for (const auto& [command, foreign] :
         {std::pair("build", "matrix"), std::pair("report", "sql"), std::pair("report", "bpmn")}) {
        const ParsedOptions result = parsed({command, "a", "--emit", foreign, "--out", "u"});
        ASSERT_EQ(result.errors.size(), 1U);
        EXPECT_EQ(result.errors.front().id, Diag::UnknownOptionValue);
    }
    const ParsedOptions nowhere = parsed({"report", "a"});
    ASSERT_EQ(nowhere.errors.size(), 1U);
    EXPECT_EQ(nowhere.errors.front().id, Diag::NothingAsked);
}

TEST(Options, AStandAloneDashIsAnOperand) {
    EXPECT_EQ(good({"check", "-"}).operands, std::vector<std::string>{"-"});
    EXPECT_EQ(good({"check", "--", "--date"}).operands, std::vector<std::string>{"--date"});
    // A value may begin with one dash: it names standard input or output.
    EXPECT_EQ(good({"decide", "a", "--cases", "-"}).cases, "-");
}

TEST(Options, ValuesThatTheOptionLibraryWouldExpandStayAsTheyAre) {
    EXPECT_EQ(good({"check", "@bestand"}).operands, std::vector<std::string>{"@bestand"});
    EXPECT_EQ(good({"build", "a", "--emit", "json", "--out", "@uit"}).out, "@uit");
}

TEST(Options, NothingRemainsOfAnEarlierRun) {
    EXPECT_EQ(good({"check", "a", "--date", "2026-01-02", "--format", "json"}).formats.size(), 1U);
    const Options again = good({"check", "a"});
    EXPECT_FALSE(again.date.has_value());
    EXPECT_TRUE(again.formats.empty());
}

TEST(Options, EveryMistakeIsTold) {
    const ParsedOptions result =
        parsed({"check", "a", "--stage", "model", "--zzz", "--date", "morgen"});
    std::vector<Diag> ids;
    for (const auto& error : result.errors) {
        ids.push_back(error.id);
    }
    EXPECT_EQ(ids, (std::vector<Diag>{Diag::UnknownOption, Diag::OptionNotForCommand,
                                      Diag::DateForm}));
}

TEST(Options, AllDaysAndOneDayExcludeEachOther) {
    EXPECT_TRUE(good({"check", "--timeline", "a"}).timeline);
    EXPECT_FALSE(good({"check", "a"}).timeline);
    const ParsedOptions both = parsed({"check", "a", "--timeline", "--date", "2026-01-01"});
    ASSERT_EQ(both.errors.size(), 1U);
    EXPECT_EQ(both.errors.front().id, Diag::OptionsExclude);
    const ParsedOptions elsewhere = parsed({"prove", "a", "b", "--timeline"});
    ASSERT_EQ(elsewhere.errors.size(), 1U);
    EXPECT_EQ(elsewhere.errors.front().id, Diag::OptionNotForCommand);
}

TEST(Options, HelpNeedsNothingElse) {
    EXPECT_TRUE(good({"prove", "--help"}).help);
    EXPECT_TRUE(good({"-h"}).help);
    EXPECT_TRUE(good({"--version"}).version);
    EXPECT_EQ(good({}).command, Command::Help);
}

TEST(Options, EveryOptionIsUsedBySomeCommandAndHasItsTexts) {
    for (const OptionRow& row : optionRows()) {
        EXPECT_NE(row.commands, 0U) << row.spelling;
        EXPECT_EQ(row.takes == Takes::Flag, row.valueNl.empty()) << row.spelling;
        EXPECT_EQ(row.valueNl.empty(), row.valueEn.empty()) << row.spelling;
        EXPECT_FALSE(row.nl.empty() || row.en.empty()) << row.spelling;
    }
    for (const CommandRow& row : commandRows()) {
        bool hasExample = false;
        for (const ExampleRow& example : exampleRows()) {
            hasExample = hasExample || example.command == row.name;
        }
        EXPECT_TRUE(hasExample) << row.spelling;
    }
}

} // namespace
} // namespace meldc::driver
