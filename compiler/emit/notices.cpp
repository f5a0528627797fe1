#include "emit/notices.h"

#include "diagnostics/phrases.h"

#include <map>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;
using support::Localized;

Localized titlesOf(const std::vector<const model::Source*>& sources) {
    std::vector<Localized> titles;
    for (const model::Source* source : sources) {
        titles.push_back(support::same(source->title));
    }
    return diagnostics::joined(titles, "; ");
}

} // namespace

std::vector<Localized> noticesOf(const baseline::Currency& currency) {
    std::vector<Localized> notices;
    std::map<support::Date, std::vector<const model::Source*>> byDay;
    for (const model::Source* source : currency.outdated()) {
        byDay[*source->checkedUntil].push_back(source);
    }
    for (const auto& [day, sources] : byDay) {
        notices.push_back(
            phrase(Phrase::NoticeOutdated, support::same(day.str()), titlesOf(sources)));
    }
    for (const model::Source* source : currency.later) {
        notices.push_back(phrase(Phrase::NoticeFirstKnown, support::same(source->title),
                                 support::same(source->states.front().from.str())));
    }
    return notices;
}

std::vector<Localized> allNoticesOf(const baseline::Currency& currency) {
    std::vector<Localized> notices = noticesOf(currency);
    const std::vector<const model::Source*> unchecked = currency.unchecked();
    if (!unchecked.empty()) {
        notices.push_back(phrase(Phrase::NoticeUnchecked, titlesOf(unchecked)));
    }
    return notices;
}

Localized withCheck(const Localized& text, const model::Source& source) {
    return source.checkedUntil ? phrase(Phrase::SourceChecked, text,
                                        support::same(source.checkedUntil->str()))
                               : phrase(Phrase::SourceUnchecked, text);
}

Localized nameOf(model::TextStatus status) {
    switch (status) {
    case model::TextStatus::Read:
        return phrase(Phrase::PageTextRead);
    case model::TextStatus::Excerpt:
        return phrase(Phrase::PageTextExcerpt);
    case model::TextStatus::Reconstructed:
        return phrase(Phrase::PageTextReconstructed);
    case model::TextStatus::Recalled:
        return phrase(Phrase::PageTextRecalled);
    }
    return {};
}

} // namespace meldc::emit
