#pragma once

#include "emit/tables/portable.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Readers of what the emitters write. They share nothing with the writers but the tables: a file is read as
/// statements, the tables are told as statements, and these are compared.
namespace meldc::emit {

/// Where a file says something else than it must, as a path of names.
struct ReadDifference {
    std::string place;
    /// Empty: it says nothing there, or must say nothing there.
    std::string found;
    std::string wanted;
};

/// What is said, each statement at a place; one place can hold several.
class Said {
public:
    void say(std::string place, std::string what) { statements_.emplace_back(std::move(place), std::move(what)); }
    /// The same with a number behind the place: their order means something.
    void sayAll(const std::string& place, const std::vector<std::string>& list);

    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& statements() const { return statements_; }

private:
    std::vector<std::pair<std::string, std::string>> statements_;
};

/// The first difference; the order of statements means nothing.
[[nodiscard]] std::optional<ReadDifference> differenceOf(const Said& wanted, const Said& found);

/// A column of a row with the words for which the row holds; none: it holds for any.
using ReadCell = std::pair<std::string, std::vector<std::string>>;
/// The place of a row: what it asks, in one order. Cells without words are left out.
[[nodiscard]] std::string placeOfRow(const std::string& table, std::vector<ReadCell> cells);

/// JSON that may come from others; null when it is nested deeper than anything that is written. Throws what
/// nlohmann's parser throws.
[[nodiscard]] nlohmann::ordered_json jsonFromFile(std::string_view text);

/// The words of a set of answers; none for all three.
[[nodiscard]] std::vector<std::string> answerWords(logic::AnswerSet answers);
/// The words with bars between, sorted.
[[nodiscard]] std::string inOneOrder(std::vector<std::string> words);
/// The texts with a separator between.
[[nodiscard]] std::string withBetween(const std::vector<std::string>& texts, std::string_view separator);

/// The norms that ask for a row, with the places that they rest on, as people read it.
[[nodiscard]] std::string groundsText(const PortableDecision& portable, const PortableTable::Row& row);

/// What known facts settle of a table, as statements.
void sayCertain(Said& said, const PortableDecision& portable, const PortableTable& table);

/// The rows of a table with their values, as statements. `withGrounds`: and the norms that ask for each.
void sayRows(Said& said, const PortableDecision& portable, const PortableTable& table, bool withGrounds);

} // namespace meldc::emit
