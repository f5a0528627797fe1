#include "embedded/explain.h"
#include "embedded/models.h"
#include "embedded/stdlib.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include <gtest/gtest.h>

namespace {

namespace fs = std::filesystem;
using meldc::embedded::File;

std::map<std::string, std::string> filesOf(const fs::path& root, const std::string& extension) {
    std::map<std::string, std::string> files;
    if (!fs::exists(root)) {
        return files;
    }
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
        if (entry.is_regular_file() && entry.path().extension() == extension) {
            std::ifstream in(entry.path(), std::ios::binary);
            files[entry.path().lexically_relative(root).generic_string()] = {
                std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
        }
    }
    return files;
}

/// The table must hold exactly the files of the tree: same paths, same bytes, sorted.
void expectSame(std::span<const File> table, const fs::path& root, const std::string& extension) {
    const auto files = filesOf(root, extension);
    ASSERT_FALSE(files.empty()) << root;
    EXPECT_EQ(table.size(), files.size());
    EXPECT_TRUE(std::ranges::is_sorted(table, {}, &File::path));
    for (const File& file : table) {
        const auto found = files.find(std::string(file.path));
        ASSERT_NE(found, files.end()) << file.path;
        EXPECT_EQ(found->second, file.content) << file.path;
    }
}

TEST(Embedded, StdlibIsTheTree) {
    expectSame(meldc::embedded::stdlib(), fs::path(MELDC_SOURCE_DIR) / "stdlib", ".meld");
}

TEST(Embedded, ModelsAreTheProtocolsOfTheModels) {
    std::map<std::string, std::string> models = filesOf(fs::path(MELDC_SOURCE_DIR) / "policies", ".meld");
    std::erase_if(models, [](const auto& file) {
        return !file.first.starts_with("model-") || !file.first.ends_with("/protocol.meld");
    });
    std::map<std::string, std::string> table;
    for (const File& file : meldc::embedded::models()) {
        table.emplace(file.path, file.content);
    }
    EXPECT_EQ(table, models);
    EXPECT_TRUE(models.contains("model-po/protocol.meld"));
}

TEST(Embedded, ExplainIsTheTree) {
    expectSame(meldc::embedded::explain(),
               fs::path(MELDC_SOURCE_DIR) / "compiler/diagnostics/explain", ".md");
}

} // namespace
