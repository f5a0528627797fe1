#include "changes.h"

#include <algorithm>
#include <array>
#include <functional>

namespace meldc::mutation {

using syntax::Condition;
using syntax::ConditionKind;
using syntax::EdgePartKind;
using syntax::Modality;
using syntax::Name;
using syntax::Statement;
using syntax::StatementKind;

namespace {

void add(std::vector<std::string>& list, const Name& name) {
    if (std::find(list.begin(), list.end(), name.text) == list.end()) {
        list.push_back(name.text);
    }
}

void addFacts(const Condition& condition, Names& names) {
    if (condition.kind == ConditionKind::Fact) {
        add(names.facts, condition.name);
    }
    for (const auto& operand : condition.operands) {
        addFacts(operand, names);
    }
}

void addNames(const Statement& statement, Names& names) {
    const auto addAll = [](std::vector<std::string>& list, const std::vector<Name>& found) {
        for (const auto& name : found) {
            add(list, name);
        }
    };
    switch (statement.kind) {
    case StatementKind::Role:
        add(names.roles, statement.names[0]);
        addAll(names.roleKinds, statement.more);
        break;
    case StatementKind::Question:
        add(names.questions, statement.names[0]);
        break;
    case StatementKind::Function:
        addAll(names.functions, statement.names);
        break;
    case StatementKind::Ground:
        addAll(names.grounds, statement.names);
        break;
    case StatementKind::Decision:
        addAll(names.consequences, statement.names);
        break;
    case StatementKind::Edge:
        for (const auto& part : statement.edge) {
            if (part.kind == EdgePartKind::Consequence) {
                add(names.consequences, part.name);
            }
        }
        break;
    default:
        break;
    }
    if (statement.condition) {
        addFacts(*statement.condition, names);
    }
    for (const auto& each : statement.block) {
        addNames(each, names);
    }
}

/// Makes the changes of one statement. Each `edit` gets a copy to work on.
class Changer {
public:
    Changer(const Statement& statement, const Names& names) : original_(statement), names_(names) {}

    std::vector<Change> run() {
        result_.push_back({Operator::Delete, std::nullopt});
        changeNames();
        changeActors();
        changeModalities();
        changeDuty();
        changeEdge();
        changeConditions();
        return std::move(result_);
    }

private:
    using Edit = std::function<void(Statement&)>;
    /// Finds the same part in any copy of the statement.
    template <class Part>
    using Find = std::function<Part&(Statement&)>;

    void change(Operator kind, const Edit& edit) {
        Statement copy = original_;
        edit(copy);
        if (!(copy == original_)) {
            result_.push_back({kind, std::move(copy)});
        }
    }

    /// Swaps a name that is in the pool with each other name of the pool.
    void swap(const std::vector<std::string>& pool, const Find<Name>& find) {
        const std::string current = find(original_).text;
        if (std::find(pool.begin(), pool.end(), current) == pool.end()) {
            return;
        }
        for (const auto& other : pool) {
            change(Operator::Swap, [&](Statement& copy) { find(copy).text = other; });
        }
    }

    /// Deletes each name of a list that keeps another, and swaps each.
    void list(const std::vector<std::string>& pool, const Find<std::vector<Name>>& find) {
        const auto size = find(original_).size();
        for (std::size_t index = 0; index < size; ++index) {
            if (size > 1) {
                change(Operator::Delete, [&](Statement& copy) {
                    auto& names = find(copy);
                    names.erase(names.begin() + static_cast<std::ptrdiff_t>(index));
                });
            }
            swap(pool, [&](Statement& copy) -> Name& { return find(copy)[index]; });
        }
    }

    void optionalName(const std::vector<std::string>& pool,
                      const Find<std::optional<Name>>& find) {
        if (!find(original_)) {
            return;
        }
        change(Operator::Delete, [&](Statement& copy) { find(copy).reset(); });
        swap(pool, [&](Statement& copy) -> Name& { return *find(copy); });
    }

    void changeNames() {
        const auto names = [](Statement& copy) -> std::vector<Name>& { return copy.names; };
        switch (original_.kind) {
        case StatementKind::Function:
            return list(names_.functions, names);
        case StatementKind::Ground:
            // Grounds of an exception are words of law, those of a framework are facts.
            list(names_.grounds, names);
            return list(names_.facts, names);
        case StatementKind::Decision:
            return list(names_.consequences, names);
        case StatementKind::Participant:
        case StatementKind::Consults:
            return list(names_.roles, names);
        case StatementKind::Promise:
            return list(names_.consequences, names);
        case StatementKind::Role:
            return list(names_.roleKinds,
                        [](Statement& copy) -> std::vector<Name>& { return copy.more; });
        default:
            return;
        }
    }

    void changeActors() {
        if (!original_.performer) {
            return;
        }
        list(names_.roles,
             [](Statement& copy) -> std::vector<Name>& { return copy.performer->names; });
        optionalName(names_.roles, [](Statement& copy) -> std::optional<Name>& {
            return copy.performer->otherwise;
        });
        if (original_.performer->names.size() > 1) {
            change(Operator::Swap,
                   [](Statement& copy) { copy.performer->joint = !copy.performer->joint; });
        }
    }

    void modality(const Find<std::optional<Modality>>& find) {
        for (const auto other : {Modality::Must, Modality::May, Modality::MayNot}) {
            change(Operator::Negate, [&](Statement& copy) {
                // Where nothing is said, it must.
                if (find(original_).value_or(Modality::Must) != other) {
                    find(copy) = other;
                }
            });
        }
    }

    void changeModalities() {
        switch (original_.kind) {
        case StatementKind::Duty:
        case StatementKind::Promise:
        case StatementKind::Participant:
        case StatementKind::Consults:
            modality([](Statement& copy) -> std::optional<Modality>& { return copy.modality; });
            break;
        default:
            break;
        }
        for (std::size_t index = 0; index < original_.edge.size(); ++index) {
            if (original_.edge[index].kind == EdgePartKind::Consequence) {
                modality([index](Statement& copy) -> std::optional<Modality>& {
                    return copy.edge[index].modality;
                });
            }
        }
    }

    void changeDuty() {
        if (!original_.duty) {
            return;
        }
        using Duty = syntax::Duty;
        for (const auto member :
             {&Duty::objects, &Duty::in, &Duty::with, &Duty::to, &Duty::about}) {
            list(names_.roles, [member](Statement& copy) -> std::vector<Name>& {
                return (*copy.duty).*member;
            });
            change(Operator::Delete, [member](Statement& copy) { ((*copy.duty).*member).clear(); });
        }
        optionalName(names_.questions, [](Statement& copy) -> std::optional<Name>& {
            return copy.duty->returnTo;
        });
        change(Operator::Delete, [](Statement& copy) { copy.duty->timing.reset(); });
    }

    void changeEdge() {
        for (const auto answer : {syntax::Answer::Yes, syntax::Answer::No, syntax::Answer::Doubt}) {
            if (original_.kind == StatementKind::Edge) {
                change(Operator::Negate, [&](Statement& copy) { copy.answer = answer; });
            }
        }
        for (std::size_t index = 0; index < original_.edge.size(); ++index) {
            const auto name = [index](Statement& copy) -> Name& { return copy.edge[index].name; };
            if (original_.edge.size() > 1) {
                change(Operator::Delete, [&](Statement& copy) {
                    copy.edge.erase(copy.edge.begin() + static_cast<std::ptrdiff_t>(index));
                });
            }
            const auto kind = original_.edge[index].kind;
            if (kind == EdgePartKind::Consequence) {
                swap(names_.consequences, name);
            } else if (kind == EdgePartKind::Question) {
                swap(names_.questions, name);
            }
            change(Operator::Delete,
                   [&](Statement& copy) { copy.edge[index].together.clear(); });
        }
    }

    void condition(const Find<std::optional<Condition>>& find) {
        if (!find(original_)) {
            return;
        }
        if (original_.kind == StatementKind::Duty) {
            change(Operator::Delete, [&](Statement& copy) { find(copy).reset(); });
        }
        part([&](Statement& copy) -> Condition& { return *find(copy); });
    }

    void part(const Find<Condition>& find) {
        const Condition current = find(original_);
        change(Operator::Negate, [&](Statement& copy) {
            auto& here = find(copy);
            if (current.kind == ConditionKind::Not) {
                here = Condition(current.operands[0]);
                return;
            }
            Condition negated;
            negated.kind = ConditionKind::Not;
            negated.operands.push_back(current);
            here = negated;
        });
        if (current.kind == ConditionKind::Fact) {
            swap(names_.facts, [&](Statement& copy) -> Name& { return find(copy).name; });
        }
        const bool isList =
            current.kind == ConditionKind::And || current.kind == ConditionKind::Or;
        if (isList) {
            change(Operator::Swap, [&](Statement& copy) {
                find(copy).kind =
                    current.kind == ConditionKind::And ? ConditionKind::Or : ConditionKind::And;
            });
        }
        for (std::size_t index = 0; index < current.operands.size(); ++index) {
            if (isList) {
                change(Operator::Delete, [&](Statement& copy) {
                    auto rest = current.operands;
                    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(index));
                    if (rest.size() == 1) {
                        find(copy) = Condition(rest[0]);
                    } else {
                        find(copy).operands = rest;
                    }
                });
            }
            part([&](Statement& copy) -> Condition& { return find(copy).operands[index]; });
        }
    }

    void changeConditions() {
        condition([](Statement& copy) -> std::optional<Condition>& { return copy.condition; });
        if (original_.duty) {
            condition([](Statement& copy) -> std::optional<Condition>& { return copy.duty->when; });
            condition(
                [](Statement& copy) -> std::optional<Condition>& { return copy.duty->unless; });
        }
    }

    Statement original_;
    const Names& names_;
    std::vector<Change> result_;
};

} // namespace

Names namesOf(const std::vector<Statement>& statements) {
    Names names;
    for (const auto& statement : statements) {
        addNames(statement, names);
    }
    return names;
}

std::vector<Change> changesOf(const Statement& statement, const Names& names) {
    return Changer(statement, names).run();
}

} // namespace meldc::mutation
