#include "emit/explain/text.h"

#include "diagnostics/phrases.h"
#include "emit/markdown_writer.h"
#include "emit/notices.h"
#include "emit/report_view.h"

namespace meldc::emit {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;
using support::Language;
using support::Localized;

Localized selectionOf(const model::Selection& selection) {
    std::string names;
    for (const std::string& name : selection.names) {
        names += (names.empty() ? "" : ", ") + name;
    }
    if (!selection.all) {
        return support::same(names);
    }
    return names.empty() ? phrase(Phrase::ExplainAll)
                         : phrase(Phrase::ExplainAllExcept, support::same(names));
}

} // namespace

std::string normPage(const NormPage& page, Language language) {
    const model::Norm& norm = *page.norm;
    MarkdownWriter out(language);
    out.title(support::same(norm.id + " " + norm.title));

    out.heading(Phrase::ExplainWhat);
    out.paragraph(phrase(Phrase::ExplainSays, norm.message));
    out.gap();
    out.paragraph(phrase(Phrase::ExplainTested));
    out.gap();
    for (const model::Requirement& requirement : norm.requirements) {
        out.item(support::same("`" + requirement.text + "`"));
    }
    out.item(phrase(Phrase::ExplainLayer, nameOf(norm.layer)));
    out.item(phrase(Phrase::ExplainSectors, selectionOf(norm.sectors)));
    out.item(phrase(norm.silenceViolates ? Phrase::ExplainSilenceViolates
                                         : Phrase::ExplainSilenceOpen));

    out.heading(Phrase::ExplainWhy);
    if (!norm.note.isEmpty()) {
        out.paragraph(norm.note);
    }
    out.heading(Phrase::ExplainGround);
    for (const baseline::GroundOnDate& ground : page.grounds) {
        const Localized link = support::same(ground.url.empty() ? ground.jci : ground.url);
        const Localized line = phrase(Phrase::ExplainGroundLine, ground.text, link);
        out.item(ground.inForce ? line : phrase(Phrase::ExplainNotInForce, line));
    }
    const std::vector<Localized> notices = noticesOf(page.currency);
    if (!page.currency.sources.empty() || !notices.empty()) {
        out.gap();
    }
    for (const baseline::SourceOnDate& each : page.currency.sources) {
        out.item(withCheck(support::same(each.source->title), *each.source));
    }
    for (const Localized& notice : notices) {
        out.gap();
        out.paragraph(notice);
    }
    if (!page.wrong.empty()) {
        out.heading(Phrase::ExplainWrong);
        out.code(page.wrong);
    }
    if (!page.right.empty()) {
        out.heading(Phrase::ExplainRight);
        out.code(page.right);
    }
    out.heading(Phrase::ExplainRemedy);
    if (!norm.remedy.isEmpty()) {
        out.paragraph(norm.remedy);
    }
    if (!norm.ask.isEmpty()) {
        out.paragraph(phrase(Phrase::ExplainAsk, norm.ask));
    }
    return out.take();
}

} // namespace meldc::emit
