#include "emit/json_parts.h"
#include "emit/tables/read/files.h"
#include "emit/tables/read/redecide.h"
#include "emit/words.h"
#include "emit/xml_text.h"

#include <pugixml.hpp>

#include <algorithm>

namespace meldc::emit {

namespace {

/// The names of rows, as cases are called by them: with the number of the table and of the row.
using RowNames = std::map<std::string, std::pair<std::size_t, std::size_t>, std::less<>>;

RowNames rowNames(const PortableDecision& portable) {
    RowNames result;
    for (std::size_t t = 0; t < portable.tables.size(); ++t) {
        for (std::size_t r = 0; r < portable.tables[t].rows.size(); ++r) {
            result[portable.tables[t].id + "-" + std::to_string(r + 1)] = {t, r};
        }
    }
    return result;
}

/// The values of all tables in a case: those of the model, else those of the rows.
std::vector<std::string> valuesOfCase(const Redecider& model, const PortableDecision& portable,
                                      const logic::Case& given) {
    if (auto values = model.valuesIn(given)) {
        return *std::move(values);
    }
    std::vector<std::string> result;
    for (const PortableTable& table : portable.tables) {
        const auto row = std::find_if(table.rows.begin(), table.rows.end(), [&](const PortableTable::Row& one) {
            for (std::size_t i = 0; i < table.inputs.size(); ++i) {
                const model::FactId fact = portable.facts[table.inputs[i]].fact;
                if (!logic::holds(one.answers[i], logic::numberOf(*given[fact]))) {
                    return false;
                }
            }
            return true;
        });
        result.push_back(row == table.rows.end() ? "?" : table.values[row->value]);
    }
    return result;
}

/// One case as a file has it.
struct FileCase {
    std::string id;
    std::vector<std::pair<std::string, std::string>> facts;
    std::vector<std::pair<std::string, std::string>> expected;
};

/// Holds cases against the model.
class CaseJudge {
public:
    CaseJudge(const BuildInput& input, const PortableDecision& portable)
        : portable_(portable), model_(input.decider, portable), rows_(rowNames(portable)) {}

    /// `isWhole`: it has all facts and all tables; else those of its own table.
    void judge(const FileCase& one, bool isWhole) {
        found_.say("cases", one.id);
        for (const auto& [name, value] : one.facts) {
            found_.say(one.id + ".facts." + name, value);
        }
        for (const auto& [name, value] : one.expected) {
            found_.say(one.id + "." + name, value);
        }
        const auto row = rows_.find(one.id);
        if (row == rows_.end()) {
            return;
        }
        const PortableTable& table = portable_.tables[row->second.first];
        const std::optional<logic::Case> given = model_.caseOf(table, table.rows[row->second.second]);
        if (!given) {
            return;
        }
        for (std::size_t i = 0; i < portable_.facts.size(); ++i) {
            const PortableFact& fact = portable_.facts[i];
            if (isWhole || std::find(table.inputs.begin(), table.inputs.end(), i) != table.inputs.end()) {
                wanted_.say(one.id + ".facts." + fact.id, std::string(spelling(*(*given)[fact.fact])));
            }
        }
        const std::vector<std::string> values = valuesOfCase(model_, portable_, *given);
        for (std::size_t t = 0; t < portable_.tables.size(); ++t) {
            if (isWhole || t == row->second.first) {
                wanted_.say(one.id + "." + portable_.tables[t].id, values[t]);
            }
        }
    }

    /// Each row that has a case must have one; `withGrounds`: those of grounds too.
    std::optional<ReadDifference> finish(bool withGrounds) {
        for (const auto& [id, row] : rows_) {
            const PortableTable& table = portable_.tables[row.first];
            const bool isWanted = withGrounds || table.kind != PortableKind::Ground;
            if (isWanted && model_.caseOf(table, table.rows[row.second])) {
                wanted_.say("cases", id);
            }
        }
        return differenceOf(wanted_, found_);
    }

    Said& found() { return found_; }
    Said& wanted() { return wanted_; }

private:
    const PortableDecision& portable_;
    Redecider model_;
    RowNames rows_;
    Said found_;
    Said wanted_;
};

void sayTextsBelow(Said& said, const std::string& place, const Json& json) {
    if (!json.is_object()) {
        said.say(place, json);
        return;
    }
    for (const auto& [name, value] : json.items()) {
        sayTextsBelow(said, place + "." + name, value);
    }
}

std::vector<std::pair<std::string, std::string>> pairsIn(const Json& object) {
    std::vector<std::pair<std::string, std::string>> result;
    for (const auto& [name, value] : object.items()) {
        result.emplace_back(name, value);
    }
    return result;
}

} // namespace

std::optional<ReadDifference> differenceInVectors(const BuildInput& input, const PortableDecision& portable,
                                                  std::string_view text) {
    try {
        const Json json = jsonFromFile(text);
        CaseJudge judge(input, portable);
        for (const auto& [name, value] : json.items()) {
            if (name != "cases") {
                sayTextsBelow(judge.found(), name, value);
            }
        }
        judge.wanted().say("tool.name", "meldc");
        judge.wanted().say("tool.version", input.version);
        judge.wanted().say("model.sha256", input.modelSha256);
        judge.wanted().say("baseline.sha256", input.baselineSha256);
        judge.wanted().say("date", input.date.str());
        judge.wanted().say("protocol.id", input.decider.protocol->name);
        judge.wanted().say("protocol.label", input.decider.protocol->label);
        for (const Json& one : json.at("cases")) {
            judge.judge({one.at("id"), pairsIn(one.at("facts")), pairsIn(one.at("expected"))}, true);
        }
        return judge.finish(true);
    } catch (const Json::exception& error) {
        return ReadDifference{"JSON", error.what(), {}};
    }
}

std::optional<ReadDifference> differenceInTck(const BuildInput& input, const PortableDecision& portable,
                                              const std::string& model, std::string_view text) {
    pugi::xml_document document;
    const pugi::xml_parse_result parsed = document.load_buffer(
        text.data(), text.size(), pugi::parse_default | pugi::parse_comments, pugi::encoding_utf8);
    if (!parsed) {
        return ReadDifference{"byte " + std::to_string(parsed.offset), parsed.description(), {}};
    }
    CaseJudge judge(input, portable);
    std::string origin = " ";
    for (const std::string& line : portable.origin) {
        origin += line + "; ";
    }
    judge.wanted().say("origin", origin);
    judge.found().say("origin", document.first_child().value());
    const pugi::xml_node root = document.child("testCases");
    judge.wanted().say("modelName", shownText(model));
    judge.found().say("modelName", root.child_value("modelName"));
    for (const pugi::xml_node test : root.children("testCase")) {
        FileCase one;
        one.id = test.attribute("id").value();
        const auto valueOf = [&](pugi::xml_node node) {
            const pugi::xml_node value = node.child("value");
            const bool isText = value.attribute("xsi:type").value() == std::string_view("xsd:string");
            return (isText ? "" : "?") + std::string(value.child_value());
        };
        for (const pugi::xml_node node : test.children("inputNode")) {
            one.facts.emplace_back(node.attribute("name").value(), valueOf(node));
        }
        for (const pugi::xml_node node : test.children("resultNode")) {
            const bool isDecision = node.attribute("type").value() == std::string_view("decision");
            one.expected.emplace_back((isDecision ? "" : "?") + std::string(node.attribute("name").value()),
                                      valueOf(node.child("expected")));
        }
        judge.judge(one, false);
    }
    return judge.finish(false);
}

} // namespace meldc::emit
