#pragma once

#include "emit/inspection.h"
#include "emit/page_data.h"

/// What a report says of the protocol and of itself, above and below its findings.
namespace meldc::emit {

/// Organisation, kind, sector, dates, who took the text over and who read it again, its documents,
/// and which law was reconstructed.
void addInspectionHead(Data& page, const Inspection& report, support::Language language);

/// How to make the report again, hashes, and the sources with their dates.
void addInspectionFoot(Data& page, const Inspection& report, support::Language language);

/// Which texts of law that the report rests on were not read, as sentences.
[[nodiscard]] std::vector<support::Localized> reservationsOf(const Inspection& report);

} // namespace meldc::emit
