#include <algorithm>
#include <set>

#include "compare/entries.h"

namespace meldc::compare {

namespace {

using Names = std::map<std::string, std::string>;

/// A thing that may be called something else, with what it is alike in.
struct Candidate {
    std::string name;
    std::string label;
    /// Must be the same in both.
    std::string nature;
    /// What is done with it, in words in which it has no name itself.
    std::multiset<std::string> uses;
};

std::size_t shared(const std::multiset<std::string>& a, const std::multiset<std::string>& b) {
    std::size_t count = 0;
    for (auto at = a.begin(); at != a.end(); at = a.upper_bound(*at)) {
        count += std::min(a.count(*at), b.count(*at));
    }
    return count;
}

/// Pairs what is gone with what came: the most alike first.
void pairUp(std::vector<Candidate> gone, std::vector<Candidate> come, Names& names) {
    const auto score = [&](const Candidate& a, const Candidate& b) -> std::size_t {
        if (a.nature != b.nature) {
            return 0;
        }
        const bool isSameLabel = !a.label.empty() && a.label == b.label;
        const std::size_t uses = shared(a.uses, b.uses);
        // A thing of which nothing is said but its nature is the same as the only other such one.
        const bool isOnlyOne = gone.size() == 1 && come.size() == 1 && !a.nature.empty() && a.uses.empty() &&
                               b.uses.empty();
        // Most of what it is used for must stay.
        const bool isUsedAlike = uses > 0 && 2 * uses >= std::max(a.uses.size(), b.uses.size());
        return (isSameLabel ? 1000U : 0U) + (isUsedAlike ? 1 + uses : 0U) + (isOnlyOne ? 1U : 0U);
    };
    while (!gone.empty() && !come.empty()) {
        std::size_t best = 0;
        std::size_t bestGone = 0;
        std::size_t bestCome = 0;
        for (std::size_t a = 0; a < gone.size(); ++a) {
            for (std::size_t b = 0; b < come.size(); ++b) {
                if (const std::size_t points = score(gone[a], come[b]); points > best) {
                    best = points;
                    bestGone = a;
                    bestCome = b;
                }
            }
        }
        if (best == 0) {
            return;
        }
        names[gone[bestGone].name] = come[bestCome].name;
        gone.erase(gone.begin() + static_cast<std::ptrdiff_t>(bestGone));
        come.erase(come.begin() + static_cast<std::ptrdiff_t>(bestCome));
    }
}

/// Takes out of both what has a name of its own in both.
void dropCommon(std::vector<Candidate>& a, std::vector<Candidate>& b) {
    std::set<std::string> common;
    for (const Candidate& one : a) {
        for (const Candidate& other : b) {
            if (one.name == other.name) {
                common.insert(one.name);
            }
        }
    }
    const auto isCommon = [&](const Candidate& one) { return common.contains(one.name); };
    std::erase_if(a, isCommon);
    std::erase_if(b, isCommon);
}

/// What is numbered is known by its label when that is found once in either text, so that a step put
/// in between does not make others of all steps behind it.
void pairByLabel(std::vector<Candidate>& before, std::vector<Candidate>& after, Names& names) {
    const auto countOf = [](const std::vector<Candidate>& all, const std::string& label) {
        return std::count_if(all.begin(), all.end(), [&](const Candidate& one) { return one.label == label; });
    };
    std::set<std::string> oldNames;
    std::set<std::string> newNames;
    for (const Candidate& one : before) {
        for (const Candidate& other : after) {
            const bool isSame = !one.label.empty() && one.label == other.label;
            if (isSame && countOf(before, one.label) == 1 && countOf(after, one.label) == 1) {
                if (one.name != other.name) {
                    names[one.name] = other.name;
                }
                oldNames.insert(one.name);
                newNames.insert(other.name);
            }
        }
    }
    std::erase_if(before, [&](const Candidate& one) { return oldNames.contains(one.name); });
    std::erase_if(after, [&](const Candidate& one) { return newNames.contains(one.name); });
}

/// What is gone keeps no name that something else has now.
void keepApart(const std::vector<Candidate>& gone, Names& names) {
    std::set<std::string> taken;
    for (const auto& [old, renewed] : names) {
        taken.insert(renewed);
    }
    for (const Candidate& one : gone) {
        if (!names.contains(one.name) && taken.contains(one.name)) {
            names[one.name] = one.name + "~";
        }
    }
}

class Collector {
public:
    Collector(const model::Vocabulary& vocabulary, const model::Protocol& protocol)
        : protocol_(protocol), say_(vocabulary, protocol, none_) {}

    std::vector<Candidate> roles() const {
        std::vector<Candidate> result;
        for (std::uint32_t index = 0; index < protocol_.roles.size(); ++index) {
            const model::RoleDecl& role = protocol_.roles[index];
            if (role.name.empty()) continue;
            Candidate one{role.name, role.label, say_.concepts(role.kinds).key, {}};
            const model::Ref self{model::Ref::Kind::Role, index};
            for (const model::Task& task : protocol_.tasks) {
                if (isIn(task.actor.who, self)) one.uses.insert(useOf(task));
                if (isIn(task.objects, self) || isIn(task.with, self) || isIn(task.to, self)) {
                    one.uses.insert("object of " + say_.concept_(task.action).key);
                }
            }
            for (const model::Step& step : protocol_.steps) {
                for (const model::ActorStatement& each : step.performers) {
                    if (isIn(each.actor.who, self)) one.uses.insert("performs " + step.id);
                }
                for (const model::Involvement& each : step.consults) {
                    if (isIn(each.who, self)) one.uses.insert("asked in " + step.id);
                }
            }
            for (const model::Decision& decision : protocol_.decisions) {
                for (const model::ActorStatement& each : decision.owners) {
                    if (isIn(each.actor.who, self)) one.uses.insert("answers for " + say_.concepts(decision.about).key);
                }
            }
            result.push_back(std::move(one));
        }
        return result;
    }

    std::vector<Candidate> systems() const {
        std::vector<Candidate> result;
        for (std::uint32_t index = 0; index < protocol_.systems.size(); ++index) {
            const model::SystemDecl& system = protocol_.systems[index];
            if (system.name.empty()) continue;
            Candidate one{system.name, system.label, "", {}};
            for (const model::Task& task : protocol_.tasks) {
                if (isIn(task.in, {model::Ref::Kind::System, index})) one.uses.insert(useOf(task));
            }
            result.push_back(std::move(one));
        }
        return result;
    }

    std::vector<Candidate> steps() const {
        std::vector<Candidate> result;
        for (const model::Step& step : protocol_.steps) {
            if (step.id.empty()) continue;
            Candidate one{step.id, step.label, "", {}};
            for (const model::NamesStatement& each : step.functions) one.uses.insert(say_.concepts(each.names).key);
            result.push_back(std::move(one));
        }
        return result;
    }

    std::vector<Candidate> questions() const {
        std::vector<Candidate> result;
        for (const model::Question& question : protocol_.questions) {
            if (question.id.empty()) continue;
            Candidate one{question.id, question.label, "", {}};
            for (const auto& each : question.yesWhen) one.uses.insert(say_.condition(each.condition).key);
            result.push_back(std::move(one));
        }
        return result;
    }

private:
    static bool isIn(const std::vector<model::Ref>& refs, const model::Ref& self) {
        return std::find(refs.begin(), refs.end(), self) != refs.end();
    }
    std::string useOf(const model::Task& task) const {
        return say_.modality(task.modality).key + " " + say_.concept_(task.action).key + " " +
               std::to_string(task.objects.size());
    }

    const model::Protocol& protocol_;
    const Renames none_;
    const Sayer say_;
};

} // namespace

Renames renamesBetween(const model::Vocabulary& oldVocabulary, const model::Protocol& before,
                       const model::Vocabulary& newVocabulary, const model::Protocol& after) {
    const Collector old(oldVocabulary, before);
    const Collector renewed(newVocabulary, after);
    Renames result;
    const auto pairNamed = [](std::vector<Candidate> gone, std::vector<Candidate> come, Names& names) {
        dropCommon(gone, come);
        pairUp(std::move(gone), std::move(come), names);
    };
    const auto pairNumbered = [](std::vector<Candidate> gone, std::vector<Candidate> come, Names& names) {
        pairByLabel(gone, come, names);
        dropCommon(gone, come);
        const std::vector<Candidate> left = gone;
        pairUp(std::move(gone), std::move(come), names);
        keepApart(left, names);
    };
    pairNamed(old.roles(), renewed.roles(), result.roles);
    pairNamed(old.systems(), renewed.systems(), result.systems);
    pairNumbered(old.steps(), renewed.steps(), result.steps);
    pairNumbered(old.questions(), renewed.questions(), result.questions);
    return result;
}

} // namespace meldc::compare
