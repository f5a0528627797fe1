#include "emit/inspection/view.h"

#include "support/names.h"

namespace meldc::emit {

namespace {

using baseline::Status;
using diagnostics::Phrase;
using diagnostics::phrase;
using support::Language;
using support::Localized;
using support::same;

/// Most passages shown with one verdict: a page is read, the JSON holds them all.
constexpr std::size_t kPassages = 6;

bool isSameStatement(const At& one, const At& other) {
    return one.file == other.file && one.line == other.line;
}

} // namespace

std::vector<ShownPassage> passagesOf(const Entry& entry) {
    std::vector<ShownPassage> passages;
    for (std::size_t i = 0; i < entry.at.size() && passages.size() < kPassages;) {
        const At& head = entry.at[i];
        const Localized where = support::builtInName(head.file)
                                    ? told(head)
                                    : same(head.file + ":" + std::to_string(head.line));
        ShownPassage passage{head.statement, where, {}};
        for (; i < entry.at.size() && isSameStatement(entry.at[i], head); ++i) {
            if (entry.at[i].document.empty()) {
                continue;
            }
            ShownPlace place{placeText(entry.at[i]), {}};
            const evidence::Quotation& quotation = entry.at[i].quotation;
            for (const evidence::QuotedLine& line : quotation.lines) {
                place.quote.push_back(same(line.text));
            }
            if (quotation.more > 0) {
                place.quote.push_back(phrase(Phrase::QuoteMore, quotation.more));
            }
            passage.places.push_back(std::move(place));
        }
        passages.push_back(std::move(passage));
    }
    return passages;
}

Localized moreThanShown(const Entry& entry) {
    std::size_t statements = 0;
    for (std::size_t i = 0; i < entry.at.size(); ++i) {
        const bool isNew = i == 0 || !isSameStatement(entry.at[i], entry.at[i - 1]);
        statements += isNew ? 1U : 0U;
    }
    return statements > kPassages ? phrase(Phrase::ReportPlaceMore, statements - kPassages)
                                  : Localized();
}

std::vector<Localized> remarksOf(const Entry& entry) {
    std::vector<Localized> remarks;
    if (!entry.reservation.isEmpty()) {
        remarks.push_back(entry.reservation);
    }
    remarks.insert(remarks.end(), entry.notes.begin(), entry.notes.end());
    return remarks;
}

Localized headingOf(model::Layer layer) {
    switch (layer) {
    case model::Layer::Law:
        return phrase(Phrase::InspectLayerLaw);
    case model::Layer::Norm:
        return phrase(Phrase::InspectLayerNorm);
    case model::Layer::House:
        return phrase(Phrase::InspectLayerHouse);
    case model::Layer::Advice:
        break;
    }
    return phrase(Phrase::InspectLayerAdvice);
}

std::array<ShownCount, 6> shownCounts(const baseline::StatusCounts& counts) {
    return {{{Status::Violated, counts.violated},
             {Status::Contradicted, counts.contradicted},
             {Status::Open, counts.open},
             {Status::Satisfied, counts.satisfied},
             {Status::Waived, counts.waived},
             {Status::NotApplicable, counts.notApplicable}}};
}

Localized titleOf(const InspectedItem& item) {
    return item.isRest
               ? phrase(Phrase::InspectRest)
               : phrase(Phrase::InspectItemTitle, same(item.id), same(item.title));
}

std::vector<Localized> countLinesOf(const InspectedItem& item) {
    std::vector<Localized> lines;
    for (const InspectedLayer& layer : item.layers) {
        lines.push_back(phrase(Phrase::InspectCounts, headingOf(layer.layer),
                               verdictsOf(layer.counts)));
    }
    if (lines.empty()) {
        lines.push_back(phrase(Phrase::InspectNoNorm));
    }
    return lines;
}

Localized captionOf(const InspectedLayer& layer, const InspectedItem& item, bool hasItems) {
    const Localized name = headingOf(layer.layer);
    return hasItems ? phrase(Phrase::InspectTableCaptionIn, name, titleOf(item), layer.norms.size())
                    : phrase(Phrase::InspectTableCaption, name, layer.norms.size());
}

Localized absentText(const InspectedItem& item) {
    std::string absent;
    for (const std::string& id : item.absent) {
        absent += (absent.empty() ? "" : ", ") + id;
    }
    return absent.empty() ? Localized() : phrase(Phrase::InspectAbsent, same(absent));
}

Localized reviewText(const InspectedNorm& norm) {
    if (norm.judgement == nullptr || norm.state == JudgementState::Current) {
        return {};
    }
    return phrase(norm.state == JudgementState::Stale ? Phrase::InspectStale
                                                      : Phrase::InspectUnchecked);
}

Localized judgedBy(const InspectedNorm& norm) {
    return norm.judgement == nullptr || norm.judgement->by.empty()
               ? Localized()
               : phrase(Phrase::InspectByOn, same(norm.judgement->by), same(norm.judgement->on));
}

std::vector<Localized> listMessagesOf(const Inspection& report) {
    std::vector<Localized> messages;
    for (const diagnostics::Diagnostic& message : report.input().messages) {
        messages.push_back({diagnostics::renderMessage(message, Language::Dutch),
                            diagnostics::renderMessage(message, Language::English)});
    }
    return messages;
}

} // namespace meldc::emit
