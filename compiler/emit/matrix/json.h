#pragma once

#include "emit/json_parts.h"
#include "emit/matrix/matrix.h"
#include "emit/words.h"

/// A row of a matrix as JSON, as it is written and as it is read.
namespace meldc::emit {

/// Changes with what is written, so that a matrix of another meldc is not read for one of this.
inline constexpr int kMatrixFormat = 1;

[[nodiscard]] Json jsonOfRow(const MatrixRow& row);

} // namespace meldc::emit
