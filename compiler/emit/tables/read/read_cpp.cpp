#include "emit/tables/read/read_cpp.h"

#include "emit/tables/read/tokens.h"
#include "emit/words.h"

#include <charconv>
#include <map>

namespace meldc::emit {

namespace {

constexpr TokenRules kCppRules{"//", '"', true};
/// A row that does not ask for the fact: the three answers, and that it is not known.
constexpr std::size_t kAnythingAsRead = 0b1111;

class CppReader {
public:
    explicit CppReader(std::string_view text) : tokens_(text, kCppRules) {}

    std::optional<ReadDifference> read(Said& said) {
        said.sayAll("//", tokens_.comments());
        tokens_.expect("# ifndef");
        const std::string guard = tokens_.word();
        said.say("guard", guard);
        tokens_.expect("# define " + guard +
                       " # include <array> # include <cstddef> # include <cstdint> # include <string_view> namespace");
        said.say("namespace", tokens_.word());
        tokens_.expect("{");
        while (tokens_.take("enum class")) {
            enumeration(said);
        }
        facts(said);
        types(said);
        tokens_.expect("namespace detail {");
        arrays(said);
        tokens_.expect("}");
        consistent(said);
        decide(said);
        labels(said);
        tokens_.expect("inline constexpr std : : string_view kModelSha256 =");
        said.say("kModelSha256", tokens_.text());
        tokens_.expect("; } # endif");
        tokens_.expectEnd();
        return tokens_.stop();
    }

private:
    struct Bound {
        std::size_t from = 0;
        bool isFromNegated = false;
        std::size_t to = 0;
        bool isToNegated = false;
    };
    struct Row {
        std::vector<std::size_t> answers;
        std::size_t value = 0;
    };
    using Bounds = std::vector<Bound>;

    static std::string unknown() { return std::string(spelling(Word::Unknown)); }

    std::size_t number() {
        const std::string word = tokens_.word();
        std::size_t result = 0;
        const auto end = std::from_chars(word.data(), word.data() + word.size(), result);
        if (end.ec != std::errc() || end.ptr != word.data() + word.size()) {
            tokens_.fail("0-9");
        }
        return result;
    }

    bool truth() {
        const bool isTrue = tokens_.take("true");
        if (!isTrue) {
            tokens_.expect("false");
        }
        return isTrue;
    }

    void enumeration(Said& said) {
        const std::string type = tokens_.word();
        tokens_.expect(": std : : uint8_t {");
        std::vector<std::string>& words = words_[type];
        do {
            words.push_back(tokens_.word());
        } while (tokens_.take(","));
        tokens_.expect("} ; constexpr std : : string_view nameOf ( " + type + " value ) { switch ( value ) {");
        for (const std::string& word : words) {
            tokens_.expect("case " + type + " : : " + word + " : return \"" + word + "\" ;");
        }
        tokens_.expect("} return { } ; }");
        said.sayAll(type, words);
    }

    void facts(Said& said) {
        tokens_.expect("struct Facts {");
        while (!tokens_.isStopped() && !tokens_.take("} ;")) {
            const std::vector<std::string> comments = tokens_.comments();
            tokens_.expect("Answer");
            const std::string fact = tokens_.word();
            tokens_.expect("= Answer : : " + unknown() + " ;");
            said.say("Facts." + fact, withBetween(comments, "\n"));
        }
    }

    void types(Said& said) {
        tokens_.expect("struct Outcome {");
        while (!tokens_.isStopped() && !tokens_.take("} ;")) {
            const std::vector<std::string> comments = tokens_.comments();
            const std::string type = tokens_.word();
            const std::string id = tokens_.word();
            tokens_.expect("= " + type + " : : " + unknown() + " ;");
            types_[id] = type;
            said.say("Outcome." + id, withBetween(comments, "\n"));
            said.say("Outcome." + id + ".type", type);
        }
    }

    /// `> NAME{{` or `> NAME{}`; whether items follow.
    bool opens(std::string& name) {
        tokens_.expect(">");
        name = tokens_.word();
        if (tokens_.take("{ } ;")) {
            return false;
        }
        tokens_.expect("{ {");
        return true;
    }

    Bounds boundsOf(std::string& name, bool isQualified) {
        Bounds result;
        const std::size_t count = number();
        if (opens(name)) {
            while (!tokens_.isStopped() && !tokens_.take("} } ;")) {
                tokens_.expect(isQualified ? "detail : : Bound {" : "Bound {");
                Bound one;
                one.from = number();
                tokens_.expect(",");
                one.isFromNegated = truth();
                tokens_.expect(",");
                one.to = number();
                tokens_.expect(",");
                one.isToNegated = truth();
                tokens_.expect("} ,");
                result.push_back(one);
            }
        }
        if (count != result.size()) {
            tokens_.fail(std::to_string(result.size()));
        }
        return result;
    }

    void rowsOf() {
        const std::size_t inputs = number();
        tokens_.expect("> ,");
        const std::size_t count = number();
        std::string name;
        std::vector<Row> rows;
        if (opens(name)) {
            while (!tokens_.isStopped() && !tokens_.take("} } ;")) {
                tokens_.expect("Row < " + std::to_string(inputs) + " > { {");
                Row row;
                for (std::size_t i = 0; i < inputs && !tokens_.isStopped(); ++i) {
                    row.answers.push_back(number());
                    if (i + 1 < inputs) {
                        tokens_.expect(",");
                    }
                }
                tokens_.expect("} ,");
                row.value = number();
                tokens_.expect("} ,");
                rows.push_back(std::move(row));
            }
        }
        if (count != rows.size()) {
            tokens_.fail(std::to_string(rows.size()));
        }
        rows_[name] = std::move(rows);
        inputs_[name] = inputs;
    }

    void arrays(Said& said) {
        tokens_.expect("inline constexpr std : : array < Bound ,");
        std::string name;
        bounds_ = boundsOf(name, true);
        said.say("bounds", name);
        while (!tokens_.isStopped()) {
            if (tokens_.take("inline constexpr std : : array < Row <")) {
                rowsOf();
            } else if (tokens_.take("# ifdef MELDC_PROVE_TABLES inline constexpr std : : array < Bound ,")) {
                Bounds bounds = boundsOf(name, false);
                tokens_.expect("static_assert ( isExact (");
                const std::string table = tokens_.word();
                tokens_.expect(", " + name + " ) ) ; # endif");
                proofs_[table] = std::move(bounds);
            } else {
                return;
            }
        }
    }

    void consistent(Said& said) {
        tokens_.expect("constexpr bool isConsistent ( const Facts & facts ) { const std : : array < std : : uint8_t ,");
        const std::size_t count = number();
        tokens_.expect("> given {");
        const std::vector<std::string> given = factsGiven();
        if (count != given.size()) {
            tokens_.fail(std::to_string(given.size()));
        }
        tokens_.expect("; for ( std : : size_t i = 0 ; i < detail : : kBounds . size ( ) ; ++ i ) { if ( ! detail : : "
                       "isWithin ( detail : : kBounds [ i ] , given ) ) { return false ; } } return true ; }");
        said.sayAll("given", given);
        sayBounds(said, "isConsistent", bounds_, given);
    }

    /// Facts up to the closing brace.
    std::vector<std::string> factsGiven() {
        std::vector<std::string> result;
        while (!tokens_.isStopped() && !tokens_.take("}")) {
            if (!result.empty()) {
                tokens_.expect(",");
            }
            tokens_.expect("static_cast < std : : uint8_t > ( facts .");
            result.push_back(tokens_.word());
            tokens_.expect(")");
        }
        return result;
    }

    void sayBounds(Said& said, const std::string& place, const Bounds& bounds, const std::vector<std::string>& facts) {
        for (const Bound& one : bounds) {
            if (one.from >= facts.size() || one.to >= facts.size()) {
                tokens_.fail("< " + std::to_string(facts.size()));
                return;
            }
            said.say(place, boundInWords(facts[one.from], one.isFromNegated, facts[one.to], one.isToNegated));
        }
    }

    void decide(Said& said) {
        tokens_.expect("constexpr Outcome decide ( [ [ maybe_unused ] ] const Facts & facts ) { Outcome outcome ; if ( ! "
                       "isConsistent ( facts ) ) { return outcome ; }");
        while (tokens_.take("outcome .")) {
            outcome(said);
        }
        tokens_.expect("return outcome ; }");
    }

    void outcome(Said& said) {
        const std::string id = tokens_.word();
        const std::string type = types_[id];
        tokens_.expect("= static_cast < " + type + " > ( detail : : valueOf <");
        const std::size_t rows = number();
        tokens_.expect(",");
        const std::size_t inputs = number();
        tokens_.expect("> ( detail : :");
        const std::string array = tokens_.word();
        tokens_.expect(", {");
        const std::vector<std::string> facts = factsGiven();
        tokens_.expect(", static_cast < std : : uint8_t > ( " + type + " : : " + unknown() + " ) ) ) ;");
        if (rows != rows_[array].size() || inputs != facts.size() || inputs != inputs_[array]) {
            tokens_.fail(array);
            return;
        }
        sayOutcome(said, id, rows_[array], facts);
        if (const auto proof = proofs_.find(array); proof != proofs_.end()) {
            said.say("isExact", id);
            sayBounds(said, "isExact." + id, proof->second, facts);
        }
    }

    void sayOutcome(Said& said, const std::string& id, const std::vector<Row>& rows,
                    const std::vector<std::string>& facts) {
        const auto wordAt = [&](const std::string& type, std::size_t number) {
            const std::vector<std::string>& words = words_[type];
            return number < words.size() ? words[number] : std::to_string(number);
        };
        for (const Row& row : rows) {
            std::vector<ReadCell> cells;
            for (std::size_t i = 0; i < facts.size(); ++i) {
                ReadCell cell{facts[i], {}};
                for (std::size_t bit = 0; bit < 3 && row.answers[i] != kAnythingAsRead; ++bit) {
                    if (((row.answers[i] >> bit) & 1U) != 0) {
                        cell.second.push_back(wordAt("Answer", bit));
                    }
                }
                // A set of all answers still asks that the fact is known.
                const bool isSet = row.answers[i] > 0 && row.answers[i] < 0b111;
                if (!isSet && row.answers[i] != kAnythingAsRead) {
                    cell.second.push_back(std::to_string(row.answers[i]));
                }
                cells.push_back(std::move(cell));
            }
            said.say(placeOfRow(id, std::move(cells)), wordAt(types_[id], row.value));
        }
    }

    void labels(Said& said) {
        tokens_.expect("struct Label { std : : string_view id ; std : : string_view text ; } ;");
        while (tokens_.take("inline constexpr std : : array < Label ,")) {
            const std::size_t count = number();
            std::string name;
            std::vector<std::string> labels;
            if (opens(name)) {
                while (!tokens_.isStopped() && !tokens_.take("} } ;")) {
                    tokens_.expect("Label {");
                    std::string label = tokens_.text();
                    tokens_.expect(",");
                    label += ": " + tokens_.text();
                    tokens_.expect("} ,");
                    labels.push_back(std::move(label));
                }
            }
            if (count != labels.size()) {
                tokens_.fail(std::to_string(labels.size()));
            }
            said.sayAll(name, labels);
        }
    }

    Tokens tokens_;
    /// By type, outcome, array.
    std::map<std::string, std::vector<std::string>> words_;
    std::map<std::string, std::string> types_;
    std::map<std::string, std::vector<Row>> rows_;
    std::map<std::string, std::size_t> inputs_;
    std::map<std::string, Bounds> proofs_;
    Bounds bounds_;
};

} // namespace

std::string boundInWords(const std::string& from, bool isFromNegated, const std::string& to, bool isToNegated) {
    return (isFromNegated ? "!" : "") + from + " <= " + (isToNegated ? "!" : "") + to;
}

std::optional<ReadDifference> readCpp(std::string_view text, Said& said) {
    return CppReader(text).read(said);
}

} // namespace meldc::emit
