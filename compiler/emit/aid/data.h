#pragma once

#include "emit/build_input.h"
#include "emit/json_parts.h"
#include "emit/page_words.h"
#include "emit/sentences/sentences.h"
#include "logic/structure.h"

#include <optional>
#include <string>
#include <vector>

/// What the script of the decision aid knows of a protocol. templates/aid_answers.js tells what it
/// does with it.
namespace meldc::emit {

/// What can be answered: facts, open terms and choices, numbered in the order in which they are met.
class AidVariables {
public:
    explicit AidVariables(const model::Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

    [[nodiscard]] std::size_t of(model::FactId fact);
    [[nodiscard]] std::size_t of(const logic::Term& term);
    /// A condition as nested lists: ["and", ["fact", 0], ["not", ["term", 7]]]. Bare doubt names the
    /// facts of the questions, which `reading` has.
    [[nodiscard]] Json condition(const model::Condition& condition, const logic::Reading& reading);
    /// Adds the facts that implications tie to those at hand: what is known of one narrows the other.
    void close();
    /// Of both ends at hand: [from, is negated, to, is negated].
    [[nodiscard]] Json implications() const;

    struct Variable {
        model::FactId fact;
        logic::Term term;
    };
    [[nodiscard]] const std::vector<Variable>& all() const { return all_; }

private:
    [[nodiscard]] std::optional<std::size_t> find(model::FactId fact) const;

    const model::Vocabulary& vocabulary_;
    std::vector<Variable> all_;
};

/// The consequences that outcomes name, numbered in the order in which they are met.
class AidConsequences {
public:
    [[nodiscard]] std::size_t of(model::ConceptId id);
    [[nodiscard]] Json of(const std::vector<model::ConceptId>& ids);
    [[nodiscard]] const std::vector<model::ConceptId>& all() const { return all_; }

private:
    std::vector<model::ConceptId> all_;
};

/// What the parts of the data are made from.
struct AidContext {
    const BuildInput& input;
    const model::Protocol& protocol;
    const model::Vocabulary& vocabulary;
    PageWords words;
    Sentences sentences;
    /// How the protocol as a whole, with all its readings, reads facts.
    logic::Reading reading;
    AidVariables variables;
    AidConsequences consequences;
};

/// Facts in the order in which they are asked, all of them: what opens a fixed route on which something must be
/// done at once, then what else asks for something at once, what the questions read in their order, the others.
[[nodiscard]] std::vector<model::FactId> askingOrder(const AidContext& context);

/// Duties with who, where and when, by the place where they stand, and whom one asks for advice behind them; "duties",
/// "groups", "routes".
/// A route that something must be done on is `first`: whether it is taken is asked before all else.
void addDuties(Json& data, AidContext& context);
/// What the organisation says itself of subjects that ask for nothing: for everybody, in every case.
void addWordsForAll(Json& data, const AidContext& context);
/// What the organisation says itself of a subject or an exception that is there for some cases only, with the facts on
/// which that depends; "circumstances".
void addCircumstances(Json& data, AidContext& context);
/// In which cases the steps are reached that not every case reaches; "steps", in the order of the text.
/// False when a table would be too large.
[[nodiscard]] bool addSteps(Json& data, AidContext& context);
/// The words for each variable; "vars".
void addVariables(Json& data, const AidContext& context);
/// The consequences with who decides and who reports; "consequences".
void addConsequences(Json& data, const AidContext& context);
/// Norms that ask for outcomes, and the code's own promises in words; "norms", "meldnormen".
void addNorms(Json& data, AidContext& context);
/// What the places behind sentences mean, empty when the protocol has none; "places".
void addPlaces(Json& data, const AidContext& context);
/// What sets one way to read the code apart from another; "slots".
void addSlots(Json& data, const AidContext& context);
/// The facts that the conditions of a question read, in their order there, those that count as them behind each.
[[nodiscard]] std::vector<model::FactId> factsOfQuestion(const model::Protocol& protocol,
                                                         const model::Question& question);
/// What makes a statement less than certain. On which level it was written says nothing to staff.
[[nodiscard]] std::vector<std::string> marksOf(const AidContext& context, model::Origin origin);
/// An organisation's own words, paragraph by paragraph, as plain text.
[[nodiscard]] std::vector<std::string> ownWords(const BuildInput& input,
                                                const std::vector<model::Explanation>& statements);
/// The frame; "words", and the numbers to call in danger and for advice, "phones".
void addFrame(Json& data);

/// How the tables were compared with the decision.
struct AidCheck {
    bool isEqual = true;
    bool walkedAll = true;
    std::uint64_t walked = 0;
};
/// The data as JSON that can stand between the tags of a script, or nothing when a decision is too
/// large for a table.
[[nodiscard]] std::optional<std::string> aidData(const BuildInput& input, AidCheck& check);

} // namespace meldc::emit
