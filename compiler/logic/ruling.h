#pragma once

#include "logic/condition_diagram.h"
#include "logic/decision.h"
#include "logic/table.h"
#include "model/norm.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

/// The decision of a protocol as functions of facts alone: what is certain of a case however the text
/// is read and whatever open terms and choices stand for. It is what tables say that run elsewhere.
namespace meldc::logic {

/// How a consequence stands in a case: in every world and for all values of terms it is not there, is
/// demanded, or is at least allowed; or that is open.
enum class Standing : std::uint8_t { No, Must, May, Open };
inline constexpr std::uint32_t kStandingCount = 4;

/// Value of a function that is yes or no in every case.
inline constexpr std::uint32_t kRuledNo = 0;
inline constexpr std::uint32_t kRuledYes = 1;
/// The same, for one that worlds or terms may leave open.
inline constexpr std::uint32_t kRuledOpen = 2;
/// Value of a question's answer that worlds or terms leave open; else numberOf() of the answer.
inline constexpr std::uint32_t kAnswerOpen = 3;

/// Of some cases: in none, in some, in all of them.
enum class Extent : std::uint8_t { None, Part, All };

/// One function as a table: no two rows overlap, and every consistent case is in exactly one row.
struct RuledTable {
    /// In declared order; only those on which a row depends.
    std::vector<FactId> facts;
    struct Row {
        /// Per fact the answers for which the row holds.
        std::vector<AnswerSet> answers;
        std::uint32_t value = 0;

        bool operator==(const Row&) const = default;
    };
    std::vector<Row> rows;
    bool tooLarge = false;
};

/// Value of a table in a case, or nothing when the case is in no row: it contradicts the vocabulary.
/// Facts that the table reads must be known.
std::optional<std::uint32_t> valueOf(const RuledTable& table, const Case& given);

/// Pairs of literals of which the first is never surer than the second: the implications with all that
/// follows from them, each pair once (`a => b` stands for `niet b => niet a` too), sorted.
std::vector<model::Implication> impliedPairs(const model::Vocabulary& vocabulary);

/// Everything that is ruled, as one table.
struct WholeTable {
    /// As of RuledTable.
    std::vector<FactId> facts;
    struct Row {
        std::vector<AnswerSet> answers;
        /// What is certain.
        Outcome outcome;
        /// Consequences that are there or not, depending on world or term.
        std::vector<model::ConceptId> open;
    };
    std::vector<Row> rows;
    bool tooLarge = false;
};

/// Makes the tables of one protocol. The vocabulary must outlive it. Look at tooLarge() before
/// believing a table.
class Rulings {
public:
    /// `worlds`: the decision in each. `truncated`: there are more, so every case is undetermined.
    Rulings(const model::Vocabulary& vocabulary, std::span<const Decision> worlds, bool truncated);

    [[nodiscard]] bool tooLarge() const { return diagrams_.tooLarge(); }
    /// Consequences that some case has or may have, and those that some case rules out; by name.
    [[nodiscard]] std::vector<model::ConceptId> consequences() const;
    [[nodiscard]] std::vector<model::ConceptId> bans() const;
    /// Ids of the questions of all worlds, in the order of the text.
    [[nodiscard]] std::vector<std::string> questions() const;

    /// Value: a Standing.
    RuledTable standing(model::ConceptId consequence);
    /// Value: kRuledNo, kRuledYes or kRuledOpen.
    RuledTable ban(model::ConceptId consequence);
    /// Value: number of the answer, or kAnswerOpen. The answer that the facts give, asked or not.
    RuledTable answerTo(std::string_view question);
    /// Whether a step is reached in some world, for some values of terms; a step that no world has is
    /// not. Value: kRuledNo or kRuledYes.
    RuledTable reached(std::string_view step);
    /// Value: kRuledNo or kRuledYes.
    RuledTable undetermined();
    RuledTable deferred();
    /// Whether a demand of the norm has its premise, and its goal is met by what is certain: the norm
    /// is a ground of the case. Value: kRuledNo or kRuledYes. Terms of the premise count as no.
    /// `protocol`: whose questions say what the premise reads.
    RuledTable ground(const model::Protocol& protocol, const model::Norm& norm);
    /// In how much of the consistent cases of a row that is so for one demand.
    Extent metIn(const model::Protocol& protocol, const model::Requirement& demand,
                 const RuledTable& table, const RuledTable::Row& row);

    /// All of it in one table: every consistent case is in exactly one row, no two overlap.
    WholeTable whole();

private:
    struct Entry {
        model::ConceptId consequence;
        Node must = Node::Yes;
        Node allowed = Node::Yes;
        Node possible = Node::No;
        Node mayNot = Node::Yes;
        Node perhapsNot = Node::No;
    };
    struct Step {
        std::string id;
        Node reached = Node::No;
    };
    struct Question {
        std::string id;
        Node yes = Node::Yes;
        Node no = Node::Yes;
        Node doubt = Node::Yes;
    };

    void addWorld(const Decision::Impl& impl);
    void addQuestions(const Decision::Impl& impl);
    void addSteps(const Decision::Impl& impl);
    [[nodiscard]] const Entry* find(model::ConceptId consequence) const;
    /// Terms of a world taken away: where it is yes for all, or for some, of their values.
    Node always(const Decision::Impl& impl, Node a);
    Node sometimes(const Decision::Impl& impl, Node a);
    Node metBy(const model::Protocol& protocol, const model::Requirement& demand);
    /// Rows of which `must` are the numbers of the functions that hold there.
    [[nodiscard]] DecisionTable numbered(const std::vector<Node>& functions) const;
    /// The value of a case is the number of the function that holds in it: at most one does, and the
    /// first is left out, since it holds where no other does.
    [[nodiscard]] RuledTable ruled(const std::vector<Node>& functions) const;

    const model::Vocabulary& vocabulary_;
    Diagrams diagrams_;
    Node consistent_;
    std::vector<Entry> entries_;
    std::vector<Question> questions_;
    std::vector<Step> steps_;
    Node undetermined_ = Node::No;
    Node deferred_ = Node::Yes;
};

} // namespace meldc::logic
