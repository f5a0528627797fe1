#include "check/restated.h"

#include <algorithm>

#include "diagnostics/phrases.h"

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::phrase;
using diagnostics::Phrase;

namespace {

/// Whether one reading of the text can hold both.
bool countTogether(const model::Origin& a, const model::Origin& b) {
    if (a.draft || b.draft) {
        return false;
    }
    return std::none_of(a.guards.begin(), a.guards.end(), [&](const model::Guard& left) {
        return std::any_of(b.guards.begin(), b.guards.end(), [&](const model::Guard& right) {
            return left.ambiguity == right.ambiguity && left.reading != right.reading;
        });
    });
}

bool namesTheSame(const model::Actor& a, const model::Actor& b) {
    const auto sorted = [](std::vector<model::Ref> refs) {
        std::sort(refs.begin(), refs.end());
        return refs;
    };
    return a.kind == b.kind && sorted(a.who) == sorted(b.who) && a.joint == b.joint &&
           a.otherwise == b.otherwise && a.openTerm == b.openTerm;
}

/// One finding when a later statement says something else than the first that counts with it.
template <class Statement, class Same>
void compare(const std::vector<Statement>& statements, const support::Localized& about,
             const Same& isSame, std::vector<Finding>& findings) {
    for (std::size_t first = 0; first < statements.size(); ++first) {
        const auto& origin = statements[first].origin;
        Finding finding{make<Diag::Contradiction>(origin.span, about)};
        finding.evidence.push_back(origin);
        for (std::size_t other = first + 1; other < statements.size(); ++other) {
            const auto& rival = statements[other].origin;
            if (countTogether(origin, rival) && !isSame(statements[first], statements[other])) {
                finding.diagnostic.note<Diag::SaidDifferentlyHere>(rival.span);
                finding.evidence.push_back(rival);
            }
        }
        if (finding.evidence.size() > 1) {
            findings.push_back(std::move(finding));
            return;
        }
    }
}

} // namespace

std::vector<Finding> checkRestated(const Subject& subject) {
    const model::Protocol& protocol = subject.protocol;
    std::vector<Finding> findings;
    compare(protocol.authorised, phrase(Phrase::SlotAuthorised),
            [](const auto& a, const auto& b) { return a.answer == b.answer; }, findings);
    compare(protocol.valid, phrase(Phrase::SlotValid),
            [](const auto& a, const auto& b) { return a.period == b.period; }, findings);
    compare(protocol.versions, phrase(Phrase::SlotVersion),
            [](const auto& a, const auto& b) { return a.text == b.text; }, findings);
    const auto isSamePerformer = [](const auto& a, const auto& b) {
        return namesTheSame(a.actor, b.actor);
    };
    for (const model::Step& step : protocol.steps) {
        compare(step.performers, phrase(Phrase::SlotPerformer, step.id), isSamePerformer, findings);
    }
    for (const model::Question& question : protocol.questions) {
        compare(question.performers, phrase(Phrase::SlotAsker, question.id), isSamePerformer, findings);
    }
    return findings;
}

} // namespace meldc::check
