#include "emit/tables/vectors.h"

#include "emit/json_parts.h"
#include "emit/words.h"
#include "emit/xml.h"

#include <array>

namespace meldc::emit {

namespace {

/// Settles the facts that a row leaves free, the first that fits.
class CaseFinder {
public:
    CaseFinder(const PortableDecision& portable, const PortableTable& table,
               const PortableTable::Row& row)
        : portable_(portable), allowed_(portable.facts.size(), logic::kAllAnswers),
          answers_(portable.facts.size(), model::Answer::No) {
        for (std::size_t i = 0; i < table.inputs.size(); ++i) {
            allowed_[table.inputs[i]] = row.answers[i];
        }
    }

    /// Empty when every case of the row contradicts the vocabulary.
    std::vector<model::Answer> find() {
        return settle(0) ? std::move(answers_) : std::vector<model::Answer>{};
    }

private:
    bool settle(std::size_t fact) {
        if (fact == answers_.size()) {
            return true;
        }
        for (const model::Answer answer :
             {model::Answer::No, model::Answer::Yes, model::Answer::Doubt}) {
            answers_[fact] = answer;
            if (logic::holds(allowed_[fact], logic::numberOf(answer)) && fits(fact) &&
                settle(fact + 1)) {
                return true;
            }
        }
        return false;
    }

    /// Whether no bound between the facts settled so far is broken by the last of them.
    [[nodiscard]] bool fits(std::size_t last) const {
        const auto rank = [&](std::size_t fact, bool isNegated) {
            const std::uint32_t number = logic::numberOf(answers_[fact]);
            return isNegated ? logic::kAnswerCount - 1 - number : number;
        };
        for (const PortableBound& one : portable_.bounds) {
            const bool isSettled = one.from <= last && one.to <= last;
            if (isSettled && rank(one.from, one.isFromNegated) > rank(one.to, one.isToNegated)) {
                return false;
            }
        }
        return true;
    }

    const PortableDecision& portable_;
    std::vector<logic::AnswerSet> allowed_;
    std::vector<model::Answer> answers_;
};

} // namespace

std::size_t valueIn(const PortableTable& table, const std::vector<model::Answer>& answers) {
    for (const PortableTable::Row& row : table.rows) {
        bool fits = true;
        for (std::size_t i = 0; i < table.inputs.size() && fits; ++i) {
            fits = logic::holds(row.answers[i], logic::numberOf(answers[table.inputs[i]]));
        }
        if (fits) {
            return row.value;
        }
    }
    return table.values.size();
}

std::optional<std::vector<Vector>> vectorsOf(const PortableDecision& portable) {
    std::vector<Vector> result;
    for (std::size_t t = 0; t < portable.tables.size(); ++t) {
        for (std::size_t r = 0; r < portable.tables[t].rows.size(); ++r) {
            Vector one;
            one.table = t;
            one.row = r;
            one.answers = CaseFinder(portable, portable.tables[t], portable.tables[t].rows[r]).find();
            if (one.answers.empty() && !portable.facts.empty()) {
                continue;
            }
            for (const PortableTable& table : portable.tables) {
                one.values.push_back(valueIn(table, one.answers));
                if (one.values.back() == table.values.size()) {
                    return std::nullopt;
                }
            }
            result.push_back(std::move(one));
        }
    }
    return result;
}

std::optional<std::string> rulingVectors(const BuildInput& input, const PortableDecision& portable) {
    const std::optional<std::vector<Vector>> vectors = vectorsOf(portable);
    if (!vectors) {
        return std::nullopt;
    }
    Json json;
    json["tool"] = {{"name", "meldc"}, {"version", input.version}};
    json["model"] = {{"sha256", input.modelSha256}};
    json["baseline"] = {{"sha256", input.baselineSha256}};
    json["date"] = input.date.str();
    json["protocol"] = {{"id", input.decider.protocol->name},
                        {"label", input.decider.protocol->label}};
    json["cases"] = Json::array();
    for (const Vector& one : *vectors) {
        Json facts = Json::object();
        for (std::size_t i = 0; i < portable.facts.size(); ++i) {
            facts[portable.facts[i].id] = spelling(one.answers[i]);
        }
        Json expected = Json::object();
        for (std::size_t i = 0; i < portable.tables.size(); ++i) {
            expected[portable.tables[i].id] = portable.tables[i].values[one.values[i]];
        }
        json["cases"].push_back(
            {{"id", portable.tables[one.table].id + "-" + std::to_string(one.row + 1)},
             {"facts", std::move(facts)},
             {"expected", std::move(expected)}});
    }
    return written(json);
}

std::optional<std::string> rulingTck(const PortableDecision& portable, const std::string& model) {
    const std::optional<std::vector<Vector>> vectors = vectorsOf(portable);
    if (!vectors) {
        return std::nullopt;
    }
    pugi::xml_document document;
    pugi::xml_node declaration = document.append_child(pugi::node_declaration);
    attribute(declaration, "version", "1.0");
    attribute(declaration, "encoding", "UTF-8");
    std::string origin = " ";
    for (const std::string& line : portable.origin) {
        origin += line + "; ";
    }
    document.append_child(pugi::node_comment).set_value(origin.c_str());
    pugi::xml_node root = element(document, "testCases");
    attribute(root, "xmlns", "http://www.omg.org/spec/DMN/20160719/testcase");
    attribute(root, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    attribute(root, "xmlns:xsd", "http://www.w3.org/2001/XMLSchema");
    element(root, "modelName", model);
    const auto value = [](pugi::xml_node parent, std::string_view text) {
        attribute(element(parent, "value", text), "xsi:type", "xsd:string");
    };
    for (const Vector& one : *vectors) {
        const PortableTable& table = portable.tables[one.table];
        if (table.kind == PortableKind::Ground) {
            continue;
        }
        pugi::xml_node test = element(root, "testCase");
        attribute(test, "id", table.id + "-" + std::to_string(one.row + 1));
        for (const std::size_t fact : table.inputs) {
            pugi::xml_node node = element(test, "inputNode");
            attribute(node, "name", portable.facts[fact].id);
            value(node, spelling(one.answers[fact]));
        }
        pugi::xml_node node = element(test, "resultNode");
        attribute(node, "name", table.id);
        attribute(node, "type", "decision");
        value(element(node, "expected"), table.values[one.values[one.table]]);
    }
    return written(document);
}

} // namespace meldc::emit
