#pragma once

#include "emit/tables/portable.h"

#include <string>

namespace meldc::emit {

/// A query over a table of cases, in SQL that SQLite, PostgreSQL, DuckDB and Spark share: per case the
/// columns of decide, and one for each thing that is decided.
[[nodiscard]] std::string rulingSql(const PortableDecision& portable);

} // namespace meldc::emit
