#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The text from which a protocol over a model begins: lines to copy, and questions whose answers make
/// lines. Such a text stands beside each model.
///
///     //# for who keeps the text; left out
///     //+ model-a/shared   another text stands here
///     //? Question?        asked for the first place below; once more for the next one
///     //?nee Question?     asked only when the answer before it was this word
///     //: An example, or what to think of.
///     //= organisatie "<$name|De Linde>"[ adres "<Dorpsstraat 1>"]
///     meldcode <$unit|onze_school> {
///
/// `<…>` is a place with an example in it, or with what stands there as long as nothing is known;
/// `$name` makes it the place of a value that is known by name. What stands between `[` and `]` is left
/// out when its places are not filled. Until its places are filled a line is a comment. A line
/// `//$note` becomes that value as a comment, or nothing.
namespace meldc::driver {

/// A place that an answer fills.
struct Slot {
    /// Name of the value that it is; empty: none.
    std::string variable;
    std::string example;
    /// It stands in quotes: any text fits. Else one word.
    bool isText = false;
    bool isOptional = false;
};

/// A piece of a line: words, or a place.
struct Piece {
    std::string words;
    /// Number of the place among those of the question group.
    std::optional<std::size_t> slot;
    bool isOptional = false;
};

/// What is asked together and makes these lines together.
struct Group {
    struct Question {
        std::string text;
        /// Asked only when the first answer of the group before is this word.
        std::string onlyAfter;
    };
    std::vector<Question> questions;
    std::vector<std::string> hints;
    std::vector<Slot> slots;
    std::vector<std::vector<Piece>> lines;
    std::string indent;
};

/// A line to copy, or a group.
struct BeginningPart {
    std::string line;
    std::optional<Group> group;
};

struct Beginning {
    std::vector<BeginningPart> parts;

    [[nodiscard]] std::vector<const Group*> groups() const;
};

/// Values by their name.
using NamedValues = std::map<std::string, std::string, std::less<>>;
/// For each group the answers to its places; nothing: not answered.
using Answers = std::vector<std::vector<std::optional<std::string>>>;

/// Reads a beginning. `find` gives a text that it takes in.
[[nodiscard]] Beginning readBeginning(
    std::string_view text,
    const std::function<std::optional<std::string_view>(const std::string&)>& find);

/// Answers that say nothing yet but what is known by name.
[[nodiscard]] Answers knownAnswers(const Beginning& beginning, const NamedValues& values);

/// Whether all that the group needs has been answered.
[[nodiscard]] bool isAnswered(const Group& group, const std::vector<std::optional<std::string>>& answers);

/// The file. What was not answered stands there as a comment with its question.
[[nodiscard]] std::string written(const Beginning& beginning, const NamedValues& values, const Answers& answers);

/// A name as a word of the language and of file names: small Latin letters, digits and underscores.
/// Empty when nothing is left of it.
[[nodiscard]] std::string wordFor(std::string_view name);

} // namespace meldc::driver
