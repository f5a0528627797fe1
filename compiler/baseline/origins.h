#pragma once

#include "model/statements.h"

namespace meldc::baseline {

using model::forEachCitation;
using model::forEachOrigin;

}  // namespace meldc::baseline
