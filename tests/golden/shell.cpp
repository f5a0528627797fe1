#include "golden/shell.h"

#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <regex>

namespace meldc::golden {

namespace fs = std::filesystem;

namespace {

std::string slurp(const fs::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

} // namespace

bool Ran::says(std::string_view code) const {
    return err.find("[" + std::string(code) + "]") != std::string::npos;
}

std::size_t Ran::messages() const {
    static const std::regex kCode(R"(\[MC\d{4}\])");
    return static_cast<std::size_t>(
        std::distance(std::sregex_iterator(err.begin(), err.end(), kCode), std::sregex_iterator()));
}

bool holds(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

std::size_t timesIn(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

Folder::Folder() {
    std::string pattern = (fs::temp_directory_path() / "meldc-golden-XXXXXX").string();
    const char* made = mkdtemp(pattern.data());
    path_ = made == nullptr ? fs::path() : fs::path(made);
    fs::create_directories(path_ / "bin");
    fs::create_symlink(MELDC_PROGRAM, path_ / "bin" / "meldc");
    fs::create_directories(path_ / "work");
}

Folder::~Folder() {
    std::error_code ignored;
    fs::permissions(path_, fs::perms::owner_all, ignored);
    fs::remove_all(path_, ignored);
}

void Folder::write(const std::string& name, std::string_view bytes) const {
    const fs::path file = path_ / "work" / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
}

std::string Folder::read(const std::string& name) const {
    return slurp(path_ / "work" / name);
}

bool Folder::has(const std::string& name) const {
    return fs::exists(path_ / "work" / name);
}

std::size_t Folder::filesIn(const std::string& name) const {
    std::size_t count = 0;
    std::error_code none;
    for (fs::recursive_directory_iterator it(path_ / "work" / name, none), end; it != end; ++it) {
        count += it->is_regular_file() ? 1U : 0U;
    }
    return count;
}

Ran Folder::run(const std::string& line) const {
    std::ofstream(path_ / "script") << line << '\n';
    const std::string command =
        "cd '" + (path_ / "work").string() + "' && env LC_ALL=C.UTF-8 NO_COLOR= PATH='" +
        (path_ / "bin").string() + "':\"$PATH\" bash '" + (path_ / "script").string() + "' >'" +
        (path_ / "out").string() + "' 2>'" + (path_ / "err").string() + "'";
    const int status = std::system(command.c_str());
    Ran ran;
    ran.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    ran.out = slurp(path_ / "out");
    ran.err = slurp(path_ / "err");
    return ran;
}

std::string smallProtocol() {
    return R"(meldcode proef "Proef" {
  soort meldcode
  organisatie "Proefschool"
  sector po
  rol af "aandachtsfunctionaris" is aandachtsfunctionaris
  stap 1 "Wegen" {
    wettelijke stap wegen
    uitvoerder af
    afwegingskader {
      vraag 1 "Is er een vermoeden?" {
        antwoord ja als vermoeden
        bij ja vraag 2
        bij nee afsluiten
        bij twijfel advies_veilig_thuis, wacht op nieuw antwoord
      }
      vraag 2 "Is er acute onveiligheid?" {
        antwoord ja als acute_onveiligheid
        bij ja melden
        bij nee hulp
      }
    }
  }
  meldnorm 1 "Acuut" { moet melden bij acute_onveiligheid of disclosure }
}
)";
}

std::string inSource(const std::string& path) {
    return std::string(MELDC_SOURCE_DIR) + "/" + path;
}

} // namespace meldc::golden
