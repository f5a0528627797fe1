#include "check/contradiction.h"

#include <algorithm>

#include "check/naming.h"
#include "check/outcome_difference.h"
#include "diagnostics/phrases.h"
#include "diagnostics/wording.h"

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::phrase;
using diagnostics::Phrase;
using model::SlotKind;

namespace {

/// The question that the slot answers, as in "so it is not clear …".
class SlotName {
public:
    SlotName(const Subject& subject, const model::VariantGroup& group)
        : subject_(subject), group_(group), first_(group.statements.front().front().span) {}

    [[nodiscard]] support::Localized text() const {
        switch (group_.slot) {
        case SlotKind::Owner:
            return phrase(Phrase::SlotOwner);
        case SlotKind::Reporter:
            return phrase(Phrase::SlotReporter);
        case SlotKind::Decider:
            return phrase(Phrase::SlotDecider);
        case SlotKind::DecisionForm:
            return phrase(Phrase::SlotDecisionForm);
        case SlotKind::Edge:
            return phrase(Phrase::SlotEdge, group_.owner, answerName(answer()));
        case SlotKind::AnswerYes:
            return phrase(Phrase::SlotAnswerYes, group_.owner);
        case SlotKind::RestsOn:
            return phrase(Phrase::SlotRestsOn, group_.owner);
        case SlotKind::TaskModality:
            return phrase(Phrase::SlotModality, action());
        case SlotKind::Authority:
            return phrase(Phrase::SlotAuthority);
        case SlotKind::Adopted:
            return phrase(Phrase::SlotAdopted);
        case SlotKind::StepFunction:
            break;
        }
        return phrase(Phrase::SlotStepFunction, group_.owner);
    }

private:
    [[nodiscard]] model::Answer answer() const {
        for (const auto& question : subject_.protocol.questions) {
            for (const auto& edge : question.edges) {
                if (edge.origin.span == first_) {
                    return edge.answer;
                }
            }
        }
        return model::Answer::Doubt;
    }

    /// What is done, to or about what, and with whom: "action (object, partner)".
    [[nodiscard]] support::Localized action() const {
        for (const auto& task : subject_.protocol.tasks) {
            if (task.origin.span == first_) {
                std::vector<support::Localized> parts;
                for (const auto* refs : {&task.objects, &task.about, &task.with, &task.in}) {
                    for (const model::Ref& ref : *refs) {
                        parts.push_back(labelOf(subject_.vocabulary, subject_.protocol, ref));
                    }
                }
                const auto verb = labelOf(subject_.vocabulary, task.action);
                return parts.empty() ? verb
                                     : phrase(Phrase::ThingWithParts, verb,
                                              diagnostics::joined(parts, ", "));
            }
        }
        return {};
    }

    const Subject& subject_;
    const model::VariantGroup& group_;
    support::Span first_;
};

/// Whether the slot plays a part in the decision.
bool canDecide(SlotKind slot) {
    return slot == SlotKind::Edge || slot == SlotKind::AnswerYes || slot == SlotKind::TaskModality;
}

} // namespace

std::vector<Finding> checkContradictions(const Subject& subject) {
    std::vector<Finding> findings;
    for (std::size_t number = 0; number < subject.protocol.variantGroups.size(); ++number) {
        const auto& group = subject.protocol.variantGroups[number];
        Finding finding{make<Diag::Contradiction>(group.statements.front().front().span,
                                                  SlotName(subject, group).text())};
        for (std::size_t value = 0; value < group.statements.size(); ++value) {
            const auto& statements = group.statements[value];
            if (value > 0) {
                finding.diagnostic.note<Diag::SaidDifferentlyHere>(statements.front().span);
            }
            finding.evidence.insert(finding.evidence.end(), statements.begin(), statements.end());
        }
        if (canDecide(group.slot)) {
            tellDifference(finding, subject, [number](model::World world) {
                world.values[number] = 0;
                return world;
            });
        }
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace meldc::check
