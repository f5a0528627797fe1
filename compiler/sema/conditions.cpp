#include "sema/conditions.h"

#include <utility>

#include "diagnostics/catalog.h"
#include "model/table.h"
#include "syntax/words.h"

namespace meldc::sema {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Wording;

std::optional<model::Condition> resolveCondition(const syntax::Condition& written, const Scope& scope) {
    model::Condition result;
    result.kind = written.kind;
    result.span = written.span;
    switch (written.kind) {
        case syntax::ConditionKind::Fact: {
            const auto fact = scope.fact(written.name);
            if (!fact) return std::nullopt;
            result.fact = *fact;
            return result;
        }
        case syntax::ConditionKind::OpenTerm:
            result.words = written.name.text;
            return result;
        case syntax::ConditionKind::Choice:
            if (!scope.actor(written.name)) return std::nullopt;
            // Two choices of one role are the same choice only when they are about the same thing.
            result.words = written.name.text + (written.label ? ": " + written.label->text : std::string());
            return result;
        case syntax::ConditionKind::AnyDoubt:
            return result;
        case syntax::ConditionKind::Not:
        case syntax::ConditionKind::And:
        case syntax::ConditionKind::Or:
        case syntax::ConditionKind::DoubtAbout:
        case syntax::ConditionKind::Perhaps:
            break;
    }
    bool complete = true;
    for (const syntax::Condition& operand : written.operands) {
        auto resolved = resolveCondition(operand, scope);
        if (resolved) result.operands.push_back(std::move(*resolved));
        complete = complete && resolved.has_value();
    }
    if (!complete) return std::nullopt;
    return result;
}

model::Condition negated(model::Condition condition) {
    model::Condition result;
    result.kind = model::ConditionKind::Not;
    result.span = condition.span;
    result.operands.push_back(std::move(condition));
    return result;
}

std::optional<model::Condition> both(std::optional<model::Condition> first, std::optional<model::Condition> second) {
    if (!first) return second;
    if (!second) return first;
    model::Condition result;
    result.kind = model::ConditionKind::And;
    result.span = support::join(first->span, second->span);
    result.operands.push_back(std::move(*first));
    result.operands.push_back(std::move(*second));
    return result;
}

std::optional<model::Goal> resolveGoal(const syntax::Goal& written, const Scope& scope) {
    model::Goal result;
    result.kind = written.kind;
    if (written.kind == syntax::GoalKind::Must || written.kind == syntax::GoalKind::May) {
        const auto id = scope.concept_(written.name, {ConceptKind::Consequence}, Wording::AConsequence);
        if (!id) return std::nullopt;
        result.consequence = *id;
        return result;
    }
    bool complete = true;
    for (const syntax::Goal& operand : written.operands) {
        auto resolved = resolveGoal(operand, scope);
        if (resolved) result.operands.push_back(std::move(*resolved));
        complete = complete && resolved.has_value();
    }
    if (!complete) return std::nullopt;
    return result;
}

namespace {

/// Fields whose values are words of the protocol itself, not of the library.
bool takesLocalWords(model::Field field) {
    switch (field) {
        case model::Field::Name:
        case model::Field::Framework:
        case model::Field::Version:
        case model::Field::Step:
        case model::Field::Return:
        case model::Field::System:
        case model::Field::Source:
        case model::Field::Route:
            return true;
        default:
            return false;
    }
}

bool checkField(model::TableKind kind, model::Field field, support::Span span, const Scope& scope) {
    if (model::hasField(kind, field)) return true;
    std::vector<support::Localized> known;
    for (const model::Field each : model::fieldsOf(kind)) {
        known.push_back(diagnostics::quoted(syntax::spelling(syntax::keywordOf(each))));
    }
    scope.sink().add(make<Diag::FieldNotOfKind>(span, syntax::spelling(syntax::keywordOf(field)),
                                                diagnostics::allOf(known)));
    return false;
}

std::optional<model::FieldValue> resolveValue(const syntax::FieldValue& written, model::Field field,
                                              const Scope& scope) {
    model::FieldValue result;
    result.kind = written.kind;
    result.number = written.number;
    result.modality = written.modality;
    result.unitKind = written.unitKind;
    if (written.kind != syntax::FieldValueKind::Name) return result;
    result.name = written.name.text;
    result.concept_ = scope.vocabulary().find(result.name);
    if (!result.concept_.isValid() && !takesLocalWords(field)) {
        std::vector<std::string> candidates;
        for (const model::Concept& each : scope.vocabulary().concepts) candidates.push_back(each.name);
        reportUnknownName(scope.sink(), written.name, diagnostics::wording(Wording::ATerm), candidates);
        return std::nullopt;
    }
    return result;
}

}  // namespace

std::optional<model::FieldCondition> resolveFieldCondition(const syntax::FieldCondition& written,
                                                           model::TableKind kind, const Scope& scope) {
    model::FieldCondition result;
    result.kind = written.kind;
    result.field = written.field;
    result.other = written.other;
    result.modality = written.modality;
    result.span = written.span;
    bool complete = true;
    if (written.operands.empty()) {
        complete = checkField(kind, written.field, written.span, scope);
        if (written.kind == syntax::FieldConditionKind::Differs) {
            complete = checkField(kind, written.other, written.span, scope) && complete;
        }
    }
    for (const syntax::FieldValue& value : written.values) {
        auto resolved = resolveValue(value, written.field, scope);
        if (resolved) result.values.push_back(std::move(*resolved));
        complete = complete && resolved.has_value();
    }
    for (const syntax::FieldCondition& operand : written.operands) {
        auto resolved = resolveFieldCondition(operand, kind, scope);
        if (resolved) result.operands.push_back(std::move(*resolved));
        complete = complete && resolved.has_value();
    }
    if (!complete) return std::nullopt;
    return result;
}

model::CapFor resolveCap(const syntax::CapFor& written, const Scope& scope) {
    model::CapFor result;
    result.cap = written.cap;
    if (!written.judge) return result;
    if (const auto judge = scope.concept_(*written.judge, {ConceptKind::RoleKind}, Wording::ARoleKind)) {
        result.judge = *judge;
    }
    return result;
}

std::optional<model::Requirement> resolveRequirementIn(const syntax::Requirement& written, const Scope& scope) {
    model::Requirement result;
    result.kind = written.kind;
    result.span = written.span;
    result.text = written.text;
    result.alsoInDoubt = written.alsoInDoubt;
    result.quantity = written.quantity;
    result.number = written.number;
    if (written.cap) result.cap = resolveCap(*written.cap, scope);
    result.table = written.table;
    if (written.message) result.message = {written.message->dutch.text, written.message->english.text};
    bool complete = true;
    const auto take = [&](auto&& resolved, auto& into) {
        if (resolved) {
            into = std::move(*resolved);
        } else {
            complete = false;
        }
    };
    if (written.goal) take(resolveGoal(*written.goal, scope), result.goal);
    if (written.then) take(resolveGoal(*written.then, scope), result.then);
    if (written.when) {
        result.when.emplace();
        take(resolveCondition(*written.when, scope), *result.when);
    }
    for (const syntax::Name& name : written.facts) {
        if (const auto fact = scope.fact(name)) {
            result.facts.push_back(*fact);
        } else {
            complete = false;
        }
    }
    if (written.where) {
        result.where.emplace();
        take(resolveFieldCondition(*written.where, written.table, scope), *result.where);
    }
    if (written.has) {
        result.has.emplace();
        take(resolveFieldCondition(*written.has, written.table, scope), *result.has);
    }
    if (written.kind == syntax::RequirementKind::NoFinding) {
        result.finding = written.finding.text;
        if (!diagnostics::findBySlugOrCode(result.finding)) {
            scope.sink().add(make<Diag::UnknownFinding>(written.finding.span, result.finding));
            complete = false;
        }
    }
    for (const syntax::Requirement& other : written.otherwise) {
        auto resolved = resolveRequirementIn(other, scope);
        if (resolved) result.otherwise.push_back(std::move(*resolved));
        complete = complete && resolved.has_value();
    }
    if (!complete) return std::nullopt;
    return result;
}

}  // namespace meldc::sema
