#include "emit/tables/read/said.h"

#include "emit/page_words.h"
#include "emit/words.h"

#include "support/limits.h"

#include <algorithm>
#include <iterator>

namespace meldc::emit {

void Said::sayAll(const std::string& place, const std::vector<std::string>& list) {
    for (std::size_t i = 0; i < list.size(); ++i) {
        say(place + "[" + std::to_string(i + 1) + "]", list[i]);
    }
}

std::optional<ReadDifference> differenceOf(const Said& wanted, const Said& found) {
    auto want = wanted.statements();
    auto have = found.statements();
    std::sort(want.begin(), want.end());
    std::sort(have.begin(), have.end());
    decltype(want) missing;
    decltype(want) extra;
    std::set_difference(want.begin(), want.end(), have.begin(), have.end(), std::back_inserter(missing));
    std::set_difference(have.begin(), have.end(), want.begin(), want.end(), std::back_inserter(extra));
    if (missing.empty() && extra.empty()) {
        return std::nullopt;
    }
    const std::string& place = missing.empty() ? extra.front().first : missing.front().first;
    const auto textAt = [&](const auto& list) {
        const auto one = std::find_if(list.begin(), list.end(), [&](const auto& each) { return each.first == place; });
        return one == list.end() ? std::string() : one->second;
    };
    return ReadDifference{place, textAt(extra), textAt(missing)};
}

std::string placeOfRow(const std::string& table, std::vector<ReadCell> cells) {
    std::sort(cells.begin(), cells.end());
    std::string result;
    for (const auto& [column, words] : cells) {
        if (!words.empty()) {
            result += (result.empty() ? "" : ", ") + column + "=" + inOneOrder(words);
        }
    }
    return table + "[" + result + "]";
}

nlohmann::ordered_json jsonFromFile(std::string_view text) {
    bool isTooDeep = false;
    auto json = nlohmann::ordered_json::parse(text, [&](int depth, auto, const auto&) {
        isTooDeep = isTooDeep || depth > static_cast<int>(support::kMaxNesting);
        return !isTooDeep;
    });
    return isTooDeep ? nlohmann::ordered_json() : json;
}

std::vector<std::string> answerWords(logic::AnswerSet answers) {
    std::vector<std::string> result;
    for (const model::Answer answer : kAnswers) {
        if (answers != logic::kAllAnswers && logic::holds(answers, logic::numberOf(answer))) {
            result.emplace_back(spelling(answer));
        }
    }
    return result;
}

std::string inOneOrder(std::vector<std::string> words) {
    std::sort(words.begin(), words.end());
    return withBetween(words, "|");
}

std::string withBetween(const std::vector<std::string>& texts, std::string_view separator) {
    std::string result;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        result.append(i == 0 ? "" : separator).append(texts[i]);
    }
    return result;
}

std::string groundsText(const PortableDecision& portable, const PortableTable::Row& row) {
    const auto told = [&](const std::vector<std::size_t>& norms) {
        std::vector<std::string> texts;
        for (const std::size_t norm : norms) {
            std::vector<std::string> words{portable.norms[norm].norm->id};
            words.insert(words.end(), portable.norms[norm].references.begin(), portable.norms[norm].references.end());
            texts.push_back(withBetween(words, " "));
        }
        return texts;
    };
    std::vector<std::string> texts = told(row.grounds);
    if (!row.partGrounds.empty()) {
        const std::string part = withBetween(told(row.partGrounds), "; ");
        texts.push_back(say(diagnostics::Phrase::TableGroundInPart, part));
    }
    return withBetween(texts, "; ");
}

void sayCertain(Said& said, const PortableDecision& portable, const PortableTable& table) {
    for (const PortableTable::Certain& row : table.certain) {
        std::vector<ReadCell> cells;
        for (const auto& [fact, answers] : row.tests) {
            cells.emplace_back(portable.facts[fact].id, answerWords(answers));
        }
        said.say(placeOfRow(table.id, std::move(cells)), table.values[row.value]);
    }
}

void sayRows(Said& said, const PortableDecision& portable, const PortableTable& table, bool withGrounds) {
    for (const PortableTable::Row& row : table.rows) {
        std::vector<ReadCell> cells;
        for (std::size_t i = 0; i < table.inputs.size(); ++i) {
            cells.emplace_back(portable.facts[table.inputs[i]].id, answerWords(row.answers[i]));
        }
        const std::string place = placeOfRow(table.id, std::move(cells));
        said.say(place, table.values[row.value]);
        if (withGrounds) {
            said.say(place + ".grounds", groundsText(portable, row));
        }
    }
}

} // namespace meldc::emit
