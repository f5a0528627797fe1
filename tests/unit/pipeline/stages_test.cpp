#include "pipeline/stages.h"

#include <gtest/gtest.h>

namespace meldc::pipeline {
namespace {

constexpr support::Date kDate{2026, 3, 1};

/// The library inside the program, compiled.
struct Base {
    support::SourceMap sources;
    diagnostics::Sink sink;
    model::Library library;

    Base() {
        const std::vector<Text> texts = embeddedLibrary();
        library = compileLibrary(sources, texts, sink);
    }
};

TEST(Pipeline, ExamplesOfNormsAreNoPartOfTheLibrary) {
    EXPECT_EQ(withoutExamples({"a/begrip.meld", "n/R1/fout.meld", "n/R1/goed.meld",
                               "n/R1/norm.meld", "n/los.meld"}),
              (std::vector<std::string>{"a/begrip.meld", "n/R1/norm.meld", "n/los.meld"}));
}

TEST(Pipeline, TheEmbeddedLibraryCompiles) {
    const Base base;
    EXPECT_TRUE(base.sink.isEmpty());
    EXPECT_GT(base.library.norms.size(), 10U);
}

TEST(Pipeline, TextsAreCleanedOfMarksAndLineEnds) {
    support::SourceMap sources;
    const support::FileId id = addText(sources, "x", "\xEF\xBB\xBF" "a\r\nb\rc");
    EXPECT_EQ(sources.file(id).text(), "a\nb\nc");
}

TEST(Pipeline, TheHashIsOfBytesAndOrder) {
    const std::vector<Text> a{{"x", "1"}, {"y", "2"}};
    const std::vector<Text> sameElsewhere{{"map/x", "1"}, {"map/y", "2"}};
    const std::vector<Text> other{{"x", "2"}, {"y", "1"}};
    EXPECT_EQ(hashOf(a), hashOf(sameElsewhere));
    EXPECT_NE(hashOf(a), hashOf(other));
}

TEST(Pipeline, TextsInVerdictsOut) {
    Base base;
    const Text text{"p.meld", "meldcode leeg \"Leeg\" {\n  soort meldcode\n  sector po\n}\n"};
    const CheckedTexts checked =
        checkTexts(base.sources, base.library, {&text, 1}, kDate, base.sink);
    ASSERT_EQ(checked.reports.size(), 1U);
    EXPECT_EQ(checked.reports[0].results.size(),
              selectedNorms(checked.program->library, *checked.reports[0].protocol, kDate).size());
    EXPECT_FALSE(checked.analyses[0].hasDecision());
    // The same input gives the same verdicts.
    const CheckedTexts again =
        checkTexts(base.sources, base.library, {&text, 1}, kDate, base.sink);
    for (std::size_t i = 0; i < checked.reports[0].results.size(); ++i) {
        EXPECT_EQ(checked.reports[0].results[i].status, again.reports[0].results[i].status);
        EXPECT_EQ(checked.reports[0].results[i].message, again.reports[0].results[i].message);
    }
}

} // namespace
} // namespace meldc::pipeline
