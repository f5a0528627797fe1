#pragma once

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "model/protocol.h"
#include "support/localized.h"

/// Parts of statements as something that two versions can be compared by, and as words for people.
namespace meldc::compare {

using support::Localized;

/// A part of a statement: equal keys say the same, in whatever order and layout it was written.
struct Said {
    std::string key;
    Localized text;

    [[nodiscard]] bool isEmpty() const { return key.empty(); }
};

/// How things of the old text are called in the new one: old name to new name. What is not in it
/// keeps its name.
struct Renames {
    std::map<std::string, std::string> roles;
    std::map<std::string, std::string> systems;
    std::map<std::string, std::string> steps;
    std::map<std::string, std::string> questions;

    [[nodiscard]] static const std::string& in(const std::map<std::string, std::string>& names,
                                               const std::string& name) {
        const auto at = names.find(name);
        return at == names.end() ? name : at->second;
    }
};

/// Several parts as one. `isOr`: one of them; `inOrder`: their order says something.
Said listed(std::vector<Said> parts, bool isOr = false, bool inOrder = false);

/// Says the parts of the statements of one protocol.
class Sayer {
public:
    /// All must outlive it.
    Sayer(const model::Vocabulary& vocabulary, const model::Protocol& protocol, const Renames& renames)
        : vocabulary_(vocabulary), protocol_(protocol), renames_(renames) {}

    [[nodiscard]] Said concept_(model::ConceptId id) const;
    [[nodiscard]] Said concepts(std::span<const model::ConceptId> ids) const;
    [[nodiscard]] Said ref(const model::Ref& ref) const;
    [[nodiscard]] Said refs(std::span<const model::Ref> refs, bool isOr = false) const;
    [[nodiscard]] Said actor(const model::Actor& actor) const;
    [[nodiscard]] Said condition(const model::Condition& condition) const;
    [[nodiscard]] Said modality(model::Modality modality) const;
    /// Whether the verb behind who does it is a plural; and what it is then.
    [[nodiscard]] bool isMany(const model::Actor& actor) const;
    [[nodiscard]] Localized modalityOfMany(model::Modality modality) const;
    [[nodiscard]] Said timing(const syntax::Timing& timing) const;
    [[nodiscard]] Said edge(const model::Edge& edge) const;
    [[nodiscard]] Said involvement(const model::Involvement& involvement) const;
    [[nodiscard]] Said ground(const model::ExceptionGround& ground) const;
    /// What is done, without who, whether and when: the action, a colon, its objects.
    [[nodiscard]] Said deed(const model::Task& task) const;
    [[nodiscard]] Said step(const std::string& id) const;
    [[nodiscard]] Said question(const std::string& id) const;
    /// The number of a step and its label; empty for an invalid id.
    [[nodiscard]] Said stepWithLabel(model::StepId id) const;
    /// The part with what makes its statement less than certain: a draft, a reading, a contradiction.
    [[nodiscard]] Said marked(Said part, const model::Origin& origin) const;

    [[nodiscard]] const model::Vocabulary& vocabulary() const { return vocabulary_; }
    [[nodiscard]] const model::Protocol& protocol() const { return protocol_; }
    [[nodiscard]] const Renames& renames() const { return renames_; }

private:
    const model::Vocabulary& vocabulary_;
    const model::Protocol& protocol_;
    const Renames& renames_;
};

/// The user's own words.
inline Said words(const std::string& text) { return {text, support::same(text)}; }

} // namespace meldc::compare
