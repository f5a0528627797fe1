#include "check/open_term.h"

#include <algorithm>

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;

namespace {

bool mentions(const model::Condition& condition, const std::string& words) {
    return (condition.kind == model::ConditionKind::OpenTerm && condition.words == words) ||
           std::any_of(condition.operands.begin(), condition.operands.end(),
                       [&](const auto& operand) { return mentions(operand, words); });
}

/// Whether the same is due there anyhow: then the condition decides nothing.
bool isDueAnyhow(const model::Protocol& world, const model::Task& task) {
    return std::any_of(world.tasks.begin(), world.tasks.end(), [&](const model::Task& other) {
        const bool isCertain = other.modality == model::Modality::Must && !other.condition &&
                               !other.origin.draft && other.home.kind == task.home.kind &&
                               other.home.index == task.home.index;
        return isCertain && task.modality != model::Modality::MayNot &&
               std::all_of(task.consequences.begin(), task.consequences.end(),
                           [&](const model::ConceptId each) {
                               return std::find(other.consequences.begin(), other.consequences.end(),
                                                each) != other.consequences.end();
                           });
    });
}

/// The statements of the decision that read the open term.
std::vector<model::Origin> readersOf(const model::Protocol& world, const std::string& words) {
    std::vector<model::Origin> readers;
    for (const auto& question : world.questions) {
        for (const auto& statement : question.yesWhen) {
            if (mentions(statement.condition, words)) {
                readers.push_back(statement.origin);
            }
        }
    }
    for (const auto& route : world.routes) {
        if (mentions(route.condition, words)) {
            readers.push_back(route.origin);
        }
    }
    for (const auto& task : world.tasks) {
        const bool reads =
            !task.consequences.empty() && task.condition && mentions(*task.condition, words);
        if (reads && !isDueAnyhow(world, task)) {
            readers.push_back(task.origin);
        }
    }
    return readers;
}

} // namespace

std::vector<Finding> checkOpenTerms(const Examined& examined) {
    return inEachDecision(examined, [](const DecisionOfWorld& here, FindingsHere& findings) {
        for (auto& deciding : here.analysis.decidingTerms()) {
            auto readers = readersOf(here.world, deciding.term.words);
            // A choice is left to a person on purpose.
            if (deciding.term.isChoice || readers.empty()) {
                continue;
            }
            auto diagnostic =
                make<Diag::OpenTermDecides>(readers.front().span, deciding.term.words);
            for (std::size_t other = 1; other < readers.size(); ++other) {
                diagnostic.note<Diag::DependsHereToo>(readers[other].span);
            }
            auto finding = shownBy(std::move(diagnostic), std::move(deciding.example));
            finding.evidence = std::move(readers);
            findings.push_back(std::move(finding));
        }
    });
}

} // namespace meldc::check
