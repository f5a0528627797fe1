#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/norm.h"
#include "model/vocabulary.h"

/// Places in sources of law: articles and what stands in them.
namespace meldc::model {

/// Parts in the order written, e.g. {Article,"2"}, {Paragraph,"1"}, {Subpart,"c"}.
using SourceParts = std::vector<std::pair<syntax::SourcePartKind, std::string>>;

/// One part in words: `artikel 2`. A label stands for itself.
Localized partInWords(syntax::SourcePartKind kind, const std::string& value);

/// A place in words: title of the source and its parts, with commas between.
Localized placeInWords(const Vocabulary& vocabulary, SourceId source, const SourceParts& parts);

/// Whether two spans of days have a day in common.
bool overlap(const Period& a, const Period& b);

/// Whether a line of coverage is about the place of a ground, or about what that place stands in, in
/// (part of) the same time.
bool isAbout(const Coverage& line, const Ground& ground);

}  // namespace meldc::model
