#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/condition.h"
#include "model/ids.h"
#include "model/origin.h"
#include "model/vocabulary.h"

/// Who there is, and who does something: roles, systems, contacts, and references to them.
namespace meldc::model {

/// A resolved reference: a role or system of the protocol, or a concept of the library.
struct Ref {
    enum class Kind : std::uint8_t { Role, System, Concept };
    Kind kind = Kind::Concept;
    std::uint32_t index = 0;

    auto operator<=>(const Ref&) const = default;
};

/// Who does something.
struct Actor {
    syntax::PerformerKind kind = syntax::PerformerKind::Named;
    std::vector<Ref> who;
    bool joint = false;
    std::optional<Ref> otherwise;
    /// The words, when it is only described.
    std::string openTerm;
};

struct RoleDecl {
    std::string name;
    std::string label;
    /// In a sentence: with its article, or none; empty: not said.
    std::string inSentence;
    bool isPlural = false;
    std::vector<std::string> synonyms;
    std::vector<ConceptId> kinds;
    Origin origin;
};

struct SystemDecl {
    std::string name;
    std::string label;
    /// In a sentence: with its article, or none; empty: not said.
    std::string inSentence;
    std::vector<Ref> onlyFor;
    Origin origin;
};

struct Contact {
    ConceptId party;
    std::string label;
    std::string phone;
    std::string address;
    std::string website;
    Origin origin;
};

/// `een persoon mag zijn …`
struct SamePerson {
    Modality modality = Modality::May;
    std::vector<Ref> roles;
    Origin origin;
};

struct ActorStatement {
    Actor actor;
    /// Reporter: on behalf of the organisation.
    bool behalf = false;
    Origin origin;
};

/// `samen met` and `raadpleegt`.
struct Involvement {
    Modality modality = Modality::Must;
    /// One of them is enough.
    bool oneOf = false;
    std::vector<Ref> who;
    std::optional<Condition> condition;
    Origin origin;
};

}  // namespace meldc::model
