#include "diagnostics/explain.h"

#include "diagnostics/catalog.h"
#include "embedded/explain.h"

#include <algorithm>
#include <string>

namespace meldc::diagnostics {

std::optional<std::string_view> explanationPage(std::string_view codeOrSlug,
                                                support::Language language) {
    const DiagnosticInfo* entry = findBySlugOrCode(codeOrSlug);
    if (entry == nullptr) {
        return std::nullopt;
    }
    const std::string_view folder = language == support::Language::Dutch ? "nl/" : "en/";
    const std::string path = std::string(folder) + std::string(entry->code) + ".md";
    const auto files = embedded::explain();
    const auto found = std::lower_bound(
        files.begin(), files.end(), path,
        [](const embedded::File& file, const std::string& wanted) { return file.path < wanted; });
    if (found == files.end() || found->path != path) {
        return std::nullopt;
    }
    return found->content;
}

} // namespace meldc::diagnostics
