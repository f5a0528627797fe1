#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "syntax/concept.h"
#include "syntax/records.h"
#include "syntax/statement.h"

/// The syntax tree: what the author wrote, as plain values with their places. It knows neither the
/// parser generator nor what anything means; names are still text.
namespace meldc::syntax {

/// `meldcode` (a unit) or, at the top of a file, `afwegingskader` (a framework of the library).
struct Unit {
    bool isFramework = false;
    Name name;
    Name label;
    Span span;
    std::vector<Statement> block;

    friend bool operator==(const Unit&, const Unit&) = default;
};

struct SourceState {
    Date from;
    TextStatus status = TextStatus::Read;

    friend bool operator==(const SourceState&, const SourceState&) = default;
};
/// `vooruitblik …`: a change of law that is being prepared.
struct Outlook {
    /// From when it is known until when it is settled; without an end it still is to come.
    Period known;
    TextStatus status = TextStatus::Read;
    /// The day on which it is to hold, when one was named.
    std::optional<Date> expected;
    /// The norms that it may touch.
    std::vector<Name> norms;
    /// The sectors that it is for; empty: all.
    std::vector<Name> sectors;
    Bilingual text;
    Span span;

    friend bool operator==(const Outlook&, const Outlook&) = default;
};
struct Source {
    Name name;
    Name label;
    Span span;
    std::optional<Name> bwb;
    std::optional<Name> kind;
    std::vector<SourceState> states;
    std::optional<Date> checkedUntil;
    /// From this day no longer in force; what came in its place, when something did.
    std::optional<Date> lapsedOn;
    std::optional<Name> replacedBy;
    std::optional<Name> link;
    std::vector<Name> notes;
    std::vector<Outlook> outlooks;

    friend bool operator==(const Source&, const Source&) = default;
};

enum class GoalKind : std::uint8_t { Must, May, Not, And, Or };
/// What a requirement wants of a case: a combination of consequences.
struct Goal {
    GoalKind kind = GoalKind::Must;
    Span span;
    Name name;
    std::vector<Goal> operands;

    friend bool operator==(const Goal&, const Goal&) = default;
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

    friend bool operator==(const FieldValue&, const FieldValue&) = default;
};
struct FieldCondition {
    FieldConditionKind kind = FieldConditionKind::Present;
    Span span;
    Field field = Field::Name;
    Field other = Field::Name;
    Modality modality = Modality::Must;
    std::vector<FieldValue> values;
    std::vector<FieldCondition> operands;

    friend bool operator==(const FieldCondition&, const FieldCondition&) = default;
};

/// The most that a norm, or a part of it, may say.
enum class Cap : std::uint8_t { Open, Warning, Info };
/// `hoogstens open voor jurist`: the cap, and who must judge first, when it is not the organisation itself.
struct CapFor {
    Cap cap = Cap::Open;
    std::optional<Name> judge;

    friend bool operator==(const CapFor&, const CapFor&) = default;
};
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
    std::optional<CapFor> cap;
    std::optional<Bilingual> message;
    /// `of …`: further ways to meet it; one is enough.
    std::vector<Requirement> otherwise;

    friend bool operator==(const Requirement&, const Requirement&) = default;
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

    friend bool operator==(const Ground&, const Ground&) = default;
};
/// A choice out of declared names: all but some, or these.
struct Selection {
    bool all = true;
    /// The exceptions of `all`, else the chosen ones.
    std::vector<Name> names;

    friend bool operator==(const Selection&, const Selection&) = default;
};
/// `opmerking als … bericht …`: what to say besides when the norm is met and this holds.
struct Remark {
    Requirement when;
    Bilingual text;

    friend bool operator==(const Remark&, const Remark&) = default;
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
    std::optional<CapFor> cap;
    std::optional<FieldCondition> onlyIf;
    std::vector<Requirement> requirements;
    std::vector<Remark> remarks;
    std::optional<Bilingual> message;
    std::optional<Bilingual> remedy;
    std::optional<Bilingual> ask;
    std::optional<Bilingual> note;

    friend bool operator==(const Norm&, const Norm&) = default;
};

/// How a verdict on what an article asks is reached: by what is written, over all cases, by a person.
enum class CoverageHow : std::uint8_t { Text, Cases, Human };
/// `dekking …`: which norms ask what an article demands.
struct Coverage {
    Name source;
    std::vector<SourcePart> parts;
    Span span;
    Period period;
    std::vector<Name> norms;
    std::vector<CoverageHow> how;
    /// What a text cannot show, or, without norms, why there is none.
    std::optional<Bilingual> because;
    /// `niet omdat`: no norm asks it.
    bool isUncovered = false;

    friend bool operator==(const Coverage&, const Coverage&) = default;
};

struct Use {
    Name path;
    Span span;

    friend bool operator==(const Use&, const Use&) = default;
};

/// One file. Always returned by the parser; what it could not read is missing.
struct Document {
    support::FileId file = 0;
    /// Names in what could not be read. A stage that misses the declaration of one of these keeps
    /// silent: the mistake was told where it stands.
    std::vector<Name> unread;
    /// A declaration in what could not be read gives no name: any unknown name may be the one it lacks.
    bool missesNames = false;
    /// The lines with something that could not be read, or not as it stands; each was told. A later
    /// stage keeps silent about them.
    std::vector<Span> faults;
    /// False when nothing of the file was read (too large, not UTF-8, nested too deep).
    bool isReadable = true;
    std::vector<Use> uses;
    std::vector<Concept> concepts;
    std::vector<Implies> implications;
    std::vector<Source> sources;
    std::vector<Unit> units;
    std::vector<Norm> norms;
    std::vector<Coverage> coverage;
    std::vector<Case> cases;
    std::vector<Waiver> waivers;
    std::vector<Acceptance> acceptances;
    std::vector<Project> projects;

    friend bool operator==(const Document&, const Document&) = default;
};

}  // namespace meldc::syntax
