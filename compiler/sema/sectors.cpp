#include "sema/sectors.h"

#include "model/source_place.h"

namespace meldc::sema {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Wording;

namespace {

support::Localized bothTexts(const std::optional<syntax::Bilingual>& written) {
    if (!written) return {};
    return {written->dutch.text, written->english.text};
}

class SectorBuilder {
public:
    SectorBuilder(model::Library& library, diagnostics::Sink& sink)
        : library_(library), sink_(sink), scope_(library.vocabulary, sink) {}

    void add(const syntax::Concept& written) {
        const syntax::SectorItems& items = written.sector;
        if (items.isEmpty()) return;
        const model::ConceptId id = library_.vocabulary.find(written.name.text);
        if (!id.isValid() || library_.vocabulary[id].span != written.name.span) return;
        if (written.kind != ConceptKind::Sector) {
            sink_.add(make<Diag::AttributeNotOfKind>(written.name.span, written.name.text, wordingOf(written.kind)));
            return;
        }
        model::SectorProfile profile;
        profile.sector = id;
        for (const syntax::Name& name : items.also) profile.also.push_back(name.text);
        profile.duties = norms(items.duties);
        profile.authority = bothTexts(items.authority);
        for (const syntax::Supervision& each : items.supervision) addSupervision(each, profile);
        if (items.model) {
            if (items.model->name) profile.model = items.model->name->text;
            profile.because = bothTexts(items.model->because);
        }
        for (const syntax::Bilingual& note : items.notes) profile.notes.push_back(bothTexts(note));
        library_.sectors.push_back(std::move(profile));
    }

    void add(const syntax::Source& source, const syntax::Outlook& written) {
        const model::Vocabulary& vocabulary = library_.vocabulary;
        const auto at = vocabulary.sourceByName.find(source.name.text);
        if (at == vocabulary.sourceByName.end() || vocabulary[at->second].span != source.name.span) return;
        model::Outlook outlook;
        outlook.source = at->second;
        outlook.known = written.known;
        outlook.status = written.status;
        outlook.expected = written.expected;
        outlook.norms = norms(written.norms);
        for (const syntax::Name& name : written.sectors) {
            if (const auto sector = scope_.concept_(name, {ConceptKind::Sector}, Wording::ASector)) {
                outlook.sectors.push_back(*sector);
            }
        }
        outlook.text = bothTexts(written.text);
        library_.outlooks.push_back(std::move(outlook));
    }

private:
    void addSupervision(const syntax::Supervision& written, model::SectorProfile& profile) {
        const auto party = scope_.concept_(written.party, {ConceptKind::Party}, Wording::AParty);
        if (!party) return;
        model::Supervision result;
        result.party = *party;
        if (written.source) {
            const auto source = findSource(library_.vocabulary, *written.source, sink_);
            if (!source) return;
            result.source = *source;
        }
        for (const syntax::SourcePart& part : written.parts) result.parts.emplace_back(part.kind, part.value.text);
        result.period = written.period;
        result.status = written.status;
        result.note = bothTexts(written.note);
        profile.supervision.push_back(std::move(result));
    }

    std::vector<std::string> norms(const std::vector<syntax::Name>& names) {
        std::vector<std::string> known;
        for (const syntax::Name& name : names) {
            if (library_.findNorm(name.text) != nullptr) {
                known.push_back(name.text);
                continue;
            }
            std::vector<std::string> candidates;
            for (const model::Norm& each : library_.norms) candidates.push_back(each.id);
            reportUnknownName(sink_, name, diagnostics::wording(Wording::ANorm), candidates);
        }
        return known;
    }

    model::Library& library_;
    diagnostics::Sink& sink_;
    Scope scope_;
};

}  // namespace

void extendSectors(model::Library& library, const std::vector<syntax::Document>& documents, diagnostics::Sink& sink) {
    SectorBuilder builder(library, sink);
    for (const syntax::Document& document : documents) {
        for (const syntax::Concept& each : document.concepts) builder.add(each);
        for (const syntax::Source& source : document.sources) {
            for (const syntax::Outlook& each : source.outlooks) builder.add(source, each);
        }
    }
}

}  // namespace meldc::sema
