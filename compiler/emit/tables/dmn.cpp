#include "emit/tables/dmn.h"

#include "emit/page_words.h"
#include "emit/tables/dmn_drawing.h"
#include "emit/tables/feel.h"
#include "emit/words.h"
#include "emit/xml.h"

#include <algorithm>
#include <set>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;

/// Several values by their names, in FEEL.
constexpr std::string_view kContext = "context";

Word dmnTypeOf(PortableKind kind) {
    switch (kind) {
    case PortableKind::Consequence:
        return Word::TypeStanding;
    case PortableKind::Question:
        return Word::TypeReply;
    case PortableKind::Ban:
        return Word::TypeBan;
    default:
        return Word::TypeTruth;
    }
}

// Ids have hyphens between their parts, which stand in no part: no two are the same.

class DmnWriter {
public:
    DmnWriter(const BuildInput& input, const PortableDecision& portable)
        : input_(input), portable_(portable) {}

    std::string write() {
        pugi::xml_node declaration = document_.append_child(pugi::node_declaration);
        attribute(declaration, "version", "1.0");
        attribute(declaration, "encoding", "UTF-8");
        root_ = element(document_, "definitions");
        head();
        types();
        std::set<std::size_t> facts;
        for (const PortableTable& table : portable_.tables) {
            if (table.kind != PortableKind::Ground) {
                facts.insert(table.inputs.begin(), table.inputs.end());
            }
        }
        for (const std::size_t fact : facts) {
            inputData(portable_.facts[fact]);
        }
        for (const PortableTable& table : portable_.tables) {
            if (table.kind != PortableKind::Ground) {
                decision(table);
            }
        }
        for (const PortablePeople& people : portable_.people) {
            who(people);
        }
        all();
        for (const std::size_t norm : normsUsed_) {
            knowledge(portable_.norms[norm]);
        }
        draw(root_, levels_, needs_);
        return written(document_);
    }

private:
    void head() {
        attribute(root_, "xmlns", "https://www.omg.org/spec/DMN/20191111/MODEL/");
        attribute(root_, "xmlns:dmndi", "https://www.omg.org/spec/DMN/20191111/DMNDI/");
        attribute(root_, "xmlns:dc", "http://www.omg.org/spec/DMN/20180521/DC/");
        attribute(root_, "xmlns:di", "http://www.omg.org/spec/DMN/20180521/DI/");
        attribute(root_, "id", "definitions");
        attribute(root_, "name", input_.decider.protocol->label);
        attribute(root_, "namespace", "urn:meldc:" + fileId());
        attribute(root_, "exporter", "meldc");
        attribute(root_, "exporterVersion", input_.version);
        std::string text;
        for (const std::string& line : portable_.origin) {
            text += (text.empty() ? "" : "; ") + line;
        }
        text += "; " + say(Phrase::TableAllFacts) + "; " + say(Phrase::TableStandings) + "; " +
                say(Phrase::TableProven);
        element(root_, "description", text);
    }

    /// The first letters of the model's hash tell texts of one name apart.
    [[nodiscard]] std::string fileId() const { return input_.modelSha256.substr(0, 16); }

    void types() {
        type(Word::TypeAnswer, spelt(logic::kAllAnswers));
        std::set<Word> known;
        for (const PortableTable& table : portable_.tables) {
            if (table.kind != PortableKind::Ground && known.insert(dmnTypeOf(table.kind)).second) {
                type(dmnTypeOf(table.kind), table.values);
            }
        }
    }

    void type(Word name, const std::vector<std::string>& values) {
        pugi::xml_node node = element(root_, "itemDefinition");
        attribute(node, "id", "type-" + std::string(spelling(name)));
        attribute(node, "name", spelling(name));
        element(node, "typeRef", "string");
        element(element(node, "allowedValues"), "text", listInFeel(values));
    }

    void inputData(const PortableFact& fact) {
        pugi::xml_node node = element(root_, "inputData");
        attribute(node, "id", "fact_" + fact.id);
        attribute(node, "name", fact.id);
        attribute(node, "label", fact.label);
        variable(node, "fact_" + fact.id, fact.id, spelling(Word::TypeAnswer));
        levels_.facts.push_back("fact_" + fact.id);
    }

    static void variable(pugi::xml_node parent, const std::string& of, const std::string& name,
                         std::string_view type) {
        pugi::xml_node node = element(parent, "variable");
        attribute(node, "id", "variable-" + of);
        attribute(node, "name", name);
        attribute(node, "typeRef", type);
    }

    /// `to` needs `from`: an element of the decision, and an arrow.
    void need(pugi::xml_node decision, const char* kind, const char* how, const std::string& to,
              const std::string& from) {
        const std::string id = "need-" + to + "-" + from;
        pugi::xml_node node = element(decision, kind);
        attribute(node, "id", id);
        attribute(element(node, how), "href", "#" + from);
        needs_.push_back({id, from, to});
    }

    static std::string idOf(const PortableTable& table) { return "decision_" + table.id; }

    void decision(const PortableTable& table) {
        const std::string id = idOf(table);
        pugi::xml_node node = element(root_, "decision");
        attribute(node, "id", id);
        attribute(node, "name", table.id);
        attribute(node, "label", table.label);
        if (table.kind == PortableKind::Question) {
            element(node, "question", table.label);
            element(node, "allowedAnswers", listInFeel(table.values));
        }
        variable(node, id, table.id, spelling(dmnTypeOf(table.kind)));
        for (const std::size_t fact : table.inputs) {
            need(node, "informationRequirement", "requiredInput", id,
                 "fact_" + portable_.facts[fact].id);
        }
        std::set<std::size_t> norms;
        for (const PortableTable::Row& row : table.rows) {
            norms.insert(row.grounds.begin(), row.grounds.end());
            norms.insert(row.partGrounds.begin(), row.partGrounds.end());
        }
        for (const std::size_t norm : norms) {
            need(node, "authorityRequirement", "requiredAuthority", id,
                 "norm_" + portable_.norms[norm].norm->id);
        }
        normsUsed_.insert(norms.begin(), norms.end());
        (table.kind == PortableKind::Question ? levels_.questions : levels_.decided).push_back(id);
        if (table.isConstant()) {
            literal(node, id, inFeel(table.values[table.rows.front().value]));
        } else {
            rules(node, id, table);
        }
    }

    static void literal(pugi::xml_node decision, const std::string& id, const std::string& text) {
        pugi::xml_node node = element(decision, "literalExpression");
        attribute(node, "id", "expression-" + id);
        element(node, "text", text);
    }

    static pugi::xml_node tableIn(pugi::xml_node decision, const std::string& id) {
        pugi::xml_node node = element(decision, "decisionTable");
        attribute(node, "id", "table-" + id);
        attribute(node, "hitPolicy", "UNIQUE");
        return node;
    }

    static void column(pugi::xml_node table, const std::string& id, const std::string& label,
                       const std::string& name, std::string_view type,
                       const std::vector<std::string>& values) {
        pugi::xml_node node = element(table, "input");
        attribute(node, "id", id);
        attribute(node, "label", label);
        pugi::xml_node expression = element(node, "inputExpression");
        attribute(expression, "id", "of-" + id);
        attribute(expression, "typeRef", type);
        element(expression, "text", name);
        pugi::xml_node allowed = element(node, "inputValues");
        attribute(allowed, "id", "values-" + id);
        element(allowed, "text", listInFeel(values));
    }

    static void cell(pugi::xml_node rule, const char* kind, const std::string& id,
                     const std::string& text) {
        pugi::xml_node node = element(rule, kind);
        attribute(node, "id", id);
        element(node, "text", text);
    }

    void rules(pugi::xml_node decision, const std::string& id, const PortableTable& table) {
        pugi::xml_node node = tableIn(decision, id);
        for (const std::size_t fact : table.inputs) {
            const PortableFact& input = portable_.facts[fact];
            column(node, "input-" + id + "-" + input.id, input.label, input.id,
                   spelling(Word::TypeAnswer), spelt(logic::kAllAnswers));
        }
        pugi::xml_node output = element(node, "output");
        attribute(output, "id", "output-" + id);
        // The only output has the name and the type of its decision: it may give no other.
        attribute(output, "label", say(Phrase::TableOutcome));
        element(element(output, "outputValues"), "text", listInFeel(table.values));
        attribute(element(node, "annotation"), "name", say(Phrase::TableGround));
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            const PortableTable::Row& row = table.rows[i];
            const std::string rule = "rule-" + id + "-" + std::to_string(i + 1);
            pugi::xml_node line = element(node, "rule");
            attribute(line, "id", rule);
            const std::string grounds = groundsOf(portable_, row);
            // Editors show the description of a rule, engines hand on its annotation.
            if (!grounds.empty()) {
                element(line, "description", grounds);
            }
            for (std::size_t c = 0; c < table.inputs.size(); ++c) {
                cell(line, "inputEntry", rule + "-" + std::to_string(c + 1),
                     row.answers[c] == logic::kAllAnswers ? "-" : listInFeel(spelt(row.answers[c])));
            }
            cell(line, "outputEntry", rule + "-out", inFeel(table.values[row.value]));
            element(element(line, "annotationEntry"), "text", grounds);
        }
    }

    void who(const PortablePeople& people) {
        const PortableTable& of = portable_.tables[people.table];
        const std::string id = "decision_" + people.id;
        pugi::xml_node node = element(root_, "decision");
        attribute(node, "id", id);
        attribute(node, "name", people.id);
        attribute(node, "label", say(Phrase::TableWho, of.label));
        variable(node, id, people.id, kContext);
        need(node, "informationRequirement", "requiredDecision", id, idOf(of));
        levels_.above.push_back(id);
        pugi::xml_node table = tableIn(node, id);
        column(table, "input-" + id, of.label, of.id, spelling(Word::TypeStanding), of.values);
        const std::pair<Word, Phrase> outputs[] = {{Word::Performs, Phrase::TablePerforms},
                                                   {Word::Decides, Phrase::TableDecides},
                                                   {Word::Owns, Phrase::TableOwns}};
        for (const auto& [name, label] : outputs) {
            pugi::xml_node output = element(table, "output");
            attribute(output, "id", "output-" + id + "-" + std::string(spelling(name)));
            attribute(output, "label", say(label));
            attribute(output, "name", spelling(name));
            attribute(output, "typeRef", "string");
        }
        const std::string no(spelling(Word::No));
        std::vector<std::string> others;
        std::copy_if(of.values.begin(), of.values.end(), std::back_inserter(others),
                     [&](const std::string& value) { return value != no; });
        const auto rule = [&](int number, const std::string& when,
                              std::initializer_list<std::string> texts) {
            const std::string name = "rule-" + id + "-" + std::to_string(number);
            pugi::xml_node line = element(table, "rule");
            attribute(line, "id", name);
            cell(line, "inputEntry", name + "-1", when);
            int column = 0;
            for (const std::string& text : texts) {
                cell(line, "outputEntry", name + "-out-" + std::to_string(++column), inFeel(text));
            }
        };
        rule(1, listInFeel(others), {people.performs, people.decides, people.owns});
        rule(2, inFeel(no), {"", "", ""});
    }

    void all() {
        const std::string id = "decision_" + portable_.allId;
        pugi::xml_node node = element(root_, "decision");
        attribute(node, "id", id);
        attribute(node, "name", portable_.allId);
        attribute(node, "label", say(Phrase::TableAll));
        variable(node, id, portable_.allId, kContext);
        std::string context;
        for (const PortableTable& table : portable_.tables) {
            if (table.kind == PortableKind::Ground || table.kind == PortableKind::Question) {
                continue;
            }
            need(node, "informationRequirement", "requiredDecision", id, idOf(table));
            context += (context.empty() ? "{ " : ", ") + table.id + ": " + table.id;
        }
        levels_.above.push_back(id);
        literal(node, id, context + " }");
    }

    void knowledge(const PortableNorm& norm) {
        const std::string id = "norm_" + norm.norm->id;
        pugi::xml_node node = element(root_, "knowledgeSource");
        attribute(node, "id", id);
        const std::string title = norm.norm->id + " " + norm.norm->title;
        attribute(node, "name", nameInFeel(title));
        attribute(node, "label", title);
        if (!norm.references.empty()) {
            std::string text;
            for (const std::string& one : norm.references) {
                text += (text.empty() ? "" : " ") + one;
            }
            element(node, "type", text);
        }
        levels_.above.push_back(id);
    }

    const BuildInput& input_;
    const PortableDecision& portable_;
    pugi::xml_document document_;
    pugi::xml_node root_;
    std::vector<DmnNeed> needs_;
    DmnLevels levels_;
    std::set<std::size_t> normsUsed_;
};

} // namespace

std::string rulingDmn(const BuildInput& input, const PortableDecision& portable) {
    return DmnWriter(input, portable).write();
}

} // namespace meldc::emit
