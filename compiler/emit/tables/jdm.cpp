#include "emit/tables/jdm.h"

#include "emit/json_parts.h"

namespace meldc::emit {

namespace {

constexpr int kColumnX = 400;
constexpr int kRowY = 140;

std::string listOf(const std::vector<std::string>& texts) {
    std::string result;
    for (const std::string& text : texts) {
        result += (result.empty() ? "" : ", ") + Json(text).dump();
    }
    return result;
}

class JdmWriter {
public:
    JdmWriter(const BuildInput& input, const PortableDecision& portable)
        : input_(input), portable_(portable) {}

    std::string write() {
        json_["contentType"] = "application/vnd.gorules.decision";
        json_["meldc"] = {{"version", input_.version},
                          {"protocol", input_.decider.protocol->name},
                          {"label", input_.decider.protocol->label},
                          {"date", input_.date.str()},
                          {"model_sha256", input_.modelSha256},
                          {"baseline_sha256", input_.baselineSha256}};
        json_["nodes"] = Json::array();
        json_["edges"] = Json::array();
        const int middle = static_cast<int>(portable_.tables.size()) * kRowY / 2;
        node("input", "inputNode", input_.decider.protocol->label, 0, middle, nullptr);
        for (std::size_t i = 0; i < portable_.tables.size(); ++i) {
            table(portable_.tables[i], static_cast<int>(i) * kRowY);
        }
        node("output", "outputNode", portable_.allId, 2 * kColumnX, middle, nullptr);
        return written(json_);
    }

private:
    void node(const std::string& id, const char* type, const std::string& name, int x, int y,
              Json content) {
        Json json = {{"id", id},
                     {"type", type},
                     {"name", onOneLine(name)},
                     {"position", {{"x", x}, {"y", y}}}};
        if (!content.is_null()) {
            json["content"] = std::move(content);
        }
        json_["nodes"].push_back(std::move(json));
    }

    void edge(const std::string& from, const std::string& to) {
        json_["edges"].push_back({{"id", from + "-" + to},
                                  {"type", "edge"},
                                  {"sourceId", from},
                                  {"targetId", to}});
    }

    void table(const PortableTable& table, int y) {
        const std::string id = "table_" + table.id;
        if (table.isConstant()) {
            const std::string value = table.values[table.rows.front().value];
            Json content;
            content["expressions"] = Json::array(
                {{{"id", id + "_value"}, {"key", table.id}, {"value", Json(value).dump()}}});
            node(id, "expressionNode", table.label, kColumnX, y, std::move(content));
        } else {
            node(id, "decisionTableNode", table.label, kColumnX, y, rules(table, id));
        }
        edge("input", id);
        edge(id, "output");
    }

    Json rules(const PortableTable& table, const std::string& id) const {
        Json content;
        // No two rows overlap, so the first that fits is the only one.
        content["hitPolicy"] = "first";
        content["inputs"] = Json::array();
        for (const std::size_t fact : table.inputs) {
            const PortableFact& input = portable_.facts[fact];
            content["inputs"].push_back(
                {{"id", "in_" + input.id}, {"name", onOneLine(input.label)}, {"field", input.id}});
        }
        content["outputs"] = Json::array(
            {{{"id", "out"}, {"name", onOneLine(table.label)}, {"field", table.id}}});
        content["rules"] = Json::array();
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            const PortableTable::Row& row = table.rows[i];
            Json rule = {{"_id", id + "_" + std::to_string(i + 1)}};
            rule["_description"] = groundsOf(portable_, row);
            for (std::size_t c = 0; c < table.inputs.size(); ++c) {
                rule["in_" + portable_.facts[table.inputs[c]].id] =
                    row.answers[c] == logic::kAllAnswers ? "" : listOf(spelt(row.answers[c]));
            }
            rule["out"] = Json(table.values[row.value]).dump();
            content["rules"].push_back(std::move(rule));
        }
        return content;
    }

    const BuildInput& input_;
    const PortableDecision& portable_;
    Json json_;
};

} // namespace

std::string rulingJdm(const BuildInput& input, const PortableDecision& portable) {
    return JdmWriter(input, portable).write();
}

} // namespace meldc::emit
