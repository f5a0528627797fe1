#pragma once

#include "emit/certificate/script.h"
#include "emit/certificate/symbols.h"
#include "logic/structure.h"
#include "model/norm.h"
#include "model/protocol.h"
#include "model/vocabulary.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace meldc::emit {

/// The facts, open terms and choices that a proof ranges over, as constants and parameters.
struct CaseSymbols {
    /// Sorted as declared.
    std::vector<model::FactId> facts;
    /// Facts first, then terms, in the order of `logic::Terms`.
    std::vector<std::string> names;
    /// ((|a fact| Int) … (|open: words| Bool)), or () when there is only one case.
    std::string parameters;
};

/// The decision of one world as definitions, statement by statement: which question is asked when, what
/// each answer is and gives, which steps a case reaches, which duties and routes apply. A fact is 0 for
/// no, 1 for doubt and 2 for yes. Nothing here knows the diagrams by which meldc proves. What has no bearing on
/// the requirement is left out: statements that give other consequences, and facts that only these read.
class WorldFormulas {
public:
    /// `withDoubt`: cases in doubt count, so a case that waits has what every way to settle its doubts has.
    WorldFormulas(const support::SourceMap& sources, const model::Vocabulary& vocabulary, const model::Protocol& world,
                  const model::Requirement& requirement, bool withDoubt, support::Language language);

    [[nodiscard]] const CaseSymbols& symbols() const { return symbols_; }
    [[nodiscard]] const logic::Terms& terms() const { return terms_; }
    [[nodiscard]] const CertificateNames& words() const { return words_; }
    /// More ways to settle doubts than a solver goes through.
    [[nodiscard]] bool isTooLarge() const;
    /// What questions are made of.
    [[nodiscard]] Script& script() { return script_; }

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
    /// The edge of a question that an answer takes.
    struct TakenEdge {
        const model::Question* question = nullptr;
        const model::Edge* edge = nullptr;
    };
    [[nodiscard]] static std::vector<TakenEdge> edgesOf(const model::Question& question);
    [[nodiscard]] std::set<std::size_t> askableFrom(std::int32_t start) const;
    [[nodiscard]] bool canWait(std::int32_t start) const;

    void collect(const model::Requirement& requirement);
    [[nodiscard]] bool bears(const model::Task& task) const;
    [[nodiscard]] std::string value(const model::Condition& condition, const std::vector<std::string>& arguments,
                                    const logic::CountsFor* counting = nullptr) const;
    [[nodiscard]] std::string factValue(model::FactId fact, const std::vector<std::string>& arguments) const;
    [[nodiscard]] std::string answered(const TakenEdge& taken) const;
    void declareCase();
    void defineFixed();
    void defineCase();
    void defineWalk(std::int32_t start);
    void defineSteps(std::int32_t start, const std::map<std::size_t, std::vector<std::string>>& asked);
    void defineOutcomes(std::int32_t start);
    [[nodiscard]] std::string everyWay(const std::string& function);
    [[nodiscard]] std::string applies(const model::Task& task, std::int32_t start) const;
    void define(const std::string& name, std::string_view sort, const std::string& body, const std::string& told);
    /// A function at a case: its name alone when there is one case only.
    [[nodiscard]] std::string at(const std::string& name, const std::vector<std::string>& arguments) const;
    [[nodiscard]] std::string here(const std::string& name) const { return at(name, symbols_.names); }

    const model::Vocabulary& vocabulary_;
    const model::Protocol& world_;
    bool withDoubt_;
    bool isAfter_;
    logic::Reading reading_;
    logic::Terms terms_;
    CertificateNames words_;
    CaseSymbols symbols_;
    /// Functions are asked for this one case, so they need no parameters.
    bool isOneCase_ = false;
    Script script_;
    /// The consequences that the requirement speaks of.
    std::vector<model::ConceptId> consequences_;
};

} // namespace meldc::emit
