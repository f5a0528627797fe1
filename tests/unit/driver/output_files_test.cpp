#include "driver/output_files.h"

#include "pipeline/files.h"
#include "unit/temporary_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace meldc::driver {
namespace {

namespace fs = std::filesystem;
using diagnostics::Diag;

class OutputFiles : public test::TemporaryFolder {};

TEST_F(OutputFiles, WritesAllOrNothing) {
    touch("staat", "oud");
    EXPECT_FALSE(writeFiles({{in("m/een"), "1"}, {in("staat"), "nieuw"}}).has_value());
    EXPECT_EQ(pipeline::readFile(in("staat"), 100).bytes, "nieuw");
    EXPECT_EQ(pipeline::readFile(in("m/een"), 100).bytes, "1");
    fs::create_directories(in("map"));
    const auto error = writeFiles({{in("staat"), "weer"}, {in("nieuw"), "2"}, {in("map"), "3"}});
    ASSERT_TRUE(error.has_value());
    EXPECT_EQ(error->id, Diag::CannotWrite);
    EXPECT_EQ(pipeline::readFile(in("staat"), 100).bytes, "nieuw");
    EXPECT_FALSE(fs::exists(in("nieuw")));
}

} // namespace
} // namespace meldc::driver
