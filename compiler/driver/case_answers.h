#pragma once

#include "driver/answer_memory.h"
#include "driver/case_columns.h"
#include "driver/csv_row.h"
#include "emit/answer.h"
#include "emit/tables/query_rows.h"
#include "pipeline/case_reader.h"
#include "pipeline/case_scanner.h"
#include "support/localized.h"
#include "support/source_file.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace meldc::driver {

/// In which form cases come in and answers go out, and what decides them. Everything must outlive those
/// who use it.
struct CaseForms {
    const support::SourceMap* sources = nullptr;
    const emit::Decider* decider = nullptr;
    support::Language language = support::Language::Dutch;
    /// Cases are rows with these columns; null: they are objects of JSON.
    const CaseColumns* columns = nullptr;
    /// Answers are rows of CSV; null: they are objects of JSON.
    const emit::QueryRows* rows = nullptr;
};

/// Answers cases of one protocol, one by one. Most cases of a long run were seen before: what was said of
/// them is told again with the id of the case at hand. One for each thread; the memory is of all.
class CaseAnswers {
public:
    CaseAnswers(const CaseForms& forms, AnswerMemory& memory)
        : forms_(forms), memory_(memory), row_(forms.columns == nullptr ? ',' : forms.columns->separator) {}

    /// Appends the answer to a line or row with a case, or what is wrong with it, as a line. Returns whether
    /// it was a case. `line`: the number of its line, which is told when it is wrong and has no id.
    bool answer(std::string_view text, std::size_t line, std::string& out);

private:
    /// The id of the case at hand, as JSON text or as what a cell holds; empty: it has none.
    struct Id {
        std::string_view text;
        bool isJson = true;
        [[nodiscard]] bool isNone() const { return text.empty() || (isJson && text == "null"); }
    };

    bool scan(std::string_view line);
    /// Fills in the key from a row; what is wrong with the row is returned.
    std::optional<diagnostics::Diagnostic> scanRow(std::string_view text, Id& id);
    bool answerKey(const Id& id, std::size_t line, std::string& out);
    bool append(const Id& id, const Said& said, std::string& out) const;
    void appendId(const Id& id, std::string& out) const;
    [[nodiscard]] logic::Case scannedFacts() const;
    /// The fact with a name that stands at a place in an object.
    model::FactId factOf(std::string_view name, std::size_t place);
    [[nodiscard]] const model::Vocabulary& vocabulary() const { return forms_.decider->library->vocabulary; }
    [[nodiscard]] Said say(const pipeline::ReadCase& read, std::size_t line) const;
    /// What is wrong with a line as such, before it is read.
    [[nodiscard]] std::optional<diagnostics::Diagnostic> lineFault(std::string_view text) const;
    /// Refuses an id that a cell cannot hold.
    [[nodiscard]] std::optional<diagnostics::Diagnostic> idFault(std::string_view text, const Id& id) const;

    CaseForms forms_;
    AnswerMemory& memory_;
    pipeline::ScannedCase scanned_;
    CsvRow row_;
    /// The case at hand: per fact of the vocabulary its answer, or that it is not known.
    std::string key_;
    /// The facts of earlier objects at each place: nearly all have theirs in one order.
    std::vector<std::pair<std::string, model::FactId>> order_;
    /// What this thread took from the memory, where it looks without waiting for others.
    std::unordered_map<std::string_view, const Said*> seen_;
};

} // namespace meldc::driver
