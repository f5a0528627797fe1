#include "baseline/story.h"
#include "emit/change/outline.h"
#include "emit/change/words.h"
#include "emit/page/data.h"

#include <algorithm>

/// How versions were compared, and what is said of the run as a whole.
namespace meldc::emit {

using diagnostics::phrase;
using diagnostics::Phrase;
using support::Localized;

namespace {

bool haveTerms(const ComparedProtocol& compared) {
    const auto has = [](const std::vector<logic::Decision>* decisions) {
        return std::any_of(decisions->begin(), decisions->end(),
                           [](const logic::Decision& each) { return each.hasTerms(); });
    };
    return has(compared.before.decisions) || has(compared.after.decisions);
}

} // namespace

std::vector<Localized> accountOf(const ChangeReport& report, const ComparedProtocol& compared) {
    const compare::CasesDifference& cases = compared.difference.cases;
    std::vector<Localized> account;
    if (cases.wasDecided || cases.isDecided) {
        account.push_back(phrase(Phrase::AccountCases, baseline::listed(cases.facts)));
        if (!cases.guaranteesGained.empty() || !cases.guaranteesLost.empty()) {
            account.push_back(phrase(Phrase::AccountGuarantees));
        }
        if (!cases.groups.empty()) {
            account.push_back(phrase(Phrase::AccountOverlap));
            account.push_back(phrase(Phrase::AccountOrder));
        }
        if (!cases.unranked.empty()) {
            account.push_back(phrase(Phrase::AccountUnranked, baseline::listed(cases.unranked)));
        }
        if (cases.pairs > 1) {
            account.push_back(phrase(Phrase::AccountReadings, cases.pairs));
        }
        if (haveTerms(compared)) {
            account.push_back(phrase(Phrase::AccountTerms));
        }
    }
    account.push_back(phrase(Phrase::AccountLaw, support::same(compared.newDate.str())));
    account.push_back(
        phrase(Phrase::AccountMade, report.version, support::same(report.baselineSha256.substr(0, 12))));
    return account;
}

std::vector<std::string> runNotes(const ChangeReport& report, support::Language language) {
    std::vector<std::string> notes;
    for (const auto& [names, frame] : {std::pair{&report.onlyBefore, Phrase::ChangeOnlyBefore},
                                       std::pair{&report.onlyAfter, Phrase::ChangeOnlyAfter}}) {
        std::vector<Localized> shown;
        for (const std::string& name : *names) {
            shown.push_back(support::same(name));
        }
        if (!shown.empty()) {
            notes.push_back(phrase(frame, baseline::listed(shown)).in(language));
        }
    }
    for (const diagnostics::Diagnostic& each : report.messages) {
        notes.push_back(std::string(diagnostics::info(each.id).code) + ": " +
                        shownSentence(support::same(diagnostics::renderMessage(each, language)), language));
    }
    return notes;
}

} // namespace meldc::emit
