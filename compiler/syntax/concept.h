#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "syntax/parts.h"

/// The words that are declared, as they are written. Part of tree.h, which is what others include.
namespace meldc::syntax {

enum class ConceptKind : std::uint8_t {
    Fact, Consequence, StepFunction, RoleKind, Action, Matter, Topic, Sector, Party, Concerned, Point, Ground, Profession
};
enum class Nature : std::uint8_t { Danger, Support, Neutral };

enum class TextStatus : std::uint8_t { Read, Excerpt, Reconstructed, Recalled };

struct Yield {
    Name consequence;
    Name object;

    friend bool operator==(const Yield&, const Yield&) = default;
};
struct Phrase {
    Answer answer = Answer::Yes;
    Bilingual text;

    friend bool operator==(const Phrase&, const Phrase&) = default;
};
/// `toezicht …`: who supervises a sector, on what ground, when, and how that is known.
struct Supervision {
    Name party;
    std::optional<Name> source;
    std::vector<SourcePart> parts;
    Period period;
    std::optional<TextStatus> status;
    std::optional<Bilingual> note;

    friend bool operator==(const Supervision&, const Supervision&) = default;
};
/// `volgt …`: the model to begin with in a sector; without a name there is none, and why.
struct StartingModel {
    std::optional<Name> name;
    std::optional<Bilingual> because;

    friend bool operator==(const StartingModel&, const StartingModel&) = default;
};
/// What only a sector says.
struct SectorItems {
    /// Further names by which people ask for it.
    std::vector<Name> also;
    /// The norms whose grounds oblige it to have a protocol.
    std::vector<Name> duties;
    /// Who must adopt the protocol.
    std::optional<Bilingual> authority;
    std::vector<Supervision> supervision;
    std::optional<StartingModel> model;
    /// What else is different, as far as no norm says it.
    std::vector<Bilingual> notes;

    bool isEmpty() const { return *this == SectorItems(); }
    friend bool operator==(const SectorItems&, const SectorItems&) = default;
};
/// `zin "…", … bij X`: how the word stands in a sentence. An action or consequence has three forms
/// (he does, they do, to do), all others one, their name with its article.
struct WordForm {
    Span span;
    std::vector<Name> texts;
    bool isPlural = false;
    /// Action: these forms are for these objects only.
    std::vector<Name> objects;

    friend bool operator==(const WordForm&, const WordForm&) = default;
};
/// `als ja "…"`: a fact behind "when", with the word order of a clause.
struct FactClause {
    Answer answer = Answer::Yes;
    Name text;

    friend bool operator==(const FactClause&, const FactClause&) = default;
};
struct Concept {
    ConceptKind kind = ConceptKind::Fact;
    Name name;
    std::optional<Name> label;
    Span span;
    std::optional<Name> definition;
    std::optional<Name> english;
    std::optional<Nature> nature;
    bool changeable = false;
    bool knownLater = false;
    bool urgent = false;
    /// Action: a duty with it consults its objects.
    bool consults = false;
    std::vector<Name> excludes;
    /// Consequence: those that protect less than it does.
    std::vector<Name> protectsMoreThan;
    std::vector<Yield> yields;
    std::vector<Name> fallsUnder;
    std::vector<Phrase> phrases;
    std::vector<FactClause> clauses;
    std::vector<WordForm> forms;
    std::optional<Date> outdatedSince;
    std::optional<Name> replacedBy;
    SectorItems sector;

    friend bool operator==(const Concept&, const Concept&) = default;
};

struct Literal {
    bool negated = false;
    Name name;

    friend bool operator==(const Literal&, const Literal&) = default;
};
/// `altijd a => b`.
struct Implies {
    Literal from;
    Literal to;
    Span span;

    friend bool operator==(const Implies&, const Implies&) = default;
};

} // namespace meldc::syntax
