#include "diagnostics/phrases.h"
#include "emit/publication/writer.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;

/// Whether something is done, or not, before a day is over.
bool isSoon(const model::Task& task) {
    return task.timing && (task.timing->kind == syntax::TimingKind::Directly || task.timing->kind == syntax::TimingKind::Hours);
}

/// What must hold together.
std::map<std::string, const model::Condition*> partsOf(const model::Task& task) {
    std::map<std::string, const model::Condition*> parts;
    std::vector<const model::Condition*> left;
    if (task.condition) {
        left.push_back(&*task.condition);
    }
    while (!left.empty()) {
        const model::Condition& part = *left.back();
        left.pop_back();
        if (part.kind == model::ConditionKind::And) {
            for (const model::Condition& operand : part.operands) {
                left.push_back(&operand);
            }
        } else {
            parts.emplace(model::normalText(part), &part);
        }
    }
    return parts;
}

/// The reading of one and the same sentence under which each of two duties stands; null: they do not.
const model::Guard* rivalReading(const model::Task& one, const model::Task& other) {
    const auto& mine = one.origin.guards;
    const auto& others = other.origin.guards;
    const bool isRival = mine.size() == 1 && others.size() == 1 && mine.front().ambiguity == others.front().ambiguity &&
                         mine.front().reading != others.front().reading;
    return isRival ? &others.front() : nullptr;
}

/// What a duty says apart from its condition.
std::string unconditional(const Sentences& sentences, const model::Task& task) {
    model::Task bare = task;
    bare.condition.reset();
    return sentences.of(bare);
}

/// The duties in their order, but those that say the same under other conditions behind one another.
std::vector<std::size_t> besideOneAnother(const Sentences& sentences, const std::vector<const model::Task*>& tasks) {
    std::vector<std::string> texts;
    for (const model::Task* task : tasks) {
        texts.push_back(unconditional(sentences, *task));
    }
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        if (std::find(texts.begin(), texts.begin() + static_cast<std::ptrdiff_t>(i), texts[i]) !=
            texts.begin() + static_cast<std::ptrdiff_t>(i)) {
            continue;
        }
        for (std::size_t j = i; j < tasks.size(); ++j) {
            if (texts[j] == texts[i]) {
                order.push_back(j);
            }
        }
    }
    return order;
}

/// What `narrow` asks more than `wide`; nothing when it does not ask all that `wide` does.
std::optional<model::Condition> narrowing(const model::Task& wide, const model::Task& narrow) {
    const auto few = partsOf(wide);
    const auto many = partsOf(narrow);
    model::Condition more;
    more.kind = model::ConditionKind::And;
    for (const auto& [text, part] : many) {
        if (!few.contains(text)) {
            more.operands.push_back(*part);
        }
    }
    const bool isWhole = more.operands.size() + few.size() == many.size();
    return isWhole && !more.operands.empty() ? std::optional(std::move(more)) : std::nullopt;
}

/// Whether all of `some` is among `all`.
bool areIn(const std::vector<model::Ref>& some, const std::vector<model::Ref>& all) {
    return std::all_of(some.begin(), some.end(),
                       [&](const model::Ref& one) { return std::find(all.begin(), all.end(), one) != all.end(); });
}

/// Whether a duty is one of this case only, of no reading or draft, and settled.
bool isPlain(const model::Task& task) {
    return !task.condition && task.openTerms.empty() && task.origin.guards.empty() && !task.origin.draft &&
           !task.origin.variant && !task.oneOfObjects && !task.oneOfWith && !task.oneOfTo;
}

/// Whether another duty of this place asks all that this one does, apart from when, of the same people or more.
bool asksAllOf(const model::Task& other, const model::Task& task) {
    return other.modality == task.modality && isAtHome(other, task.home.kind, task.home.index) && other.action == task.action &&
           other.actor.kind == task.actor.kind && other.actor.openTerm == task.actor.openTerm &&
           areIn(task.actor.who, other.actor.who) && areIn(task.objects, other.objects) && areIn(task.with, other.with) &&
           areIn(task.to, other.to) && areIn(task.in, other.in) && task.about == other.about;
}

/// Whether another duty asks the same of the same people whatever the case.
bool isAskedAnyway(const model::Protocol& protocol, const model::Task& task) {
    return task.condition && task.modality == model::Modality::Must &&
           std::any_of(protocol.tasks.begin(), protocol.tasks.end(),
                       [&](const model::Task& other) { return isPlain(other) && asksAllOf(other, task); });
}

/// A condition in two: what can be known, and what stands in words of the text or is somebody's choice.
struct SplitCondition {
    model::Condition known;
    std::optional<model::Condition> rest;
};

SplitCondition splitOf(const model::Condition& condition) {
    SplitCondition split{condition, {}};
    if (condition.kind != model::ConditionKind::And) {
        return split;
    }
    const auto isKnown = [](const model::Condition& part) {
        return !model::factsOf(part).empty() && model::openTermsOf(part).empty();
    };
    std::vector<model::Condition> rest;
    std::copy_if(condition.operands.begin(), condition.operands.end(), std::back_inserter(rest), std::not_fn(isKnown));
    std::erase_if(split.known.operands, std::not_fn(isKnown));
    if (split.known.operands.empty()) {
        return {condition, {}};
    }
    if (split.known.operands.size() == 1) {
        model::Condition alone = split.known.operands.front();
        split.known = std::move(alone);
    }
    if (rest.size() == 1) {
        split.rest = std::move(rest.front());
    } else if (!rest.empty()) {
        split.rest = condition;
        split.rest->operands = std::move(rest);
    }
    return split;
}

/// A reading as "a", "b" and so on.
std::string letterOf(std::uint32_t reading) {
    return std::string(1, static_cast<char>('a' + reading % ('z' - 'a' + 1)));
}

/// In which reading of its sentence a duty is one of which cases; empty: there are no such readings.
std::string readingsOf(const model::Protocol& protocol, const Sentences& sentences, const model::Task& task,
                       const std::vector<const model::Task*>& tasks) {
    std::map<std::uint32_t, std::string> lines;
    const model::Guard* own = nullptr;
    for (const model::Task* other : tasks) {
        const model::Guard* reading = rivalReading(task, *other);
        const auto more = reading == nullptr ? std::nullopt : narrowing(task, *other);
        if (more && unconditional(sentences, task) == unconditional(sentences, *other)) {
            own = &task.origin.guards.front();
            lines[reading->reading] = say(Phrase::PubReadingOnly, letterOf(reading->reading),
                                          protocol.ambiguities[reading->ambiguity].readings[reading->reading],
                                          sentences.clause(*more));
        }
    }
    if (own == nullptr) {
        return {};
    }
    lines[own->reading] = say(Phrase::PubReadingAlways, letterOf(own->reading),
                              protocol.ambiguities[own->ambiguity].readings[own->reading]);
    std::string text;
    for (const auto& [reading, line] : lines) {
        text += (text.empty() ? "" : "; ") + line;
    }
    return text;
}

/// For each duty whether the wider of two readings carries it.
std::vector<bool> toldByWider(const Sentences& sentences, const std::vector<const model::Task*>& tasks) {
    std::vector<bool> isTold(tasks.size(), false);
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        for (std::size_t j = 0; j < tasks.size() && !isTold[i]; ++j) {
            isTold[i] = rivalReading(*tasks[i], *tasks[j]) != nullptr && narrowing(*tasks[j], *tasks[i]) &&
                        unconditional(sentences, *tasks[i]) == unconditional(sentences, *tasks[j]);
        }
    }
    return isTold;
}

} // namespace

std::vector<PublishedStatement> dutiesOnce(const model::Protocol& protocol, const Sentences& sentences,
                                           const std::vector<const model::Task*>& tasks) {
    std::vector<PublishedStatement> list;
    const std::vector<bool> isTold = toldByWider(sentences, tasks);
    for (const std::size_t i : besideOneAnother(sentences, tasks)) {
        const model::Task& task = *tasks[i];
        if (isTold[i]) {
            continue;
        }
        PublishedStatement statement(sentences.of(task), &task.origin);
        for (const model::Task* other : tasks) {
            const model::Guard* reading = rivalReading(task, *other);
            const auto more = reading == nullptr ? std::nullopt : narrowing(task, *other);
            if (more && unconditional(sentences, task) == unconditional(sentences, *other)) {
                statement.notes.push_back(say(Phrase::PubOnlyInReading,
                                              protocol.ambiguities[reading->ambiguity].readings[reading->reading],
                                              sentences.clause(*more)));
            }
        }
        if (isAskedAnyway(protocol, task)) {
            statement.notes.push_back(say(Phrase::PubMarkUnconditional));
        }
        list.push_back(std::move(statement));
    }
    return list;
}

bool isAtHome(const model::Task& task, model::HomeKind home, std::uint32_t index) {
    return task.home.kind == home && (home == model::HomeKind::Unit || task.home.index == index);
}

std::vector<const model::Task*> opposedDuties(const model::Protocol& protocol, const Sentences& sentences,
                                              model::HomeKind home, std::uint32_t index,
                                              const std::function<bool(const model::Task&)>& isMeant) {
    // Each thing that is said here, with all duties that say it.
    std::vector<std::pair<std::string, std::vector<const model::Task*>>> said;
    for (const model::Task& task : protocol.tasks) {
        if (!isAtHome(task, home, index) || (isMeant && !isMeant(task))) {
            continue;
        }
        model::Task plain = task;
        plain.modality = model::Modality::Must;
        std::string text = sentences.of(plain);
        auto known = std::find_if(said.begin(), said.end(), [&](const auto& each) { return each.first == text; });
        if (known == said.end()) {
            known = said.insert(said.end(), {std::move(text), {}});
        }
        known->second.push_back(&task);
    }
    std::vector<const model::Task*> opposed;
    for (const auto& each : said) {
        const std::vector<const model::Task*>& tasks = each.second;
        const bool isOne = std::all_of(tasks.begin(), tasks.end(),
                                       [&](const model::Task* one) { return one->modality == tasks.front()->modality; });
        if (!isOne) {
            opposed.insert(opposed.end(), tasks.begin(), tasks.end());
        }
    }
    return opposed;
}

bool isAtOnce(const model::Task& task) {
    return task.modality == model::Modality::Must && isSoon(task);
}

std::vector<const model::Task*> urgentDuties(const model::Protocol& protocol) {
    const auto isOutside = [](const model::Task& task) {
        return task.home.kind != model::HomeKind::Route && task.modality != model::Modality::May && task.condition &&
               !model::factsOf(*task.condition).empty();
    };
    std::vector<std::vector<model::FactId>> cases;
    for (const model::Task& task : protocol.tasks) {
        if (isOutside(task) && isSoon(task)) {
            cases.push_back(model::factsOf(*task.condition));
        }
    }
    std::vector<const model::Task*> duties;
    for (const model::Task& task : protocol.tasks) {
        // What is done unless it is so is no part of the case in which it is so.
        if (isOutside(task) && (isSoon(task) || !model::holdsUnless(*task.condition)) &&
            std::find(cases.begin(), cases.end(), model::factsOf(*task.condition)) != cases.end()) {
            duties.push_back(&task);
        }
    }
    return duties;
}

bool isSaidWider(const model::Protocol& protocol, const model::Task& task) {
    return isPlain(task) && std::any_of(protocol.tasks.begin(), protocol.tasks.end(), [&](const model::Task& other) {
               // Of two that say the same, the first stays.
               return &other != &task && isPlain(other) && asksAllOf(other, task) && (!asksAllOf(task, other) || &other < &task) &&
                      !task.timing && !other.timing && other.beforeStep == task.beforeStep && other.afterStep == task.afterStep &&
                      other.returnTo == task.returnTo && !task.actor.otherwise && !other.actor.otherwise;
           });
}

std::vector<UrgentCase> urgentCases(const model::Protocol& protocol, const Sentences& sentences,
                                    const std::vector<const model::Task*>& tasks) {
    std::vector<UrgentCase> cases;
    const std::vector<bool> isTold = toldByWider(sentences, tasks);
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        const model::Task& task = *tasks[i];
        if (isTold[i] || !task.condition) {
            continue;
        }
        const SplitCondition split = splitOf(*task.condition);
        const std::string when = say(Phrase::PubInCase, sentences.clause(split.known));
        const std::string readings = readingsOf(protocol, sentences, task, tasks);
        auto known = std::find_if(cases.begin(), cases.end(),
                                  [&](const UrgentCase& each) { return each.when == when && each.readings == readings; });
        if (known == cases.end()) {
            known = cases.insert(cases.end(), UrgentCase{when, readings, {}, {}});
        }
        model::Task bare = task;
        bare.condition = split.rest;
        PublishedStatement statement(sentences.of(bare), &task.origin);
        statement.areReadingsTold = !readings.empty();
        if (isAskedAnyway(protocol, task)) {
            statement.notes.push_back(say(Phrase::PubMarkUnconditional));
        }
        known->duties.push_back(std::move(statement));
        known->tasks.push_back(&task);
    }
    return cases;
}

} // namespace meldc::emit
