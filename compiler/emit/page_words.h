#pragma once

#include "diagnostics/phrases.h"
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

/// The statements of a protocol as Dutch sentences and parts of sentences, with the names that the
/// organisation itself uses. Plain text: escaping is the template's work.
class PageWords {
public:
    PageWords(const model::Vocabulary& vocabulary, const model::Protocol& protocol)
        : vocabulary_(vocabulary), protocol_(protocol) {}

    /// A role, system or concept by its label.
    [[nodiscard]] std::string name(const model::Ref& ref) const;
    /// "a, b en c", or "of".
    [[nodiscard]] std::string names(std::span<const model::Ref> refs, bool isOr = false) const;
    [[nodiscard]] std::string concepts(std::span<const model::ConceptId> ids) const;
    [[nodiscard]] std::string label(model::ConceptId id) const { return vocabulary_[id].label.nl; }
    [[nodiscard]] std::string label(model::FactId id) const {
        return label(vocabulary_[id].concept_);
    }
    /// Who does it.
    [[nodiscard]] std::string actor(const model::Actor& actor) const;
    [[nodiscard]] std::string condition(const model::Condition& condition) const;
    [[nodiscard]] std::string modality(model::Modality modality) const;
    /// What is done, behind who must or may: "direct ACTION: OBJECT; in SYSTEM".
    [[nodiscard]] std::string duty(const model::Task& task) const;
    /// Where an answer leads.
    [[nodiscard]] std::string edge(const model::Edge& edge) const;
    /// "lijst (mag)", "een van a of b; bij twijfel".
    [[nodiscard]] std::string involvement(const model::Involvement& involvement) const;
    [[nodiscard]] std::string answer(model::Answer answer) const;
    /// Lines in the document, "protocol, regel 83; bijlage, regel 3".
    [[nodiscard]] std::string source(const model::Origin& origin) const;
    /// What makes a statement less than certain: a draft, a reading, a contradiction.
    [[nodiscard]] std::vector<std::string> marks(const model::Origin& origin) const;
    /// "1-3, 5".
    [[nodiscard]] static std::string ranges(std::span<const model::LineRange> ranges);
    /// "a, b en c" of texts.
    [[nodiscard]] static std::string listed(std::span<const std::string> items, bool isOr = false);

private:
    const model::Vocabulary& vocabulary_;
    const model::Protocol& protocol_;
};

/// First letter a capital.
[[nodiscard]] std::string capital(std::string text);

} // namespace meldc::emit
