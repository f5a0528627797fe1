#include "sema/list_slots.h"

#include <algorithm>
#include <iterator>

#include "sema/slots.h"
#include "syntax/printer.h"

namespace meldc::sema {

using syntax::Statement;
using syntax::StatementKind;

std::vector<const Statement*> linesOf(const std::vector<Statement>& own, StatementKind kind) {
    std::vector<const Statement*> lines;
    for (const Statement& each : own) {
        if (each.draft || each.kind == StatementKind::Ambiguous) continue;
        if (each.kind == kind) lines.push_back(&each);
        const auto below = linesOf(each.block, kind);
        lines.insert(lines.end(), below.begin(), below.end());
    }
    return lines;
}

std::vector<LevelStatement> takeInherited(std::vector<LevelStatement>& statements, StatementKind kind,
                                          std::uint32_t level) {
    std::vector<LevelStatement> taken;
    std::erase_if(statements, [&](const LevelStatement& each) {
        const bool goes = each.statement->kind == kind && each.level > level && !isDraft(each);
        if (goes) taken.push_back(each);
        return goes;
    });
    for (LevelStatement& each : statements) {
        if (isDraft(each) || each.statement->kind == StatementKind::Ambiguous) continue;
        std::vector<LevelStatement> below = takeInherited(each.block, kind, level);
        std::move(below.begin(), below.end(), std::back_inserter(taken));
    }
    return taken;
}

bool sayTheSame(const std::vector<const Statement*>& own, const std::vector<LevelStatement>& inherited) {
    return own.size() == inherited.size() && std::all_of(own.begin(), own.end(), [&](const Statement* line) {
               return std::any_of(inherited.begin(), inherited.end(), [&](const LevelStatement& each) {
                   return saysTheSame(*line, *each.statement);
               });
           });
}

std::string textOf(const std::vector<const Statement*>& lines) {
    std::string text;
    for (const Statement* each : lines) text += (text.empty() ? "" : "; ") + syntax::printHead(*each);
    return text;
}

std::string textOf(const std::vector<LevelStatement>& lines) {
    std::string text;
    for (const LevelStatement& each : lines) text += (text.empty() ? "" : "; ") + syntax::printHead(*each.statement);
    return text;
}

}  // namespace meldc::sema
