#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "diagnostics/sink.h"
#include "syntax/tree.h"

namespace meldc::sema {

/// A statement with the level at which it was written: 0 = the unit itself, 1 = what it follows …
/// Points into the documents, or into Merged::completed.
struct LevelStatement {
    const syntax::Statement* statement = nullptr;
    std::uint32_t level = 0;
    /// It says something else than the inherited one in whose place it came.
    bool replaces = false;
    /// A thing that was inherited: this level opens it again.
    bool reopens = false;
    /// Name of the unit or framework in which it was written.
    const std::string* from = nullptr;
    /// Stands in something that is a draft, wherever it was laid.
    bool draft = false;
    std::vector<LevelStatement> block = {};
};

/// Whether the statement is marked as a draft itself or stands in one that is.
inline bool isDraft(const LevelStatement& each) { return each.draft || each.statement->draft; }

/// Something that a level took away from what it follows.
struct Lapsed {
    const syntax::Statement* statement = nullptr;
    std::uint32_t level = 0;
    bool draft = false;
    /// Name of the unit or framework that said it; nullptr for a draft of something that is not there.
    const std::string* from = nullptr;
};

/// Something that a level said in place of what it inherits.
struct Change {
    const syntax::Statement* statement = nullptr;
    std::uint32_t level = 0;
    const std::string* from = nullptr;
    /// Both as written, with the blocks around it in front: "vraag 5: bij ja …".
    std::string before;
    std::string after;
};

struct Merged {
    std::vector<LevelStatement> statements;
    std::vector<Lapsed> lapses;
    std::vector<Change> changes;
    /// Things of these kinds were written twice; the second was told and left out, and what refers
    /// to something of that kind may mean it.
    std::set<syntax::StatementKind> doubled;
    /// Statements with the parts that they inherit.
    std::deque<syntax::Statement> completed;
};

/// One level: its number, and the name of the unit that it is.
struct Level {
    std::uint32_t number = 0;
    const std::string& name;
};

/// The statements of a library framework, or nullptr when there is none of that name.
using FrameworkLookup = std::function<const std::vector<syntax::Statement>*(const std::string&)>;

/// Lays `own` over what is inherited:
/// * a thing with a name (step, question, role …) is merged with the inherited one of that name, or
///   comes in its place when `vervang` says so; what it leaves unsaid of its first line (the title, the
///   condition of a route …) is inherited. One that is not in the same block is looked for in the
///   blocks below it; a decision or exception that is written in a step also at the top;
/// * `afwegingskader` without a name, or with the same name, goes on with the inherited one; another
///   name starts from the library: `afwegingskader van X` inherits its statements as the level above;
/// * a slot that takes one value replaces the inherited value, and so do the promises of a meldnorm and
///   the ages of a unit, as a list;
/// * a duty replaces inherited ones of the same who and what when `vervang` says so (see
///   duty_levels.h for those that only say must or may);
/// * everything else is added; `vervalt` removes;
/// * a blank lapses when its slot is given;
/// * a draft replaces and removes nothing: it stands beside what is inherited;
/// * an added step stands where its `volgorde` puts it: behind those it comes after, else before those
///   it comes before; without one, or when there is no such place, last.
/// One name declared twice at the same level is reported and the second left out.
Merged mergeLevel(Merged inherited, const std::vector<syntax::Statement>& own, const Level& level,
                  const FrameworkLookup& frameworks, diagnostics::Sink& sink);

}  // namespace meldc::sema
