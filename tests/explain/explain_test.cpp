// Every explanation page keeps its word: its wrong example gives its diagnostic, its right one does
// not.

#include "diagnostics/catalog.h"
#include "diagnostics/explain.h"
#include "explain/page.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace meldc::explain {
namespace {

using diagnostics::DiagnosticInfo;
using diagnostics::Severity;
using support::Language;

/// The codes of all diagnostics that have a page.
std::vector<std::string> codesWithPages() {
    std::vector<std::string> result;
    for (const DiagnosticInfo& entry : diagnostics::catalog()) {
        if (entry.severity != Severity::Note) {
            result.emplace_back(entry.code);
        }
    }
    return result;
}

class ExplanationPage : public testing::TestWithParam<std::string> {};

INSTANTIATE_TEST_SUITE_P(All, ExplanationPage, testing::ValuesIn(codesWithPages()),
                         [](const auto& param) { return param.param; });

std::string fileOf(std::string_view language, std::string_view code) {
    const std::string path = std::string(MELDC_SOURCE_DIR) + "/compiler/diagnostics/explain/" +
                             std::string(language) + "/" + std::string(code) + ".md";
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

TEST_P(ExplanationPage, IsPartOfTheProgram) {
    const std::string& code = GetParam();
    const std::string_view slug = diagnostics::findBySlugOrCode(code)->slug;
    EXPECT_EQ(diagnostics::explanationPage(code, Language::Dutch), fileOf("nl", code));
    EXPECT_EQ(diagnostics::explanationPage(slug, Language::English), fileOf("en", code));
}

TEST_P(ExplanationPage, ExamplesDoWhatThePageSays) {
    const std::string& code = GetParam();
    const auto page = diagnostics::explanationPage(code, Language::Dutch);
    ASSERT_TRUE(page.has_value());
    const std::vector<Section> sections = sectionsOf(*page);
    ASSERT_EQ(sections.size(), 6U);
    const Section& wrong = sections[3];
    const Section& right = sections[4];
    if (!isRunnable(wrong)) {
        GTEST_SKIP() << "shown in words only; tests/tidy keeps the list of such pages";
    }
    const Outcome bad = run(wrong);
    const Outcome good = run(right);
    EXPECT_TRUE(bad.codes.contains(code)) << bad.output;
    EXPECT_FALSE(good.codes.contains(code)) << good.output;
    EXPECT_LT(bad.exitCode, 3) << bad.output;
    EXPECT_LT(good.exitCode, 2) << good.output;
    if (diagnostics::findBySlugOrCode(code)->severity == Severity::Error) {
        EXPECT_GT(bad.exitCode, 0) << bad.output;
    }
    // One mistake, one message: all else that the wrong example gives, the right one gives too.
    // A command line may show several; a file that does not compile has no findings at all.
    if (!hasScript(wrong) && bad.exitCode < 2) {
        std::set<std::string> extra;
        std::set_difference(bad.codes.begin(), bad.codes.end(), good.codes.begin(),
                            good.codes.end(), std::inserter(extra, extra.begin()));
        // Notes belong to the finding above them.
        std::erase_if(extra, [](const std::string& each) {
            return diagnostics::findBySlugOrCode(each)->severity == Severity::Note;
        });
        EXPECT_EQ(extra, std::set<std::string>{code}) << bad.output;
    } else if (!hasScript(wrong)) {
        EXPECT_EQ(bad.codes, std::set<std::string>{code}) << bad.output;
    }
}

/// A reader sees the example, not how the test runs it.
TEST_P(ExplanationPage, ExamplesOfSeveralFilesNameThem) {
    for (const Language language : {Language::Dutch, Language::English}) {
        const auto page = diagnostics::explanationPage(GetParam(), language);
        ASSERT_TRUE(page.has_value());
        for (const Section& section : sectionsOf(*page)) {
            const auto files =
                std::count_if(section.blocks.begin(), section.blocks.end(),
                              [](const Block& block) { return block.kind == "meld"; });
            for (const Block& block : section.blocks) {
                const std::string name = block.fileName.empty() ? "protocol.meld" : block.fileName;
                if (files > 1 && block.kind == "meld") {
                    EXPECT_NE(block.introduction.find("`" + name + "`"), std::string::npos)
                        << section.heading << ": " << name;
                }
            }
        }
    }
}

/// An example that uses a file of the reader's own shows that file too.
TEST_P(ExplanationPage, RightExamplesStandAlone) {
    const auto page = diagnostics::explanationPage(GetParam(), Language::Dutch);
    ASSERT_TRUE(page.has_value());
    const Section right = sectionsOf(*page)[4];
    if (!isRunnable(right)) {
        GTEST_SKIP() << "shown in words only";
    }
    const Outcome good = run(right);
    for (const char* const unfit : {"MC2001", "MC2002", "MC2008"}) {
        EXPECT_FALSE(good.codes.contains(unfit)) << good.output;
    }
}

} // namespace
} // namespace meldc::explain
