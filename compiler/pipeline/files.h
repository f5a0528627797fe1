#pragma once

#include "diagnostics/sink.h"
#include "support/span.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Finding and reading files.
namespace meldc::pipeline {

/// How the name of a text in the language ends.
inline constexpr std::string_view kMeldEnding = ".meld";
/// The file that makes a folder a protocol.
inline constexpr std::string_view kProtocolFile = "protocol.meld";
/// The waivers of the protocol in the same folder.
inline constexpr std::string_view kWaiversFile = "ontheffingen.meld";
/// The acceptances of less protection in it.
inline constexpr std::string_view kAcceptancesFile = "aanvaardingen.meld";
/// The name that stands for standard input.
inline constexpr std::string_view kStandardInput = "-";

/// Worked examples beside it, which are no unit.
inline constexpr std::string_view kCasesFile = "casussen.meld";
/// How the protocols below its folder are checked.
inline constexpr std::string_view kProjectFile = "project.meld";
/// Whether a file of this name says something about protocols beside it and declares none.
[[nodiscard]] bool isBesideUnits(const std::filesystem::path& file);

/// The bytes of a file, or why there are none.
struct ReadResult {
    std::optional<std::string> bytes;
    std::optional<diagnostics::Diagnostic> error;
    /// It was not opened or not read to its end because of its size.
    bool tooLarge = false;
};

/// Reads a file ("-": standard input) of at most `limit` bytes. `usedAt` is where it is asked for,
/// if anywhere.
[[nodiscard]] ReadResult readFile(const std::string& path, std::size_t limit,
                                  support::Span usedAt = {});

/// A folder with this file holds a norm and its examples.
inline constexpr std::string_view kNormFile = "norm.meld";

/// What a path on the command line is searched for.
enum class Search {
    /// One protocol: the file itself, or protocol.meld in the folder.
    Protocol,
    /// Units: protocol.meld of each folder, else its .meld files but those that stand beside units, and so on
    /// downwards.
    Units,
    /// Every .meld file but the examples of norms.
    Tests,
    /// Every .meld file.
    Everything
};

/// Files below (or at) `path`, sorted; what is wrong goes to `sink`. Folders of norms are passed
/// over in a search for units and tests: their examples are wrong on purpose.
[[nodiscard]] std::vector<std::string> findFiles(const std::string& path, Search search,
                                                 diagnostics::Sink& sink);

/// Whether `path` is `root` or lies below it; links are followed as far as they exist.
[[nodiscard]] bool liesIn(const std::filesystem::path& path, const std::filesystem::path& root);

/// Why a call of the system failed, in words, from its error number.
[[nodiscard]] support::Localized reasonOf(int errorNumber);

/// The path as shown: without "./" and doubled slashes.
[[nodiscard]] std::string shownPath(std::string_view path);

} // namespace meldc::pipeline
