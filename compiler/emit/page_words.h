#pragma once

#include "diagnostics/phrases.h"
#include "emit/sentences/nouns.h"
#include "model/protocol.h"
#include "model/vocabulary.h"

#include <span>
#include <string>
#include <vector>

namespace meldc::emit {

/// The Dutch of a phrase. Texts go in whole.
template <class... Texts> std::string say(diagnostics::Phrase which, const Texts&... texts) {
    return diagnostics::phrase(which, support::same(texts)...).nl;
}

/// What stands beside the sentences of a page: short labels of a drawing, places, marks. Plain text:
/// escaping is the template's work.
class PageWords {
public:
    PageWords(const model::Vocabulary& vocabulary, const model::Protocol& protocol)
        : vocabulary_(vocabulary), protocol_(protocol), nouns_(vocabulary, protocol) {}

    [[nodiscard]] std::string modality(model::Modality modality) const;
    /// Where an answer leads, as short as a box of a drawing asks.
    [[nodiscard]] std::string edge(const model::Edge& edge) const;
    [[nodiscard]] std::string answer(model::Answer answer) const;
    /// Lines in the document, "protocol, regel 83; bijlage, regel 3".
    [[nodiscard]] std::string source(const model::Origin& origin) const;
    /// What makes a statement less than certain: a draft, a reading, a contradiction; and
    /// what is not taken over from the level above.
    [[nodiscard]] std::vector<std::string> marks(const model::Origin& origin) const;

private:
    const model::Vocabulary& vocabulary_;
    const model::Protocol& protocol_;
    Nouns nouns_;
};

} // namespace meldc::emit
