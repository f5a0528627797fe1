#include "logic/table.h"

#include <algorithm>
#include <functional>
#include <map>

#include "logic/decision_impl.h"
#include "logic/table_merge.h"

namespace meldc::logic {

namespace {

/// A decision as one tree-like graph that shares equal parts: at its leaves stand whole outcomes.
class Extractor {
public:
    Extractor(const model::Vocabulary& vocabulary, const Decision::Impl& impl)
        : impl_(impl), diagrams_(impl.diagrams.factCount()), vocabulary_(vocabulary) {}

    DecisionTable run() {
        DecisionTable table;
        const auto root = graphOf(functions());
        if (diagrams_.tooLarge() || isTooLarge_) {
            table.tooLarge = true;
            return table;
        }
        for (const auto variable : variables_) {
            table.columns.push_back(columnOf(variable));
        }
        std::vector<AnswerSet> answers;
        for (const auto& column : table.columns) {
            answers.push_back(column.allAnswers());
        }
        addRows(root, answers, table);
        if (isTooLarge_) {
            table = {};
            table.tooLarge = true;
        }
        return table;
    }

private:
    /// A node of the graph, or one of the leaves below.
    using Graph = std::uint32_t;
    /// No case comes here: any outcome will do.
    static constexpr Graph kNobody = 0;

    struct GraphNode {
        Variable variable = 0;
        Graph children[kAnswerCount] = {};
        /// Leaf: index of the outcome; else -1.
        std::int32_t outcome = -1;

        auto operator<=>(const GraphNode&) const = default;
    };
    /// Consistency first, then the different functions that the outcome is made of.
    using Functions = std::vector<Node>;

    Functions functions() {
        Functions result{Node::Yes};
        const auto add = [&](Node a) {
            a = diagrams_.import(impl_.diagrams, a);
            const auto known = std::find(result.begin() + 1, result.end(), a);
            places_.push_back(static_cast<std::size_t>(known - result.begin()));
            if (known == result.end()) {
                result.push_back(a);
            }
        };
        for (const auto& entry : impl_.outcome) {
            add(entry.must);
            add(entry.allowed);
            add(entry.mayNot);
        }
        add(impl_.undetermined);
        add(impl_.holeForDoubt);
        add(impl_.deferred);
        for (const auto function : result) {
            const auto support = diagrams_.support(function);
            variables_.insert(variables_.end(), support.begin(), support.end());
        }
        std::sort(variables_.begin(), variables_.end());
        variables_.erase(std::unique(variables_.begin(), variables_.end()), variables_.end());
        // What no outcome depends on plays no part in the rows.
        std::vector<bool> others(vocabulary_.facts.size(), true);
        for (const auto variable : variables_) {
            if (diagrams_.isFact(variable)) {
                others[variable] = false;
            }
        }
        const auto consistent = diagrams_.import(impl_.diagrams, impl_.consistent);
        result.front() = diagrams_.exists(consistent, others, kAllAnswers);
        return result;
    }

    TableColumn columnOf(Variable variable) const {
        if (diagrams_.isFact(variable)) {
            return {FactId{variable}, {}};
        }
        return {{}, impl_.terms.all()[variable - diagrams_.factCount()]};
    }

    Outcome outcomeOf(const Functions& leaf) const {
        Outcome outcome;
        std::size_t next = 0;
        const auto has = [&] { return leaf[places_[next++]] == Node::Yes; };
        for (const auto& entry : impl_.outcome) {
            const auto must = has();
            const auto allowed = has();
            if (must) {
                outcome.must.push_back(entry.consequence);
            } else if (allowed) {
                outcome.may.push_back(entry.consequence);
            }
            if (has()) {
                outcome.mayNot.push_back(entry.consequence);
            }
        }
        outcome.undetermined = has();
        outcome.holeForDoubt = has();
        outcome.deferred = has();
        return outcome;
    }

    Graph shared(const GraphNode& node) {
        const auto [known, isNew] = numbers_.try_emplace(node, static_cast<Graph>(nodes_.size()));
        if (isNew) {
            nodes_.push_back(node);
        }
        return known->second;
    }

    Graph graphOf(const Functions& functions) {
        if (functions.front() == Node::No || isTooLarge_) {
            return kNobody;
        }
        if (const auto known = graphs_.find(functions); known != graphs_.end()) {
            return known->second;
        }
        if (graphs_.size() >= support::kMaxTableRows) {
            isTooLarge_ = true;
            return kNobody;
        }
        Graph result = kNobody;
        bool isLeaf = true;
        Variable top = 0;
        for (const auto function : functions) {
            if (!Diagrams::isConstant(function)) {
                const auto variable = diagrams_.variableOf(function);
                top = isLeaf ? variable : std::min(top, variable);
                isLeaf = false;
            }
        }
        if (isLeaf) {
            // Equal outcomes are equal functions, which are not made twice.
            GraphNode leaf;
            leaf.outcome = static_cast<std::int32_t>(outcomes_.size());
            outcomes_.push_back(outcomeOf(functions));
            result = shared(leaf);
        } else {
            result = branch(functions, top);
        }
        graphs_[functions] = result;
        return result;
    }

    Graph branch(const Functions& functions, Variable top) {
        GraphNode node;
        node.variable = top;
        auto only = kNobody;
        bool isSplit = false;
        for (std::uint32_t answer = 0; answer < kAnswerCount; ++answer) {
            if (!holds(columnOf(top).allAnswers(), answer)) {
                continue;
            }
            auto next = functions;
            for (auto& function : next) {
                function = diagrams_.childAt(function, top, answer);
            }
            const auto child = graphOf(next);
            node.children[answer] = child;
            if (child != kNobody) {
                isSplit = isSplit || (only != kNobody && only != child);
                only = child;
            }
        }
        // Answers with which nobody comes here need no row of their own.
        return isSplit ? shared(node) : only;
    }

    void addRows(Graph graph, std::vector<AnswerSet>& answers, DecisionTable& table) {
        if (graph == kNobody || isTooLarge_) {
            return;
        }
        const auto& node = nodes_[graph];
        if (node.outcome >= 0) {
            if (table.rows.size() >= support::kMaxTableRows) {
                isTooLarge_ = true;
                return;
            }
            table.rows.push_back({answers, outcomes_[static_cast<std::size_t>(node.outcome)]});
            return;
        }
        const auto column = static_cast<std::size_t>(
            std::lower_bound(variables_.begin(), variables_.end(), node.variable) -
            variables_.begin());
        const auto before = answers[column];
        for (std::uint32_t answer = 0; answer < kAnswerCount; ++answer) {
            const auto child = node.children[answer];
            // Equal children make one row, with the first of them.
            if (std::find(node.children, node.children + answer, child) != node.children + answer) {
                continue;
            }
            AnswerSet here = kNoAnswer;
            for (std::uint32_t other = answer; other < kAnswerCount; ++other) {
                if (node.children[other] == child && holds(before, other)) {
                    here = static_cast<AnswerSet>(here | setOf(answerAt(other)));
                }
            }
            answers[column] = here;
            addRows(child, answers, table);
        }
        answers[column] = before;
    }

    const Decision::Impl& impl_;
    Diagrams diagrams_;
    const model::Vocabulary& vocabulary_;
    std::vector<Variable> variables_;
    /// Per part of the outcome: its function.
    std::vector<std::size_t> places_;
    std::vector<Outcome> outcomes_;
    /// The first stands for nobody.
    std::vector<GraphNode> nodes_{GraphNode{}};
    std::map<GraphNode, Graph> numbers_;
    std::map<Functions, Graph> graphs_;
    bool isTooLarge_ = false;
};

void dropColumns(DecisionTable& table) {
    for (std::size_t column = table.columns.size(); column-- > 0;) {
        const auto all = table.columns[column].allAnswers();
        const auto at = static_cast<std::ptrdiff_t>(column);
        if (std::all_of(table.rows.begin(), table.rows.end(),
                        [&](const TableRow& row) { return row.answers[column] == all; })) {
            table.columns.erase(table.columns.begin() + at);
            for (auto& row : table.rows) {
                row.answers.erase(row.answers.begin() + at);
            }
        }
    }
}

} // namespace

DecisionTable tabulate(const model::Vocabulary& vocabulary, const Decision& decision) {
    if (!decision.hasOutcome()) {
        return {};
    }
    if (decision.tooLarge()) {
        DecisionTable table;
        table.tooLarge = true;
        return table;
    }
    auto table = Extractor(vocabulary, decision.impl()).run();
    tighten(vocabulary, table);
    mergeRows(table);
    widen(table);
    dropColumns(table);
    std::sort(table.rows.begin(), table.rows.end(),
              [](const TableRow& a, const TableRow& b) { return a.answers > b.answers; });
    return table;
}

std::int32_t rowOf(const DecisionTable& table, const Case& given,
                   const std::vector<Assumed>& assumed) {
    std::vector<AnswerSet> answers;
    for (const auto& column : table.columns) {
        if (column.isFact()) {
            const auto value = given[column.fact];
            answers.push_back(value ? setOf(*value) : kNoAnswer);
            continue;
        }
        const auto isYes = std::any_of(assumed.begin(), assumed.end(), [&](const Assumed& one) {
            return one.value && Term{one.words, one.isChoice} == column.term;
        });
        answers.push_back(setOf(isYes ? Answer::Yes : Answer::No));
    }
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        if (overlap(table.rows[row], {answers, {}})) {
            return static_cast<std::int32_t>(row);
        }
    }
    return -1;
}

} // namespace meldc::logic
