#include "evidence/lock.h"

#include "support/limits.h"

#include <algorithm>
#include <map>
#include <utility>

namespace meldc::evidence {

namespace {

LockedDocument lockedOf(const Document& document, const std::vector<Citation>& citations,
                        HeadingFinder& finder) {
    LockedDocument locked{
        document.name, document.file, document.text->sha256(), document.text->lineCount(), {}, {}};
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::string> passages;
    std::map<std::pair<std::string, std::uint32_t>, std::string> headings;
    std::size_t left = support::kMaxPassageBytes;
    const auto digest = [&](const LineRange& range) {
        const std::size_t bytes = document.text->bytesIn(range);
        left -= std::min(left, bytes);
        // Without a digest the passage counts as not recorded.
        return left == 0 ? std::string() : document.text->digest(range);
    };
    for (const Citation& citation : citations) {
        if (citation.place.document != document.name) {
            continue;
        }
        for (const LineRange& range : citation.place.lines) {
            std::string& place = passages[{range.first, range.last}];
            if (place.empty() && document.text->has(range)) {
                place = digest(range);
            }
        }
        if (!citation.place.heading.empty()) {
            std::string& place =
                headings[{citation.place.heading, citation.place.alinea.value_or(0)}];
            const HeadingPlace found = finder.find(*document.text, citation.place);
            if (place.empty() && found.isFound()) {
                place = digest(*found.passage);
            }
        }
    }
    for (const auto& [range, value] : passages) {
        if (!value.empty()) {
            locked.passages.push_back({{range.first, range.second}, value});
        }
    }
    for (const auto& [key, value] : headings) {
        if (!value.empty()) {
            locked.headings.push_back(
                {key.first, key.second == 0 ? std::nullopt : std::optional(key.second), value});
        }
    }
    return locked;
}

} // namespace

const LockedDocument* LockedProtocol::find(std::string_view document) const {
    const auto at = std::find_if(documents.begin(), documents.end(),
                                 [&](const LockedDocument& each) { return each.name == document; });
    return at == documents.end() ? nullptr : &*at;
}

const LockedProtocol* Lock::find(std::string_view file, std::string_view id) const {
    const auto at =
        std::find_if(protocols.begin(), protocols.end(), [&](const LockedProtocol& each) {
            return each.file == file && each.id == id;
        });
    return at == protocols.end() ? nullptr : &*at;
}

LockedProtocol lockOf(std::string file, const model::Protocol& protocol,
                      const std::vector<Document>& documents) {
    LockedProtocol locked{std::move(file), protocol.name, {}};
    const std::vector<Citation> citations = citationsOf(protocol);
    HeadingFinder finder;
    for (const Document& document : documents) {
        if (document.text != nullptr) {
            locked.documents.push_back(lockedOf(document, citations, finder));
        }
    }
    return locked;
}

} // namespace meldc::evidence
