#include "sema/slots.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "syntax/keywords.h"
#include "syntax/printer.h"
#include "syntax/words.h"

namespace meldc::sema {

using syntax::Condition;
using syntax::Statement;
using syntax::StatementKind;

namespace {

/// Who does what with which matters: what `vervang taak …` replaces.
std::string replacedDuty(const Statement& each) {
    std::string text;
    for (const syntax::Name& name : each.performer->names) text += name.text + ",";
    if (each.performer->openTerm) text += "\"" + each.performer->openTerm->text;
    text += "|" + each.duty->action.text + "|";
    for (const syntax::Name& name : each.duty->objects) text += name.text + ",";
    return text;
}

/// Whether both fill one slot that takes one value.
bool fillSameSlot(const Statement& own, const Statement& inherited) {
    switch (own.kind) {
        case StatementKind::Kind:
        case StatementKind::Organisation:
        case StatementKind::Authority:
        case StatementKind::Sector:
        case StatementKind::Profession:
        case StatementKind::Adopted:
        case StatementKind::Consent:
        case StatementKind::Valid:
        case StatementKind::Authorised:
        case StatementKind::Works:
        case StatementKind::Version:
        case StatementKind::Owner:
        case StatementKind::Decider:
        case StatementKind::Reporter:
        case StatementKind::Performer:
        case StatementKind::AnswerYes:
        case StatementKind::Rests:
        case StatementKind::Threshold:
            return true;
        case StatementKind::Edge:
            return own.answer == inherited.answer;
        case StatementKind::Duty:
            return own.replaces && own.performer && inherited.performer && own.duty && inherited.duty &&
                   replacedDuty(own) == replacedDuty(inherited);
        default:
            return false;
    }
}

void sortOperands(Condition& condition) {
    for (Condition& operand : condition.operands) sortOperands(operand);
    std::stable_sort(condition.operands.begin(), condition.operands.end(),
                     [](const Condition& a, const Condition& b) { return syntax::print(a) < syntax::print(b); });
}

void sortOperands(std::optional<Condition>& condition) {
    if (condition) sortOperands(*condition);
}

/// The statement's own text with everything in one order of which the order says nothing.
std::string normalText(const Statement& statement) {
    Statement head = statement;
    head.block.clear();
    const bool isSet = head.kind == StatementKind::Sector || head.kind == StatementKind::Profession ||
                       head.kind == StatementKind::Works || head.kind == StatementKind::Function;
    if (isSet) {
        std::sort(head.names.begin(), head.names.end(),
                  [](const syntax::Name& a, const syntax::Name& b) { return a.text < b.text; });
    }
    for (syntax::Name& name : head.names) name.quoted = false;
    sortOperands(head.condition);
    if (head.duty) {
        sortOperands(head.duty->when);
        sortOperands(head.duty->unless);
    }
    return syntax::printHead(head);
}

template <class T>
void takeOver(std::optional<T>& own, const std::optional<T>& inherited) {
    if (!own) own = inherited;
}

}  // namespace

std::optional<std::string> keyOf(const Statement& statement) {
    switch (statement.kind) {
        case StatementKind::Role:
        case StatementKind::Contact:
        case StatementKind::System:
        case StatementKind::Step:
        case StatementKind::Question:
        case StatementKind::Meldnorm:
        case StatementKind::Route:
        case StatementKind::Exception:
        case StatementKind::Document:
        case StatementKind::Point:
        case StatementKind::Adheres:
        case StatementKind::Topic:
        case StatementKind::Inapplicable:
            return statement.names.empty() ? std::string() : statement.names[0].text;
        case StatementKind::Decision: {
            std::string key;
            for (const syntax::Name& name : statement.names) key += name.text + " ";
            return key;
        }
        case StatementKind::Framework:
        case StatementKind::OpenFramework:
            return std::string();
        default:
            return std::nullopt;
    }
}

StatementKind thingOf(StatementKind kind) {
    if (kind == StatementKind::Inapplicable) return StatementKind::Topic;
    if (kind == StatementKind::OpenFramework) return StatementKind::Framework;
    return kind;
}

bool givesName(StatementKind kind) {
    return kind == StatementKind::Role || kind == StatementKind::System || kind == StatementKind::Document;
}

bool isThing(StatementKind kind) {
    switch (kind) {
        case StatementKind::Step:
        case StatementKind::Question:
        case StatementKind::Meldnorm:
        case StatementKind::Route:
        case StatementKind::Exception:
        case StatementKind::Decision:
        case StatementKind::Topic:
            return true;
        default:
            return false;
    }
}

bool mayRepeat(StatementKind kind) { return thingOf(kind) == StatementKind::Framework; }

std::string wordsOf(const Statement& statement) {
    if (!keyOf(statement)) return syntax::printHead(statement);
    std::string text(syntax::spelling(syntax::keywordOf(thingOf(statement.kind))));
    if (statement.kind == StatementKind::Exception) {
        text += " " + std::string(syntax::spelling(syntax::Keyword::On));
    }
    std::string_view separator = " ";
    for (const syntax::Name& name : statement.names) {
        text += separator;
        text += name.text;
        separator = ", ";
    }
    return text;
}

bool takesPlaceOf(const Statement& own, const Statement& inherited) {
    if (own.kind != inherited.kind) return false;
    if (fillSameSlot(own, inherited)) return true;
    // Which duties are the same is known when their names are resolved.
    const bool isComparable = own.kind != StatementKind::Duty && own.kind != StatementKind::Ambiguous &&
                              own.kind != StatementKind::Reading;
    return isComparable && saysTheSame(own, inherited);
}

bool saysTheSame(const Statement& a, const Statement& b) {
    return a.kind == b.kind && normalText(a) == normalText(b);
}

Statement completed(const Statement& own, const Statement& inherited) {
    Statement head = own;
    head.block.clear();
    if (thingOf(own.kind) == StatementKind::Topic) takeOver(head.label, inherited.label);
    if (own.kind != inherited.kind) return head;
    if (isThing(own.kind)) {
        takeOver(head.label, inherited.label);
        takeOver(head.condition, inherited.condition);
    }
    if (own.replaces) return head;
    if (own.kind == StatementKind::Framework && head.names.empty()) head.names = inherited.names;
    if (own.kind == StatementKind::Role || own.kind == StatementKind::System ||
        own.kind == StatementKind::Contact || own.kind == StatementKind::Point) {
        takeOver(head.label, inherited.label);
        takeOver(head.phone, inherited.phone);
        takeOver(head.address, inherited.address);
        takeOver(head.website, inherited.website);
        if (head.more.empty()) head.more = inherited.more;
    }
    return head;
}

bool identifiesUnit(StatementKind kind) {
    switch (kind) {
        case StatementKind::Kind:
        case StatementKind::Organisation:
        case StatementKind::Sector:
        case StatementKind::Adopted:
        case StatementKind::Consent:
        case StatementKind::Valid:
        case StatementKind::Version:
        case StatementKind::Document:
            return true;
        default:
            return false;
    }
}

}  // namespace meldc::sema
