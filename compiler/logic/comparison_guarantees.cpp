#include "logic/comparison.h"

#include <algorithm>

/// Demands that never fail: what a text promises in the simplest words.
namespace meldc::logic {

Comparison::Area Comparison::areaOf(const Guarantee& guarantee) {
    const auto certain = diagrams_.without(consistent_, anyDoubt_);
    return guarantee.fact ? diagrams_.both(certain, diagrams_.test(guarantee.fact->value, setOf(guarantee.answer)))
                          : certain;
}

std::vector<Guarantee> Comparison::guarantees(const std::vector<Signature>& ways) {
    std::vector<Guarantee> result;
    const auto add = [&](std::size_t consequence, std::optional<FactId> fact, Answer answer) {
        const Guarantee guarantee{consequences_[consequence], fact, answer};
        const auto area = areaOf(guarantee);
        const bool holds = area != Node::No && std::all_of(ways.begin(), ways.end(), [&](const Signature& way) {
            return diagrams_.without(area, way[consequence * kMarks]) == Node::No;
        });
        if (holds) {
            result.push_back(guarantee);
        }
    };
    for (std::size_t consequence = 0; consequence < consequences_.size() && !tooLarge(); ++consequence) {
        add(consequence, std::nullopt, Answer::Yes);
        for (const auto fact : facts_) {
            add(consequence, fact, Answer::Yes);
            add(consequence, fact, Answer::No);
        }
    }
    return result;
}

void Comparison::dropImplied(std::vector<Guarantee>& guarantees) {
    // Of two that say the same the later goes.
    for (std::size_t index = guarantees.size(); index-- > 0;) {
        const auto area = areaOf(guarantees[index]);
        const bool isImplied = std::any_of(guarantees.begin(), guarantees.end(), [&](const Guarantee& other) {
            return !(other == guarantees[index]) && other.consequence == guarantees[index].consequence &&
                   diagrams_.without(area, areaOf(other)) == Node::No;
        });
        if (isImplied) {
            guarantees.erase(guarantees.begin() + static_cast<std::ptrdiff_t>(index));
        }
    }
}

GuaranteeChange Comparison::guaranteeChange() {
    const auto before = guarantees(waysBefore_);
    const auto after = guarantees(waysAfter_);
    const auto onlyIn = [](const std::vector<Guarantee>& some, const std::vector<Guarantee>& others) {
        std::vector<Guarantee> result;
        std::copy_if(some.begin(), some.end(), std::back_inserter(result), [&](const Guarantee& each) {
            return std::find(others.begin(), others.end(), each) == others.end();
        });
        return result;
    };
    GuaranteeChange change{onlyIn(after, before), onlyIn(before, after)};
    dropImplied(change.gained);
    dropImplied(change.lost);
    return change;
}

} // namespace meldc::logic
