#include "emit/publication/card_steps.h"

#include "diagnostics/phrases.h"
#include "diagnostics/sentence_parts.h"
#include "emit/publication/writer.h"

#include <algorithm>
#include <set>
#include <utility>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;

/// With what makes it less than certain.
std::string markedOnCard(const PageContext& context, std::string text, model::Origin origin) {
    // Which level a statement comes from changes nothing of what it asks.
    origin.level = 1;
    for (const std::string& mark : context.words.marks(origin)) {
        text += " [" + mark + "]";
    }
    return text;
}

/// An exception to something that is done and is no step, as to telling somebody.
bool isToDoing(const PageContext& context, const model::Exception& one) {
    for (std::uint32_t i = 0; i < context.protocol.steps.size(); ++i) {
        if (isStepExcepted(context.protocol, one, i)) {
            return false;
        }
    }
    return context.vocabulary[one.on].kind == model::ConceptKind::Action;
}

/// Whether whom somebody asks is asked on behalf of this step: by those who perform it, in some case only.
bool asksInCase(const PageContext& context, const model::Task& task, const model::Step& step) {
    return context.vocabulary[task.action].consults && task.modality == model::Modality::Must && task.condition &&
           std::any_of(step.performers.begin(), step.performers.end(), [&](const model::ActorStatement& one) {
               return one.actor.kind == syntax::PerformerKind::Named && one.actor.who == task.actor.who;
           });
}

std::string inCase(const PageContext& context, const model::Condition& condition, const std::string& who) {
    return condition.kind == model::ConditionKind::AnyDoubt
               ? say(Phrase::PubCardInDoubt, who)
               : say(Phrase::PubCardInCase, context.sentences.clause(condition), who);
}

/// Duties of a step that do not hold in some case. What is then not written down in a file stands where files are told.
std::vector<const model::Task*> dutiesUnless(const model::Protocol& protocol, std::uint32_t index) {
    std::vector<const model::Task*> duties;
    for (const model::Task& task : protocol.tasks) {
        if (isAtHome(task, model::HomeKind::Step, index) && task.modality == model::Modality::Must && task.condition &&
            task.in.empty() && model::holdsUnless(*task.condition)) {
            duties.push_back(&task);
        }
    }
    return duties;
}

/// Facts in which a step is not done as it says and for which something must be done at once, unless a step above it
/// has said so of them.
std::vector<model::FactId> firstUrgentAt(const model::Protocol& protocol, std::uint32_t index) {
    std::set<model::FactId> urgent;
    for (const model::Task* task : urgentDuties(protocol)) {
        const auto facts = model::factsOf(*task->condition);
        urgent.insert(facts.begin(), facts.end());
    }
    std::vector<model::FactId> first;
    for (std::uint32_t i = 0; i <= index; ++i) {
        for (const model::Task* task : dutiesUnless(protocol, i)) {
            for (const model::FactId fact : model::factsOf(*task->condition)) {
                if (urgent.erase(fact) > 0 && i == index) {
                    first.push_back(fact);
                }
            }
        }
    }
    return first;
}

/// "Als …", of all facts of which one is enough.
std::string whenAny(const PageContext& context, const std::vector<model::FactId>& facts) {
    model::Condition any;
    any.kind = model::ConditionKind::Or;
    for (const model::FactId fact : facts) {
        model::Condition one;
        one.fact = fact;
        any.operands.push_back(std::move(one));
    }
    const model::Condition single = any.operands.front();
    return context.sentences.clause(facts.size() == 1 ? single : any);
}

/// Names of the grounds, and the words of those that are open.
std::vector<std::string> groundsOf(const PageContext& context, const model::Exception& one) {
    std::vector<std::string> grounds;
    for (const model::ExceptionGround& ground : one.grounds) {
        for (const model::ConceptId name : ground.names) {
            grounds.push_back(context.vocabulary[name].label.nl);
        }
        if (ground.names.empty()) {
            grounds.push_back(diagnostics::dutch(diagnostics::SentencePart::Quoted, ground.openTerm));
        }
    }
    return grounds;
}

/// The step above this one at which another exception with the same grounds stands, closed or not as this one.
const model::Step* sameAbove(const PageContext& context, const model::Exception& one, std::uint32_t index) {
    const model::Protocol& protocol = context.protocol;
    for (std::uint32_t i = 0; i < index; ++i) {
        for (const model::Exception& other : protocol.exceptions) {
            if (isStepExcepted(protocol, other, i) && groundsOf(context, other) == groundsOf(context, one) &&
                other.closed.empty() == one.closed.empty()) {
                return &protocol.steps[i];
            }
        }
    }
    return nullptr;
}

} // namespace

std::string whoOnCard(const PageContext& context, const model::Step& step) {
    const Nouns& nouns = context.sentences.nouns();
    std::vector<std::string> performers;
    for (const model::ActorStatement& one : step.performers) {
        performers.push_back(nouns.label(one.actor));
    }
    std::vector<std::string> others;
    for (const auto* statements : {&step.participants, &step.consults}) {
        for (const model::Involvement& one : *statements) {
            if (one.modality == model::Modality::Must && !one.condition) {
                others.push_back(nouns.labels(one.who, one.oneOf));
            }
        }
    }
    std::string text = performers.empty() ? say(Phrase::PubNobody) : capital(listed(performers));
    if (!performers.empty() && !others.empty()) {
        text += ", " + say(Phrase::PubCardWith, listed(others));
    }
    return text;
}

std::vector<std::string> casesOnCard(const PageContext& context, std::uint32_t index) {
    const Nouns& nouns = context.sentences.nouns();
    const model::Step& step = context.protocol.steps[index];
    std::vector<std::string> cases;
    const auto add = [&](const model::Condition& condition, const std::string& who, const model::Origin& origin) {
        std::string text = markedOnCard(context, inCase(context, condition, who), origin);
        if (std::find(cases.begin(), cases.end(), text) == cases.end()) {
            cases.push_back(std::move(text));
        }
    };
    for (const auto* statements : {&step.participants, &step.consults}) {
        for (const model::Involvement& one : *statements) {
            if (one.modality == model::Modality::Must && one.condition) {
                add(*one.condition, nouns.labels(one.who, one.oneOf), one.origin);
            }
        }
    }
    for (const model::Task& task : context.protocol.tasks) {
        if (isAtHome(task, model::HomeKind::Step, index) && asksInCase(context, task, step)) {
            add(*task.condition, nouns.labels(task.objects, task.oneOfObjects), task.origin);
        }
    }
    return cases;
}

std::vector<std::string> directOnCard(const PageContext& context, std::uint32_t index) {
    std::vector<std::string> duties;
    for (const model::Task& task : context.protocol.tasks) {
        if (isAtHome(task, model::HomeKind::Step, index) && !task.condition && isAtOnce(task)) {
            duties.push_back(markedOnCard(context, context.sentences.of(task), task.origin));
        }
    }
    return duties;
}

std::vector<std::string> warningsOnCard(const PageContext& context, std::uint32_t index) {
    const model::Protocol& protocol = context.protocol;
    std::vector<std::string> duties;
    for (const model::Task* task : dutiesUnless(protocol, index)) {
        duties.push_back(markedOnCard(context, context.sentences.of(*task), task->origin));
    }
    std::vector<std::string> texts;
    const auto except = [&](std::uint32_t place) {
        const model::Exception& one = protocol.exceptions[place];
        const model::Step* same = sameAbove(context, one, index);
        const std::string grounds = same == nullptr ? listed(groundsOf(context, one), true) : say(Phrase::PubCardSame, same->id);
        const std::string title = one.label.empty() ? say(Phrase::PubExceptionTitle, context.sentences.exceptedBy(one))
                                                    : capital(one.label);
        texts.push_back(markedOnCard(context, say(Phrase::PubCardException, title, grounds), one.origin));
        if (!one.closed.empty() && same == nullptr) {
            texts.push_back(context.sentences.closed());
        }
        if (!one.later.empty()) {
            texts.push_back(context.sentences.later());
        }
        for (const model::Task& task : protocol.tasks) {
            if (isAtHome(task, model::HomeKind::Exception, place) && task.modality == model::Modality::Must) {
                texts.push_back(markedOnCard(context, context.sentences.of(task), task.origin));
            }
        }
    };
    for (std::uint32_t i = 0; i < protocol.exceptions.size(); ++i) {
        if (isStepExcepted(protocol, protocol.exceptions[i], index)) {
            except(i);
        }
    }
    if (texts.empty() && !duties.empty()) {
        texts = std::move(duties);
        bool isLifted = false;
        for (std::uint32_t i = 0; i < protocol.exceptions.size(); ++i) {
            if (isToDoing(context, protocol.exceptions[i])) {
                except(i);
                isLifted = true;
            }
        }
        const bool isSure = std::none_of(protocol.exceptions.begin(), protocol.exceptions.end(), [&](const model::Exception& one) {
            return context.vocabulary[one.on].kind == model::ConceptKind::Consequence;
        });
        if (isLifted && isSure) {
            texts.push_back(say(Phrase::PubCardGoesOn));
        }
    }
    const std::vector<model::FactId> first = firstUrgentAt(protocol, index);
    if (!texts.empty() && !first.empty()) {
        texts.push_back(say(Phrase::PubCardFirst, whenAny(context, first), say(Phrase::PubNowOther)));
    }
    return texts;
}

} // namespace meldc::emit
