#include "emit/explain/sector_page.h"

#include "emit/markdown_writer.h"
#include "emit/notices.h"
#include "emit/report_view.h"

#include <algorithm>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;
using support::Localized;
using support::same;

Localized statutePeriod(const support::Period& period) {
    if (period.from && period.until) {
        return phrase(Phrase::PageFromUntil, same(period.from->str()), same(period.until->str()));
    }
    if (period.from) {
        return phrase(Phrase::PageFrom, same(period.from->str()));
    }
    return period.until ? phrase(Phrase::SectorUntil, same(period.until->str())) : phrase(Phrase::SectorAlways);
}

Localized idsOf(const std::vector<const model::Norm*>& norms) {
    std::string ids;
    for (const model::Norm* norm : norms) {
        ids += (ids.empty() ? "" : ", ") + norm->id;
    }
    return same(ids);
}

void addOnce(std::vector<Localized>& lines, Localized line) {
    if (std::find(lines.begin(), lines.end(), line) == lines.end()) {
        lines.push_back(std::move(line));
    }
}

/// What is known of a framework: its own questions, and the notes of the source that it refers to.
Localized frameworkLine(const model::FrameworkDecl& framework) {
    const std::size_t questions = framework.body.questions.size();
    return phrase(Phrase::SectorFramework, framework.name, framework.label,
                  questions == 0 ? phrase(Phrase::SectorNoQuestions) : phrase(Phrase::SectorQuestions, questions));
}

class SectorPageWriter {
public:
    SectorPageWriter(const SectorPage& page, support::Language language)
        : page_(page), law_(*page.law), vocabulary_(page.library->vocabulary), out_(language) {}

    std::string write() {
        const model::Concept& sector = vocabulary_[law_.sector];
        out_.title(phrase(Phrase::SectorTitle, sector.name, sector.label));
        duty();
        supervision();
        differences();
        frameworks();
        beginning();
        outlooks();
        norms();
        return out_.take();
    }

private:
    void duty() {
        out_.heading(Phrase::SectorDuty);
        for (const baseline::Statute& statute : law_.statutes) {
            const Localized line = told(statute);
            out_.item(statute.ground.inForce ? line : phrase(Phrase::ExplainNotInForce, line));
        }
        if (law_.statutes.empty()) {
            out_.paragraph(phrase(Phrase::SectorNoDuty));
        }
        if (law_.profile != nullptr && !law_.profile->authority.isEmpty()) {
            out_.gap();
            out_.paragraph(phrase(Phrase::SectorAuthority, law_.profile->authority));
        }
    }

    void supervision() {
        out_.heading(Phrase::SectorSupervision);
        for (const baseline::Supervisor& supervisor : law_.supervisors) {
            out_.item(told(vocabulary_, supervisor));
        }
        if (law_.supervisors.empty()) {
            out_.paragraph(phrase(Phrase::SectorNoSupervision));
        }
    }

    void differences() {
        out_.heading(Phrase::SectorDifferent);
        if (law_.profile != nullptr) {
            for (const Localized& note : law_.profile->notes) {
                out_.item(note);
            }
        }
        if (!law_.special.empty()) {
            out_.item(phrase(Phrase::SectorSpecial, idsOf(law_.special)));
        }
        if (!law_.elsewhere.empty()) {
            out_.item(phrase(Phrase::SectorElsewhere, idsOf(law_.elsewhere)));
        }
    }

    void frameworks() {
        out_.heading(Phrase::SectorFrameworks);
        for (const model::FrameworkDecl* framework : law_.frameworks) {
            out_.item(frameworkLine(*framework));
        }
        if (law_.frameworks.empty()) {
            out_.paragraph(phrase(Phrase::SectorNoFramework));
        }
    }

    void beginning() {
        out_.heading(Phrase::SectorBegin);
        const model::SectorProfile* profile = law_.profile;
        if (profile == nullptr || (profile->model.empty() && profile->because.isEmpty())) {
            out_.paragraph(phrase(Phrase::SectorNoModelAtAll));
            return;
        }
        if (profile->model.empty()) {
            out_.paragraph(phrase(Phrase::SectorNoModel, profile->because));
            return;
        }
        out_.paragraph(profile->because.isEmpty()
                           ? phrase(Phrase::SectorModel, profile->model)
                           : phrase(Phrase::SectorOtherModel, profile->model, profile->because));
        if (!page_.command.empty()) {
            out_.paragraph(phrase(Phrase::SectorCommand, page_.command));
        }
    }

    void outlooks() {
        out_.heading(Phrase::SectorOutlooks);
        for (const model::Outlook* outlook : law_.outlooks) {
            out_.item(told(vocabulary_, *outlook, page_.date));
        }
        if (law_.outlooks.empty()) {
            out_.paragraph(phrase(Phrase::SectorOutlooksNone));
        }
    }

    void norms() {
        out_.heading(phrase(Phrase::SectorNorms, same(page_.date.str())));
        bool isFirst = true;
        for (const model::Layer layer : {model::Layer::Law, model::Layer::Norm, model::Layer::Advice}) {
            std::vector<const model::Norm*> members;
            std::copy_if(law_.norms.begin(), law_.norms.end(), std::back_inserter(members),
                         [&](const model::Norm* norm) { return norm->layer == layer; });
            if (members.empty()) {
                continue;
            }
            if (!isFirst) {
                out_.gap();
            }
            isFirst = false;
            out_.paragraph(phrase(Phrase::ExplainLayer, nameOf(layer)));
            out_.gap();
            for (const model::Norm* norm : members) {
                out_.item(phrase(Phrase::SectorNorm, norm->id, norm->title));
            }
        }
    }

    const SectorPage& page_;
    const baseline::SectorLaw& law_;
    const model::Vocabulary& vocabulary_;
    MarkdownWriter out_;
};

} // namespace

Localized told(const baseline::Statute& statute) {
    const baseline::GroundOnDate& ground = statute.ground;
    return phrase(Phrase::SectorStatute, ground.text, statutePeriod(statute.written->period),
                  same(ground.url.empty() ? ground.jci : ground.url));
}

Localized told(const model::Vocabulary& vocabulary, const baseline::Supervisor& supervisor) {
    const model::Supervision& written = *supervisor.written;
    const Localized& name = vocabulary[written.party].label;
    const Localized known = nameOf(supervisor.status);
    const Localized line = supervisor.ground
                               ? phrase(Phrase::SectorSupervisorGround, name, supervisor.ground->text, known)
                               : phrase(Phrase::SectorSupervisorKnown, name, known);
    return written.note.isEmpty() ? line : phrase(Phrase::SectorSupervisorNote, line, written.note);
}

Localized told(const model::Vocabulary& vocabulary, const model::Outlook& outlook, const support::Date& date) {
    const model::Source& source = vocabulary[outlook.source];
    Localized known = nameOf(outlook.status);
    if (source.checkedUntil) {
        known = phrase(Phrase::OutlookChecked, known, same(source.checkedUntil->str()));
    }
    if (outlook.expected) {
        known = phrase(date < *outlook.expected ? Phrase::OutlookExpected : Phrase::OutlookDue, known,
                       same(outlook.expected->str()));
    }
    if (!outlook.norms.empty()) {
        std::string ids;
        for (const std::string& id : outlook.norms) {
            ids += (ids.empty() ? "" : ", ") + id;
        }
        known = phrase(Phrase::OutlookNorms, known, same(ids));
    }
    return phrase(Phrase::OutlookLine, same(source.title), outlook.text, known);
}

SectorLines sectorLinesOf(const model::Library& library, const model::Protocol& protocol,
                          const support::Date& date) {
    const model::Vocabulary& vocabulary = library.vocabulary;
    SectorLines lines;
    for (const baseline::SectorLaw& law : baseline::sectorLaws(library, protocol, date)) {
        addOnce(lines.sectors, vocabulary[law.sector].label);
        for (const baseline::Statute& statute : law.statutes) {
            if (statute.ground.inForce) {
                addOnce(lines.statutes, statute.ground.text);
            }
        }
        for (const baseline::Supervisor& supervisor : law.supervisors) {
            addOnce(lines.supervisors, told(vocabulary, supervisor));
            addOnce(lines.supervisorNames, vocabulary[supervisor.written->party].label);
        }
        for (const model::Outlook* outlook : law.outlooks) {
            addOnce(lines.outlooks, told(vocabulary, *outlook, date));
        }
    }
    return lines;
}

std::vector<Localized> sectorNoticesOf(const model::Library& library, const model::Protocol& protocol,
                                       const support::Date& date) {
    const SectorLines lines = sectorLinesOf(library, protocol, date);
    std::vector<Localized> notices;
    if (!lines.supervisorNames.empty()) {
        notices.push_back(phrase(Phrase::ReportSector, diagnostics::joined(lines.sectors, ", "),
                                 diagnostics::joined(lines.supervisorNames, ", ")));
    }
    if (!lines.outlooks.empty()) {
        const model::Vocabulary& vocabulary = library.vocabulary;
        const model::ConceptId sector = baseline::sectorLaws(library, protocol, date).front().sector;
        notices.push_back(phrase(Phrase::OutlookMore, phrase(Phrase::OutlookCount, lines.outlooks.size()),
                                 same("meldc explain " + vocabulary[sector].name)));
    }
    return notices;
}

std::string sectorPage(const SectorPage& page, support::Language language) {
    return SectorPageWriter(page, language).write();
}

} // namespace meldc::emit
