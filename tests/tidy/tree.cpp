#include "tidy/tree.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <utility>

namespace meldc::tidy {

namespace fs = std::filesystem;

namespace {

const fs::path kTop = MELDC_SOURCE_DIR;

bool isLeftOut(const std::string& name) {
    return name.starts_with(".") || name.starts_with("build") || name == "node_modules";
}

std::string slurp(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// Past the raw string literal whose opening quote is at `quote`; appends its content.
std::size_t skipRaw(std::string_view text, std::size_t quote, std::string& content) {
    const std::size_t open = text.find('(', quote);
    const std::string close = ")" + std::string(text.substr(quote + 1, open - quote - 1)) + "\"";
    const std::size_t end = std::min(text.find(close, open), text.size());
    content = text.substr(open + 1, end - open - 1);
    return std::min(end + close.size(), text.size());
}

} // namespace

std::string TreeFile::compilerFolder() const {
    constexpr std::string_view kRoot = "compiler/";
    const std::size_t slash = path.find('/', kRoot.size());
    const bool isBelow = path.starts_with(kRoot) && slash != std::string::npos;
    return isBelow ? path.substr(kRoot.size(), slash - kRoot.size()) : std::string();
}

std::vector<std::string> TreeFile::lines() const {
    std::vector<std::string> result;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        result.push_back(line);
    }
    return result;
}

std::vector<TreeFile> filesBelow(std::string_view folder, std::set<std::string> extensions) {
    std::vector<TreeFile> files;
    const fs::path root = kTop / folder;
    if (!fs::is_directory(root)) {
        return files;
    }
    for (auto it = fs::recursive_directory_iterator(root); it != fs::end(it); ++it) {
        if (it->is_directory() && isLeftOut(it->path().filename().string())) {
            it.disable_recursion_pending();
            continue;
        }
        const bool isWanted =
            extensions.empty() || extensions.contains(it->path().extension().string());
        if (it->is_regular_file() && isWanted) {
            files.push_back({fs::relative(it->path(), kTop).generic_string(), slurp(it->path())});
        }
    }
    std::sort(files.begin(), files.end(),
              [](const TreeFile& a, const TreeFile& b) { return a.path < b.path; });
    return files;
}

std::vector<std::string> topLevelNames() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(kTop)) {
        names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::string readFile(std::string_view path) {
    return slurp(kTop / path);
}

SourceParts takeApart(std::string_view text) {
    SourceParts parts{std::string(text), {}, {}};
    const auto blank = [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            if (parts.code[i] != '\n') {
                parts.code[i] = ' ';
            }
        }
    };
    const auto comment = [&](std::size_t begin, std::size_t end) {
        parts.comments.push_back({std::string(text.substr(begin, end - begin)), lineOf(text, begin)});
        blank(begin, end);
    };
    for (std::size_t i = 0; i < text.size();) {
        const std::string_view rest = text.substr(i);
        if (rest.starts_with("//")) {
            const std::size_t end = std::min(text.find('\n', i), text.size());
            comment(i, end);
            i = end;
        } else if (rest.starts_with("/*")) {
            const std::size_t end = std::min(text.find("*/", i + 2), text.size() - 2) + 2;
            comment(i, end);
            i = end;
        } else if (rest.starts_with("R\"")) {
            std::string content;
            const std::size_t end = skipRaw(text, i + 1, content);
            parts.literals.push_back({content, lineOf(text, i)});
            blank(i + 2, end - 1);
            i = end;
        } else if (rest.starts_with("\"") ||
                   (rest.starts_with("'") &&
                    (i == 0 || std::isalnum(static_cast<unsigned char>(text[i - 1])) == 0))) {
            std::size_t end = i + 1;
            while (end < text.size() && text[end] != text[i] && text[end] != '\n') {
                end += text[end] == '\\' ? 2U : 1U;
            }
            end = std::min(end, text.size());
            if (text[i] == '"') {
                parts.literals.push_back(
                    {std::string(text.substr(i + 1, end - i - 1)), lineOf(text, i)});
            }
            blank(i + 1, end);
            i = end + 1;
        } else {
            ++i;
        }
    }
    return parts;
}

std::vector<std::string> wordsOf(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) != 0 || c == '_' || byte >= 0x80) {
            word += c;
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    if (!word.empty()) {
        words.push_back(word);
    }
    return words;
}

std::size_t lineOf(std::string_view text, std::size_t offset) {
    return 1 + static_cast<std::size_t>(std::count(
                   text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
}

std::string joined(const std::vector<std::string>& findings) {
    std::string result;
    for (const std::string& finding : findings) {
        result += finding + "\n";
    }
    return result;
}

} // namespace meldc::tidy
