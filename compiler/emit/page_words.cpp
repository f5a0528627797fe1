#include "emit/page_words.h"

#include "emit/places.h"
#include "support/utf8.h"

namespace meldc::emit {

namespace {

using diagnostics::Phrase;

void append(std::string& text, const std::string& part, std::string_view separator) {
    if (!part.empty()) {
        text += (text.empty() ? "" : std::string(separator)) + part;
    }
}

} // namespace

std::string PageWords::modality(model::Modality modality) const {
    return say(modality == model::Modality::Must  ? Phrase::PageMust
               : modality == model::Modality::May ? Phrase::PageMay
                                                  : Phrase::PageMayNot);
}

std::string PageWords::edge(const model::Edge& edge) const {
    std::string text;
    // What must be done first; "may close, record" would say that both may.
    for (const model::Modality which :
         {model::Modality::Must, model::Modality::May, model::Modality::MayNot}) {
        std::string part;
        for (const model::Effect& effect : edge.effects) {
            if (effect.modality == which) {
                append(part, vocabulary_[effect.consequence].label.nl, ", ");
            }
        }
        if (!part.empty() && which != model::Modality::Must) {
            part = modality(which) + " " + part;
        }
        append(text, part, "; ");
    }
    if (!edge.step.empty()) {
        append(text, say(Phrase::PageThenStep, edge.step), "; ");
    }
    switch (edge.target) {
    case model::TargetKind::Question:
        append(text, say(Phrase::PageThenQuestion, edge.question), "; ");
        break;
    case model::TargetKind::Wait:
        append(text, say(Phrase::PageThenWait), "; ");
        break;
    case model::TargetKind::Open:
        append(text, say(Phrase::PageOpenWords, edge.openTerm), "; ");
        break;
    case model::TargetKind::End:
        if (text.empty()) {
            text = say(Phrase::PageThenEnd);
        }
        break;
    }
    if (!edge.together.empty()) {
        append(text, say(Phrase::PageTogether, nouns_.listOf(edge.together)), " ");
    }
    return text;
}

std::string PageWords::answer(model::Answer answer) const {
    return say(answer == model::Answer::Yes  ? Phrase::StoryYes
               : answer == model::Answer::No ? Phrase::StoryNo
                                             : Phrase::StoryDoubt);
}

std::string PageWords::source(const model::Origin& origin) const {
    std::string text;
    for (const model::Place& place : origin.places) {
        const std::string where = locatorOf(place);
        append(text,
               where.empty() ? place.document
                             : say(place.lines.empty() ? Phrase::PageAtHeading : Phrase::PageAtLines,
                                   place.document, where),
               "; ");
    }
    return text;
}

std::vector<std::string> PageWords::marks(const model::Origin& origin) const {
    std::vector<std::string> result;
    if (origin.draft) {
        result.push_back(say(Phrase::PageMarkDraft));
    }
    for (const model::Guard& guard : origin.guards) {
        const std::string& reading = protocol_.ambiguities[guard.ambiguity].readings[guard.reading];
        result.push_back(reading.empty()
                             ? diagnostics::phrase(Phrase::PageMarkNumberedReading,
                                                   guard.reading + 1).nl
                             : say(Phrase::PageMarkReading, reading));
    }
    if (origin.variant) {
        result.push_back(say(Phrase::PageMarkVariant));
    }
    // What is taken over is most of it and has no mark, also where the levels above replaced it.
    if (!protocol_.follows.empty() && origin.level == 0) {
        result.push_back(say(origin.replaces ? Phrase::PageMarkReplaces : Phrase::PageMarkOwn));
    }
    return result;
}

} // namespace meldc::emit
