#include "syntax/words.h"
#include "syntax/words_writer.h"

namespace meldc::syntax {

template <class Node, class Needs>
WordsWriter& WordsWriter::chain(const std::vector<Node>& operands, Keyword between, Needs needsBrackets) {
    for (std::size_t i = 0; i < operands.size(); ++i) {
        if (i > 0) {
            *this << between;
        }
        if (needsBrackets(operands[i])) {
            word("(") << operands[i];
            line_ += ')';
        } else {
            *this << operands[i];
        }
    }
    return *this;
}

namespace {

/// `en` binds closer than `of`, a word before a condition closer than both.
bool isOr(const Condition& node) { return node.kind == ConditionKind::Or; }
bool isOr(const FieldCondition& node) { return node.kind == FieldConditionKind::Or; }
bool isOr(const Goal& node) { return node.kind == GoalKind::Or; }
bool isAnd(const Condition& node) { return node.kind == ConditionKind::And; }
bool isAnd(const FieldCondition& node) { return node.kind == FieldConditionKind::And; }
bool isAnd(const Goal& node) { return node.kind == GoalKind::And; }

constexpr auto kInAnd = [](const auto& node) { return isOr(node); };
constexpr auto kInOr = [](const auto& /*node*/) { return false; };
constexpr auto kAfterWord = [](const auto& node) { return isOr(node) || isAnd(node); };

} // namespace

WordsWriter& WordsWriter::operator<<(const Condition& condition) {
    switch (condition.kind) {
    case ConditionKind::Fact: return *this << condition.name;
    case ConditionKind::And: return chain(condition.operands, Keyword::And, kInAnd);
    case ConditionKind::Or: return chain(condition.operands, Keyword::Or, kInOr);
    case ConditionKind::Not: *this << Keyword::Not; break;
    case ConditionKind::DoubtAbout: *this << Keyword::Doubt << Keyword::About; break;
    case ConditionKind::Perhaps: *this << Keyword::Perhaps; break;
    case ConditionKind::AnyDoubt: return *this << Keyword::Doubt;
    case ConditionKind::OpenTerm: return (*this << Keyword::Open).text(condition.name);
    case ConditionKind::Choice:
        return (*this << Keyword::Choice << Keyword::Of << condition.name).text(condition.label);
    }
    return chain(condition.operands, Keyword::And, kAfterWord);
}

WordsWriter& WordsWriter::operator<<(const Goal& goal) {
    switch (goal.kind) {
    case GoalKind::Must: return *this << goal.name;
    case GoalKind::May: return *this << Keyword::May << goal.name;
    case GoalKind::And: return chain(goal.operands, Keyword::And, kInAnd);
    case GoalKind::Or: return chain(goal.operands, Keyword::Or, kInOr);
    case GoalKind::Not: break;
    }
    *this << Keyword::Not;
    return chain(goal.operands, Keyword::And, kAfterWord);
}

WordsWriter& WordsWriter::value(const FieldValue& value) {
    switch (value.kind) {
    case FieldValueKind::Name: return *this << value.name;
    case FieldValueKind::Number: return *this << value.number;
    case FieldValueKind::Modality: return *this << value.modality;
    case FieldValueKind::UnitKind: return *this << value.unitKind;
    case FieldValueKind::Yes: return *this << Keyword::Yes;
    case FieldValueKind::No: return *this << Keyword::No;
    case FieldValueKind::Unknown: return *this << Keyword::Unknown;
    case FieldValueKind::Doubt: return *this << Keyword::Doubt;
    case FieldValueKind::Open: return *this << Keyword::Open;
    }
    return *this;
}

WordsWriter& WordsWriter::operator<<(const FieldCondition& condition) {
    const Keyword field = keywordOf(condition.field);
    switch (condition.kind) {
    case FieldConditionKind::And: return chain(condition.operands, Keyword::And, kInAnd);
    case FieldConditionKind::Or: return chain(condition.operands, Keyword::Or, kInOr);
    case FieldConditionKind::Not:
        *this << Keyword::Not;
        return chain(condition.operands, Keyword::And, kAfterWord);
    case FieldConditionKind::ModalityAtLeast: return *this << field << Keyword::AtLeast << condition.modality;
    case FieldConditionKind::Is: return (*this << field << Keyword::Is).value(condition.values.front());
    case FieldConditionKind::Only:
        *this << field << Keyword::Only << Keyword::Out;
        word("{");
        for (std::size_t i = 0; i < condition.values.size(); ++i) {
            if (i > 0) {
                comma();
            }
            value(condition.values[i]);
        }
        return word("}");
    case FieldConditionKind::Absent: return *this << field << Keyword::Absent;
    case FieldConditionKind::Differs:
        return *this << field << Keyword::Otherwise << Keyword::Than << keywordOf(condition.other);
    case FieldConditionKind::Present: break;
    }
    return *this << field;
}

WordsWriter& WordsWriter::operator<<(const Requirement& requirement) {
    alternative(requirement);
    for (const Requirement& other : requirement.otherwise) {
        *this << Keyword::Or;
        alternative(other);
    }
    return *this;
}

WordsWriter& WordsWriter::alternative(const Requirement& requirement) {
    switch (requirement.kind) {
    case RequirementKind::Always: *this << Keyword::Always << requirement.goal; break;
    case RequirementKind::Never: *this << Keyword::Never << requirement.goal; break;
    case RequirementKind::Possible: *this << Keyword::Possible << requirement.goal; break;
    case RequirementKind::Monotone:
        return *this << Keyword::Never << Keyword::Less << requirement.goal << Keyword::When << Keyword::More
                     << requirement.facts;
    case RequirementKind::After:
        return *this << Keyword::After << requirement.goal << Keyword::Still << Keyword::Possible
                     << requirement.then;
    case RequirementKind::Count:
        *this << Keyword::There << Keyword::Is;
        switch (requirement.quantity) {
        case QuantityKind::None: *this << Keyword::None; break;
        case QuantityKind::AtLeast: *this << Keyword::AtLeast << requirement.number; break;
        case QuantityKind::Exactly: *this << Keyword::Exactly << requirement.number; break;
        case QuantityKind::AtMost: *this << Keyword::AtMost << requirement.number; break;
        }
        *this << keywordOf(requirement.table);
        return requirement.where ? *this << Keyword::Where << *requirement.where : *this;
    case RequirementKind::Each:
        *this << Keyword::Each << keywordOf(requirement.table);
        if (requirement.where) {
            *this << Keyword::Where << *requirement.where;
        }
        return *this << Keyword::Has << requirement.has;
    case RequirementKind::NoFinding: return *this << Keyword::None << Keyword::Finding << requirement.finding;
    case RequirementKind::Human: return *this << Keyword::Human << Keyword::Judges;
    }
    if (requirement.when) {
        *this << Keyword::When << *requirement.when;
    }
    return requirement.alsoInDoubt ? *this << Keyword::Also << Keyword::When << Keyword::Doubt : *this;
}

} // namespace meldc::syntax
