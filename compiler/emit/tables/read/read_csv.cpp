#include "emit/tables/read/files.h"
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

/// Answers with bars between, in one order; an empty cell is any.
std::string answersOfCell(std::string_view cell) {
    std::vector<std::string> words;
    while (!cell.empty()) {
        const std::size_t end = std::min(cell.find('|'), cell.size());
        words.emplace_back(cell.substr(0, end));
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
    return inOneOrder(words);
}

/// What a line must hold, cell by cell.
using CsvLine = std::vector<std::string>;

class CsvTeller {
public:
    CsvTeller(const BuildInput& input, const PortableDecision& portable)
        : input_(input), vocabulary_(input.decider.library->vocabulary), portable_(portable) {}

    [[nodiscard]] CsvLine head() const {
        CsvLine line{"row"};
        for (const model::FactId fact : portable_.whole.facts) {
            line.push_back(vocabulary_.nameOf(fact));
        }
        line.insert(line.end(), {"consequences", "allowed", "open_consequences", "forbidden", "undetermined",
                                 "deferred", "model_sha256", "baseline_sha256"});
        return line;
    }

    [[nodiscard]] CsvLine row(std::size_t number) const {
        const logic::WholeTable::Row& row = portable_.whole.rows[number];
        CsvLine line{std::to_string(number + 1)};
        for (const logic::AnswerSet answers : row.answers) {
            line.push_back(inOneOrder(answerWords(answers)));
        }
        for (const auto* list : {&row.outcome.must, &row.outcome.may, &row.open, &row.outcome.mayNot}) {
            std::vector<std::string> names;
            for (const model::ConceptId id : *list) {
                names.push_back(vocabulary_[id].name);
            }
            line.push_back(withBetween(names, " "));
        }
        for (const bool is : {row.outcome.undetermined, row.outcome.deferred}) {
            line.emplace_back(spelling(is ? Word::Yes : Word::No));
        }
        line.push_back(input_.modelSha256);
        line.push_back(input_.baselineSha256);
        return line;
    }

private:
    const BuildInput& input_;
    const model::Vocabulary& vocabulary_;
    const PortableDecision& portable_;
};

} // namespace

std::optional<ReadDifference> differenceInCsv(const BuildInput& input, const PortableDecision& portable,
                                              std::string_view csv) {
    const CsvTeller teller(input, portable);
    csv = support::stripByteOrderMark(csv);
    std::size_t at = 0;
    const CsvLine head = teller.head();
    const std::size_t facts = portable.whole.facts.size();
    for (std::size_t line = 0; line <= portable.whole.rows.size(); ++line) {
        const CsvLine wanted = line == 0 ? head : teller.row(line - 1);
        CsvLine found = csvCells(csv, at);
        const std::string place = ":" + std::to_string(line + 1);
        if (found.size() != wanted.size()) {
            return ReadDifference{place, withBetween(found, ","), withBetween(wanted, ",")};
        }
        for (std::size_t i = 0; i < found.size(); ++i) {
            const bool isAnswers = line > 0 && i > 0 && i <= facts;
            if ((isAnswers ? answersOfCell(found[i]) : found[i]) != wanted[i]) {
                return ReadDifference{place + " " + head[i], found[i], wanted[i]};
            }
        }
    }
    if (at != csv.size()) {
        return ReadDifference{":" + std::to_string(portable.whole.rows.size() + 2), std::string(csv.substr(at)), {}};
    }
    return std::nullopt;
}

} // namespace meldc::emit
