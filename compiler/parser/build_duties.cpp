#include "parser/build.h"

#include <utility>

/// Who does what: performers, and the parts of a duty.
namespace meldc::parser {

namespace {

std::optional<syntax::Timing> timingOf(const Build& build, Grammar::TimingContext* context) {
    using syntax::TimingKind;
    if (context == nullptr) {
        return std::nullopt;
    }
    if (has(context, Keyword::Directly)) {
        return syntax::Timing{};
    }
    const TimingKind kind = has(context, Keyword::Hours)         ? TimingKind::Hours
                            : has(context, Keyword::Days)        ? TimingKind::Days
                            : has(context, Keyword::WorkingDays) ? TimingKind::WorkingDays
                                                                 : TimingKind::Weeks;
    return syntax::Timing{kind, countingNumberOf(build, tokensOf(context, Grammar::INTEGER).front())};
}

void addDutyPart(const Build& build, Grammar::DutyPartContext* part, syntax::Duty& duty) {
    const auto group = [&] { return namesOf(build, child<Grammar::NameGroupContext>(part)); };
    const auto addGroup = [&](std::vector<syntax::Name>& names, bool& isOneOf) {
        auto* choice = child<Grammar::NameChoiceContext>(part);
        // "met a of b met c": whether c is one of them or joins them cannot be told.
        if (!names.empty() && (isOneOf || choice != nullptr)) {
            tellTwice(build, part);
            return;
        }
        isOneOf = isOneOf || choice != nullptr;
        append(names, choice != nullptr ? namesOf(build, choice) : group());
    };
    const auto identity = [&] {
        return std::optional(nameOf(build, child<Grammar::IdentityContext>(part)));
    };
    switch (*keywordOf(part->getStart())) {
    case Keyword::In:
        for (auto* name : children<Grammar::NameContext>(part)) {
            duty.in.push_back(nameOf(build, name));
        }
        break;
    case Keyword::With: addGroup(duty.with, duty.oneOfWith); break;
    case Keyword::To: addGroup(duty.to, duty.oneOfTo); break;
    case Keyword::About: append(duty.about, group()); break;
    case Keyword::Behalf:
        if (has(part, Keyword::Organisation)) {
            duty.behalfOfOrganisation = true;
        } else {
            setOnce(build, duty.behalf, std::optional(nameOf(build, child<Grammar::NameContext>(part))), part);
        }
        break;
    case Keyword::When: setOnce(build, duty.when, conditionUnder(build, part), part); break;
    case Keyword::Unless: setOnce(build, duty.unless, conditionUnder(build, part), part); break;
    case Keyword::For: setOnce(build, duty.beforeStep, identity(), part); break;
    case Keyword::NotUntil: setOnce(build, duty.afterStep, identity(), part); break;
    case Keyword::Back: setOnce(build, duty.returnTo, identity(), part); break;
    default: duty.openTerms.push_back(*labelOf(build, part)); break;
    }
}

} // namespace

syntax::Performer performerOf(const Build& build, Grammar::PerformerContext* context) {
    syntax::Performer node;
    node.span = spanOf(build, context);
    if (has(context, Keyword::Agreed)) {
        node.kind = syntax::PerformerKind::Agreed;
        node.names = namesOf(build, child<Grammar::NameGroupContext>(context));
        return node;
    }
    if (has(context, Keyword::Open)) {
        node.kind = syntax::PerformerKind::Open;
        node.openTerm = labelOf(build, context);
        return node;
    }
    for (auto* name : children<Grammar::NameContext>(context)) {
        node.names.push_back(nameOf(build, name));
    }
    if (has(context, Keyword::Otherwise)) {
        node.otherwise = std::move(node.names.back());
        node.names.pop_back();
    }
    node.joint = has(context, Keyword::And);
    if (node.joint && has(context, Keyword::Or)) {
        build.messages.add(diagnostics::make<diagnostics::Diag::MixedPerformers>(node.span));
    }
    return node;
}

syntax::Duty dutyOf(const Build& build, Grammar::StatementContext* context) {
    syntax::Duty duty;
    duty.timing = timingOf(build, child<Grammar::TimingContext>(context));
    duty.action = nameOf(build, child<Grammar::NameContext>(context));
    if (auto* choice = child<Grammar::NameChoiceContext>(context)) {
        duty.objects = namesOf(build, choice);
        duty.oneOfObjects = true;
    } else {
        duty.objects = namesOf(build, child<Grammar::NamesContext>(context));
    }
    for (auto* part : children<Grammar::DutyPartContext>(context)) {
        addDutyPart(build, part, duty);
    }
    return duty;
}

} // namespace meldc::parser
