#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "diagnostics/sink.h"
#include "model/protocol.h"
#include "syntax/tree.h"

namespace meldc::sema {

/// A statement with the level at which it was written: 0 = the unit itself, 1 = what it follows …
/// Points into the documents, which outlive it.
struct LevelStatement {
    const syntax::Statement* statement = nullptr;
    std::uint32_t level = 0;
    /// It came in place of an inherited one.
    bool replaces = false;
    std::vector<LevelStatement> block;
    /// Stands in something that is a draft, wherever it was laid.
    bool draft = false;
};

/// Whether the statement is marked as a draft itself or stands in one that is.
inline bool isDraft(const LevelStatement& each) { return each.draft || each.statement->draft; }

/// Something that a level took away from what it follows.
struct Lapsed {
    const syntax::Statement* statement = nullptr;
    std::uint32_t level = 0;
    bool draft = false;
};

struct Merged {
    std::vector<LevelStatement> statements;
    std::vector<Lapsed> lapses;
    /// Things of these kinds were written twice; the second was told and left out, and what refers
    /// to something of that kind may mean it.
    std::set<syntax::StatementKind> doubled;
};

/// The statements of a library framework, or nullptr when there is none of that name.
using FrameworkLookup = std::function<const std::vector<syntax::Statement>*(const std::string&)>;

/// Lays `own` (at `level`) over what is inherited:
/// * a thing with a name (step, question, role …) is merged with the inherited one of that name, or
///   comes in its place when `vervang` says so;
/// * a slot that takes one value replaces the inherited value;
/// * a duty replaces inherited ones of the same who and what when `vervang` says so (see
///   replaceInheritedDuties for those that only say must or may);
/// * everything else is added; `vervalt` removes;
/// * a draft replaces and removes nothing: it stands beside what is inherited;
/// * an added step stands where its `volgorde` puts it: behind those it comes after, else before those
///   it comes before; without one, or when there is no such place, last.
/// One name declared twice at the same level is reported and the second left out.
///
/// `afwegingskader van X` inherits the statements of the library framework X as the level above.
Merged mergeLevel(Merged inherited, const std::vector<syntax::Statement>& own, std::uint32_t level,
                  const FrameworkLookup& frameworks, diagnostics::Sink& sink);

/// Drops inherited duties to which a lower level gives only another modality or manner: the same duty
/// (see dutySlot) under the same condition. Another condition makes another duty.
void replaceInheritedDuties(model::Protocol& protocol);

}  // namespace meldc::sema
