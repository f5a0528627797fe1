#pragma once

#include "baseline/result.h"
#include "emit/answer.h"
#include "emit/flow/flow.h"

#include <string>

namespace meldc::emit::flow {

/// The case of a counterexample, its way along the questions and where that ends. `title`: what the
/// drawing is about.
[[nodiscard]] Flow pathOf(const Decider& decider, const baseline::Counterexample& example, const std::string& title,
                          support::Language language);
/// A drawing that says that there is no such case.
[[nodiscard]] Flow noPath(const std::string& title, support::Language language);

} // namespace meldc::emit::flow
