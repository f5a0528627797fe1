#include "compare/entry_words.h"

namespace meldc::compare {

using diagnostics::phrase;
using diagnostics::Phrase;

Localized titled(Phrase frame, const std::string& id, const std::string& label) {
    return phrase(frame, label.empty() || label == id ? support::same(id) : phrase(Phrase::ChangeNamed, id, label));
}

Said saidDay(const model::DatedStatement& given) {
    const std::string date = given.date ? given.date->str() : std::string();
    return {date + " " + given.text,
            given.text.empty() ? support::same(date) : phrase(Phrase::ChangeDated, date, given.text)};
}

Said saidPeriod(const model::Period& given) {
    const std::string from = given.from ? given.from->str() : std::string();
    const std::string until = given.until ? given.until->str() : std::string();
    return {from + ".." + until, until.empty()  ? phrase(Phrase::PageFrom, from)
                                 : from.empty() ? phrase(Phrase::TimelineUpTo, until)
                                                : phrase(Phrase::PageFromUntil, from, until)};
}

Said saidKind(model::UnitKind given) {
    switch (given) {
    case model::UnitKind::Meldcode: return {"protocol", phrase(Phrase::PageKindMeldcode)};
    case model::UnitKind::Framework: return {"framework", phrase(Phrase::PageKindFramework)};
    case model::UnitKind::Template: break;
    }
    return {"template", phrase(Phrase::PageKindTemplate)};
}

Said saidReference(const model::LawReference& given) {
    const std::string state = given.state ? given.state->str() : std::string();
    std::string shown = given.name;
    for (const std::string& part : {given.part, state}) {
        shown += part.empty() ? "" : " " + part;
    }
    return words(shown);
}

} // namespace meldc::compare
