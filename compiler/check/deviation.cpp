#include "check/deviation.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "check/statements.h"

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;

namespace {

/// Own statements that stand in the place of another, by the name of what they deviate from.
class Deviations {
public:
    explicit Deviations(const model::Protocol& protocol) : protocol_(protocol) {
        for (const auto& name : protocol.follows) {
            followed_ += (followed_.empty() ? "" : ", ") + name;
        }
        for (const auto& use : protocol.frameworks) {
            if (!use.name.empty() && use.origin.level == 0) {
                frameworks_[&use.origin] = use.name;
            }
        }
        collect();
    }

    /// Sorted by place; the key is the name of a framework, or of what the text follows.
    std::map<std::string, std::vector<model::Origin>> byName() const {
        std::map<std::string, std::vector<model::Origin>> result;
        for (const auto* origin : replaced_) {
            // A block that is opened again deviates in what stands inside it.
            if (!holders_.contains(origin)) {
                result[nameFor(origin)].push_back(*origin);
            }
        }
        for (auto& [name, origins] : result) {
            std::stable_sort(origins.begin(), origins.end(),
                             [](const auto& a, const auto& b) { return a.span < b.span; });
        }
        return result;
    }

    [[nodiscard]] const std::string& followed() const { return followed_; }

private:
    void collect() {
        forEachOrigin(protocol_, [&](const model::Origin& origin, const model::Origin* block) {
            blocks_[&origin] = block;
            if (origin.replaces && origin.level == 0 && !origin.draft) {
                replaced_.push_back(&origin);
            }
        });
        for (const auto* origin : replaced_) {
            for (const auto* block = blockOf(origin); block != nullptr; block = blockOf(block)) {
                if (!holders_.insert(block).second) {
                    break;
                }
            }
        }
    }

    [[nodiscard]] const model::Origin* blockOf(const model::Origin* origin) const {
        const auto found = blocks_.find(origin);
        return found == blocks_.end() ? nullptr : found->second;
    }

    [[nodiscard]] std::string nameFor(const model::Origin* origin) const {
        for (const auto* block = origin; block != nullptr; block = blockOf(block)) {
            const auto framework = frameworks_.find(block);
            if (framework != frameworks_.end()) {
                return framework->second;
            }
        }
        return followed_;
    }

    const model::Protocol& protocol_;
    std::string followed_;
    std::map<const model::Origin*, std::string> frameworks_;
    std::map<const model::Origin*, const model::Origin*> blocks_;
    std::vector<const model::Origin*> replaced_;
    std::set<const model::Origin*> holders_;
};

} // namespace

std::vector<Finding> checkDeviations(const Subject& subject) {
    const Deviations deviations(subject.protocol);
    std::vector<Finding> findings;
    for (auto& [name, evidence] : deviations.byName()) {
        auto diagnostic = make<Diag::Deviation>(evidence.front().span, evidence.size(), name);
        for (std::size_t index = 1; index < evidence.size(); ++index) {
            diagnostic.alsoAt(evidence[index].span);
        }
        findings.push_back({std::move(diagnostic), evidence});
    }
    std::vector<const model::Lapse*> lapses;
    for (const auto& lapse : subject.protocol.lapses) {
        if (lapse.origin.level == 0 && !lapse.origin.draft) {
            lapses.push_back(&lapse);
        }
    }
    if (!lapses.empty()) {
        // Something of a framework may lapse in a text that follows no other.
        std::string name = deviations.followed();
        for (const auto& use : subject.protocol.frameworks) {
            name = name.empty() ? use.name : name;
        }
        Finding finding{make<Diag::Omission>(lapses.front()->origin.span, lapses.size(), name)};
        for (const auto* lapse : lapses) {
            finding.diagnostic.note<Diag::LapsesHere>(lapse->origin.span, lapse->what);
            finding.evidence.push_back(lapse->origin);
        }
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace meldc::check
