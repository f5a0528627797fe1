#include "emit/tables/csv.h"

#include "emit/table_text.h"
#include "emit/words.h"
#include "support/utf8.h"

namespace meldc::emit {

namespace {

class CsvWriter {
public:
    CsvWriter(const BuildInput& input, const PortableDecision& portable)
        : input_(input), vocabulary_(input.decider.library->vocabulary), portable_(portable) {}

    std::string write() {
        text_ = support::kByteOrderMark;
        cell("row");
        for (const model::FactId fact : portable_.whole.facts) {
            cell(vocabulary_.nameOf(fact));
        }
        for (const std::string_view name :
             {"consequences", "allowed", "open_consequences", "forbidden", "undetermined",
              "deferred", "model_sha256", "baseline_sha256"}) {
            cell(std::string(name));
        }
        endLine();
        for (std::size_t i = 0; i < portable_.whole.rows.size(); ++i) {
            row(i);
        }
        return std::move(text_);
    }

private:
    void row(std::size_t number) {
        const logic::WholeTable::Row& row = portable_.whole.rows[number];
        cell(std::to_string(number + 1));
        for (const logic::AnswerSet answers : row.answers) {
            std::string words;
            for (const std::string& one : spelt(answers)) {
                words += (words.empty() ? "" : "|") + one;
            }
            cell(answers == logic::kAllAnswers ? "" : words);
        }
        names(row.outcome.must);
        names(row.outcome.may);
        names(row.open);
        names(row.outcome.mayNot);
        cell(std::string(spelling(row.outcome.undetermined ? Word::Yes : Word::No)));
        cell(std::string(spelling(row.outcome.deferred ? Word::Yes : Word::No)));
        cell(input_.modelSha256);
        cell(input_.baselineSha256);
        endLine();
    }

    void names(const std::vector<model::ConceptId>& list) {
        std::string words;
        for (const model::ConceptId id : list) {
            words += (words.empty() ? "" : " ") + vocabulary_[id].name;
        }
        cell(words);
    }

    void cell(const std::string& text) {
        text_ += (isFirst_ ? "" : ",") + csvCell(text);
        isFirst_ = false;
    }
    void endLine() {
        text_ += "\r\n";
        isFirst_ = true;
    }

    const BuildInput& input_;
    const model::Vocabulary& vocabulary_;
    const PortableDecision& portable_;
    std::string text_;
    bool isFirst_ = true;
};

} // namespace

std::string rulingCsv(const BuildInput& input, const PortableDecision& portable) {
    return CsvWriter(input, portable).write();
}

} // namespace meldc::emit
