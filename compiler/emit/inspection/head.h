#pragma once

#include "diagnostics/phrases.h"
#include "emit/inspection/inspection.h"

#include <string>
#include <vector>

/// What a report says of the protocol and of itself, above and below its findings.
namespace meldc::emit {

/// Something that is known of the protocol.
struct ShownFact {
    diagnostics::Phrase label;
    std::vector<support::Localized> values;
};
/// Organisation, kind, sector, dates, who took the text over and who read it again, its documents.
[[nodiscard]] std::vector<ShownFact> identityOf(const Inspection& report);
/// Whose it is; empty: not said.
[[nodiscard]] std::string organisationOf(const Inspection& report);
[[nodiscard]] support::Localized kindOf(const Inspection& report);

/// Which texts of law that the report rests on were not read, as sentences.
[[nodiscard]] std::vector<support::Localized> reservationsOf(const Inspection& report);
/// These, and until when the sources were checked.
[[nodiscard]] std::vector<support::Localized> warningsOf(const Inspection& report);

/// A file that the report rests on.
struct ShownHash {
    support::Localized what;
    /// Which one; empty when it is no file.
    std::string file;
    std::string hash;
};
[[nodiscard]] std::vector<ShownHash> hashesOf(const Inspection& report);

/// The sources of law with their dates.
[[nodiscard]] std::vector<support::Localized> lawStatesOf(const Inspection& report);

} // namespace meldc::emit
