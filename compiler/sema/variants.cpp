#include "sema/variants.h"

#include <algorithm>
#include <map>
#include <string>

#include "sema/slot_text.h"

namespace meldc::sema {

using model::Origin;
using model::SlotKind;

namespace {

/// Where an answer leads. With whom and to which step is left out: one place often just says more
/// than the other, and that is no contradiction.
std::string text(const model::Edge& edge) {
    return setText(edge.effects,
               [](const model::Effect& effect) {
                   return std::to_string(effect.consequence.value) + "/" +
                          std::to_string(static_cast<int>(effect.modality));
               }) +
           std::to_string(static_cast<int>(edge.target)) + edge.question + "|" + edge.openTerm;
}

bool canStandTogether(const Origin& a, const Origin& b) {
    for (const model::Guard& left : a.guards) {
        for (const model::Guard& right : b.guards) {
            if (left.ambiguity == right.ambiguity && left.reading != right.reading) return false;
        }
    }
    return true;
}

/// Collects the statements of one slot.
class Slot {
public:
    Slot(model::Protocol& protocol, SlotKind kind, std::string owner)
        : protocol_(protocol), kind_(kind), owner_(std::move(owner)) {}

    void add(const std::string& value, Origin& origin) {
        if (origin.draft) return;
        values_[value].push_back(&origin);
        order_.push_back(value);
    }

    /// Marks the statements when they contradict each other.
    void close() {
        if (values_.size() < 2 || !collides()) return;
        model::VariantGroup group;
        group.slot = kind_;
        group.owner = owner_;
        const auto number = static_cast<std::uint32_t>(protocol_.variantGroups.size());
        std::vector<std::string> seen;
        for (const std::string& value : order_) {
            if (std::find(seen.begin(), seen.end(), value) != seen.end()) continue;
            seen.push_back(value);
            std::vector<Origin> statements;
            for (Origin* origin : values_[value]) {
                statements.push_back(*origin);
                origin->variant = model::Variant{number, group.values};
            }
            group.statements.push_back(std::move(statements));
            ++group.values;
        }
        protocol_.variantGroups.push_back(std::move(group));
    }

private:
    bool collides() const {
        for (auto a = values_.begin(); a != values_.end(); ++a) {
            for (auto b = std::next(a); b != values_.end(); ++b) {
                for (const Origin* left : a->second) {
                    for (const Origin* right : b->second) {
                        if (canStandTogether(*left, *right)) return true;
                    }
                }
            }
        }
        return false;
    }

    model::Protocol& protocol_;
    SlotKind kind_;
    std::string owner_;
    std::map<std::string, std::vector<Origin*>> values_;
    std::vector<std::string> order_;
};

void groupActors(model::Protocol& protocol, SlotKind kind, const std::string& owner,
                 std::vector<model::ActorStatement>& statements) {
    Slot slot(protocol, kind, owner);
    for (model::ActorStatement& each : statements) slot.add(actorText(each.actor), each.origin);
    slot.close();
}

void groupQuestion(model::Protocol& protocol, model::Question& question) {
    Slot condition(protocol, SlotKind::AnswerYes, question.id);
    for (model::ConditionStatement& each : question.yesWhen) condition.add(model::normalText(each.condition), each.origin);
    condition.close();

    Slot rests(protocol, SlotKind::RestsOn, question.id);
    for (model::RestsOn& each : question.restsOn) {
        rests.add(listText(each.steps,
                       [](const syntax::LineRange& range) {
                           return std::to_string(range.first) + "-" + std::to_string(range.last);
                       }),
                  each.origin);
    }
    rests.close();

    for (const model::Answer answer : {model::Answer::Yes, model::Answer::No, model::Answer::Doubt}) {
        Slot slot(protocol, SlotKind::Edge, question.id);
        for (model::Edge& edge : question.edges) {
            if (edge.answer == answer) slot.add(text(edge), edge.origin);
        }
        slot.close();
    }
}

/// Edges that lead to the same outcome add what the other leaves unsaid.
void completeEdges(model::Question& question) {
    for (model::Edge& edge : question.edges) {
        for (const model::Edge& other : question.edges) {
            if (edge.answer != other.answer || text(edge) != text(other)) continue;
            if (edge.step.empty()) edge.step = other.step;
            if (edge.together.empty()) edge.together = other.together;
        }
    }
}

/// Whether duties without a condition are held against those under one. "Must" at each moment beside
/// "may" at some is said in two ways. "May" beside "must" at some moments goes together, and what is
/// forbidden at one moment only, or allowed there only, is an exception.
bool weakensAt(const std::vector<model::Task*>& always, const std::vector<model::Task*>& sometimes) {
    const auto all = [](const std::vector<model::Task*>& tasks, model::Modality modality) {
        return std::all_of(tasks.begin(), tasks.end(),
                           [&](const model::Task* task) { return task->modality == modality; });
    };
    return all(always, model::Modality::Must) && all(sometimes, model::Modality::May);
}

/// Modalities of duties that are alike, of one level. What may be done at one moment and must be done
/// at another is no contradiction: duties under two conditions are two. So are duties in two manners:
/// what must not be sent by mail may be sent by fax.
void groupTasks(model::Protocol& protocol) {
    std::map<std::string, std::vector<model::Task*>> byDuty;
    std::vector<std::string> order;
    for (model::Task& task : protocol.tasks) {
        const std::string key = std::to_string(task.origin.level) + "/" + dutySlot(task) +
                                setText(task.openTerms, [](const std::string& term) { return term; });
        if (byDuty.find(key) == byDuty.end()) order.push_back(key);
        byDuty[key].push_back(&task);
    }
    for (const std::string& key : order) {
        std::map<std::string, std::vector<model::Task*>> byCondition;
        for (model::Task* task : byDuty[key]) byCondition[conditionText(*task)].push_back(task);
        if (byCondition.size() == 2 && byCondition.begin()->first.empty() &&
            weakensAt(byCondition.begin()->second, std::next(byCondition.begin())->second)) {
            byCondition.begin()->second = byDuty[key];
            byCondition.erase(std::next(byCondition.begin()));
        }
        for (const auto& [condition, tasks] : byCondition) {
            Slot slot(protocol, SlotKind::TaskModality, std::to_string(tasks.front()->action.value));
            for (model::Task* task : tasks) slot.add(std::to_string(static_cast<int>(task->modality)), task->origin);
            slot.close();
        }
    }
}

/// Whether another decision, taken by itself at the same level, is about this consequence.
bool isTakenApart(const model::Protocol& protocol, const model::Decision& choice, model::ConceptId about) {
    return std::any_of(protocol.decisions.begin(), protocol.decisions.end(), [&](const model::Decision& each) {
        return !each.oneOf && !each.origin.draft && each.origin.level == choice.origin.level &&
               each.about == std::vector{about} && canStandTogether(each.origin, choice.origin);
    });
}

/// "Either report or help" beside a decision on each of them: the text says two things about the form
/// of the decision. Who decides stays as it is said in either place.
void groupDecisionForms(model::Protocol& protocol) {
    for (model::Decision& choice : protocol.decisions) {
        const bool isContradicted =
            choice.oneOf && !choice.origin.draft && choice.about.size() > 1 &&
            std::all_of(choice.about.begin(), choice.about.end(),
                        [&](model::ConceptId about) { return isTakenApart(protocol, choice, about); });
        if (!isContradicted) continue;
        const auto number = static_cast<std::uint32_t>(protocol.variantGroups.size());
        model::VariantGroup group{SlotKind::DecisionForm, choice.label, 2, {{choice.origin}, {}}};
        choice.form = model::Variant{number, 0};
        for (model::Decision& each : protocol.decisions) {
            const bool isPart = !each.oneOf && !each.form && !each.origin.draft && each.about.size() == 1 &&
                                each.origin.level == choice.origin.level &&
                                std::find(choice.about.begin(), choice.about.end(), each.about.front()) !=
                                    choice.about.end() &&
                                canStandTogether(each.origin, choice.origin);
            if (!isPart) continue;
            each.form = model::Variant{number, 1};
            group.statements[1].push_back(each.origin);
        }
        protocol.variantGroups.push_back(std::move(group));
    }
}

}  // namespace

void groupVariants(model::Protocol& protocol) {
    const auto texts = [](std::vector<model::TextStatement>& statements, Slot&& slot) {
        for (model::TextStatement& each : statements) slot.add(each.text, each.origin);
        slot.close();
    };
    texts(protocol.authority, Slot(protocol, SlotKind::Authority, protocol.name));
    Slot adopted(protocol, SlotKind::Adopted, protocol.name);
    for (model::DatedStatement& each : protocol.adopted) {
        adopted.add(each.date ? each.date->str() : std::string(), each.origin);
    }
    adopted.close();
    for (model::Decision& decision : protocol.decisions) {
        groupActors(protocol, SlotKind::Owner, decision.label, decision.owners);
        groupActors(protocol, SlotKind::Reporter, decision.label, decision.reporters);
        groupActors(protocol, SlotKind::Decider, decision.label, decision.deciders);
    }
    for (model::Step& step : protocol.steps) groupActors(protocol, SlotKind::Owner, step.id, step.owners);
    for (model::Question& question : protocol.questions) {
        completeEdges(question);
        groupQuestion(protocol, question);
    }
    groupTasks(protocol);
    groupDecisionForms(protocol);
}

}  // namespace meldc::sema
