#pragma once

#include "model/protocol.h"
#include "model/vocabulary.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

/// The names in sentences: with their articles, one or several of them.
namespace meldc::emit {

/// A name as it stands in a sentence.
struct Noun {
    std::string text;
    bool isPlural = false;
    /// A clause, which comes after all else in the sentence.
    bool comesLast = false;
};

/// Who does something in a sentence.
struct Subject {
    std::string text;
    bool isPlural = false;
    /// A sentence to say behind it: who that is is not settled, or still to be agreed. May be empty.
    std::string remark;
    /// The reader, told as "u".
    bool isReader = false;
};

/// The role of who reads the sentences: what holds for it is told to "u".
using Reader = std::optional<std::uint32_t>;

/// Whether what is said of `who` holds for somebody with this role: a duty of a profession is one of every role
/// that is of it; so is one of a role that stands for all staff, whose kind is the widest there is.
[[nodiscard]] bool isOfRole(const model::Vocabulary& vocabulary, const model::Protocol& protocol, const model::Ref& who,
                            std::uint32_t role);
[[nodiscard]] bool isOfRole(const model::Vocabulary& vocabulary, const model::Protocol& protocol, const model::Actor& actor,
                            std::uint32_t role);

/// "a, b en c", or with "of".
[[nodiscard]] std::string listed(std::span<const std::string> items, bool isOr = false);
/// First letter a capital, also behind an opening quotation mark.
[[nodiscard]] std::string capital(std::string text);

/// Names with the article that the vocabulary or the organisation gives them. A name without a form
/// gets one: a role that of a matter on which it ends, else the most frequent article; a system none; what else
/// begins with a small letter quotation marks.
class Nouns {
public:
    Nouns(const model::Vocabulary& vocabulary, const model::Protocol& protocol, Reader reader = {})
        : vocabulary_(vocabulary), protocol_(protocol), reader_(reader) {}

    [[nodiscard]] Noun of(const model::Ref& ref) const;
    [[nodiscard]] Noun of(model::ConceptId id) const;
    [[nodiscard]] std::string listOf(std::span<const model::Ref> refs, bool isOr = false) const;
    [[nodiscard]] std::string listOf(std::span<const model::ConceptId> ids, bool isOr = false) const;
    /// The names as they are declared, without an article.
    [[nodiscard]] std::string label(const model::Ref& ref) const;
    [[nodiscard]] std::string labels(std::span<const model::Ref> refs, bool isOr = false) const;
    [[nodiscard]] std::string labels(std::span<const model::ConceptId> ids, bool isOr = false) const;
    /// Who does it as on a list; who is open in the words of the text, between ‘ and ’.
    [[nodiscard]] std::string label(const model::Actor& actor) const;
    [[nodiscard]] Subject subject(const model::Actor& actor) const;
    /// Several who act together, or one of whom does.
    [[nodiscard]] Subject subject(std::span<const model::Ref> who, bool isOr) const;
    /// A role by the name that the text uses, else a concept.
    [[nodiscard]] Noun called(std::string_view name) const;

private:
    /// Who does something: the reader also where a wider name is used.
    [[nodiscard]] Noun doing(const model::Ref& ref) const;
    [[nodiscard]] bool isReader(const model::Ref& ref) const;
    [[nodiscard]] Noun ofRole(const model::RoleDecl& role) const;
    /// A name in a sentence; a clause about what a step does names the one step of the code that does it.
    [[nodiscard]] std::string withStep(const model::Concept& named) const;
    /// A name with the article of the longest matter on which its first word ends; empty: there is none.
    /// Kinds of roles are no help: some stand in sentences as all who are one.
    [[nodiscard]] std::string withArticle(const std::string& name) const;

    const model::Vocabulary& vocabulary_;
    const model::Protocol& protocol_;
    Reader reader_;
};

} // namespace meldc::emit
