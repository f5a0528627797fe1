#include "model/table.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace meldc::model {

namespace {

using enum syntax::Field;

constexpr std::array kMeldcodeFields{Kind,       Sector, Adopted, Consent,   Authority, Valid,
                                     Authorised, Works,  Owner,   Framework, Topic};
constexpr std::array kRoleFields{Name, Kind, Owner, Decider, Reporter};
constexpr std::array kStepFields{Name, Function,    Performer, Participant, Consults,
                                 Duty, Description, Framework, Owner,       Modality};
constexpr std::array kDutyFields{Role, Action, Matter, With, To, About, System, Modality, Condition,
                                 Directly, Function, Step, Topic, Exception, Route, Consequence, Return};
constexpr std::array kConsultationFields{Consults, Performer, Modality, Condition, Function, Step, Topic};
constexpr std::array kQuestionFields{Name, Function, Step, Condition, Participant, Consequence};
constexpr std::array kMeldnormFields{Name, Consequence, Condition, Modality};
constexpr std::array kRouteFields{Name, Condition, Consequence, Duty, Modality};
constexpr std::array kDecisionFields{About, Choice, Owner, Decider, Reporter, Behalf};
constexpr std::array kExceptionFields{About, Ground, Closed, Later, Duty, Modality};
constexpr std::array kTopicFields{Name, Application, Duty, Modality, Point, Threshold, Performer, Consults, Description};
constexpr std::array kAgeFields{Name, From, Until, With};
constexpr std::array kReferenceFields{Source, State, Outdated};
constexpr std::array kContactFields{Name, Phone};
constexpr std::array kFrameworkFields{Name, Version, Ground, Choice, Function};
constexpr std::array kNameOnly{Name};

constexpr std::array kSlotFields{Owner, Reporter, Modality, Choice, Application, Authorised};
constexpr std::array kListFields{Participant, Consults, Duty, Matter, With, To, About, System, Consequence,
                                 Ground, Point, Condition, Function, Sector, Works, Topic, Description};

}  // namespace

std::span<const Field> fieldsOf(TableKind kind) {
    switch (kind) {
        case TableKind::Meldcode: return kMeldcodeFields;
        case TableKind::Role: return kRoleFields;
        case TableKind::Step: return kStepFields;
        case TableKind::Duty: return kDutyFields;
        case TableKind::Consultation: return kConsultationFields;
        case TableKind::Question: return kQuestionFields;
        case TableKind::Meldnorm: return kMeldnormFields;
        case TableKind::Route: return kRouteFields;
        case TableKind::Decision: return kDecisionFields;
        case TableKind::Exception: return kExceptionFields;
        case TableKind::Topic: return kTopicFields;
        case TableKind::Contact: return kContactFields;
        case TableKind::Framework: return kFrameworkFields;
        case TableKind::Age: return kAgeFields;
        case TableKind::Reference: return kReferenceFields;
        case TableKind::System:
        case TableKind::Blank:
        case TableKind::Point: return kNameOnly;
    }
    return {};
}

bool hasField(TableKind kind, Field field) {
    const auto fields = fieldsOf(kind);
    return std::find(fields.begin(), fields.end(), field) != fields.end();
}

bool isSlotField(Field field) {
    return std::find(kSlotFields.begin(), kSlotFields.end(), field) != kSlotFields.end();
}

bool isListField(Field field) {
    return std::find(kListFields.begin(), kListFields.end(), field) != kListFields.end();
}

namespace {

class RowMaker {
public:
    RowMaker(const Vocabulary& vocabulary, const Protocol& world, TableKind kind)
        : vocabulary_(vocabulary), world_(world), kind_(kind) {}

    std::vector<Row> make() {
        const auto isNamed = [](const auto& thing) { return !thing.name.empty(); };
        const auto hasId = [](const auto& thing) { return !thing.id.empty(); };
        const auto always = [](const auto&) { return true; };
        switch (kind_) {
            case TableKind::Meldcode: rows_.push_back({kind_}); break;
            case TableKind::Role:
                addEach(world_.roles, isNamed);
                addDescribedRoles();
                break;
            case TableKind::System: addEach(world_.systems, isNamed); break;
            case TableKind::Step: addEach(world_.steps, hasId); break;
            case TableKind::Question: addEach(world_.questions, hasId); break;
            case TableKind::Route: addEach(world_.routes, hasId); break;
            case TableKind::Duty: addEach(world_.tasks, always); break;
            case TableKind::Decision: addEach(world_.decisions, always); break;
            case TableKind::Contact: addEach(world_.contacts, always); break;
            case TableKind::Age: addEach(world_.ageBands, always); break;
            case TableKind::Blank: addEach(world_.blanks, always); break;
            case TableKind::Reference: addEach(world_.references, always); break;
            case TableKind::Exception:
                addEach(world_.exceptions, [](const model::Exception& each) { return each.on.isValid(); });
                break;
            case TableKind::Topic:
                addEach(world_.topics, [](const model::Topic& each) { return each.topic.isValid(); });
                break;
            case TableKind::Framework:
                addEach(world_.frameworks, always);
                for (Row& row : rows_) {
                    const bool isOpen = !world_.frameworks[row.index].openTerm.empty();
                    row.existence = isOpen ? Existence::Placeholder : Existence::Certain;
                }
                break;
            case TableKind::Meldnorm: addPromises(); break;
            case TableKind::Point: addPoints(); break;
            case TableKind::Consultation: addConsultations(); break;
        }
        return std::move(rows_);
    }

private:
    Row& addRow(HomeKind source, std::uint32_t index, std::uint32_t part, const Origin& origin) {
        Row& row = rows_.emplace_back();
        row.kind = kind_;
        row.source = source;
        row.index = index;
        row.part = part;
        row.origin = &origin;
        return row;
    }

    template <class Things, class Exists>
    void addEach(const Things& things, const Exists& exists) {
        for (std::uint32_t index = 0; index < things.size(); ++index) {
            if (exists(things[index])) addRow(HomeKind::Unit, index, 0, things[index].origin);
        }
    }

    template <class Parts>
    void addParts(HomeKind source, std::uint32_t index, const Parts& parts) {
        for (std::uint32_t part = 0; part < parts.size(); ++part) {
            addRow(source, index, part, parts[part].origin);
        }
    }

    /// Who is only described in words (`open "…"`): some role, but not which.
    void addDescribedRoles() {
        for (std::uint32_t index = 0; index < world_.decisions.size(); ++index) {
            const model::Decision& decision = world_.decisions[index];
            addDescribed(HomeKind::Unit, index, Field::Owner, decision.owners);
            addDescribed(HomeKind::Unit, index, Field::Decider, decision.deciders);
            addDescribed(HomeKind::Unit, index, Field::Reporter, decision.reporters);
        }
        for (std::uint32_t index = 0; index < world_.steps.size(); ++index) {
            addDescribed(HomeKind::Step, index, Field::Owner, world_.steps[index].owners);
        }
    }
    void addDescribed(HomeKind source, std::uint32_t index, Field as, const std::vector<ActorStatement>& statements) {
        for (std::uint32_t part = 0; part < statements.size(); ++part) {
            if (statements[part].actor.openTerm.empty()) continue;
            Row& row = addRow(source, index, part, statements[part].origin);
            row.existence = Existence::OpenTerm;
            row.described = &statements[part];
            row.as = as;
        }
    }

    void addPromises() {
        for (std::uint32_t index = 0; index < world_.meldnormen.size(); ++index) {
            const Meldnorm& meldnorm = world_.meldnormen[index];
            addParts(HomeKind::Unit, index, meldnorm.promises);
            if (meldnorm.promises.empty()) addRow(HomeKind::Unit, index, 0, meldnorm.origin);
        }
    }

    void addPoints() {
        for (std::uint32_t index = 0; index < world_.topics.size(); ++index) {
            addParts(HomeKind::Topic, index, world_.topics[index].points);
        }
    }

    void addConsultations() {
        for (std::uint32_t index = 0; index < world_.steps.size(); ++index) {
            addParts(HomeKind::Step, index, world_.steps[index].consults);
        }
        for (std::uint32_t index = 0; index < world_.topics.size(); ++index) {
            addParts(HomeKind::Topic, index, world_.topics[index].consults);
        }
        addEach(world_.tasks, [&](const Task& task) {
            return task.action.isValid() && vocabulary_[task.action].consults;
        });
    }

    const Vocabulary& vocabulary_;
    const Protocol& world_;
    TableKind kind_;
    std::vector<Row> rows_;
};

bool matchesWord(const Vocabulary& vocabulary, const Protocol& world, const Value& value, const FieldValue& wanted) {
    switch (value.kind) {
        case ValueKind::Concept:
            return vocabulary.fallsUnder(ConceptId{value.index}, wanted.concept_);
        case ValueKind::Role: {
            const RoleDecl& role = world.roles[value.index];
            return role.name == wanted.name ||
                   std::any_of(role.kinds.begin(), role.kinds.end(), [&](ConceptId kind) {
                       return vocabulary.fallsUnder(kind, wanted.concept_);
                   });
        }
        case ValueKind::System: return world.systems[value.index].name == wanted.name;
        case ValueKind::Text: return value.text == wanted.name;
        default: return false;
    }
}

bool isNumber(const std::string& text, std::uint32_t number) {
    std::uint32_t read = 0;
    const auto* end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, read);
    return result.ec == std::errc() && result.ptr == end && read == number;
}

}  // namespace

std::vector<Row> rowsOf(const Vocabulary& vocabulary, const Protocol& world, TableKind kind) {
    return RowMaker(vocabulary, world, kind).make();
}

bool matches(const Vocabulary& vocabulary, const Protocol& world, const Value& value, const FieldValue& wanted) {
    using syntax::FieldValueKind;
    const auto answers = [&](model::Answer answer) { return value.kind == ValueKind::Answer && value.answer == answer; };
    switch (wanted.kind) {
        case FieldValueKind::Name: return matchesWord(vocabulary, world, value, wanted);
        case FieldValueKind::Number:
            return (value.kind == ValueKind::Number && value.number == wanted.number) ||
                   (value.kind == ValueKind::Text && isNumber(value.text, wanted.number));
        case FieldValueKind::Modality: return value.kind == ValueKind::Modality && value.modality == wanted.modality;
        case FieldValueKind::UnitKind: return value.kind == ValueKind::UnitKind && value.unitKind == wanted.unitKind;
        case FieldValueKind::Yes: return answers(model::Answer::Yes);
        case FieldValueKind::No: return answers(model::Answer::No);
        case FieldValueKind::Unknown: return answers(model::Answer::Doubt);
        case FieldValueKind::Doubt: return value.kind == ValueKind::Doubt;
        case FieldValueKind::Open: return value.kind == ValueKind::OpenTerm;
    }
    return false;
}

}  // namespace meldc::model
