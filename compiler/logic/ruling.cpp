#include "logic/ruling.h"

#include <algorithm>
#include <array>
#include <memory>
#include <set>

#include "logic/decision_impl.h"
#include "logic/table_merge.h"

namespace meldc::logic {

namespace {

std::vector<FactId> factsOf(const DecisionTable& table) {
    std::vector<FactId> facts;
    for (const auto& column : table.columns) {
        facts.push_back(column.fact);
    }
    return facts;
}

/// The variables of a world that are terms.
std::vector<bool> termsOf(const Decision::Impl& impl) {
    const auto facts = impl.diagrams.factCount();
    std::vector<bool> terms(facts + impl.terms.all().size(), true);
    std::fill_n(terms.begin(), facts, false);
    return terms;
}

} // namespace

std::optional<std::uint32_t> valueOf(const RuledTable& table, const Case& given) {
    for (const auto& row : table.rows) {
        bool fits = true;
        for (std::size_t i = 0; i < table.facts.size() && fits; ++i) {
            const auto value = given[table.facts[i]];
            fits = value.has_value() && holds(row.answers[i], numberOf(*value));
        }
        if (fits) {
            return row.value;
        }
    }
    return std::nullopt;
}

std::vector<model::Implication> impliedPairs(const model::Vocabulary& vocabulary) {
    // Literal 2f is the fact, 2f + 1 its opposite.
    const auto count = vocabulary.facts.size() * 2;
    const auto numberOfLiteral = [](const model::Literal& one) {
        return std::size_t{one.fact.value} * 2 + (one.negated ? 1 : 0);
    };
    std::vector<std::vector<bool>> follows(count, std::vector<bool>(count, false));
    for (const auto& one : vocabulary.implications) {
        follows[numberOfLiteral(one.from)][numberOfLiteral(one.to)] = true;
        follows[numberOfLiteral(one.to) ^ 1U][numberOfLiteral(one.from) ^ 1U] = true;
    }
    for (std::size_t middle = 0; middle < count; ++middle) {
        for (std::size_t from = 0; from < count; ++from) {
            for (std::size_t to = 0; follows[from][middle] && to < count; ++to) {
                follows[from][to] = follows[from][to] || follows[middle][to];
            }
        }
    }
    std::vector<model::Implication> result;
    for (std::size_t from = 0; from < count; ++from) {
        for (std::size_t to = 0; to < count; ++to) {
            // The opposite pair says the same; the one that comes first stands for both.
            if (from == to || !follows[from][to] ||
                std::pair(to ^ 1U, from ^ 1U) < std::pair(from, to)) {
                continue;
            }
            const auto literal = [](std::size_t number) {
                return model::Literal{FactId{static_cast<std::uint32_t>(number / 2)},
                                      number % 2 == 1};
            };
            result.push_back({literal(from), literal(to), {}});
        }
    }
    return result;
}

Rulings::Rulings(const model::Vocabulary& vocabulary, std::span<const Decision> worlds,
                 bool truncated)
    : vocabulary_(vocabulary), diagrams_(static_cast<std::uint32_t>(vocabulary.facts.size())),
      consistent_(consistency(diagrams_, vocabulary)) {
    std::set<std::pair<std::string, std::uint32_t>> names;
    for (const auto& world : worlds) {
        for (const auto& entry : world.impl().outcome) {
            names.emplace(vocabulary[entry.consequence].name, entry.consequence.value);
        }
    }
    for (const auto& [name, id] : names) {
        entries_.push_back({model::ConceptId{id}});
    }
    for (const auto& world : worlds) {
        if (world.tooLarge()) {
            diagrams_.giveUp();
            return;
        }
        addWorld(world.impl());
        addQuestions(world.impl());
        addSteps(world.impl());
    }
    if (truncated) {
        undetermined_ = Node::Yes;
    }
}

Node Rulings::always(const Decision::Impl& impl, Node a) {
    return diagrams_.forAll(diagrams_.import(impl.diagrams, a), termsOf(impl), kAllAnswers);
}

Node Rulings::sometimes(const Decision::Impl& impl, Node a) {
    return diagrams_.exists(diagrams_.import(impl.diagrams, a), termsOf(impl), kAllAnswers);
}

void Rulings::addWorld(const Decision::Impl& impl) {
    for (auto& entry : entries_) {
        const auto here = impl.find(entry.consequence);
        entry.must = diagrams_.both(entry.must, always(impl, here.must));
        entry.allowed = diagrams_.both(entry.allowed, always(impl, here.allowed));
        entry.possible = diagrams_.either(entry.possible, sometimes(impl, here.allowed));
        entry.mayNot = diagrams_.both(entry.mayNot, always(impl, here.mayNot));
        entry.perhapsNot = diagrams_.either(entry.perhapsNot, sometimes(impl, here.mayNot));
    }
    undetermined_ = diagrams_.either(undetermined_, always(impl, impl.undetermined));
    deferred_ = diagrams_.both(deferred_, always(impl, impl.deferred));
}

void Rulings::addQuestions(const Decision::Impl& impl) {
    for (std::size_t i = 0; i < impl.protocol.questions.size(); ++i) {
        const auto& question = impl.protocol.questions[i];
        if (!exists(question) || i >= impl.questions.size()) {
            continue;
        }
        auto known = std::find_if(questions_.begin(), questions_.end(),
                                  [&](const Question& one) { return one.id == question.id; });
        if (known == questions_.end()) {
            known = questions_.insert(questions_.end(), {question.id});
        }
        const auto& truth = impl.questions[i].answer;
        known->yes = diagrams_.both(known->yes, always(impl, truth.yes));
        known->no = diagrams_.both(known->no, always(impl, truth.no));
        const auto crisp = diagrams_.either(sometimes(impl, truth.yes), sometimes(impl, truth.no));
        known->doubt = diagrams_.both(known->doubt, diagrams_.negate(crisp));
    }
}

void Rulings::addSteps(const Decision::Impl& impl) {
    for (std::size_t i = 0; i < impl.stepReached.size(); ++i) {
        const auto& id = impl.protocol.steps[i].id;
        auto known = std::find_if(steps_.begin(), steps_.end(), [&](const Step& one) { return one.id == id; });
        if (known == steps_.end()) {
            known = steps_.insert(steps_.end(), {id});
        }
        known->reached = diagrams_.either(known->reached, sometimes(impl, impl.stepReached[i]));
    }
}

const Rulings::Entry* Rulings::find(model::ConceptId consequence) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& one) {
        return one.consequence == consequence;
    });
    return found == entries_.end() ? nullptr : &*found;
}

std::vector<model::ConceptId> Rulings::consequences() const {
    std::vector<model::ConceptId> result;
    for (const auto& entry : entries_) {
        if (entry.possible != Node::No) {
            result.push_back(entry.consequence);
        }
    }
    return result;
}

std::vector<model::ConceptId> Rulings::bans() const {
    std::vector<model::ConceptId> result;
    for (const auto& entry : entries_) {
        if (entry.perhapsNot != Node::No) {
            result.push_back(entry.consequence);
        }
    }
    return result;
}

std::vector<std::string> Rulings::questions() const {
    std::vector<std::string> result;
    for (const auto& question : questions_) {
        result.push_back(question.id);
    }
    return result;
}

DecisionTable Rulings::numbered(const std::vector<Node>& functions) const {
    auto impl = std::make_shared<Decision::Impl>();
    impl->diagrams = diagrams_;
    impl->consistent = consistent_;
    impl->exists = true;
    for (std::uint32_t i = 0; i < functions.size(); ++i) {
        impl->outcome.push_back({model::ConceptId{i}, functions[i], functions[i], Node::No});
    }
    return tabulate(vocabulary_, Decision(std::move(impl)));
}

RuledTable Rulings::ruled(const std::vector<Node>& functions) const {
    const auto table = numbered(functions);
    RuledTable result;
    result.tooLarge = table.tooLarge;
    result.facts = factsOf(table);
    for (const auto& row : table.rows) {
        const auto& holding = row.outcome.must;
        result.rows.push_back({row.answers, holding.empty() ? 0 : holding.front().value + 1});
    }
    return result;
}

RuledTable Rulings::standing(model::ConceptId consequence) {
    const auto* entry = find(consequence);
    if (entry == nullptr) {
        return ruled({});
    }
    return ruled({entry->must, diagrams_.without(entry->allowed, entry->must),
                  diagrams_.without(entry->possible, entry->allowed)});
}

RuledTable Rulings::ban(model::ConceptId consequence) {
    const auto* entry = find(consequence);
    if (entry == nullptr) {
        return ruled({});
    }
    return ruled({entry->mayNot, diagrams_.without(entry->perhapsNot, entry->mayNot)});
}

RuledTable Rulings::answerTo(std::string_view question) {
    for (const auto& one : questions_) {
        if (one.id == question) {
            // Numbered as answers are: no is the value of what is left.
            const auto settled = diagrams_.either(one.yes, diagrams_.either(one.no, one.doubt));
            return ruled({one.doubt, one.yes, diagrams_.negate(settled)});
        }
    }
    return ruled({});
}

RuledTable Rulings::reached(std::string_view step) {
    for (const auto& one : steps_) {
        if (one.id == step) {
            return ruled({one.reached});
        }
    }
    return ruled({});
}

RuledTable Rulings::undetermined() {
    return ruled({undetermined_});
}

RuledTable Rulings::deferred() {
    return ruled({deferred_});
}

Node Rulings::metBy(const model::Protocol& protocol, const model::Requirement& demand) {
    const auto reading = readingOf(vocabulary_.facts.size(), protocol);
    Terms terms;
    auto premise = ConditionDiagrams(diagrams_, terms, reading).of(*demand.when).yes;
    std::vector<AnswerSet> noTerm(diagrams_.factCount(), kAllAnswers);
    noTerm.resize(diagrams_.factCount() + terms.all().size(), setOf(Answer::No));
    premise = diagrams_.fixAll(premise, noTerm);
    const auto leaf = [&](model::ConceptId consequence) {
        const auto* entry = find(consequence);
        return entry == nullptr ? ConsequenceDiagrams{consequence}
                                : ConsequenceDiagrams{consequence, entry->must, entry->allowed,
                                                      entry->mayNot};
    };
    return diagrams_.both(premise, goalDiagram(diagrams_, demand.goal, false, leaf));
}

RuledTable Rulings::ground(const model::Protocol& protocol, const model::Norm& norm) {
    auto met = Node::No;
    for (const auto& requirement : norm.requirements) {
        if (requirement.isDemand()) {
            met = diagrams_.either(met, metBy(protocol, requirement));
        }
    }
    return ruled({met});
}

Extent Rulings::metIn(const model::Protocol& protocol, const model::Requirement& demand, const RuledTable& table,
                      const RuledTable::Row& row) {
    auto box = consistent_;
    for (std::size_t i = 0; i < table.facts.size(); ++i) {
        box = diagrams_.both(box, diagrams_.test(table.facts[i].value, row.answers[i]));
    }
    const auto met = metBy(protocol, demand);
    return diagrams_.both(box, met) == Node::No      ? Extent::None
           : diagrams_.without(box, met) == Node::No ? Extent::All
                                                     : Extent::Part;
}

WholeTable Rulings::whole() {
    std::vector<Node> functions{undetermined_, deferred_};
    for (const auto& entry : entries_) {
        functions.insert(functions.end(),
                         {entry.must, diagrams_.without(entry.allowed, entry.must),
                          diagrams_.without(entry.possible, entry.allowed), entry.mayNot});
    }
    const auto table = numbered(functions);
    WholeTable result;
    result.tooLarge = table.tooLarge;
    result.facts = factsOf(table);
    for (const auto& row : table.rows) {
        WholeTable::Row whole;
        whole.answers = row.answers;
        for (const auto number : row.outcome.must) {
            if (number.value < 2) {
                (number.value == 0 ? whole.outcome.undetermined : whole.outcome.deferred) = true;
                continue;
            }
            std::array<std::vector<model::ConceptId>*, 4> lists{
                &whole.outcome.must, &whole.outcome.may, &whole.open, &whole.outcome.mayNot};
            lists[(number.value - 2) % 4]->push_back(entries_[(number.value - 2) / 4].consequence);
        }
        result.rows.push_back(std::move(whole));
    }
    return result;
}

} // namespace meldc::logic
