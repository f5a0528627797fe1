#include "emit/tables/read_back.h"

#include "emit/json_parts.h"
#include "emit/words.h"

#include <pugixml.hpp>

#include <algorithm>
#include <charconv>
#include <map>

namespace meldc::emit {

namespace {

using Tables = std::optional<std::vector<ReadTable>>;

std::string_view trimmedPart(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// The word between two marks of a kind; empty when it is not between them.
std::string_view unquoted(std::string_view text, char mark) {
    text = trimmedPart(text);
    const bool isQuoted = text.size() >= 2 && text.front() == mark && text.back() == mark;
    return isQuoted ? text.substr(1, text.size() - 2) : std::string_view();
}

/// The answers in a list of quoted words with commas between; none when a word is no answer.
logic::AnswerSet answersIn(std::string_view list, char mark) {
    logic::AnswerSet result = logic::kNoAnswer;
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        const auto answer = answerSpelt(unquoted(list.substr(0, comma), mark));
        if (!answer) {
            return logic::kNoAnswer;
        }
        result = static_cast<logic::AnswerSet>(result | logic::setOf(*answer));
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return result;
}

std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> result;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        result.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return result;
}

/// What stands behind `head`, if the text begins with it.
std::optional<std::string_view> behind(std::string_view text, std::string_view head) {
    return text.starts_with(head) ? std::optional(text.substr(head.size())) : std::nullopt;
}

/// One condition of a row in SQL: `fact = 'ja'` or `fact IN ('ja', 'nee')`.
using SqlTest = std::pair<std::string, logic::AnswerSet>;

std::optional<SqlTest> sqlTest(std::string_view text) {
    const std::size_t blank = text.find(' ');
    if (blank == text.npos) {
        return std::nullopt;
    }
    std::string_view list = text.substr(blank + 1);
    if (const auto one = behind(list, "= ")) {
        list = *one;
    } else if (const auto many = behind(list, "IN ("); many && many->ends_with(')')) {
        list = many->substr(0, many->size() - 1);
    } else {
        return std::nullopt;
    }
    const logic::AnswerSet answers = answersIn(list, '\'');
    return answers == logic::kNoAnswer
               ? std::nullopt
               : std::optional(SqlTest(std::string(text.substr(0, blank)), answers));
}

/// `WHEN a = 'ja' AND b IN (…) THEN 'value'`: the conditions, and the value.
std::optional<std::pair<std::vector<SqlTest>, std::string>> sqlRow(std::string_view line) {
    std::pair<std::vector<SqlTest>, std::string> row;
    if (const auto otherwise = behind(line, "ELSE ")) {
        row.second = unquoted(*otherwise, '\'');
        return row;
    }
    const auto rest = behind(line, "WHEN ");
    const std::size_t then = rest ? rest->rfind(" THEN ") : std::string_view::npos;
    if (then == std::string_view::npos) {
        return std::nullopt;
    }
    constexpr std::string_view kAnd = " AND ";
    std::string_view tests = rest->substr(0, then);
    while (!tests.empty()) {
        const std::size_t end = std::min(tests.find(kAnd), tests.size());
        const auto test = sqlTest(tests.substr(0, end));
        if (!test) {
            return std::nullopt;
        }
        row.first.push_back(*test);
        tests.remove_prefix(std::min(end + kAnd.size(), tests.size()));
    }
    row.second = unquoted(rest->substr(then + 6), '\'');
    return row;
}

ReadTable sqlTable(const std::vector<std::pair<std::vector<SqlTest>, std::string>>& rows) {
    ReadTable table;
    for (const auto& [tests, value] : rows) {
        for (const SqlTest& test : tests) {
            if (std::find(table.inputs.begin(), table.inputs.end(), test.first) ==
                table.inputs.end()) {
                table.inputs.push_back(test.first);
            }
        }
    }
    for (const auto& [tests, value] : rows) {
        ReadTable::Row row{
            std::vector<logic::AnswerSet>(table.inputs.size(), logic::kAllAnswers), value};
        for (const SqlTest& test : tests) {
            const auto at = std::find(table.inputs.begin(), table.inputs.end(), test.first);
            row.answers[static_cast<std::size_t>(at - table.inputs.begin())] = test.second;
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// Numbers between braces, up to the closing one.
std::vector<unsigned> numbersIn(std::string_view text) {
    std::vector<unsigned> result;
    for (std::size_t at = 0; at < text.size() && text[at] != '}';) {
        unsigned number = 0;
        const auto end = std::from_chars(text.data() + at, text.data() + text.size(), number);
        if (end.ec == std::errc()) {
            result.push_back(number);
            at = static_cast<std::size_t>(end.ptr - text.data());
        } else {
            ++at;
        }
    }
    return result;
}

/// The words for values by the type that the outcome has in C++.
std::string cppValue(const std::string& type, std::size_t number) {
    static constexpr Word kStanding[] = {Word::No, Word::Must, Word::May, Word::Open};
    static constexpr Word kReply[] = {Word::No, Word::Doubt, Word::Yes, Word::Open};
    static constexpr Word kOther[] = {Word::No, Word::Yes, Word::Open};
    const auto word = [&](const auto& words) {
        return number < std::size(words) ? std::string(spelling(words[number])) : std::string();
    };
    return type == "Standing" ? word(kStanding) : type == "Reply" ? word(kReply) : word(kOther);
}

/// Rows as text, in one order: facts with their answers, those that may be anything left out.
std::vector<std::string> rowTexts(const std::vector<std::string>& inputs,
                                  const std::vector<ReadTable::Row>& rows) {
    std::vector<std::string> result;
    for (const ReadTable::Row& row : rows) {
        std::map<std::string, int> tests;
        for (std::size_t i = 0; i < inputs.size() && i < row.answers.size(); ++i) {
            if (row.answers[i] != logic::kAllAnswers) {
                tests[inputs[i]] = row.answers[i];
            }
        }
        std::string text;
        for (const auto& [fact, answers] : tests) {
            text += fact + "=" + std::to_string(answers) + " ";
        }
        result.push_back(text + row.value);
    }
    std::sort(result.begin(), result.end());
    return result;
}

} // namespace

Tables readSql(std::string_view text) {
    std::vector<ReadTable> tables;
    std::vector<std::pair<std::vector<SqlTest>, std::string>> rows;
    bool isInside = false;
    for (std::string_view line : linesOf(text)) {
        line = trimmedPart(line);
        if (line == "CASE WHEN is_broken = 1 THEN NULL") {
            isInside = true;
            rows.clear();
        } else if (const auto name = behind(line, "END AS "); isInside && name) {
            tables.push_back(sqlTable(rows));
            tables.back().id = name->ends_with(',') ? name->substr(0, name->size() - 1) : *name;
            isInside = false;
        } else if (isInside) {
            auto row = sqlRow(line);
            if (!row) {
                return std::nullopt;
            }
            rows.push_back(*std::move(row));
        }
    }
    return tables;
}

Tables readDmn(std::string_view text) {
    pugi::xml_document document;
    if (!document.load_buffer(text.data(), text.size())) {
        return std::nullopt;
    }
    std::vector<ReadTable> tables;
    for (const pugi::xml_node decision : document.child("definitions").children("decision")) {
        ReadTable table;
        table.id = decision.attribute("name").value();
        const pugi::xml_node rules = decision.child("decisionTable");
        if (!rules) {
            // What gathers the others is no table.
            const std::string value(
                unquoted(decision.child("literalExpression").child_value("text"), '"'));
            if (!value.empty()) {
                table.rows.push_back({{}, value});
                tables.push_back(std::move(table));
            }
            continue;
        }
        if (decision.child("informationRequirement").child("requiredDecision")) {
            continue;
        }
        for (const pugi::xml_node input : rules.children("input")) {
            table.inputs.emplace_back(input.child("inputExpression").child_value("text"));
        }
        for (const pugi::xml_node rule : rules.children("rule")) {
            ReadTable::Row row;
            for (const pugi::xml_node entry : rule.children("inputEntry")) {
                const std::string_view cell = entry.child_value("text");
                row.answers.push_back(cell == "-" ? logic::kAllAnswers : answersIn(cell, '"'));
            }
            row.value = unquoted(rule.child("outputEntry").child_value("text"), '"');
            table.rows.push_back(std::move(row));
        }
        tables.push_back(std::move(table));
    }
    return tables;
}

Tables readJdm(std::string_view text) {
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded() || !json.contains("nodes")) {
        return std::nullopt;
    }
    std::vector<ReadTable> tables;
    for (const Json& node : json["nodes"]) {
        ReadTable table;
        if (node["type"] == "expressionNode") {
            const Json& expression = node["content"]["expressions"][0];
            table.id = expression["key"];
            table.rows.push_back({{}, Json::parse(expression["value"].get<std::string>())});
            tables.push_back(std::move(table));
        } else if (node["type"] == "decisionTableNode") {
            const Json& content = node["content"];
            table.id = content["outputs"][0]["field"];
            for (const Json& input : content["inputs"]) {
                table.inputs.push_back(input["field"]);
            }
            for (const Json& rule : content["rules"]) {
                ReadTable::Row row;
                for (const Json& input : content["inputs"]) {
                    const std::string cell = rule[input["id"].get<std::string>()];
                    row.answers.push_back(cell.empty() ? logic::kAllAnswers : answersIn(cell, '"'));
                }
                row.value =
                    Json::parse(rule[content["outputs"][0]["id"].get<std::string>()].get<std::string>());
                table.rows.push_back(std::move(row));
            }
            tables.push_back(std::move(table));
        }
    }
    return tables;
}

Tables readCpp(std::string_view text) {
    std::vector<ReadTable> tables;
    std::map<std::string, std::string, std::less<>> types;
    std::map<std::string, std::vector<std::pair<std::vector<unsigned>, unsigned>>, std::less<>> rows;
    std::string array;
    bool isOutcome = false;
    for (const std::string_view whole : linesOf(text)) {
        const std::string_view line = trimmedPart(whole);
        if (line == "struct Outcome {" || line == "};") {
            isOutcome = line != "};";
        } else if (isOutcome && line.ends_with("{};")) {
            const std::size_t blank = line.find(' ');
            types.emplace(line.substr(blank + 1, line.size() - blank - 4), line.substr(0, blank));
        } else if (line.starts_with("inline constexpr std::array<Row<")) {
            const std::size_t name = line.find(" k_") + 3;
            array = line.substr(name, line.find('{', name) - name);
        } else if (const auto row = behind(line, "Row<"); row && !array.empty()) {
            const std::size_t open = row->find('{') + 2;
            const std::size_t close = row->find('}', open);
            const std::vector<unsigned> value = numbersIn(row->substr(close + 1));
            if (value.empty()) {
                return std::nullopt;
            }
            rows[array].emplace_back(numbersIn(row->substr(open)), value.front());
        } else if (const auto outcome = behind(line, "outcome.")) {
            ReadTable table;
            table.id = outcome->substr(0, outcome->find(' '));
            constexpr std::string_view kFact = "(facts.";
            for (std::size_t at = outcome->find(kFact); at != outcome->npos;
                 at = outcome->find(kFact, at + 1)) {
                const std::size_t begin = at + kFact.size();
                table.inputs.emplace_back(outcome->substr(begin, outcome->find(')', begin) - begin));
            }
            for (const auto& [answers, value] : rows[table.id]) {
                table.rows.push_back({{answers.begin(), answers.end()},
                                      cppValue(types[table.id], value)});
            }
            tables.push_back(std::move(table));
        }
    }
    return tables;
}

bool areTables(const PortableDecision& portable, const std::vector<ReadTable>& read,
               bool withGrounds) {
    std::map<std::string, std::vector<std::string>> found;
    for (const ReadTable& table : read) {
        const bool isNew = found.emplace(table.id, rowTexts(table.inputs, table.rows)).second;
        if (!isNew) {
            return false;
        }
    }
    std::size_t wanted = 0;
    for (const PortableTable& table : portable.tables) {
        if (table.kind == PortableKind::Ground && !withGrounds) {
            continue;
        }
        ++wanted;
        std::vector<std::string> inputs;
        for (const std::size_t fact : table.inputs) {
            inputs.push_back(portable.facts[fact].id);
        }
        std::vector<ReadTable::Row> rows;
        for (const PortableTable::Row& row : table.rows) {
            rows.push_back({row.answers, table.values[row.value]});
        }
        const auto one = found.find(table.id);
        if (one == found.end() || one->second != rowTexts(inputs, rows)) {
            return false;
        }
    }
    return wanted == found.size();
}

} // namespace meldc::emit
