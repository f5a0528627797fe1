#pragma once

#include "emit/aid/data.h"

/// What stands beside the duties of one place in the decision aid.
namespace meldc::emit {

/// The heading below which a duty is shown.
[[nodiscard]] std::string groupOf(const AidContext& context, const model::Home& home);
/// What the organisation says itself of the place where a duty stands.
[[nodiscard]] std::vector<std::string> ownWordsAt(const AidContext& context, const model::Home& home);
/// For which cases only what a subject asks is meant: a check or a right that not every case needs, or a threshold.
[[nodiscard]] std::vector<std::string> scopeOf(const AidContext& context, const model::Home& home);
/// What the code says of when a step is not done, or done otherwise: the exceptions to its function, with their grounds.
[[nodiscard]] std::vector<std::string> exceptionsTo(const AidContext& context, const model::Home& home);
/// With whom somebody of which age talks about what a duty is about; behind its sentence.
[[nodiscard]] std::string agesFor(const AidContext& context, const model::Task& task);
/// When a question has this answer, with what counts as its facts.
[[nodiscard]] model::Condition answered(const model::Protocol& protocol, const model::Question& question,
                                        model::Answer answer);

} // namespace meldc::emit
