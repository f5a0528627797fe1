#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/norm.h"
#include "model/protocol.h"
#include "model/vocabulary.h"

/// The table of kinds and fields: a protocol seen as rows with values, as norms ask about it.
///
/// Rows are taken from a protocol in one world (model::select): things that do not exist there have
/// no row. Pointers in rows and values point into that protocol and live as long as it does.
namespace meldc::model {

enum class ValueKind : std::uint8_t {
    Concept,
    Role,
    System,
    Text,
    Number,
    Modality,
    UnitKind,
    /// Yes, no, or (doubt) unknown.
    Answer,
    /// A condition tests doubt.
    Doubt,
    /// Only described in words, or still to be chosen.
    OpenTerm,
    /// Present without a name of its own.
    Something
};

/// One value of a field.
struct Value {
    ValueKind kind = ValueKind::Something;
    /// Concept, Role, System: its number.
    std::uint32_t index = 0;
    /// Text: the text. OpenTerm: the words.
    std::string text;
    std::uint32_t number = 0;
    /// Modality, and with what firmness an action of a `taak` list is to be done.
    model::Modality modality = model::Modality::Must;
    syntax::UnitKind unitKind = syntax::UnitKind::Meldcode;
    model::Answer answer = model::Answer::No;
    /// One of several of which one holds (`a of b`, `afgesproken tussen a en b`, `a, anders b`).
    bool isAlternative = false;
    /// Who it is of the alternatives is still to be agreed.
    bool isUndecided = false;
    /// It follows from what is not written (`gesloten` is no since nothing closes the list).
    bool isByAbsence = false;
    /// OpenTerm: a choice that the author still has to make.
    bool isPlaceholder = false;
    /// The statement that bears it; null when it follows from silence.
    const Origin* origin = nullptr;
};

/// Whether a row is surely there.
enum class Existence : std::uint8_t {
    Certain,
    /// A role that is only described in words.
    OpenTerm,
    /// A framework that is still to be chosen.
    Placeholder
};

/// One thing of a kind.
struct Row {
    TableKind kind = TableKind::Meldcode;
    /// Where a consultation comes from: a step's or topic's statement, or (Unit) a duty.
    HomeKind source = HomeKind::Unit;
    /// Index in the table of its kind, or of the step or topic that holds it.
    std::uint32_t index = 0;
    /// Meldnorm: promise. Consultation, Point: index in its list.
    std::uint32_t part = 0;
    Existence existence = Existence::Certain;
    /// The statement; null for the unit as a whole.
    const Origin* origin = nullptr;
    /// Role that is only described: the statement that does so, and as what. `index` is then the
    /// decision or, with `source` Step, the step.
    const ActorStatement* described = nullptr;
    Field as = Field::Name;
};

/// The rows of a kind, in the order of the protocol. A meldnorm has one row for each promise, since
/// consequence, condition and modality belong together.
std::vector<Row> rowsOf(const Vocabulary& vocabulary, const Protocol& world, TableKind kind);

/// The values of a field of a row, in the order of the protocol; empty: nothing is said. A field
/// that the kind does not have is empty.
std::vector<Value> valuesOf(const Vocabulary& vocabulary, const Protocol& world, const Row& row, Field field);

/// The fields of a kind, in the order of the reference for authors.
std::span<const Field> fieldsOf(TableKind kind);
/// Whether the kind has the field.
bool hasField(TableKind kind, Field field);

/// Whether a field is a list, so that a value that is absent was merely not (yet) written.
bool isListField(Field field);

/// Whether a field is a slot: one value, and another value is the opposite of the one asked for.
bool isSlotField(Field field);

/// Whether a value is what a norm asks for: the concept or what falls under it, a role by its name
/// or one of its kinds, a word, a number, an answer.
bool matches(const Vocabulary& vocabulary, const Protocol& world, const Value& value, const FieldValue& wanted);

}  // namespace meldc::model
