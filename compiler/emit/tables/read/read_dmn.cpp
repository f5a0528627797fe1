#include "emit/tables/read/read_dmn.h"

#include "emit/tables/read/drawn.h"

#include <algorithm>

namespace meldc::emit {

namespace {

/// The texts of a list of FEEL strings; nothing when it is no such list.
std::optional<std::vector<std::string>> feelTexts(std::string_view list) {
    std::vector<std::string> result;
    for (std::size_t at = 0; at < list.size(); ++at) {
        if (list[at] != '"') {
            return std::nullopt;
        }
        std::string text;
        for (++at; at < list.size() && list[at] != '"'; ++at) {
            at += list[at] == '\\' && at + 1 < list.size() ? 1 : 0;
            text += list[at];
        }
        if (at >= list.size() || (++at < list.size() && list[at] != ',')) {
            return std::nullopt;
        }
        result.push_back(std::move(text));
    }
    return result;
}

/// The values that a list allows, in one order; as it stands when it cannot be read.
std::string allowedIn(pugi::xml_node parent) {
    const char* text = parent.child_value("text");
    const auto values = feelTexts(text);
    return values ? inOneOrder(*values) : std::string("?") + text;
}

class DmnReader {
public:
    explicit DmnReader(pugi::xml_node root, Said& said) : root_(root), said_(said) {}

    std::optional<ReadDifference> read() {
        for (const char* name : {"name", "namespace", "exporter", "exporterVersion"}) {
            said_.say(name, root_.attribute(name).value());
        }
        for (const pugi::xml_node node : root_.children()) {
            names_[node.attribute("id").value()] = node.attribute("name").value();
            if (node.name() == std::string_view("itemDefinition")) {
                types_[node.attribute("name").value()] =
                    node.child_value("typeRef") + (": " + allowedIn(node.child("allowedValues")));
            }
        }
        for (const pugi::xml_node node : root_.children()) {
            const std::string_view kind = node.name();
            if (kind == "description") {
                said_.say("description", node.child_value());
            } else if (kind == "inputData") {
                inputData(node);
            } else if (kind == "decision") {
                decision(node);
            } else if (kind == "knowledgeSource") {
                knowledge(node);
            } else if (kind != "itemDefinition" && kind != "dmndi:DMNDI") {
                said_.say("definitions", std::string(kind));
            }
        }
        return differenceInDrawing(root_.child("dmndi:DMNDI").child("dmndi:DMNDiagram"),
                                   {"dmndi:DMNShape", "dmndi:DMNEdge", "dmnElementRef"}, drawn_);
    }

private:
    [[nodiscard]] std::string typeOf(pugi::xml_node node) const {
        const std::string name = node.attribute("typeRef").value();
        const auto type = types_.find(name);
        return type == types_.end() ? name : type->second;
    }

    std::string named(pugi::xml_node node) {
        const std::string name = node.attribute("name").value();
        drawn_.shapes.emplace_back(node.attribute("id").value());
        said_.say(name + ".label", node.attribute("label").value());
        if (const pugi::xml_node variable = node.child("variable")) {
            said_.say(name + ".variable", variable.attribute("name").value());
            said_.say(name + ".type", typeOf(variable));
        }
        return name;
    }

    void inputData(pugi::xml_node node) { said_.say("inputData", named(node)); }

    void knowledge(pugi::xml_node node) {
        drawn_.shapes.emplace_back(node.attribute("id").value());
        const std::string label = node.attribute("label").value();
        said_.say("knowledgeSource", label);
        said_.say(label + ".name", node.attribute("name").value());
        said_.say(label + ".type", node.child_value("type"));
    }

    void decision(pugi::xml_node node) {
        const std::string name = named(node);
        said_.say("decision", name);
        if (node.child("question")) {
            said_.say(name + ".question", node.child_value("question"));
            const auto allowed = feelTexts(node.child_value("allowedAnswers"));
            said_.say(name + ".allowedAnswers", allowed ? inOneOrder(*allowed) : "?");
        }
        for (const pugi::xml_node need : node.children()) {
            const std::string_view kind = need.name();
            if (kind == "informationRequirement" || kind == "authorityRequirement") {
                this->need(node, need, name);
            } else if (kind == "decisionTable") {
                table(need, name);
            } else if (kind == "literalExpression") {
                literal(need.child_value("text"), name);
            }
        }
    }

    void need(pugi::xml_node node, pugi::xml_node need, const std::string& name) {
        const pugi::xml_node what = need.first_child();
        const std::string id(behindMark(what.attribute("href").value(), '#'));
        const auto found = names_.find(id);
        said_.say(name + "." + what.name(), found == names_.end() ? "#" + id : found->second);
        drawn_.lines[need.attribute("id").value()] = {id, node.attribute("id").value()};
    }

    /// A text, or what stands for what: `{ a: a, b: b }`.
    void literal(std::string_view text, const std::string& name) {
        if (const auto one = feelTexts(text); one && one->size() == 1) {
            said_.say(placeOfRow(name, {}), one->front());
            return;
        }
        if (!text.starts_with("{ ") || !text.ends_with(" }")) {
            said_.say(name, "?" + std::string(text));
            return;
        }
        text = text.substr(2, text.size() - 4);
        while (!text.empty()) {
            const std::size_t end = std::min(text.find(", "), text.size());
            said_.say(name, std::string(text.substr(0, end)));
            text.remove_prefix(std::min(end + 2, text.size()));
        }
    }

    void table(pugi::xml_node table, const std::string& name) {
        said_.say(name + ".hitPolicy", table.attribute("hitPolicy").value());
        std::vector<std::string> inputs;
        std::vector<std::string> outputs;
        for (const pugi::xml_node input : table.children("input")) {
            const pugi::xml_node expression = input.child("inputExpression");
            inputs.emplace_back(expression.child_value("text"));
            const std::string place = name + ".input." + inputs.back();
            said_.say(place, input.attribute("label").value());
            said_.say(place + ".type", typeOf(expression));
            said_.say(place + ".inputValues", allowedIn(input.child("inputValues")));
        }
        for (const pugi::xml_node output : table.children("output")) {
            outputs.emplace_back(output.attribute("name").value());
            const std::string place = name + ".output." + outputs.back();
            said_.say(place, output.attribute("label").value());
            said_.say(place + ".type", typeOf(output));
            said_.say(place + ".outputValues", allowedIn(output.child("outputValues")));
        }
        for (const pugi::xml_node annotation : table.children("annotation")) {
            said_.say(name + ".annotation", annotation.attribute("name").value());
        }
        for (const pugi::xml_node rule : table.children("rule")) {
            this->rule(rule, name, inputs, outputs);
        }
    }

    void rule(pugi::xml_node rule, const std::string& name, const std::vector<std::string>& inputs,
              const std::vector<std::string>& outputs) {
        std::vector<ReadCell> cells;
        for (const pugi::xml_node entry : rule.children("inputEntry")) {
            const std::string_view text = entry.child_value("text");
            const std::size_t at = cells.size();
            ReadCell cell{at < inputs.size() ? inputs[at] : "?", {}};
            if (const auto words = feelTexts(text); words && !words->empty()) {
                cell.second = *words;
            } else {
                cell.second.assign(text == "-" ? 0 : 1, std::string(text));
            }
            cells.push_back(std::move(cell));
        }
        if (cells.size() != inputs.size()) {
            cells.emplace_back("?", std::vector<std::string>{std::to_string(cells.size())});
        }
        const std::string place = placeOfRow(name, std::move(cells));
        std::size_t at = 0;
        for (const pugi::xml_node entry : rule.children("outputEntry")) {
            const std::string text = entry.child_value("text");
            const auto value = feelTexts(text);
            const std::string& output = at < outputs.size() ? outputs[at++] : text;
            said_.say(place + (output.empty() ? "" : "." + output),
                      value && value->size() == 1 ? value->front() : "?" + text);
        }
        const std::string grounds = rule.child_value("description");
        if (const pugi::xml_node annotation = rule.child("annotationEntry")) {
            said_.say(place + ".grounds", annotation.child_value("text"));
            said_.say(place + ".description", grounds);
        }
    }

    pugi::xml_node root_;
    Said& said_;
    std::map<std::string, std::string> names_;
    std::map<std::string, std::string> types_;
    DrawnIds drawn_;
};

} // namespace

std::optional<ReadDifference> readDmn(std::string_view text, Said& said) {
    pugi::xml_document document;
    const pugi::xml_parse_result result =
        document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!result) {
        return ReadDifference{"byte " + std::to_string(result.offset), result.description(), {}};
    }
    return DmnReader(document.child("definitions"), said).read();
}

} // namespace meldc::emit
