#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/ids.h"
#include "support/date.h"
#include "support/localized.h"
#include "support/span.h"
#include "syntax/tree.h"

namespace meldc::model {

using support::Date;
using support::Localized;
using support::Period;
using support::Span;
using syntax::Answer;
using syntax::ConceptKind;
using syntax::Modality;
using syntax::Nature;
using syntax::TextStatus;

/// A duty with this action and this object has the consequence.
struct Yield {
    ConceptId object;
    ConceptId consequence;
};

/// A part of what is said of who acts.
struct VerbPiece {
    /// Words; the place of the object; the places of those it is done in, with, to and about; words
    /// of what may be done only, and of what may not.
    enum class Kind : std::uint8_t { Words, Object, In, With, To, About, IfMay, IfMayNot };
    Kind kind = Kind::Words;
    /// The words; of a place: those before the names, when they stand there.
    std::string words;
};
using VerbPhrase = std::vector<VerbPiece>;

/// How an action stands in a sentence, with an object or without.
struct VerbForm {
    /// "he does": its first word is the verb that changes places with who does it.
    VerbPhrase singular;
    /// "they do".
    VerbPhrase plural;
    /// "to do".
    VerbPhrase infinitive;
    /// For these objects only; empty: for all others.
    std::vector<ConceptId> objects;

    bool hasObject() const;
};

/// A word that law or profession gives a meaning, declared in the library.
struct Concept {
    std::string name;
    ConceptKind kind = ConceptKind::Fact;
    Localized label;
    std::string definition;
    Span span;
    /// What it falls under, directly (a role kind under a wider one).
    std::vector<ConceptId> fallsUnder;
    /// Fact: its number in the declared order.
    FactId fact;
    /// Action or consequence: what it yields with which object.
    std::vector<Yield> yields;
    /// Action: a duty with it consults its objects.
    bool consults = false;
    /// Consequence: those that cannot hold in the same case.
    std::vector<ConceptId> excludes;
    /// Consequence: those that protect less than it does, directly.
    std::vector<ConceptId> protectsMoreThan;
    /// In a sentence: with its article, or none; empty: not said.
    std::string inSentence;
    bool isPlural = false;
    /// A clause, which comes after all else in a sentence.
    bool comesLast = false;
    /// Action or consequence.
    std::vector<VerbForm> verbs;
    std::optional<Date> outdatedSince;
    ConceptId replacedBy;
};

/// What a case says: yes, doubt or no.
struct Fact {
    ConceptId concept_;
    Nature nature = Nature::Neutral;
    /// May differ when the case is assessed again.
    bool changeable = false;
    /// Known only later: told as "later it turns out".
    bool knownLater = false;
    /// Says that there is danger now.
    bool urgent = false;
    /// Clauses for stories, per answer; empty when not declared.
    Localized yes;
    Localized no;
    Localized doubt;
    /// Dutch, behind "when", with the word order of a clause; empty: not said.
    std::string whenYes;
    std::string whenNo;
    std::string whenDoubt;

    /// The answer of the quiet case: danger no, support yes, neutral no.
    Answer quiet() const { return nature == Nature::Support ? Answer::Yes : Answer::No; }
    /// The clause of an answer.
    const Localized& phrase(Answer answer) const {
        return answer == Answer::Yes ? yes : answer == Answer::No ? no : doubt;
    }
    /// The clause behind "when" of an answer.
    const std::string& clause(Answer answer) const {
        return answer == Answer::Yes ? whenYes : answer == Answer::No ? whenNo : whenDoubt;
    }
};

/// A fact or its opposite.
struct Literal {
    FactId fact;
    bool negated = false;
};

/// `from` is never surer than `to`.
struct Implication {
    Literal from;
    Literal to;
    Span span;
};

struct SourceState {
    Date from;
    TextStatus status = TextStatus::Read;
};

/// A source of law or of a profession.
struct Source {
    std::string name;
    std::string title;
    /// Identification in the register of consolidated law; empty for other sources.
    std::string bwb;
    std::string kind;
    std::string link;
    std::vector<std::string> notes;
    /// Sorted by date.
    std::vector<SourceState> states;
    std::optional<Date> checkedUntil;
    /// From this day no longer in force.
    std::optional<Date> lapsedOn;
    /// What came in its place; empty: nothing, or not said.
    std::string replacedBy;
    Span span;

    /// The state in force on `date`; none before the first.
    const SourceState* stateOn(const Date& date) const;
    /// Whether it has lapsed on `date`.
    bool hasLapsed(const Date& date) const { return lapsedOn && !(date < *lapsedOn); }
};

/// Everything the library declares but norms and frameworks.
struct Vocabulary {
    std::vector<Concept> concepts;
    std::vector<Fact> facts;
    std::vector<Implication> implications;
    std::vector<Source> sources;
    std::map<std::string, ConceptId, std::less<>> conceptByName;
    std::map<std::string, SourceId, std::less<>> sourceByName;

    const Concept& operator[](ConceptId id) const { return concepts[id.value]; }
    const Fact& operator[](FactId id) const { return facts[id.value]; }
    const Source& operator[](SourceId id) const { return sources[id.value]; }
    const std::string& nameOf(FactId id) const { return (*this)[(*this)[id].concept_].name; }

    /// The concept with this name, or an invalid id.
    ConceptId find(std::string_view name) const;
    /// The fact with this name, or an invalid id.
    FactId findFact(std::string_view name) const;
    /// Whether `id` is `wider` or falls under it, directly or not.
    bool fallsUnder(ConceptId id, ConceptId wider) const;
    /// Whether the consequence `more` protects more than `less`, directly or by others between them.
    bool protectsMore(ConceptId more, ConceptId less) const;
    /// Whether it protects more than something, so that to lose it is to lose protection.
    bool protects(ConceptId consequence) const { return !(*this)[consequence].protectsMoreThan.empty(); }
    /// Whether it has a place in the order of protection at all.
    bool isRanked(ConceptId consequence) const;
};

}  // namespace meldc::model
