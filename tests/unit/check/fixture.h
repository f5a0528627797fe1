#pragma once

#include <string>
#include <vector>

#include "check/check.h"
#include "model/library.h"
#include "support/source_file.h"

namespace meldc::check {

/// A protocol compiled over a small library, with what the checks find in it.
struct Checked {
    support::SourceMap sources;
    model::Program program;
    model::Worlds worlds;
    std::vector<model::Protocol> selected;
    std::vector<logic::Decision> decisions;
    std::vector<Finding> findings;

    /// Findings with this code.
    [[nodiscard]] std::vector<const Finding*> withCode(const std::string& code) const;
    /// Codes of all findings, each once, sorted, with a space between.
    [[nodiscard]] std::string codes() const;
    /// The text at a place, up to the end of its line.
    [[nodiscard]] std::string at(support::Span span) const;
    /// Facts of the finding's case that differ from the quiet case: "vermoeden=ja hulp=nee".
    [[nodiscard]] std::string caseOf(const Finding& finding) const;
};

/// Compiles `text`, which must be without errors, and checks the unit called `unit` as of `day`.
Checked check(const std::string& text, const std::string& unit = "a",
              const std::string& day = "2026-01-01");

/// Expects exactly one finding with the code, at a place that begins with `place`; returns it, or a
/// finding without a case when there is none.
const Finding& expectOne(const Checked& checked, const std::string& code,
                         const std::string& place);

/// Expects that no finding has the code.
void expectNone(const Checked& checked, const std::string& code);

} // namespace meldc::check
