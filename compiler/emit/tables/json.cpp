#include "emit/tables/json.h"

#include "emit/json_parts.h"
#include "emit/notices.h"
#include "emit/places.h"
#include "emit/words.h"
#include "emit/worlds.h"
#include "logic/table.h"
#include "logic/truth.h"

#include <algorithm>
#include <array>

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

/// One table with the worlds for which it holds.
struct WorldGroup {
    logic::DecisionTable table;
    std::vector<std::size_t> worlds;
};

class TableMaker {
public:
    explicit TableMaker(const BuildInput& input)
        : input_(input), vocabulary_(input.decider.library->vocabulary) {}

    /// The document as text, each row on a line of its own: tables are read and compared by line.
    std::string text(bool& isWrong) {
        std::string result = written(document(isWrong));
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

    /// False when a decision is too large.
    bool gather() {
        for (std::size_t world = 0; world < input_.decider.decisions->size(); ++world) {
            const logic::Decision& decision = (*input_.decider.decisions)[world];
            logic::DecisionTable table = logic::tabulate(vocabulary_, decision);
            if (table.tooLarge) {
                return false;
            }
            const auto known = std::find_if(groups_.begin(), groups_.end(), [&](const WorldGroup& one) {
                return one.table.rows == table.rows && sameColumns(one.table, table);
            });
            if (known != groups_.end()) {
                known->worlds.push_back(world);
            } else {
                groups_.push_back({std::move(table), {world}});
            }
        }
        return true;
    }

private:
    Json document(bool& isWrong) {
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
        for (const WorldGroup& group : groups_) {
            json["tables"].push_back(table(group, isWrong));
        }
        return json;
    }

    static bool sameColumns(const logic::DecisionTable& a, const logic::DecisionTable& b) {
        return std::equal(a.columns.begin(), a.columns.end(), b.columns.begin(), b.columns.end(),
                          [](const logic::TableColumn& x, const logic::TableColumn& y) {
                              return x.fact == y.fact && x.term == y.term;
                          });
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

    Json table(const WorldGroup& group, bool& isWrong) {
        const std::size_t world = group.worlds.front();
        const WorldText text = describe(*input_.sources, *input_.decider.protocol,
                                        input_.decider.worlds->all[world]);
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
        for (const logic::TableRow& one : group.table.rows) {
            const std::string line =
                writtenLine(row(group.table, one, (*input_.decider.selected)[world]));
            rows += (rows.empty() ? "" : ",") + std::string("\n        ") +
                    line.substr(0, line.size() - 1);
        }
        json["rows"] = std::string(kRowsMark) + std::to_string(rows_.size());
        rows_.push_back("[" + rows + "\n      ]");
        const logic::TableCheck check = logic::verifyTable(
            vocabulary_, (*input_.decider.decisions)[world], group.table);
        isWrong = isWrong || !check.isEqual;
        json["verified"] = {{"equal", check.isEqual},
                            {"cases", check.walked},
                            {"all", check.walkedAll}};
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

    Json row(const logic::DecisionTable& table, const logic::TableRow& one,
             const model::Protocol& world) const {
        Json when = Json::object();
        logic::Domains domains(vocabulary_.facts.size(), logic::kAllAnswers);
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const logic::TableColumn& column = table.columns[i];
            if (one.answers[i] != column.allAnswers()) {
                when[column.isFact() ? vocabulary_.nameOf(column.fact) : column.term.words] =
                    answersOf(one.answers[i]);
            }
            if (column.isFact()) {
                domains[column.fact.value] = one.answers[i];
            }
        }
        logic::narrow(vocabulary_, domains);
        Json json;
        json["when"] = std::move(when);
        json["consequences"] = namesOf(vocabulary_, one.outcome.must);
        json["allowed"] = namesOf(vocabulary_, one.outcome.may);
        json["forbidden"] = namesOf(vocabulary_, one.outcome.mayNot);
        json["undetermined"] = one.outcome.undetermined;
        json["deferred"] = one.outcome.deferred;
        json["grounds"] = grounds(domains, one.outcome, world);
        return json;
    }

    /// Norms that ask for this outcome in every case of the row.
    Json grounds(const logic::Domains& domains, const logic::Outcome& outcome,
                 const model::Protocol& world) const {
        const std::vector<logic::Assumed> nothing;
        const logic::Reading reading = logic::readingOf(vocabulary_.facts.size(), world);
        const logic::TruthReader truth(reading, nothing);
        Json list = Json::array();
        for (const model::Norm* norm : input_.decider.norms) {
            const bool asksForThis = std::any_of(
                norm->requirements.begin(), norm->requirements.end(),
                [&](const model::Requirement& requirement) {
                    return requirement.isDemand() &&
                           logic::satisfies(outcome, requirement.goal, false) &&
                           truth.read(*requirement.when, nullptr, domains) ==
                               logic::setOf(model::Answer::Yes);
                });
            if (asksForThis) {
                list.push_back(norm->id);
            }
        }
        return list;
    }

    const BuildInput& input_;
    const model::Vocabulary& vocabulary_;
    std::vector<WorldGroup> groups_;
    /// The rows of each table as text.
    std::vector<std::string> rows_;
};

} // namespace

std::optional<std::string> tableJson(const BuildInput& input, bool& isWrong) {
    TableMaker maker(input);
    if (!maker.gather()) {
        return std::nullopt;
    }
    return maker.text(isWrong);
}

} // namespace meldc::emit
