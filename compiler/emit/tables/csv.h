#pragma once

#include "emit/tables/portable.h"

#include <string>

namespace meldc::emit {

/// All consequences as one decision table (RFC 4180): per fact the answers for which a row holds with
/// `|` between (an empty cell: any answer), then the columns of decide. The last two columns of each
/// row hold the hash of the model and that of the library.
[[nodiscard]] std::string rulingCsv(const BuildInput& input, const PortableDecision& portable);

} // namespace meldc::emit
