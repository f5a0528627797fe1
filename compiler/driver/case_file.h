#pragma once

#include "driver/session.h"
#include "model/norm.h"
#include "model/vocabulary.h"

#include <optional>
#include <span>
#include <string>

/// Worked examples as text, into a file of their own or behind what stands in one.
namespace meldc::driver {

/// The cases as declarations in the canonical layout, with an empty line between them.
[[nodiscard]] std::string caseText(const model::Vocabulary& vocabulary, std::span<const model::CaseDecl> cases);

/// Writes cases to `path` ("-": standard output) below a comment. A file that is there keeps what it holds: the
/// cases come behind it, and those that it holds already are left out. A new one uses `protocolFile`. Returns
/// how many were written, or nothing when that failed, which was told.
[[nodiscard]] std::optional<std::size_t> saveCases(Session& session, const std::string& path,
                                                   const std::string& protocolFile,
                                                   const model::Vocabulary& vocabulary,
                                                   std::span<const model::CaseDecl> cases,
                                                   const support::Localized& comment);

} // namespace meldc::driver
