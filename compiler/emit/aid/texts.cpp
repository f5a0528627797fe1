#include "emit/aid/data.h"
#include "emit/page/data.h"

#include "diagnostics/phrases.h"

#include <algorithm>
#include <functional>
#include <map>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;

/// Answers in the order of the buttons.
constexpr model::Answer kButtons[] = {model::Answer::Yes, model::Answer::No, model::Answer::Doubt};

std::string asSentence(const std::string& text) {
    return diagnostics::sentence(support::same(text)).nl;
}

/// Whether something must be done at once: before a day is over.
bool isAtOnce(const model::Task& task) {
    return task.modality == model::Modality::Must && task.timing &&
           (task.timing->kind == syntax::TimingKind::Directly ||
            task.timing->kind == syntax::TimingKind::Hours);
}

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

bool mentions(const model::Condition& condition, const logic::Term& term) {
    const bool isChoice = condition.kind == model::ConditionKind::Choice;
    if (isChoice || condition.kind == model::ConditionKind::OpenTerm) {
        return condition.words == term.words && isChoice == term.isChoice;
    }
    return std::any_of(condition.operands.begin(), condition.operands.end(),
                       [&](const model::Condition& one) { return mentions(one, term); });
}

/// The facts that the conditions of a question read, in their order there, those that count as them
/// behind each.
std::vector<model::FactId> factsOfQuestion(const model::Protocol& protocol,
                                           const model::Question& question) {
    std::vector<model::FactId> facts;
    const std::function<void(const model::Condition&)> visit = [&](const model::Condition& each) {
        if (each.kind == model::ConditionKind::Fact) {
            facts.push_back(each.fact);
            for (const model::CountsAs& counts : protocol.countsAs) {
                if (counts.as == each.fact && counts.framework == question.framework) {
                    facts.push_back(counts.fact);
                }
            }
        }
        for (const model::Condition& operand : each.operands) {
            visit(operand);
        }
    };
    for (const model::ConditionStatement& one : question.yesWhen) {
        visit(one.condition);
    }
    return facts;
}

/// The heading below which a duty is shown.
std::string groupOf(const AidContext& context, const model::Home& home) {
    const model::Protocol& protocol = context.protocol;
    const auto named = [&](const std::string& label, model::ConceptId id) {
        return capital(label.empty() ? context.vocabulary[id].label.nl : label);
    };
    switch (home.kind) {
    case model::HomeKind::Step:
        return say(Phrase::AidStep, protocol.steps[home.index].id,
                   protocol.steps[home.index].label);
    case model::HomeKind::Topic:
        return named(protocol.topics[home.index].label, protocol.topics[home.index].topic);
    case model::HomeKind::Route: {
        const model::Route& route = protocol.routes[home.index];
        return say(Phrase::AidRoute, route.label.empty() ? route.id : route.label);
    }
    case model::HomeKind::Exception:
        return say(Phrase::AidException, named(protocol.exceptions[home.index].label,
                                               protocol.exceptions[home.index].on));
    case model::HomeKind::Unit:
        break;
    }
    return say(Phrase::AidElsewhere);
}

/// What the organisation says itself of the place where a duty stands.
std::vector<std::string> ownWordsAt(const AidContext& context, const model::Home& home) {
    const model::Protocol& protocol = context.protocol;
    return home.kind == model::HomeKind::Step    ? ownWords(context.input, protocol.steps[home.index].explanations)
           : home.kind == model::HomeKind::Topic ? ownWords(context.input, protocol.topics[home.index].explanations)
           : home.kind == model::HomeKind::Exception
               ? ownWords(context.input, protocol.exceptions[home.index].explanations)
                                                 : std::vector<std::string>();
}

/// What makes a statement less than certain. On which level it was written says nothing to staff.
std::vector<std::string> marksOf(const AidContext& context, model::Origin origin) {
    origin.level = 1;
    return context.words.marks(origin);
}

bool writesInSystem(const model::Task& task) {
    return std::any_of(task.in.begin(), task.in.end(),
                       [](const model::Ref& ref) { return ref.kind == model::Ref::Kind::System; });
}

Json factTexts(const AidContext& context, model::FactId id) {
    const model::Fact& fact = context.vocabulary[id];
    const model::Concept& concept_ = context.vocabulary[fact.concept_];
    Json json = {{"kind", "fact"}, {"name", concept_.name}, {"later", fact.knownLater}};
    json["say"] = Json::array();
    for (const model::Answer answer : kButtons) {
        json["say"].push_back(fact.phrase(answer).nl);
    }
    json["means"] = concept_.definition;
    const std::string& yes = fact.yes.nl;
    json["ask"] = say(Phrase::AidAsk, asSentence(yes.empty() ? concept_.label.nl : yes));
    for (const model::Question& question : context.protocol.questions) {
        const auto facts = factsOfQuestion(context.protocol, question);
        if (std::find(facts.begin(), facts.end(), id) == facts.end()) {
            continue;
        }
        // A question that asks nothing but this fact has the better words for it.
        const bool isAll = std::all_of(facts.begin(), facts.end(),
                                       [&](model::FactId one) { return one == id; }) &&
                           std::all_of(question.yesWhen.begin(), question.yesWhen.end(),
                                       [](const model::ConditionStatement& one) {
                                           return one.condition.kind == model::ConditionKind::Fact;
                                       });
        if (isAll) {
            json["ask"] = question.label;
        } else {
            json["about"] = say(Phrase::AidForQuestion, question.id, question.label);
        }
        json["own"] = ownWords(context.input, question.explanations);
        break;
    }
    return json;
}

/// The question that settles an open term or choice. The words of a choice begin with who makes it.
std::string termAsk(const AidContext& context, const logic::Term& term) {
    if (!term.isChoice) {
        return say(Phrase::AidTermAsk, term.words);
    }
    constexpr std::string_view kBetween = ": ";
    const std::size_t at = term.words.find(kBetween);
    const std::string who = context.sentences.nouns().called(term.words.substr(0, at)).text;
    return at == std::string::npos
               ? say(Phrase::AidChoiceAskAlone, who)
               : say(Phrase::AidChoiceAsk, who, term.words.substr(at + kBetween.size()));
}

Json termTexts(const AidContext& context, const logic::Term& term) {
    Json questions = Json::array();
    for (const model::Question& question : context.protocol.questions) {
        if (std::any_of(question.yesWhen.begin(), question.yesWhen.end(),
                        [&](const model::ConditionStatement& one) { return mentions(one.condition, term); })) {
            questions.push_back(question.label);
        }
    }
    // By number: which of them can hold is known once there are answers.
    Json duties = Json::array();
    for (std::size_t i = 0; i < context.protocol.tasks.size(); ++i) {
        const model::Task& task = context.protocol.tasks[i];
        if (task.condition && mentions(*task.condition, term)) {
            duties.push_back(i);
        }
    }
    return {{"kind", term.isChoice ? "choice" : "term"},
            {"name", term.words},
            {"ask", termAsk(context, term)},
            {"questions", std::move(questions)},
            {"duties", std::move(duties)}};
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

void addDuties(Json& data, AidContext& context) {
    data["routes"] = Json::array();
    for (std::size_t i = 0; i < context.protocol.routes.size(); ++i) {
        data["routes"].push_back(
            {{"when", context.variables.condition(context.protocol.routes[i].condition, context.reading)},
             {"first", isDemanding(context.protocol, i)}});
    }
    data["duties"] = Json::array();
    data["groups"] = Json::array();
    // What the organisation says itself of the step or subject, beside each group.
    data["own"] = Json::array();
    std::map<std::string, std::size_t> groups;
    for (const model::Task& task : context.protocol.tasks) {
        const std::string group = groupOf(context, task.home);
        const auto [known, isNew] = groups.emplace(group, groups.size());
        if (isNew) {
            data["groups"].push_back(group);
            data["own"].push_back(ownWordsAt(context, task.home));
        }
        Json json = {{"text", context.sentences.of(task)}, {"group", known->second}};
        json["when"] = task.condition
                           ? context.variables.condition(*task.condition, context.reading)
                           : Json(nullptr);
        json["route"] =
            task.home.kind == model::HomeKind::Route ? Json(task.home.index) : Json(nullptr);
        json["direct"] = isAtOnce(task) || (task.home.kind == model::HomeKind::Route &&
                                            hasDuty(context.protocol, task.home.index, isAtOnce));
        json["step"] = task.home.step.isValid() ? Json(task.home.step.value) : Json(nullptr);
        json["exception"] = task.home.kind == model::HomeKind::Exception;
        json["writes"] = writesInSystem(task);
        json["gives"] = context.consequences.of(task.consequences);
        json["marks"] = marksOf(context, task.origin);
        json["modality"] = task.modality == model::Modality::Must  ? "must"
                           : task.modality == model::Modality::May ? "may"
                                                                   : "mayNot";
        json["from"] = context.words.source(task.origin);
        data["duties"].push_back(std::move(json));
    }
}

void addVariables(Json& data, const AidContext& context) {
    data["vars"] = Json::array();
    for (const AidVariables::Variable& one : context.variables.all()) {
        data["vars"].push_back(one.fact.isValid() ? factTexts(context, one.fact)
                                                  : termTexts(context, one.term));
    }
}

void addConsequences(Json& data, const AidContext& context) {
    const auto linesOf = [&](model::ConceptId id) {
        Json lines = Json::array();
        const auto add = [&](ActorSlot slot, const std::vector<model::ActorStatement>& statements) {
            for (const model::ActorStatement& one : statements) {
                const bool isUnnamed = slot == ActorSlot::Reporter &&
                                       one.actor.kind == syntax::PerformerKind::Open;
                std::string text = isUnnamed ? say(Phrase::AidNoReporter, one.actor.openTerm)
                                             : context.sentences.of(one, slot);
                for (const std::string& mark : marksOf(context, one.origin)) {
                    text += " (" + mark + ")";
                }
                lines.push_back(std::move(text));
            }
        };
        for (const model::Decision& decision : context.protocol.decisions) {
            if (std::find(decision.about.begin(), decision.about.end(), id) !=
                decision.about.end()) {
                add(ActorSlot::Decider, decision.deciders);
                add(ActorSlot::Reporter, decision.reporters);
                add(ActorSlot::Owner, decision.owners);
            }
        }
        return lines;
    };
    data["consequences"] = Json::array();
    for (const model::ConceptId id : context.consequences.all()) {
        data["consequences"].push_back({{"name", context.vocabulary[id].name},
                                        {"label", capital(context.vocabulary[id].label.nl)},
                                        {"who", linesOf(id)}});
    }
}

void addFrame(Json& data) {
    static constexpr std::pair<const char*, Phrase> kFrame[] = {
        {"yes", Phrase::AidYes},
        {"no", Phrase::AidNo},
        {"doubt", Phrase::AidDoubt},
        {"notYet", Phrase::AidNotYet},
        {"notYetWhy", Phrase::AidNotYetWhy},
        {"hint", Phrase::AidHint},
        {"hintOpen", Phrase::AidHintOpen},
        {"hintWait", Phrase::AidHintWait},
        {"inDoubt", Phrase::AidInDoubt},
        {"direct", Phrase::AidDirect},
        {"unreached", Phrase::AidUnreached},
        {"conflictNow", Phrase::AidConflictNow},
        {"conflictLater", Phrase::AidConflictLater},
        {"termWhere", Phrase::AidTermWhere},
        {"termTogether", Phrase::AidTermTogether},
        {"terms", Phrase::AidTerms},
        {"termsWhy", Phrase::AidTermsWhy},
        {"result", Phrase::AidResult},
        {"already", Phrase::AidAlready},
        {"must", Phrase::AidMust},
        {"may", Phrase::AidMay},
        {"mayNot", Phrase::AidMayNot},
        {"perhaps", Phrase::AidPerhaps},
        {"nothing", Phrase::AidNothing},
        {"undetermined", Phrase::AidUndetermined},
        {"deferred", Phrase::AidDeferred},
        {"own", Phrase::AidOwnWords},
        {"readings", Phrase::AidReadings},
        {"readingsWhy", Phrase::AidReadingsWhy},
        {"conflict", Phrase::AidConflict},
        {"short", Phrase::AidShort},
        {"shortWhy", Phrase::AidShortWhy},
        {"who", Phrase::AidWho},
        {"record", Phrase::AidRecord},
        {"other", Phrase::AidOther},
        {"onlyIf", Phrase::AidOnlyIf},
        {"why", Phrase::AidWhy},
        {"whyNone", Phrase::AidWhyNone},
        {"follows", Phrase::AidFollows},
        {"change", Phrase::AidChange},
    };
    // With a place that the script fills in.
    static constexpr std::pair<const char*, Phrase> kFilled[] = {
        {"later", Phrase::AidLater},
        {"reading", Phrase::AidReading},
        {"changeOf", Phrase::AidChangeOf},
        {"statusQuestion", Phrase::AidStatusQuestion},
        {"statusResult", Phrase::AidStatusResult},
    };
    Json words = Json::object();
    for (const auto& [name, which] : kFrame) {
        words[name] = say(which);
    }
    for (const auto& [name, which] : kFilled) {
        words[name] = say(which, std::string("{0}"));
    }
    data["words"] = std::move(words);
}

} // namespace meldc::emit
