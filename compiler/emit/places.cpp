#include "emit/places.h"

#include "diagnostics/phrases.h"
#include "diagnostics/wording.h"
#include "emit/words.h"
#include "support/names.h"

#include <algorithm>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;

void add(std::vector<At>& all, At at) {
    if (std::find(all.begin(), all.end(), at) == all.end()) {
        all.push_back(std::move(at));
    }
}

void add(std::vector<At>& all, const support::SourceMap& sources, support::Span span,
         std::span<const model::Place> places, const evidence::Quotes* quotes, FileNames names) {
    if (!sources.has(span.file)) {
        return;
    }
    const At bare = placeOf(sources, span, names);
    for (const model::Place& place : places) {
        At at = bare;
        at.document = place.document;
        at.place = locatorOf(place);
        if (quotes != nullptr) {
            at.quotation = quotes->of(span, place);
        }
        add(all, std::move(at));
    }
    if (places.empty()) {
        add(all, bare);
    }
}

/// A line without blanks around it, the place that it was taken from and what opens a block.
std::string statementOn(std::string_view line) {
    constexpr std::string_view kStated = spelling(Word::StatedIn);
    bool isInQuotes = false;
    for (std::size_t at = 0; at < line.size(); ++at) {
        isInQuotes = isInQuotes != (line[at] == '"');
        if (!isInQuotes && line.substr(at).starts_with(kStated)) {
            line = line.substr(0, at);
        }
    }
    constexpr std::string_view kAround = " \t{";
    const std::size_t begin = line.find_first_not_of(kAround);
    if (begin == line.npos) {
        return {};
    }
    return std::string(line.substr(begin, line.find_last_not_of(kAround) - begin + 1));
}

bool isLines(const At& at) {
    return !at.place.empty() && at.place.front() >= '0' && at.place.front() <= '9';
}

} // namespace

std::string At::inFile() const {
    return file + ":" + std::to_string(line) + ":" + std::to_string(column);
}

std::string nameOfFile(const std::string& path) {
    return support::builtInName(path) ? path : path.substr(path.find_last_of("/\\") + 1);
}

At placeOf(const support::SourceMap& sources, support::Span span, FileNames names) {
    At at;
    if (sources.has(span.file)) {
        const support::SourceFile& file = sources.file(span.file);
        const support::LineColumn position = file.position(span.begin);
        at.file = names == FileNames::Names ? nameOfFile(file.name()) : file.name();
        at.line = position.line;
        at.column = position.column;
        at.statement = statementOn(file.lineText(position.line));
    }
    return at;
}

std::vector<At> placesOf(const support::SourceMap& sources,
                         std::span<const baseline::Evidence> evidence,
                         const evidence::Quotes* quotes, FileNames names) {
    std::vector<At> all;
    for (const baseline::Evidence& passage : evidence) {
        add(all, sources, passage.span, passage.places, quotes, names);
    }
    return all;
}

std::vector<At> placesOf(const support::SourceMap& sources, const model::Origin& origin,
                         const evidence::Quotes* quotes) {
    std::vector<At> all;
    add(all, sources, origin.span, origin.places, quotes, FileNames::Paths);
    return all;
}

std::string locatorOf(const model::Place& place) {
    std::string result;
    for (const model::LineRange& range : place.lines) {
        result += (result.empty() ? "" : ", ") + std::to_string(range.first);
        if (range.last > range.first) {
            result += "-" + std::to_string(range.last);
        }
    }
    if (result.empty()) {
        result = place.heading;
        if (place.alinea) {
            result += ", " + std::to_string(*place.alinea);
        }
    }
    return result;
}

support::Localized placeText(const At& at) {
    if (at.place.empty()) {
        return support::same(at.document);
    }
    return phrase(isLines(at) ? Phrase::PageAtLines : Phrase::PageAtHeading,
                  support::same(at.document), support::same(at.place));
}

support::Localized told(const At& at) {
    if (const auto model = support::builtInName(at.file)) {
        return diagnostics::wording(diagnostics::Wording::PlaceInModel,
                                    {std::string(*model), std::to_string(at.line)});
    }
    const std::string file = at.inFile();
    if (at.document.empty()) {
        return support::same(file);
    }
    if (at.place.empty()) {
        return phrase(Phrase::PlaceDocument, file, at.document);
    }
    return isLines(at) ? phrase(Phrase::PlaceLines, file, at.document, at.place)
                       : phrase(Phrase::PlaceHeading, file, at.document, at.place);
}

} // namespace meldc::emit
