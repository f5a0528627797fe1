#pragma once

#include <vector>

#include "model/acceptance.h"
#include "model/norm.h"
#include "model/protocol.h"
#include "model/sector.h"
#include "model/vocabulary.h"
#include "support/shared.h"

namespace meldc::model {

/// A framework of the library that protocols may apply.
struct FrameworkDecl {
    std::string name;
    std::string label;
    Span span;
    /// It came with the library, not with the user's own files.
    bool isShared = false;
    /// Its statements as written: a protocol that applies it takes them over and may replace some.
    std::vector<syntax::Statement> statements;
    /// The same, resolved: version, professions, sectors, grounds, questions.
    Protocol body;
};

/// The legal baseline: vocabulary, sources, frameworks and norms, from stdlib or --stdlib.
struct Library {
    Vocabulary vocabulary;
    std::vector<FrameworkDecl> frameworks;
    /// Sorted by layer as declared, then by number in the id.
    std::vector<Norm> norms;
    /// In the order written.
    std::vector<Coverage> coverage;
    /// In the order written.
    std::vector<SectorProfile> sectors;
    std::vector<Outlook> outlooks;

    /// What the library says of a sector, or of the nearest wider one that it says something of.
    const SectorProfile* profileOf(ConceptId sector) const;
    /// The sector of this name, or with it as a further name; invalid when there is none.
    ConceptId findSector(std::string_view name) const;
    const FrameworkDecl* findFramework(std::string_view name) const;
    const Norm* findNorm(std::string_view id) const;
    /// The earliest day until which all sources with a date were checked.
    std::optional<Date> checkedUntil() const;
};

/// What one run compiled: the library and the units of the user.
struct Program {
    /// Shared by all programs that declare nothing of their own: a run may have thousands.
    support::Shared<Library> library;
    std::vector<Protocol> protocols;
    std::vector<CaseDecl> cases;
    std::vector<Waiver> waivers;
    std::vector<Acceptance> acceptances;
};

/// The waivers that a protocol may rest on: its own, then those of what it follows, nearest first.
/// Whoever takes over a text takes over what was decided about it.
std::vector<const Waiver*> waiversFor(const std::vector<Waiver>& waivers, const Protocol& protocol);

}  // namespace meldc::model
