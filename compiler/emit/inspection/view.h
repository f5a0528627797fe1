#pragma once

#include "diagnostics/phrases.h"
#include "emit/inspection/inspection.h"

#include <array>
#include <string>
#include <vector>

/// The report in the words in which people read it: the same on the page and in the document.
namespace meldc::emit {

/// Where a statement comes from in a document, and what is said there.
struct ShownPlace {
    support::Localized text;
    std::vector<support::Localized> quote;
};

/// A statement with the places that it comes from.
struct ShownPassage {
    std::string statement;
    support::Localized where;
    std::vector<ShownPlace> places;
};

/// Statements that an entry rests on, each once; of many the first.
[[nodiscard]] std::vector<ShownPassage> passagesOf(const Entry& entry);
/// How many passagesOf() leaves out; empty: none.
[[nodiscard]] support::Localized moreThanShown(const Entry& entry);
/// What makes an entry less than certain, and what a finding adds to its message.
[[nodiscard]] std::vector<support::Localized> remarksOf(const Entry& entry);

/// The name of a layer as a heading.
[[nodiscard]] support::Localized headingOf(model::Layer layer);

struct ShownCount {
    baseline::Status status = baseline::Status::Open;
    std::size_t count = 0;
};
/// The columns of the summary.
[[nodiscard]] std::array<ShownCount, 6> shownCounts(const baseline::StatusCounts& counts);

[[nodiscard]] support::Localized titleOf(const InspectedItem& item);
/// The verdicts of an item, a line for each layer.
[[nodiscard]] std::vector<support::Localized> countLinesOf(const InspectedItem& item);
/// What stands above the table of a layer, in an item when there are items.
[[nodiscard]] support::Localized captionOf(const InspectedLayer& layer, const InspectedItem& item,
                                           bool hasItems);
/// Norms of an item that do not hold here; empty: all do.
[[nodiscard]] support::Localized absentText(const InspectedItem& item);

/// What is to be said of a judgement: that its text changed, or that this was not looked at.
[[nodiscard]] support::Localized reviewText(const InspectedNorm& norm);
/// Who judged, on which day; empty: nobody.
[[nodiscard]] support::Localized judgedBy(const InspectedNorm& norm);

/// What is to be said of the lists beside the report.
[[nodiscard]] std::vector<support::Localized> listMessagesOf(const Inspection& report);

} // namespace meldc::emit
