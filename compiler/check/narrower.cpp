#include "check/narrower.h"

#include <algorithm>
#include <map>

#include "check/naming.h"
#include "diagnostics/phrases.h"
#include "diagnostics/wording.h"

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::phrase;
using diagnostics::Phrase;
using logic::Relation;

namespace {

/// Most pairs of statements that are compared in one world. Real codes have a few hundred.
constexpr std::size_t kMaxPairs = 100'000;

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
    bool mayCompare() { return pairs_++ < kMaxPairs; }

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
            for (std::size_t other = 0; other < all.size(); ++other) {
                if (one != other && promisesAll(*all[one].promise, *all[other].promise) &&
                    mayCompare() && isNarrower(all[one], all[other], one > other)) {
                    break;
                }
            }
        }
    }

    /// Whether there was something to say about the pair.
    bool isNarrower(const Promised& narrow, const Promised& wide, bool isLater) {
        const auto& condition = narrow.promise->condition;
        const auto relation = here_.analysis.compare(condition, wide.promise->condition);
        // Of two that say the same, only the later one is too much.
        if (relation != Relation::Narrower && (relation != Relation::Same || !isLater)) {
            return false;
        }
        // The same facts, put together in another way: one of the two cannot be meant so.
        const bool isSlip = relation == Relation::Narrower &&
                            model::factsOf(condition) == model::factsOf(wide.promise->condition);
        if (!isSlip) {
            addsNothing(phrase(Phrase::ThingPromise, narrow.meldnorm->id), narrow.promise->origin,
                        wide.promise->origin);
            return true;
        }
        std::vector<support::Localized> labels;
        for (const auto id : narrow.promise->consequences) {
            labels.push_back(labelOf(here_.subject.vocabulary, id));
        }
        Finding finding{make<Diag::NarrowerElsewhere>(
            narrow.promise->origin.span, narrow.meldnorm->id, diagnostics::allOf(labels),
            wide.meldnorm->id)};
        finding.diagnostic.note<Diag::SaidWiderHere>(wide.promise->origin.span);
        finding.evidence = {narrow.promise->origin, wide.promise->origin};
        if (auto example = here_.analysis.onlyIn(wide.promise->condition, condition)) {
            finding.facts = std::move(example->given);
            finding.assumed = std::move(example->assumed);
        }
        findings_.push_back(std::move(finding));
        return true;
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
                        isCovered(tasks[one], tasks[other], one > other)) {
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

    const DecisionOfWorld& here_;
    FindingsHere& findings_;
    std::size_t pairs_ = 0;
};

} // namespace

std::vector<Finding> checkNarrower(const Examined& examined) {
    return inEachDecision(examined, [](const DecisionOfWorld& here, FindingsHere& findings) {
        Narrower(here, findings).run();
    });
}

} // namespace meldc::check
