#include "sema/step_placer.h"

#include <algorithm>
#include <compare>
#include <deque>
#include <map>
#include <optional>
#include <string>

namespace meldc::sema {

using syntax::StatementKind;

namespace {

/// Puts the steps that a level adds where they say they come. Each statement gets a rank and all are
/// sorted once, whatever their number.
class StepPlacer {
public:
    StepPlacer(std::vector<LevelStatement>& statements, std::uint32_t level) : statements_(statements), level_(level) {}

    void run() {
        std::map<std::string, std::size_t> byId;
        std::vector<std::size_t> added;
        bool inherits = false;
        for (std::size_t at = 0; at < statements_.size(); ++at) {
            const LevelStatement& each = statements_[at];
            ranks_.push_back({static_cast<double>(at), 0.0});
            if (each.statement->kind != StatementKind::Step) continue;
            byId.emplace(each.statement->names[0].text, at);
            const bool isAdded = each.level == level_ && !each.reopens;
            if (isAdded) added.push_back(at);
            inherits = inherits || !isAdded;
        }
        // Without steps to inherit, the text's own order is the order.
        if (!inherits) return;
        placeAll(byId, added);
        std::vector<std::size_t> order(statements_.size());
        for (std::size_t at = 0; at < order.size(); ++at) order[at] = at;
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return ranks_[a] < ranks_[b]; });
        std::vector<LevelStatement> sorted;
        for (const std::size_t at : order) sorted.push_back(std::move(statements_[at]));
        statements_ = std::move(sorted);
    }

private:
    /// Number of the inherited statement behind which it stands, and which of those it is there.
    struct Rank {
        double base = 0;
        double turn = 0;
        auto operator<=>(const Rank&) const = default;
    };
    struct Stated {
        std::size_t other = 0;
        bool isAfter = false;
    };

    /// A step may name another that is added: it gets its turn when those it names have their place.
    void placeAll(const std::map<std::string, std::size_t>& byId, const std::vector<std::size_t>& added) {
        const auto last = static_cast<double>(statements_.size());
        std::map<std::size_t, std::vector<Stated>> stated;
        std::map<std::size_t, std::vector<std::size_t>> waitingFor;
        std::map<std::size_t, std::size_t> missing;
        for (const std::size_t step : added) ranks_[step] = {last, static_cast<double>(step)};
        for (const std::size_t step : added) {
            std::size_t& lacks = missing[step];
            for (const LevelStatement& order : statements_[step].block) {
                if (order.statement->kind != StatementKind::Order || isDraft(order)) continue;
                const auto other = byId.find(order.statement->names[0].text);
                if (other == byId.end()) continue;
                stated[step].push_back({other->second, order.statement->flag});
                if (!std::binary_search(added.begin(), added.end(), other->second)) continue;
                waitingFor[other->second].push_back(step);
                ++lacks;
            }
        }
        std::deque<std::size_t> ready;
        for (const std::size_t step : added) {
            if (missing[step] == 0) ready.push_back(step);
        }
        for (; !ready.empty(); ready.pop_front()) {
            const std::size_t step = ready.front();
            if (const auto rank = rankBy(stated[step])) ranks_[step] = *rank;
            for (const std::size_t next : waitingFor[step]) {
                if (--missing[next] == 0) ready.push_back(next);
            }
        }
    }

    /// Nothing when no order is stated or no place keeps to it.
    std::optional<Rank> rankBy(const std::vector<Stated>& stated) {
        std::optional<Rank> after;
        std::optional<Rank> before;
        for (const Stated& each : stated) {
            const Rank other = ranks_[each.other];
            if (each.isAfter) after = std::max(after.value_or(other), other);
            if (!each.isAfter) before = std::min(before.value_or(other), other);
        }
        if (!after && !before) return std::nullopt;
        turn_ += 1;
        if (!after) return justBefore(*before);
        Rank rank{after->base, turn_};
        if (before && !(rank < *before)) rank = justBefore(*before);
        if (!(*after < rank)) return std::nullopt;
        return rank;
    }

    /// Turns are whole numbers, so there is room before each; later ones stand closer.
    Rank justBefore(const Rank& other) const {
        if (other.turn == 0) return {other.base - 1, turn_};
        return {other.base, other.turn - 1 / (turn_ + 1)};
    }

    std::vector<LevelStatement>& statements_;
    std::uint32_t level_;
    std::vector<Rank> ranks_;
    double turn_ = 0;
};

}  // namespace

void placeAddedSteps(std::vector<LevelStatement>& statements, std::uint32_t level) {
    StepPlacer(statements, level).run();
}

}  // namespace meldc::sema
