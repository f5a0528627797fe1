#include "sema/duty_levels.h"

#include <algorithm>
#include <map>
#include <string>

#include "sema/slot_text.h"
#include "sema/slots.h"
#include "syntax/printer.h"

namespace meldc::sema {

void replaceInheritedDuties(model::Protocol& protocol, const std::vector<const LevelStatement*>& written) {
    // What holds in one reading only takes nothing away from the others.
    const auto isFirm = [](const model::Task& task) { return !task.origin.draft && task.origin.guards.empty(); };
    std::vector<std::string> keys;
    std::map<std::string, std::uint32_t> lowest;
    for (const model::Task& task : protocol.tasks) {
        keys.push_back(dutySlot(task) + "/" + conditionText(task));
        if (!isFirm(task)) continue;
        const auto [at, isNew] = lowest.emplace(keys.back(), task.origin.level);
        at->second = std::min(at->second, task.origin.level);
    }
    const auto isReplaced = [&](std::size_t index) {
        const auto at = lowest.find(keys[index]);
        return at != lowest.end() && protocol.tasks[index].origin.level > at->second;
    };
    std::map<std::string, std::size_t> replaced;
    std::vector<model::Task> kept;
    for (std::size_t index = 0; index < protocol.tasks.size(); ++index) {
        if (!isReplaced(index)) continue;
        // The nearest of several levels is the one that is deviated from.
        const auto [at, isNew] = replaced.emplace(keys[index], index);
        if (protocol.tasks[index].origin.level < protocol.tasks[at->second].origin.level) at->second = index;
    }
    for (std::size_t index = 0; index < protocol.tasks.size(); ++index) {
        if (isReplaced(index)) continue;
        model::Task& task = protocol.tasks[index];
        const auto before = replaced.find(keys[index]);
        if (before != replaced.end() && isFirm(task)) {
            const LevelStatement& inherited = *written[before->second];
            task.origin.replaces = !saysTheSame(*written[index]->statement, *inherited.statement);
            if (task.origin.replaces) {
                protocol.deviations.push_back({*inherited.from, syntax::printHead(*inherited.statement),
                                               syntax::printHead(*written[index]->statement), task.origin});
            }
        }
        kept.push_back(std::move(task));
    }
    protocol.tasks = std::move(kept);
}

}  // namespace meldc::sema
