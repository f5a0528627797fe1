#pragma once

#include "baseline/sector_law.h"
#include "support/localized.h"

#include <string>
#include <vector>

namespace meldc::emit {

/// What `explain` tells of a sector.
struct SectorPage {
    const model::Library* library = nullptr;
    const baseline::SectorLaw* law = nullptr;
    support::Date date;
    /// The command that begins a protocol in this sector; empty: there is no model.
    std::string command;
};

/// The page as Markdown: which act, who supervises, what is different, norms, law to come, model.
[[nodiscard]] std::string sectorPage(const SectorPage& page, support::Language language);

/// "Wpo, artikel 4b" with its dates and link: an article that obliges a sector to have a protocol.
[[nodiscard]] support::Localized told(const baseline::Statute& statute);

/// A supervisor with the article that says so and how it is known.
[[nodiscard]] support::Localized told(const model::Vocabulary& vocabulary, const baseline::Supervisor& supervisor);

/// A change of law to come: what, since when and until when it is known, which norms it may touch.
[[nodiscard]] support::Localized told(const model::Vocabulary& vocabulary, const model::Outlook& outlook,
                                      const support::Date& date);

/// What the report of a protocol tells of its sectors on a day; each line once.
struct SectorLines {
    std::vector<support::Localized> sectors;
    /// Articles in force.
    std::vector<support::Localized> statutes;
    std::vector<support::Localized> supervisors;
    /// The supervisors by name alone.
    std::vector<support::Localized> supervisorNames;
    std::vector<support::Localized> outlooks;
};
[[nodiscard]] SectorLines sectorLinesOf(const model::Library& library, const model::Protocol& protocol,
                                        const support::Date& date);

/// The same in a line or two: which sectors, who supervises, that law may change.
[[nodiscard]] std::vector<support::Localized> sectorNoticesOf(const model::Library& library,
                                                              const model::Protocol& protocol,
                                                              const support::Date& date);

} // namespace meldc::emit
