#pragma once

#include "emit/matrix/matrix.h"
#include "emit/page/data.h"

#include <vector>

/// What the page of a matrix counts before it shows rows.
namespace meldc::emit {

/// How many protocols have which verdict at worst, by layer, and the norms that most often ask for
/// attention. `norms`: numbers of the columns that are shown.
void addMatrixSummary(Data& page, const Matrix& matrix, const std::vector<std::size_t>& norms);

} // namespace meldc::emit
