#pragma once

#include "driver/case_columns.h"
#include "driver/options.h"
#include "driver/session.h"
#include "emit/answer.h"

#include <cstddef>
#include <string>

namespace meldc::driver {

/// A run over many cases.
struct CaseRun {
    /// The file with the cases; empty or "-": standard input.
    std::string path;
    CaseForm in = CaseForm::Json;
    CaseForm out = CaseForm::Json;
    /// How many threads work at once.
    std::size_t jobs = 1;
    /// The tables of the decision, which CSV needs; null when it is too large for them.
    PortableNamesOf tables;
};

/// Answers all cases of a file in their order and writes the answers to the result; what stops the run is
/// told. The size of the file does not matter: what is held is a piece of it for each thread, and answers
/// up to support::kMaxAnswerBytes.
void answerCases(Session& session, const emit::Decider& decider, const CaseRun& run);

} // namespace meldc::driver
