#include "check/unused.h"

#include <set>
#include <string>

#include "check/statements.h"

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;

namespace {

/// What the statements of a protocol refer to.
struct Uses {
    std::vector<bool> roles;
    std::vector<bool> systems;
    std::vector<bool> concepts;
    /// Names of who chooses, in conditions.
    std::set<std::string, std::less<>> choosers;
};

void addChoosers(const model::Condition& condition, Uses& uses) {
    if (condition.kind == model::ConditionKind::Choice) {
        uses.choosers.insert(condition.words.substr(0, condition.words.find(':')));
    }
    for (const auto& operand : condition.operands) {
        addChoosers(operand, uses);
    }
}

Uses usesOf(const Subject& subject) {
    Uses uses{std::vector<bool>(subject.protocol.roles.size()),
              std::vector<bool>(subject.protocol.systems.size()),
              std::vector<bool>(subject.vocabulary.concepts.size()),
              {}};
    forEachRef(subject.protocol, [&](const model::Ref& ref, const model::Origin&) {
        auto& table = ref.kind == model::Ref::Kind::Role     ? uses.roles
                      : ref.kind == model::Ref::Kind::System ? uses.systems
                                                             : uses.concepts;
        table[ref.index] = true;
    });
    forEachCondition(subject.protocol,
                     [&](const model::Condition& condition) { addChoosers(condition, uses); });
    return uses;
}

/// Whether the concept, or something that it falls under, is referred to.
bool isUsed(const model::Vocabulary& vocabulary, model::ConceptId id, const Uses& uses) {
    std::vector<model::ConceptId> waiting{id};
    std::set<model::ConceptId> seen{id};
    while (!waiting.empty()) {
        const auto next = waiting.back();
        waiting.pop_back();
        if (uses.concepts[next.value] || uses.choosers.contains(vocabulary[next].name)) {
            return true;
        }
        for (const auto wider : vocabulary[next].fallsUnder) {
            if (seen.insert(wider).second) {
                waiting.push_back(wider);
            }
        }
    }
    return false;
}

bool isUsed(const model::Vocabulary& vocabulary, const model::RoleDecl& role, const Uses& uses) {
    if (uses.choosers.contains(role.name)) {
        return true;
    }
    for (const auto id : role.kinds) {
        if (isUsed(vocabulary, id, uses)) {
            return true;
        }
    }
    return false;
}

/// What a level above declared is not this text's to use.
bool isOwn(const model::Origin& origin) {
    return origin.level == 0 && !origin.draft;
}

} // namespace

std::vector<Finding> checkUnused(const Subject& subject) {
    const auto uses = usesOf(subject);
    std::vector<Finding> findings;
    const auto add = [&](diagnostics::Diagnostic diagnostic, const model::Origin& origin) {
        Finding finding{std::move(diagnostic)};
        finding.evidence.push_back(origin);
        findings.push_back(std::move(finding));
    };
    for (std::size_t index = 0; index < uses.roles.size(); ++index) {
        const auto& role = subject.protocol.roles[index];
        if (isOwn(role.origin) && !uses.roles[index] && !isUsed(subject.vocabulary, role, uses)) {
            add(make<Diag::UnusedRole>(role.origin.span, role.name), role.origin);
        }
    }
    for (std::size_t index = 0; index < uses.systems.size(); ++index) {
        const auto& system = subject.protocol.systems[index];
        if (isOwn(system.origin) && !uses.systems[index]) {
            add(make<Diag::UnusedSystem>(system.origin.span, system.name), system.origin);
        }
    }
    return findings;
}

} // namespace meldc::check
