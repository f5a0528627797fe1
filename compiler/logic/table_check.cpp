#include <algorithm>

#include "logic/decision_impl.h"
#include "logic/smallest.h"
#include "logic/table.h"

namespace meldc::logic {

namespace {

/// Compares row by row as functions: what the whole space has too many cases for.
class SymbolicCheck {
public:
    SymbolicCheck(const model::Vocabulary& vocabulary, const Decision::Impl& impl,
                  const DecisionTable& table)
        : vocabulary_(vocabulary), impl_(impl), table_(table), diagrams_(impl.diagrams),
          terms_(impl.terms) {}

    TableCheck run() {
        auto covered = Node::No;
        for (const auto& row : table_.rows) {
            const auto box = boxInDecision(row);
            // Rows may not overlap at all, so also not where there is no consistent case to show.
            if (diagrams_.both(box, covered) != Node::No) {
                refute(diagrams_.both(box, covered));
                return std::move(result_);
            }
            if (!compareRow(row, box)) {
                return std::move(result_);
            }
            covered = diagrams_.either(covered, box);
        }
        if (refute(diagrams_.negate(covered))) {
            result_.isEqual = !diagrams_.tooLarge();
        }
        return std::move(result_);
    }

private:
    /// The row over the variables of the decision, whose terms have their own numbers.
    Node boxInDecision(const TableRow& row) {
        auto box = Node::Yes;
        for (std::size_t column = table_.columns.size(); column-- > 0;) {
            const auto& head = table_.columns[column];
            const auto variable =
                head.isFact()
                    ? head.fact.value
                    : diagrams_.factCount() + terms_.add(head.term.words, head.term.isChoice);
            box = diagrams_.both(diagrams_.test(variable, row.answers[column]), box);
        }
        return box;
    }

    /// True when there is no consistent case; else notes the smallest one.
    bool refute(Node where) {
        where = diagrams_.both(where, impl_.consistent);
        auto example = smallestCase(diagrams_, where, quietCase(vocabulary_), kAllAnswers, terms_);
        if (!example) {
            return true;
        }
        result_.difference = std::move(example->given);
        result_.assumed = std::move(example->assumed);
        return false;
    }

    bool compareRow(const TableRow& row, Node box) {
        const auto has = [](const std::vector<model::ConceptId>& list, model::ConceptId id) {
            return std::find(list.begin(), list.end(), id) != list.end();
        };
        const auto agree = [&](Node part, bool isSaid) {
            return refute(isSaid ? diagrams_.without(box, part) : diagrams_.both(box, part));
        };
        const auto& outcome = row.outcome;
        for (const auto& entry : impl_.outcome) {
            const auto id = entry.consequence;
            const auto isAllowed = has(outcome.must, id) || has(outcome.may, id);
            if (!agree(entry.must, has(outcome.must, id)) || !agree(entry.allowed, isAllowed) ||
                !agree(entry.mayNot, has(outcome.mayNot, id))) {
                return false;
            }
        }
        return agree(impl_.undetermined, outcome.undetermined) &&
               agree(impl_.holeForDoubt, outcome.holeForDoubt) &&
               agree(impl_.deferred, outcome.deferred) && walkOne(row, box);
    }

    bool walkOne(const TableRow& row, Node box) {
        const auto example = smallestCase(diagrams_, diagrams_.both(box, impl_.consistent),
                                          quietCase(vocabulary_), kAllAnswers, terms_);
        if (!example) {
            return true; // no consistent case in this row
        }
        const auto walked = walk(vocabulary_, impl_.protocol, example->given, example->assumed);
        ++result_.walked;
        if (walked.tooManyDoubts || walked.outcome == row.outcome) {
            return true;
        }
        result_.difference = example->given;
        result_.assumed = example->assumed;
        return false;
    }

    const model::Vocabulary& vocabulary_;
    const Decision::Impl& impl_;
    const DecisionTable& table_;
    Diagrams diagrams_;
    Terms terms_;
    TableCheck result_;
};

/// Walks every consistent case of what decision and table read.
class WholeCheck {
public:
    WholeCheck(const model::Vocabulary& vocabulary, const Decision& decision,
               const DecisionTable& table, std::vector<FactId> facts)
        : vocabulary_(vocabulary), table_(table), facts_(std::move(facts)),
          terms_(decision.impl().terms.all()), walks_(vocabulary, decision.protocol()) {
        given_.values.resize(vocabulary.facts.size());
    }

    TableCheck run() {
        result_.isEqual = true;
        result_.walkedAll = true;
        settleFact(0);
        return std::move(result_);
    }

private:
    void settleFact(std::size_t index) {
        if (!result_.isEqual) {
            return;
        }
        if (index == facts_.size()) {
            if (brokenImplication(vocabulary_, given_) == nullptr) {
                assumed_.clear();
                settleTerm(0);
            }
            return;
        }
        for (const auto answer : {Answer::No, Answer::Doubt, Answer::Yes}) {
            given_.values[facts_[index].value] = answer;
            settleFact(index + 1);
        }
        given_.values[facts_[index].value].reset();
    }

    void settleTerm(std::size_t index) {
        if (!result_.isEqual) {
            return;
        }
        if (index == terms_.size()) {
            compare();
            return;
        }
        for (const auto value : {false, true}) {
            assumed_.push_back({terms_[index].words, terms_[index].isChoice, value});
            settleTerm(index + 1);
            assumed_.pop_back();
        }
    }

    void compare() {
        ++result_.walked;
        const auto row = rowOf(table_, given_, assumed_);
        const auto walked = walks_(given_, assumed_);
        if (row < 0 || table_.rows[static_cast<std::size_t>(row)].outcome != walked.outcome) {
            result_.isEqual = false;
            result_.difference = given_;
            result_.assumed = assumed_;
        }
    }

    const model::Vocabulary& vocabulary_;
    const DecisionTable& table_;
    std::vector<FactId> facts_;
    const std::vector<Term>& terms_;
    Walks walks_;
    Case given_;
    std::vector<Assumed> assumed_;
    TableCheck result_;
};

bool rowsOverlap(const DecisionTable& table) {
    for (auto a = table.rows.begin(); a != table.rows.end(); ++a) {
        if (std::any_of(a + 1, table.rows.end(),
                        [&](const TableRow& b) { return overlap(*a, b); })) {
            return true;
        }
    }
    return false;
}

} // namespace

TableCheck verifyTable(const model::Vocabulary& vocabulary, const Decision& decision,
                       const DecisionTable& table) {
    if (table.tooLarge || decision.tooLarge() || !decision.hasOutcome()) {
        return {};
    }
    auto facts = decision.factsRead();
    for (const auto& column : table.columns) {
        if (column.isFact()) {
            facts.push_back(column.fact);
        }
    }
    sortFacts(facts);
    std::uint64_t cases = 1;
    for (std::size_t fact = 0; fact < facts.size() && cases <= kMaxWalkedCases; ++fact) {
        cases *= kAnswerCount;
    }
    for (std::size_t term = 0;
         term < decision.impl().terms.all().size() && cases <= kMaxWalkedCases; ++term) {
        cases *= 2;
    }
    if (cases > kMaxWalkedCases) {
        return SymbolicCheck(vocabulary, decision.impl(), table).run();
    }
    auto result = WholeCheck(vocabulary, decision, table, std::move(facts)).run();
    // A case in two rows shows only as an overlap: rowOf() stops at the first.
    result.isEqual = result.isEqual && !rowsOverlap(table);
    return result;
}

} // namespace meldc::logic
