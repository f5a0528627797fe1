#include "explain/page.h"

#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>
#include <utility>

namespace meldc::explain {

namespace fs = std::filesystem;

namespace {

/// The day on which examples are checked, so that a page means the same next year.
constexpr std::string_view kDate = "2026-03-01";

/// A folder that is gone when the example is done.
class Scratch {
public:
    Scratch() {
        std::string pattern = (fs::temp_directory_path() / "meldc-explain-XXXXXX").string();
        const char* made = mkdtemp(pattern.data());
        path_ = made == nullptr ? fs::path() : fs::path(made);
    }
    ~Scratch() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

std::string slurp(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::string scriptOf(const Section& section) {
    for (const Block& block : section.blocks) {
        if (block.kind == "sh") {
            return block.text;
        }
    }
    return "meldc check protocol.meld --format json --lang nl --date " + std::string(kDate) + "\n";
}

std::set<std::string> codesIn(const std::string& output) {
    static const std::regex kCode(R"re(\[(MC\d{4})\]|"(?:id|code)":\s*"(MC\d{4})")re");
    std::set<std::string> codes;
    for (std::sregex_iterator it(output.begin(), output.end(), kCode), end; it != end; ++it) {
        codes.insert((*it)[1].matched ? (*it)[1] : (*it)[2]);
    }
    return codes;
}

} // namespace

std::vector<Section> sectionsOf(std::string_view page) {
    std::vector<Section> sections;
    std::istringstream stream{std::string(page)};
    bool isInBlock = false;
    std::string introduction;
    for (std::string line; std::getline(stream, line);) {
        const bool isFence = line.starts_with("```");
        if (isInBlock && isFence) {
            isInBlock = false;
        } else if (isInBlock) {
            sections.back().blocks.back().text += line + "\n";
        } else if (isFence && !sections.empty()) {
            isInBlock = true;
            std::istringstream words(line.substr(3));
            Block& block = sections.back().blocks.emplace_back();
            words >> block.kind >> block.fileName;
            block.introduction = std::exchange(introduction, {});
        } else if (line.starts_with("## ")) {
            sections.push_back({line.substr(3), {}});
            introduction.clear();
        } else {
            introduction += line + "\n";
        }
    }
    return sections;
}

bool isRunnable(const Section& section) {
    for (const Block& block : section.blocks) {
        if (block.kind == "meld" || block.kind == "sh") {
            return true;
        }
    }
    return false;
}

bool hasScript(const Section& section) {
    for (const Block& block : section.blocks) {
        if (block.kind == "sh") {
            return true;
        }
    }
    return false;
}

Outcome run(const Section& section) {
    const Scratch scratch;
    const fs::path folder = scratch.path() / "example";
    fs::create_directories(folder);
    for (const Block& block : section.blocks) {
        const bool isText = block.kind == "txt" && !block.fileName.empty();
        if (block.kind == "meld" || isText) {
            const std::string name = block.fileName.empty() ? "protocol.meld" : block.fileName;
            fs::create_directories((folder / name).parent_path());
            std::ofstream(folder / name, std::ios::binary) << block.text;
        }
    }
    const fs::path script = scratch.path() / "run.sh";
    const fs::path log = scratch.path() / "log";
    std::ofstream(script, std::ios::binary)
        << "PATH='" << fs::path(MELDC_PROGRAM).parent_path().string() << "':$PATH\n"
        << "cd '" << folder.string() << "' || exit 9\n"
        << scriptOf(section);
    const std::string command =
        "sh '" + script.string() + "' >'" + log.string() + "' 2>&1 </dev/null";
    const int status = std::system(command.c_str());
    Outcome outcome;
    outcome.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
    outcome.output = slurp(log);
    outcome.codes = codesIn(outcome.output);
    return outcome;
}

} // namespace meldc::explain
