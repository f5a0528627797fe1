#include "emit/inspection/head.h"

#include "emit/explain/sector_page.h"
#include "emit/notices.h"
#include "emit/page/data.h"

namespace meldc::emit {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;
using support::Localized;
using support::same;

using Values = std::vector<Localized>;

Values textsOf(const std::vector<model::TextStatement>& statements) {
    Values values;
    for (const model::TextStatement& one : statements) {
        values.push_back(same(one.text));
    }
    return values;
}

Values labelsOf(const std::vector<model::NamesStatement>& statements,
                const model::Vocabulary& vocabulary) {
    Values values;
    for (const model::NamesStatement& one : statements) {
        for (const model::ConceptId id : one.names) {
            values.push_back(vocabulary[id].label);
        }
    }
    return values;
}

/// "2026-03-01, door …", or who did it on which day.
Values datesOf(const std::vector<model::DatedStatement>& statements, bool isByPerson) {
    Values values;
    for (const model::DatedStatement& one : statements) {
        const std::string date = one.date ? one.date->str() : std::string();
        if (date.empty() || one.text.empty()) {
            values.push_back(same(date + one.text));
        } else if (isByPerson) {
            values.push_back(phrase(Phrase::InspectByOn, same(one.text), same(date)));
        } else {
            values.push_back(phrase(Phrase::PageAdoptedBy, same(date), same(one.text)));
        }
    }
    return values;
}

Values periodsOf(const std::vector<model::PeriodStatement>& statements) {
    Values values;
    for (const model::PeriodStatement& one : statements) {
        const support::Period& period = one.period;
        if (period.from && period.until) {
            values.push_back(phrase(Phrase::PageFromUntil, same(period.from->str()),
                                    same(period.until->str())));
        } else if (period.from) {
            values.push_back(phrase(Phrase::PageFrom, same(period.from->str())));
        } else if (period.until) {
            values.push_back(phrase(Phrase::TimelineUpTo, same(period.until->str())));
        }
    }
    return values;
}

Localized kindOf(model::UnitKind kind) {
    return phrase(kind == model::UnitKind::Meldcode    ? Phrase::PageKindMeldcode
                  : kind == model::UnitKind::Framework ? Phrase::PageKindFramework
                                                       : Phrase::PageKindTemplate);
}

Values documentsOf(const Inspection& report) {
    Values values;
    const evidence::Examination* examination = report.input().checked.examination;
    for (const model::SourceDocument& document : report.protocol().documents) {
        const evidence::DocumentState* state = nullptr;
        if (examination != nullptr) {
            for (const evidence::DocumentState& each : examination->documents) {
                state = each.name == document.name ? &each : state;
            }
        }
        values.push_back(state == nullptr
                             ? phrase(Phrase::InspectNotOpened, document.name, document.path)
                             : phrase(Phrase::InspectOpened, document.name, document.path,
                                      state->lines));
    }
    return values;
}

} // namespace

std::vector<Localized> reservationsOf(const Inspection& report) {
    Values values;
    for (const baseline::SourceOnDate& each : report.input().checked.currency.sources) {
        if (each.state == nullptr) {
            continue;
        }
        const Localized title = same(each.source->title);
        const Localized from = same(each.state->from.str());
        if (each.state->status == model::TextStatus::Reconstructed) {
            values.push_back(phrase(Phrase::InspectReconstructed, title, from));
        } else if (each.state->status == model::TextStatus::Recalled) {
            values.push_back(phrase(Phrase::InspectRecalled, title, from));
        }
    }
    return values;
}

std::string organisationOf(const Inspection& report) {
    const auto& organisation = report.protocol().organisation;
    return organisation.empty() ? std::string() : organisation.front().text;
}

Localized kindOf(const Inspection& report) {
    return kindOf(report.protocol().kind);
}

std::vector<ShownFact> identityOf(const Inspection& report) {
    const model::Protocol& protocol = report.protocol();
    const model::Vocabulary& vocabulary = report.vocabulary();
    const Values notSaid{phrase(Phrase::InspectNotSaid)};
    std::vector<ShownFact> facts;
    const auto add = [&](Phrase label, const Values& values, const Values& otherwise = {}) {
        const Values& shown = values.empty() ? otherwise : values;
        if (!shown.empty()) {
            facts.push_back({label, shown});
        }
    };
    Values follows;
    for (const std::string& name : protocol.follows) {
        follows.push_back(same(name));
    }
    add(Phrase::InspectOrganisation, textsOf(protocol.organisation), notSaid);
    add(Phrase::InspectAuthority, textsOf(protocol.authority));
    add(Phrase::InspectKind, {kindOf(protocol.kind)});
    add(Phrase::InspectSector, labelsOf(protocol.sectors, vocabulary), notSaid);
    const SectorLines sectors =
        sectorLinesOf(*report.input().checked.library, protocol, report.input().date);
    add(Phrase::InspectDuty, sectors.statutes);
    add(Phrase::InspectSupervision, sectors.supervisors);
    add(Phrase::InspectAdopted, datesOf(protocol.adopted, false), notSaid);
    add(Phrase::InspectConsent, datesOf(protocol.consent, false));
    add(Phrase::InspectValid, periodsOf(protocol.valid), notSaid);
    add(Phrase::InspectVersion, textsOf(protocol.versions));
    add(Phrase::InspectFollows, follows);
    // Whoever wrote the code in this language took nothing over, and nobody need have read it again.
    if (protocol.isEncoded()) {
        add(Phrase::InspectEncoded, datesOf(protocol.encoded, true), notSaid);
        add(Phrase::InspectReread, datesOf(protocol.reread, true),
            {phrase(Phrase::InspectNotReread)});
    }
    add(Phrase::InspectDocuments, documentsOf(report));
    add(Phrase::InspectOutlook, sectors.outlooks);
    return facts;
}

std::vector<Localized> warningsOf(const Inspection& report) {
    Values warnings = reservationsOf(report);
    for (const Localized& notice : allNoticesOf(report.input().checked.currency)) {
        warnings.push_back(notice);
    }
    return warnings;
}

std::vector<ShownHash> hashesOf(const Inspection& report) {
    const InspectionInput& input = report.input();
    std::vector<ShownHash> hashes{
        {phrase(Phrase::InspectHashCode), input.checked.file, input.checked.sha256},
        {phrase(Phrase::InspectHashModel), {}, input.modelSha256},
        {phrase(Phrase::InspectHashNorms), {}, input.baselineSha256}};
    if (const evidence::Examination* examination = input.checked.examination) {
        for (const evidence::DocumentState& document : examination->documents) {
            hashes.push_back(
                {phrase(Phrase::InspectHashDocument), document.file, document.sha256});
        }
    }
    for (const ReadList& list : input.lists) {
        hashes.push_back({phrase(Phrase::InspectHashList), list.file, list.sha256});
    }
    return hashes;
}

std::vector<Localized> lawStatesOf(const Inspection& report) {
    Values states;
    for (const baseline::SourceOnDate& each : report.input().checked.currency.sources) {
        states.push_back(stateText(each));
    }
    return states;
}

} // namespace meldc::emit
