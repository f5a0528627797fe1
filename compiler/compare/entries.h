#pragma once

#include <map>
#include <string>
#include <vector>

#include "compare/said.h"

/// A protocol as entries that two versions can be held against each other by.
namespace meldc::compare {

/// What an entry is about, in the order in which changes are told.
enum class Thing : std::uint8_t {
    Duty, Step, Question, Framework, CountsAs, Meldnorm, Route, Decision, Exception, Topic, Role, SamePerson,
    System, Contact, Age, Blank, Ambiguity, Unit
};

/// One side of an entry.
enum class Aspect : std::uint8_t {
    // ---- of a duty
    Performer, Modality, Timing, Deed, With, To, In, About, Behalf, Condition, Place, Order, Return, OpenTerm,
    // ---- of other things
    Kind, OnlyFor, Phone, Function, Owner, Decider, Reporter, Participant, Consults, AnswerYes, RestsOn, OnYes, OnNo,
    OnDoubt, Form, Promise, Ground, Closed, Later, Point, Inapplicable, Threshold, Value, Reading, Certainty, Sector,
    Profession, WorksWith, Authority, Authorised, Adheres, Absent,
    // ---- what changes no meaning
    Label, Synonym, Address, Organisation, Adopted, Consent, Valid, Version, Document, Encoded, Reread, Reference,
    Explanation, Personal
};

/// Whether another value of the aspect changes what anyone must or may do.
constexpr bool bearsMeaning(Aspect aspect) {
    return aspect < Aspect::Label;
}

struct Entry {
    Thing thing = Thing::Duty;
    /// By which it is known among the entries of its kind.
    std::string key;
    /// What it is called in a change: "stap 3 ‘Praten’".
    Localized title;
    std::map<Aspect, std::vector<Said>> aspects;
    /// The statement; null for the unit as a whole.
    const model::Origin* origin = nullptr;
    /// Of a duty.
    const model::Task* task = nullptr;

    void add(Aspect aspect, Said part) {
        if (!part.isEmpty()) {
            aspects[aspect].push_back(std::move(part));
        }
    }
    [[nodiscard]] std::string keyOf(Aspect aspect) const;
};

/// All entries of a protocol, as written: with what stands in a reading or contradicts something else.
std::vector<Entry> entriesOf(const Sayer& sayer);

/// What in the old text is called something else in the new one: things that are gone beside things
/// that came, which are alike in all else.
Renames renamesBetween(const model::Vocabulary& oldVocabulary, const model::Protocol& before,
                       const model::Vocabulary& newVocabulary, const model::Protocol& after);

} // namespace meldc::compare
