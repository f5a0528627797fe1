// What decide makes of input that is not as it should be: each line is told in its place, nothing is changed silently.

#include "golden/shell.h"

#include <gtest/gtest.h>

#include <string>

namespace meldc::golden {
namespace {

/// What decide says of bytes on standard input.
Ran decided(const std::string& bytes, const std::string& options) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    folder.write("in", bytes);
    return folder.run("meldc decide p.meld --quiet " + options + " <in");
}

TEST(DecideInput, SaysWhatIsWrongWithAnObject) {
    const auto says = [](const std::string& line, const std::string& words) {
        const Ran ran = decided(line + "\n", "");
        EXPECT_EQ(ran.exitCode, 2) << line;
        EXPECT_TRUE(holds(ran.out, "MC9025") && holds(ran.out, words)) << ran.out;
    };
    says(R"({"id":5,"facts":{},"vermoeden":"ja"})", "`vermoeden` hoort hier niet; een geval heeft `id` en `facts`");
    says(R"({"id":1,"id":2,"facts":{}})", "`id` staat er twee keer in");
    says(R"({"id":1,"facts":{},"facts":{}})", "`facts` staat er twee keer in");
    says(R"({"id":9})", "`facts` ontbreekt");
    says(R"({"id":9,"facts":[]})", "`facts` is geen object");
    says(R"([1])", "geen object");
    says("geen json", "geen JSON");
    says("{\"facts\":{}}\r{\"facts\":{}}", "CR alleen");
    says("{\"facts\":{}}" + std::string(8U << 20U, ' '), "langer dan 8388608 bytes");
    EXPECT_EQ(decided("{\"facts\":{}}" + std::string((8U << 20U) - 12, ' ') + "\n", "").exitCode, 0);
}

TEST(DecideInput, ALineWithoutAnIdIsToldByItsNumber) {
    const std::string lines = "\n{\"facts\":{}}\nkapot\n{\"id\":7,\"facts\":3}\n\n"
                              "{\"facts\":{\"vermoeden\":\"nee\",\"disclosure\":\"ja\"}}\n"
                              "{\"facts\":{\"vermoeden\":\"nee\",\"disclosure\":\"ja\"}}\n";
    const Ran ran = decided(lines, "--jobs 1");
    EXPECT_TRUE(holds(ran.out, R"({"id":null,"line":3,"error":)")) << ran.out;
    EXPECT_TRUE(holds(ran.out, R"({"id":7,"error":)")) << ran.out;
    EXPECT_TRUE(holds(ran.out, R"({"id":null,"line":6,"error":)")) << ran.out;
    EXPECT_TRUE(holds(ran.out, R"({"id":null,"line":7,"error":)")) << ran.out;
    // A row that begins on the fourth line, behind one of two lines.
    const Ran table = decided("id,vermoeden\n\"a\nb\",ja\n,misschien\n", "--input csv --format csv");
    EXPECT_TRUE(holds(table.out, "MC9028 (regel 4): ")) << table.out;
}

TEST(DecideInput, EachRowOfATableGivesARow) {
    const Ran ran = decided("vermoeden\nja\n\nnee\n\n\n", "--input csv --format csv");
    EXPECT_EQ(ran.exitCode, 0) << ran.out;
    EXPECT_EQ(timesIn(ran.out, "\n"), 4U) << ran.out;
    // The empty one is the row of a case of which nothing is known.
    const Ran unknown = decided("vermoeden,disclosure\n,\n", "--input csv --format csv");
    const std::string row = unknown.out.substr(unknown.out.find('\n') + 1);
    EXPECT_TRUE(holds(ran.out, "\n" + row)) << ran.out << row;
    const Ran wide = decided("vermoeden,disclosure\nja,nee\n  \nja,ja\n", "--input csv --format csv");
    EXPECT_EQ(timesIn(wide.out, "\n"), 4U) << wide.out;
    EXPECT_TRUE(holds(wide.out, "\n" + row)) << wide.out << row;
}

TEST(DecideInput, CellsAreReadAsSpreadsheetsWriteThem) {
    const std::string plain = decided("vermoeden;disclosure\nja;nee\n", "--input csv --format csv").out;
    EXPECT_TRUE(holds(plain, ";")) << plain;
    for (const std::string bytes : {"sep=;\nvermoeden;disclosure\nWAAR;ONWAAR\n", "SEP=;\r\nvermoeden;disclosure\r\nTRUE;FALSE\r\n"}) {
        EXPECT_EQ(decided(bytes, "--input csv --format csv").out, plain) << bytes;
    }
    const Ran mac = decided("vermoeden,disclosure\rja,nee\r", "--input csv");
    EXPECT_TRUE(mac.out.empty() && mac.exitCode == 2 && holds(mac.err, "CR alleen")) << mac.err;
}

TEST(DecideInput, AnIdComesBackWholeOrNotAtAll) {
    const std::string line = "{\"id\":\"a\\u0000b\",\"facts\":{}}\n";
    EXPECT_TRUE(holds(decided(line, "").out, R"({"id":"a\u0000b","consequences":)"));
    const Ran refused = decided(line, "--format csv");
    EXPECT_EQ(refused.exitCode, 2);
    EXPECT_TRUE(holds(refused.out, "teken dat niet te zien is")) << refused.out;
    using namespace std::string_literals;
    const Ran cell = decided("id,vermoeden\na\0b,ja\n"s, "--input csv --format csv");
    EXPECT_TRUE(holds(cell.out, "teken dat niet te zien is")) << cell.out;
}

} // namespace
} // namespace meldc::golden
