#include "sema/variants.h"

#include <algorithm>
#include <map>
#include <string>

namespace meldc::sema {

using model::Origin;
using model::SlotKind;

namespace {

std::string text(const model::Ref& ref) {
    return std::to_string(static_cast<int>(ref.kind)) + ":" + std::to_string(ref.index);
}

template <class Things, class Text>
std::string list(const Things& things, const Text& each) {
    std::string result = "[";
    for (const auto& thing : things) result += each(thing) + ",";
    return result + "]";
}

/// List whose order says nothing.
template <class Things, class Text>
std::string set(const Things& things, const Text& each) {
    std::vector<std::string> texts;
    for (const auto& thing : things) texts.push_back(each(thing));
    std::sort(texts.begin(), texts.end());
    return list(texts, [](const std::string& one) { return one; });
}

std::string text(const model::Actor& actor) {
    return std::to_string(static_cast<int>(actor.kind)) + (actor.joint ? "&" : "|") +
           set(actor.who, [](const model::Ref& ref) { return text(ref); }) +
           (actor.otherwise ? text(*actor.otherwise) : "") + actor.openTerm;
}

std::string text(const model::Condition& condition) {
    return std::to_string(static_cast<int>(condition.kind)) + "(" + std::to_string(condition.fact.value) +
           condition.words + list(condition.operands, [](const model::Condition& part) { return text(part); }) + ")";
}

/// Where an answer leads. With whom and to which step is left out: one place often just says more
/// than the other, and that is no contradiction.
std::string text(const model::Edge& edge) {
    return set(edge.effects,
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
    for (model::ActorStatement& each : statements) slot.add(text(each.actor), each.origin);
    slot.close();
}

void groupQuestion(model::Protocol& protocol, model::Question& question) {
    Slot condition(protocol, SlotKind::AnswerYes, question.id);
    for (model::ConditionStatement& each : question.yesWhen) condition.add(text(each.condition), each.origin);
    condition.close();

    Slot rests(protocol, SlotKind::RestsOn, question.id);
    for (model::RestsOn& each : question.restsOn) {
        rests.add(list(each.steps,
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

void groupTasks(model::Protocol& protocol) {
    std::map<std::string, std::vector<model::Task*>> byDuty;
    std::vector<std::string> order;
    for (model::Task& task : protocol.tasks) {
        const auto refs = [](const std::vector<model::Ref>& each) {
            return set(each, [](const model::Ref& ref) { return text(ref); });
        };
        // What may be done at one moment and must be done at another is no contradiction.
        const std::string home = std::to_string(static_cast<int>(task.home.kind)) + ":" +
                                 std::to_string(task.home.index) + ":" + std::to_string(task.home.step.value) + "/";
        const std::string key = home + text(task.actor) + "/" + std::to_string(task.action.value) + refs(task.objects) +
                                refs(task.in) + refs(task.with) + refs(task.to) + refs(task.about) +
                                (task.condition ? text(*task.condition) : "") +
                                list(task.openTerms, [](const std::string& term) { return term; });
        if (byDuty.find(key) == byDuty.end()) order.push_back(key);
        byDuty[key].push_back(&task);
    }
    for (const std::string& key : order) {
        Slot slot(protocol, SlotKind::TaskModality, std::to_string(byDuty[key].front()->action.value));
        for (model::Task* task : byDuty[key]) {
            slot.add(std::to_string(static_cast<int>(task->modality)), task->origin);
        }
        slot.close();
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
    }
    for (model::Step& step : protocol.steps) groupActors(protocol, SlotKind::Owner, step.id, step.owners);
    for (model::Question& question : protocol.questions) {
        completeEdges(question);
        groupQuestion(protocol, question);
    }
    groupTasks(protocol);
}

}  // namespace meldc::sema
