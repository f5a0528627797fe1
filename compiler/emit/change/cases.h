#pragma once

#include "emit/change/outline.h"

/// The cases that end otherwise, for people.
namespace meldc::emit {

/// Adds an item for each group of cases, the gravest first; of many groups the most frequent. `at`: where
/// the new text stands.
void addCases(ChangeSection& section, const compare::CasesDifference& cases, const At& at,
              support::Language language);

} // namespace meldc::emit
