#pragma once

#include "diagnostics/diagnostic.h"
#include "logic/case.h"
#include "model/vocabulary.h"

#include <optional>
#include <string>
#include <string_view>

namespace meldc::driver {

/// One case of `decide`, or what is wrong with it.
struct ReadCase {
    /// JSON text of its id as it was written; "null" without one.
    std::string id = "null";
    /// Facts that were left out are unknown.
    logic::Case facts;
    std::optional<diagnostics::Diagnostic> error;
};

/// Reads {"id": …, "facts": {"name": "ja"|"nee"|"twijfel"|true|false|null, …}}.
[[nodiscard]] ReadCase readCaseJson(std::string_view line, const model::Vocabulary& vocabulary);

/// A case that was read elsewhere: it may still contradict the vocabulary.
[[nodiscard]] ReadCase checkedCase(logic::Case given, const model::Vocabulary& vocabulary);

/// That there is no fact with this name, with the one that may be meant.
[[nodiscard]] diagnostics::Diagnostic unknownFact(const std::string& name, const model::Vocabulary& vocabulary);

/// The JSON text of an id that stands in a cell: a string, since cells know no numbers. The cell must be UTF-8.
[[nodiscard]] std::string jsonOfCell(std::string_view cell);

/// What a cell holds for an id that was written as JSON: the content of a string, nothing for null, else the text.
[[nodiscard]] std::string cellOfJson(std::string_view json);

/// Reads "name=ja,other=nee".
[[nodiscard]] ReadCase readCaseText(std::string_view text, const model::Vocabulary& vocabulary);

} // namespace meldc::driver
