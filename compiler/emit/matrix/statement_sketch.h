#pragma once

#include "emit/matrix/matrix.h"
#include "model/protocol.h"
#include "model/vocabulary.h"
#include "support/source_file.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What a protocol says, statement by statement, without what is its organisation's own: by this two
/// codes that come from one text can be known.
namespace meldc::emit {

/// Digests of the statements of a protocol, and the words for them.
struct StatementSketch {
    /// Ascending, each once; of very many the smallest (kMaxSketch).
    std::vector<std::uint64_t> digests;
    /// The first line of each of these in the text.
    StatementTexts texts;
};

/// Statements count in the container in which they stand (a step by its function in the law, a
/// question by when it is answered yes). Left out is what is the organisation's own: names, labels,
/// explanations, who adopted it and when, places in documents, and on which level a line stands, so
/// that copying a model and following it give the same. A role counts as its kind.
[[nodiscard]] StatementSketch sketchOf(const support::SourceMap& sources,
                                       const model::Protocol& protocol,
                                       const model::Vocabulary& vocabulary);

/// Whether the sketch is a sample: it holds nothing beyond its last digest.
[[nodiscard]] bool isSample(const std::vector<std::uint64_t>& sketch);

/// How much two sketches have in common, from 0 to 1: of the statements of either, the part that is in
/// both (Jaccard). Exact unless one is a sample; then estimated from what both cover.
[[nodiscard]] double likeness(const std::vector<std::uint64_t>& one,
                              const std::vector<std::uint64_t>& other);

/// A digest of 40 bits of a text.
[[nodiscard]] std::uint64_t digestOf(std::string_view text);
/// Number of hexadecimal digits of a digest.
inline constexpr std::size_t kDigestDigits = 10;

} // namespace meldc::emit
