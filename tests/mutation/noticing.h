#pragma once

#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>

#include "baseline/result.h"
#include "mutants.h"
#include "pipeline/stages.h"

/// Who notices that a code was changed: the compiler, a norm, a check or a case.
namespace meldc::mutation {

/// All that the program says of one unit, with the law of the day on which the library was last
/// looked at.
struct Judgement {
    bool compiles = false;
    /// Verdict per norm: the status, and whether its premise never occurs.
    std::map<std::string, std::pair<baseline::Status, bool>> verdicts;
    /// How often each finding is there, by its code.
    std::map<std::string, std::size_t> findings;
    std::set<std::string> failedCases;
    std::size_t cases = 0;
};

/// A file of the repository, as it stands.
std::string repositoryFile(const std::string& path);

/// The tree of a text without faults; fails the test otherwise.
syntax::Document parsed(const std::string& text);

/// Judges the unit called `unit` in texts that belong together, with the shipped library. It must
/// also do what the cases say, which may stand with a unit that it follows.
Judgement judge(std::span<const std::string> texts, const std::string& unit);

/// Who notices that `mutant` is worse than `original`: a norm's id, a finding's code, "a case" or
/// "the compiler"; empty: no one.
std::string noticedBy(const Judgement& original, const Judgement& mutant);

/// What became of all mutants of one text.
struct Harvest {
    std::size_t mutants = 0;
    /// How many were noticed, by whom.
    std::map<std::string, std::size_t> noticed;
    /// The names of those that no one noticed.
    std::set<std::string> survivors;
};

/// A list of mutants that may live, with the reason of each.
std::map<std::string, std::string> knownSurvivors(const std::string& list);

/// Changes one of the texts in every way and judges `unit` each time. `isMeant` chooses among the
/// mutants.
Harvest mutateEach(std::span<const std::string> texts, std::size_t changed, const std::string& unit,
                   const std::function<bool(const Mutant&)>& isMeant);

/// Holds survivors against a list of those that may live, each with its reason: none is missing,
/// none is listed that is noticed, none is without a reason. Tells what was noticed by whom.
void expectKnown(const Harvest& harvest, const std::string& list);

} // namespace meldc::mutation
