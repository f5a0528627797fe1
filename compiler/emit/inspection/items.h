#pragma once

#include "diagnostics/sink.h"
#include "model/library.h"
#include "support/source_file.h"

#include <string>
#include <vector>

/// The inspector's own items: which norms of the library each is about.
namespace meldc::emit {

struct ReportItem {
    std::string id;
    std::string title;
    /// Ids of norms of the library, each once.
    std::vector<std::string> norms;
    support::Span span;
};

/// Reads a table of three columns: item, title, norms with commas between. A first row that names
/// the columns is passed over. What cannot be used is told as an error; a norm that the library does
/// not have as a warning, and the item goes without.
[[nodiscard]] std::vector<ReportItem> readItems(const support::SourceMap& sources,
                                                support::FileId file,
                                                const model::Library& library,
                                                diagnostics::Sink& sink);

/// What to say besides that there is no norm of this name: the nearest, or to look again.
[[nodiscard]] support::Localized hintFor(const std::string& norm, const model::Library& library);

} // namespace meldc::emit
