#pragma once

#include "baseline/currency.h"
#include "support/localized.h"

#include <vector>

namespace meldc::emit {

/// What must be said with every answer that rests on these sources: that the day lies after the one
/// until which they were checked, or before the first known text.
[[nodiscard]] std::vector<support::Localized> noticesOf(const baseline::Currency& currency);

/// The same, and which sources do not say until when they were checked.
[[nodiscard]] std::vector<support::Localized> allNoticesOf(const baseline::Currency& currency);

/// "Besluit …, nagekeken tot en met 2026-04-11".
[[nodiscard]] support::Localized withCheck(const support::Localized& text,
                                           const model::Source& source);

/// How a text of a source is known, in words: read, quoted, reconstructed, not confirmed.
[[nodiscard]] support::Localized nameOf(model::TextStatus status);

} // namespace meldc::emit
