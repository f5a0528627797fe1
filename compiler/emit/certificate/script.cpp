#include "emit/certificate/script.h"

#include "emit/certificate/smt.h"

#include <utility>

namespace meldc::emit {

void Script::add(const std::string& name, std::string command, std::string_view told) {
    if (byName_.emplace(name, entries_.size()).second) {
        entries_.push_back({std::move(command), std::string(told)});
    }
}

void Script::declare(const std::string& name, std::string_view sort, std::string_view told) {
    add(name, "(declare-const " + name + " " + std::string(sort) + ")", told);
}

void Script::define(const std::string& name, const std::string& parameters, std::string_view sort,
                    const std::string& body, std::string_view told) {
    add(name, "(define-fun " + name + " " + parameters + " " + std::string(sort) + " " + body + ")", told);
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
            mark(entries_[i].command, isNeeded);
        }
    }
    std::string text = "(set-logic QF_LIA)\n";
    std::string_view last;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        if (!isNeeded[i]) {
            continue;
        }
        if (!entries_[i].told.empty() && entries_[i].told != last) {
            text += smt::comment(entries_[i].told);
        }
        last = entries_[i].told;
        text += smt::laidOut(entries_[i].command);
    }
    for (const std::string& claim : claims) {
        text += smt::laidOut("(assert " + claim + ")");
    }
    return text + "(set-info :status " + (isPossible ? "sat" : "unsat") + ")\n(check-sat)\n";
}

} // namespace meldc::emit
