#pragma once

#include "model/library.h"
#include "support/localized.h"
#include "support/source_file.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What `explain` tells of the words of the library.
namespace meldc::emit {

/// Pages are made from these. What they point to must outlive them.
struct WordInput {
    const model::Library* library = nullptr;
    const support::SourceMap* sources = nullptr;
    support::Date date;
    /// Names and titles of the models inside the program.
    std::vector<std::pair<std::string, std::string>> models;
};

/// What can be listed: each kind of term, and what is no term.
enum class WordList : std::uint8_t {
    Facts,
    Consequences,
    StepFunctions,
    RoleKinds,
    Actions,
    Matters,
    Topics,
    Sectors,
    Parties,
    Concerned,
    Points,
    Grounds,
    Professions,
    Sources,
    Frameworks,
    Norms,
    Models
};
inline constexpr std::size_t kWordLists = static_cast<std::size_t>(WordList::Models) + 1;

/// The list that people ask for by this name, in either language.
[[nodiscard]] std::optional<WordList> findList(std::string_view name);
/// Whether the list of all lists is asked for.
[[nodiscard]] bool isListOfLists(std::string_view name);

/// A term: what it is, what it falls under, what it leads to, in which norms it stands.
[[nodiscard]] std::string termPage(const WordInput& input, model::ConceptId term, support::Language language);
/// A source: what is known of its text, which norms rest on it, what may change.
[[nodiscard]] std::string sourcePage(const WordInput& input, model::SourceId source, support::Language language);
/// A framework: whom it is for, its questions, what is known of it.
[[nodiscard]] std::string frameworkPage(const WordInput& input, const model::FrameworkDecl& framework,
                                        support::Language language);
/// All words of a list, each with what it stands for.
[[nodiscard]] std::string listPage(const WordInput& input, WordList list, support::Language language);
/// All lists with how many words each holds.
[[nodiscard]] std::string listOfLists(const WordInput& input, support::Language language);
/// Every name that has a page or is one of a list.
[[nodiscard]] std::vector<std::string> wordsWithPages(const WordInput& input);

} // namespace meldc::emit
