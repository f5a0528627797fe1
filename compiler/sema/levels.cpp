#include "sema/levels.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "syntax/keywords.h"
#include "syntax/words.h"

#include "sema/slot_text.h"
#include "sema/step_placer.h"

namespace meldc::sema {

using diagnostics::Diag;
using diagnostics::make;
using syntax::Statement;
using syntax::StatementKind;

namespace {

/// Name of a statement that declares a thing; empty for statements without one.
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

/// Kinds that stand for the same thing in two forms.
StatementKind thingOf(StatementKind kind) {
    if (kind == StatementKind::Inapplicable) return StatementKind::Topic;
    if (kind == StatementKind::OpenFramework) return StatementKind::Framework;
    return kind;
}

/// Statements that give a name; the others stand for the thing that has it.
bool givesName(StatementKind kind) {
    return kind == StatementKind::Role || kind == StatementKind::System || kind == StatementKind::Document;
}

/// Statements with a block, in which two lines that differ can stand together.
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

/// The thing as it is written: "vraag 1", "beslissing a, b".
std::string wordsOf(const Statement& statement) {
    std::string text(syntax::spelling(syntax::keywordOf(thingOf(statement.kind))));
    std::string_view separator = " ";
    for (const syntax::Name& name : statement.names) {
        text += separator;
        text += name.text;
        separator = ", ";
    }
    return text;
}

/// Statements of which an unnamed second one at the same level is no mistake: a code may apply its
/// framework in two steps.
bool mayRepeat(StatementKind kind) { return thingOf(kind) == StatementKind::Framework; }

/// Whether a lower level's statement `b` takes the place of the inherited one `a`.
bool isSameSlot(const Statement& a, const Statement& b) {
    if (a.kind != b.kind) return false;
    switch (a.kind) {
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
            return a.answer == b.answer;
        case StatementKind::Duty: {
            const auto names = [](const Statement& each) {
                std::string text;
                for (const syntax::Name& name : each.performer->names) text += name.text + ",";
                if (each.performer->openTerm) text += "\"" + each.performer->openTerm->text;
                text += "|" + each.duty->action.text + "|";
                for (const syntax::Name& name : each.duty->objects) text += name.text + ",";
                return text;
            };
            return b.replaces && a.performer && b.performer && a.duty && b.duty && names(a) == names(b);
        }
        default:
            return false;
    }
}

std::optional<StatementKind> kindOf(syntax::LapseKind kind) {
    switch (kind) {
        case syntax::LapseKind::Step: return StatementKind::Step;
        case syntax::LapseKind::Question: return StatementKind::Question;
        case syntax::LapseKind::Meldnorm: return StatementKind::Meldnorm;
        case syntax::LapseKind::Route: return StatementKind::Route;
        case syntax::LapseKind::Role: return StatementKind::Role;
        case syntax::LapseKind::Contact: return StatementKind::Contact;
        case syntax::LapseKind::System: return StatementKind::System;
        case syntax::LapseKind::Topic: return StatementKind::Topic;
        case syntax::LapseKind::Exception: return StatementKind::Exception;
        case syntax::LapseKind::Decision: return StatementKind::Decision;
        case syntax::LapseKind::Duty: return StatementKind::Duty;
    }
    return std::nullopt;
}

bool isMeant(const Statement& statement, const syntax::LapsePart& part) {
    if (thingOf(statement.kind) != kindOf(part.kind)) return false;
    if (part.kind == syntax::LapseKind::Duty) {
        return statement.performer && statement.duty && !statement.performer->names.empty() &&
               statement.performer->names[0].text == part.name.text && part.action &&
               statement.duty->action.text == part.action->text;
    }
    if (part.kind == syntax::LapseKind::Decision) {
        return std::any_of(statement.names.begin(), statement.names.end(),
                           [&](const syntax::Name& name) { return name.text == part.name.text; });
    }
    return !statement.names.empty() && statement.names[0].text == part.name.text;
}

/// Removes what the path points at, looking through frameworks and steps for its first leg.
bool removeAt(std::vector<LevelStatement>& statements, const std::vector<syntax::LapsePart>& path, std::size_t leg) {
    bool removed = false;
    if (leg + 1 == path.size()) {
        removed = std::erase_if(statements, [&](const LevelStatement& each) {
                      return isMeant(*each.statement, path[leg]);
                  }) > 0;
    } else {
        for (LevelStatement& each : statements) {
            if (isMeant(*each.statement, path[leg])) removed = removeAt(each.block, path, leg + 1) || removed;
        }
    }
    if (!removed && leg == 0) {
        for (LevelStatement& each : statements) {
            const bool isRoom = each.statement->kind == StatementKind::Framework ||
                                each.statement->kind == StatementKind::Step;
            if (isRoom && removeAt(each.block, path, 0)) return true;
        }
    }
    return removed;
}

std::string words(const syntax::Statement& statement) {
    std::string text;
    for (const syntax::LapsePart& part : statement.lapse) {
        if (!text.empty()) text += " ";
        text += part.name.text + (part.action ? " " + part.action->text : "");
    }
    return text;
}

class Merger {
public:
    /// `draft`: all that is merged stands in something that is a draft.
    Merger(std::uint32_t level, Merged& merged, const FrameworkLookup& frameworks, diagnostics::Sink& sink,
           bool draft = false)
        : level_(level), merged_(merged), frameworks_(frameworks), sink_(sink), draft_(draft) {}

    /// Lays `own` over `statements`.
    void merge(std::vector<LevelStatement>& statements, const std::vector<Statement>& own) {
        for (const Statement& each : own) place(statements, each);
    }

private:
    void place(std::vector<LevelStatement>& statements, const Statement& own) {
        const bool isOnlyDraft = draft_ || own.draft;
        if (own.kind == StatementKind::Lapse) {
            if (isOnlyDraft || removeAt(statements, own.lapse, 0)) {
                merged_.lapses.push_back({&own, level_, isOnlyDraft});
            } else {
                sink_.add(make<Diag::NothingToLapse>(own.span, words(own)));
            }
            return;
        }
        if (const auto key = keyOf(own)) {
            placeThing(statements, own, *key);
            return;
        }
        const auto isInherited = [&](const LevelStatement& each) {
            return each.level > level_ && isSameSlot(*each.statement, own);
        };
        const bool isThere = std::any_of(statements.begin(), statements.end(), isInherited);
        if (own.replaces && !isThere) reportNothingToReplace(own);
        if (!isOnlyDraft) std::erase_if(statements, isInherited);
        add(statements, own, isThere && !isOnlyDraft);
    }

    void placeThing(std::vector<LevelStatement>& statements, const Statement& own, const std::string& key) {
        const auto at = std::find_if(statements.begin(), statements.end(), [&](const LevelStatement& each) {
            return thingOf(each.statement->kind) == thingOf(own.kind) && keyOf(*each.statement) == key;
        });
        if (at == statements.end() || (at->level == level_ && mayRepeat(own.kind))) {
            if (own.replaces) reportNothingToReplace(own);
            add(statements, own, false);
            return;
        }
        if (at->level == level_) {
            tellTwice(*at->statement, own);
            return;
        }
        if (draft_ || own.draft) {
            layDraft(statements, *at, own);
            return;
        }
        LevelStatement merged{&own, level_, true, fromLibrary(own), false};
        if (merged.block.empty() && !own.replaces && own.kind == at->statement->kind) {
            merged.block = std::move(at->block);
            if (isDraft(*at)) markDrafts(merged.block);
        }
        merge(merged.block, own.block);
        *at = std::move(merged);
    }

    /// Adds a statement with its block.
    void add(std::vector<LevelStatement>& statements, const Statement& own, bool replaces) {
        LevelStatement added{&own, level_, replaces, fromLibrary(own), draft_};
        merge(added.block, own.block);
        statements.push_back(std::move(added));
    }

    /// A draft of something inherited leaves it as it is. What stands in the draft is laid beside what
    /// stands in the thing itself, so that both can be told apart there; without a block of its own the
    /// draft stands beside the thing.
    void layDraft(std::vector<LevelStatement>& statements, LevelStatement& inherited, const Statement& own) {
        const bool hasOwnBlock = !own.block.empty() && own.kind == inherited.statement->kind;
        if (!hasOwnBlock || mayRepeat(own.kind)) {
            add(statements, own, false);
            return;
        }
        Merger(level_, merged_, frameworks_, sink_, true).merge(inherited.block, own.block);
    }

    static void markDrafts(std::vector<LevelStatement>& statements) {
        for (LevelStatement& each : statements) each.draft = true;
    }

    void tellTwice(const Statement& first, const Statement& second) {
        const auto placeOf = [](const Statement& each) {
            return each.names.empty() ? each.span : each.names[0].span;
        };
        merged_.doubled.insert(thingOf(second.kind));
        const std::string what = givesName(second.kind) ? second.names[0].text : wordsOf(second);
        if (givesName(second.kind)) {
            sink_.add(make<Diag::DeclaredTwice>(placeOf(second), what)
                          .note<Diag::FirstDeclaredHere>(placeOf(first), what));
        } else if (!isThing(second.kind)) {
            sink_.add(make<Diag::StatedTwice>(placeOf(second), what)
                          .note<Diag::FirstDeclaredHere>(placeOf(first), what));
        } else {
            sink_.add(make<Diag::ThingTwice>(placeOf(second), what)
                          .note<Diag::FirstDeclaredHere>(placeOf(first), what));
        }
    }

    /// What a framework takes over from the library: the level above.
    std::vector<LevelStatement> fromLibrary(const Statement& own) {
        if (own.kind != StatementKind::Framework || own.names.empty()) return {};
        const std::vector<Statement>* written = frameworks_(own.names[0].text);
        if (written == nullptr) return {};
        std::vector<LevelStatement> statements;
        Merger(level_ + 1, merged_, frameworks_, sink_).merge(statements, *written);
        return statements;
    }

    void reportNothingToReplace(const Statement& own) {
        sink_.add(make<Diag::NothingToReplace>(own.span, own.names.empty() ? std::string("…") : own.names[0].text));
    }

    std::uint32_t level_;
    Merged& merged_;
    const FrameworkLookup& frameworks_;
    diagnostics::Sink& sink_;
    bool draft_;
};

}  // namespace

Merged mergeLevel(Merged inherited, const std::vector<Statement>& own, std::uint32_t level,
                  const FrameworkLookup& frameworks, diagnostics::Sink& sink) {
    Merger merger(level, inherited, frameworks, sink);
    merger.merge(inherited.statements, own);
    placeAddedSteps(inherited.statements, level);
    return inherited;
}

void replaceInheritedDuties(model::Protocol& protocol) {
    std::map<std::string, std::uint32_t> lowest;
    const auto keyFor = [](const model::Task& task) { return dutySlot(task) + "/" + conditionText(task); };
    for (const model::Task& task : protocol.tasks) {
        // What holds in one reading only takes nothing away from the others.
        if (task.origin.draft || !task.origin.guards.empty()) continue;
        const auto [at, isNew] = lowest.emplace(keyFor(task), task.origin.level);
        at->second = std::min(at->second, task.origin.level);
    }
    std::set<std::string> replaced;
    std::erase_if(protocol.tasks, [&](const model::Task& task) {
        const auto at = lowest.find(keyFor(task));
        if (at == lowest.end() || task.origin.level <= at->second) return false;
        replaced.insert(at->first);
        return true;
    });
    for (model::Task& task : protocol.tasks) {
        const bool isHeir = !task.origin.draft && task.origin.guards.empty();
        if (isHeir && replaced.contains(keyFor(task))) task.origin.replaces = true;
    }
}

}  // namespace meldc::sema
