#include "emit/tables/query_rows.h"

#include "emit/table_text.h"
#include "emit/words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace meldc::emit {

namespace {

constexpr std::string_view kLineEnd = "\r\n";
/// Columns with all names that have a value, in their order.
struct ListColumn {
    std::string_view name;
    PortableKind kind;
    Word value;
};
constexpr auto kLists = std::to_array<ListColumn>({{"consequences", PortableKind::Consequence, Word::Must},
                                                   {"allowed", PortableKind::Consequence, Word::May},
                                                   {"open_consequences", PortableKind::Consequence, Word::Open},
                                                   {"forbidden", PortableKind::Ban, Word::Yes},
                                                   {"grounds", PortableKind::Ground, Word::Yes}});

/// Whether a row holds: what is not known is none of the answers that it asks for.
bool isIn(const PortableDecision& portable, const PortableTable::Certain& row, const logic::Case& given) {
    return std::ranges::all_of(row.tests, [&](const auto& test) {
        const logic::Value value = given[portable.facts[test.first].fact];
        return value && logic::holds(test.second, logic::numberOf(*value));
    });
}

} // namespace

std::string QueryRows::cell(const std::string& text) const {
    return separator_ + csvCell(text, separator_);
}

std::string QueryRows::idCell(const std::string& id) const {
    return csvCell(id, separator_);
}

std::string QueryRows::head() const {
    std::string row = "id" + cell("status");
    for (const ListColumn& list : kLists) {
        row += cell(std::string(list.name));
    }
    for (const PortableTable& table : portable_.tables) {
        row += cell(table.id);
    }
    return row.append(kLineEnd);
}

std::string QueryRows::answer(const logic::Case& given) const {
    std::vector<std::string> values;
    for (const PortableTable& table : portable_.tables) {
        const auto row =
            std::ranges::find_if(table.certain, [&](const auto& one) { return isIn(portable_, one, given); });
        values.push_back(row == table.certain.end() ? std::string() : table.values[row->value]);
    }
    const bool isComplete = std::find(values.begin(), values.end(), "") == values.end();
    std::string result = cell(isComplete ? "complete" : "incomplete");
    for (const ListColumn& list : kLists) {
        std::string names;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (portable_.tables[i].kind == list.kind && values[i] == spelling(list.value)) {
                names += (names.empty() ? "" : " ") + portable_.tables[i].name;
            }
        }
        result += names.empty() ? separator_ + std::string("\"\"") : cell(names);
    }
    for (const std::string& value : values) {
        result += cell(value);
    }
    return result.append(kLineEnd);
}

std::string QueryRows::contradiction() const {
    return refusal("inconsistent");
}

std::string QueryRows::refusal(std::string_view status) const {
    return cell(std::string(status)) + std::string(kLists.size() + portable_.tables.size(), separator_) +
           std::string(kLineEnd);
}

} // namespace meldc::emit
