#pragma once

#include "diagnostics/sentence_parts.h"
#include "emit/sentences/clause.h"
#include "model/library.h"

#include <string>
#include <vector>

namespace meldc::emit {

/// A statement as Dutch sentences for staff, with the names that the organisation itself uses.
struct Sentence {
    /// Plain text, one or more whole sentences. What the code leaves open stands in the words of the
    /// text between ‘ and ’.
    std::string text;
    /// Of the statement; lives as long as the protocol.
    const model::Origin* origin = nullptr;
    /// Written by the organisation itself, not made.
    bool isOwnProse = false;
};

/// Of what a statement that names people is a part, and what they are.
enum class ActorSlot : std::uint8_t {
    StepPerformer, QuestionPerformer, TopicPerformer, Owner, Decider, Reporter
};

/// Makes the sentences of one protocol. What must be done is told in the present tense. Nothing is
/// left out and nothing made smoother: what is open, ambiguous, blank or contradictory is told as
/// such. Keeps references to what it is made with.
class Sentences {
public:
    /// `reader`: whom they are for; none: all staff.
    Sentences(const model::Library& library, const model::Protocol& protocol, Reader reader = {})
        : library_(library), vocabulary_(library.vocabulary), protocol_(protocol),
          nouns_(vocabulary_, protocol, reader), conditions_(vocabulary_, nouns_) {}
    Sentences(const Sentences&) = delete;
    Sentences& operator=(const Sentences&) = delete;

    [[nodiscard]] const Nouns& nouns() const { return nouns_; }
    /// A condition behind "als", with the words that it leaves open.
    [[nodiscard]] std::string clause(const model::Condition& condition) const;

    /// Every statement in the order of the page: header, people, steps with all in them, rules.
    [[nodiscard]] std::vector<Sentence> all() const;

    [[nodiscard]] std::string of(const model::Task& task) const;
    [[nodiscard]] std::string of(const model::ActorStatement& statement, ActorSlot slot) const;
    /// `samen met`.
    [[nodiscard]] std::string participant(const model::Involvement& statement) const;
    /// `raadpleegt`; `performers`: who does that in which it stands.
    [[nodiscard]] std::string consult(const model::Involvement& statement,
                                      const std::vector<model::ActorStatement>& performers) const;

    // Steps and questions.
    [[nodiscard]] std::string of(const model::Step& step) const;
    [[nodiscard]] std::string of(const model::StepOrder& order) const;
    [[nodiscard]] std::string stepFunction(const model::NamesStatement& statement) const;
    [[nodiscard]] std::string of(const model::Question& question) const;
    [[nodiscard]] std::string of(const model::Edge& edge) const;
    /// Nothing is said of an answer; of doubt that comes behind what the code asks in any doubt.
    [[nodiscard]] std::string hole(const model::Question& question, model::Answer answer) const;
    [[nodiscard]] std::string yesWhen(const model::ConditionStatement& statement) const;
    [[nodiscard]] std::string of(const model::RestsOn& statement) const;
    [[nodiscard]] std::string of(const model::FrameworkUse& use) const;
    [[nodiscard]] std::string frameworkGrounds(const model::NamesStatement& statement) const;
    [[nodiscard]] std::string of(const model::CountsAs& statement) const;

    // Promises, routes, decisions, exceptions, topics.
    [[nodiscard]] std::string of(const model::Meldnorm& meldnorm) const;
    [[nodiscard]] std::string of(const model::Promise& promise) const;
    /// "Wij bellen 112": what a promise comes to, without its case and without a period.
    [[nodiscard]] std::string promised(model::Modality modality, model::ConceptId consequence) const;
    [[nodiscard]] std::string of(const model::Route& route) const;
    [[nodiscard]] std::string of(const model::Decision& decision) const;
    [[nodiscard]] std::string of(const model::Exception& exception) const;
    /// To what it is an exception: its noun with the article.
    [[nodiscard]] std::string exceptedBy(const model::Exception& exception) const;
    [[nodiscard]] std::string ground(const model::ExceptionGround& ground) const;
    [[nodiscard]] std::string closed() const;
    [[nodiscard]] std::string later() const;
    [[nodiscard]] std::string of(const model::Topic& topic) const;
    /// A topic that does not hold here.
    [[nodiscard]] std::string inapplicable(const model::Topic& topic) const;
    [[nodiscard]] std::string of(const model::Point& point) const;
    [[nodiscard]] std::string threshold(const model::ExceptionGround& threshold) const;
    [[nodiscard]] std::string of(const model::AgeBand& band) const;

    // Who there is.
    [[nodiscard]] std::string of(const model::RoleDecl& role) const;
    [[nodiscard]] std::string of(const model::SystemDecl& system) const;
    [[nodiscard]] std::string of(const model::Contact& contact) const;
    [[nodiscard]] std::string of(const model::SamePerson& statement) const;

    // The organisation and its text.
    [[nodiscard]] std::string organisation(const model::TextStatement& statement) const;
    [[nodiscard]] std::string authority(const model::TextStatement& statement) const;
    [[nodiscard]] std::string sectors(const model::NamesStatement& statement) const;
    [[nodiscard]] std::string professions(const model::NamesStatement& statement) const;
    [[nodiscard]] std::string worksWith(const model::NamesStatement& statement) const;
    [[nodiscard]] std::string adopted(const model::DatedStatement& statement) const;
    [[nodiscard]] std::string consent(const model::DatedStatement& statement) const;
    [[nodiscard]] std::string of(const model::PeriodStatement& statement) const;
    [[nodiscard]] std::string of(const model::AnswerStatement& statement) const;
    [[nodiscard]] std::string version(const model::TextStatement& statement) const;
    [[nodiscard]] std::string of(const model::SourceDocument& document) const;
    [[nodiscard]] std::string encoded(const model::DatedStatement& statement) const;
    [[nodiscard]] std::string reread(const model::DatedStatement& statement) const;
    [[nodiscard]] std::string of(const model::Absence& absence) const;
    [[nodiscard]] std::string of(const model::AdheresTo& statement) const;
    [[nodiscard]] std::string of(const model::Blank& blank) const;
    [[nodiscard]] std::string personal(const model::TextStatement& statement) const;
    [[nodiscard]] std::string of(const model::LawReference& reference) const;
    [[nodiscard]] std::string of(const model::Lapse& lapse) const;
    [[nodiscard]] std::string of(const model::Ambiguity& ambiguity) const;

private:
    /// "… als …, in dit geval: …" behind the words of one of two frames.
    [[nodiscard]] std::string framed(diagnostics::SentencePart when, diagnostics::SentencePart inCase,
                                     const model::Condition& condition) const;
    [[nodiscard]] Clause ours(model::Modality modality, model::ConceptId consequence) const;
    [[nodiscard]] std::string ways(const model::Edge& edge, bool hasEffects) const;

    const model::Library& library_;
    const model::Vocabulary& vocabulary_;
    const model::Protocol& protocol_;
    Nouns nouns_;
    Conditions conditions_;
};

/// "1 mei 2022".
[[nodiscard]] std::string dayText(const support::Date& date);

} // namespace meldc::emit
