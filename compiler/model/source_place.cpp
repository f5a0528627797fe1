#include "model/source_place.h"

#include <algorithm>

#include "diagnostics/phrases.h"

namespace meldc::model {

using diagnostics::phrase;
using diagnostics::Phrase;
using syntax::SourcePartKind;

Localized partInWords(SourcePartKind kind, const std::string& value) {
    switch (kind) {
        case SourcePartKind::Article: return phrase(Phrase::GroundArticle, value);
        case SourcePartKind::Paragraph: return phrase(Phrase::GroundParagraph, value);
        case SourcePartKind::Subpart: return phrase(Phrase::GroundSubpart, value);
        case SourcePartKind::Page: return phrase(Phrase::GroundPage, value);
        case SourcePartKind::Label: break;
    }
    return support::same(value);
}

Localized placeInWords(const Vocabulary& vocabulary, SourceId source, const SourceParts& parts) {
    std::vector<Localized> words{support::same(vocabulary[source].title)};
    for (const auto& [kind, value] : parts) words.push_back(partInWords(kind, value));
    return diagnostics::joined(words, ", ");
}

bool overlap(const Period& a, const Period& b) {
    const auto endsBefore = [](const Period& one, const Period& other) {
        return one.until && other.from && *one.until < *other.from;
    };
    return !endsBefore(a, b) && !endsBefore(b, a);
}

bool isAbout(const Coverage& line, const Ground& ground) {
    return line.source == ground.source && line.parts.size() <= ground.parts.size() &&
           std::equal(line.parts.begin(), line.parts.end(), ground.parts.begin()) &&
           overlap(line.period, ground.period);
}

}  // namespace meldc::model
