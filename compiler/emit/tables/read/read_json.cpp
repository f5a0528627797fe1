#include "diagnostics/phrases.h"
#include "emit/json_parts.h"
#include "emit/notices.h"
#include "emit/tables/read/files.h"
#include "emit/words.h"
#include "emit/worlds.h"

namespace meldc::emit {

namespace {

std::string textOf(const Json& value) {
    return value.is_string() ? value.get<std::string>() : value.dump();
}

std::vector<std::string> textsOf(const Json& list) {
    std::vector<std::string> result;
    for (const Json& one : list) {
        result.push_back(textOf(one));
    }
    return result;
}

/// What is said in two members of each of a list, in their order.
std::vector<std::string> pairsOf(const Json& list, const char* first, const char* second) {
    std::vector<std::string> result;
    for (const Json& one : list) {
        result.push_back(textOf(one.at(first)) + ": " + textOf(one.at(second)));
    }
    return result;
}

class TableReader {
public:
    explicit TableReader(Said& said) : said_(said) {}

    void read(const Json& json) {
        for (const auto& [name, value] : json.items()) {
            if (name == "implications") {
                for (const Json& one : value) {
                    said_.say(name, literal(one.at("from")) + " <= " + literal(one.at("to")));
                }
            } else if (name == "tables") {
                for (std::size_t i = 0; i < value.size(); ++i) {
                    table(value[i], "tables[" + std::to_string(i + 1) + "]");
                }
            } else {
                head(name, value);
            }
        }
    }

private:
    static std::string literal(const Json& side) {
        return (side.at("negated").get<bool>() ? "!" : "") + side.at("fact").get<std::string>();
    }

    void head(const std::string& place, const Json& value) {
        if (value.is_array()) {
            said_.sayAll(place, textsOf(value));
        } else if (!value.is_object()) {
            said_.say(place, textOf(value));
        } else {
            for (const auto& [name, member] : value.items()) {
                head(place + "." + name, member);
            }
        }
    }

    void table(const Json& table, const std::string& place) {
        said_.say(place + ".worlds", textOf(table.at("worlds")));
        said_.sayAll(place + ".readings", pairsOf(table.at("readings"), "of", "reading"));
        said_.sayAll(place + ".variants", pairsOf(table.at("variants"), "of", "at"));
        head(place + ".verified", table.at("verified"));
        for (const Json& column : table.at("columns")) {
            const std::string name = column.at("name");
            said_.say(place + ".columns", column.at("kind").get<std::string>() + " " + name);
            said_.say(place + "." + name + ".values", inOneOrder(textsOf(column.at("values"))));
            if (column.contains("label")) {
                said_.say(place + "." + name + ".label", column.at("label"));
            }
        }
        for (const Json& row : table.at("rows")) {
            std::vector<ReadCell> cells;
            for (const auto& [name, answers] : row.at("when").items()) {
                cells.emplace_back(name, textsOf(answers));
            }
            const std::string at = placeOfRow(place, std::move(cells));
            for (const auto& [name, value] : row.items()) {
                if (name != "when") {
                    said_.say(at + "." + name, value.is_array() ? withBetween(textsOf(value), " ") : textOf(value));
                }
            }
        }
    }

    Said& said_;
};

class TableTeller {
public:
    TableTeller(const BuildInput& input, const std::vector<WorldTable>& tables)
        : input_(input), vocabulary_(input.decider.library->vocabulary), tables_(tables) {}

    Said tell() {
        head();
        for (const model::Implication& one : vocabulary_.implications) {
            said_.say("implications", literal(one.from) + " <= " + literal(one.to));
        }
        for (std::size_t i = 0; i < tables_.size(); ++i) {
            table(tables_[i], "tables[" + std::to_string(i + 1) + "]");
        }
        return std::move(said_);
    }

private:
    void head() {
        const model::Protocol& protocol = *input_.decider.protocol;
        const auto checked = input_.decider.currency.checkedUntil();
        const std::pair<const char*, std::string> texts[] = {
            {"tool.name", "meldc"},
            {"tool.version", input_.version},
            {"model.sha256", input_.modelSha256},
            {"baseline.sha256", input_.baselineSha256},
            {"baseline.checked_until", checked ? checked->str() : "null"},
            {"date", input_.date.str()},
            {"protocol.id", protocol.name},
            {"protocol.label", protocol.label},
            {"protocol.kind", std::string(spelling(protocol.kind))},
            {"protocol.file", input_.file.substr(input_.file.rfind('/') + 1)},
            {"protocol.sha256", input_.sha256},
            {"hit_policy", "unique"},
            {"worlds", std::to_string(input_.decider.worlds->all.size())},
            {"worlds_truncated", truth(input_.decider.worlds->truncated)}};
        for (const auto& [place, text] : texts) {
            said_.say(place, text);
        }
        std::vector<std::string> notices;
        for (const support::Localized& notice : noticesOf(input_.decider.currency)) {
            notices.push_back(diagnostics::sentence(notice).nl);
        }
        said_.sayAll("baseline.notices", notices);
    }

    static std::string truth(bool value) { return value ? "true" : "false"; }

    [[nodiscard]] std::string literal(const model::Literal& side) const {
        return (side.negated ? "!" : "") + vocabulary_.nameOf(side.fact);
    }

    static std::vector<std::string> pairTexts(const std::vector<std::pair<std::string, std::string>>& pairs) {
        std::vector<std::string> result;
        for (const auto& [of, what] : pairs) {
            result.push_back(of + ": " + what);
        }
        return result;
    }

    [[nodiscard]] std::string nameOf(const logic::TableColumn& column) const {
        return column.isFact() ? vocabulary_.nameOf(column.fact) : column.term.words;
    }

    /// The words of some answers, all three too.
    static std::vector<std::string> words(logic::AnswerSet answers) {
        std::vector<std::string> result;
        for (const model::Answer answer : kAnswers) {
            if (logic::holds(answers, logic::numberOf(answer))) {
                result.emplace_back(spelling(answer));
            }
        }
        return result;
    }

    void table(const WorldTable& one, const std::string& place) {
        const WorldText text = describe(*input_.sources, *input_.decider.protocol,
                                        input_.decider.worlds->all[one.worlds.front()], FileNames::Names);
        said_.say(place + ".worlds", std::to_string(one.worlds.size()));
        said_.sayAll(place + ".readings", pairTexts(text.readings));
        said_.sayAll(place + ".variants", pairTexts(text.variants));
        said_.say(place + ".verified.equal", truth(true));
        said_.say(place + ".verified.cases", std::to_string(one.check.walked));
        said_.say(place + ".verified.all", truth(one.check.walkedAll));
        for (const logic::TableColumn& column : one.table.columns) {
            const std::string name = nameOf(column);
            const char* kind = column.isFact() ? "fact " : column.term.isChoice ? "choice " : "open-term ";
            said_.say(place + ".columns", kind + name);
            said_.say(place + "." + name + ".values", inOneOrder(words(column.allAnswers())));
            if (column.isFact()) {
                said_.say(place + "." + name + ".label", vocabulary_[vocabulary_[column.fact].concept_].label.nl);
            }
        }
        for (std::size_t i = 0; i < one.table.rows.size(); ++i) {
            row(one, i, place);
        }
    }

    void row(const WorldTable& one, std::size_t number, const std::string& place) {
        const logic::TableRow& row = one.table.rows[number];
        std::vector<ReadCell> cells;
        for (std::size_t i = 0; i < one.table.columns.size(); ++i) {
            const logic::TableColumn& column = one.table.columns[i];
            if (row.answers[i] != column.allAnswers()) {
                cells.emplace_back(nameOf(column), words(row.answers[i]));
            }
        }
        const std::string at = placeOfRow(place, std::move(cells));
        const std::pair<const char*, const std::vector<model::ConceptId>&> lists[] = {
            {".consequences", row.outcome.must}, {".allowed", row.outcome.may}, {".forbidden", row.outcome.mayNot}};
        for (const auto& [name, list] : lists) {
            std::vector<std::string> names;
            for (const model::ConceptId id : list) {
                names.push_back(vocabulary_[id].name);
            }
            said_.say(at + name, withBetween(names, " "));
        }
        std::vector<std::string> norms;
        for (const model::Norm* norm : one.grounds[number]) {
            norms.push_back(norm->id);
        }
        said_.say(at + ".grounds", withBetween(norms, " "));
        said_.say(at + ".undetermined", truth(row.outcome.undetermined));
        said_.say(at + ".deferred", truth(row.outcome.deferred));
    }

    const BuildInput& input_;
    const model::Vocabulary& vocabulary_;
    const std::vector<WorldTable>& tables_;
    Said said_;
};

} // namespace

std::optional<ReadDifference> differenceInJson(const BuildInput& input, const std::vector<WorldTable>& tables,
                                               std::string_view text) {
    try {
        Said found;
        TableReader(found).read(jsonFromFile(text));
        return differenceOf(TableTeller(input, tables).tell(), found);
    } catch (const Json::exception& error) {
        return ReadDifference{"JSON", error.what(), {}};
    }
}

} // namespace meldc::emit
