#include "emit/answers/decision_text.h"

#include "emit/words.h"
#include "emit/worlds.h"
#include "logic/table.h"

namespace meldc::emit {

namespace {

std::string answersText(logic::AnswerSet set) {
    std::string text;
    for (const model::Answer answer :
         {model::Answer::Yes, model::Answer::No, model::Answer::Doubt}) {
        if (logic::holds(set, logic::numberOf(answer))) {
            text += (text.empty() ? "" : "/") + std::string(spelling(answer));
        }
    }
    return text;
}

std::string rowText(const model::Vocabulary& vocabulary, const logic::DecisionTable& table,
                    const logic::TableRow& row) {
    std::string when;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const logic::TableColumn& column = table.columns[i];
        if (row.answers[i] == column.allAnswers()) {
            continue;
        }
        const std::string name =
            column.isFact() ? vocabulary.nameOf(column.fact) : "\"" + column.term.words + "\"";
        when += (when.empty() ? "" : ", ") + name + "=" + answersText(row.answers[i]);
    }
    std::string then;
    const auto add = [&](const std::vector<model::ConceptId>& list, std::string_view sign) {
        for (const model::ConceptId id : list) {
            then += (then.empty() ? "" : ", ") + std::string(sign) + vocabulary[id].name;
        }
    };
    add(row.outcome.must, "");
    add(row.outcome.may, "may ");
    add(row.outcome.mayNot, "may-not ");
    const auto flag = [&](bool isSet, std::string_view word) {
        if (isSet) {
            then += (then.empty() ? "" : ", ") + std::string(word);
        }
    };
    flag(row.outcome.undetermined, "undetermined");
    flag(row.outcome.deferred, "deferred");
    return "  " + (when.empty() ? "*" : when) + " -> " + (then.empty() ? "nothing" : then) + "\n";
}

} // namespace

std::string decisionText(const support::SourceMap& sources, const Decider& decider) {
    const model::Vocabulary& vocabulary = decider.library->vocabulary;
    std::string out;
    for (std::size_t world = 0; world < decider.decisions->size(); ++world) {
        const logic::Decision& decision = (*decider.decisions)[world];
        out += "decision " + decider.protocol->name;
        const WorldText text =
            describe(sources, *decider.protocol, decider.worlds->all[world]);
        for (const auto& [of, reading] : text.readings) {
            out += " | " + of + ": " + reading;
        }
        for (const auto& [of, at] : text.variants) {
            out += " | " + of + ": " + at;
        }
        out += '\n';
        if (!decision.hasOutcome()) {
            out += "  no questions\n";
            continue;
        }
        const logic::DecisionTable table = logic::tabulate(vocabulary, decision);
        if (table.tooLarge) {
            out += "  too large for a table\n";
        }
        for (const logic::TableRow& row : table.rows) {
            out += rowText(vocabulary, table, row);
        }
    }
    if (decider.worlds->truncated) {
        out += "more worlds than these " + std::to_string(decider.decisions->size()) + "\n";
    }
    return out;
}

} // namespace meldc::emit
