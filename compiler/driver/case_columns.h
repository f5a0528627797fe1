#pragma once

#include "diagnostics/diagnostic.h"
#include "emit/tables/portable.h"
#include "model/vocabulary.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meldc::driver {

/// What the columns of a table with cases hold.
struct CaseColumns {
    char separator = ',';
    /// The fact of each column; invalid for the one with the id.
    std::vector<model::FactId> facts;
    /// How each is named in the head.
    std::vector<std::string> names;
    /// What is wrong with the head: nothing can be read then.
    std::vector<diagnostics::Diagnostic> errors;
};

/// Gives the names that the query has for facts; null when the decision is too large for one.
using PortableNamesOf = std::function<const emit::PortableDecision*()>;

/// Reads the first row of a table: `id` and names of facts, as the vocabulary has them or as the emitted query
/// has. `separator`: what the file says of it (separatorSaid), if anything. `portable` is asked only when the vocabulary lacks a name; `file` stands in messages.
[[nodiscard]] CaseColumns columnsOf(std::string_view head, const model::Vocabulary& vocabulary,
                                    const PortableNamesOf& portable, const std::string& file,
                                    std::optional<char> separator = std::nullopt);

/// The separator that a line names for the spreadsheet, as in `sep=;`: a comma, a semicolon or a tab.
[[nodiscard]] std::optional<char> separatorSaid(std::string_view line);

} // namespace meldc::driver
