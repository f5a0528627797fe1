#include "emit/tables/world_tables.h"

#include "logic/truth.h"

#include <algorithm>

namespace meldc::emit {

namespace {

bool hasSameColumns(const logic::DecisionTable& a, const logic::DecisionTable& b) {
    return std::equal(a.columns.begin(), a.columns.end(), b.columns.begin(), b.columns.end(),
                      [](const logic::TableColumn& x, const logic::TableColumn& y) {
                          return x.fact == y.fact && x.term == y.term;
                      });
}

/// Norms that ask for the outcome in every case of the row.
std::vector<const model::Norm*> groundsOfRow(const Decider& decider, const logic::DecisionTable& table,
                                             const logic::TableRow& row, const model::Protocol& world) {
    const model::Vocabulary& vocabulary = decider.library->vocabulary;
    logic::Domains domains(vocabulary.facts.size(), logic::kAllAnswers);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].isFact()) {
            domains[table.columns[i].fact.value] = row.answers[i];
        }
    }
    logic::narrow(vocabulary, domains);
    const std::vector<logic::Assumed> nothing;
    const logic::Reading reading = logic::readingOf(vocabulary.facts.size(), world);
    const logic::TruthReader truth(reading, nothing);
    std::vector<const model::Norm*> result;
    for (const model::Norm* norm : decider.norms) {
        const bool asksForThis = std::any_of(
            norm->requirements.begin(), norm->requirements.end(), [&](const model::Requirement& requirement) {
                return requirement.isDemand() && logic::satisfies(row.outcome, requirement.goal, false) &&
                       truth.read(*requirement.when, nullptr, domains) == logic::setOf(model::Answer::Yes);
            });
        if (asksForThis) {
            result.push_back(norm);
        }
    }
    return result;
}

} // namespace

std::optional<std::vector<WorldTable>> worldTablesOf(const BuildInput& input) {
    const Decider& decider = input.decider;
    std::vector<WorldTable> result;
    for (std::size_t world = 0; world < decider.decisions->size(); ++world) {
        logic::DecisionTable table = logic::tabulate(decider.library->vocabulary, (*decider.decisions)[world]);
        if (table.tooLarge) {
            return std::nullopt;
        }
        const auto known = std::find_if(result.begin(), result.end(), [&](const WorldTable& one) {
            return one.table.rows == table.rows && hasSameColumns(one.table, table);
        });
        if (known != result.end()) {
            known->worlds.push_back(world);
        } else {
            result.push_back({std::move(table), {world}, {}, {}});
        }
    }
    for (WorldTable& one : result) {
        const std::size_t world = one.worlds.front();
        for (const logic::TableRow& row : one.table.rows) {
            one.grounds.push_back(groundsOfRow(decider, one.table, row, (*decider.selected)[world]));
        }
        one.check = logic::verifyTable(decider.library->vocabulary, (*decider.decisions)[world], one.table);
    }
    return result;
}

} // namespace meldc::emit
