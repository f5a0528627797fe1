#include "emit/certificate/script.h"

#include "emit/certificate/smt.h"

#include <utility>

namespace meldc::emit {

void Script::add(const std::string& name, std::vector<std::string> commands, std::string_view told) {
    if (byName_.emplace(name, entries_.size()).second) {
        entries_.push_back({std::move(commands), std::string(told)});
    }
}

void Script::declare(const std::string& name, std::string_view sort, std::string_view told) {
    add(name, {"(declare-const " + name + " " + std::string(sort) + ")"}, told);
}

void Script::define(const std::string& name, const std::string& parameters, std::string_view sort,
                    const std::string& body, std::string_view told) {
    add(name, {"(define-fun " + name + " " + parameters + " " + std::string(sort) + " " + body + ")"}, told);
}

void Script::tabulate(const std::string& name, const std::array<int, 9>& values, std::string_view told) {
    std::vector<std::string> commands{"(declare-fun " + name + " (Int Int) Int)"};
    for (std::size_t i = 0; i < values.size(); ++i) {
        commands.push_back("(assert (= (" + name + " " + std::to_string(i / 3) + " " + std::to_string(i % 3) + ") " +
                           std::to_string(values[i]) + "))");
    }
    add(name, std::move(commands), told);
}

void Script::mark(std::string_view formula, std::vector<bool>& isNeeded) const {
    for (const std::string_view name : smt::symbolsIn(formula)) {
        if (const auto found = byName_.find(name); found != byName_.end()) {
            isNeeded[found->second] = true;
        }
    }
}

std::string Script::question(const std::vector<std::string>& claims, bool isPossible) const {
    std::vector<bool> isNeeded(entries_.size(), false);
    for (const std::string& claim : claims) {
        mark(claim, isNeeded);
    }
    for (std::size_t i = entries_.size(); i-- > 0;) {
        if (isNeeded[i]) {
            for (const std::string& command : entries_[i].commands) {
                mark(command, isNeeded);
            }
        }
    }
    std::string text = "(set-logic QF_UFLIA)\n";
    std::string_view last;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        if (!isNeeded[i]) {
            continue;
        }
        if (!entries_[i].told.empty() && entries_[i].told != last) {
            text += smt::comment(entries_[i].told);
        }
        last = entries_[i].told;
        for (const std::string& command : entries_[i].commands) {
            text += smt::laidOut(command);
        }
    }
    for (const std::string& claim : claims) {
        text += smt::laidOut("(assert " + claim + ")");
    }
    return text + "(set-info :status " + (isPossible ? "sat" : "unsat") + ")\n(check-sat)\n";
}

} // namespace meldc::emit
