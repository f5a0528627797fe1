#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "support/date.h"
#include "support/span.h"

/// The small parts out of which statements and declarations are made.
namespace meldc::syntax {

using support::Date;
using support::Period;
using support::Span;

/// A name, label or text as written, without its quotes.
struct Name {
    std::string text;
    Span span;
    /// Written between quotes: a keyword may be a name then.
    bool quoted = false;

    friend bool operator==(const Name&, const Name&) = default;
};

enum class Answer : std::uint8_t { No, Doubt, Yes };
enum class Modality : std::uint8_t { MayNot, May, Must };
enum class UnitKind : std::uint8_t { Meldcode, Framework, Template };
enum class SeverityWord : std::uint8_t { Error, Warning, Info };

/// A text in both languages of the tool.
struct Bilingual {
    Name dutch;
    Name english;

    friend bool operator==(const Bilingual&, const Bilingual&) = default;
};

struct LineRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;

    friend bool operator==(const LineRange&, const LineRange&) = default;
};

/// Where in a source document a statement was found.
struct Place {
    Span span;
    /// Absent when the unit has one document only.
    std::optional<Name> document;
    std::vector<LineRange> lines;
    std::optional<Name> heading;
    std::optional<std::uint32_t> alinea;

    friend bool operator==(const Place&, const Place&) = default;
};

enum class ConditionKind : std::uint8_t { Fact, Not, And, Or, DoubtAbout, Perhaps, AnyDoubt, OpenTerm, Choice };

/// A condition over facts. `And` and `Or` are flattened: two or more operands.
struct Condition {
    ConditionKind kind = ConditionKind::Fact;
    Span span;
    /// Fact: its name. OpenTerm: the words. Choice: the role that chooses.
    Name name;
    /// Choice: what is chosen, when said.
    std::optional<Name> label;
    std::vector<Condition> operands;

    friend bool operator==(const Condition&, const Condition&) = default;
};

enum class PerformerKind : std::uint8_t { Named, Agreed, Open };

/// How a name stands in a sentence: with its article, or none.
struct InSentence {
    Name text;
    bool isPlural = false;

    friend bool operator==(const InSentence&, const InSentence&) = default;
};

/// Who does something: named roles, to be agreed between roles, or only described in words.
struct Performer {
    PerformerKind kind = PerformerKind::Named;
    Span span;
    std::vector<Name> names;
    /// `a en b`: together; else one of them.
    bool joint = false;
    std::optional<Name> otherwise;
    std::optional<Name> openTerm;

    friend bool operator==(const Performer&, const Performer&) = default;
};

enum class TimingKind : std::uint8_t { Directly, Hours, Days, WorkingDays, Weeks };
struct Timing {
    TimingKind kind = TimingKind::Directly;
    std::uint32_t amount = 0;

    friend bool operator==(const Timing&, const Timing&) = default;
};

/// The parts of a duty behind its modality.
struct Duty {
    std::optional<Timing> timing;
    Name action;
    std::vector<Name> objects;
    /// Systems, one of them is enough.
    std::vector<Name> in;
    std::vector<Name> with;
    std::vector<Name> to;
    std::vector<Name> about;
    /// `a of b` instead of `a, b` (objects) or `a en b` (with, to): one of them.
    bool oneOfObjects = false;
    bool oneOfWith = false;
    bool oneOfTo = false;
    std::optional<Name> behalf;
    bool behalfOfOrganisation = false;
    std::optional<Condition> when;
    std::optional<Condition> unless;
    std::optional<Name> beforeStep;
    std::optional<Name> afterStep;
    std::optional<Name> returnTo;
    std::vector<Name> openTerms;

    friend bool operator==(const Duty&, const Duty&) = default;
};

enum class EdgePartKind : std::uint8_t { Consequence, Question, Step, Wait, End, Open };

/// One part of where an answer leads.
struct EdgePart {
    EdgePartKind kind = EdgePartKind::Consequence;
    Span span;
    std::optional<Modality> modality;
    Name name;
    std::vector<Name> together;

    friend bool operator==(const EdgePart&, const EdgePart&) = default;
};

/// Part of a reference to a source: article, paragraph, sub-part, page or a heading in words.
enum class SourcePartKind : std::uint8_t { Article, Paragraph, Subpart, Page, Label };
struct SourcePart {
    SourcePartKind kind = SourcePartKind::Article;
    Name value;

    friend bool operator==(const SourcePart&, const SourcePart&) = default;
};

/// Kinds of things that norms count and quantify over.
enum class TableKind : std::uint8_t {
    Meldcode, Role, Step, Duty, Question, Meldnorm, Route, Decision, Exception, Topic, Contact, System,
    Consultation, Framework, Age, Blank, Point, Reference
};

/// Fields of those things.
enum class Field : std::uint8_t {
    Name, Kind, Sector, Function, Performer, Participant, Consults, Owner, Decider, Reporter, Role, Action, Matter,
    With, To, System, Modality, Condition, Directly, Step, Topic, Decision, Consequence, Ground, Closed, Later,
    Description, Phone, Adopted, Authority, Valid, Authorised, Works, Framework, Version, Application, Point,
    Return, About, Choice, Threshold, Duty, Consent, From, Until, Exception, Route, Behalf, Source, State, Outdated
};

/// What `ontbreekt` says was looked for: a kind of thing, or one of four slots.
enum class AbsentKind : std::uint8_t { Thing, Owner, Reporter, Authority, Adopted };
struct AbsentTarget {
    AbsentKind kind = AbsentKind::Thing;
    TableKind thing = TableKind::Step;
    std::optional<Name> name;

    friend bool operator==(const AbsentTarget&, const AbsentTarget&) = default;
};

/// What `vervalt` can point at, and the slots that a blank can stand for.
enum class LapseKind : std::uint8_t {
    Step, Question, Meldnorm, Route, Role, Contact, System, Topic, Exception, Decision, Duty, Point, Blank,
    Adheres, Explanation, Age, Refers, Person, Organisation, Authority, Adopted, Consent, Valid, Authorised,
    Version, Framework
};
/// One leg of the path to what lapses: `stap 4`, `taak role action`; or the slot of a blank.
struct LapsePart {
    LapseKind kind = LapseKind::Step;
    /// Its name; Explanation: the words it begins with; Person: the first role. Empty for the others.
    Name name;
    /// Duty: what is done.
    std::optional<Name> action;
    /// Person: the other roles.
    std::vector<Name> more;
    std::optional<Modality> modality;
    /// Refers: the part of the source.
    std::vector<SourcePart> parts;

    friend bool operator==(const LapsePart&, const LapsePart&) = default;
};

}  // namespace meldc::syntax
