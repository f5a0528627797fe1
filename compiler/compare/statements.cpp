#include "compare/statements.h"

#include <algorithm>
#include <limits>
#include <set>

namespace meldc::compare {

namespace {

/// The entries of one kind in both versions, and which of them are the same thing.
class Matching {
public:
    Matching(const std::vector<Entry>& before, const std::vector<Entry>& after)
        : before_(before), after_(after), partnerOfOld_(before.size(), kNone), partnerOfNew_(after.size(), kNone) {
        pair([](const Entry& a, const Entry& b) { return a.key == b.key && contentOf(a) == contentOf(b); });
        pair([](const Entry& a, const Entry& b) { return a.key == b.key; });
        pairDuties();
    }

    static constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

    [[nodiscard]] std::size_t oldOf(std::size_t entry) const { return partnerOfNew_[entry]; }
    [[nodiscard]] bool isGone(std::size_t entry) const { return partnerOfOld_[entry] == kNone; }

private:
    /// All that an entry says, whatever the order in which it says it.
    static std::string contentOf(const Entry& entry) {
        std::string text;
        for (const auto& [aspect, parts] : entry.aspects) {
            text += std::to_string(static_cast<int>(aspect)) + "=" + listed(parts).key + ";";
        }
        return text;
    }

    void join(std::size_t a, std::size_t b) {
        partnerOfOld_[a] = b;
        partnerOfNew_[b] = a;
    }

    template <class Same>
    void pair(const Same& isSame) {
        for (std::size_t b = 0; b < after_.size(); ++b) {
            for (std::size_t a = 0; a < before_.size() && partnerOfNew_[b] == kNone; ++a) {
                const bool isFree = partnerOfOld_[a] == kNone && before_[a].thing == after_[b].thing;
                if (isFree && isSame(before_[a], after_[b])) {
                    join(a, b);
                }
            }
        }
    }

    /// How much two duties are alike; 0: not the same duty. What is done must be the same, or be done
    /// with something that both name.
    static int likeness(const Entry& a, const Entry& b) {
        const auto isSame = [&](Aspect aspect) { return a.keyOf(aspect) == b.keyOf(aspect); };
        const bool isSameDeed = isSame(Aspect::Deed);
        if (!isSameDeed && !sharesObject(a, b)) {
            return 0;
        }
        int points = isSameDeed ? 8 : 1;
        points += isSame(Aspect::Performer) ? 4 : 0;
        points += isSame(Aspect::Place) ? 3 : 0;
        for (const Aspect each : {Aspect::With, Aspect::To, Aspect::In, Aspect::About, Aspect::Modality,
                                  Aspect::Condition, Aspect::Certainty}) {
            points += isSame(each) ? 1 : 0;
        }
        // Another object, another place and another performer make another duty.
        return points >= 10 ? points : 0;
    }

    /// Whether the same is done with objects of which one is the same. A deed is "action: [a][b]".
    static bool sharesObject(const Entry& a, const Entry& b) {
        const auto partsOf = [](const Entry& entry) {
            const std::string deed = entry.keyOf(Aspect::Deed);
            std::set<std::string> parts;
            const auto begin = std::min(deed.find(": "), deed.size());
            parts.insert("action " + deed.substr(0, begin));
            for (std::size_t at = begin; at < deed.size();) {
                const auto next = std::min(deed.find('[', at + 1), deed.size());
                parts.insert(deed.substr(at, next - at));
                at = next;
            }
            return parts;
        };
        const auto first = partsOf(a);
        const auto second = partsOf(b);
        std::vector<std::string> both;
        std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(both));
        const auto isAction = [](const std::string& part) { return part.starts_with("action "); };
        return both.size() > 1 && std::any_of(both.begin(), both.end(), isAction);
    }

    /// The most alike first; of equally alike ones the first in the text.
    void pairDuties() {
        struct LikeDuties {
            int points;
            std::size_t a;
            std::size_t b;
        };
        std::vector<LikeDuties> candidates;
        for (std::size_t a = 0; a < before_.size(); ++a) {
            for (std::size_t b = 0; b < after_.size(); ++b) {
                const bool isFree = partnerOfOld_[a] == kNone && partnerOfNew_[b] == kNone;
                if (isFree && before_[a].thing == Thing::Duty && after_[b].thing == Thing::Duty) {
                    if (const int points = likeness(before_[a], after_[b]); points > 0) {
                        candidates.push_back({points, a, b});
                    }
                }
            }
        }
        std::stable_sort(candidates.begin(), candidates.end(),
                         [](const LikeDuties& x, const LikeDuties& y) { return x.points > y.points; });
        for (const LikeDuties& each : candidates) {
            if (partnerOfOld_[each.a] == kNone && partnerOfNew_[each.b] == kNone) {
                join(each.a, each.b);
            }
        }
    }

    const std::vector<Entry>& before_;
    const std::vector<Entry>& after_;
    std::vector<std::size_t> partnerOfOld_;
    std::vector<std::size_t> partnerOfNew_;
};

/// The parts of `from` that `other` lacks; equal parts are counted.
std::vector<Localized> lacking(const std::vector<Said>& from, const std::vector<Said>& other) {
    std::multiset<std::string> there;
    for (const Said& part : other) {
        there.insert(part.key);
    }
    std::vector<Localized> result;
    for (const Said& part : from) {
        if (const auto at = there.find(part.key); at != there.end()) {
            there.erase(at);
        } else {
            result.push_back(part.text);
        }
    }
    return result;
}

const std::vector<Said>& partsOf(const Entry& entry, Aspect aspect) {
    static const std::vector<Said> kNothing;
    const auto at = entry.aspects.find(aspect);
    return at == entry.aspects.end() ? kNothing : at->second;
}

std::vector<AspectChange> aspectChanges(const Entry& before, const Entry& after) {
    std::set<Aspect> aspects;
    for (const Entry* entry : {&before, &after}) {
        for (const auto& each : entry->aspects) {
            aspects.insert(each.first);
        }
    }
    std::vector<AspectChange> result;
    for (const Aspect aspect : aspects) {
        AspectChange change{aspect, lacking(partsOf(before, aspect), partsOf(after, aspect)),
                            lacking(partsOf(after, aspect), partsOf(before, aspect))};
        if (!change.before.empty() || !change.after.empty()) {
            result.push_back(std::move(change));
        }
    }
    return result;
}

/// What is already said by the title of a thing that came or went.
bool isInTitle(const Entry& entry, Aspect aspect) {
    return aspect == Aspect::Label || (entry.thing == Thing::Duty &&
                                       (aspect == Aspect::Performer || aspect == Aspect::Modality ||
                                        aspect == Aspect::Deed || aspect == Aspect::Place));
}

class Comparer {
public:
    Comparer(const std::vector<Entry>& before, const std::vector<Entry>& after) : before_(before), after_(after) {}

    std::vector<StatementChange> run() {
        const Matching matching(before_, after_);
        for (std::size_t index = 0; index < after_.size(); ++index) {
            const std::size_t old = matching.oldOf(index);
            if (old == Matching::kNone) {
                comeOrGone(after_[index], ChangeKind::Appeared);
            } else {
                changed(before_[old], after_[index]);
            }
        }
        for (std::size_t index = 0; index < before_.size(); ++index) {
            if (matching.isGone(index)) {
                comeOrGone(before_[index], ChangeKind::Vanished);
            }
        }
        std::stable_sort(changes_.begin(), changes_.end(),
                         [](const auto& a, const auto& b) { return a.thing < b.thing; });
        return std::move(changes_);
    }

private:
    void comeOrGone(const Entry& entry, ChangeKind kind) {
        StatementChange& change = changes_.emplace_back();
        change.kind = kind;
        change.thing = entry.thing;
        change.title = entry.title;
        const bool isNew = kind == ChangeKind::Appeared;
        (isNew ? change.after : change.before) = entry.origin;
        (isNew ? change.taskAfter : change.taskBefore) = entry.task;
        for (const auto& [aspect, parts] : entry.aspects) {
            if (aspect == Aspect::Place && entry.thing == Thing::Duty) {
                change.place = parts.front().text;
            }
            if (!isInTitle(entry, aspect)) {
                AspectChange& part = change.aspects.emplace_back(AspectChange{aspect, {}, {}});
                for (const Said& each : parts) {
                    (isNew ? part.after : part.before).push_back(each.text);
                }
            }
        }
    }

    void changed(const Entry& before, const Entry& after) {
        std::vector<AspectChange> aspects = aspectChanges(before, after);
        // A title may hold names that are new: then the thing itself is called something else.
        const bool isRenamed = isNamed(after.thing) && nameOf(before) != nameOf(after);
        if (aspects.empty() && !isRenamed) {
            return;
        }
        StatementChange& change = changes_.emplace_back();
        change.thing = after.thing;
        change.title = after.title;
        change.before = before.origin;
        change.after = after.origin;
        change.taskBefore = before.task;
        change.taskAfter = after.task;
        change.bearsMeaning = std::any_of(aspects.begin(), aspects.end(),
                                          [](const AspectChange& each) { return meldc::compare::bearsMeaning(each.aspect); });
        if (isRenamed) {
            change.formerTitle = before.title;
            change.kind = change.bearsMeaning ? ChangeKind::Changed : ChangeKind::Renamed;
        }
        if (const auto place = after.aspects.find(Aspect::Place);
            after.thing == Thing::Duty && place != after.aspects.end() && before.keyOf(Aspect::Place) == after.keyOf(Aspect::Place)) {
            change.place = place->second.front().text;
        }
        change.aspects = std::move(aspects);
    }

    static bool isNamed(Thing thing) {
        return thing == Thing::Role || thing == Thing::System || thing == Thing::Step || thing == Thing::Question;
    }
    static const std::string& nameOf(const Entry& entry) { return entry.title.nl; }

    const std::vector<Entry>& before_;
    const std::vector<Entry>& after_;
    std::vector<StatementChange> changes_;
};

} // namespace

std::vector<StatementChange> statementChanges(const model::Vocabulary& oldVocabulary, const model::Protocol& before,
                                              const model::Vocabulary& newVocabulary, const model::Protocol& after) {
    const Renames renames = renamesBetween(oldVocabulary, before, newVocabulary, after);
    const Renames none;
    const std::vector<Entry> old = entriesOf(Sayer(oldVocabulary, before, renames));
    const std::vector<Entry> renewed = entriesOf(Sayer(newVocabulary, after, none));
    return Comparer(old, renewed).run();
}

} // namespace meldc::compare
