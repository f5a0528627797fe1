#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "model/protocol.h"
#include "model/table.h"
#include "model/vocabulary.h"

namespace meldc::baseline {

/// Worlds that look the same to a requirement about what is written, so that it is judged in one of
/// them only. Most worlds of a document with many readings differ in a few statements, and a
/// requirement sees one kind of thing.
class SameRows {
public:
    /// `worlds`: a protocol as it is in each of its worlds. Both must outlive this.
    SameRows(const model::Vocabulary& vocabulary, const std::vector<model::Protocol>& worlds)
        : vocabulary_(vocabulary), worlds_(worlds) {}

    /// For each world the first one in which the rows of this kind have the same values from the same
    /// statements, the roles are the same, and the same was looked for in vain: that is all that
    /// judgeStructural() reads. Computed when first asked for.
    const std::vector<std::size_t>& firsts(model::TableKind kind);

private:
    const model::Vocabulary& vocabulary_;
    const std::vector<model::Protocol>& worlds_;
    std::map<model::TableKind, std::vector<std::size_t>> firsts_;
    /// Per world: its searches and roles.
    std::vector<std::string> common_;
};

}  // namespace meldc::baseline
