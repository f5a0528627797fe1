#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace meldc::test {

/// A test with a folder of its own, which is gone when it ends.
class TemporaryFolder : public testing::Test {
protected:
    TemporaryFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "meldc-test-XXXXXX").string();
        root_ = mkdtemp(pattern.data());
    }
    ~TemporaryFolder() override {
        std::error_code ignored;
        std::filesystem::remove_all(root_, ignored);
    }

    [[nodiscard]] const std::string& root() const { return root_; }
    /// The path of a file in it.
    [[nodiscard]] std::string in(const std::string& name) const { return root_ + "/" + name; }
    /// Makes a file, and the folders that it lies in.
    void touch(const std::string& name, const std::string& bytes = "x") const {
        std::filesystem::create_directories(std::filesystem::path(in(name)).parent_path());
        std::ofstream(in(name), std::ios::binary) << bytes;
    }

private:
    std::string root_;
};

} // namespace meldc::test
