#include "emit/table_text.h"

#include <gtest/gtest.h>

namespace meldc::emit {
namespace {

using Texts = std::vector<std::vector<std::string>>;

Texts textsOf(const std::string& text) {
    support::SourceMap sources;
    const support::FileId id = sources.add("lijst.tsv", text);
    Texts result;
    for (const TableRow& row : rowsOf(sources, id)) {
        result.emplace_back();
        for (const TableCell& cell : row.cells) {
            result.back().push_back(cell.text);
        }
    }
    return result;
}

TEST(TableText, TabsSeparateAndBlanksAroundACellDoNotCount) {
    EXPECT_EQ(textsOf("1.1\tWie beslist; en hoe \t R15, R16\n"),
              (Texts{{"1.1", "Wie beslist; en hoe", "R15, R16"}}));
}

TEST(TableText, SemicolonsSeparateWhenThereAreNoTabs) {
    EXPECT_EQ(textsOf("1.1;Wie beslist;R15, R16\n"), (Texts{{"1.1", "Wie beslist", "R15, R16"}}));
}

TEST(TableText, EmptyRowsAndRemarksAreLeftOut) {
    EXPECT_EQ(textsOf("# uitleg\n\n\t\t\na\tb\n#slot"), (Texts{{"a", "b"}}));
    EXPECT_EQ(textsOf(""), Texts{});
    EXPECT_EQ(textsOf("#"), Texts{});
}

TEST(TableText, QuotationMarksHoldAnything) {
    EXPECT_EQ(textsOf("a\t\"tab\there, \"\"zo\"\"\nen verder\"\tc\nd\te\tf"),
              (Texts{{"a", "tab\there, \"zo\"\nen verder", "c"}, {"d", "e", "f"}}));
}

TEST(TableText, QuotationMarksOfASentenceArePlain) {
    EXPECT_EQ(textsOf("a\t\"ja\" zei zij\tc\n"), (Texts{{"a", "\"ja\" zei zij", "c"}}));
    EXPECT_EQ(textsOf("a\t\"zonder einde\nb\tc"), (Texts{{"a", "\"zonder einde"}, {"b", "c"}}));
}

TEST(TableText, ACellKnowsItsPlace) {
    support::SourceMap sources;
    const support::FileId id = sources.add("lijst.tsv", "# kop\na\tbc\td\n");
    const std::vector<TableRow> rows = rowsOf(sources, id);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(sources.text(rows[0].at(1).span), "bc");
    EXPECT_EQ(sources.text(rows[0].span), "a\tbc\td");
    // Behind the last cell there is an empty one, on the same row.
    EXPECT_EQ(rows[0].at(7).text, "");
    EXPECT_EQ(rows[0].at(7).span, rows[0].span);
}

TEST(TableText, WhatIsWrittenIsReadBack) {
    for (const std::string text :
         {"gewoon", "met\ttab", "met \"aanhaling\"", "\"geheel\"", "# geen uitleg", "twee\nregels"}) {
        EXPECT_EQ(textsOf(tabCell(text) + "\tb\n"), (Texts{{text, "b"}})) << text;
    }
}

TEST(TableText, CommasQuotesAndLineEndsStandBetweenQuotationMarks) {
    EXPECT_EQ(csvCell("gewoon"), "gewoon");
    EXPECT_EQ(csvCell("a,b"), "\"a,b\"");
    EXPECT_EQ(csvCell("zij zei \"ja\""), "\"zij zei \"\"ja\"\"\"");
    EXPECT_EQ(csvCell("a\nb"), "\"a\nb\"");
}

TEST(TableText, NothingIsAFormula) {
    EXPECT_EQ(csvCell("=1+1"), "'=1+1");
    EXPECT_EQ(csvCell("+31 20"), "'+31 20");
    EXPECT_EQ(csvCell("-1"), "'-1");
    EXPECT_EQ(csvCell("@SUM(A1)"), "'@SUM(A1)");
    EXPECT_EQ(csvCell("\t=1"), "'\t=1");
    EXPECT_EQ(csvCell("=HYPERLINK(\"x\",\"y\")"), "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"");
}

} // namespace
} // namespace meldc::emit
