#include "emit/tables/cpp.h"

#include "emit/page_words.h"
#include "emit/tables/names.h"
#include "emit/words.h"

#include <map>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;

/// A string literal. Question marks too: three of them and a slash once were a backslash.
std::string inQuotationMarks(std::string_view text) {
    std::string result = "\"";
    for (const char letter : onOneLine(text)) {
        if (letter == '"' || letter == '\\' || letter == '?') {
            result += '\\';
        }
        result += letter;
    }
    return result + "\"";
}

constexpr std::string_view kEngine = R"(namespace detail {

/// Bit 0: no, bit 1: doubt, bit 2: yes.
using Answers = std::uint8_t;

template <std::size_t Inputs> struct Row {
    std::array<Answers, Inputs> answers;
    std::uint8_t value;

    constexpr bool fits(const std::array<std::uint8_t, Inputs>& given) const {
        for (std::size_t i = 0; i < Inputs; ++i) {
            if (((answers[i] >> given[i]) & 1U) == 0) {
                return false;
            }
        }
        return true;
    }
};

/// The value of the row that fits; the first one's when none does, which no consistent case sees.
template <std::size_t Rows, std::size_t Inputs>
constexpr std::uint8_t valueOf(const std::array<Row<Inputs>, Rows>& rows,
                               const std::array<std::uint8_t, Inputs>& given) {
    for (std::size_t i = 0; i < Rows; ++i) {
        if (rows[i].fits(given)) {
            return rows[i].value;
        }
    }
    return rows[0].value;
}

/// Never surer than another fact, or than its opposite.
struct Bound {
    std::size_t from;
    bool isFromNegated;
    std::size_t to;
    bool isToNegated;
};

template <std::size_t Inputs>
constexpr bool isWithin(const Bound& bound, const std::array<std::uint8_t, Inputs>& given) {
    const unsigned from = bound.isFromNegated ? 2U - given[bound.from] : given[bound.from];
    const unsigned to = bound.isToNegated ? 2U - given[bound.to] : given[bound.to];
    return from <= to;
}

#ifdef MELDC_PROVE_TABLES
/// Whether every case within the bounds is in one row, and every other in one at most.
template <std::size_t Rows, std::size_t Inputs, std::size_t Bounds>
constexpr bool isExact(const std::array<Row<Inputs>, Rows>& rows,
                       const std::array<Bound, Bounds>& bounds) {
    std::array<std::uint8_t, Inputs> given{};
    for (;;) {
        std::size_t fitting = 0;
        for (std::size_t i = 0; i < Rows; ++i) {
            fitting += rows[i].fits(given) ? 1 : 0;
        }
        bool isCase = true;
        for (std::size_t i = 0; i < Bounds; ++i) {
            isCase = isCase && isWithin(bounds[i], given);
        }
        if (fitting > 1 || (isCase && fitting != 1)) {
            return false;
        }
        std::size_t at = 0;
        while (at < Inputs && given[at] == 2) {
            given[at++] = 0;
        }
        if (at == Inputs) {
            return true;
        }
        ++given[at];
    }
}
#endif

} // namespace detail
)";

class CppWriter {
public:
    CppWriter(const BuildInput& input, const PortableDecision& portable)
        : input_(input), portable_(portable) {}

    std::string write() {
        for (const std::string& line : portable_.origin) {
            comment("", line);
        }
        for (const Phrase phrase : {Phrase::TableFacts, Phrase::TableStandings, Phrase::TableCppUse,
                                    Phrase::TableProven}) {
            comment("", say(phrase));
        }
        const std::string guard = "MELDC_TABLES_" + input_.modelSha256.substr(0, 16);
        text_ += "#ifndef " + guard + "\n#define " + guard +
                 "\n\n#include <array>\n#include <cstddef>\n#include <cstdint>\n"
                 "#include <string_view>\n\nnamespace meldc_" +
                 PortableNames().take(input_.decider.protocol->name) + " {\n\n";
        enumeration("Answer", {Word::No, Word::Doubt, Word::Yes});
        enumeration("Standing", {Word::No, Word::Must, Word::May, Word::Open});
        enumeration("Reply", {Word::No, Word::Doubt, Word::Yes, Word::Open});
        enumeration("Ban", {Word::No, Word::Yes, Word::Open});
        structs();
        text_ += kEngine;
        bounds();
        for (const PortableTable& table : portable_.tables) {
            rows(table);
        }
        functions();
        names();
        text_ += "\n} // namespace\n\n#endif\n";
        return std::move(text_);
    }

private:
    void comment(const std::string& indent, const std::string& text) {
        text_ += indent + "// " + onOneLine(text) + "\n";
    }

    void enumeration(const std::string& name, std::initializer_list<Word> words) {
        std::string list;
        std::string cases;
        for (const Word word : words) {
            const std::string one(spelling(word));
            list += (list.empty() ? "" : ", ") + one;
            cases += "    case " + name + "::" + one + ":\n        return \"" + one + "\";\n";
        }
        text_ += "enum class " + name + " : std::uint8_t { " + list + " };\n" +
                 "constexpr std::string_view nameOf(" + name + " value) {\n    switch (value) {\n" +
                 cases + "    }\n    return {};\n}\n\n";
    }

    static std::string typeOf(PortableKind kind) {
        switch (kind) {
        case PortableKind::Consequence:
            return "Standing";
        case PortableKind::Question:
            return "Reply";
        case PortableKind::Ban:
            return "Ban";
        default:
            return "bool";
        }
    }

    void structs() {
        text_ += "struct Facts {\n";
        for (const PortableFact& fact : portable_.facts) {
            comment("    ", fact.label);
            text_ += "    Answer " + fact.id + " = Answer::" + std::string(spelling(Word::No)) +
                     ";\n";
        }
        text_ += "};\n\nstruct Outcome {\n";
        for (const PortableTable& table : portable_.tables) {
            comment("    ", table.label);
            text_ += "    " + typeOf(table.kind) + " " + table.id + "{};\n";
        }
        text_ += "};\n\n";
    }

    static std::string boundText(const PortableBound& one, std::size_t from, std::size_t to) {
        const auto word = [](bool value) { return value ? "true" : "false"; };
        return "{" + std::to_string(from) + ", " + word(one.isFromNegated) + ", " +
               std::to_string(to) + ", " + word(one.isToNegated) + "}";
    }

    void array(const std::string& type, const std::string& name,
               const std::vector<std::string>& items) {
        text_ += "inline constexpr std::array<" + type + ", " + std::to_string(items.size()) +
                 "> " + name + "{" + (items.empty() ? "" : "{");
        for (const std::string& item : items) {
            text_ += "\n    " + item + ",";
        }
        text_ += items.empty() ? "};\n" : "\n}};\n";
    }

    void bounds() {
        std::vector<std::string> items;
        for (const PortableBound& one : portable_.bounds) {
            items.push_back("detail::Bound" + boundText(one, one.from, one.to));
        }
        text_ += "\nnamespace detail {\n\n";
        array("Bound", "kBounds", items);
    }

    void rows(const PortableTable& table) {
        const std::string inputs = std::to_string(table.inputs.size());
        std::vector<std::string> items;
        for (const PortableTable::Row& row : table.rows) {
            std::string answers;
            for (const logic::AnswerSet one : row.answers) {
                answers += (answers.empty() ? "" : ", ") + std::to_string(int{one});
            }
            items.push_back("Row<" + inputs + ">{{" + answers + "}, " +
                            std::to_string(row.value) + "}");
        }
        array("Row<" + inputs + ">", "k_" + table.id, items);
        std::map<std::size_t, std::size_t> places;
        for (std::size_t i = 0; i < table.inputs.size(); ++i) {
            places[table.inputs[i]] = i;
        }
        std::vector<std::string> bounds;
        for (const PortableBound& one : portable_.bounds) {
            if (places.contains(one.from) && places.contains(one.to)) {
                bounds.push_back("Bound" + boundText(one, places[one.from], places[one.to]));
            }
        }
        if (!table.isConstant() && table.inputs.size() <= kMostProvenFacts) {
            text_ += "#ifdef MELDC_PROVE_TABLES\n";
            array("Bound", "kBoundsOf_" + table.id, bounds);
            text_ += "static_assert(isExact(k_" + table.id + ", kBoundsOf_" + table.id +
                     "));\n#endif\n";
        }
    }

    void functions() {
        std::string given;
        for (const PortableFact& fact : portable_.facts) {
            given += (given.empty() ? "" : ",\n        ") +
                     std::string("static_cast<std::uint8_t>(facts.") + fact.id + ")";
        }
        text_ += "\n} // namespace detail\n\nconstexpr bool isConsistent(const Facts& facts) {\n"
                 "    const std::array<std::uint8_t, " +
                 std::to_string(portable_.facts.size()) + "> given{" + given +
                 "};\n    for (std::size_t i = 0; i < detail::kBounds.size(); ++i) {\n"
                 "        if (!detail::isWithin(detail::kBounds[i], given)) {\n"
                 "            return false;\n        }\n    }\n    return true;\n}\n\n"
                 "constexpr Outcome decide([[maybe_unused]] const Facts& facts) {\n"
                 "    Outcome outcome;\n";
        for (const PortableTable& table : portable_.tables) {
            std::string inputs;
            for (const std::size_t fact : table.inputs) {
                inputs += (inputs.empty() ? "" : ", ") +
                          std::string("static_cast<std::uint8_t>(facts.") +
                          portable_.facts[fact].id + ")";
            }
            const std::string type = typeOf(table.kind);
            const std::string value = "detail::valueOf<" + std::to_string(table.rows.size()) +
                                      ", " + std::to_string(table.inputs.size()) + ">(detail::k_" +
                                      table.id + ", {" + inputs + "})";
            text_ += "    outcome." + table.id + " = " +
                     (type == "bool" ? value + " != 0" : "static_cast<" + type + ">(" + value + ")") +
                     ";\n";
        }
        text_ += "    return outcome;\n}\n\n";
    }

    void names() {
        text_ += "/// A fact or a part of the outcome, with its words.\n"
                 "struct Label {\n    std::string_view id;\n    std::string_view text;\n};\n";
        std::vector<std::string> items;
        for (const PortableFact& fact : portable_.facts) {
            items.push_back("Label{\"" + fact.id + "\", " + inQuotationMarks(fact.label) + "}");
        }
        array("Label", "kFactLabels", items);
        items.clear();
        for (const PortableTable& table : portable_.tables) {
            items.push_back("Label{\"" + table.id + "\", " + inQuotationMarks(table.label) + "}");
        }
        array("Label", "kOutcomeLabels", items);
        text_ += "inline constexpr std::string_view kModelSha256 = \"" + input_.modelSha256 +
                 "\";\n";
    }

    const BuildInput& input_;
    const PortableDecision& portable_;
    std::string text_;
};

} // namespace

std::string rulingCpp(const BuildInput& input, const PortableDecision& portable) {
    return CppWriter(input, portable).write();
}

} // namespace meldc::emit
