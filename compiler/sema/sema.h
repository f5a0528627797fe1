#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostics/sink.h"
#include "model/library.h"
#include "syntax/tree.h"

/// From what was written to what it means: names are resolved, levels merged, contradictions and
/// readings kept as such. Faulty statements are reported and left out; the rest is there.
namespace meldc::sema {

/// Builds the library from its documents, in the order given: facts keep that order.
model::Library buildLibrary(const std::vector<syntax::Document>& documents, diagnostics::Sink& sink);

/// Builds the user's units over a library. Documents may also declare concepts and sources of
/// their own; these are added to the library of the program, as are their norms and frameworks.
/// A unit that follows another must have it among the documents (any order). `models`: names of units
/// that the caller adds when they are followed, to suggest for one that is misspelt.
model::Program buildProgram(support::Shared<model::Library> library, const std::vector<syntax::Document>& documents,
                            diagnostics::Sink& sink, const std::vector<std::string>& models = {});

/// Resolves a lone requirement, as `prove` takes it. Empty when a name in it is unknown.
std::optional<model::Requirement> resolveRequirement(const syntax::Requirement& requirement,
                                                     const model::Vocabulary& vocabulary,
                                                     diagnostics::Sink& sink);

}  // namespace meldc::sema
