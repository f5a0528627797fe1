#include "random_model.h"

namespace meldc::logic::testing {

namespace {

/// Frameworks among which questions and `telt als` are spread.
constexpr std::size_t kFrameworks = 2;
/// Roles among which duties, questions and steps are spread.
constexpr std::size_t kRoles = 3;

Answer answerOf(std::uint32_t number) {
    return static_cast<Answer>(number);
}

Modality randomModality(Dice& dice) {
    return dice.chance(60) ? Modality::Must : dice.chance(60) ? Modality::May : Modality::MayNot;
}

model::StepId randomStep(Dice& dice, const RandomModel& model) {
    if (model.protocol.steps.empty() || dice.chance(25)) {
        return {};
    }
    return model::StepId{dice.below(model.protocol.steps.size())};
}

std::vector<ConceptId> randomConsequences(Dice& dice, const RandomModel& model) {
    std::vector<ConceptId> result;
    for (const auto consequence : model.consequences) {
        if (dice.chance(35)) {
            result.push_back(consequence);
        }
    }
    return result;
}

model::Actor randomActor(Dice& dice) {
    model::Actor actor;
    if (dice.chance(15)) {
        actor.kind = syntax::PerformerKind::Open;
        actor.openTerm = "somebody";
        return actor;
    }
    const auto role = [&] {
        return model::Ref{model::Ref::Kind::Role, dice.below(kRoles)};
    };
    actor.who.push_back(role());
    if (dice.chance(20)) {
        actor.who.push_back(role());
    }
    if (dice.chance(10)) {
        actor.otherwise = role();
    }
    return actor;
}

/// Usually one, at times none or two.
std::vector<model::ActorStatement> randomPerformers(Dice& dice, std::uint32_t chance) {
    std::vector<model::ActorStatement> result;
    while (dice.chance(chance) && result.size() < 2) {
        result.push_back({randomActor(dice), false, {}});
    }
    return result;
}

void addVocabulary(Dice& dice, RandomModel& model, const Wildness& wildness) {
    const auto count = 2 + dice.below(wildness.mostFacts - 1);
    for (std::uint32_t index = 0; index < count; ++index) {
        model.facts.push_back(addFact(model.vocabulary, "f" + std::to_string(index),
                                      static_cast<Nature>(dice.below(3)), dice.chance(40)));
    }
    for (auto more = dice.below(4); more > 0; --more) {
        addImplication(model.vocabulary, dice.pick(model.facts), dice.pick(model.facts),
                       dice.chance(20), dice.chance(20));
    }
    // Names in another order than numbers: outcomes are sorted by name.
    for (const auto* name : {"c", "a", "b"}) {
        model.consequences.push_back(addConsequence(model.vocabulary, name));
    }
}

model::Edge randomEdge(Dice& dice, const RandomModel& model, Answer answer, std::size_t questions) {
    model::Edge edge;
    edge.answer = answer;
    for (const auto consequence : model.consequences) {
        if (dice.chance(25)) {
            edge.effects.push_back({consequence, randomModality(dice)});
        }
    }
    const auto kind = dice.below(100);
    if (kind < 55) {
        edge.target = TargetKind::Question;
        // Sometimes one that is not there.
        edge.question = std::to_string(dice.below(dice.chance(5) ? questions + 2 : questions));
    } else if (kind < 75) {
        edge.target = TargetKind::Wait;
    } else if (kind < 80) {
        edge.target = TargetKind::Open;
    }
    if (!model.protocol.steps.empty() && dice.chance(20)) {
        edge.step = "s" + std::to_string(dice.below(model.protocol.steps.size() + 1));
    }
    return edge;
}

void addQuestions(Dice& dice, RandomModel& model, const Wildness& wildness) {
    const auto count = 1 + dice.below(wildness.mostQuestions);
    for (std::uint32_t index = 0; index < count; ++index) {
        auto entry =
            question(std::to_string(index), randomCondition(dice, model, wildness.openTerms),
                     randomStep(dice, model));
        entry.framework = dice.below(kFrameworks);
        entry.performers = randomPerformers(dice, 30);
        if (wildness.openTerms && dice.chance(3)) {
            entry.yesWhen.clear();
        }
        for (std::uint32_t answer = 0; answer < 3; ++answer) {
            if (dice.chance(85)) {
                entry.edges.push_back(randomEdge(dice, model, answerOf(answer), count));
            }
        }
        if (dice.chance(5)) {
            entry = {}; // as select() leaves a question that is not in this world
        }
        model.protocol.questions.push_back(std::move(entry));
    }
}

void addRoutes(Dice& dice, RandomModel& model, const Wildness& wildness) {
    for (auto more = dice.below(3); more > 0; --more) {
        auto entry =
            route("r" + std::to_string(more), randomCondition(dice, model, wildness.openTerms, 2),
                  randomStep(dice, model));
        if (dice.chance(5)) {
            entry = {};
        }
        model.protocol.routes.push_back(std::move(entry));
    }
}

void addTasks(Dice& dice, RandomModel& model, const Wildness& wildness) {
    for (auto more = dice.below(5); more > 0; --more) {
        model::Home home;
        home.kind = static_cast<model::HomeKind>(dice.below(5));
        home.step = randomStep(dice, model);
        if (home.kind == model::HomeKind::Route) {
            if (model.protocol.routes.empty()) {
                continue;
            }
            home.index = dice.below(model.protocol.routes.size());
        } else if (home.kind == model::HomeKind::Step) {
            if (model.protocol.steps.empty()) {
                continue;
            }
            home.step = model::StepId{dice.below(model.protocol.steps.size())};
            home.index = home.step.value;
        } else if (home.kind == model::HomeKind::Unit) {
            home.step = {};
        }
        auto entry = task(home, randomModality(dice), randomConsequences(dice, model));
        entry.actor = randomActor(dice);
        if (dice.chance(10)) {
            entry.openTerms.push_back("how"); // says nothing of whether
        }
        if (dice.chance(70)) {
            entry.condition = randomCondition(dice, model, wildness.openTerms, 2);
        }
        if (dice.chance(40)) {
            entry.returnTo = std::to_string(dice.below(model.protocol.questions.size() + 1));
        }
        model.protocol.tasks.push_back(std::move(entry));
    }
}

} // namespace

Condition randomCondition(Dice& dice, const RandomModel& model, bool openTerms, std::size_t depth) {
    const auto inner = [&] { return randomCondition(dice, model, openTerms, depth - 1); };
    const auto kind = dice.below(100);
    if (depth > 0 && kind < 45) {
        std::vector<Condition> operands;
        for (auto more = 2 + dice.below(2); more > 0; --more) {
            operands.push_back(inner());
        }
        return operation(kind < 22 ? ConditionKind::And : ConditionKind::Or, std::move(operands));
    }
    if (depth > 0 && kind < 55) {
        return no(inner());
    }
    if (depth > 0 && kind < 60) {
        return doubtAbout(inner());
    }
    if (depth > 0 && kind < 65) {
        return perhaps(inner());
    }
    if (kind < 68) {
        return anyDoubt();
    }
    if (openTerms && kind < 74) {
        return open("t" + std::to_string(dice.below(2)));
    }
    if (openTerms && kind < 78) {
        return choice("t0");
    }
    return fact(dice.pick(model.facts));
}

Goal randomGoal(Dice& dice, const RandomModel& model, std::size_t depth) {
    const auto inner = [&] { return randomGoal(dice, model, depth - 1); };
    const auto kind = dice.below(100);
    if (depth > 0 && kind < 15) {
        return combine(GoalKind::Not, {inner()});
    }
    if (depth > 0 && kind < 30) {
        return combine(GoalKind::And, {inner(), inner()});
    }
    if (depth > 0 && kind < 50) {
        return combine(GoalKind::Or, {inner(), inner()});
    }
    return kind < 85 ? must(dice.pick(model.consequences)) : may(dice.pick(model.consequences));
}

RandomModel randomModel(Dice& dice, const Wildness& wildness) {
    RandomModel model;
    model.protocol.roles.resize(kRoles);
    addVocabulary(dice, model, wildness);
    for (auto index = dice.below(4); index > 0; --index) {
        model.protocol.steps.push_back(step("s" + std::to_string(model.protocol.steps.size())));
        model.protocol.steps.back().performers = randomPerformers(dice, 60);
    }
    for (auto more = dice.below(3); more > 0; --more) {
        model.protocol.countsAs.push_back(
            {dice.pick(model.facts), dice.pick(model.facts), {}, dice.below(kFrameworks)});
    }
    addQuestions(dice, model, wildness);
    addRoutes(dice, model, wildness);
    addTasks(dice, model, wildness);
    return model;
}

} // namespace meldc::logic::testing
