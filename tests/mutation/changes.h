#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mutants.h"

namespace meldc::mutation {

/// One way to change a statement; without a statement it is deleted.
struct Change {
    Operator kind = Operator::Delete;
    std::optional<syntax::Statement> statement;
};

/// The names of a unit by what they stand for, each once, in order of appearance.
struct Names {
    std::vector<std::string> roles;
    std::vector<std::string> roleKinds;
    std::vector<std::string> consequences;
    std::vector<std::string> facts;
    std::vector<std::string> questions;
    std::vector<std::string> functions;
    std::vector<std::string> grounds;
};
Names namesOf(const std::vector<syntax::Statement>& statements);

/// The ways to change a statement itself; its block stays.
std::vector<Change> changesOf(const syntax::Statement& statement, const Names& names);

} // namespace meldc::mutation
