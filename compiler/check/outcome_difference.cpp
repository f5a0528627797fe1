#include "check/outcome_difference.h"

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "logic/analysis.h"
#include "logic/smallest.h"

namespace meldc::check {

namespace {

/// Two worlds that differ in one choice and in the outcome of a case.
struct OutcomeDifference {
    /// Index in Subject::worlds of the one whose choice comes first.
    std::size_t world = 0;
    logic::Example example;
};

/// The first such worlds.
std::optional<OutcomeDifference>
outcomeDifference(const Subject& subject,
                  const std::function<model::World(model::World)>& withoutChoice) {
    // Worlds that are alike but for the choice, by what they share.
    std::map<std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>>,
             std::vector<std::size_t>>
        alike;
    for (std::size_t number = 0; number < subject.worlds.size(); ++number) {
        auto rest = withoutChoice(subject.worlds[number]);
        alike[{std::move(rest.readings), std::move(rest.values)}].push_back(number);
    }
    for (const auto& [rest, group] : alike) {
        for (std::size_t other = 1; other < group.size(); ++other) {
            if (auto example =
                    logic::difference(subject.vocabulary, subject.decisions[group.front()],
                                      subject.decisions[group[other]])) {
                return OutcomeDifference{group.front(), std::move(*example)};
            }
        }
    }
    return std::nullopt;
}

} // namespace

void tellDifference(Finding& finding, const Subject& subject,
                    const std::function<model::World(model::World)>& withoutChoice) {
    using diagnostics::Diag;
    auto difference = outcomeDifference(subject, withoutChoice);
    if (!difference) {
        finding.diagnostic.note<Diag::OutcomesSame>({});
        return;
    }
    finding.diagnostic.note<Diag::OutcomesDiffer>({});
    finding.facts = std::move(difference->example.given);
    finding.assumed = std::move(difference->example.assumed);
    finding.world = subject.worlds[difference->world];
}

} // namespace meldc::check
