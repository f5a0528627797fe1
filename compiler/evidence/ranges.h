#pragma once

#include "model/origin.h"
#include "support/localized.h"

#include <string>
#include <vector>

/// Lines of a document as ranges, both ends included, counted from 1.
namespace meldc::evidence {

using model::LineRange;
using Ranges = std::vector<LineRange>;

/// In order, without overlap; ranges that touch become one.
[[nodiscard]] Ranges merged(Ranges ranges);

/// Whether a line is in one of the ranges, which must be merged.
[[nodiscard]] bool contains(const Ranges& ranges, std::uint32_t line);

/// Number of lines in merged ranges.
[[nodiscard]] std::size_t countOf(const Ranges& ranges);

/// "12" or "15-17".
[[nodiscard]] std::string written(const LineRange& range);

/// "12, 15-17"; of very many ranges the first, and how many more.
[[nodiscard]] support::Localized told(const Ranges& ranges);

} // namespace meldc::evidence
