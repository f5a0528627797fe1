#include "check/order.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <queue>

#include "check/world_findings.h"

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;

namespace {

/// Most steps looked at for all duties of one protocol together. Real ones need a few hundred.
constexpr std::size_t kMaxOrderWork = 1'000'000;

/// "Step `before` comes before step `after`", as stated.
struct Stated {
    std::uint32_t before = 0;
    std::uint32_t after = 0;
    const model::Origin* origin = nullptr;
};

/// The stated order of the steps of one world.
class StepOrder {
public:
    explicit StepOrder(const model::Protocol& world) : next_(world.steps.size()) {
        for (std::uint32_t index = 0; index < world.steps.size(); ++index) {
            if (!world.steps[index].id.empty()) {
                byId_.emplace(world.steps[index].id, index);
            }
        }
        for (std::uint32_t index = 0; index < world.steps.size(); ++index) {
            for (const auto& order : world.steps[index].order) {
                const auto other = byId_.find(order.step);
                if (other == byId_.end()) {
                    continue;
                }
                const auto before = order.after ? other->second : index;
                const auto after = order.after ? index : other->second;
                next_[before].push_back(after);
                stated_.push_back({before, after, &order.origin});
            }
        }
    }

    /// Whether each step lies in a circle or between two circles.
    [[nodiscard]] std::vector<bool> inCircles() const {
        std::vector<bool> remains(next_.size(), true);
        strip(remains, [](const Stated& each) { return std::pair(each.before, each.after); });
        strip(remains, [](const Stated& each) { return std::pair(each.after, each.before); });
        return remains;
    }

    [[nodiscard]] const std::vector<Stated>& stated() const { return stated_; }

    /// Whether `from` is stated to come before `to`, directly or through others. Takes its steps
    /// from `work`; with none left the answer is no.
    [[nodiscard]] bool comesBefore(std::uint32_t from, std::uint32_t to, std::size_t& work) const {
        std::vector<bool> seen(next_.size());
        std::queue<std::uint32_t> waiting({from});
        while (!waiting.empty() && work > 0) {
            --work;
            const auto step = waiting.front();
            waiting.pop();
            for (const auto after : next_[step]) {
                if (after == to) {
                    return true;
                }
                if (!seen[after]) {
                    seen[after] = true;
                    waiting.push(after);
                }
            }
        }
        return false;
    }

    /// Index of the step with this id, or nullptr.
    [[nodiscard]] const std::uint32_t* find(const std::string& id) const {
        const auto found = byId_.find(id);
        return found == byId_.end() ? nullptr : &found->second;
    }

private:
    /// Takes away, again and again, steps to which nothing that remains leads.
    template <class Ends>
    void strip(std::vector<bool>& remains, const Ends& ends) const {
        std::vector<std::size_t> incoming(next_.size());
        std::vector<std::vector<std::uint32_t>> outgoing(next_.size());
        for (const auto& each : stated_) {
            const auto [from, to] = ends(each);
            if (remains[from] && remains[to]) {
                outgoing[from].push_back(to);
                ++incoming[to];
            }
        }
        std::queue<std::uint32_t> free;
        for (std::uint32_t step = 0; step < next_.size(); ++step) {
            if (remains[step] && incoming[step] == 0) {
                free.push(step);
            }
        }
        for (; !free.empty(); free.pop()) {
            remains[free.front()] = false;
            for (const auto to : outgoing[free.front()]) {
                if (--incoming[to] == 0) {
                    free.push(to);
                }
            }
        }
    }

    std::vector<std::vector<std::uint32_t>> next_;
    std::vector<Stated> stated_;
    std::map<std::string, std::uint32_t, std::less<>> byId_;
};

/// One finding for all circles: they are few, and one statement less may undo several.
void findCircles(const model::Protocol& world, const StepOrder& order, std::size_t number,
                 WorldFindings& findings) {
    const auto inCircle = order.inCircles();
    std::vector<model::Origin> evidence;
    std::uint32_t step = 0;
    for (const auto& each : order.stated()) {
        if (inCircle[each.before] && inCircle[each.after]) {
            step = evidence.empty() ? each.after : step;
            evidence.push_back(*each.origin);
        }
    }
    if (evidence.empty()) {
        return;
    }
    auto diagnostic =
        make<Diag::OrderContradiction>(evidence.front().span, world.steps[step].id);
    for (std::size_t index = 1; index < evidence.size(); ++index) {
        diagnostic.alsoAt(evidence[index].span);
    }
    findings.add(number, {std::move(diagnostic), std::move(evidence), {}, {}, {}});
}

void findDuties(const model::Protocol& world, const StepOrder& order, std::size_t number,
                WorldFindings& findings) {
    std::size_t work = kMaxOrderWork;
    for (const auto& task : world.tasks) {
        const auto* after = order.find(task.afterStep);
        const auto* before = order.find(task.beforeStep);
        if (after == nullptr || before == nullptr) {
            continue;
        }
        if (*after == *before || order.comesBefore(*before, *after, work)) {
            Finding finding{
                make<Diag::DutyOrder>(task.origin.span, task.afterStep, task.beforeStep)};
            finding.evidence.push_back(task.origin);
            findings.add(number, std::move(finding));
        }
    }
}

/// Steps that a level adds to inherited ones and that do not stand where they say, or say nothing.
void findUnplaced(const model::Protocol& world, std::size_t number, WorldFindings& findings) {
    std::map<std::string, std::uint32_t, std::less<>> byId;
    std::uint32_t highest = 0;
    for (std::uint32_t index = 0; index < world.steps.size(); ++index) {
        const auto& step = world.steps[index];
        byId.emplace(step.id, index);
        // A step that is opened again has the level of whoever does so, and the place it had.
        const bool isReopened = step.isReopened && !step.id.empty();
        highest = std::max(highest, step.origin.level + (isReopened ? 1U : 0U));
    }
    for (std::uint32_t index = 0; index < world.steps.size(); ++index) {
        const auto& step = world.steps[index];
        if (step.id.empty() || step.isReopened || step.origin.level >= highest) {
            continue;
        }
        bool isPlaced = !step.order.empty();
        for (const auto& order : step.order) {
            const auto other = byId.find(order.step);
            isPlaced = isPlaced && (other == byId.end() ||
                                    (order.after ? other->second < index : index < other->second));
        }
        if (!isPlaced) {
            Finding finding{make<Diag::StepWithoutPlace>(step.origin.span, step.id)};
            finding.evidence.push_back(step.origin);
            findings.add(number, std::move(finding));
        }
    }
}

} // namespace

std::vector<Finding> checkOrder(const Subject& subject) {
    return inEachWorld(subject, [&](std::size_t number, WorldFindings& findings) {
        const auto& world = subject.selected[number];
        const StepOrder order(world);
        findCircles(world, order, number, findings);
        findDuties(world, order, number, findings);
        findUnplaced(world, number, findings);
    });
}

} // namespace meldc::check
