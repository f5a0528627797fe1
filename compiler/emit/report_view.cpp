#include "emit/report_view.h"

#include "diagnostics/phrases.h"

#include <algorithm>

namespace meldc::emit {

namespace {

using baseline::NormResult;
using baseline::Status;
using diagnostics::Phrase;
using diagnostics::phrase;
using diagnostics::Severity;
using support::Localized;

/// What breaks law or professional norm, or contradicts itself, must change; the severity tells
/// them apart. What is only noted can be better.
Group groupOf(Severity severity) {
    return severity >= Severity::Warning ? Group::MustChange : Group::CanBeBetter;
}

Group groupOf(const diagnostics::Diagnostic& diagnostic) {
    switch (diagnostic.id) {
    case diagnostics::Diag::BlankLeft:
    case diagnostics::Diag::FrameworkNotChosen:
        return Group::FillIn;
    case diagnostics::Diag::Deviation:
    case diagnostics::Diag::Omission:
        return Group::Differs;
    default:
        return groupOf(diagnostic.severity);
    }
}

/// Whether a verdict rests on nothing but what is left blank, which is told by itself.
bool isAboutBlanks(const NormResult& result, const model::Protocol& protocol) {
    const auto isBlank = [&](const baseline::Evidence& evidence) {
        return std::any_of(protocol.blanks.begin(), protocol.blanks.end(), [&](const auto& blank) {
            return blank.origin.span == evidence.span;
        });
    };
    return result.status == Status::Violated && !result.evidence.empty() &&
           std::all_of(result.evidence.begin(), result.evidence.end(), isBlank);
}

Group groupOf(const NormResult& result) {
    switch (result.status) {
    case Status::Violated:
    case Status::Contradicted:
        return groupOf(result.severity);
    case Status::Open:
        return Group::JudgeYourself;
    case Status::Waived:
        return Group::Waived;
    case Status::NotApplicable:
        return Group::NotApplicable;
    case Status::Satisfied:
        break;
    }
    return Group::InOrder;
}

constexpr int kFirstOfAll = -1;

/// Group first, then severity, then law before norm before house before advice; what has a case
/// that shows it comes before what has none.
int rankOf(Group group, Severity severity, int layer, bool hasCase) {
    return static_cast<int>(group) * 1000 + (3 - static_cast<int>(severity)) * 100 + layer * 10 +
           (hasCase ? 0 : 1);
}

Localized reservationOf(const NormResult& result) {
    std::vector<Localized> parts;
    if (result.provisional) {
        parts.push_back(phrase(Phrase::ReportProvisional));
    }
    if (result.vacuous) {
        parts.push_back(phrase(Phrase::ReportVacuous));
    }
    // What is open hangs on how such words are read.
    const bool isSettled = result.status != Status::Open;
    if (isSettled && result.proof && !result.proof->assumptions.empty()) {
        std::vector<Localized> terms;
        for (const std::string& term : result.proof->assumptions) {
            terms.push_back(support::same("‘" + term + "’"));
        }
        parts.push_back(phrase(Phrase::ReportAssuming, diagnostics::joined(terms, ", ")));
    }
    return diagnostics::joined(parts, "; ");
}

} // namespace

Entry entryOf(const support::SourceMap& sources, const NormResult& result,
              const evidence::Quotes* quotes, FileNames names) {
    Entry entry;
    entry.group = groupOf(result);
    entry.id = result.norm->id;
    entry.severity = result.severity;
    entry.verdict = nameOf(result.status);
    entry.layer = nameOf(result.norm->layer);
    entry.title = result.norm->title;
    entry.message = result.message;
    if (result.status == Status::NotApplicable || result.status == Status::Waived) {
        entry.message = result.because.isEmpty() ? result.message : result.because;
    }
    if (result.status == Status::Waived) {
        entry.withoutWaiver =
            phrase(Phrase::ReportTitled, nameOf(Status::Violated), result.message);
    } else if (result.waiver != nullptr) {
        entry.waiver = result.because;
    }
    if (entry.message.isEmpty()) {
        entry.message = support::same(result.norm->title);
    }
    if (entry.group == Group::MustChange || entry.group == Group::CanBeBetter) {
        entry.remedy = result.remedy;
    }
    if (result.status == Status::Open) {
        entry.ask = result.ask;
        if (result.openBecause) {
            entry.verdict = phrase(Phrase::ReportOpenBecause, nameOf(*result.openBecause));
        }
    }
    if (result.counterexample) {
        entry.story = result.counterexample->story;
    }
    entry.reservation = reservationOf(result);
    entry.notes = result.remarks;
    entry.isProvisional = result.provisional;
    entry.at = placesOf(sources, result.evidence, quotes, names);
    if (result.waiver != nullptr) {
        entry.at.insert(entry.at.begin(), placeOf(sources, result.waiver->span, names));
    }
    entry.grounds = &result.grounds;
    entry.result = &result;
    entry.rank = rankOf(entry.group, result.severity, static_cast<int>(result.norm->layer),
                        result.counterexample.has_value());
    return entry;
}

namespace {

Localized noteOf(const support::SourceMap& sources, const diagnostics::Note& note,
                 FileNames names = FileNames::Paths) {
    Localized text{diagnostics::renderMessage(note, support::Language::Dutch),
                   diagnostics::renderMessage(note, support::Language::English)};
    if (!note.span.hasPlace()) {
        return text;
    }
    return phrase(Phrase::ReportNoteAt, text,
                  told(placeOf(sources, note.span, names)));
}

Entry entryOf(const support::SourceMap& sources, const baseline::Finding& finding,
              const evidence::Quotes* quotes, FileNames names) {
    const diagnostics::Diagnostic& diagnostic = finding.diagnostic;
    Entry entry;
    entry.group = groupOf(diagnostic);
    entry.finding = &finding;
    entry.id = diagnostics::info(diagnostic.id).code;
    entry.severity = diagnostic.severity;
    entry.message = {diagnostics::renderMessage(diagnostic, support::Language::Dutch),
                     diagnostics::renderMessage(diagnostic, support::Language::English)};
    entry.remedy = {diagnostics::renderRemedy(diagnostic, support::Language::Dutch),
                    diagnostics::renderRemedy(diagnostic, support::Language::English)};
    if (finding.counterexample) {
        entry.story = finding.counterexample->story;
    } else if (diagnostic.story) {
        entry.story = *diagnostic.story;
    }
    entry.listsPlaces = diagnostic.id == diagnostics::Diag::PassageChanged;
    if (!finding.evidence.empty()) {
        entry.at = placesOf(sources, finding.evidence, quotes, names);
    } else if (diagnostic.span.hasPlace()) {
        entry.at.push_back(placeOf(sources, diagnostic.span, names));
    }
    for (const diagnostics::Note& note : diagnostic.notes) {
        entry.notes.push_back(noteOf(sources, note, names));
    }
    // A code that contradicts itself comes right after what breaks the law.
    entry.rank = rankOf(entry.group, diagnostic.severity, 1, finding.counterexample.has_value());
    if (diagnostic.id == diagnostics::Diag::FrameworkOverModel) {
        // It says what all else is worth.
        entry.rank = kFirstOfAll;
    }
    return entry;
}

} // namespace

void Tally::add(const baseline::ProtocolReport& report) {
    for (const NormResult& result : report.results) {
        verdicts.add(result.status);
        provisional += result.provisional ? 1U : 0U;
        if (result.proof) {
            ++proofs;
            mostCases = std::max(mostCases, result.proof->count.cases);
        }
    }
    findings += report.findings.size();
}

std::vector<Entry> entriesOf(const support::SourceMap& sources,
                             const baseline::ProtocolReport& report,
                             const evidence::Quotes* quotes, FileNames names) {
    std::vector<Entry> entries;
    for (const NormResult& result : report.results) {
        Entry entry = entryOf(sources, result, quotes, names);
        if (isAboutBlanks(result, *report.protocol)) {
            entry.group = Group::FillIn;
            entry.rank = rankOf(entry.group, result.severity, static_cast<int>(result.norm->layer), false);
        }
        entries.push_back(std::move(entry));
    }
    for (const baseline::Finding& finding : report.findings) {
        entries.push_back(entryOf(sources, finding, quotes, names));
    }
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& a, const Entry& b) { return a.rank < b.rank; });
    return entries;
}

Entry entryOf(const support::SourceMap& sources, const diagnostics::Diagnostic& diagnostic) {
    Entry entry = entryOf(sources, baseline::Finding{diagnostic, {}, {}}, nullptr, FileNames::Paths);
    entry.finding = nullptr;
    return entry;
}

Localized nameOf(Group group) {
    switch (group) {
    case Group::MustChange:
        return phrase(Phrase::GroupMustChange);
    case Group::FillIn:
        return phrase(Phrase::GroupFillIn);
    case Group::CanBeBetter:
        return phrase(Phrase::GroupCanBeBetter);
    case Group::Differs:
        return phrase(Phrase::GroupDiffers);
    case Group::JudgeYourself:
        return phrase(Phrase::GroupJudgeYourself);
    case Group::Waived:
        return phrase(Phrase::GroupWaived);
    case Group::InOrder:
        return phrase(Phrase::GroupInOrder);
    case Group::NotApplicable:
        return phrase(Phrase::GroupNotApplicable);
    }
    return {};
}

Localized nameOf(Status status) {
    switch (status) {
    case Status::Satisfied:
        return phrase(Phrase::StatusSatisfied);
    case Status::Violated:
        return phrase(Phrase::StatusViolated);
    case Status::Contradicted:
        return phrase(Phrase::StatusContradicted);
    case Status::Open:
        return phrase(Phrase::StatusOpen);
    case Status::NotApplicable:
        return phrase(Phrase::StatusNotApplicable);
    case Status::Waived:
        return phrase(Phrase::StatusWaived);
    }
    return {};
}

Localized nameOf(model::Layer layer) {
    switch (layer) {
    case model::Layer::Law:
        return phrase(Phrase::LayerLaw);
    case model::Layer::Norm:
        return phrase(Phrase::LayerNorm);
    case model::Layer::House:
        return phrase(Phrase::LayerHouse);
    case model::Layer::Advice:
        return phrase(Phrase::LayerAdvice);
    }
    return {};
}

Localized nameOf(baseline::OpenBecause reason) {
    using baseline::OpenBecause;
    switch (reason) {
    case OpenBecause::Silent:
        return phrase(Phrase::OpenSilent);
    case OpenBecause::OpenTerm:
        return phrase(Phrase::OpenOpenTerm);
    case OpenBecause::Ambiguous:
        return phrase(Phrase::OpenAmbiguous);
    case OpenBecause::Human:
        return phrase(Phrase::OpenHuman);
    case OpenBecause::OutsideText:
        return phrase(Phrase::OpenOutsideText);
    case OpenBecause::Placeholder:
        return phrase(Phrase::OpenPlaceholder);
    case OpenBecause::NotEncoded:
        return phrase(Phrase::OpenNotEncoded);
    case OpenBecause::NoDecision:
        return phrase(Phrase::OpenNoDecision);
    case OpenBecause::DoubtNotCounted:
        return phrase(Phrase::OpenDoubtNotCounted);
    }
    return {};
}

Localized nameOf(Severity severity) {
    switch (severity) {
    case Severity::Error:
        return phrase(Phrase::SeverityError);
    case Severity::Warning:
        return phrase(Phrase::SeverityWarning);
    case Severity::Info:
    case Severity::Note:
        return phrase(Phrase::SeverityInfo);
    }
    return {};
}

Localized weightOf(const Entry& entry) {
    const bool isApart = entry.group == Group::FillIn || entry.group == Group::Differs;
    return isApart ? nameOf(entry.group) : nameOf(entry.severity);
}

Severity worstOf(const baseline::ProtocolReport& report) {
    Severity worst = Severity::Note;
    for (const NormResult& result : report.results) {
        if (result.status == Status::Violated || result.status == Status::Contradicted) {
            worst = std::max(worst, result.severity);
        }
    }
    for (const baseline::Finding& finding : report.findings) {
        worst = std::max(worst, finding.diagnostic.severity);
    }
    return worst;
}

Localized verdictsOf(const baseline::StatusCounts& counts) {
    std::vector<Localized> parts;
    const auto add = [&](std::size_t count, Status status) {
        if (count > 0) {
            parts.push_back(phrase(Phrase::ReportCountOf, count, nameOf(status)));
        }
    };
    add(counts.violated, Status::Violated);
    add(counts.contradicted, Status::Contradicted);
    add(counts.open, Status::Open);
    add(counts.satisfied, Status::Satisfied);
    add(counts.notApplicable, Status::NotApplicable);
    add(counts.waived, Status::Waived);
    return diagnostics::joined(parts, ", ");
}

Localized countsOf(const Tally& tally) {
    return phrase(Phrase::ReportCounted, phrase(Phrase::ReportCountNorms, tally.verdicts.all()),
                  verdictsOf(tally.verdicts), tally.findings);
}

Localized titled(const Entry& entry) {
    if (entry.title.empty()) {
        return entry.message;
    }
    return phrase(Phrase::ReportTitled, support::same(entry.title), entry.message);
}

} // namespace meldc::emit
