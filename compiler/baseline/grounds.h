#pragma once

#include "baseline/result.h"

namespace meldc::baseline {

/// A ground with its reference and link as they are on `date`: the state of the source that is in
/// force then. A ground that is no longer in force links to the last state of its own period, one
/// that is not yet in force to the first.
GroundOnDate groundOnDate(const model::Vocabulary& vocabulary, const model::Ground& ground, const support::Date& date);

/// Whether a verdict on these grounds must say that it holds only if the text of law is as it was
/// written down: one that it rests on was reconstructed or recalled, not read.
bool restOnUnreadLaw(const std::vector<GroundOnDate>& grounds);

}  // namespace meldc::baseline
