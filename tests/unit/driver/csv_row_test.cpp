// Rows of CSV: what RFC 4180 says of them, and what people write instead.

#include "driver/csv_row.h"

#include "driver/row_reader.h"
#include "support/limits.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>

namespace meldc::driver {
namespace {

using Cells = std::vector<std::string>;

/// The cells, or how the row stands when it is not whole.
Cells csvCellsOf(std::string_view text, char separator = ',') {
    CsvRow row(separator);
    const RowState state = row.read(text);
    if (state != RowState::Whole) {
        return {state == RowState::Open ? "(open)" : "(broken)"};
    }
    EXPECT_EQ(stateAfter(text, separator, false), RowState::Whole) << text;
    return {row.cells().begin(), row.cells().end()};
}

/// All rows of a file with these bytes.
Cells csvRowsOf(const std::string& bytes, char separator = ',') {
    std::string path = (std::filesystem::temp_directory_path() / "meldc-rows-XXXXXX").string();
    const int descriptor = mkstemp(path.data());
    EXPECT_GE(descriptor, 0);
    std::ofstream(path, std::ios::binary) << bytes;
    LineReader lines(path);
    RowReader reader(lines, separator);
    Cells rows;
    while (auto row = reader.next()) {
        rows.push_back(*row);
    }
    std::filesystem::remove(path);
    return rows;
}

TEST(CsvRow, PlainCells) {
    EXPECT_EQ(csvCellsOf(""), (Cells{""}));
    EXPECT_EQ(csvCellsOf("a"), (Cells{"a"}));
    EXPECT_EQ(csvCellsOf("a,,b,"), (Cells{"a", "", "b", ""}));
    EXPECT_EQ(csvCellsOf("a,b;c", ';'), (Cells{"a,b", "c"}));
    EXPECT_EQ(csvCellsOf("a\tb", '\t'), (Cells{"a", "b"}));
}

TEST(CsvRow, CellsInQuotationMarks) {
    EXPECT_EQ(csvCellsOf("\"\""), (Cells{""}));
    EXPECT_EQ(csvCellsOf("\"\"\"\""), (Cells{"\""}));
    EXPECT_EQ(csvCellsOf("\"a,b\",c"), (Cells{"a,b", "c"}));
    EXPECT_EQ(csvCellsOf("a,\"b \"\"c\"\"\","), (Cells{"a", "b \"c\"", ""}));
    EXPECT_EQ(csvCellsOf("\"a\r\nb\",c"), (Cells{"a\r\nb", "c"}));
}

TEST(CsvRow, MarksWhereNoneCanStand) {
    EXPECT_EQ(csvCellsOf("\"a"), (Cells{"(open)"}));
    EXPECT_EQ(csvCellsOf("\"a\"\""), (Cells{"(open)"}));
    EXPECT_EQ(csvCellsOf("a,\""), (Cells{"(open)"}));
    EXPECT_EQ(csvCellsOf("\"a\"b"), (Cells{"(broken)"}));
    EXPECT_EQ(csvCellsOf("a\"b"), (Cells{"(broken)"}));
    EXPECT_EQ(csvCellsOf("a\"b\",c"), (Cells{"(broken)"}));
    EXPECT_EQ(csvCellsOf(" \"a\""), (Cells{"(broken)"}));
}

TEST(CsvRow, SeparatorOfTheHead) {
    EXPECT_EQ(separatorOf("id;a;b"), ';');
    EXPECT_EQ(separatorOf("id,a;b"), ',');
    EXPECT_EQ(separatorOf("id\ta"), '\t');
    EXPECT_EQ(separatorOf("\"i;d\",a"), ',');
    EXPECT_EQ(separatorOf("a"), ',');
}

TEST(CsvRow, WhatIsWrittenIsReadBack) {
    // Cells of the signs that matter, written as RFC 4180 says.
    std::mt19937 random(4180);
    constexpr std::string_view kSigns = "a\",;\r\n";
    for (int round = 0; round < 2000; ++round) {
        Cells cells(1 + random() % 4);
        std::string text;
        for (std::string& cell : cells) {
            for (std::size_t i = random() % 5; i > 0; --i) {
                cell += kSigns[random() % kSigns.size()];
            }
            text += &cell == &cells.front() ? "\"" : ",\"";
            for (const char letter : cell) {
                text += letter == '"' ? std::string("\"\"") : std::string(1, letter);
            }
            text += '"';
        }
        EXPECT_EQ(csvCellsOf(text), cells) << text;
        EXPECT_EQ(csvRowsOf(text + "\r\n" + "b\r\n" + text), (Cells{text, "b", text})) << text;
    }
}

TEST(RowReader, ARowMayGoOnInFurtherLines) {
    EXPECT_EQ(csvRowsOf("a,b\r\n\"c\r\nd\ne\",f\r\ng\n"), (Cells{"a,b", "\"c\r\nd\ne\",f", "g"}));
    EXPECT_EQ(csvRowsOf(""), Cells{});
}

TEST(RowReader, AMistakeTakesNoOtherRowsAlong) {
    // Nothing closes the first mark; the second closes it where none can.
    EXPECT_EQ(csvRowsOf("\"a,1\nb,2\nc,3\n"), (Cells{"\"a,1", "b,2", "c,3"}));
    EXPECT_EQ(csvRowsOf("\"a,1\nb,2\nc\"x,3\n\"d\ne\",4\n"), (Cells{"\"a,1", "b,2", "c\"x,3", "\"d\ne\",4"}));
    // Nor does one that is closed so far away that it cannot have been meant.
    std::string far = "\"a\n";
    std::size_t rows = 1;
    for (; far.size() <= support::kMaxRowBytes; ++rows) {
        far += "b,2\n";
    }
    EXPECT_EQ(csvRowsOf(far + "c\",3\n").size(), rows + 1);
}

} // namespace
} // namespace meldc::driver
