#pragma once

#include "emit/build_input.h"
#include "logic/ruling.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

/// The decision as tables for programs that know nothing of meldc: what every emitter of such a table
/// starts from. They say what `decide` says of a case, and what is certain of one in which facts are not
/// known.
namespace meldc::emit {

/// A fact that the tables read.
struct PortableFact {
    model::FactId fact;
    /// Letters, digits and underscores of ASCII, in small letters; in no language a reserved word.
    std::string id;
    std::string label;
};

/// A norm that is a ground of what is done.
struct PortableNorm {
    const model::Norm* norm = nullptr;
    /// References in the register of law, or words for a source outside it.
    std::vector<std::string> references;
};

enum class PortableKind : std::uint8_t { Consequence, Ban, Question, Undetermined, Deferred, Ground };

/// One thing that is decided, over as few facts as it depends on.
struct PortableTable {
    PortableKind kind = PortableKind::Consequence;
    /// As PortableFact::id; unique among facts and tables.
    std::string id;
    /// How decide names it: the consequence, the id of the question or norm; else empty.
    std::string name;
    /// In Dutch, of the vocabulary or the protocol.
    std::string label;
    /// Indices of PortableDecision::facts.
    std::vector<std::size_t> inputs;
    /// The words for the values that rows have.
    std::vector<std::string> values;
    struct Row {
        /// Per input the answers for which it holds.
        std::vector<logic::AnswerSet> answers;
        /// Index in `values`.
        std::size_t value = 0;
        /// Indices of PortableDecision::norms: those that ask for this value throughout the row, and those that
        /// do so in a part of its cases.
        std::vector<std::size_t> grounds;
        std::vector<std::size_t> partGrounds;
    };
    /// No two overlap; every consistent case of which the inputs are known is in exactly one.
    std::vector<Row> rows;
    /// What known facts settle, whatever the others are: indices of PortableDecision::facts with the answers
    /// of which each must have one. Rows of one value overlap. For engines that know what is unknown.
    struct Certain {
        std::vector<std::pair<std::size_t, logic::AnswerSet>> tests;
        /// Index in `values`.
        std::size_t value = 0;
    };
    std::vector<Certain> certain;
    /// The facts that `certain` asks for, as there, in their order.
    [[nodiscard]] std::vector<std::size_t> asked() const;

    /// Its value is the same in every case.
    [[nodiscard]] bool isConstant() const { return inputs.empty(); }
};

/// Who has a part in a consequence, in words.
struct PortablePeople {
    /// As PortableFact::id.
    std::string id;
    /// Index of its table.
    std::size_t table = 0;
    std::string performs;
    std::string decides;
    std::string owns;
};

/// One is never surer than the other (no, doubt, yes): what contradicts that is no case.
struct PortableBound {
    std::size_t from = 0;
    bool isFromNegated = false;
    std::size_t to = 0;
    bool isToNegated = false;
};

/// A protocol as tables.
struct PortableDecision {
    std::vector<PortableFact> facts;
    std::vector<PortableBound> bounds;
    std::vector<PortableTable> tables;
    std::vector<PortableNorm> norms;
    std::vector<PortablePeople> people;
    /// As PortableFact::id: the name of all consequences together.
    std::string allId;
    /// All consequences in one table; its facts are among `facts`.
    logic::WholeTable whole;
    /// Who made it, of what, as lines for a comment: all that a reader needs to make it again.
    std::vector<std::string> origin;
};

/// Nothing when a decision is too large for tables. The protocol must have a decision.
[[nodiscard]] std::optional<PortableDecision> portableOf(const BuildInput& input);

/// The norms that ask for the value of a row, with their references, for people; empty when there are none.
[[nodiscard]] std::string groundsOf(const PortableDecision& portable, const PortableTable::Row& row);

/// The answers of a set in the order yes, no, doubt, as they are spelt.
[[nodiscard]] std::vector<std::string> spelt(logic::AnswerSet answers);

/// The text on one line, as it can stand in a comment that ends with its line: nothing in it can end
/// or continue the line, in SQL or C++.
[[nodiscard]] std::string onOneLine(std::string_view text);

} // namespace meldc::emit
