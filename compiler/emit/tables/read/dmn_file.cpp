#include "diagnostics/phrases.h"
#include "emit/tables/read/files.h"
#include "emit/tables/read/read_dmn.h"
#include "emit/words.h"
#include "emit/xml_text.h"

#include <algorithm>
#include <set>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;

const std::string kDmnText = "string: ";

class DmnTeller {
public:
    DmnTeller(const BuildInput& input, const PortableDecision& portable) : input_(input), portable_(portable) {}

    Said tell() {
        head();
        std::set<std::size_t> facts;
        std::set<std::size_t> norms;
        for (const PortableTable& table : portable_.tables) {
            if (table.kind != PortableKind::Ground) {
                facts.insert(table.inputs.begin(), table.inputs.end());
                decision(table, norms);
            }
        }
        for (const std::size_t fact : facts) {
            const PortableFact& one = portable_.facts[fact];
            said_.say("inputData", one.id);
            named(one.id, one.label, kDmnText + answers_);
        }
        for (const PortablePeople& people : portable_.people) {
            who(people);
        }
        said_.say("decision", portable_.allId);
        named(portable_.allId, phrase(Phrase::TableAll).nl, "context");
        for (const std::size_t norm : norms) {
            const std::string label = normLabel(norm);
            said_.say("knowledgeSource", label);
            said_.say(label + ".name", nameOf(label));
            said_.say(label + ".type", shownText(withBetween(portable_.norms[norm].references, " ")));
        }
        return std::move(said_);
    }

private:
    void head() {
        said_.say("name", shownText(input_.decider.protocol->label));
        said_.say("namespace", "urn:meldc:" + input_.modelSha256.substr(0, 16));
        said_.say("exporter", "meldc");
        said_.say("exporterVersion", input_.version);
        std::vector<std::string> lines = portable_.origin;
        for (const Phrase which : {Phrase::TableAllFacts, Phrase::TableStandings, Phrase::TableProven}) {
            lines.push_back(phrase(which).nl);
        }
        said_.say("description", shownText(withBetween(lines, "; ")));
    }

    void named(const std::string& name, const std::string& label, const std::string& type) {
        said_.say(name + ".label", shownText(label));
        said_.say(name + ".variable", name);
        said_.say(name + ".type", type);
    }

    [[nodiscard]] std::string normLabel(std::size_t norm) const {
        const model::Norm& one = *portable_.norms[norm].norm;
        return shownText(one.id + " " + one.title);
    }

    /// What a name in DMN may hold: letters, digits, blanks and a few signs.
    static std::string nameOf(const std::string& text) {
        std::string result;
        for (const char letter : text) {
            const bool isOther = static_cast<unsigned char>(letter) < 0x80 &&
                                 std::string_view("!\"#$%&(),:;<=>?@[\\]^`{|}~").find(letter) != std::string_view::npos;
            result += isOther ? "" : std::string(1, letter);
        }
        return result;
    }

    void decision(const PortableTable& table, std::set<std::size_t>& norms) {
        const std::string& id = table.id;
        const std::string values = inOneOrder(table.values);
        said_.say("decision", id);
        named(id, table.label, kDmnText + values);
        if (table.kind == PortableKind::Question) {
            said_.say(id + ".question", shownText(table.label));
            said_.say(id + ".allowedAnswers", values);
        } else {
            said_.say(portable_.allId + ".requiredDecision", id);
            said_.say(portable_.allId, id + ": " + id);
        }
        std::set<std::size_t> own;
        for (const PortableTable::Row& row : table.rows) {
            own.insert(row.grounds.begin(), row.grounds.end());
            own.insert(row.partGrounds.begin(), row.partGrounds.end());
        }
        for (const std::size_t norm : own) {
            said_.say(id + ".requiredAuthority", nameOf(normLabel(norm)));
        }
        norms.insert(own.begin(), own.end());
        for (const std::size_t fact : table.inputs) {
            said_.say(id + ".requiredInput", portable_.facts[fact].id);
        }
        sayRows(said_, portable_, table, !table.isConstant());
        if (!table.isConstant()) {
            columns(table, values);
        }
    }

    void columns(const PortableTable& table, const std::string& values) {
        said_.say(table.id + ".hitPolicy", "UNIQUE");
        for (const std::size_t fact : table.inputs) {
            const std::string place = table.id + ".input." + portable_.facts[fact].id;
            said_.say(place, shownText(portable_.facts[fact].label));
            said_.say(place + ".type", kDmnText + answers_);
            said_.say(place + ".inputValues", answers_);
        }
        said_.say(table.id + ".output.", phrase(Phrase::TableOutcome).nl);
        said_.say(table.id + ".output..type", "");
        said_.say(table.id + ".output..outputValues", values);
        said_.say(table.id + ".annotation", phrase(Phrase::TableGround).nl);
        for (const PortableTable::Row& row : table.rows) {
            std::vector<ReadCell> cells;
            for (std::size_t i = 0; i < table.inputs.size(); ++i) {
                cells.emplace_back(portable_.facts[table.inputs[i]].id, answerWords(row.answers[i]));
            }
            said_.say(placeOfRow(table.id, std::move(cells)) + ".description", groundsText(portable_, row));
        }
    }

    void who(const PortablePeople& people) {
        const PortableTable& of = portable_.tables[people.table];
        said_.say("decision", people.id);
        named(people.id, phrase(Phrase::TableWho, of.label).nl, "context");
        said_.say(people.id + ".requiredDecision", of.id);
        said_.say(people.id + ".hitPolicy", "UNIQUE");
        const std::string input = people.id + ".input." + of.id;
        said_.say(input, shownText(of.label));
        said_.say(input + ".type", kDmnText + inOneOrder(of.values));
        said_.say(input + ".inputValues", inOneOrder(of.values));
        const std::string no(spelling(Word::No));
        std::vector<std::string> others = of.values;
        std::erase(others, no);
        const struct {
            Word name;
            Phrase label;
            const std::string& text;
        } outputs[] = {{Word::Performs, Phrase::TablePerforms, people.performs},
                       {Word::Decides, Phrase::TableDecides, people.decides},
                       {Word::Owns, Phrase::TableOwns, people.owns}};
        for (const auto& one : outputs) {
            const std::string name(spelling(one.name));
            const std::string output = people.id + ".output." + name;
            said_.say(output, phrase(one.label).nl);
            said_.say(output + ".type", "string");
            said_.say(output + ".outputValues", "");
            said_.say(placeOfRow(people.id, {{of.id, others}}) + "." + name, shownText(one.text));
            said_.say(placeOfRow(people.id, {{of.id, {no}}}) + "." + name, "");
        }
    }

    const BuildInput& input_;
    const PortableDecision& portable_;
    const std::string answers_ = inOneOrder({std::string(spelling(Word::Yes)), std::string(spelling(Word::No)),
                                             std::string(spelling(Word::Doubt))});
    Said said_;
};

} // namespace

std::optional<ReadDifference> differenceInDmn(const BuildInput& input, const PortableDecision& portable,
                                              std::string_view text) {
    Said found;
    if (const auto stop = readDmn(text, found)) {
        return stop;
    }
    return differenceOf(DmnTeller(input, portable).tell(), found);
}

} // namespace meldc::emit
