// What decide makes of cases in a table, and of answers as one.

#include "golden/shell.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace meldc::golden {
namespace {

std::vector<std::string> rowsOfAnswer(const std::string& text) {
    std::vector<std::string> rows;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        rows.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return rows;
}

/// How many cases writeAllCases() writes.
constexpr int kAllCases = 256;

/// Every combination of four facts and of not knowing them, with all values of the others that the small protocol and
/// its grounds read, as table and as lines of JSON; what contradicts itself too.
void writeAllCases(const Folder& folder) {
    const std::vector<std::string> facts = {"vermoeden", "acute_onveiligheid", "structurele_onveiligheid", "disclosure",
                                            "hulp_mogelijk", "hulp_aanvaard", "hulp_effectief"};
    const std::vector<std::string> values = {"ja", "nee", "twijfel", ""};
    std::string table = "id";
    for (const std::string& fact : facts) {
        table += "," + fact;
    }
    std::string lines;
    for (int id = 0; id < kAllCases; ++id) {
        table += "\n" + std::to_string(id);
        lines += "{\"id\":\"" + std::to_string(id) + "\",\"facts\":{";
        for (std::size_t i = 0; i < facts.size(); ++i) {
            const std::string& value = i < 4 ? values[(static_cast<std::size_t>(id) >> (2 * i)) % 4]
                                             : values[static_cast<std::size_t>(id) * (i + 1) / 7 % 4];
            table += "," + value;
            lines += (i == 0 ? "\"" : ",\"") + facts[i] + "\":" + (value.empty() ? "null" : "\"" + value + "\"");
        }
        lines += "}}\n";
    }
    folder.write("alle.csv", table + "\n");
    folder.write("alle.jsonl", lines);
}

TEST(DecideTable, SaysTheSameAsOfLinesOfJson) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    writeAllCases(folder);
    for (const std::string format : {"json", "csv"}) {
        const Ran lines = folder.run("meldc decide p.meld --cases alle.jsonl --quiet --jobs 1 --format " + format);
        EXPECT_EQ(std::count(lines.out.begin(), lines.out.end(), '\n'), kAllCases + (format == "csv" ? 1 : 0));
        EXPECT_EQ(lines.exitCode, 2);
        for (const std::string jobs : {"1", "2"}) {
            const std::string end = " --quiet --format " + format + " --jobs " + jobs;
            EXPECT_EQ(folder.run("meldc decide p.meld --cases alle.csv" + end).out, lines.out) << end;
            EXPECT_EQ(folder.run("meldc decide p.meld --input csv <alle.csv" + end).out, lines.out) << end;
        }
    }
}

TEST(DecideTable, HasTheColumnsOfTheQueryAndWhatItSays) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    writeAllCases(folder);
    if (folder.run("command -v sqlite3").exitCode != 0) {
        GTEST_SKIP() << "sqlite3 is not installed";
    }
    // SQLite has no empty cells but empty texts, which the query takes as unknown as well.
    const Ran ran = folder.run(
        "meldc build p.meld --emit sql --out uit --quiet && "
        "{ printf '.import --csv alle.csv cases\\nCREATE VIEW result AS\\n'; cat uit/proef.sql; "
        "  printf '.headers on\\n.mode list\\n.separator |\\n.nullvalue NULL\\n"
        "SELECT * FROM result ORDER BY CAST(id AS INTEGER);\\n'; } | sqlite3 :memory:");
    ASSERT_EQ(ran.exitCode, 0) << ran.err;
    const Ran told = folder.run("meldc decide p.meld --cases alle.csv --format csv --quiet");
    std::vector<std::string> rows = rowsOfAnswer(told.out);
    for (std::string& row : rows) {
        ASSERT_TRUE(row.ends_with("\r")) << row;
        row.pop_back();
        // Only an empty cell is NULL: an empty list stands in quotation marks.
        std::string marked;
        for (std::size_t begin = 0; begin <= row.size();) {
            const std::size_t end = std::min(row.find(',', begin), row.size());
            const std::string cell = row.substr(begin, end - begin);
            marked += (begin == 0 ? "" : "|") + (cell.empty() ? "NULL" : cell == "\"\"" ? "" : cell);
            begin = end + 1;
        }
        row = marked;
    }
    EXPECT_EQ(rows, rowsOfAnswer(ran.out));
    const auto count = [&](const std::string& status) {
        return std::count_if(rows.begin(), rows.end(), [&](const std::string& row) { return holds(row, "|" + status + "|"); });
    };
    EXPECT_GT(count("complete"), 0);
    EXPECT_GT(count("incomplete"), 0);
    EXPECT_GT(count("inconsistent"), 0);
}

TEST(DecideTable, IsReadAsSpreadsheetsWriteIt) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    // A mark in front, semicolons, line ends of Windows, cells in quotation marks, an empty line, a last line without end.
    folder.write("in.CSV", "\xEF\xBB\xBFvermoeden;id;disclosure\r\n"
                           "ja;\"a;\"\"b\"\"\r\nc\";nee\r\n"
                           "\r\n"
                           " true ;;\"twijfel\"\r\n"
                           "ja;007;null");
    const Ran ran = folder.run("meldc decide p.meld --cases in.CSV");
    EXPECT_EQ(ran.exitCode, 0) << ran.err;
    const std::vector<std::string> rows = rowsOfAnswer(ran.out);
    // The empty line is a row of which nothing is known.
    ASSERT_EQ(rows.size(), 4U) << ran.out;
    EXPECT_TRUE(rows[0].starts_with(R"({"id":"a;\"b\"\r\nc","consequences":)")) << rows[0];
    EXPECT_TRUE(rows[1].starts_with(R"({"id":null,"consequences":[])")) << rows[1];
    EXPECT_TRUE(rows[2].starts_with(R"({"id":null,"consequences":)")) << rows[2];
    EXPECT_TRUE(rows[3].starts_with(R"({"id":"007","consequences":)")) << rows[3];
    EXPECT_TRUE(holds(rows[3], R"("next":{"fact":)")) << rows[3];
    // The answer has the separator of the question, and the id in its own form.
    const Ran table = folder.run("meldc decide p.meld --cases in.CSV --format csv");
    EXPECT_TRUE(table.out.starts_with("id;status;consequences;")) << table.out;
    EXPECT_TRUE(holds(table.out, "\r\n\"a;\"\"b\"\"\r\nc\";incomplete;")) << table.out;
}

TEST(DecideTable, NoCellBecomesAFormula) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    folder.write("in.csv", "id,vermoeden\n=1+1,ja\n\"@x,y\",nee\n");
    const Ran ran = folder.run("meldc decide p.meld --cases in.csv --format csv");
    EXPECT_TRUE(holds(ran.out, "\r\n'=1+1,incomplete,")) << ran.out;
    EXPECT_TRUE(holds(ran.out, "\r\n\"'@x,y\",")) << ran.out;
    folder.write("in.jsonl", "{\"id\": \"-2+3\", \"facts\": {}}\n{\"id\": \"\\t=1\", \"facts\": {}}\n");
    const Ran lines = folder.run("meldc decide p.meld --cases in.jsonl --format csv");
    EXPECT_TRUE(holds(lines.out, "\r\n'-2+3,incomplete,")) << lines.out;
    EXPECT_TRUE(holds(lines.out, "\r\n'\t=1,incomplete,")) << lines.out;
}

TEST(DecideTable, AWrongRowIsToldInItsPlaceAndTheRestGoesOn) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    folder.write("in.csv", "id,vermoeden,disclosure\n"
                           "1,ja\n"
                           "2,ja,nee,nee\n"
                           "3,misschien,nee\n"
                           "4,nee,ja\n"
                           "a\"5,ja,nee\n"
                           "\"6,ja,nee\n"
                           "7\xE1,ja,nee\n"
                           "8,ja,nee\n");
    const Ran ran = folder.run("meldc decide p.meld --cases in.csv --lang en");
    EXPECT_EQ(ran.exitCode, 2);
    const std::vector<std::string> rows = rowsOfAnswer(ran.out);
    ASSERT_EQ(rows.size(), 8U) << ran.out;
    const char* const codes[] = {"MC9034", "MC9034", "MC9028", "MC9029", "MC9035", "MC9035", "MC1006"};
    for (std::size_t i = 0; i < std::size(codes); ++i) {
        EXPECT_TRUE(holds(rows[i], codes[i])) << rows[i];
    }
    EXPECT_TRUE(rows[0].starts_with(R"({"id":"1","error":)")) << rows[0];
    EXPECT_TRUE(rows[7].starts_with(R"({"id":"8","consequences":)")) << rows[7];
    const std::vector<std::string> table =
        rowsOfAnswer(folder.run("meldc decide p.meld --cases in.csv --format csv --lang en").out);
    ASSERT_EQ(table.size(), 9U);
    EXPECT_TRUE(table[1].starts_with("1,\"MC9034: this row has 2 cells, and")) << table[1];
    EXPECT_TRUE(table[4].starts_with("4,inconsistent,,")) << table[4];
    EXPECT_TRUE(table[8].starts_with("8,incomplete,")) << table[8];
    // As many cells in each row, those with a message too.
    EXPECT_EQ(std::count(table[4].begin(), table[4].end(), ','), std::count(table[0].begin(), table[0].end(), ','));
}

TEST(DecideTable, WithoutAHeadNothingIsDecided) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    const auto tells = [&](const std::string& bytes, const std::string& code) {
        folder.write("in.csv", bytes);
        const Ran ran = folder.run("meldc decide p.meld --cases in.csv --format csv");
        return ran.exitCode == 2 && ran.out.empty() && ran.messages() == 1 && ran.says(code);
    };
    EXPECT_TRUE(tells("", "MC9036"));
    EXPECT_TRUE(tells("id\n1\n", "MC9036"));
    EXPECT_TRUE(tells("id,vermoedn\n1,ja\n", "MC9027"));
    EXPECT_TRUE(tells("id,vermoeden,groep_acht\n1,ja,x\n", "MC9026"));
    EXPECT_TRUE(tells("vermoeden,vermoeden\nja,nee\n", "MC9037"));
    const Ran absent = folder.run("meldc decide p.meld --cases weg.csv");
    EXPECT_TRUE(absent.messages() == 1 && absent.says("MC9001")) << absent.err;
}

TEST(DecideTable, OptionsThatDoNotGoTogether) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    folder.write("in.csv", "vermoeden\nja\n");
    EXPECT_TRUE(folder.run("meldc decide p.meld --case vermoeden=ja --input csv").says("MC9052"));
    EXPECT_TRUE(folder.run("meldc decide p.meld --cases in.csv --format csv=uit.csv").says("MC9052"));
    EXPECT_TRUE(folder.run("meldc decide p.meld --cases in.csv --format text").says("MC9052"));
    EXPECT_TRUE(folder.run("meldc decide p.meld --cases in.csv --input xls").exitCode == 2);
    // What the option says goes before what the name says.
    EXPECT_TRUE(holds(folder.run("meldc decide p.meld --cases in.csv --input json").out, "MC9025"));
    const Ran one = folder.run("meldc decide p.meld --case vermoeden=ja --format csv=uit.csv --format json");
    EXPECT_EQ(one.exitCode, 0) << one.err;
    EXPECT_TRUE(one.out.starts_with("{\"id\":null,")) << one.out;
    EXPECT_TRUE(folder.read("uit.csv").starts_with("id,status,")) << folder.read("uit.csv");
}

} // namespace
} // namespace meldc::golden
