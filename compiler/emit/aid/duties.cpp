#include "emit/aid/data.h"
#include "emit/aid/places.h"

#include "diagnostics/phrases.h"
#include "emit/publication/writer.h"

#include <algorithm>
#include <map>
#include <set>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;

/// Whether some duty of a route is such.
template <class Test> bool hasDuty(const model::Protocol& protocol, std::size_t route, const Test& test) {
    return std::any_of(protocol.tasks.begin(), protocol.tasks.end(), [&](const model::Task& task) {
        return task.home.kind == model::HomeKind::Route && task.home.index == route && test(task);
    });
}

/// Whether something must be done on a route.
bool isDemanding(const model::Protocol& protocol, std::size_t route) {
    return hasDuty(protocol, route,
                   [](const model::Task& task) { return task.modality == model::Modality::Must; });
}

bool writesInSystem(const model::Task& task) {
    return std::any_of(task.in.begin(), task.in.end(),
                       [](const model::Ref& ref) { return ref.kind == model::Ref::Kind::System; });
}

} // namespace

std::vector<model::FactId> askingOrder(const AidContext& context) {
    std::vector<model::FactId> order;
    const auto add = [&](model::FactId fact) {
        if (std::find(order.begin(), order.end(), fact) == order.end()) {
            order.push_back(fact);
        }
    };
    std::vector<model::FactId> asked;
    for (const model::Question& question : context.protocol.questions) {
        const auto facts = factsOfQuestion(context.protocol, question);
        asked.insert(asked.end(), facts.begin(), facts.end());
    }
    const auto addRoutes = [&](const auto& test) {
        for (std::size_t i = 0; i < context.protocol.routes.size(); ++i) {
            if (test(i)) {
                const auto facts = factsOf(context.protocol.routes[i].condition);
                std::for_each(facts.begin(), facts.end(), add);
            }
        }
    };
    addRoutes([&](std::size_t route) { return hasDuty(context.protocol, route, isAtOnce); });
    addRoutes([&](std::size_t route) { return isDemanding(context.protocol, route); });
    // Before a question sends somebody to talk, it is known whether that is dangerous.
    for (const model::Task& task : context.protocol.tasks) {
        if (task.condition && isAtOnce(task)) {
            const auto facts = factsOf(*task.condition);
            std::for_each(facts.begin(), facts.end(), add);
        }
    }
    std::for_each(asked.begin(), asked.end(), add);
    for (std::uint32_t i = 0; i < context.vocabulary.facts.size(); ++i) {
        add(model::FactId{i});
    }
    return order;
}

namespace {

/// Duties one by one, with the headings below which they stand.
class Duties {
public:
    Duties(Json& data, AidContext& context) : data_(data), context_(context) {
        data_["duties"] = Json::array();
        data_["groups"] = Json::array();
        data_["own"] = Json::array();
        data_["scopes"] = Json::array();
        data_["exceptions"] = Json::array();
        const std::vector<const model::Task*> urgent = urgentDuties(context.protocol);
        urgent_.insert(urgent.begin(), urgent.end());
    }

    void add(const model::Task& task) {
        const bool isOfRoute = task.home.kind == model::HomeKind::Route;
        Json json = common(group(task.home), task.home, task.modality, task.condition, task.origin);
        json["text"] = context_.sentences.of(task) + agesFor(context_, task);
        json["route"] = isOfRoute ? Json(task.home.index) : Json(nullptr);
        // What must not be done in a case in which something must be done at once is as urgent.
        json["direct"] = isAtOnce(task) || (isOfRoute && hasDuty(context_.protocol, task.home.index, isAtOnce)) ||
                         (task.modality == model::Modality::MayNot && urgent_.contains(&task));
        json["writes"] = writesInSystem(task);
        json["gives"] = context_.consequences.of(task.consequences);
        data_["duties"].push_back(std::move(json));
    }

    void add(const model::Home& home, const model::Involvement& consult,
             const std::vector<model::ActorStatement>& performers) {
        Json json = common(group(home), home, consult.modality, consult.condition, consult.origin);
        addPlain(std::move(json), context_.sentences.consult(consult, performers), "consults");
    }

    /// With whom a question is answered, and to where or with whom an answer leads.
    void add(const model::Question& question) {
        // It may stand outside every step.
        const model::Home home{model::HomeKind::Step, question.step.value, question.step};
        const std::size_t its = groupNamed(say(Phrase::AidQuestion, question.id, question.label), {});
        for (const model::Involvement& one : question.participants) {
            addPlain(common(its, home, one.modality, one.condition, one.origin), context_.sentences.participant(one), "onward");
        }
        for (const model::Edge& edge : question.edges) {
            if (!edge.step.empty() || !edge.together.empty()) {
                addPlain(common(its, home, model::Modality::Must, answered(context_.protocol, question, edge.answer), edge.origin),
                         context_.sentences.of(edge), "onward");
            }
        }
    }

private:
    void addPlain(Json json, const std::string& text, const char* kind) {
        json["text"] = text;
        json["route"] = nullptr;
        json["direct"] = false;
        json["writes"] = false;
        json["gives"] = Json::array();
        json[kind] = true;
        data_["duties"].push_back(std::move(json));
    }

    Json common(std::size_t group, const model::Home& home, model::Modality modality,
                const std::optional<model::Condition>& condition, const model::Origin& origin) {
        return {{"group", group},
                {"when", condition ? context_.variables.condition(*condition, context_.reading) : Json(nullptr)},
                {"step", home.step.isValid() ? Json(home.step.value) : Json(nullptr)},
                {"exception", home.kind == model::HomeKind::Exception},
                {"marks", marksOf(context_, origin)},
                // Said in every reading, once, and settled.
                {"sure", origin.guards.empty() && !origin.variant && !origin.draft},
                {"modality", modality == model::Modality::Must  ? "must"
                             : modality == model::Modality::May ? "may"
                                                                : "mayNot"},
                {"from", context_.words.source(origin)}};
    }

    std::size_t group(const model::Home& home) {
        return groupNamed(groupOf(context_, home), home);
    }

    /// `home` is absent for what has no words, no cases and no exceptions of its own.
    std::size_t groupNamed(const std::string& label, const std::optional<model::Home>& home) {
        const auto [known, isNew] = groups_.emplace(label, groups_.size());
        if (isNew) {
            using Lines = std::vector<std::string>;
            data_["groups"].push_back(label);
            // Beside each group what the organisation says itself of the step or subject, for which cases it is meant
            // and when it is not.
            data_["own"].push_back(home ? ownWordsAt(context_, *home) : Lines());
            data_["scopes"].push_back(home ? scopeOf(context_, *home) : Lines());
            data_["exceptions"].push_back(home ? exceptionsTo(context_, *home) : Lines());
        }
        return known->second;
    }

    Json& data_;
    AidContext& context_;
    std::map<std::string, std::size_t> groups_;
    std::set<const model::Task*> urgent_;
};

using FactSet = std::set<model::FactId>;

FactSet factsIn(const std::optional<model::Condition>& condition) {
    FactSet facts;
    if (condition) {
        const auto all = model::factsOf(*condition);
        facts.insert(all.begin(), all.end());
    }
    return facts;
}

/// The facts on which all that a subject asks depends.
FactSet factsOfTopic(const model::Protocol& protocol, std::size_t topic) {
    std::optional<FactSet> facts;
    const auto keep = [&](const std::optional<model::Condition>& condition) {
        const FactSet own = factsIn(condition);
        if (facts) {
            std::erase_if(*facts, [&](model::FactId fact) { return !own.contains(fact); });
        } else {
            facts = own;
        }
    };
    for (const model::Task& task : protocol.tasks) {
        if (task.home.kind == model::HomeKind::Topic && task.home.index == topic) {
            keep(task.condition);
        }
    }
    for (const model::Involvement& one : protocol.topics[topic].consults) {
        keep(one.condition);
    }
    return facts.value_or(FactSet());
}

/// The facts that keep from what a condition is for: those below an odd number of `niet` and `tenzij`.
void addExcepting(const model::Condition& condition, FactSet& facts, bool isNot = false) {
    if (condition.kind == model::ConditionKind::Fact && isNot) {
        facts.insert(condition.fact);
    }
    for (const model::Condition& operand : condition.operands) {
        if (condition.kind != model::ConditionKind::DoubtAbout) {
            addExcepting(operand, facts, isNot != (condition.kind == model::ConditionKind::Not));
        }
    }
}

/// The facts that keep from what an exception is to: those of the steps that have this function, else of all duties.
FactSet factsOfException(const model::Protocol& protocol, const model::Exception& exception) {
    FactSet ofSteps;
    FactSet ofAll;
    for (const model::Task& task : protocol.tasks) {
        if (task.condition) {
            addExcepting(*task.condition, ofAll);
            if (task.home.step.isValid() && isStepExcepted(protocol, exception, task.home.step.value)) {
                addExcepting(*task.condition, ofSteps);
            }
        }
    }
    return ofSteps.empty() ? ofAll : ofSteps;
}

} // namespace

void addDuties(Json& data, AidContext& context) {
    const model::Protocol& protocol = context.protocol;
    data["routes"] = Json::array();
    for (std::size_t i = 0; i < protocol.routes.size(); ++i) {
        data["routes"].push_back(
            {{"when", context.variables.condition(protocol.routes[i].condition, context.reading)},
             {"first", isDemanding(protocol, i)}});
    }
    Duties duties(data, context);
    for (const model::Task& task : protocol.tasks) {
        duties.add(task);
    }
    for (std::uint32_t i = 0; i < protocol.steps.size(); ++i) {
        for (const model::Involvement& one : protocol.steps[i].consults) {
            duties.add({model::HomeKind::Step, i, model::StepId{i}}, one, protocol.steps[i].performers);
        }
    }
    for (std::uint32_t i = 0; i < protocol.topics.size(); ++i) {
        for (const model::Involvement& one : protocol.topics[i].consults) {
            duties.add({model::HomeKind::Topic, i, protocol.topics[i].step}, one, protocol.topics[i].performers);
        }
    }
    for (const model::Question& question : protocol.questions) {
        duties.add(question);
    }
}

void addWordsForAll(Json& data, const AidContext& context) {
    const model::Protocol& protocol = context.protocol;
    data["forAll"] = Json::array();
    for (std::uint32_t i = 0; i < protocol.topics.size(); ++i) {
        // A duty has them beside it.
        const bool isBare = std::none_of(protocol.tasks.begin(), protocol.tasks.end(), [&](const model::Task& task) {
            return isAtHome(task, model::HomeKind::Topic, i);
        });
        if (isBare && isForAll(protocol, i)) {
            const model::Home home{model::HomeKind::Topic, i, {}};
            data["forAll"].push_back({{"label", groupOf(context, home)}, {"own", ownWordsAt(context, home)}});
        }
    }
}

void addCircumstances(Json& data, AidContext& context) {
    const model::Protocol& protocol = context.protocol;
    data["circumstances"] = Json::array();
    const auto add = [&](model::HomeKind kind, std::uint32_t index, const FactSet& facts) {
        const model::Home home{kind, index, {}};
        std::vector<std::string> own = ownWordsAt(context, home);
        if (facts.empty() || (own.empty() && kind == model::HomeKind::Topic)) {
            return;
        }
        Json variables = Json::array();
        for (const model::FactId fact : facts) {
            variables.push_back(context.variables.of(fact));
        }
        data["circumstances"].push_back(
            {{"facts", std::move(variables)}, {"label", groupOf(context, home)}, {"own", std::move(own)}});
    };
    for (std::uint32_t i = 0; i < protocol.topics.size(); ++i) {
        add(model::HomeKind::Topic, i, factsOfTopic(protocol, i));
    }
    for (std::uint32_t i = 0; i < protocol.exceptions.size(); ++i) {
        add(model::HomeKind::Exception, i, factsOfException(protocol, protocol.exceptions[i]));
    }
}

} // namespace meldc::emit
