#include "unit/parser/fixture.h"

#include "diagnostics/catalog.h"
#include "diagnostics/diagnostic.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace meldc::parser::test {

std::vector<std::string> Read::codes() const {
    std::vector<std::string> result;
    for (const diagnostics::Diagnostic& diagnostic : sink.sorted()) {
        const support::LineColumn at = sources.file(diagnostic.span.file).position(diagnostic.span.begin);
        result.push_back(std::string(diagnostics::info(diagnostic.id).code) + "@" +
                         std::to_string(at.line) + ":" + std::to_string(at.column));
    }
    return result;
}

std::vector<std::string> Read::sentences() const {
    std::vector<std::string> result;
    for (const diagnostics::Diagnostic& diagnostic : sink.sorted()) {
        result.push_back(renderMessage(diagnostic, support::Language::Dutch));
    }
    return result;
}

Read read(std::string text) {
    Read result;
    const support::FileId id = result.sources.add("test.meld", std::move(text));
    result.document = parse(result.sources.file(id), id, result.sink);
    return result;
}

std::string inUnit(std::string_view statements) {
    return "meldcode u \"U\" {\n" + std::string(statements) + "\n}\n";
}

std::string contentOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<std::filesystem::path> sourceFiles() {
    std::vector<std::filesystem::path> files;
    for (const char* folder : {"stdlib", "policies", "tests/unit/parser"}) {
        const std::filesystem::path root = std::filesystem::path(MELDC_SOURCE_DIR) / folder;
        if (!std::filesystem::exists(root)) {
            continue;
        }
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
            if (entry.path().extension() == ".meld") {
                files.push_back(entry.path());
            }
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace meldc::parser::test
