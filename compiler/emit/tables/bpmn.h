#pragma once

#include "emit/build_input.h"

#include <string>

namespace meldc::emit {

/// BPMN 2.0 with a drawing: the steps of the first world in their order, lanes for who does them, the
/// questions as gateways. Nothing when the protocol has neither steps nor questions.
[[nodiscard]] std::optional<std::string> processBpmn(const BuildInput& input);

} // namespace meldc::emit
