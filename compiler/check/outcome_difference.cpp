#include "check/outcome_difference.h"

#include <map>
#include <utility>
#include <vector>

#include "logic/analysis.h"

namespace meldc::check {

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

} // namespace meldc::check
