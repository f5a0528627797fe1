#pragma once

#include <string>
#include <vector>

#include "diagnostics/sink.h"
#include "model/library.h"
#include "support/source_file.h"

namespace meldc::test {

/// A small library of its own: three facts, a few consequences, roles, steps and a framework.
extern const char* const kSmallLibrary;

/// What came out of compiling one text over the small library.
struct Compiled {
    support::SourceMap sources;
    diagnostics::Sink sink;
    model::Program program;

    /// Codes of all diagnostics in order of place, e.g. "MC2001".
    std::vector<std::string> codes() const;
    const model::Protocol& unit(const std::string& name) const;
    const model::Vocabulary& vocabulary() const { return program.library->vocabulary; }
};

/// Compiles a text over the small library. The library itself must have no diagnostics.
Compiled compile(const std::string& text);

}  // namespace meldc::test
