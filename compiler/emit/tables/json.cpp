#include "emit/tables/json.h"

#include "emit/json_parts.h"
#include "emit/notices.h"
#include "emit/places.h"
#include "emit/words.h"
#include "emit/worlds.h"

namespace meldc::emit {

namespace {

/// Stands for the rows of a table until these are put in.
constexpr std::string_view kRowsMark = "rows of table ";

Json answersOf(logic::AnswerSet set) {
    Json list = Json::array();
    for (const model::Answer answer : kAnswers) {
        if (logic::holds(set, logic::numberOf(answer))) {
            list.push_back(spelling(answer));
        }
    }
    return list;
}

class TableMaker {
public:
    TableMaker(const BuildInput& input, const std::vector<WorldTable>& tables)
        : input_(input), vocabulary_(input.decider.library->vocabulary), tables_(tables) {}

    /// The document as text, each row on a line of its own: tables are read and compared by line.
    std::string text() {
        std::string result = written(document());
        std::size_t at = 0;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const std::string mark =
                "\"rows\": \"" + std::string(kRowsMark) + std::to_string(i) + "\"";
            at = result.find(mark, at);
            result.replace(at, mark.size(), "\"rows\": " + rows_[i]);
            at += rows_[i].size();
        }
        return result;
    }

private:
    Json document() {
        const model::Protocol& protocol = *input_.decider.protocol;
        Json json;
        json["tool"] = {{"name", "meldc"}, {"version", input_.version}};
        json["model"] = {{"sha256", input_.modelSha256}};
        json["baseline"]["sha256"] = input_.baselineSha256;
        json["baseline"]["checked_until"] = jsonOf(input_.decider.currency.checkedUntil());
        // Tables are for programs, whoever made them: one language.
        json["baseline"]["notices"] =
            sentencesOf(noticesOf(input_.decider.currency), support::Language::Dutch);
        json["date"] = input_.date.str();
        json["protocol"] = {{"id", protocol.name},
                            {"label", protocol.label},
                            {"kind", spelling(protocol.kind)},
                            {"file", nameOfFile(input_.file)},
                            {"sha256", input_.sha256}};
        json["hit_policy"] = "unique";
        json["implications"] = implications();
        json["worlds"] = input_.decider.worlds->all.size();
        json["worlds_truncated"] = input_.decider.worlds->truncated;
        json["tables"] = Json::array();
        for (const WorldTable& one : tables_) {
            json["tables"].push_back(table(one));
        }
        return json;
    }

    Json implications() const {
        Json list = Json::array();
        for (const model::Implication& one : vocabulary_.implications) {
            const auto literal = [&](const model::Literal& side) {
                return Json{{"fact", vocabulary_.nameOf(side.fact)}, {"negated", side.negated}};
            };
            list.push_back({{"from", literal(one.from)}, {"to", literal(one.to)}});
        }
        return list;
    }

    Json table(const WorldTable& group) {
        const std::size_t world = group.worlds.front();
        const WorldText text = describe(*input_.sources, *input_.decider.protocol,
                                        input_.decider.worlds->all[world], FileNames::Names);
        Json json;
        json["worlds"] = group.worlds.size();
        json["readings"] = Json::array();
        for (const auto& [of, reading] : text.readings) {
            json["readings"].push_back({{"of", of}, {"reading", reading}});
        }
        json["variants"] = Json::array();
        for (const auto& [of, at] : text.variants) {
            json["variants"].push_back({{"of", of}, {"at", at}});
        }
        json["columns"] = Json::array();
        for (const logic::TableColumn& one : group.table.columns) {
            json["columns"].push_back(column(one));
        }
        std::string rows;
        for (std::size_t i = 0; i < group.table.rows.size(); ++i) {
            const std::string line = writtenLine(row(group, i));
            rows += (rows.empty() ? "" : ",") + std::string("\n        ") +
                    line.substr(0, line.size() - 1);
        }
        json["rows"] = std::string(kRowsMark) + std::to_string(rows_.size());
        rows_.push_back("[" + rows + "\n      ]");
        json["verified"] = {{"equal", group.check.isEqual},
                            {"cases", group.check.walked},
                            {"all", group.check.walkedAll}};
        return json;
    }

    Json column(const logic::TableColumn& one) const {
        if (!one.isFact()) {
            return {{"kind", one.term.isChoice ? "choice" : "open-term"},
                    {"name", one.term.words},
                    {"values", answersOf(one.allAnswers())}};
        }
        const model::Fact& fact = vocabulary_[one.fact];
        return {{"kind", "fact"},
                {"name", vocabulary_.nameOf(one.fact)},
                {"label", vocabulary_[fact.concept_].label.nl},
                {"values", answersOf(one.allAnswers())}};
    }

    Json row(const WorldTable& group, std::size_t number) const {
        const logic::TableRow& one = group.table.rows[number];
        Json when = Json::object();
        for (std::size_t i = 0; i < group.table.columns.size(); ++i) {
            const logic::TableColumn& column = group.table.columns[i];
            if (one.answers[i] != column.allAnswers()) {
                when[column.isFact() ? vocabulary_.nameOf(column.fact) : column.term.words] =
                    answersOf(one.answers[i]);
            }
        }
        Json json;
        json["when"] = std::move(when);
        json["consequences"] = namesOf(vocabulary_, one.outcome.must);
        json["allowed"] = namesOf(vocabulary_, one.outcome.may);
        json["forbidden"] = namesOf(vocabulary_, one.outcome.mayNot);
        json["undetermined"] = one.outcome.undetermined;
        json["deferred"] = one.outcome.deferred;
        json["grounds"] = Json::array();
        for (const model::Norm* norm : group.grounds[number]) {
            json["grounds"].push_back(norm->id);
        }
        return json;
    }

    const BuildInput& input_;
    const model::Vocabulary& vocabulary_;
    const std::vector<WorldTable>& tables_;
    /// The rows of each table as text.
    std::vector<std::string> rows_;
};

} // namespace

std::string tableJson(const BuildInput& input, const std::vector<WorldTable>& tables) {
    return TableMaker(input, tables).text();
}

} // namespace meldc::emit
