#pragma once

#include <string>
#include <vector>

#include "syntax/tree.h"

/// Small changes to a code, one at a time: what someone deletes, turns round or mixes up by mistake.
namespace meldc::mutation {

enum class Operator { Delete, Negate, Swap };

/// A document with one statement changed.
struct Mutant {
    Operator kind = Operator::Delete;
    /// What stood there, what stands there now, and in which block: a line that tells mutants apart
    /// and stays the same when other statements change.
    std::string name;
    syntax::Document document;
};

/// All mutants of the first unit of a document. Deleted are: each statement with its block, each
/// name in a list, each part of an answer, a duty or a condition. Negated: each modality (to every
/// other), each condition and each part of one, each answer. Swapped: each role, consequence, fact,
/// question, legal step and ground with every other one that the unit names, `en` with `of`.
/// Labels and cases stay as they are.
std::vector<Mutant> mutantsOf(const syntax::Document& document);

} // namespace meldc::mutation
