#include "check/promise.h"

#include "check/naming.h"
#include "diagnostics/phrases.h"

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Phrase;
using diagnostics::Severity;
using model::Modality;

namespace {

/// Most pairs of promises that are compared in one world.
constexpr std::size_t kMaxPromisePairs = 100'000;

support::Localized oppositionOf(const model::Promise& promise, const logic::Broken& broken) {
    return diagnostics::phrase(promise.modality == Modality::May ? Phrase::OpposedByProhibition
                               : broken.isDemanded               ? Phrase::OpposedByDemand
                                                                 : Phrase::OpposedByPermission);
}

class Promises {
public:
    Promises(const DecisionOfWorld& here, FindingsHere& findings)
        : here_(here), findings_(findings) {}

    void run() {
        for (const auto& meldnorm : here_.world.meldnormen) {
            for (const auto& promise : meldnorm.promises) {
                for (const auto consequence : promise.consequences) {
                    compareWithDecision(meldnorm, promise, consequence);
                }
                compareWithPromises(promise);
            }
        }
    }

private:
    void compareWithDecision(const model::Meldnorm& meldnorm, const model::Promise& promise,
                             model::ConceptId consequence) {
        auto broken =
            here_.analysis.brokenPromise(promise.condition, consequence, promise.modality);
        // What is missing because of a hole is told at the hole.
        if (!broken || (broken->isHole && promise.modality == Modality::Must)) {
            return;
        }
        const auto label = labelOf(here_.subject.vocabulary, consequence);
        const auto span = promise.origin.span;
        auto diagnostic = promise.modality == Modality::Must
                              ? make<Diag::PromiseNotKept>(span, meldnorm.id, label)
                              : make<Diag::PromiseOpposed>(span, meldnorm.id, label,
                                                           oppositionOf(promise, *broken));
        // That something may and may not be done leaves room to do right by both.
        const bool isSoft = promise.modality != Modality::Must && !broken->isDemanded;
        if (isSoft || !broken->isCertain) {
            diagnostic.severity = Severity::Info;
        }
        auto finding = shownBy(std::move(diagnostic), std::move(broken->example));
        finding.evidence.push_back(promise.origin);
        addPath(finding);
        findings_.push_back(std::move(finding));
    }

    /// The answers along which the case goes are the other side of the difference.
    void addPath(Finding& finding) const {
        const auto walk = logic::walk(here_.subject.vocabulary, here_.world, *finding.facts,
                                      finding.assumed);
        for (const auto& passed : walk.path) {
            const auto& question = here_.world.questions[passed.question];
            finding.evidence.push_back(
                passed.edge < 0 ? question.origin
                                : question.edges[static_cast<std::size_t>(passed.edge)].origin);
        }
    }

    /// A promise that rules out what this one demands.
    void compareWithPromises(const model::Promise& promise) {
        if (promise.modality != Modality::Must) {
            return;
        }
        for (const auto& meldnorm : here_.world.meldnormen) {
            for (const auto& other : meldnorm.promises) {
                if (other.modality != Modality::MayNot || pairs_++ >= kMaxPromisePairs) {
                    continue;
                }
                for (const auto consequence : promise.consequences) {
                    for (const auto ruledOut : other.consequences) {
                        if (consequence == ruledOut) {
                            addOpposed(promise, other, consequence);
                        }
                    }
                }
            }
        }
    }

    void addOpposed(const model::Promise& demanding, const model::Promise& forbidding,
                    model::ConceptId consequence) {
        auto example = here_.analysis.overlap(demanding.condition, forbidding.condition);
        if (!example) {
            return;
        }
        const auto label = labelOf(here_.subject.vocabulary, consequence);
        auto diagnostic = make<Diag::DemandedAndForbidden>(forbidding.origin.span, label);
        diagnostic.note<Diag::DemandedHere>(demanding.origin.span, label);
        auto finding = shownBy(std::move(diagnostic), std::move(*example));
        finding.evidence = {forbidding.origin, demanding.origin};
        findings_.push_back(std::move(finding));
    }

    const DecisionOfWorld& here_;
    FindingsHere& findings_;
    std::size_t pairs_ = 0;
};

} // namespace

std::vector<Finding> checkPromises(const Examined& examined) {
    return inEachDecision(examined, [](const DecisionOfWorld& here, FindingsHere& findings) {
        Promises(here, findings).run();
    });
}

} // namespace meldc::check
