#include "baseline/grounds.h"

#include <algorithm>

#include "model/source_place.h"

namespace meldc::baseline {

namespace {

using syntax::SourcePartKind;

/// Where texts of the register of law are shown, by JCI reference.
constexpr std::string_view kLawSite = "https://wetten.overheid.nl/";

/// The part as JCI 1.3 writes it; empty for what JCI does not know.
std::string inJci(SourcePartKind kind, const std::string& value) {
    switch (kind) {
        case SourcePartKind::Article: return "&artikel=" + value;
        case SourcePartKind::Paragraph: return "&lid=" + value;
        case SourcePartKind::Subpart: return "&o=" + value;
        case SourcePartKind::Page:
        case SourcePartKind::Label: break;
    }
    return {};
}

/// The day of the ground's period that is nearest to `date`.
support::Date nearestDay(const support::Period& period, const support::Date& date) {
    if (period.from && date < *period.from) return *period.from;
    if (period.until && *period.until < date) return *period.until;
    return date;
}

}  // namespace

GroundOnDate groundOnDate(const model::Vocabulary& vocabulary, const model::Ground& ground, const support::Date& date) {
    const model::Source& source = vocabulary[ground.source];
    GroundOnDate result;
    result.inForce = ground.period.contains(date);
    result.source = ground.source;

    std::string parts;
    for (const auto& [kind, value] : ground.parts) parts += inJci(kind, value);
    result.text = model::placeInWords(vocabulary, ground.source, ground.parts);

    const model::SourceState* state = source.stateOn(nearestDay(ground.period, date));
    if (state == nullptr && !source.states.empty()) state = &source.states.front();
    if (ground.status) {
        result.status = *ground.status;
    } else if (state != nullptr) {
        result.status = state->status;
    }
    if (source.bwb.empty()) {
        result.url = source.link;
        return result;
    }
    result.jci = "jci1.3:c:" + source.bwb + parts;
    result.url = std::string(kLawSite) + result.jci;
    if (state != nullptr) {
        // The text in force on that day (g), as it was shown on that day (z): the first day of a state
        // gives one address for the whole of it.
        const std::string day = state->from.str();
        result.url += "&z=" + day + "&g=" + day;
    }
    return result;
}

bool restOnUnreadLaw(const std::vector<GroundOnDate>& grounds) {
    return std::any_of(grounds.begin(), grounds.end(), [](const GroundOnDate& ground) {
        const bool isUnread =
            ground.status == model::TextStatus::Reconstructed || ground.status == model::TextStatus::Recalled;
        return isUnread && !ground.jci.empty();
    });
}

}  // namespace meldc::baseline
