#pragma once

#include "emit/answers/prove_report.h"
#include "support/localized.h"

#include <string>

namespace meldc::emit {

/// What a sceptic needs to check a proof without meldc.
struct Certificate {
    /// SMT-LIB 2.6: questions that stand by themselves, with a `reset` between them. Each `check-sat` stands behind
    /// the answer that is expected of it: `unsat` where the requirement holds in every case, `sat` for the case
    /// that refutes it or that it asks for. Its head says what was claimed, of which cases, and how to have it
    /// checked. Empty when there is none.
    std::string text;
    /// Why there is none: the requirement is about what is written or was not decided, there is no
    /// decision, or the formulas would grow too large.
    support::Localized whyNot;
};

/// The certificate of a requirement about the outcome of cases, over all worlds of the protocol. It states
/// the questions, edges, duties and routes one by one, so that it can be read beside the text; the diagrams by
/// which meldc proves play no part in it.
[[nodiscard]] Certificate certificateOf(const ProveReport& report, support::Language language);

} // namespace meldc::emit
