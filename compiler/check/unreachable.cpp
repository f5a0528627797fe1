#include "check/unreachable.h"

#include <algorithm>
#include <set>
#include <string>

#include "check/naming.h"

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;

namespace {

/// Questions that no case is asked. Those to which only such questions lead are left out: they come
/// back with the first.
std::vector<std::uint32_t> firstUnasked(const model::Protocol& world,
                                        const std::vector<std::uint32_t>& unasked) {
    std::set<std::string, std::less<>> followed;
    for (const auto index : unasked) {
        for (const auto& edge : world.questions[index].edges) {
            if (edge.question != world.questions[index].id) {
                followed.insert(edge.question);
            }
        }
    }
    std::vector<std::uint32_t> first;
    std::copy_if(unasked.begin(), unasked.end(), std::back_inserter(first),
                 [&](auto index) { return !followed.contains(world.questions[index].id); });
    // Questions that only lead to one another.
    if (first.empty() && !unasked.empty()) {
        first.push_back(unasked.front());
    }
    return first;
}

} // namespace

std::vector<Finding> checkReach(const Examined& examined) {
    return inEachDecision(examined, [](const DecisionOfWorld& here, FindingsHere& findings) {
        if (!here.analysis.exists()) {
            return;
        }
        std::vector<std::uint32_t> unasked;
        for (std::uint32_t index = 0; index < here.world.questions.size(); ++index) {
            const auto& question = here.world.questions[index];
            if (!logic::exists(question)) {
                continue;
            }
            if (!here.analysis.isAsked(index)) {
                unasked.push_back(index);
                continue;
            }
            for (std::uint32_t number = 0; number < question.edges.size(); ++number) {
                const auto& edge = question.edges[number];
                if (!here.analysis.isTaken(index, number)) {
                    Finding finding{make<Diag::UnreachableAnswer>(edge.origin.span, question.id,
                                                                  answerName(edge.answer))};
                    finding.evidence.push_back(edge.origin);
                    findings.push_back(std::move(finding));
                }
            }
        }
        for (const auto index : firstUnasked(here.world, unasked)) {
            const auto& question = here.world.questions[index];
            Finding finding{make<Diag::UnreachableQuestion>(question.origin.span, question.id)};
            finding.evidence.push_back(question.origin);
            findings.push_back(std::move(finding));
        }
    });
}

} // namespace meldc::check
