#include "emit/answers/quotation_text.h"

#include "diagnostics/phrases.h"
#include "emit/layout.h"

#include <algorithm>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;
using support::Localized;

constexpr std::string_view kBar = "│ ";

Localized recordedText(evidence::Recorded recorded) {
    switch (recorded) {
    case evidence::Recorded::No:
        return phrase(Phrase::DocumentNotLockedYet);
    case evidence::Recorded::Same:
        return phrase(Phrase::DocumentSame);
    case evidence::Recorded::Changed:
        return phrase(Phrase::DocumentDiffers);
    }
    return {};
}

} // namespace

std::string QuotedPlaces::below(const At& at) {
    std::string text;
    const std::string begin = indent_ + std::string(kBar);
    for (const evidence::QuotedLine& line : at.quotation.lines) {
        if (shown_.emplace(at.document, line.number).second) {
            text += wrapped(line.text, begin + std::to_string(line.number) + "  ", begin + "  ");
        }
    }
    if (at.quotation.more > 0) {
        text += wrapped(phrase(Phrase::QuoteMore, at.quotation.more).in(language_), begin, begin);
    }
    return text;
}

Localized quotedInLine(const evidence::Quotation& quotation) {
    std::vector<Localized> parts;
    for (const evidence::QuotedLine& line : quotation.lines) {
        parts.push_back(support::same(line.text));
    }
    if (quotation.more > 0) {
        parts.push_back(phrase(Phrase::QuoteMore, quotation.more));
    }
    return phrase(Phrase::QuoteInLine, diagnostics::joined(parts, " / "));
}

Localized told(const evidence::DocumentState& document) {
    return phrase(Phrase::ReportDocument, document.name, document.file, document.lines,
                  recordedText(document.recorded));
}

bool areQuoted(std::span<const At> places) {
    return std::any_of(places.begin(), places.end(),
                       [](const At& at) { return !at.quotation.isEmpty(); });
}

} // namespace meldc::emit
