#include "diagnostics/colors.h"
#include "diagnostics/phrases.h"
#include "emit/answers/timeline.h"
#include "emit/json_parts.h"
#include "emit/layout.h"
#include "emit/notices.h"
#include "emit/report_view.h"

#include <utility>

namespace meldc::emit {

namespace {

using baseline::Timeline;
using baseline::Validity;
using diagnostics::Phrase;
using diagnostics::phrase;
using support::Language;
using support::Localized;

/// Before a period in which the protocol itself was valid, and before any other.
constexpr std::string_view kOwnTime = "  ▸ ";
constexpr std::string_view kOtherTime = "    ";

Localized countsTold(const baseline::WholePeriod& whole) {
    const Localized told = verdictsOf(whole.counts);
    return told.isEmpty() ? phrase(Phrase::TimelineNoNorms) : told;
}

std::string_view markOf(Validity validity) {
    return validity == Validity::Whole || validity == Validity::Part ? kOwnTime : kOtherTime;
}

class TimelineWriter {
public:
    TimelineWriter(const TimelineReport& report, const TextOptions& options)
        : report_(report), options_(options) {}

    void protocol(const TimedProtocol& timed) {
        const Timeline& timeline = *timed.timeline;
        const model::Protocol& model = *timeline.protocol;
        heading(phrase(Phrase::ReportHeading, support::same(model.label), model.name, timed.file));
        span(timeline);
        section(Phrase::TimelineWhole);
        for (const baseline::WholePeriod& whole : timeline.whole) {
            period(whole.days, whole.validity, countsTold(whole));
        }
        section(Phrase::TimelineNorms);
        for (const baseline::NormHistory& history : timeline.norms) {
            norm(history);
        }
        changes(timeline);
        if (!timeline.waiverFindings.empty()) {
            section(Phrase::TimelineWaivers);
            for (const baseline::Finding& finding : timeline.waiverFindings) {
                this->finding(finding.diagnostic);
            }
        }
        out_ += '\n';
        if (!options_.quiet) {
            paragraph(phrase(Phrase::TimelineHint), "", "");
        }
        for (const Localized& notice : allNoticesOf(timeline.currency)) {
            paragraph(diagnostics::sentence(notice), "", "");
        }
    }

    void gap() { out_ += '\n'; }
    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    /// Which days this is about, and in which of them the protocol itself was valid.
    void span(const Timeline& timeline) {
        const Localized today = support::same(report_.today.str());
        paragraph(timeline.from ? phrase(Phrase::TimelineFrom,
                                         support::same(timeline.from->str()), today)
                                : phrase(Phrase::TimelineAlways, today),
                  "", "");
        if (timeline.valid.empty()) {
            paragraph(phrase(Phrase::TimelineUndated), "", "");
            return;
        }
        std::vector<Localized> days;
        if (timeline.isByAdoption) {
            for (const support::Date& day : timeline.adopted) {
                days.push_back(support::same(day.str()));
            }
        } else {
            for (const support::Period& each : timeline.valid) {
                days.push_back(told(each, report_.today));
            }
        }
        paragraph(phrase(timeline.isByAdoption ? Phrase::TimelineAdopted : Phrase::TimelineValid,
                         diagnostics::joined(days, "; ")),
                  "", "");
    }

    void norm(const baseline::NormHistory& history) {
        const Localized title = phrase(Phrase::ReportTitled, history.norm->id,
                                       support::same(history.norm->title));
        out_ += wrapped(in(title) + " [" + in(nameOf(history.norm->layer)) + "]", "  ", "    ");
        for (const baseline::NormPeriod& each : history.periods) {
            period(each.days, each.validity, toldVerdict(each.result));
        }
    }

    void period(const support::Period& days, Validity validity, const Localized& verdict) {
        const Localized line =
            phrase(Phrase::TimelinePeriod, told(days, report_.today), verdict);
        paragraph(line, "  " + std::string(markOf(validity)), "        ");
    }

    /// In the order of days; what is still to come stands apart.
    void changes(const Timeline& timeline) {
        const auto isToCome = [&](const baseline::ChangeDay& day) {
            return report_.today < day.day;
        };
        if (!timeline.changes.empty() && !isToCome(timeline.changes.front())) {
            section(Phrase::TimelineChanges);
        }
        for (const baseline::ChangeDay& day : timeline.changes) {
            if (!isToCome(day)) {
                this->day(day);
            }
        }
        section(Phrase::TimelineFuture);
        bool isNone = true;
        for (const baseline::ChangeDay& day : timeline.changes) {
            if (isToCome(day)) {
                this->day(day);
                isNone = false;
            }
        }
        if (isNone) {
            paragraph(phrase(Phrase::TimelineNoFuture), "  ", "  ");
        }
    }

    void day(const baseline::ChangeDay& day) {
        out_ += "  " + day.day.str() + "\n";
        bool areReservationsTold = false;
        for (const baseline::Change& change : day.changes) {
            if (change.kind != baseline::ChangeKind::Reservation) {
                paragraph(told(change), "    - ", "      ");
            } else if (!std::exchange(areReservationsTold, true)) {
                reservations(day, true);
                reservations(day, false);
            }
        }
    }

    /// Often many norms at once rest on a text that was not read: one line for all.
    void reservations(const baseline::ChangeDay& day, bool isReserved) {
        std::string norms;
        for (const baseline::Change& change : day.changes) {
            if (change.kind == baseline::ChangeKind::Reservation &&
                change.after->provisional == isReserved) {
                norms += (norms.empty() ? "" : ", ") + change.norm->id;
            }
        }
        if (!norms.empty()) {
            paragraph(phrase(isReserved ? Phrase::ChangeReserved : Phrase::ChangeUnreserved,
                             support::same(norms)),
                      "    - ", "      ");
        }
    }

    void finding(const diagnostics::Diagnostic& diagnostic) {
        const Language language = options_.language;
        const std::string code(diagnostics::info(diagnostic.id).code);
        const Localized message =
            diagnostics::sentence(support::same(diagnostics::renderMessage(diagnostic, language)));
        const At at = placeOf(*report_.sources, diagnostic.span);
        out_ += wrapped(in(message) + " [" + code + "]", "  ", "    ");
        paragraph(phrase(Phrase::ReportPlace, told(at)), "    ", "      ");
    }

    void heading(const Localized& text) {
        diagnostics::color::paint(out_, options_.color, diagnostics::color::kBold, in(text));
        out_ += '\n';
    }
    void section(Phrase title) {
        out_ += '\n';
        heading(phrase(title));
    }
    void paragraph(const Localized& text, std::string_view first, std::string_view rest) {
        out_ += wrapped(in(text), first, rest);
    }
    [[nodiscard]] const std::string& in(const Localized& text) const {
        return text.in(options_.language);
    }

    const TimelineReport& report_;
    const TextOptions& options_;
    std::string out_;
};

std::string rangeOf(const support::Period& days) {
    return (days.from ? days.from->str() : std::string()) + ".." +
           (days.until ? days.until->str() : std::string());
}

} // namespace

std::string timelineText(const TimelineReport& report, const TextOptions& options) {
    TimelineWriter writer(report, options);
    bool isFirst = true;
    for (const TimedProtocol& timed : report.protocols) {
        if (!isFirst) {
            writer.gap();
        }
        isFirst = false;
        writer.protocol(timed);
    }
    return writer.take();
}

std::string timelinePlain(const TimelineReport& report, Language language) {
    std::string out;
    for (const TimedProtocol& timed : report.protocols) {
        const Timeline& timeline = *timed.timeline;
        const std::string place = placeOf(*report.sources, timeline.protocol->span).inFile() + ": ";
        for (const baseline::NormHistory& history : timeline.norms) {
            for (const baseline::NormPeriod& each : history.periods) {
                out += place + std::string(wordOf(each.result.status)) + " " + history.norm->id + " " +
                       rangeOf(each.days) + " " + history.norm->title + ": " +
                       diagnostics::sentence(toldVerdict(each.result)).in(language) + "\n";
            }
        }
        for (const baseline::ChangeDay& day : timeline.changes) {
            for (const baseline::Change& change : day.changes) {
                out += place + "change " + day.day.str() + " " +
                       diagnostics::sentence(told(change)).in(language) + "\n";
            }
        }
        for (const baseline::Finding& finding : timeline.waiverFindings) {
            const diagnostics::Diagnostic& diagnostic = finding.diagnostic;
            const Localized message = support::same(diagnostics::renderMessage(diagnostic, language));
            out += placeOf(*report.sources, diagnostic.span).inFile() + ": finding " +
                   std::string(diagnostics::info(diagnostic.id).code) + " " +
                   diagnostics::sentence(message).in(language) + "\n";
        }
        for (const Localized& notice : allNoticesOf(timeline.currency)) {
            out += place + "note " + diagnostics::sentence(notice).in(language) + "\n";
        }
    }
    return out;
}

} // namespace meldc::emit
