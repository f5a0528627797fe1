#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/condition.h"
#include "model/vocabulary.h"

namespace meldc::model {

using syntax::Cap;
using syntax::Field;
using syntax::FieldConditionKind;
using syntax::FieldValueKind;
using syntax::GoalKind;
using syntax::Layer;
using syntax::QuantityKind;
using syntax::RequirementKind;
using syntax::TableKind;

/// How far a norm, or a part of it, may accuse.
struct CapFor {
    Cap cap = Cap::Open;
    /// Open: who must judge first; invalid: the organisation itself can say it.
    ConceptId judge;
};

/// What a requirement wants of a case: a combination of consequences.
struct Goal {
    GoalKind kind = GoalKind::Must;
    ConceptId consequence;
    std::vector<Goal> operands;
};

struct FieldValue {
    FieldValueKind kind = FieldValueKind::Name;
    /// Name: the concept, when it is one.
    ConceptId concept_;
    /// Name: the word itself (a framework, a local id).
    std::string name;
    std::uint32_t number = 0;
    Modality modality = Modality::Must;
    syntax::UnitKind unitKind = syntax::UnitKind::Meldcode;
};

/// A test on the fields of one thing of the model.
struct FieldCondition {
    FieldConditionKind kind = FieldConditionKind::Present;
    Field field = Field::Name;
    Field other = Field::Name;
    Modality modality = Modality::Must;
    std::vector<FieldValue> values;
    std::vector<FieldCondition> operands;
    Span span;
};

/// One requirement of a norm, or the one that `prove` was given.
struct Requirement {
    RequirementKind kind = RequirementKind::Always;
    Span span;
    /// The words as written.
    std::string text;
    Goal goal;
    Goal then;
    std::optional<Condition> when;
    bool alsoInDoubt = false;
    std::vector<FactId> facts;
    QuantityKind quantity = QuantityKind::AtLeast;
    std::uint32_t number = 1;
    TableKind table = TableKind::Meldcode;
    std::optional<FieldCondition> where;
    std::optional<FieldCondition> has;
    /// NoFinding: code or slug of a built-in finding.
    std::string finding;
    /// The most that this part may say; the norm's own cap holds besides.
    std::optional<CapFor> cap;
    /// What to say when this part is not met; empty: the norm's own message.
    Localized message;
    /// `of …`: further ways to meet it. It is violated only when all are.
    std::vector<Requirement> otherwise;

    /// Whether it is about the outcome of cases (else about what is written), in all its alternatives.
    bool isBehavioural() const {
        for (const Requirement& each : otherwise) {
            if (!each.isBehavioural()) return false;
        }
        return kind <= RequirementKind::After;
    }
    /// `altijd … bij …` with no other way to meet it: what it wants is due wherever its premise holds.
    bool isDemand() const { return kind == RequirementKind::Always && when.has_value() && otherwise.empty(); }
};

struct Ground {
    SourceId source;
    /// Parts in the order written, e.g. {Article,"2"}, {Paragraph,"1"}, {Subpart,"c"}.
    std::vector<std::pair<syntax::SourcePartKind, std::string>> parts;
    Period period;
    /// Said at the ground itself; else that of the source's state on the date.
    std::optional<TextStatus> status;
    /// The sectors for which it is a ground; empty: all.
    std::vector<std::string> sectors;
};

/// All but some, or only these.
struct Selection {
    bool all = true;
    std::vector<std::string> names;

    /// Whether `name` is chosen.
    bool contains(std::string_view name) const;
};

/// What to say besides a verdict that the norm is met, when `when` holds as well.
struct Remark {
    Requirement when;
    Localized text;
};

/// A requirement of law, profession or house, as data.
struct Norm {
    std::string id;
    std::string title;
    Span span;
    Layer layer = Layer::Advice;
    std::vector<Ground> grounds;
    Selection sectors;
    /// Absent: whatever the framework.
    std::optional<Selection> frameworks;
    std::vector<syntax::UnitKind> unitKinds;
    bool silenceViolates = false;
    /// The topic whose `niet van toepassing omdat` is an accepted answer.
    ConceptId acceptsInapplicable;
    std::optional<CapFor> cap;
    std::optional<FieldCondition> onlyIf;
    std::vector<Requirement> requirements;
    std::vector<Remark> remarks;
    Localized message;
    Localized remedy;
    Localized ask;
    Localized note;

    /// Whether one of its grounds is in force on `date`.
    bool inForce(const Date& date) const;
};

/// Which norms ask what an article demands, and how verdicts on it are reached.
struct Coverage {
    SourceId source;
    std::vector<std::pair<syntax::SourcePartKind, std::string>> parts;
    Period period;
    /// Empty: none asks it, and `because` says why.
    std::vector<std::string> norms;
    std::vector<syntax::CoverageHow> how;
    Localized because;
    Span span;
};

struct CaseExpectation {
    syntax::ExpectationKind kind = syntax::ExpectationKind::Consequence;
    ConceptId consequence;
    Modality modality = Modality::Must;
    Span span;
};
/// A worked example.
struct CaseDecl {
    std::string label;
    /// Name of the unit; empty: every unit of the file.
    std::string unit;
    std::vector<std::pair<FactId, Answer>> facts;
    std::vector<CaseExpectation> expectations;
    bool exactly = false;
    /// Written by a program, and not confirmed by a person yet.
    bool isDraft = false;
    Span span;
};

/// An organisation departs from a norm on purpose.
struct Waiver {
    std::string norm;
    std::string unit;
    std::string reason;
    std::string decidedBy;
    Date decidedOn;
    /// Both ends are there.
    Period valid;
    Span span;
    /// Whether the library has the norm, and the program the unit; else the nearest name, if any.
    bool isNormKnown = true;
    bool isUnitKnown = true;
    std::string nearestNorm;
    std::string nearestUnit;

    /// The reason as a part of a sentence: without a period at its end.
    std::string reasonClause() const;
};

}  // namespace meldc::model
