#include "baseline/applicability.h"
#include "diagnostics/phrases.h"
#include "emit/notices.h"
#include "emit/page/data.h"
#include "emit/publication/writer.h"

#include <algorithm>
#include <set>

namespace meldc::emit {

namespace {

namespace doc = document;
using diagnostics::Phrase;

/// Room for a signature, in millimetres.
constexpr int kRoomForSignature = 14;

/// From which documents, and who did that and looked at it again.
std::string takenFrom(const model::Protocol& protocol) {
    std::vector<std::string> documents;
    for (const model::SourceDocument& one : protocol.documents) {
        documents.push_back(say(Phrase::PubTakenFrom, one.name, one.path));
    }
    std::string text = listed(documents);
    const auto add = [&](const std::vector<model::DatedStatement>& statements, Phrase onDay, Phrase plain) {
        for (const model::DatedStatement& one : statements) {
            text += ", " + (one.date ? say(onDay, one.text, dayText(*one.date)) : say(plain, one.text));
        }
    };
    add(protocol.encoded, Phrase::PubTakenOn, Phrase::PubTakenBy);
    add(protocol.reread, Phrase::PubReadAgainOn, Phrase::PubReadAgainBy);
    return text;
}

} // namespace

/// The facts of questions, promises and routes that the vocabulary explains.
void PublicationWriter::words() {
    std::set<model::FactId> facts;
    const auto take = [&](const model::Condition& condition) {
        for (const model::FactId fact : model::factsOf(condition)) {
            facts.insert(fact);
        }
    };
    for (const model::Question& question : protocol_.questions) {
        for (const model::ConditionStatement& one : question.yesWhen) {
            take(one.condition);
        }
    }
    for (const model::Meldnorm& meldnorm : protocol_.meldnormen) {
        for (const model::Promise& one : meldnorm.promises) {
            take(one.condition);
        }
    }
    for (const model::Route& route : protocol_.routes) {
        take(route.condition);
    }
    doc::Definitions definitions;
    for (const model::FactId fact : facts) {
        const model::Concept& word = vocabulary_[vocabulary_[fact].concept_];
        if (!word.definition.empty()) {
            definitions.entries.push_back({doc::text(capital(word.label.nl), doc::Look::Strong),
                                           {{doc::paragraph(word.definition)}}});
        }
    }
    if (!definitions.entries.empty()) {
        heading(1, say(Phrase::PubWords), "words");
        add(doc::paragraph(say(Phrase::PubWordsAbout)));
        add(std::move(definitions));
    }
}

/// The norms of law for this organisation with their grounds in force; no verdicts, which stand in the
/// report.
void PublicationWriter::grounds() {
    doc::Table table;
    table.caption = doc::text(say(Phrase::PubGroundsCaption));
    table.header = {doc::text(say(Phrase::PubColumnDemand)), doc::text(say(Phrase::PubColumnGround))};
    table.widths = {1, 1};
    bool isStarred = false;
    for (const model::Norm* norm : input_.decider.norms) {
        const bool isDue = norm->layer == model::Layer::Law &&
                           baseline::appliesToUnit(*norm, protocol_).value == baseline::Tri::Yes;
        doc::Blocks where;
        const auto grounds = baseline::groundsFor(vocabulary_, *norm, protocol_, input_.date);
        for (const baseline::GroundOnDate& ground : grounds) {
            if (isDue && ground.inForce) {
                where.push_back(doc::Paragraph{{{ground.text.nl, doc::Look::Plain, ground.url, {}, {}}}});
            }
        }
        if (where.empty()) {
            continue;
        }
        doc::Runs demand = doc::text(norm->title);
        if (baseline::restOnUnreadLaw(grounds)) {
            isStarred = true;
            demand.push_back({" *", doc::Look::Note, {}, {}, {}});
        }
        table.rows.push_back({{{{doc::Paragraph{std::move(demand)}}}, {std::move(where)}}, {}, doc::Tone::None});
    }
    if (table.rows.empty()) {
        return;
    }
    heading(1, say(Phrase::PubGrounds), "grounds");
    add(doc::paragraph(say(Phrase::PubGroundsAbout, dayText(input_.date))));
    // What was not checked is told source by source in the report, to those who keep the sources.
    const baseline::Currency& currency = input_.decider.currency;
    for (const support::Localized& notice : noticesOf({currency.date, {}, currency.later})) {
        add(doc::paragraph(shownSentence(notice)));
    }
    if (!currency.outdated().empty() || !currency.unchecked().empty()) {
        add(doc::paragraph(say(Phrase::PubGroundsUnchecked)));
    }
    if (isStarred) {
        add(doc::paragraph(say(Phrase::PubStarred, capital(say(Phrase::ReportProvisional)) + ".")));
    }
    add(std::move(table));
}

void PublicationWriter::version() {
    const bool isSigned = audience_ == Audience::Internal && (protocol_.adopted.empty() || protocol_.consent.empty());
    if (isSigned) {
        // Whoever signs sees on one page what for.
        add(doc::PageBreak{});
    }
    heading(1, say(Phrase::PubVersion), "version");
    doc::Table table;
    table.caption = doc::text(say(Phrase::PubVersionCaption));
    table.header = {doc::text(say(Phrase::PubColumnWhat)), doc::text(say(Phrase::PubColumnData))};
    table.widths = {2, 5};
    const auto row = [&](Phrase what, const Statements& statements, Phrase missing = Phrase::PubNotFilled) {
        doc::Blocks data;
        for (const Statement& statement : statements) {
            data.push_back(doc::Paragraph{statement.origin == nullptr ? doc::text(statement.text)
                                                                      : markedRuns(statement.text, *statement.origin)});
        }
        if (data.empty()) {
            data.push_back(doc::paragraph(say(protocol_.isEncoded() ? Phrase::PubNotSaid : missing)));
        }
        table.rows.push_back({{{{doc::paragraph(say(what))}}, {std::move(data)}}, {}, doc::Tone::None});
    };
    // The texts of some statements, each with its statement.
    const auto said = [](const auto& statements, auto textOf) {
        Statements list;
        for (const auto& one : statements) {
            list.emplace_back(textOf(one), &one.origin);
        }
        return list;
    };
    const auto asWritten = [](const model::TextStatement& one) { return one.text; };
    // Who writes the code here tells it apart by the day from which it holds.
    if (!protocol_.versions.empty() || protocol_.isEncoded()) {
        row(Phrase::PubRowVersion, said(protocol_.versions, asWritten));
    }
    row(Phrase::PubRowValid, said(protocol_.valid, [&](const auto& one) { return sentences_->of(one); }));
    row(Phrase::PubRowAuthority, said(protocol_.authority, asWritten));
    row(Phrase::PubRowAdopted, said(protocol_.adopted, [&](const auto& one) { return sentences_->adopted(one); }),
        Phrase::PubNotAdopted);
    if (!protocol_.consent.empty()) {
        row(Phrase::PubRowConsent,
            said(protocol_.consent, [&](const auto& one) { return sentences_->consent(one); }));
    }
    if (audience_ == Audience::Internal && !protocol_.documents.empty()) {
        row(Phrase::PubRowTaken, {{takenFrom(protocol_), nullptr}});
    }
    const auto hash = [&](Phrase what, const std::string& value) {
        table.rows.push_back({{{{doc::paragraph(say(what))}}, {{doc::paragraph(value.substr(0, kShownHash), doc::Look::Code)}}},
                              {},
                              doc::Tone::None});
    };
    if (audience_ == Audience::Internal) {
        row(Phrase::PubRowMade, {{say(Phrase::PubMadeWith, dayText(input_.date)), nullptr}});
        hash(Phrase::PubRowModel, input_.modelSha256);
        hash(Phrase::PubRowBaseline, input_.baselineSha256);
    } else {
        hash(Phrase::PubRowMark, input_.modelSha256);
    }
    add(std::move(table));
    if (isSigned) {
        approval();
    }
}

void PublicationWriter::approval() {
    doc::Table table;
    table.caption = doc::text(say(Phrase::PubApprovalCaption));
    table.header = {doc::text(say(Phrase::PubColumnWhat)), doc::text(say(Phrase::PubApprovalWho)),
                    doc::text(say(Phrase::PubApprovalDate)), doc::text(say(Phrase::PubApprovalSign))};
    table.widths = {3, 4, 2, 4};
    for (const auto& [what, isGiven] : {std::pair{Phrase::PubRowAdopted, !protocol_.adopted.empty()},
                                        std::pair{Phrase::PubRowConsent, !protocol_.consent.empty()}}) {
        if (isGiven) {
            continue;
        }
        doc::Row row;
        row.cells.push_back({{doc::paragraph(say(what))}});
        for (std::size_t i = 1; i < table.header.size(); ++i) {
            row.cells.push_back({{doc::Field{say(Phrase::DocumentFieldOf, doc::plainText(table.header[i]), say(what)),
                                             say(Phrase::DocumentFill), kRoomForSignature}}});
        }
        table.rows.push_back(std::move(row));
    }
    add(std::move(table));
}

} // namespace meldc::emit
