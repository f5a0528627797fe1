#include "check/circular_basis.h"

#include <charconv>
#include <cstdint>
#include <map>
#include <optional>

#include "check/world_findings.h"

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;

namespace {

/// Steps that are called by a number, with their index in the order of the text.
using NumberedSteps = std::map<std::uint32_t, std::uint32_t>;

NumberedSteps numberedSteps(const model::Protocol& world) {
    NumberedSteps steps;
    for (std::uint32_t index = 0; index < world.steps.size(); ++index) {
        const std::string& id = world.steps[index].id;
        std::uint32_t number = 0;
        const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
        if (error == std::errc() && end == id.data() + id.size()) {
            steps.emplace(number, index);
        }
    }
    return steps;
}

std::optional<Finding> findingOf(const model::Protocol& world, const NumberedSteps& steps,
                                 const model::Question& question, const model::RestsOn& basis) {
    const auto span = basis.origin.span;
    bool isOwn = false;
    for (const auto& range : basis.steps) {
        auto expected = range.first;
        for (auto step = steps.lower_bound(range.first);
             step != steps.end() && step->first <= range.last; ++step) {
            if (step->first == expected) {
                ++expected;
            }
            if (question.step.isValid() && step->second > question.step.value) {
                return Finding{make<Diag::BasisComesLater>(span, question.id,
                                                           world.steps[step->second].id)};
            }
            isOwn = isOwn || (question.step.isValid() && step->second == question.step.value);
        }
        if (expected <= range.last) {
            return Finding{make<Diag::BasisUnknown>(span, question.id, expected)};
        }
    }
    if (isOwn) {
        return Finding{make<Diag::CircularBasis>(span, question.id,
                                                 world.steps[question.step.value].id)};
    }
    return std::nullopt;
}

} // namespace

std::vector<Finding> checkBasis(const Subject& subject) {
    return inEachWorld(subject, [&](std::size_t number, WorldFindings& findings) {
        const auto& world = subject.selected[number];
        const auto steps = numberedSteps(world);
        for (const auto& question : world.questions) {
            for (const auto& basis : question.restsOn) {
                if (auto finding = findingOf(world, steps, question, basis)) {
                    finding->evidence.push_back(basis.origin);
                    findings.add(number, std::move(*finding));
                }
            }
        }
    });
}

} // namespace meldc::check
