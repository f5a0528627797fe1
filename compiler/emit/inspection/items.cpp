#include "emit/inspection/items.h"

#include "diagnostics/wording.h"
#include "emit/table_text.h"
#include "emit/words.h"
#include "support/names.h"

#include <algorithm>
#include <set>

namespace meldc::emit {

namespace {

using diagnostics::Diag;
using diagnostics::make;

/// The words of a list with commas or blanks between them.
std::vector<std::string> listedWords(const std::string& text) {
    constexpr std::string_view kBetween = ", ;\n\t";
    std::vector<std::string> words;
    for (std::size_t begin = text.find_first_not_of(kBetween); begin != text.npos;) {
        const std::size_t end = std::min(text.find_first_of(kBetween, begin), text.size());
        words.push_back(text.substr(begin, end - begin));
        begin = text.find_first_not_of(kBetween, end);
    }
    return words;
}

} // namespace

support::Localized hintFor(const std::string& norm, const model::Library& library) {
    using diagnostics::Wording;
    std::vector<std::string> ids;
    for (const model::Norm& each : library.norms) {
        ids.push_back(each.id);
    }
    const auto nearest = support::nearestName(norm, ids);
    return nearest ? diagnostics::wording(Wording::PerhapsMeant, {*nearest})
                   : diagnostics::wording(Wording::SeeTheName);
}

std::vector<ReportItem> readItems(const support::SourceMap& sources, support::FileId file,
                                  const model::Library& library, diagnostics::Sink& sink) {
    std::vector<ReportItem> items;
    std::set<std::string> seen;
    bool isFirst = true;
    for (const TableRow& row : rowsOf(sources, file)) {
        const bool isHead = isFirst && row.at(0).text == spelling(Word::ColumnItem);
        isFirst = false;
        if (isHead) {
            continue;
        }
        ReportItem item{row.at(0).text, row.at(1).text, {}, row.span};
        const bool hasMore = std::any_of(row.cells.begin() + std::min<std::ptrdiff_t>(3, std::ssize(row.cells)), row.cells.end(),
                                         [](const TableCell& cell) { return !cell.text.empty(); });
        const TableCell norms = row.at(2);
        if (item.id.empty() || item.title.empty() || norms.text.empty() || hasMore) {
            sink.add(make<Diag::ItemIncomplete>(row.span));
            continue;
        }
        if (!seen.insert(item.id).second) {
            sink.add(make<Diag::ReportItemTwice>(row.at(0).span, item.id));
            continue;
        }
        for (const std::string& norm : listedWords(norms.text)) {
            if (library.findNorm(norm) == nullptr) {
                sink.add(make<Diag::ItemUnknownNorm>(norms.span, norm, hintFor(norm, library)));
            } else if (std::find(item.norms.begin(), item.norms.end(), norm) == item.norms.end()) {
                item.norms.push_back(norm);
            }
        }
        items.push_back(std::move(item));
    }
    return items;
}

} // namespace meldc::emit
