#include "sema/lapses.h"

#include <algorithm>
#include <optional>

#include "sema/slots.h"

namespace meldc::sema {

using syntax::LapseKind;
using syntax::LapsePart;
using syntax::Statement;
using syntax::StatementKind;

namespace {

StatementKind kindOf(LapseKind kind) {
    switch (kind) {
        case LapseKind::Step: return StatementKind::Step;
        case LapseKind::Question: return StatementKind::Question;
        case LapseKind::Meldnorm: return StatementKind::Meldnorm;
        case LapseKind::Route: return StatementKind::Route;
        case LapseKind::Role: return StatementKind::Role;
        case LapseKind::Contact: return StatementKind::Contact;
        case LapseKind::System: return StatementKind::System;
        case LapseKind::Topic: return StatementKind::Topic;
        case LapseKind::Exception: return StatementKind::Exception;
        case LapseKind::Decision: return StatementKind::Decision;
        case LapseKind::Duty: return StatementKind::Duty;
        case LapseKind::Point: return StatementKind::Point;
        case LapseKind::Blank: return StatementKind::Blank;
        case LapseKind::Adheres: return StatementKind::Adheres;
        case LapseKind::Explanation: return StatementKind::Explanation;
        case LapseKind::Age: return StatementKind::Age;
        case LapseKind::Refers: return StatementKind::Refers;
        case LapseKind::Person: return StatementKind::Person;
        case LapseKind::Organisation: return StatementKind::Organisation;
        case LapseKind::Authority: return StatementKind::Authority;
        case LapseKind::Adopted: return StatementKind::Adopted;
        case LapseKind::Consent: return StatementKind::Consent;
        case LapseKind::Valid: return StatementKind::Valid;
        case LapseKind::Authorised: return StatementKind::Authorised;
        case LapseKind::Version: return StatementKind::Version;
        case LapseKind::Framework: return StatementKind::Framework;
    }
    return StatementKind::Lapse;
}

bool hasName(const std::vector<syntax::Name>& names, const std::string& text) {
    return std::any_of(names.begin(), names.end(), [&](const syntax::Name& name) { return name.text == text; });
}

bool isDutyMeant(const Statement& statement, const LapsePart& part) {
    return statement.performer && statement.duty && !statement.performer->names.empty() &&
           statement.performer->names[0].text == part.name.text && part.action &&
           statement.duty->action.text == part.action->text;
}

/// A reference to this source, or to this part of it and what stands below that part.
bool isReferenceMeant(const Statement& statement, const LapsePart& part) {
    if (statement.names.empty() || statement.names[0].text != part.name.text) return false;
    return part.parts.size() <= statement.sourceParts.size() &&
           std::equal(part.parts.begin(), part.parts.end(), statement.sourceParts.begin(),
                      [](const syntax::SourcePart& a, const syntax::SourcePart& b) {
                          return a.kind == b.kind && a.value.text == b.value.text;
                      });
}

bool arePersonsMeant(const Statement& statement, const LapsePart& part) {
    if (statement.names.size() != part.more.size() + 1 || !hasName(statement.names, part.name.text)) return false;
    const bool isSameModality = !part.modality || statement.modality == part.modality;
    return isSameModality && std::all_of(part.more.begin(), part.more.end(), [&](const syntax::Name& role) {
               return hasName(statement.names, role.text);
           });
}

bool hasBlockOfLines(const LevelStatement& each) {
    return each.statement->kind != StatementKind::Ambiguous && !each.block.empty();
}

/// A list of statements of which some are meant, and the block around it in words.
struct Holder {
    std::vector<LevelStatement>* statements = nullptr;
    std::string place;
};

class Finder {
public:
    Finder(const std::vector<LapsePart>& path, std::uint32_t level) : path_(path), level_(level) {}

    void look(std::vector<LevelStatement>& statements, std::size_t leg, const std::string& place) {
        const std::size_t before = holders_.size();
        if (leg + 1 == path_.size()) {
            const bool isHere = std::any_of(statements.begin(), statements.end(),
                                            [&](const LevelStatement& each) { return mayGo(each); });
            if (isHere) holders_.push_back({&statements, place});
        } else {
            for (LevelStatement& each : statements) {
                if (isMeant(*each.statement, path_[leg])) look(each.block, leg + 1, inside(place, each));
            }
        }
        // Ages are one list, wherever they stand. Explanations without their words are those of the block.
        const LapsePart& last = path_.back();
        if (last.kind == LapseKind::Explanation && last.name.text.empty()) return;
        if (holders_.size() > before && last.kind != LapseKind::Age) return;
        for (LevelStatement& each : statements) {
            if (hasBlockOfLines(each)) look(each.block, leg, inside(place, each));
        }
    }

    [[nodiscard]] bool mayGo(const LevelStatement& each) const {
        return (each.level > level_ || each.reopens) && isMeant(*each.statement, path_.back());
    }

    [[nodiscard]] const std::vector<Holder>& holders() const { return holders_; }

private:
    static std::string inside(const std::string& place, const LevelStatement& each) {
        // A framework has no name that tells it from others.
        if (each.statement->kind == StatementKind::Framework) return place;
        return place.empty() ? wordsOf(*each.statement) : place + " " + wordsOf(*each.statement);
    }

    const std::vector<LapsePart>& path_;
    std::uint32_t level_;
    std::vector<Holder> holders_;
};

/// Calls `visit` for every statement, in whatever block; not for drafts and those of one reading only.
template <class Visit>
void forEachStatement(const std::vector<LevelStatement>& statements, const Visit& visit) {
    for (const LevelStatement& each : statements) {
        if (each.statement->kind == StatementKind::Ambiguous || isDraft(each)) continue;
        visit(each);
        forEachStatement(each.block, visit);
    }
}

void dropBlanks(std::vector<LevelStatement>& statements, std::uint32_t level,
                const std::set<const LapsePart*>& filled) {
    std::erase_if(statements, [&](const LevelStatement& each) {
        return each.level > level && each.statement->kind == StatementKind::Blank &&
               !each.statement->lapse.empty() && filled.contains(each.statement->lapse.data());
    });
    for (LevelStatement& each : statements) dropBlanks(each.block, level, filled);
}

}  // namespace

bool isMeant(const Statement& statement, const LapsePart& part) {
    if (thingOf(statement.kind) != kindOf(part.kind)) return false;
    switch (part.kind) {
        case LapseKind::Duty: return isDutyMeant(statement, part);
        case LapseKind::Decision: return hasName(statement.names, part.name.text);
        case LapseKind::Refers: return isReferenceMeant(statement, part);
        case LapseKind::Person: return arePersonsMeant(statement, part);
        case LapseKind::Explanation: return statement.label && statement.label->text.starts_with(part.name.text);
        case LapseKind::Blank:
            return hasName(statement.names, part.name.text) ||
                   (statement.label && statement.label->text == part.name.text);
        // A framework that is still to be chosen fills nothing.
        case LapseKind::Framework: return statement.kind == StatementKind::Framework;
        case LapseKind::Age:
        case LapseKind::Organisation:
        case LapseKind::Authority:
        case LapseKind::Adopted:
        case LapseKind::Consent:
        case LapseKind::Valid:
        case LapseKind::Authorised:
        case LapseKind::Version: return true;
        default: return !statement.names.empty() && statement.names[0].text == part.name.text;
    }
}

Removal removeLapsed(std::vector<LevelStatement>& statements, const std::vector<LapsePart>& path,
                     std::uint32_t level) {
    Finder finder(path, level);
    finder.look(statements, 0, "");
    Removal removal;
    for (const Holder& holder : finder.holders()) removal.places.push_back(holder.place);
    if (removal.places.size() > 1 && path.back().kind != LapseKind::Age) return removal;
    for (const Holder& holder : finder.holders()) {
        for (const LevelStatement& each : *holder.statements) {
            if (finder.mayGo(each)) removal.from = each.from;
        }
        std::erase_if(*holder.statements, [&](const LevelStatement& each) { return finder.mayGo(each); });
    }
    removal.places.clear();
    return removal;
}

std::vector<const LapsePart*> slotsOfBlanks(const std::vector<LevelStatement>& statements) {
    std::vector<const LapsePart*> slots;
    forEachStatement(statements, [&](const LevelStatement& each) {
        if (each.statement->kind == StatementKind::Blank && !each.statement->lapse.empty()) {
            slots.push_back(each.statement->lapse.data());
        }
    });
    return slots;
}

void fillBlanks(std::vector<LevelStatement>& statements, const std::vector<Lapsed>& lapses, std::uint32_t level) {
    const std::vector<const LapsePart*> slots = slotsOfBlanks(statements);
    if (slots.empty()) return;
    std::set<const LapsePart*> filled;
    forEachStatement(statements, [&](const LevelStatement& each) {
        if (each.level != level) return;
        for (const LapsePart* slot : slots) {
            if (isMeant(*each.statement, *slot)) filled.insert(slot);
        }
    });
    for (const Lapsed& lapse : lapses) {
        if (lapse.level != level || lapse.draft) continue;
        const LapsePart& gone = lapse.statement->lapse.back();
        for (const LapsePart* slot : slots) {
            if (slot->kind == gone.kind && slot->name.text == gone.name.text) filled.insert(slot);
        }
    }
    dropBlanks(statements, level, filled);
}

}  // namespace meldc::sema
