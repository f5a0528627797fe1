#include "check/check.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "check/ages.h"
#include "check/ambiguous.h"
#include "check/blank.h"
#include "check/circular_basis.h"
#include "check/conflict.h"
#include "check/consults_itself.h"
#include "check/contradiction.h"
#include "check/decision_size.h"
#include "check/deviation.h"
#include "check/draft.h"
#include "check/framework_over_model.h"
#include "check/hole.h"
#include "check/in_force.h"
#include "check/labels.h"
#include "check/loop.h"
#include "check/narrower.h"
#include "check/never_applies.h"
#include "check/no_questions.h"
#include "check/open_term.h"
#include "check/order.h"
#include "check/outdated.h"
#include "check/personal_data.h"
#include "check/promise.h"
#include "check/restated.h"
#include "check/several_frameworks.h"
#include "check/step_behind.h"
#include "check/step_without_actor.h"
#include "check/too_many_worlds.h"
#include "check/unreachable.h"
#include "check/unused.h"

namespace meldc::check {

namespace {

/// Checks on what is written.
constexpr std::vector<Finding> (*kTextChecks[])(const Subject&) = {
    checkContradictions, checkReadings,   checkWorldLimit,       checkDeviations,
    checkNoQuestions,    checkBasis,      checkBlanks,           checkDrafts,
    checkUnused,         checkStepActors, checkSelfConsultation, checkOrder,
    checkRestated,       checkStepsBehind, checkFrameworks,
    checkOutdated,       checkAges,       checkLabels,           checkPersonalData,
    checkFrameworkOverModel,
};

/// Checks on what follows from it. The size comes last: other checks may find out about it.
constexpr std::vector<Finding> (*kDecisionChecks[])(const Examined&) = {
    checkHoles,     checkDeadEnds,  checkReach,     checkNeverApplies, checkNarrower,
    checkPromises,  checkConflicts, checkOpenTerms, checkDecisionSize,
};

} // namespace

bool restsOnSilence(diagnostics::Diag id) {
    using diagnostics::Diag;
    switch (id) {
    case Diag::HoleForAnswer:
    case Diag::HoleForDoubt:
    case Diag::NoQuestions:
    case Diag::WaitWithoutEnd:
    case Diag::AbsentTarget:
    case Diag::UnreachableQuestion:
    case Diag::UnreachableAnswer:
    case Diag::BasisUnknown:
    case Diag::NeverApplies:
    case Diag::PromiseNotKept:
    case Diag::UnusedRole:
    case Diag::UnusedSystem:
    case Diag::StepWithoutActor:
    case Diag::AgesDoNotJoin:
        return true;
    default:
        return false;
    }
}

std::vector<Finding> runChecks(const Subject& subject, const std::optional<support::Date>& day) {
    std::vector<Finding> result;
    const auto add = [&](std::vector<Finding> findings) {
        std::move(findings.begin(), findings.end(), std::back_inserter(result));
    };
    for (const auto check : kTextChecks) {
        add(check(subject));
    }
    if (day) {
        add(checkInForce(subject, *day));
    }
    Examined examined{subject, {}};
    for (const auto& decision : subject.decisions) {
        examined.analyses.push_back(
            std::make_unique<logic::Analysis>(subject.vocabulary, decision));
    }
    for (const auto check : kDecisionChecks) {
        add(check(examined));
    }
    std::stable_sort(result.begin(), result.end(), [](const Finding& a, const Finding& b) {
        return std::tie(a.diagnostic.span, a.diagnostic.id) <
               std::tie(b.diagnostic.span, b.diagnostic.id);
    });
    return result;
}

} // namespace meldc::check
