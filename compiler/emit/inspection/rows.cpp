#include "emit/inspection/rows.h"

#include "emit/inspection/view.h"
#include "emit/notices.h"
#include "emit/page/data.h"

namespace meldc::emit {

namespace {

namespace doc = document;
using diagnostics::Phrase;
using diagnostics::phrase;
using support::Localized;

/// How much room a person gets to write beside a norm, in millimetres.
constexpr int kRoomBeside = 10;

doc::Tone toneOf(Group group) {
    switch (group) {
    case Group::MustChange:
        return doc::Tone::Change;
    case Group::FillIn:
    case Group::CanBeBetter:
        return doc::Tone::Better;
    case Group::JudgeYourself:
    case Group::Differs:
    case Group::Waived:
        return doc::Tone::Judge;
    case Group::InOrder:
        return doc::Tone::Fine;
    case Group::NotApplicable:
        break;
    }
    return doc::Tone::Aside;
}

} // namespace

std::string InspectionRows::in(Phrase which) const {
    return phrase(which).in(language_);
}

std::string InspectionRows::sentence(const Localized& text) const {
    return shownSentence(text, language_);
}

/// What has no meaning is left out.
void InspectionRows::define(doc::Definitions& list, Phrase term,
                            const std::vector<Localized>& meanings) const {
    doc::Definition entry{doc::text(in(term)), {}};
    for (const Localized& meaning : meanings) {
        if (!meaning.isEmpty()) {
            entry.meanings.push_back({doc::paragraph(sentence(meaning))});
        }
    }
    if (!entry.meanings.empty()) {
        list.entries.push_back(std::move(entry));
    }
}

doc::Row InspectionRows::ofNorm(const InspectedNorm& norm, std::string anchor) const {
    doc::Row row;
    row.tone = toneOf(norm.entry->group);
    row.anchor = std::move(anchor);
    row.cells.push_back({normCell(norm)});
    row.cells.push_back({findingCell(norm)});
    row.cells.push_back({peopleCell(norm)});
    return row;
}

doc::Row InspectionRows::ofFinding(const Entry& entry) const {
    doc::Row row;
    row.tone = toneOf(entry.group);
    row.cells.push_back({{doc::paragraph(entry.id, doc::Look::Strong),
                          doc::Paragraph{doc::text(capital(in(weightOf(entry)))),
                                         doc::Kind::Body, row.tone}}});
    doc::Blocks finding{doc::paragraph(sentence(entry.message))};
    doc::Definitions list;
    define(list, Phrase::InspectCase, {entry.story});
    define(list, Phrase::InspectNote, entry.notes);
    addEvidence(list, entry, false);
    finding.push_back(std::move(list));
    row.cells.push_back({std::move(finding)});
    return row;
}

doc::Blocks InspectionRows::normCell(const InspectedNorm& norm) const {
    const Entry& entry = *norm.entry;
    doc::Blocks blocks;
    blocks.push_back(doc::Paragraph{{doc::Run{entry.id + " ", doc::Look::Strong},
                                     dutch(entry.title, doc::Look::Strong)}});
    for (const baseline::GroundOnDate& ground : *entry.grounds) {
        if (ground.inForce) {
            const Localized status =
                phrase(Phrase::InspectTextStatus, nameOf(ground.status));
            blocks.push_back(
                doc::Paragraph{{doc::Run{in(ground.text), doc::Look::Plain, ground.url},
                                doc::Run{" (" + in(status) + ")", doc::Look::Note}}});
        }
    }
    return blocks;
}

doc::Blocks InspectionRows::findingCell(const InspectedNorm& norm) const {
    const Entry& entry = *norm.entry;
    doc::Blocks blocks;
    blocks.push_back(doc::Paragraph{doc::text(capital(in(entry.verdict)), doc::Look::Strong),
                                    doc::Kind::Body, toneOf(entry.group)});
    blocks.push_back(doc::paragraph(sentence(entry.message)));
    doc::Definitions list;
    define(list, Phrase::InspectCase, {entry.story});
    define(list, Phrase::InspectProof, {proofText(norm, report_.vocabulary())});
    define(list, Phrase::InspectWithoutWaiver, {entry.withoutWaiver});
    define(list, Phrase::InspectWaiver, {entry.waiver});
    define(list, Phrase::InspectNote, remarksOf(entry));
    define(list, Phrase::InspectNotShown, norm.notShown);
    define(list, Phrase::InspectAsk, {entry.ask});
    addEvidence(list, entry, true);
    blocks.push_back(std::move(list));
    return blocks;
}

void InspectionRows::addEvidence(doc::Definitions& list, const Entry& entry, bool saysNone) const {
    std::vector<doc::Blocks> meanings;
    for (const ShownPassage& passage : passagesOf(entry)) {
        doc::Blocks blocks;
        std::string where = " ";
        for (const ShownPlace& place : passage.places) {
            where += in(place.text) + "; ";
        }
        blocks.push_back(doc::Paragraph{{dutch(passage.statement, doc::Look::Code),
                                         doc::Run{where + in(passage.where), doc::Look::Note}}});
        for (const ShownPlace& place : passage.places) {
            for (const Localized& line : place.quote) {
                blocks.push_back(doc::Paragraph{{dutch(in(line))}, doc::Kind::Quote});
            }
        }
        meanings.push_back(std::move(blocks));
    }
    if (const Localized more = moreThanShown(entry); !more.isEmpty()) {
        meanings.push_back({doc::paragraph(in(more))});
    }
    if (meanings.empty() && saysNone) {
        meanings.push_back({doc::paragraph(in(Phrase::InspectNoEvidence))});
    }
    if (!meanings.empty()) {
        list.entries.push_back({doc::text(in(Phrase::InspectEvidence)), std::move(meanings)});
    }
}

/// What was said, or room to say it.
void InspectionRows::addSaid(doc::Blocks& blocks, Phrase label, const std::string& said,
             const InspectedNorm& norm) const {
    if (said.empty()) {
        blocks.push_back(field(phrase(Phrase::DocumentFieldOf, phrase(label),
                                      support::same(norm.entry->id)),
                               kRoomBeside));
    } else {
        blocks.push_back(doc::Paragraph{{dutch(said)}});
    }
}

doc::Field InspectionRows::field(const Localized& label, int millimetres) const {
    return {in(label), in(Phrase::DocumentFill), millimetres};
}

doc::Blocks InspectionRows::peopleCell(const InspectedNorm& norm) const {
    const Judgement none;
    const Judgement& judgement = norm.judgement == nullptr ? none : *norm.judgement;
    doc::Blocks blocks;
    blocks.push_back(doc::paragraph(in(Phrase::InspectView), doc::Look::Strong));
    addSaid(blocks, Phrase::InspectView, judgement.view, norm);
    doc::Paragraph label = doc::paragraph(in(Phrase::InspectJudgement), doc::Look::Strong);
    if (norm.state == JudgementState::Stale) {
        label.text.push_back({" (" + in(Phrase::InspectReviewed) + ")", doc::Look::Strong});
        label.tone = doc::Tone::Better;
    }
    blocks.push_back(std::move(label));
    if (const Localized review = reviewText(norm); !review.isEmpty()) {
        blocks.push_back(doc::Paragraph{doc::text(in(review)), doc::Kind::Body,
                                        doc::Tone::Better});
    }
    addSaid(blocks, Phrase::InspectJudgement, judgement.verdict, norm);
    if (!judgement.note.empty()) {
        blocks.push_back(doc::Paragraph{{dutch(judgement.note)}});
    }
    if (const Localized by = judgedBy(norm); !by.isEmpty()) {
        blocks.push_back(doc::paragraph(in(by), doc::Look::Note));
    }
    blocks.push_back(doc::paragraph(
        in(phrase(Phrase::InspectMark, support::same(norm.marks.now()))), doc::Look::Note));
    return blocks;
}

} // namespace meldc::emit
