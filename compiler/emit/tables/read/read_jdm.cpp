#include "emit/json_parts.h"
#include "emit/tables/read/files.h"

#include <map>
#include <set>

namespace meldc::emit {

namespace {

/// Texts of a list as JSON writes them, with commas between.
std::vector<std::string> jdmTexts(const std::string& list) {
    return Json::parse("[" + list + "]").get<std::vector<std::string>>();
}

class JdmReader {
public:
    JdmReader(const Json& json, Said& said) : json_(json), said_(said) {}

    void read() {
        said_.say("contentType", json_.at("contentType"));
        for (const auto& [name, value] : json_.at("meldc").items()) {
            said_.say("meldc." + name, value);
        }
        for (const Json& node : json_.at("nodes")) {
            const std::string id = idOf(node);
            const std::string type = node.at("type");
            if (type == "decisionTableNode") {
                table(node, id);
            } else if (type == "expressionNode") {
                expression(node, id);
            } else {
                names_[id] = type;
                said_.say(type, node.at("name"));
            }
        }
        for (const Json& edge : json_.at("edges")) {
            idOf(edge);
            said_.say("edges", nameOf(edge.at("type")) + ": " + nameOf(edge.at("sourceId")) + ", " +
                                   nameOf(edge.at("targetId")));
        }
    }

private:
    [[nodiscard]] std::string nameOf(const std::string& id) const {
        const auto name = names_.find(id);
        return name == names_.end() ? id : name->second;
    }

    /// Its id, which no other has.
    std::string idOf(const Json& item) {
        const std::string id = item.at("id");
        if (!ids_.insert(id).second) {
            said_.say("id", id);
        }
        return id;
    }

    void expression(const Json& node, const std::string& id) {
        for (const Json& one : node.at("content").at("expressions")) {
            const std::string name = one.at("key");
            idOf(one);
            names_[id] = name;
            said_.say(name + ".name", node.at("name"));
            said_.say(placeOfRow(name, {}), withBetween(jdmTexts(one.at("value")), ", "));
        }
    }

    void table(const Json& node, const std::string& id) {
        const Json& content = node.at("content");
        const Json& output = content.at("outputs").at(0);
        const std::string name = output.at("field");
        names_[id] = name;
        said_.say(name + ".name", node.at("name"));
        said_.say(name + ".hitPolicy", content.at("hitPolicy"));
        said_.say(name + ".output", output.at("name"));
        if (content.at("outputs").size() != 1) {
            said_.say(name + ".outputs", std::to_string(content.at("outputs").size()));
        }
        std::set<std::string> columns{output.at("id")};
        for (const Json& input : content.at("inputs")) {
            if (!columns.insert(input.at("id")).second) {
                said_.say(name + ".id", input.at("id"));
            }
            said_.say(name + ".input." + input.at("field").get<std::string>(), input.at("name"));
        }
        for (const Json& rule : content.at("rules")) {
            std::vector<ReadCell> cells;
            for (const Json& input : content.at("inputs")) {
                cells.emplace_back(input.at("field"), jdmTexts(rule.at(input.at("id").get<std::string>())));
            }
            const std::string place = placeOfRow(name, std::move(cells));
            said_.say(place, withBetween(jdmTexts(rule.at(output.at("id").get<std::string>())), ", "));
            said_.say(place + ".grounds", rule.at("_description"));
        }
    }

    const Json& json_;
    Said& said_;
    /// Of nodes, by their ids.
    std::map<std::string, std::string> names_;
    std::set<std::string> ids_;
};

Said saidOfJdm(const BuildInput& input, const PortableDecision& portable) {
    Said said;
    said.say("contentType", "application/vnd.gorules.decision");
    said.say("meldc.version", input.version);
    said.say("meldc.protocol", input.decider.protocol->name);
    said.say("meldc.label", input.decider.protocol->label);
    said.say("meldc.date", input.date.str());
    said.say("meldc.model_sha256", input.modelSha256);
    said.say("meldc.baseline_sha256", input.baselineSha256);
    said.say("inputNode", onOneLine(input.decider.protocol->label));
    said.say("outputNode", portable.allId);
    for (const PortableTable& table : portable.tables) {
        said.say("edges", "edge: inputNode, " + table.id);
        said.say("edges", "edge: " + table.id + ", outputNode");
        said.say(table.id + ".name", onOneLine(table.label));
        sayRows(said, portable, table, !table.isConstant());
        if (table.isConstant()) {
            continue;
        }
        said.say(table.id + ".hitPolicy", "first");
        said.say(table.id + ".output", onOneLine(table.label));
        for (const std::size_t fact : table.inputs) {
            said.say(table.id + ".input." + portable.facts[fact].id, onOneLine(portable.facts[fact].label));
        }
    }
    return said;
}

} // namespace

std::optional<ReadDifference> differenceInJdm(const BuildInput& input, const PortableDecision& portable,
                                              std::string_view text) {
    try {
        Said found;
        JdmReader(jsonFromFile(text), found).read();
        return differenceOf(saidOfJdm(input, portable), found);
    } catch (const Json::exception& error) {
        return ReadDifference{"JSON", error.what(), {}};
    }
}

} // namespace meldc::emit
