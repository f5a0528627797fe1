#pragma once

#include "logic/structure.h"
#include "model/norm.h"
#include "model/protocol.h"
#include "model/vocabulary.h"

#include <cstdint>
#include <string>
#include <vector>

namespace meldc::emit {

/// The facts, open terms and choices that a proof ranges over, as constants and parameters.
struct CaseSymbols {
    /// Sorted as declared.
    std::vector<model::FactId> facts;
    /// Facts first, then terms, in the order of `logic::Terms`.
    std::vector<std::string> names;
    /// ((|a fact| Int) … (|open: words| Bool))
    std::string parameters;
};

/// The decision of one world as definitions, statement by statement: which question is asked when, what
/// each answer is and gives, which steps a case reaches, which duties and routes apply. A fact is 0 for
/// no, 1 for doubt and 2 for yes. Nothing here knows the diagrams by which meldc proves.
class WorldFormulas {
public:
    /// `withDoubt`: cases in doubt count, so a case that waits has what every way to settle its doubts has.
    WorldFormulas(const model::Vocabulary& vocabulary, const model::Protocol& world,
                  const model::Requirement& requirement, bool withDoubt);

    [[nodiscard]] const CaseSymbols& symbols() const { return symbols_; }
    [[nodiscard]] const logic::Terms& terms() const { return terms_; }
    /// More ways to settle doubts than a certificate writes out.
    [[nodiscard]] bool isTooLarge() const;

    /// The definitions for the walk from the first question.
    [[nodiscard]] std::string definitions() const;
    /// The same for a re-assessment that begins at the question with this index.
    [[nodiscard]] std::string definitionsFrom(std::uint32_t question) const;

    /// Whether the case given by `arguments` agrees with the vocabulary, facts in the range of the proof.
    [[nodiscard]] std::string consistent(const std::vector<std::string>& arguments) const;
    /// Whether a condition of the requirement is yes there.
    [[nodiscard]] std::string isYes(const model::Condition& condition, const std::vector<std::string>& arguments) const;
    /// Whether the outcome has the goal. `mayCounts` as in logic::satisfies. `start`: of the first walk
    /// (-1), or of the re-assessment from that question.
    [[nodiscard]] std::string has(const model::Goal& goal, bool mayCounts, const std::vector<std::string>& arguments,
                                  std::int32_t start = -1) const;
    /// Questions to which duties return a case, with the condition under which they do.
    [[nodiscard]] std::vector<std::pair<std::uint32_t, std::string>> returns(
        const std::vector<std::string>& arguments) const;

private:
    void collect(const model::Requirement& requirement);
    [[nodiscard]] std::string value(const model::Condition& condition, const std::vector<std::string>& arguments,
                                    const logic::CountsFor* counting = nullptr) const;
    [[nodiscard]] std::string factValue(model::FactId fact, const std::vector<std::string>& arguments) const;
    [[nodiscard]] std::string walkFrom(std::int32_t start) const;
    [[nodiscard]] std::string outcomesOf(std::int32_t start) const;
    [[nodiscard]] std::string everyWay(const std::string& function) const;
    [[nodiscard]] std::string applies(const model::Task& task, std::int32_t start) const;
    [[nodiscard]] std::string definition(const std::string& name, const std::string& sort, const std::string& body) const;
    [[nodiscard]] std::string here(const std::string& name) const;

    const model::Vocabulary& vocabulary_;
    const model::Protocol& world_;
    bool withDoubt_;
    logic::Reading reading_;
    logic::Terms terms_;
    CaseSymbols symbols_;
    /// The consequences that the requirement speaks of.
    std::vector<model::ConceptId> consequences_;
};

} // namespace meldc::emit
