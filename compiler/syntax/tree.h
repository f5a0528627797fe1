#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "support/date.h"
#include "support/span.h"

/// The syntax tree: what the author wrote, as plain values with their places. It knows neither the
/// parser generator nor what anything means; names are still text.
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
};

enum class Answer : std::uint8_t { No, Doubt, Yes };
enum class Modality : std::uint8_t { MayNot, May, Must };
enum class UnitKind : std::uint8_t { Meldcode, Framework, Template };
enum class SeverityWord : std::uint8_t { Error, Warning, Info };

/// A text in both languages of the tool.
struct Bilingual {
    Name dutch;
    Name english;
};

struct LineRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

/// Where in a source document a statement was found.
struct Place {
    Span span;
    /// Absent when the unit has one document only.
    std::optional<Name> document;
    std::vector<LineRange> lines;
    std::optional<Name> heading;
    std::optional<std::uint32_t> alinea;
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
};

enum class PerformerKind : std::uint8_t { Named, Agreed, Open };

/// Who does something: named roles, to be agreed between roles, or only described in words.
struct Performer {
    PerformerKind kind = PerformerKind::Named;
    Span span;
    std::vector<Name> names;
    /// `a en b`: together; else one of them.
    bool joint = false;
    std::optional<Name> otherwise;
    std::optional<Name> openTerm;
};

enum class TimingKind : std::uint8_t { Directly, Hours, Days, WorkingDays, Weeks };
struct Timing {
    TimingKind kind = TimingKind::Directly;
    std::uint32_t amount = 0;
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
    std::optional<Name> behalf;
    bool behalfOfOrganisation = false;
    std::optional<Condition> when;
    std::optional<Condition> unless;
    std::optional<Name> beforeStep;
    std::optional<Name> afterStep;
    std::optional<Name> returnTo;
    std::vector<Name> openTerms;
};

enum class EdgePartKind : std::uint8_t { Consequence, Question, Step, Wait, End, Open };

/// One part of where an answer leads.
struct EdgePart {
    EdgePartKind kind = EdgePartKind::Consequence;
    Span span;
    std::optional<Modality> modality;
    Name name;
    std::vector<Name> together;
};

/// Part of a reference to a source: article, paragraph, sub-part, page or a heading in words.
enum class SourcePartKind : std::uint8_t { Article, Paragraph, Subpart, Page, Label };
struct SourcePart {
    SourcePartKind kind = SourcePartKind::Article;
    Name value;
};

/// Kinds of things that norms count and quantify over.
enum class TableKind : std::uint8_t {
    Meldcode, Role, Step, Duty, Question, Meldnorm, Route, Decision, Exception, Topic, Contact, System,
    Consultation, Framework, Age, Blank, Point
};

/// Fields of those things.
enum class Field : std::uint8_t {
    Name, Kind, Sector, Function, Performer, Participant, Consults, Owner, Decider, Reporter, Role, Action, Matter,
    With, To, System, Modality, Condition, Directly, Step, Topic, Decision, Consequence, Ground, Closed, Later,
    Description, Phone, Adopted, Authority, Valid, Authorised, Works, Framework, Version, Application, Point,
    Return, About, Choice, Threshold, Duty
};

/// What `ontbreekt` says was looked for: a kind of thing, or one of four slots.
enum class AbsentKind : std::uint8_t { Thing, Owner, Reporter, Authority, Adopted };
struct AbsentTarget {
    AbsentKind kind = AbsentKind::Thing;
    TableKind thing = TableKind::Step;
    std::optional<Name> name;
};

enum class LapseKind : std::uint8_t {
    Step, Question, Meldnorm, Route, Role, Contact, System, Topic, Exception, Decision, Duty
};
/// One leg of the path to what lapses: `stap 4`, `taak directeur raadplegen`.
struct LapsePart {
    LapseKind kind = LapseKind::Step;
    Name name;
    std::optional<Name> action;
};

enum class StatementKind : std::uint8_t {
    Kind, Follows, Organisation, Authority, Sector, Profession, Adopted, Consent, Valid, Authorised, Works, Version,
    Document, Read, Encoded, Reread, Absent, Adheres, Role, Person, Contact, System, Decision, Owner, Decider,
    Reporter, Step, Function, Order, Performer, Participant, Consults, Duty, Question, AnswerYes, Rests, Edge,
    Framework, OpenFramework, Counts, Meldnorm, Promise, Route, Exception, Ground, Closed, Later, Inapplicable,
    Topic, Point, Threshold, Age, Explanation, Ambiguous, Reading, Blank, Refers, Lapse
};

/// One statement. Which members a kind uses (all others stay empty):
///
/// | kind | members |
/// |---|---|
/// | Kind | unitKind |
/// | Follows | names[0] |
/// | Organisation, Authority, Version | label |
/// | Sector, Profession, Works, Function | names |
/// | Adopted | dates[0], label = by whom |
/// | Consent | label = of whom, dates? |
/// | Valid | period |
/// | Authorised | answer (Yes, No, Doubt = unknown) |
/// | Document | names[0], label = path |
/// | Read | names? = document, ranges |
/// | Encoded, Reread | label = role, dates[0] |
/// | Absent | absent, names? = document, ranges |
/// | Adheres | names[0] = norm, severity? |
/// | Role | names[0], label?, synonyms, more = role kinds |
/// | Person | modality, names |
/// | Contact | names[0], label?, phone, address, website |
/// | System | names[0], label?, more = roles that have access (with `only`) |
/// | Decision | flag = one of, names, label?, block |
/// | Owner, Decider, Performer | performer |
/// | Reporter | performer, flag = on behalf of the organisation |
/// | Step | names[0], label?, block |
/// | Order | flag = after (else before), names[0] = step |
/// | Participant | modality?, names, condition? |
/// | Consults | modality?, flag = one of, names, condition? |
/// | Duty | performer, modality, duty |
/// | Question | names[0], label?, block |
/// | AnswerYes | condition |
/// | Rests | ranges = steps |
/// | Edge | answer, edge |
/// | Framework | names? = of, block |
/// | OpenFramework | label, names = candidates |
/// | Counts | names[0] counts as names[1] |
/// | Meldnorm | names[0], label?, block |
/// | Promise | modality, names, condition |
/// | Route | names[0], label?, condition, block |
/// | Exception | names[0] = on what, label?, block |
/// | Ground, Threshold | names, or openTerm |
/// | Closed, Later | - |
/// | Inapplicable | names[0], label?, reason |
/// | Topic | names[0], label?, block |
/// | Point | names[0], label? |
/// | Age | ranges[0] (last = UINT32_MAX when open), names |
/// | Explanation | label, flag = from a file |
/// | Ambiguous | label?, block = Reading statements |
/// | Reading | label?, block |
/// | Blank | label |
/// | Refers | names[0], sourceParts, dates? |
/// | Lapse | lapse |
struct Statement {
    StatementKind kind = StatementKind::Kind;
    /// The statement without its block.
    Span span;
    bool draft = false;
    bool replaces = false;
    bool flag = false;
    std::vector<Name> names;
    std::vector<Name> more;
    std::optional<Name> label;
    std::optional<Name> openTerm;
    std::optional<Name> reason;
    std::optional<Name> phone;
    std::optional<Name> address;
    std::optional<Name> website;
    std::vector<Name> synonyms;
    std::vector<Date> dates;
    std::vector<LineRange> ranges;
    Period period;
    UnitKind unitKind = UnitKind::Meldcode;
    Answer answer = Answer::No;
    std::optional<SeverityWord> severity;
    std::optional<Modality> modality;
    std::optional<Condition> condition;
    std::optional<Performer> performer;
    std::optional<Duty> duty;
    std::vector<EdgePart> edge;
    std::vector<SourcePart> sourceParts;
    std::vector<LapsePart> lapse;
    AbsentTarget absent;
    std::vector<Place> places;
    std::vector<Statement> block;
};

// ---- declarations -----------------------------------------------------------------------------

/// `meldcode` (a unit) or, at the top of a file, `afwegingskader` (a framework of the library).
struct Unit {
    bool isFramework = false;
    Name name;
    Name label;
    Span span;
    std::vector<Statement> block;
};

enum class ConceptKind : std::uint8_t {
    Fact, Consequence, StepFunction, RoleKind, Action, Matter, Topic, Sector, Party, Concerned, Point, Ground, Profession
};
enum class Nature : std::uint8_t { Danger, Support, Neutral };

struct Yield {
    Name consequence;
    Name object;
};
struct Phrase {
    Answer answer = Answer::Yes;
    Bilingual text;
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
    /// Action: a duty with it consults its objects.
    bool consults = false;
    std::vector<Name> excludes;
    std::vector<Yield> yields;
    std::vector<Name> fallsUnder;
    std::vector<Phrase> phrases;
    std::optional<Date> outdatedSince;
    std::optional<Name> replacedBy;
};

struct Literal {
    bool negated = false;
    Name name;
};
/// `altijd a => b`.
struct Implies {
    Literal from;
    Literal to;
    Span span;
};

enum class TextStatus : std::uint8_t { Read, Excerpt, Reconstructed, Recalled };
struct SourceState {
    Date from;
    TextStatus status = TextStatus::Read;
};
struct Source {
    Name name;
    Name label;
    Span span;
    std::optional<Name> bwb;
    std::optional<Name> kind;
    std::vector<SourceState> states;
    std::optional<Date> checkedUntil;
    std::optional<Name> link;
    std::vector<Name> notes;
};

enum class GoalKind : std::uint8_t { Must, May, Not, And, Or };
/// What a requirement wants of a case: a combination of consequences.
struct Goal {
    GoalKind kind = GoalKind::Must;
    Span span;
    Name name;
    std::vector<Goal> operands;
};

enum class FieldConditionKind : std::uint8_t { Not, And, Or, ModalityAtLeast, Is, Only, Absent, Differs, Present };
enum class FieldValueKind : std::uint8_t { Name, Number, Modality, UnitKind, Yes, No, Unknown, Doubt, Open };
struct FieldValue {
    FieldValueKind kind = FieldValueKind::Name;
    Span span;
    Name name;
    std::uint32_t number = 0;
    Modality modality = Modality::Must;
    UnitKind unitKind = UnitKind::Meldcode;
};
struct FieldCondition {
    FieldConditionKind kind = FieldConditionKind::Present;
    Span span;
    Field field = Field::Name;
    Field other = Field::Name;
    Modality modality = Modality::Must;
    std::vector<FieldValue> values;
    std::vector<FieldCondition> operands;
};

/// The most that a norm, or a part of it, may say.
enum class Cap : std::uint8_t { Open, Warning, Info };
enum class RequirementKind : std::uint8_t { Always, Never, Monotone, Possible, After, Count, Each, NoFinding, Human };
enum class QuantityKind : std::uint8_t { None, AtLeast, Exactly, AtMost };
struct Requirement {
    RequirementKind kind = RequirementKind::Always;
    Span span;
    /// The words as written, for messages.
    std::string text;
    std::optional<Goal> goal;
    /// After: what must still be possible.
    std::optional<Goal> then;
    std::optional<Condition> when;
    bool alsoInDoubt = false;
    /// Monotone: the facts of which there is more.
    std::vector<Name> facts;
    QuantityKind quantity = QuantityKind::AtLeast;
    std::uint32_t number = 1;
    TableKind table = TableKind::Meldcode;
    std::optional<FieldCondition> where;
    std::optional<FieldCondition> has;
    /// NoFinding: id or slug of a built-in finding.
    Name finding;
    std::optional<Cap> cap;
    std::optional<Bilingual> message;
};

enum class Layer : std::uint8_t { Law, Norm, House, Advice };
struct Ground {
    Name source;
    std::vector<SourcePart> parts;
    Period period;
    std::optional<TextStatus> status;
    /// The sectors for which it is a ground; empty: all.
    std::vector<Name> sectors;
    Span span;
};
/// A choice out of declared names: all but some, or these.
struct Selection {
    bool all = true;
    /// The exceptions of `all`, else the chosen ones.
    std::vector<Name> names;
};
struct Norm {
    Name id;
    Name label;
    Span span;
    std::optional<Layer> layer;
    std::vector<Ground> grounds;
    std::optional<Selection> sectors;
    std::optional<Selection> frameworks;
    std::vector<UnitKind> unitKinds;
    /// `bij zwijgen geschonden`; absent: not said.
    std::optional<bool> silenceViolates;
    std::optional<Name> acceptsInapplicable;
    std::optional<Cap> cap;
    std::optional<FieldCondition> onlyIf;
    std::vector<Requirement> requirements;
    std::optional<Bilingual> message;
    std::optional<Bilingual> remedy;
    std::optional<Bilingual> ask;
    std::optional<Bilingual> note;
};

struct CaseFacts {
    bool later = false;
    Answer answer = Answer::Yes;
    std::vector<Name> names;
};
enum class ExpectationKind : std::uint8_t { Consequence, Nothing, Undetermined, Deferred };
struct Expectation {
    ExpectationKind kind = ExpectationKind::Consequence;
    std::optional<Modality> modality;
    Name name;
    Span span;
};
/// A worked example that must keep its outcome.
struct Case {
    Name label;
    std::optional<Name> unit;
    Span span;
    std::vector<CaseFacts> facts;
    std::vector<Expectation> expectations;
    /// `precies`: the whole outcome, not a part of it.
    bool exactly = false;
};

struct Waiver {
    Name norm;
    Name unit;
    Span span;
    std::optional<Name> reason;
    std::optional<Name> decidedBy;
    std::optional<Date> decidedOn;
    Period valid;
};

struct Use {
    Name path;
    Span span;
};

/// One file. Always returned by the parser; what it could not read is missing.
struct Document {
    support::FileId file = 0;
    /// Names in what could not be read. A stage that misses the declaration of one of these keeps
    /// silent: the mistake was told where it stands.
    std::vector<Name> unread;
    /// False when nothing of the file was read (too large, not UTF-8, nested too deep).
    bool isReadable = true;
    std::vector<Use> uses;
    std::vector<Concept> concepts;
    std::vector<Implies> implications;
    std::vector<Source> sources;
    std::vector<Unit> units;
    std::vector<Norm> norms;
    std::vector<Case> cases;
    std::vector<Waiver> waivers;
};

}  // namespace meldc::syntax
