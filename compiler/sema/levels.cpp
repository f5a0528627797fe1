#include "sema/levels.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "sema/lapses.h"
#include "sema/list_slots.h"
#include "sema/slots.h"
#include "sema/step_placer.h"
#include "syntax/printer.h"

namespace meldc::sema {

using diagnostics::Diag;
using diagnostics::make;
using syntax::Statement;
using syntax::StatementKind;

namespace {

bool isFramework(StatementKind kind) { return thingOf(kind) == StatementKind::Framework; }

/// Name of the library framework that is applied; nothing for questions of its own.
std::string frameworkName(const Statement& statement) {
    const bool isChosen = statement.kind == StatementKind::Framework && !statement.names.empty();
    return isChosen ? statement.names[0].text : std::string();
}

/// Things that are known by their name wherever they stand, so that a lower level need not repeat the
/// block around them.
bool isKnownEverywhere(StatementKind kind) {
    return (isThing(kind) && kind != StatementKind::Step) || kind == StatementKind::Inapplicable ||
           kind == StatementKind::Framework;
}

class Merger {
public:
    Merger(const Level& level, Merged& merged, const FrameworkLookup& frameworks, diagnostics::Sink& sink)
        : level_(level.number),
          from_(&level.name),
          merged_(merged),
          frameworks_(frameworks),
          sink_(sink),
          slots_(slotsOfBlanks(merged.statements)),
          inherits_(!merged.statements.empty()) {}

    void run(const std::vector<Statement>& own) {
        // A version is that of one text; who follows that text has a text of their own.
        std::erase_if(merged_.statements,
                      [](const LevelStatement& each) { return each.statement->kind == StatementKind::Version; });
        replaceList(merged_.statements, own, StatementKind::Age);
        merge(merged_.statements, own);
    }

private:
    using Statements = std::vector<LevelStatement>;

    /// An inherited thing, or the blocks in which there are several of its name.
    struct Found {
        LevelStatement* at = nullptr;
        std::vector<std::string> places;
    };

    /// Lays `own` over `statements`.
    void merge(Statements& statements, const std::vector<Statement>& own) {
        for (const Statement& each : own) place(statements, each);
    }

    void place(Statements& statements, const Statement& own) {
        if (own.kind == StatementKind::Lapse) {
            lapse(statements, own);
            return;
        }
        if (keyOf(own)) {
            placeThing(statements, own);
            return;
        }
        const bool isOnlyDraft = draft_ || own.draft;
        const auto isReplaced = [&](const LevelStatement& each) {
            return each.level > level_ && takesPlaceOf(own, *each.statement);
        };
        Statements replaced;
        for (const LevelStatement& each : statements) {
            if (isReplaced(each)) replaced.push_back(headOf(each));
        }
        if (own.replaces && replaced.empty()) reportNothingToReplace(own);
        if (!isOnlyDraft) std::erase_if(statements, isReplaced);
        const bool changes = !isOnlyDraft && noteChange(own, replaced);
        add(statements, own, changes || inChangedList_.contains(&own));
    }

    void lapse(Statements& statements, const Statement& own) {
        const bool isOnlyDraft = draft_ || own.draft;
        if (isOnlyDraft) {
            merged_.lapses.push_back({&own, level_, true, nullptr});
            return;
        }
        const Removal removal = removeLapsed(statements, own.lapse, level_);
        if (removal.places.size() > 1) {
            reportSeveralPlaces(own, removal.places);
        } else if (removal.from == nullptr) {
            sink_.add(make<Diag::NothingToLapse>(own.span, wordsOfLapse(own)));
        } else if (own.lapse.back().kind != syntax::LapseKind::Blank) {
            // What was still to be filled in is arranged then: nothing is left out.
            merged_.lapses.push_back({&own, level_, false, removal.from});
        }
    }

    void placeThing(Statements& statements, const Statement& own) {
        const Found found = find(statements, own);
        if (found.places.size() > 1) {
            merged_.doubled.insert(thingOf(own.kind));
            reportSeveralPlaces(own, found.places);
            return;
        }
        if (found.at == nullptr) {
            if (own.replaces) reportNothingToReplace(own);
            // A new question has no step to be asked in.
            if (own.kind == StatementKind::Question && path_.empty() && inherits_) {
                sink_.add(make<Diag::QuestionWithoutPlace>(own.names[0].span, own.names[0].text));
                return;
            }
            add(statements, own, false);
        } else if (found.at->level == level_) {
            tellTwice(*found.at->statement, own);
        } else if (draft_ || own.draft) {
            layDraft(statements, *found.at, own);
        } else {
            reopen(*found.at, own);
        }
    }

    // ---- finding the inherited thing

    Found find(Statements& statements, const Statement& own) {
        if (LevelStatement* at = directly(statements, own)) return {at, {}};
        Found found;
        if (!isKnownEverywhere(own.kind)) return found;
        lookBelow(statements, own, "", found);
        const bool mayStandAtTop = own.kind == StatementKind::Decision || own.kind == StatementKind::Exception;
        if (found.at == nullptr && mayStandAtTop && &statements != &merged_.statements) {
            LevelStatement* atTop = directly(merged_.statements, own);
            if (atTop != nullptr && isInherited(*atTop)) found.at = atTop;
        }
        return found;
    }

    [[nodiscard]] bool isInherited(const LevelStatement& each) const { return each.level > level_ || each.reopens; }

    /// The thing in this very list.
    LevelStatement* directly(Statements& statements, const Statement& own) {
        if (isFramework(own.kind)) return frameworkIn(statements, own);
        const auto at = std::find_if(statements.begin(), statements.end(), [&](const LevelStatement& each) {
            return thingOf(each.statement->kind) == thingOf(own.kind) && keyOf(*each.statement) == keyOf(own);
        });
        return at == statements.end() ? nullptr : &*at;
    }

    /// The inherited framework of this name, else another that it comes in place of. At one level
    /// there may be several.
    LevelStatement* frameworkIn(Statements& statements, const Statement& own) {
        LevelStatement* other = nullptr;
        for (LevelStatement& each : statements) {
            if (!isFramework(each.statement->kind) || each.level <= level_) continue;
            if (frameworkName(*each.statement) == frameworkName(own)) return &each;
            if (other == nullptr) other = &each;
        }
        return other;
    }

    void lookBelow(Statements& statements, const Statement& own, const std::string& place, Found& found) {
        for (LevelStatement& each : statements) {
            const bool isRoom =
                each.statement->kind == StatementKind::Step || each.statement->kind == StatementKind::Framework;
            if (!isRoom) continue;
            const std::string inside =
                each.statement->kind == StatementKind::Step ? wordsOf(*each.statement) : place;
            LevelStatement* at = directly(each.block, own);
            if (at != nullptr && isInherited(*at) && isSameFramework(*at, own)) {
                found.at = at;
                found.places.push_back(inside);
            }
            lookBelow(each.block, own, inside, found);
        }
    }

    /// From another block only the framework itself is meant, not one that it would come in place of.
    static bool isSameFramework(const LevelStatement& at, const Statement& own) {
        if (!isFramework(own.kind) || at.statement->kind == StatementKind::OpenFramework) return true;
        return own.names.empty() || frameworkName(*at.statement) == frameworkName(own);
    }

    // ---- laying something over it

    /// The thing as this level says it, with what stands in the inherited one unless it is replaced.
    void reopen(LevelStatement& inherited, const Statement& own) {
        const bool isOtherFramework = own.kind == StatementKind::Framework && !own.names.empty() &&
                                      frameworkName(own) != frameworkName(*inherited.statement);
        const bool goesOn = own.kind == inherited.statement->kind && !own.replaces && !isOtherFramework;
        merged_.completed.push_back(completed(own, *inherited.statement));
        const Statement& head = merged_.completed.back();
        LevelStatement merged{&head, level_, false, true, from_};
        merged.replaces = noteChange(head, {headOf(inherited)});
        if (goesOn) {
            merged.block = std::move(inherited.block);
            if (isDraft(inherited)) markDrafts(merged.block);
        } else {
            merged.block = fromLibrary(own);
        }
        path_.push_back(inWords(own));
        if (own.kind == StatementKind::Meldnorm) replaceList(merged.block, own.block, StatementKind::Promise);
        merge(merged.block, own.block);
        path_.pop_back();
        inherited = std::move(merged);
    }

    /// Adds a statement with its block.
    void add(Statements& statements, const Statement& own, bool replaces) {
        LevelStatement added{&own, level_, replaces, false, from_, draft_};
        added.block = fromLibrary(own);
        path_.push_back(inWords(own));
        merge(added.block, own.block);
        path_.pop_back();
        statements.push_back(std::move(added));
    }

    /// A draft of something inherited leaves it as it is. What stands in the draft is laid beside what
    /// stands in the thing itself, so that both can be told apart there; without a block of its own the
    /// draft stands beside the thing.
    void layDraft(Statements& statements, LevelStatement& inherited, const Statement& own) {
        const bool hasOwnBlock = !own.block.empty() && own.kind == inherited.statement->kind;
        if (!hasOwnBlock || mayRepeat(own.kind)) {
            add(statements, own, false);
            return;
        }
        Merger inside(*this);
        inside.draft_ = true;
        inside.path_.push_back(inWords(own));
        inside.merge(inherited.block, own.block);
    }

    /// The statement without what stands in it.
    static LevelStatement headOf(const LevelStatement& each) {
        return {each.statement, each.level, each.replaces, each.reopens, each.from, each.draft};
    }

    static void markDrafts(Statements& statements) {
        for (LevelStatement& each : statements) each.draft = true;
    }

    /// What a framework takes over from the library: the level above.
    Statements fromLibrary(const Statement& own) {
        if (own.kind != StatementKind::Framework || own.names.empty()) return {};
        const std::vector<Statement>* written = frameworks_(own.names[0].text);
        if (written == nullptr) return {};
        Merged library;
        Merger({level_ + 1, own.names[0].text}, library, frameworks_, sink_).run(*written);
        merged_.doubled.insert(library.doubled.begin(), library.doubled.end());
        return std::move(library.statements);
    }

    // ---- lists that are replaced as one

    void replaceList(Statements& statements, const std::vector<Statement>& own, StatementKind kind) {
        if (draft_) return;
        const std::vector<const Statement*> lines = linesOf(own, kind);
        if (lines.empty()) return;
        const Statements taken = takeInherited(statements, kind, level_);
        if (taken.empty() || sayTheSame(lines, taken)) return;
        inChangedList_.insert(lines.begin(), lines.end());
        merged_.changes.push_back(
            {lines.front(), level_, taken.front().from, around() + textOf(taken), around() + textOf(lines)});
    }

    // ---- telling

    /// Notes what changed, if anything did; whether it did.
    bool noteChange(const Statement& own, const Statements& replaced) {
        if (replaced.empty() || identifiesUnit(own.kind) || fillsBlank(own)) return false;
        const bool isChosen = own.kind == StatementKind::Framework &&
                              replaced.front().statement->kind == StatementKind::OpenFramework;
        const bool isSame = std::all_of(replaced.begin(), replaced.end(), [&](const LevelStatement& each) {
            return saysTheSame(own, *each.statement);
        });
        const bool isWholeReplaced = own.replaces && (isThing(own.kind) || isFramework(own.kind));
        if (isChosen || (isSame && !isWholeReplaced)) return false;
        merged_.changes.push_back({&own, level_, replaced.front().from, around() + textOf(replaced),
                                   around() + syntax::printHead(own)});
        return true;
    }

    [[nodiscard]] bool fillsBlank(const Statement& own) const {
        return std::any_of(slots_.begin(), slots_.end(),
                           [&](const syntax::LapsePart* slot) { return isMeant(own, *slot); });
    }

    /// A block as part of the way to what stands in it; a framework and a reading have no name there.
    static std::string inWords(const Statement& block) {
        return keyOf(block) && !isFramework(block.kind) ? wordsOf(block) : std::string();
    }

    /// The blocks around what is laid now: "stap 4 vraag 5: ".
    [[nodiscard]] std::string around() const {
        std::string text;
        for (const std::string& each : path_) {
            if (!each.empty()) text += (text.empty() ? "" : " ") + each;
        }
        return text.empty() ? text : text + ": ";
    }

    static std::string wordsOfLapse(const Statement& own) {
        const std::string whole = syntax::printHead(own);
        return whole.substr(whole.find(' ') + 1);
    }

    void reportSeveralPlaces(const Statement& own, const std::vector<std::string>& places) {
        std::string text;
        for (const std::string& each : places) text += (text.empty() ? "" : ", ") + each;
        const std::string what = own.kind == StatementKind::Lapse ? wordsOfLapse(own) : wordsOf(own);
        sink_.add(make<Diag::SeveralPlaces>(own.span, what, text));
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

    void reportNothingToReplace(const Statement& own) {
        sink_.add(make<Diag::NothingToReplace>(own.span, wordsOf(own)));
    }

    std::uint32_t level_;
    const std::string* from_;
    Merged& merged_;
    const FrameworkLookup& frameworks_;
    diagnostics::Sink& sink_;
    std::vector<const syntax::LapsePart*> slots_;
    /// There is something to open again.
    bool inherits_;
    /// All that is merged stands in something that is a draft.
    bool draft_ = false;
    /// The things around what is laid now, in words; empty for a block without a name.
    std::vector<std::string> path_;
    /// Lines of lists that came in place of other ones.
    std::set<const Statement*> inChangedList_;
};

}  // namespace

Merged mergeLevel(Merged inherited, const std::vector<Statement>& own, const Level& level,
                  const FrameworkLookup& frameworks, diagnostics::Sink& sink) {
    Merger(level, inherited, frameworks, sink).run(own);
    fillBlanks(inherited.statements, inherited.lapses, level.number);
    placeAddedSteps(inherited.statements, level.number);
    return inherited;
}

}  // namespace meldc::sema
