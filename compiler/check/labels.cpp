#include "check/labels.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;

namespace {

/// What is referred to in one way: "see step 2" is not taken for a role.
enum class Family : std::uint8_t { Role, System, Part };

/// Something with a label. Two with the same key are one thing, told at two places.
struct Labelled {
    Family family;
    const std::string* label;
    std::string key;
    const model::Origin* origin;
};

std::vector<Labelled> labelledThings(const model::Protocol& protocol) {
    std::vector<Labelled> all;
    const auto add = [&](Family family, const std::string& label, const std::string& key,
                         const model::Origin& origin) {
        if (!label.empty() && !origin.draft) {
            all.push_back({family, &label, key, &origin});
        }
    };
    for (const auto& each : protocol.roles) {
        add(Family::Role, each.label, each.name, each.origin);
    }
    for (const auto& each : protocol.systems) {
        add(Family::System, each.label, each.name, each.origin);
    }
    for (const auto& each : protocol.steps) {
        add(Family::Part, each.label, "step " + each.id, each.origin);
    }
    for (const auto& each : protocol.questions) {
        add(Family::Part, each.label, "question " + each.id, each.origin);
    }
    for (const auto& each : protocol.meldnormen) {
        add(Family::Part, each.label, "promise " + each.id, each.origin);
    }
    for (const auto& each : protocol.routes) {
        add(Family::Part, each.label, "route " + each.id, each.origin);
    }
    return all;
}

std::vector<Finding> sharedLabels(const model::Protocol& protocol) {
    std::vector<Finding> findings;
    std::map<std::pair<Family, std::string>, Labelled> first;
    for (const Labelled& each : labelledThings(protocol)) {
        const auto [known, isNew] = first.try_emplace({each.family, *each.label}, each);
        // Alternatives of one another may carry one label.
        const bool isAlternative =
            !each.origin->guards.empty() || !known->second.origin->guards.empty();
        if (isNew || known->second.key == each.key || isAlternative) {
            continue;
        }
        Finding finding{make<Diag::OneLabelForTwoThings>(each.origin->span, *each.label)};
        finding.diagnostic.note<Diag::CalledSoHereToo>(known->second.origin->span);
        finding.evidence = {*each.origin, *known->second.origin};
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace

std::vector<Finding> checkLabels(const Subject& subject) {
    std::vector<Finding> findings = sharedLabels(subject.protocol);
    // Who writes a code says on purpose what a role is also called; a document that was taken over may
    // just confuse its readers.
    if (!subject.protocol.isEncoded()) {
        return findings;
    }
    for (const model::RoleDecl& role : subject.protocol.roles) {
        if (role.synonyms.empty() || role.origin.draft) {
            continue;
        }
        std::string names;
        for (const std::string& name : role.synonyms) {
            names += (names.empty() ? "" : ", ") + name;
        }
        Finding finding{make<Diag::RoleWithTwoNames>(
            role.origin.span, role.label.empty() ? role.name : role.label, names)};
        finding.evidence.push_back(role.origin);
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace meldc::check
