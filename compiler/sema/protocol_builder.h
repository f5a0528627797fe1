#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "model/library.h"
#include "sema/levels.h"
#include "sema/scope.h"

namespace meldc::sema {

/// Where in the unit a statement stands, and what holds for it because of that.
struct Context {
    std::vector<model::Guard> guards;
    bool draft = false;
    model::Home home;
    /// Indices of the things around the statement; none: invalid.
    model::Id<struct DecisionTag> decision;
    model::QuestionId question;
    model::Id<struct FrameworkTag> framework;
    model::Id<struct MeldnormTag> meldnorm;
};

/// Builds one resolved protocol from merged statements. Used once per unit.
class ProtocolBuilder {
public:
    ProtocolBuilder(const model::Library& library, diagnostics::Sink& sink);

    /// `unit` gives name, label and place; `merged` its statements, inherited ones included.
    model::Protocol build(const syntax::Unit& unit, const Merged& merged);

private:
    // Passes.
    void declareNames(const std::vector<LevelStatement>& statements, const Context& context);
    void addAll(const std::vector<LevelStatement>& statements, const Context& context);
    void add(const LevelStatement& each, const Context& context);
    void addReadings(const LevelStatement& each, const Context& context);
    void checkReferences();
    void addChanges(const Merged& merged);

    // The unit's header, roles and places (build_header.cpp).
    bool addHeader(const LevelStatement& each, const Context& context);
    void addAbsence(const LevelStatement& each, const Context& context);
    void addReference(const LevelStatement& each, const Context& context);
    void addContact(const LevelStatement& each, const Context& context);
    /// What is known of contacts once all roles were read.
    void settleContacts();
    void addBlank(const LevelStatement& each, const Context& context);

    // Steps, duties, decisions, exceptions, topics (build_steps.cpp).
    bool addStepPart(const LevelStatement& each, const Context& context);
    void addStep(const LevelStatement& each, const Context& context);
    void addTask(const LevelStatement& each, const Context& context);
    void addDecision(const LevelStatement& each, const Context& context);
    void addActor(const LevelStatement& each, const Context& context);
    void addInvolvement(const LevelStatement& each, const Context& context);
    void addTopic(const LevelStatement& each, const Context& context);
    void addException(const LevelStatement& each, const Context& context);

    // Frameworks, questions, promises, routes (build_questions.cpp).
    bool addQuestionPart(const LevelStatement& each, const Context& context);
    void addFramework(const LevelStatement& each, const Context& context);
    /// Questions and grounds without a framework around them make up a framework of the step's own;
    /// its index.
    std::uint32_t ownFramework(const LevelStatement& each, const Context& context);
    /// A code that says its framework is still to be chosen has none of its own, whatever it asks.
    void dropImpliedFrameworks();
    void addQuestion(const LevelStatement& each, const Context& context);
    void addEdge(const LevelStatement& each, const Context& context);
    void addGround(const LevelStatement& each, const Context& context);

    // Shared.
    model::Origin origin(const LevelStatement& each, const Context& context);
    std::vector<model::Place> places(const std::vector<syntax::Place>& written);
    std::string documentOf(const std::optional<syntax::Name>& name, support::Span span);
    std::optional<model::Actor> actor(const syntax::Performer& written);
    std::vector<model::Ref> actors(const std::vector<syntax::Name>& names);
    std::vector<model::Ref> things(const std::vector<syntax::Name>& names);
    std::vector<model::ConceptId> concepts(const std::vector<syntax::Name>& names,
                                           std::initializer_list<ConceptKind> kinds,
                                           diagnostics::Wording expected);
    std::vector<syntax::LineRange> ranges(const std::vector<syntax::LineRange>& written);

    /// A place where a step or question is named, checked when all are known.
    struct Reference {
        bool isStep = true;
        syntax::Name name;
    };

    const model::Library& library_;
    diagnostics::Sink& sink_;
    Scope scope_;
    model::Protocol protocol_;
    std::vector<Reference> references_;
    /// Contacts of roles of the protocol: which contact, which role.
    std::vector<std::pair<std::size_t, std::size_t>> contactRoles_;
    /// Where each duty of the protocol was written.
    std::vector<const LevelStatement*> writtenTasks_;
    /// Kinds of things of which one was left out, because it was written twice.
    std::set<syntax::StatementKind> doubled_;
    /// Questions of which the condition, or some line, could not be read.
    std::set<std::uint32_t> toldQuestions_;
    /// Where the kind of unit was said.
    support::Span kindAt_;
    /// Indices of frameworks that no statement declares.
    std::vector<std::uint32_t> impliedFrameworks_;
};

}  // namespace meldc::sema
