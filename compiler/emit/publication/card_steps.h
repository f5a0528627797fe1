#pragma once

#include "emit/page/data.h"

#include <string>
#include <vector>

/// What the card of steps says of a step beside its name.
namespace meldc::emit {

/// Who performs a step, and with whom, in as few words as there are.
[[nodiscard]] std::string whoOnCard(const PageContext& context, const model::Step& step);
/// Whom they ask, or who joins them, in which case; `index`: of the step.
[[nodiscard]] std::vector<std::string> casesOnCard(const PageContext& context, std::uint32_t index);
/// What is part of a step in every case and must be done at once; `index`: of the step.
[[nodiscard]] std::vector<std::string> directOnCard(const PageContext& context, std::uint32_t index);
/// When a step is not done as it says, and what must be done then; `index`: of the step.
[[nodiscard]] std::vector<std::string> warningsOnCard(const PageContext& context, std::uint32_t index);

} // namespace meldc::emit
