#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/condition.h"
#include "model/ids.h"
#include "model/origin.h"
#include "model/parties.h"
#include "model/plain_statements.h"
#include "model/questions.h"
#include "model/vocabulary.h"

/// The resolved protocol: names are numbers, inheritance is applied, every statement keeps its place.
namespace meldc::model {

using syntax::UnitKind;

/// In which container a duty stands.
enum class HomeKind : std::uint8_t { Unit, Step, Topic, Route, Exception };
struct Home {
    HomeKind kind = HomeKind::Unit;
    /// Index in the container's table.
    std::uint32_t index = 0;
    /// The step around it, when there is one.
    StepId step;
};

/// A duty: who must, may or must not do what.
struct Task {
    Home home;
    Actor actor;
    Modality modality = Modality::Must;
    std::optional<syntax::Timing> timing;
    ConceptId action;
    std::vector<Ref> objects;
    std::vector<Ref> in;
    std::vector<Ref> with;
    std::vector<Ref> to;
    std::vector<Ref> about;
    /// `a of b`: one of the objects, of those it is done with, of those it goes to.
    bool oneOfObjects = false;
    bool oneOfWith = false;
    bool oneOfTo = false;
    std::optional<Ref> behalf;
    bool behalfOfOrganisation = false;
    /// `bij C` and not `tenzij C`, as one condition.
    std::optional<Condition> condition;
    std::string beforeStep;
    std::string afterStep;
    /// The question to which a re-assessment returns; its id, since a world may lack it.
    std::string returnTo;
    std::vector<std::string> openTerms;
    /// Consequences that this duty has: its action, or what the action yields with its objects.
    std::vector<ConceptId> consequences;
    Origin origin;
};

struct StepOrder {
    bool after = true;
    std::string step;
    Origin origin;
};

struct Step {
    std::string id;
    std::string label;
    /// A level opens it again: it stands where it stood.
    bool isReopened = false;
    std::vector<NamesStatement> functions;
    std::vector<ActorStatement> performers;
    std::vector<ActorStatement> owners;
    std::vector<ActorStatement> deciders;
    std::vector<Involvement> participants;
    std::vector<Involvement> consults;
    std::vector<StepOrder> order;
    std::vector<Explanation> explanations;
    Origin origin;
};

/// What the code promises: in these situations this is done.
struct Promise {
    Modality modality = Modality::Must;
    std::vector<ConceptId> consequences;
    Condition condition;
    Origin origin;
};
struct Meldnorm {
    std::string id;
    std::string label;
    std::vector<Promise> promises;
    Origin origin;
};

struct Route {
    std::string id;
    std::string label;
    Condition condition;
    /// Invalid: fires always.
    StepId step;
    Origin origin;
};

struct Decision {
    std::vector<ConceptId> about;
    /// `een van`: written as one choice between them.
    bool oneOf = false;
    /// Another place says the opposite of `oneOf`: which value of SlotKind::DecisionForm is written
    /// here. In worlds with the other value the decision stands in the other form.
    std::optional<Variant> form;
    std::string label;
    StepId step;
    std::vector<ActorStatement> owners;
    std::vector<ActorStatement> deciders;
    std::vector<ActorStatement> reporters;
    Origin origin;
};

struct ExceptionGround {
    std::vector<ConceptId> names;
    std::string openTerm;
    Origin origin;
};
struct Exception {
    ConceptId on;
    std::string label;
    StepId step;
    std::vector<ExceptionGround> grounds;
    std::vector<Origin> closed;
    std::vector<Origin> later;
    std::vector<Explanation> explanations;
    Origin origin;
};

struct Point {
    ConceptId point;
    std::string label;
    Origin origin;
};

struct Topic {
    ConceptId topic;
    std::string label;
    StepId step;
    /// Set when the code says that it does not apply: the reason.
    std::optional<std::string> inapplicable;
    std::vector<Point> points;
    std::vector<Involvement> consults;
    std::vector<ActorStatement> performers;
    /// Threshold: a concept, or words.
    std::vector<ExceptionGround> thresholds;
    std::vector<Explanation> explanations;
    Origin origin;
};

struct AgeBand {
    std::uint32_t from = 0;
    /// Exclusive; absent: open.
    std::optional<std::uint32_t> until;
    std::vector<Ref> who;
    /// What the talk is about; empty: not said.
    std::vector<Ref> about;
    Origin origin;
};

/// What was looked for in a document and is not there.
struct Absence {
    syntax::AbsentKind kind = syntax::AbsentKind::Thing;
    syntax::TableKind thing = syntax::TableKind::Step;
    ConceptId concept_;
    Origin origin;
};

/// A source that the text refers to.
struct LawReference {
    SourceId source;
    std::string name;
    std::string part;
    std::optional<Date> state;
    Origin origin;
};

struct SourceDocument {
    std::string name;
    std::string path;
    /// Lines marked read that hold nothing to encode, and for each range the statement that says so.
    std::vector<LineRange> read;
    std::vector<Span> readAt;
    Origin origin;
};

struct AdheresTo {
    std::string norm;
    syntax::SeverityWord severity = syntax::SeverityWord::Info;
    Origin origin;
};

/// One sentence with several readings.
struct Ambiguity {
    std::string label;
    std::vector<std::string> readings;
    std::vector<std::vector<Place>> readingPlaces;
    Origin origin;
};

/// Which slot several statements fill in different ways. DecisionForm: one place makes one choice of
/// two decisions, another takes them apart.
enum class SlotKind : std::uint8_t {
    Owner, Reporter, Decider, DecisionForm, Edge, AnswerYes, RestsOn, TaskModality, Authority, Adopted, StepFunction
};
struct VariantGroup {
    SlotKind slot = SlotKind::Owner;
    /// What the slot belongs to, in the user's names: a step, question, decision or action.
    std::string owner;
    /// Number of different values.
    std::uint32_t values = 0;
    /// All statements, by value.
    std::vector<std::vector<Origin>> statements;
};

/// Something inherited that a lower level took away.
struct Lapse {
    std::string what;
    /// Name of the unit or framework that says it.
    std::string from;
    Origin origin;
};

/// What a level says in place of something that it inherits.
struct Deviation {
    /// Name of the unit or framework that says `before`.
    std::string from;
    /// As it is written there, and as this level writes it; the same for a thing that was replaced as
    /// a whole.
    std::string before;
    std::string after;
    /// Copy of the origin of what this level says.
    Origin at;
};

/// Something that is still to be filled in.
struct Blank {
    /// Its name, when it has one, by which it can be left out.
    std::string name;
    std::string text;
    /// The slot that fills it, as it is written; empty: none.
    std::string slot;
    /// What kind of slot that is.
    std::optional<syntax::LapseKind> slotKind = {};
    Origin origin;
};

/// A protocol, framework of a profession, or template.
struct Protocol {
    std::string name;
    std::string label;
    UnitKind kind = UnitKind::Meldcode;
    Span span;
    /// The day on which it is judged: which names and sources are of the past. Absent: no day is meant.
    std::optional<Date> asOf;
    /// Names of what it follows, nearest first.
    std::vector<std::string> follows;

    std::vector<TextStatement> organisation;
    std::vector<TextStatement> authority;
    std::vector<NamesStatement> sectors;
    std::vector<NamesStatement> professions;
    std::vector<NamesStatement> worksWith;
    std::vector<DatedStatement> adopted;
    std::vector<DatedStatement> consent;
    std::vector<PeriodStatement> valid;
    std::vector<AnswerStatement> authorised;
    std::vector<TextStatement> versions;
    std::vector<SourceDocument> documents;
    std::vector<DatedStatement> encoded;
    std::vector<DatedStatement> reread;
    std::vector<Absence> absences;
    std::vector<AdheresTo> adheres;

    std::vector<RoleDecl> roles;
    std::vector<SamePerson> samePersons;
    std::vector<Contact> contacts;
    std::vector<SystemDecl> systems;
    std::vector<Decision> decisions;
    std::vector<Step> steps;
    /// In the order of the walk's declaration; questions() with one id are alternatives per world.
    std::vector<Question> questions;
    std::vector<FrameworkUse> frameworks;
    std::vector<CountsAs> countsAs;
    std::vector<Meldnorm> meldnormen;
    std::vector<Route> routes;
    std::vector<Task> tasks;
    std::vector<Exception> exceptions;
    std::vector<Topic> topics;
    std::vector<AgeBand> ageBands;
    std::vector<Explanation> explanations;
    std::vector<Blank> blanks;
    /// Where the document tells something of a person; what kind of thing, not the thing itself.
    std::vector<TextStatement> personal;
    std::vector<LawReference> references;
    std::vector<Lapse> lapses;
    std::vector<Deviation> deviations;

    std::vector<Ambiguity> ambiguities;
    std::vector<VariantGroup> variantGroups;

    /// Taken from an existing document (has `bron`), so silence may be the encoder's.
    bool isEncoded() const { return !documents.empty(); }
    /// Index of the step with this id, or an invalid id.
    StepId findStep(std::string_view id) const;
};

}  // namespace meldc::model
