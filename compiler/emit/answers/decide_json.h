#pragma once

#include "diagnostics/diagnostic.h"
#include "emit/answer.h"
#include "support/localized.h"
#include "support/source_file.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace meldc::emit {

/// One answer as a line of JSON. `id` is the JSON text of the case's id, handed through; "null"
/// when it had none. `notices`: what must be said of the sources, if anything; a run over many cases
/// says it once, elsewhere.
[[nodiscard]] std::string decideJson(const support::SourceMap& sources, const Decider& decider,
                                     const Answer& answer, std::string_view id,
                                     const std::vector<support::Localized>& notices,
                                     support::Language language);

/// A case that cannot be decided, as a line of JSON. `line`: where it stands, which a case without an id is
/// found by; 0: nowhere.
[[nodiscard]] std::string decideError(const diagnostics::Diagnostic& error, std::string_view id,
                                      support::Language language, std::size_t line = 0);

/// One answer told in words: broken promises first, then what must be done, the way and why.
[[nodiscard]] std::string decideText(const support::SourceMap& sources, const Decider& decider,
                                     const logic::Case& given, const Answer& answer,
                                     support::Language language);

} // namespace meldc::emit
