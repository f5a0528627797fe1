#include "emit/aid/data.h"
#include "emit/page/data.h"

#include "diagnostics/phrases.h"

#include <algorithm>
#include <functional>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;

/// Words in which the script fills in a place, or a number by its place among the phones.
struct Filled {
    const char* name;
    Phrase phrase;
    const char* place = "{0}";
};

/// Answers in the order of the buttons.
constexpr model::Answer kButtons[] = {model::Answer::Yes, model::Answer::No, model::Answer::Doubt};

std::string asSentence(const std::string& text) {
    return diagnostics::sentence(support::same(text)).nl;
}

bool mentions(const model::Condition& condition, const logic::Term& term) {
    const bool isChoice = condition.kind == model::ConditionKind::Choice;
    if (isChoice || condition.kind == model::ConditionKind::OpenTerm) {
        return condition.words == term.words && isChoice == term.isChoice;
    }
    return std::any_of(condition.operands.begin(), condition.operands.end(),
                       [&](const model::Condition& one) { return mentions(one, term); });
}

Json factTexts(const AidContext& context, model::FactId id) {
    const model::Fact& fact = context.vocabulary[id];
    const model::Concept& concept_ = context.vocabulary[fact.concept_];
    const bool isDanger = fact.nature != model::Nature::Support;
    // What may pass is a state: somebody is in danger now. What does not pass is a kind of case.
    Json json = {{"kind", "fact"}, {"name", concept_.name}, {"later", fact.knownLater},
                 {"danger", fact.urgent || (isDanger && fact.changeable)}, {"now", fact.urgent},
                 {"circumstance", fact.nature == model::Nature::Neutral}};
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
        json["asked"] = true;
        break;
    }
    return json;
}

/// Whether it protects more than what protects too: to report and to call 112, but not to ask for advice.
bool isStrong(const model::Vocabulary& vocabulary, model::ConceptId consequence) {
    const std::vector<model::ConceptId>& less = vocabulary[consequence].protectsMoreThan;
    return std::any_of(less.begin(), less.end(), [&](model::ConceptId one) { return vocabulary.protects(one); });
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

std::vector<std::string> marksOf(const AidContext& context, model::Origin origin) {
    origin.level = 1;
    return context.words.marks(origin);
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
                                        {"strong", isStrong(context.vocabulary, id)},
                                        {"ends", context.vocabulary.isRanked(id) && !context.vocabulary.protects(id)},
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
        {"hintWait", Phrase::AidHintWait},
        {"inDoubt", Phrase::AidInDoubt},
        {"inDoubtLater", Phrase::AidInDoubtLater},
        {"dependsOn", Phrase::AidDependsOn},
        {"following", Phrase::AidFollowing},
        {"followingWhy", Phrase::AidFollowingWhy},
        {"unasked", Phrase::AidUnasked},
        {"unaskedWhy", Phrase::AidUnaskedWhy},
        {"oneReading", Phrase::AidOneReading},
        {"danger", Phrase::AidDanger},
        {"dangerSure", Phrase::AidDangerSure},
        {"dangerSilent", Phrase::AidDangerSilent},
        {"dangerDecide", Phrase::AidDangerDecide},
        {"notNow", Phrase::AidNotNow},
        {"directNow", Phrase::AidDirectNow},
        {"direct", Phrase::AidDirect},
        {"unreached", Phrase::AidUnreached},
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
        {"deferred", Phrase::AidDeferred},
        {"own", Phrase::AidOwnWords},
        {"readings", Phrase::AidReadings},
        {"conflict", Phrase::AidConflict},
        {"short", Phrase::AidShort},
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
    static constexpr Filled kFilled[] = {
        {"unaskedElse", Phrase::AidUnaskedElse},
        {"notAsked", Phrase::AidNotAsked},
        {"dangerFirst", Phrase::AidDangerFirst},
        {"dangerAnswered", Phrase::AidDangerAnswered},
        {"dangerAlso", Phrase::AidDangerAlso},
        {"dangerEnds", Phrase::AidDangerEnds},
        {"because", Phrase::AidBecause},
        {"later", Phrase::AidLater},
        {"reading", Phrase::AidReading},
        {"changeOf", Phrase::AidChangeOf},
        {"statusQuestion", Phrase::AidStatusQuestion},
        {"statusResult", Phrase::AidStatusResult},
        // The number for advice, as the script knows it: by its place among the phones.
        {"hintOpen", Phrase::AidHintOpen, "{1}"},
        {"conflictNow", Phrase::AidConflictNow, "{1}"},
        {"conflictLater", Phrase::AidConflictLater, "{1}"},
        {"undetermined", Phrase::AidUndetermined, "{1}"},
        {"shortWhy", Phrase::AidShortWhy, "{1}"},
        {"readingsWhy", Phrase::AidReadingsWhy, "{1}"},
    };
    Json words = Json::object();
    for (const auto& [name, which] : kFrame) {
        words[name] = say(which);
    }
    for (const auto& [name, which, place] : kFilled) {
        words[name] = say(which, std::string(place));
    }
    words["dangerCall"] = say(Phrase::AidDangerCall, std::string("{0}"), std::string("{1}"));
    words["dangerTurned"] = say(Phrase::AidDangerTurned, std::string("{2}"), std::string("{1}"));
    data["words"] = std::move(words);
    data["phones"] = {say(Phrase::NationalEmergencyNumber), say(Phrase::NationalAdviceNumber)};
}

} // namespace meldc::emit
