#include "driver/output_files.h"

#include "pipeline/files.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace meldc::driver {
namespace {

namespace fs = std::filesystem;
using diagnostics::Diag;

class OutputFiles : public testing::Test {
protected:
    OutputFiles() {
        std::string pattern = (fs::temp_directory_path() / "meldc-output-XXXXXX").string();
        root_ = mkdtemp(pattern.data());
    }
    ~OutputFiles() override {
        std::error_code ignored;
        fs::remove_all(root_, ignored);
    }

    std::string in(const std::string& name) const { return root_ + "/" + name; }
    void touch(const std::string& name, const std::string& bytes = "x") const {
        fs::create_directories(fs::path(in(name)).parent_path());
        std::ofstream(in(name), std::ios::binary) << bytes;
    }

private:
    std::string root_;
};

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
