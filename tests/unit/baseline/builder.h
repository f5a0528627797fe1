#pragma once

#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "baseline/evaluate.h"
#include "baseline/prove.h"
#include "model/table.h"

/// A small made-up library and protocol, put together by hand: nothing here is the law's.
namespace meldc::baseline::test {

using model::ConceptId;
using model::ConceptKind;
using model::Field;
using model::FieldCondition;
using model::FieldConditionKind;
using model::FieldValue;
using model::FieldValueKind;
using model::Origin;
using model::Ref;
using model::Requirement;
using model::TableKind;
using syntax::RequirementKind;

/// A vocabulary about a leaking boat: three facts, two consequences, a few words.
class Boat {
public:
    Boat() {
        leak = fact("leak", model::Nature::Danger, "het schip lekt", "het schip lekt niet");
        storm = fact("storm", model::Nature::Danger, "het stormt", "het stormt niet");
        pump = fact("pump", model::Nature::Support, "de pomp werkt", "de pomp werkt niet");
        library.vocabulary.facts[pump.value].knownLater = true;
        call = concept_("call", ConceptKind::Consequence, "de kustwacht roepen", "call the coast guard");
        bail = concept_("bail", ConceptKind::Consequence, "hozen", "bail out");
        sailor = concept_("sailor", ConceptKind::RoleKind, "matroos", "sailor");
        officer = concept_("officer", ConceptKind::RoleKind, "officier", "officer");
        library.vocabulary.concepts[officer.value].fallsUnder = {sailor};
        look = concept_("look", ConceptKind::StepFunction, "kijken", "look");
        act = concept_("act", ConceptKind::StepFunction, "doen", "act");
        asking = concept_("asking", ConceptKind::Action, "vragen", "ask");
        library.vocabulary.concepts[asking.value].consults = true;
        harbour = concept_("harbour", ConceptKind::Party, "de haven", "the harbour");
        lifeboat = concept_("lifeboat", ConceptKind::Topic, "reddingsboot", "lifeboat");
        sea = concept_("sea", ConceptKind::Sector, "zeevaart", "sea");
        river = concept_("river", ConceptKind::Sector, "riviervaart", "river");
        danger = concept_("danger", ConceptKind::Ground, "gevaar", "danger");
        talk = concept_("talk", ConceptKind::Matter, "praatje", "talk");
        boat.name = "boat";
        boat.label = "Ons schip";
    }

    ConceptId concept_(const std::string& name, ConceptKind kind, const std::string& nl, const std::string& en) {
        auto& vocabulary = library.vocabulary;
        const ConceptId id{static_cast<std::uint32_t>(vocabulary.concepts.size())};
        model::Concept declared;
        declared.name = name;
        declared.kind = kind;
        declared.label = {nl, en};
        vocabulary.concepts.push_back(declared);
        vocabulary.conceptByName.emplace(name, id);
        return id;
    }

    model::FactId fact(const std::string& name, model::Nature nature, const std::string& yes, const std::string& no) {
        auto& vocabulary = library.vocabulary;
        const ConceptId id = concept_(name, ConceptKind::Fact, name, name);
        const model::FactId number{static_cast<std::uint32_t>(vocabulary.facts.size())};
        vocabulary.concepts[id.value].fact = number;
        model::Fact declared;
        declared.concept_ = id;
        declared.nature = nature;
        declared.yes = support::same(yes);
        declared.no = support::same(no);
        vocabulary.facts.push_back(declared);
        return number;
    }

    /// A place of its own for each statement, so that evidence can be told apart.
    Origin at(std::uint32_t line) const {
        Origin origin;
        origin.span = {1, line * 100, line * 100 + 10};
        return origin;
    }
    /// Also stated in a line of the document.
    Origin inDocument(std::uint32_t line) const {
        Origin origin = at(line);
        origin.places.push_back({"doc", {{line, line}}, {}, {}});
        return origin;
    }

    Ref role(const std::string& name, ConceptId kind) {
        boat.roles.push_back({name, name, {}, false, {}, {kind}, at(10 + static_cast<std::uint32_t>(boat.roles.size()))});
        return {Ref::Kind::Role, static_cast<std::uint32_t>(boat.roles.size() - 1)};
    }
    static model::Actor by(std::vector<Ref> who) {
        model::Actor actor;
        actor.who = std::move(who);
        return actor;
    }
    static model::Actor described(const std::string& words) {
        model::Actor actor;
        actor.kind = syntax::PerformerKind::Open;
        actor.openTerm = words;
        return actor;
    }
    model::Step& step(const std::string& id, ConceptId function) {
        model::Step& made = boat.steps.emplace_back();
        made.id = id;
        made.origin = at(20 + static_cast<std::uint32_t>(boat.steps.size()));
        made.functions.push_back({{function}, made.origin});
        return made;
    }
    model::Decision& decision(ConceptId about) {
        model::Decision& made = boat.decisions.emplace_back();
        made.about = {about};
        made.origin = at(30 + static_cast<std::uint32_t>(boat.decisions.size()));
        return made;
    }
    /// `line`: where it stands, as for at().
    model::Topic& topic(ConceptId about, std::uint32_t line = 1) {
        model::Topic& made = boat.topics.emplace_back();
        made.topic = about;
        made.origin = at(line);
        return made;
    }
    model::Exception& exception(ConceptId on, std::uint32_t line = 1) {
        model::Exception& made = boat.exceptions.emplace_back();
        made.on = on;
        made.origin = at(line);
        return made;
    }
    /// A thing of that kind was looked for in the document and is not there.
    model::Absence& sought(TableKind thing, ConceptId about, Origin origin) {
        model::Absence& made = boat.absences.emplace_back();
        made.thing = thing;
        made.concept_ = about;
        made.origin = std::move(origin);
        return made;
    }
    static model::Condition is(model::FactId fact) {
        model::Condition condition;
        condition.fact = fact;
        return condition;
    }
    static model::Condition open(const std::string& words) {
        model::Condition condition;
        condition.kind = syntax::ConditionKind::OpenTerm;
        condition.words = words;
        return condition;
    }
    /// A question that asks a condition; edges are added with answer().
    model::Question& question(const std::string& id, const model::Condition& condition) {
        model::Question& made = boat.questions.emplace_back();
        made.id = id;
        made.label = "Vraag " + id;
        made.origin = at(40 + static_cast<std::uint32_t>(boat.questions.size()));
        made.yesWhen.push_back({condition, made.origin});
        return made;
    }
    model::Edge& answer(model::Question& to, model::Answer given, std::vector<ConceptId> effects) {
        model::Edge& made = to.edges.emplace_back();
        made.answer = given;
        for (const ConceptId each : effects) made.effects.push_back({each, model::Modality::Must});
        made.origin = at(50 + static_cast<std::uint32_t>(to.edges.size()));
        return made;
    }
    /// One question: does it leak? Yes calls, no bails.
    model::Question& askLeak() {
        model::Question& made = question("1", is(leak));
        answer(made, model::Answer::Yes, {call});
        answer(made, model::Answer::No, {bail});
        return made;
    }

    model::Norm& norm(const std::string& id, Requirement requirement) {
        model::Norm& made = library.norms.emplace_back();
        made.id = id;
        made.title = id;
        made.layer = model::Layer::Law;
        made.silenceViolates = true;
        made.message = {"niet goed", "not good"};
        made.remedy = {"doe het goed", "do it well"};
        made.grounds.push_back(ground({}, {}));
        made.requirements.push_back(std::move(requirement));
        return made;
    }
    model::Ground ground(const std::string& from, const std::string& until) {
        auto& vocabulary = library.vocabulary;
        if (vocabulary.sources.empty()) {
            model::Source source;
            source.name = "shiplaw";
            source.title = "Scheepswet";
            source.bwb = "BWBR0000001";
            source.states = {{*model::Date::parse("2000-01-01"), model::TextStatus::Read},
                             {*model::Date::parse("2020-01-01"), model::TextStatus::Reconstructed}};
            vocabulary.sources.push_back(source);
        }
        model::Ground made;
        made.source = model::SourceId{0};
        made.period = {model::Date::parse(from), model::Date::parse(until)};
        return made;
    }

    /// Chooses the worlds and judges; the norms' results keep pointing into this object.
    ProtocolReport evaluate(const std::string& date = "2010-06-01") {
        prepare();
        return baseline::evaluate(library, waivers, subject(), {}, *model::Date::parse(date));
    }
    /// The result of the only norm.
    NormResult result(const std::string& date = "2010-06-01") {
        const auto report = evaluate(date);
        return report.results.size() == 1 ? report.results.front() : NormResult{};
    }
    ProveResult prove(const Requirement& requirement) {
        prepare();
        return proveRequirement(library, subject(), requirement);
    }
    void prepare() {
        auto all = model::worldsOf(boat);
        worlds = std::move(all.all);
        truncated = all.truncated;
        selected.clear();
        decisions.clear();
        for (const model::World& world : worlds) {
            selected.push_back(model::select(boat, world));
            decisions.push_back(logic::compile(library.vocabulary, selected.back()));
        }
    }
    check::Subject subject() const { return {library.vocabulary, boat, worlds, selected, decisions, truncated}; }

    model::Library library;
    model::Protocol boat;
    std::vector<model::Waiver> waivers;
    std::vector<model::World> worlds;
    bool truncated = false;
    std::vector<model::Protocol> selected;
    std::vector<logic::Decision> decisions;
    model::FactId leak, storm, pump;
    ConceptId call, bail, sailor, officer, look, act, asking, harbour, lifeboat, sea, river, danger, talk;
};

// ---- requirements

inline FieldCondition field(FieldConditionKind kind, Field of) {
    FieldCondition condition;
    condition.kind = kind;
    condition.field = of;
    return condition;
}
inline FieldCondition present(Field of) { return field(FieldConditionKind::Present, of); }
inline FieldCondition absent(Field of) { return field(FieldConditionKind::Absent, of); }
inline FieldValue value(FieldValueKind kind) {
    FieldValue result;
    result.kind = kind;
    return result;
}
inline FieldCondition is(Field of, FieldValueKind kind) {
    auto condition = field(FieldConditionKind::Is, of);
    condition.values.push_back(value(kind));
    return condition;
}
inline FieldCondition is(const Boat& boat, Field of, const std::string& name) {
    auto condition = is(of, FieldValueKind::Name);
    condition.values.front().name = name;
    condition.values.front().concept_ = boat.library.vocabulary.find(name);
    return condition;
}
inline FieldCondition differs(Field of, Field other) {
    auto condition = field(FieldConditionKind::Differs, of);
    condition.other = other;
    return condition;
}
inline FieldCondition atLeast(model::Modality modality) {
    auto condition = field(FieldConditionKind::ModalityAtLeast, Field::Modality);
    condition.modality = modality;
    return condition;
}
inline FieldCondition join(FieldConditionKind kind, std::vector<FieldCondition> operands) {
    FieldCondition condition;
    condition.kind = kind;
    condition.operands = std::move(operands);
    return condition;
}
inline FieldCondition both(FieldCondition a, FieldCondition b) {
    return join(FieldConditionKind::And, {std::move(a), std::move(b)});
}
inline FieldCondition either(FieldCondition a, FieldCondition b) {
    return join(FieldConditionKind::Or, {std::move(a), std::move(b)});
}
inline FieldCondition no(FieldCondition a) { return join(FieldConditionKind::Not, {std::move(a)}); }

inline Requirement count(model::QuantityKind quantity, std::uint32_t number, TableKind table,
                         std::optional<FieldCondition> where = std::nullopt) {
    Requirement requirement;
    requirement.kind = RequirementKind::Count;
    requirement.quantity = quantity;
    requirement.number = number;
    requirement.table = table;
    requirement.where = std::move(where);
    return requirement;
}
inline Requirement some(TableKind table, std::optional<FieldCondition> where = std::nullopt) {
    return count(model::QuantityKind::AtLeast, 1, table, std::move(where));
}
inline Requirement each(TableKind table, std::optional<FieldCondition> where, FieldCondition has) {
    Requirement requirement;
    requirement.kind = RequirementKind::Each;
    requirement.table = table;
    requirement.where = std::move(where);
    requirement.has = std::move(has);
    return requirement;
}
inline Requirement outcome(RequirementKind kind, ConceptId goal, std::optional<model::Condition> when = std::nullopt) {
    Requirement requirement;
    requirement.kind = kind;
    requirement.goal.consequence = goal;
    requirement.when = std::move(when);
    return requirement;
}
inline Requirement always(ConceptId goal, std::optional<model::Condition> when = std::nullopt) {
    return outcome(RequirementKind::Always, goal, std::move(when));
}

/// That the protocol has something on lifeboats.
inline Requirement lifeboats(const Boat& boat) { return some(TableKind::Topic, is(boat, Field::Name, "lifeboat")); }

/// A day that exists.
inline model::Date day(const char* text) { return *model::Date::parse(text); }

}  // namespace meldc::baseline::test
