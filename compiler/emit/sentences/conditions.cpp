#include "emit/sentences/conditions.h"

#include "diagnostics/sentence_parts.h"

#include <algorithm>

namespace meldc::emit {

namespace {

using diagnostics::dutch;
using diagnostics::SentencePart;
using model::Condition;
using model::ConditionKind;

constexpr unsigned kNo = 1;
constexpr unsigned kDoubt = 2;
constexpr unsigned kYes = 4;

/// The values of the opposite.
constexpr unsigned mirrored(unsigned values) {
    return (values & kDoubt) | ((values & kNo) != 0 ? kYes : 0U) | ((values & kYes) != 0 ? kNo : 0U);
}

/// What a condition that is never in doubt has of these values.
constexpr bool wantsYes(unsigned values) { return (values & kYes) != 0; }

/// The words of an open term that must hold, or must not.
struct OpenCase {
    const std::string* words = nullptr;
    bool isExcepted = false;
};

OpenCase caseOf(const Condition& condition) {
    if (condition.kind == ConditionKind::OpenTerm) {
        return {&condition.words, false};
    }
    if (condition.kind == ConditionKind::Not &&
        condition.operands.front().kind == ConditionKind::OpenTerm) {
        return {&condition.operands.front().words, true};
    }
    return {};
}

std::string casesText(const std::vector<OpenCase>& cases, bool isExcepted) {
    std::vector<std::string> items;
    for (const OpenCase& each : cases) {
        if (each.isExcepted == isExcepted) {
            items.push_back(dutch(SentencePart::Quoted, *each.words));
        }
    }
    return items.empty() ? std::string()
                         : dutch(isExcepted ? SentencePart::ExceptInCase : SentencePart::InCase,
                                 listed(items));
}

} // namespace

ConditionWords Conditions::words(const Condition& condition) const {
    std::vector<Condition> rest;
    std::vector<OpenCase> cases;
    // What must hold together, however it is nested.
    std::vector<const Condition*> parts{&condition};
    while (!parts.empty()) {
        const Condition& part = *parts.back();
        parts.pop_back();
        if (part.kind == ConditionKind::And) {
            for (auto each = part.operands.rbegin(); each != part.operands.rend(); ++each) {
                parts.push_back(&*each);
            }
        } else if (const auto open = caseOf(part); open.words != nullptr) {
            cases.push_back(open);
        } else {
            rest.push_back(part);
        }
    }
    ConditionWords result;
    result.cases = casesText(cases, false);
    if (const std::string excepted = casesText(cases, true); !excepted.empty()) {
        result.cases += (result.cases.empty() ? "" : ", ") + excepted;
    }
    if (rest.empty()) {
        return result;
    }
    Condition whole = rest.front();
    if (rest.size() > 1) {
        whole = Condition();
        whole.kind = ConditionKind::And;
        whole.operands = rest;
    }
    result.isDoubtAlone = whole.kind == ConditionKind::AnyDoubt;
    result.clause = textOf(clauses(whole, kYes));
    return result;
}

std::string Conditions::textOf(const Clauses& clauses) {
    if (clauses.items.empty()) {
        return clauses.text;
    }
    const bool hasLists = std::any_of(clauses.items.begin(), clauses.items.end(),
                                      [](const Clauses& each) { return !each.items.empty(); });
    std::vector<std::string> items;
    for (const Clauses& each : clauses.items) {
        items.push_back(textOf(each));
    }
    if (!hasLists) {
        return listed(items, clauses.isOr);
    }
    // "als a, en als b of c": the comma and the second "als" keep the list inside together.
    std::string text = items.front();
    for (std::size_t i = 1; i < items.size(); ++i) {
        text = dutch(clauses.isOr ? SentencePart::OrWhen : SentencePart::AndWhen, text, items[i]);
    }
    return text;
}

Conditions::Clauses Conditions::joined(const Condition& condition, Values values, bool isOr) const {
    Clauses result;
    result.isOr = isOr;
    for (const Condition& operand : condition.operands) {
        Clauses part = clauses(operand, values);
        if (!part.items.empty() && part.isOr == isOr) {
            std::move(part.items.begin(), part.items.end(), std::back_inserter(result.items));
        } else {
            result.items.push_back(std::move(part));
        }
    }
    return result;
}

Conditions::Clauses Conditions::clauses(const Condition& condition, Values values) const {
    const auto single = [](std::string text) { return Clauses{std::move(text), false, {}}; };
    switch (condition.kind) {
    case ConditionKind::Fact:
        return single(factClause(condition.fact, values));
    case ConditionKind::Not:
        return clauses(condition.operands.front(), mirrored(values));
    case ConditionKind::DoubtAbout:
        return clauses(condition.operands.front(), wantsYes(values) ? kDoubt : kYes | kNo);
    case ConditionKind::Perhaps:
        return clauses(condition.operands.front(), wantsYes(values) ? kDoubt | kYes : kNo);
    case ConditionKind::AnyDoubt:
        return single(dutch(wantsYes(values) ? SentencePart::ClauseDoubt
                                             : SentencePart::ClauseNoDoubt));
    case ConditionKind::OpenTerm:
        return single(dutch(values == kDoubt     ? SentencePart::ClauseDoubtWords
                            : wantsYes(values) ? SentencePart::ClauseWords
                                               : SentencePart::ClauseNotWords,
                            condition.words));
    case ConditionKind::Choice:
        return single(choiceClause(condition.words, wantsYes(values)));
    case ConditionKind::And:
    case ConditionKind::Or:
        break;
    }
    const bool isOr = condition.kind == ConditionKind::Or;
    switch (values) {
    case kYes:
    case kDoubt | kYes:
        return joined(condition, values, isOr);
    case kNo:
    case kNo | kDoubt:
        return joined(condition, values, !isOr);
    default:
        // In doubt, or in none: of the whole, not of its parts.
        return single(dutch(values == kDoubt ? SentencePart::ClauseWhether
                                             : SentencePart::ClauseSettled,
                            textOf(joined(condition, kYes, isOr))));
    }
}

std::string Conditions::factClause(model::FactId id, Values values) const {
    const model::Fact& fact = vocabulary_[id];
    const std::string& label = vocabulary_[fact.concept_].label.nl;
    const auto clause = [&](model::Answer answer, SentencePart otherwise) {
        return fact.clause(answer).empty() ? dutch(otherwise, label) : fact.clause(answer);
    };
    const auto yes = [&] { return clause(model::Answer::Yes, SentencePart::ClauseWords); };
    switch (values) {
    case kYes:
        return yes();
    case kNo:
        return clause(model::Answer::No, SentencePart::ClauseNotWords);
    case kDoubt:
        return clause(model::Answer::Doubt, SentencePart::ClauseDoubtWords);
    case kDoubt | kYes:
        return dutch(SentencePart::ClausePerhaps, yes());
    case kNo | kDoubt:
        return dutch(SentencePart::ClauseNotCertain, yes());
    default:
        return dutch(SentencePart::ClauseSettled, yes());
    }
}

std::string Conditions::choiceClause(const std::string& words, bool isChosen) const {
    constexpr std::string_view kBetween = ": ";
    const std::size_t at = words.find(kBetween);
    const std::string who = nouns_.called(words.substr(0, at)).text;
    if (at == std::string::npos) {
        return dutch(isChosen ? SentencePart::ClauseChoiceAlone : SentencePart::ClauseNoChoiceAlone,
                     who);
    }
    return dutch(isChosen ? SentencePart::ClauseChoice : SentencePart::ClauseNoChoice, who,
                 words.substr(at + kBetween.size()));
}

} // namespace meldc::emit
