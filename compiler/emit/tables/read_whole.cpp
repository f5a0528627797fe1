#include "emit/tables/read_back.h"

#include "emit/words.h"
#include "support/utf8.h"

namespace meldc::emit {

namespace {

/// Cells of a line of CSV; `at` moves behind its end.
std::vector<std::string> csvCells(std::string_view text, std::size_t& at) {
    std::vector<std::string> cells(1);
    bool isQuoted = false;
    for (; at < text.size(); ++at) {
        const char letter = text[at];
        if (isQuoted && letter == '"' && at + 1 < text.size() && text[at + 1] == '"') {
            cells.back() += letter;
            ++at;
        } else if (letter == '"') {
            isQuoted = !isQuoted;
        } else if (!isQuoted && letter == ',') {
            cells.emplace_back();
        } else if (!isQuoted && letter == '\n') {
            ++at;
            break;
        } else if (isQuoted || letter != '\r') {
            cells.back() += letter;
        }
    }
    return cells;
}

/// Answers with `|` between them; an empty cell is any.
logic::AnswerSet answersOfCell(std::string_view cell) {
    if (cell.empty()) {
        return logic::kAllAnswers;
    }
    logic::AnswerSet result = logic::kNoAnswer;
    while (!cell.empty()) {
        const std::size_t end = std::min(cell.find('|'), cell.size());
        const auto answer = answerSpelt(cell.substr(0, end));
        if (!answer) {
            return logic::kNoAnswer;
        }
        result = static_cast<logic::AnswerSet>(result | logic::setOf(*answer));
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
    return result;
}

std::string namesWithBlanks(const model::Vocabulary& vocabulary,
                            const std::vector<model::ConceptId>& list) {
    std::string names;
    for (const model::ConceptId id : list) {
        names += (names.empty() ? "" : " ") + vocabulary[id].name;
    }
    return names;
}

bool isRow(const model::Vocabulary& vocabulary, const logic::WholeTable::Row& row,
           const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < row.answers.size(); ++i) {
        if (answersOfCell(cells[i + 1]) != row.answers[i]) {
            return false;
        }
    }
    const auto truth = [](bool value) {
        return std::string(spelling(value ? Word::Yes : Word::No));
    };
    const std::size_t next = row.answers.size() + 1;
    return cells[next] == namesWithBlanks(vocabulary, row.outcome.must) &&
           cells[next + 1] == namesWithBlanks(vocabulary, row.outcome.may) &&
           cells[next + 2] == namesWithBlanks(vocabulary, row.open) &&
           cells[next + 3] == namesWithBlanks(vocabulary, row.outcome.mayNot) &&
           cells[next + 4] == truth(row.outcome.undetermined) &&
           cells[next + 5] == truth(row.outcome.deferred);
}

} // namespace

bool isWholeTable(const BuildInput& input, const PortableDecision& portable, std::string_view csv) {
    const model::Vocabulary& vocabulary = input.decider.library->vocabulary;
    csv = support::stripByteOrderMark(csv);
    std::size_t at = 0;
    // A number, the facts, six columns of the outcome and two hashes.
    const std::size_t columns = portable.whole.facts.size() + 9;
    if (csvCells(csv, at).size() != columns) {
        return false;
    }
    for (const logic::WholeTable::Row& row : portable.whole.rows) {
        const std::vector<std::string> cells = csvCells(csv, at);
        if (cells.size() != columns || !isRow(vocabulary, row, cells)) {
            return false;
        }
    }
    return at == csv.size();
}

} // namespace meldc::emit
