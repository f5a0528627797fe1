#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "diagnostics/sink.h"
#include "diagnostics/wording.h"
#include "model/parties.h"
#include "model/vocabulary.h"
#include "syntax/tree.h"

namespace meldc::sema {

using model::ConceptId;
using model::ConceptKind;

/// The wording for a kind of concept, with its article.
support::Localized wordingOf(ConceptKind kind);

/// Names that can be used at a place: the library's concepts and, in a unit, its roles and systems.
/// Every look-up that fails reports what belongs there and the nearest name.
class Scope {
public:
    Scope(const model::Vocabulary& vocabulary, diagnostics::Sink& sink) : vocabulary_(vocabulary), sink_(sink) {}

    const model::Vocabulary& vocabulary() const { return vocabulary_; }
    diagnostics::Sink& sink() const { return sink_; }

    /// Declares a role or system of the unit; false when the name is taken (reported by the caller).
    bool declare(const std::string& name, model::Ref ref, support::Span span);
    /// Where a local name was declared.
    support::Span declaredAt(const std::string& name) const;

    /// A concept of one of these kinds.
    std::optional<ConceptId> concept_(const syntax::Name& name, std::initializer_list<ConceptKind> kinds,
                                      diagnostics::Wording expected) const;
    std::optional<model::FactId> fact(const syntax::Name& name) const;
    /// Who does something or is asked: a role, or a concept of a kind of people or parties.
    std::optional<model::Ref> actor(const syntax::Name& name) const;
    std::optional<model::Ref> system(const syntax::Name& name) const;
    /// What something is about: any role, system or concept.
    std::optional<model::Ref> thing(const syntax::Name& name) const;

private:
    void reportUnknown(const syntax::Name& name, diagnostics::Wording expected,
                       const std::vector<std::string>& candidates) const;

    struct Local {
        model::Ref ref;
        support::Span span;
    };
    const model::Vocabulary& vocabulary_;
    diagnostics::Sink& sink_;
    std::map<std::string, Local, std::less<>> locals_;
};

/// Reports that `name` was declared before, there.
void reportDeclaredTwice(diagnostics::Sink& sink, const syntax::Name& name, support::Span first);

/// The source of the library with that name; reports the name when there is none.
std::optional<model::SourceId> findSource(const model::Vocabulary& vocabulary, const syntax::Name& name,
                                          diagnostics::Sink& sink);

/// Reports `name` as unknown, with the nearest candidate when there is one; else with `list`, the name under
/// which `explain` tells what may stand there, if there is such a list.
void reportUnknownName(diagnostics::Sink& sink, const syntax::Name& name, const support::Localized& expected,
                       const std::vector<std::string>& candidates,
                       const std::optional<support::Localized>& list = {});

}  // namespace meldc::sema
