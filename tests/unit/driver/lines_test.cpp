#include "driver/lines.h"

#include "support/limits.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace meldc::driver {
namespace {

std::vector<std::string> linesOf(const std::string& bytes) {
    std::string path =
        (std::filesystem::temp_directory_path() / "meldc-lines-XXXXXX").string();
    const int descriptor = mkstemp(path.data());
    EXPECT_GE(descriptor, 0);
    std::ofstream(path, std::ios::binary) << bytes;
    std::vector<std::string> lines;
    LineReader reader(path);
    while (auto line = reader.next()) {
        lines.push_back(*line);
    }
    EXPECT_FALSE(reader.failure().has_value());
    std::filesystem::remove(path);
    return lines;
}

TEST(Lines, EndsMayDiffer) {
    using Lines = std::vector<std::string>;
    EXPECT_EQ(linesOf(""), Lines{});
    EXPECT_EQ(linesOf("\n"), Lines{""});
    EXPECT_EQ(linesOf("a\nb"), (Lines{"a", "b"}));
    EXPECT_EQ(linesOf("a\r\n\r\nb\n"), (Lines{"a", "", "b"}));
}

TEST(Lines, PiecesAreJoined) {
    const std::string piece(100'000, 'x');
    EXPECT_EQ(linesOf(piece + "\n" + piece + "y\n"),
              (std::vector<std::string>{piece, piece + "y"}));
}

TEST(Lines, OfALongLineOnlyTheBeginningIsKept) {
    const std::vector<std::string> lines =
        linesOf(std::string(support::kMaxFileBytes + 1000, 'x') + "\nna");
    ASSERT_EQ(lines.size(), 2U);
    // A byte more, by which it is known.
    EXPECT_EQ(lines[0].size(), support::kMaxFileBytes + 1);
    EXPECT_EQ(lines[1], "na");
}

TEST(Lines, AFileThatIsNotThereIsTold) {
    LineReader reader("/nergens/te/vinden");
    ASSERT_TRUE(reader.failure().has_value());
    EXPECT_EQ(reader.failure()->id, diagnostics::Diag::FileNotFound);
    EXPECT_FALSE(reader.next().has_value());
}

} // namespace
} // namespace meldc::driver
