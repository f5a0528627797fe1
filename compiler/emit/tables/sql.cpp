#include "emit/tables/sql.h"

#include "emit/page_words.h"
#include "emit/words.h"

namespace meldc::emit {

namespace {

using diagnostics::Phrase;

std::string inApostrophes(std::string_view text) {
    std::string result = "'";
    for (const char letter : text) {
        result += letter;
        if (letter == '\'') {
            result += letter;
        }
    }
    return result + "'";
}

class SqlWriter {
public:
    explicit SqlWriter(const PortableDecision& portable) : portable_(portable) {}

    std::string write() {
        head();
        text_ += "WITH input AS (\n  SELECT id,\n";
        for (const PortableFact& fact : portable_.facts) {
            text_ += "    " + fact.id + ",\n";
        }
        text_ += "    CASE\n";
        for (const PortableBound& bound : portable_.bounds) {
            broken(bound);
        }
        text_ += (portable_.bounds.empty() ? "      WHEN 1 = 0 THEN 1\n" : "") +
                 std::string("      ELSE 0\n    END AS is_broken\n  FROM cases\n),\nruled AS (\n"
                             "  SELECT id, is_broken");
        for (const PortableTable& table : portable_.tables) {
            column(table);
        }
        text_ += "\n  FROM input\n)\n";
        select();
        return std::move(text_);
    }

private:
    void comment(const std::string& text) { text_ += "-- " + onOneLine(text) + "\n"; }

    void head() {
        for (const std::string& line : portable_.origin) {
            comment(line);
        }
        comment(say(Phrase::TableSqlInput));
        comment(say(Phrase::TableFacts));
        for (const PortableFact& fact : portable_.facts) {
            comment("  " + fact.id + ": " + fact.label);
        }
        comment(say(Phrase::TableSqlStatus));
        comment(say(Phrase::TableStandings));
        for (const PortableTable& table : portable_.tables) {
            comment("  " + table.id + ": " + table.label);
        }
        comment(say(Phrase::TableSettled));
    }

    /// `column IN (…)`, or `=`.
    [[nodiscard]] std::string test(std::size_t fact, logic::AnswerSet answers) const {
        const std::vector<std::string> list = spelt(answers);
        std::string words;
        for (const std::string& one : list) {
            words += (words.empty() ? "" : ", ") + inApostrophes(one);
        }
        return portable_.facts[fact].id + (list.size() == 1 ? " = " + words : " IN (" + words + ")");
    }

    /// The answers of the first side that are surer than `least` of the other.
    void broken(const PortableBound& bound) {
        using logic::setOf;
        using model::Answer;
        const auto side = [](bool isNegated, logic::AnswerSet answers) {
            const auto turned = static_cast<logic::AnswerSet>(
                (answers & 0b010U) | ((answers & 0b001U) << 2U) | ((answers & 0b100U) >> 2U));
            return isNegated ? turned : answers;
        };
        const auto when = [&](logic::AnswerSet from, logic::AnswerSet to) {
            text_ += "      WHEN " + test(bound.from, side(bound.isFromNegated, from)) + " AND " +
                     test(bound.to, side(bound.isToNegated, to)) + " THEN 1\n";
        };
        when(setOf(Answer::Yes), 0b011);
        when(setOf(Answer::Doubt), setOf(Answer::No));
    }

    void column(const PortableTable& table) {
        text_ += ",\n    CASE WHEN is_broken = 1 THEN NULL\n";
        for (const PortableTable::Certain& row : table.certain) {
            std::string condition;
            for (const auto& [fact, answers] : row.tests) {
                condition += (condition.empty() ? "" : " AND ") + test(fact, answers);
            }
            const std::string value = inApostrophes(table.values[row.value]);
            text_ += condition.empty() ? "      ELSE " + value + "\n"
                                       : "      WHEN " + condition + " THEN " + value + "\n";
        }
        text_ += "    END AS " + table.id;
    }

    /// The names of all tables of a kind that have a value, with blanks between.
    void list(PortableKind kind, Word value, std::string_view name) {
        std::string parts;
        for (const PortableTable& table : portable_.tables) {
            if (table.kind == kind) {
                parts += (parts.empty() ? "      " : " ||\n      ") + std::string("CASE WHEN ") +
                         table.id + " = " + inApostrophes(spelling(value)) + " THEN " +
                         inApostrophes(table.name + " ") + " ELSE '' END";
            }
        }
        text_ += ",\n  CASE WHEN is_broken = 0 THEN TRIM(\n" +
                 (parts.empty() ? "      ''" : parts) + ") END AS " + std::string(name);
    }

    void select() {
        text_ += "SELECT id,\n  CASE WHEN is_broken = 1 THEN 'inconsistent'\n    WHEN";
        std::string separator = " ";
        for (const PortableTable& table : portable_.tables) {
            text_ += separator + table.id + " IS NULL";
            separator = "\n      OR ";
        }
        text_ += " THEN 'incomplete'\n    ELSE 'complete' END AS status";
        list(PortableKind::Consequence, Word::Must, "consequences");
        list(PortableKind::Consequence, Word::May, "allowed");
        list(PortableKind::Consequence, Word::Open, "open_consequences");
        list(PortableKind::Ban, Word::Yes, "forbidden");
        list(PortableKind::Ground, Word::Yes, "grounds");
        for (const PortableTable& table : portable_.tables) {
            text_ += ",\n  " + table.id;
        }
        text_ += "\nFROM ruled\nORDER BY id;\n";
    }

    const PortableDecision& portable_;
    std::string text_;
};

} // namespace

std::string rulingSql(const PortableDecision& portable) {
    return SqlWriter(portable).write();
}

} // namespace meldc::emit
