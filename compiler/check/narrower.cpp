#include "check/narrower.h"

#include <algorithm>
#include <map>
#include <set>

#include "check/naming.h"
#include "diagnostics/phrases.h"
#include "diagnostics/wording.h"
#include "logic/matter.h"

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::phrase;
using diagnostics::Phrase;
using logic::Relation;
using model::Condition;

namespace {

/// Most pairs of statements that are compared in one world. Real codes have a few hundred.
constexpr std::size_t kMaxNarrowerPairs = 100'000;
/// Most duties that are left out of the decision, one by one, to see whether they matter.
constexpr std::size_t kMaxOutcomes = 64;

/// A promise with its meldnorm.
struct Promised {
    const model::Meldnorm* meldnorm = nullptr;
    const model::Promise* promise = nullptr;
};

bool promisesAll(const model::Promise& narrow, const model::Promise& wide) {
    return narrow.modality == wide.modality &&
           std::all_of(narrow.consequences.begin(), narrow.consequences.end(), [&](auto id) {
               return std::find(wide.consequences.begin(), wide.consequences.end(), id) !=
                      wide.consequences.end();
           });
}

/// Whether two promises are about the same consequences.
bool promiseAlike(const Promised& a, const Promised& b) {
    return promisesAll(*a.promise, *b.promise) && promisesAll(*b.promise, *a.promise);
}

/// One of the conditions.
Condition anyOf(std::vector<Condition> conditions) {
    if (conditions.size() == 1) {
        return std::move(conditions.front());
    }
    Condition result;
    result.kind = model::ConditionKind::Or;
    result.operands = std::move(conditions);
    return result;
}

bool isSameTiming(const std::optional<syntax::Timing>& a, const std::optional<syntax::Timing>& b) {
    return a.has_value() == b.has_value() && (!a || (a->kind == b->kind && a->amount == b->amount));
}

bool isSameActor(const model::Actor& a, const model::Actor& b) {
    return a.kind == b.kind && a.who == b.who && a.joint == b.joint && a.otherwise == b.otherwise &&
           a.openTerm == b.openTerm;
}

/// Whether two duties are the same but for their condition, and stand in the same place.
bool isSameDuty(const model::Task& a, const model::Task& b) {
    return a.home.kind == b.home.kind && a.home.index == b.home.index && a.home.step == b.home.step &&
           isSameActor(a.actor, b.actor) && a.modality == b.modality &&
           isSameTiming(a.timing, b.timing) && a.action == b.action && a.objects == b.objects &&
           a.in == b.in && a.with == b.with && a.to == b.to && a.about == b.about &&
           a.oneOfObjects == b.oneOfObjects && a.oneOfWith == b.oneOfWith && a.oneOfTo == b.oneOfTo &&
           a.behalf == b.behalf && a.behalfOfOrganisation == b.behalfOfOrganisation &&
           a.beforeStep == b.beforeStep && a.afterStep == b.afterStep &&
           a.returnTo == b.returnTo && a.openTerms == b.openTerms;
}

class Narrower {
public:
    Narrower(const DecisionOfWorld& here, FindingsHere& findings)
        : here_(here), findings_(findings) {}

    void run() {
        comparePromises();
        compareDuties();
    }

private:
    bool mayCompare() { return pairs_++ < kMaxNarrowerPairs; }

    void addsNothing(const support::Localized& thing, const model::Origin& narrow,
                     const model::Origin& wide) {
        Finding finding{make<Diag::AddsNothing>(narrow.span, thing)};
        finding.diagnostic.note<Diag::SaidHereToo>(wide.span);
        finding.evidence = {narrow, wide};
        findings_.push_back(std::move(finding));
    }

    void comparePromises() {
        std::vector<Promised> all;
        for (const auto& meldnorm : here_.world.meldnormen) {
            for (const auto& promise : meldnorm.promises) {
                all.push_back({&meldnorm, &promise});
            }
        }
        for (std::size_t one = 0; one < all.size(); ++one) {
            const auto isOfEarlierList = std::any_of(
                all.begin(), all.begin() + static_cast<std::ptrdiff_t>(one), [&](const auto& each) {
                    return each.meldnorm == all[one].meldnorm && promiseAlike(each, all[one]);
                });
            if (!isOfEarlierList) {
                compareList(all, all[one]);
            }
        }
        for (std::size_t one = 0; one < all.size(); ++one) {
            for (std::size_t other = 0; other < all.size(); ++other) {
                if (one != other && isRepeated(all[one], all[other], one > other)) {
                    addsNothing(phrase(Phrase::ThingPromise, all[one].meldnorm->id),
                                all[one].promise->origin, all[other].promise->origin);
                    break;
                }
            }
        }
    }

    /// Whether another promise says it already: one of the same meldnorm for more cases, or any for
    /// the same cases. Of two that say the same, only the later one is too much.
    bool isRepeated(const Promised& narrow, const Promised& wide, bool isLater) {
        if (!promisesAll(*narrow.promise, *wide.promise) || !mayCompare()) {
            return false;
        }
        const auto relation =
            here_.analysis.compare(narrow.promise->condition, wide.promise->condition);
        if (narrow.meldnorm == wide.meldnorm) {
            return relation == Relation::Narrower || (relation == Relation::Same && isLater);
        }
        // What is too narrow is not called too much besides.
        return relation == Relation::Same && isLater && !tooNarrow_.contains(narrow.promise);
    }

    /// Holds all that one meldnorm says about the same consequences against each promise elsewhere
    /// that is wider than one of its sentences: a list may well add up to it.
    void compareList(const std::vector<Promised>& all, const Promised& first) {
        std::vector<const model::Promise*> sentences;
        std::vector<Condition> conditions;
        for (const auto& each : all) {
            if (each.meldnorm != first.meldnorm) {
                continue;
            }
            if (promiseAlike(each, first)) {
                sentences.push_back(each.promise);
            }
            if (promisesAll(*first.promise, *each.promise)) {
                conditions.push_back(each.promise->condition);
            }
        }
        const auto list = anyOf(std::move(conditions));
        const model::Meldnorm* elsewhere = nullptr;
        std::vector<const model::Promise*> wider;
        for (const auto& each : all) {
            const bool isCandidate = each.meldnorm != first.meldnorm &&
                                     (elsewhere == nullptr || each.meldnorm == elsewhere) &&
                                     promisesAll(*first.promise, *each.promise);
            if (isCandidate && isWiderThanOne(*each.promise, sentences) &&
                here_.analysis.onlyIn(each.promise->condition, list)) {
                elsewhere = each.meldnorm;
                wider.push_back(each.promise);
            }
        }
        if (elsewhere != nullptr) {
            addNarrower(first, sentences, list, *elsewhere, wider);
        }
    }

    bool isWiderThanOne(const model::Promise& wide,
                        const std::vector<const model::Promise*>& sentences) {
        return std::any_of(sentences.begin(), sentences.end(), [&](const model::Promise* one) {
            return mayCompare() && here_.analysis.compare(one->condition, wide.condition) ==
                                       Relation::Narrower;
        });
    }

    void addNarrower(const Promised& first, const std::vector<const model::Promise*>& sentences,
                     const Condition& list, const model::Meldnorm& elsewhere,
                     const std::vector<const model::Promise*>& wider) {
        const auto& vocabulary = here_.subject.vocabulary;
        std::vector<support::Localized> labels;
        for (const auto id : first.promise->consequences) {
            labels.push_back(labelOf(vocabulary, id));
        }
        const auto place = first.promise->origin.span;
        Finding finding{make<Diag::NarrowerElsewhere>(
            place, first.meldnorm->id, diagnostics::allOf(labels), elsewhere.id)};
        std::vector<Condition> conditions;
        for (const auto* each : sentences) {
            finding.evidence.push_back(each->origin);
            tooNarrow_.insert(each);
        }
        for (const auto* each : wider) {
            finding.diagnostic.note<Diag::SaidWiderHere>(each->origin.span);
            finding.evidence.push_back(each->origin);
            conditions.push_back(each->condition);
        }
        const auto wide = anyOf(std::move(conditions));
        if (const auto absent = factsOnlyIn(wide, list); !absent.empty()) {
            finding.diagnostic.note<Diag::LeftOutHere>(place, diagnostics::allOf(absent));
        }
        if (auto example = here_.analysis.onlyIn(wide, list)) {
            finding.facts = std::move(example->given);
            finding.assumed = std::move(example->assumed);
        }
        findings_.push_back(std::move(finding));
    }

    /// Labels of the facts that one condition names and the other does not.
    std::vector<support::Localized> factsOnlyIn(const Condition& one, const Condition& other) const {
        const auto& vocabulary = here_.subject.vocabulary;
        const auto named = model::factsOf(other);
        std::vector<support::Localized> labels;
        for (const auto fact : model::factsOf(one)) {
            if (std::find(named.begin(), named.end(), fact) == named.end()) {
                labels.push_back(labelOf(vocabulary, vocabulary[fact].concept_));
            }
        }
        return labels;
    }

    void compareDuties() {
        const auto& tasks = here_.world.tasks;
        std::map<std::pair<model::ConceptId, model::HomeKind>, std::vector<std::size_t>> alike;
        for (std::size_t index = 0; index < tasks.size(); ++index) {
            alike[{tasks[index].action, tasks[index].home.kind}].push_back(index);
        }
        for (const auto& [key, group] : alike) {
            for (const auto one : group) {
                for (const auto other : group) {
                    if (one != other && mayCompare() && isSameDuty(tasks[one], tasks[other]) &&
                        isCovered(tasks[one], tasks[other], one > other) && canBeMissed(one)) {
                        addsNothing(phrase(Phrase::ThingDuty), tasks[one].origin,
                                    tasks[other].origin);
                        break;
                    }
                }
            }
        }
    }

    bool isCovered(const model::Task& narrow, const model::Task& wide, bool isLater) {
        if (!wide.condition) {
            return narrow.condition || isLater;
        }
        if (!narrow.condition) {
            return false;
        }
        const auto relation = here_.analysis.compare(*narrow.condition, *wide.condition);
        return relation == Relation::Narrower || (relation == Relation::Same && isLater);
    }

    /// Whether every case has the same outcome without the duty. One that is covered by another may
    /// still be what gives its consequence: a duty of a step counts in a case only with a condition.
    bool canBeMissed(std::size_t task) {
        const auto& decision = here_.subject.decisions[here_.number];
        return here_.world.tasks[task].consequences.empty() ||
               (outcomes_++ < kMaxOutcomes &&
                !logic::matters(here_.subject.vocabulary, decision,
                                {logic::PartKind::Task, static_cast<std::uint32_t>(task), 0}));
    }

    const DecisionOfWorld& here_;
    FindingsHere& findings_;
    /// Promises of lists that leave something out.
    std::set<const model::Promise*> tooNarrow_;
    std::size_t pairs_ = 0;
    std::size_t outcomes_ = 0;
};

} // namespace

std::vector<Finding> checkNarrower(const Examined& examined) {
    return inEachDecision(examined, [](const DecisionOfWorld& here, FindingsHere& findings) {
        Narrower(here, findings).run();
    });
}

} // namespace meldc::check
