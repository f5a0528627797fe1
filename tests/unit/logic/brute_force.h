#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "builders.h"

/// The semantics of decisions and proofs written a second time, as slow as it is plain: every case
/// is looked at. Shares no code with logic/.
namespace meldc::logic::testing {

/// Answers' numbers per fact, 0 no, 1 doubt, 2 yes.
using Point = std::vector<int>;
/// Value per term: words, and whether it is a choice.
using TermValues = std::map<std::pair<std::string, bool>, bool>;

/// The same as a decision takes them.
std::vector<Assumed> assumedOf(const TermValues& terms);

struct BruteOutcome {
    std::set<std::uint32_t> must;
    /// Demanded or allowed.
    std::set<std::uint32_t> allowed;
    std::set<std::uint32_t> mayNot;
    bool undetermined = false;
    bool holeForDoubt = false;
    bool deferred = false;
    bool loops = false;
    std::set<std::string> asked;
    /// Index of the last step that is reached, or -1.
    int lastStep = -1;
    /// Numbers of routes and duties that fire, and of questions with the edge taken.
    std::set<std::size_t> routes;
    std::set<std::size_t> tasks;
    std::set<std::pair<std::size_t, std::size_t>> edges;
};

class BruteForce {
public:
    BruteForce(const model::Vocabulary& vocabulary, const model::Protocol& protocol);

    [[nodiscard]] bool isConsistent(const Point& point) const;
    /// All points; those without doubt only when `crisp`.
    [[nodiscard]] std::vector<Point> points(bool crisp) const;
    [[nodiscard]] const std::vector<Point>& consistentPoints(bool crisp) const {
        return crisp ? crispPoints_ : allPoints_;
    }
    /// All values of the terms that the protocol and the condition mention.
    [[nodiscard]] std::vector<TermValues> termValues(const std::optional<Condition>& extra) const;

    /// Value of a condition: 0, 1 or 2. `asker`: the question whose condition it is.
    [[nodiscard]] int value(const Condition& condition, const Point& point, const TermValues& terms,
                            const model::Question* asker = nullptr) const;
    /// Outcome of the walk from the first question, or from `start`.
    [[nodiscard]] BruteOutcome decide(const Point& point, const TermValues& terms,
                                      const std::string& start = "") const;
    /// Outcome without what waiting adds.
    [[nodiscard]] BruteOutcome gather(const Point& point, const TermValues& terms,
                                      const std::string& start) const;

    /// Whether it has a first question.
    [[nodiscard]] bool exists() const;
    /// Facts that the questions' conditions read.
    [[nodiscard]] const std::set<std::uint32_t>& questionFacts() const { return questionFacts_; }

    /// Duties by number, with what they forbid while others than they do it.
    [[nodiscard]] const std::set<std::pair<std::size_t, std::uint32_t>>& forbiddenToSome() const {
        return forbiddenToSome_;
    }

    [[nodiscard]] const model::Vocabulary& vocabulary() const { return vocabulary_; }
    [[nodiscard]] const model::Protocol& protocol() const { return protocol_; }

private:
    void collectQuestionFacts();
    void collectForbiddenToSome();
    [[nodiscard]] std::set<std::uint32_t> countingFor(std::uint32_t fact,
                                                       const model::Question& asker) const;
    [[nodiscard]] Condition conditionOf(const model::Question& question) const;
    [[nodiscard]] const model::Question* find(const std::string& id) const;
    [[nodiscard]] int stepNumber(const std::string& id) const;
    [[nodiscard]] int alwaysReached() const;

    const model::Vocabulary& vocabulary_;
    const model::Protocol& protocol_;
    std::vector<Point> crispPoints_;
    std::vector<Point> allPoints_;
    std::set<std::uint32_t> questionFacts_;
    std::set<std::pair<std::size_t, std::uint32_t>> forbiddenToSome_;
};

bool bruteSatisfies(const BruteOutcome& outcome, const Goal& goal, bool mayCounts);

} // namespace meldc::logic::testing
