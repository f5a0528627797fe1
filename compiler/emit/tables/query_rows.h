#pragma once

#include "emit/tables/portable.h"
#include "logic/case.h"

#include <string>
#include <string_view>

namespace meldc::emit {

/// Answers as rows of CSV with the columns of the emitted query (rulingSql), which hold what that query gives:
/// of a fact that is not known too. What is not known is an empty cell; an empty list is "" in quotation marks,
/// as PostgreSQL writes them.
class QueryRows {
public:
    /// `portable` must outlive it.
    QueryRows(const PortableDecision& portable, char separator)
        : portable_(portable), separator_(separator) {}

    /// The names of the columns, with the line end.
    [[nodiscard]] std::string head() const;
    /// The cell with an id.
    [[nodiscard]] std::string idCell(const std::string& id) const;
    /// The row of a consistent case behind its id, with the line end.
    [[nodiscard]] std::string answer(const logic::Case& given) const;
    /// The row of a case in which facts contradict each other, likewise.
    [[nodiscard]] std::string contradiction() const;
    /// The row of what is no case: the status says what is wrong.
    [[nodiscard]] std::string refusal(std::string_view status) const;

private:
    [[nodiscard]] std::string cell(const std::string& text) const;

    const PortableDecision& portable_;
    char separator_;
};

} // namespace meldc::emit
