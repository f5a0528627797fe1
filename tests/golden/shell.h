#pragma once

#include <filesystem>
#include <string>
#include <string_view>

/// Runs command lines with the program under test as `meldc`.
namespace meldc::golden {

/// What a command line did.
struct Ran {
    int exitCode = -1;
    std::string out;
    std::string err;

    /// Whether a message with this code stands on standard error.
    [[nodiscard]] bool says(std::string_view code) const;
    /// How many messages stand there.
    [[nodiscard]] std::size_t messages() const;
};

/// A folder of its own for one test; `meldc` is on the path there. Gone afterwards.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    /// Writes a file, with the folders above it.
    void write(const std::string& name, std::string_view bytes) const;
    [[nodiscard]] std::string read(const std::string& name) const;
    [[nodiscard]] bool has(const std::string& name) const;
    /// Number of files below a folder.
    [[nodiscard]] std::size_t filesIn(const std::string& name) const;

    /// Runs a line of bash here, in Dutch and on a fixed day unless the line says otherwise.
    [[nodiscard]] Ran run(const std::string& line) const;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// Whether `part` stands in `text`.
bool holds(std::string_view text, std::string_view part);
/// How often `part` is in `text`.
std::size_t timesIn(std::string_view text, std::string_view part);
/// The text with the first `from` in it replaced; that it is there is expected.
std::string replaced(std::string text, const std::string& from, const std::string& to);
/// A small protocol that compiles, named `proef`.
std::string smallProtocol();
/// The path of a folder below the source tree.
std::string inSource(const std::string& path);

} // namespace meldc::golden
