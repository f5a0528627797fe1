#include "diagnostics/phrases.h"
#include "emit/tables/read/files.h"
#include "emit/tables/read/tokens.h"
#include "emit/words.h"

#include <algorithm>
#include <array>
#include <map>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;

constexpr TokenRules kSqlRules{"--", '\'', false};

/// The lists of names that the query gives, as `decide` calls them: whose, with which value.
struct SqlList {
    std::string_view name;
    PortableKind kind;
    Word value;
};
constexpr std::array<SqlList, 5> kSqlLists{{{"consequences", PortableKind::Consequence, Word::Must},
                                            {"allowed", PortableKind::Consequence, Word::May},
                                            {"open_consequences", PortableKind::Consequence, Word::Open},
                                            {"forbidden", PortableKind::Ban, Word::Yes},
                                            {"grounds", PortableKind::Ground, Word::Yes}}};

/// Which pairs of answers of two facts are no case.
using BrokenPairs = std::map<std::pair<std::string, std::string>, std::array<bool, 9>>;

void addBroken(BrokenPairs& pairs, const std::string& a, std::uint32_t ofA, const std::string& b,
               std::uint32_t ofB) {
    const bool isTurned = b < a;
    pairs[isTurned ? std::pair(b, a) : std::pair(a, b)][isTurned ? ofB * 3 + ofA : ofA * 3 + ofB] = true;
}

void sayBroken(Said& said, const BrokenPairs& pairs) {
    for (const auto& [facts, broken] : pairs) {
        for (std::uint32_t i = 0; i < broken.size(); ++i) {
            if (broken[i]) {
                said.say("is_broken", facts.first + "=" + std::string(spelling(logic::answerAt(i / 3))) + ", " +
                                          facts.second + "=" + std::string(spelling(logic::answerAt(i % 3))));
            }
        }
    }
}

class SqlReader {
public:
    explicit SqlReader(std::string_view text) : tokens_(text, kSqlRules) {}

    std::optional<ReadDifference> read(Said& said) {
        said.sayAll("--", tokens_.comments());
        tokens_.expect("WITH input AS ( SELECT id ,");
        facts(said);
        bounds(said);
        tokens_.expect("FROM cases ) , ruled AS ( SELECT id , is_broken");
        while (tokens_.take(", CASE WHEN is_broken = 1 THEN NULL")) {
            table(said);
        }
        tokens_.expect("FROM input ) SELECT id , CASE WHEN is_broken = 1 THEN 'inconsistent' WHEN");
        incomplete(said);
        while (tokens_.take(", CASE WHEN is_broken = 0 THEN TRIM (")) {
            list(said);
        }
        std::vector<std::string> columns;
        while (tokens_.take(",")) {
            columns.push_back(tokens_.word());
        }
        said.sayAll("SELECT", columns);
        tokens_.expect("FROM ruled ORDER BY id ;");
        tokens_.expectEnd();
        return tokens_.stop();
    }

private:
    using SqlTest = std::pair<std::string, std::vector<std::string>>;

    void facts(Said& said) {
        std::vector<std::string> names;
        while (!tokens_.isStopped() && !tokens_.take("CASE")) {
            names.push_back(tokens_.word());
            tokens_.expect(",");
        }
        said.sayAll("cases", names);
    }

    SqlTest test() {
        SqlTest result{tokens_.word(), {}};
        if (tokens_.take("=")) {
            result.second.push_back(tokens_.text());
            return result;
        }
        tokens_.expect("IN (");
        do {
            result.second.push_back(tokens_.text());
        } while (tokens_.take(","));
        tokens_.expect(")");
        return result;
    }

    void bounds(Said& said) {
        BrokenPairs pairs;
        while (!tokens_.take("WHEN 1 = 0 THEN 1") && tokens_.take("WHEN")) {
            const SqlTest one = test();
            tokens_.expect("AND");
            const SqlTest other = test();
            tokens_.expect("THEN 1");
            for (const std::string& a : one.second) {
                for (const std::string& b : other.second) {
                    const auto ofA = answerSpelt(a);
                    const auto ofB = answerSpelt(b);
                    if (!ofA || !ofB) {
                        tokens_.fail("ja, nee, twijfel");
                        return;
                    }
                    addBroken(pairs, one.first, logic::numberOf(*ofA), other.first, logic::numberOf(*ofB));
                }
            }
        }
        sayBroken(said, pairs);
        tokens_.expect("ELSE 0 END AS is_broken");
    }

    void table(Said& said) {
        std::vector<std::pair<std::vector<ReadCell>, std::string>> rows;
        while (!tokens_.isStopped() && !tokens_.take("END AS")) {
            std::vector<ReadCell> cells;
            if (!tokens_.take("ELSE")) {
                tokens_.expect("WHEN");
                do {
                    cells.push_back(test());
                } while (tokens_.take("AND"));
                tokens_.expect("THEN");
            }
            rows.emplace_back(std::move(cells), tokens_.text());
        }
        const std::string id = tokens_.word();
        for (auto& [cells, value] : rows) {
            said.say(placeOfRow(id, std::move(cells)), value);
        }
    }

    void incomplete(Said& said) {
        std::vector<std::string> names;
        do {
            names.push_back(tokens_.word());
            tokens_.expect("IS NULL");
        } while (tokens_.take("OR"));
        said.sayAll("incomplete", names);
        tokens_.expect("THEN 'incomplete' ELSE 'complete' END AS status");
    }

    void list(Said& said) {
        std::vector<std::string> names;
        while (tokens_.take("CASE WHEN")) {
            std::string item = tokens_.word();
            tokens_.expect("=");
            item += "=" + tokens_.text();
            tokens_.expect("THEN");
            item += ": " + tokens_.text();
            tokens_.expect("ELSE '' END");
            names.push_back(std::move(item));
            if (!tokens_.take("| |")) {
                break;
            }
        }
        if (names.empty()) {
            tokens_.expect("''");
        }
        tokens_.expect(") END AS");
        const std::string name = tokens_.word();
        said.say("lists", name);
        said.sayAll(name, names);
    }

    Tokens tokens_;
};

Said saidOfSql(const PortableDecision& portable) {
    Said said;
    std::vector<std::string> comments;
    const auto comment = [&](const std::string& text) { comments.push_back(" " + onOneLine(text)); };
    const auto words = [&](Phrase which) { comment(phrase(which).nl); };
    for (const std::string& line : portable.origin) {
        comment(line);
    }
    words(Phrase::TableSqlInput);
    words(Phrase::TableFacts);
    std::vector<std::string> facts;
    for (const PortableFact& fact : portable.facts) {
        comment("  " + fact.id + ": " + fact.label);
        facts.push_back(fact.id);
    }
    words(Phrase::TableSqlStatus);
    words(Phrase::TableStandings);
    std::vector<std::string> tables;
    for (const PortableTable& table : portable.tables) {
        comment("  " + table.id + ": " + table.label);
        tables.push_back(table.id);
        sayRows(said, portable, table, false);
    }
    words(Phrase::TableProven);
    said.sayAll("--", comments);
    said.sayAll("cases", facts);
    said.sayAll("incomplete", tables);
    said.sayAll("SELECT", tables);
    for (const SqlList& list : kSqlLists) {
        std::vector<std::string> names;
        for (const PortableTable& table : portable.tables) {
            if (table.kind == list.kind) {
                names.push_back(table.id + "=" + std::string(spelling(list.value)) + ": " + table.name + " ");
            }
        }
        said.say("lists", std::string(list.name));
        said.sayAll(std::string(list.name), names);
    }
    BrokenPairs pairs;
    for (const PortableBound& bound : portable.bounds) {
        for (std::uint32_t pair = 0; pair < 9; ++pair) {
            const std::uint32_t from = pair / 3;
            const std::uint32_t to = pair % 3;
            if ((bound.isFromNegated ? 2 - from : from) > (bound.isToNegated ? 2 - to : to)) {
                addBroken(pairs, portable.facts[bound.from].id, from, portable.facts[bound.to].id, to);
            }
        }
    }
    sayBroken(said, pairs);
    return said;
}

} // namespace

std::optional<ReadDifference> differenceInSql(const PortableDecision& portable, std::string_view text) {
    Said found;
    if (const auto stop = SqlReader(text).read(found)) {
        return stop;
    }
    return differenceOf(saidOfSql(portable), found);
}

} // namespace meldc::emit
