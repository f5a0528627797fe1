#include "emit/answers/text_report.h"

#include "diagnostics/colors.h"
#include "diagnostics/phrases.h"
#include "emit/answers/quotation_text.h"
#include "emit/explain/sector_page.h"
#include "emit/known.h"
#include "emit/layout.h"
#include "emit/notices.h"
#include "emit/report_view.h"

#include <algorithm>

namespace meldc::emit {

namespace {

namespace color = diagnostics::color;
using diagnostics::Phrase;
using diagnostics::phrase;
using support::Language;
using support::Localized;


/// So many things to do stand on top, and so many places beside a finding.
constexpr std::size_t kFirst = 3;
constexpr std::size_t kPlaces = 4;

/// A place that was left blank, and not a verdict that rests on such places.
bool isBlankItself(const Entry& entry) { return entry.group == Group::FillIn && entry.result == nullptr; }

struct Look {
    std::string_view color;
    std::string_view sign;
};

Look signOf(Group group) {
    switch (group) {
    case Group::MustChange:
        return {color::kRed, "✗"};
    case Group::FillIn:
        return {color::kYellow, "…"};
    case Group::CanBeBetter:
        return {color::kYellow, "!"};
    case Group::Differs:
        return {color::kBlue, "~"};
    case Group::JudgeYourself:
        return {color::kBlue, "?"};
    case Group::Waived:
        return {color::kBlue, "≠"};
    case Group::InOrder:
        return {color::kGreen, "✓"};
    case Group::NotApplicable:
        return {color::kBold, "–"};
    }
    return {};
}

class ReportWriter {
public:
    ReportWriter(const CheckReport& report, const TextOptions& options)
        : report_(report), options_(options) {}

    void protocol(const CheckedProtocol& checked) {
        const model::Protocol& model = *checked.report->protocol;
        std::vector<Entry> entries = entriesOf(*report_.sources, *checked.report, checked.quotes());
        const std::vector<Entry> known = takeKnown(*report_.sources, checked, entries);
        const Localized heading =
            phrase(Phrase::ReportHeading, support::same(model.label), model.name, checked.file);
        paint(color::kBold, in(heading));
        out_ += '\n';
        toDoFirst(entries);
        for (const Group group : kGroups) {
            std::vector<const Entry*> members;
            for (const Entry& entry : entries) {
                if (entry.group == group) {
                    members.push_back(&entry);
                }
            }
            if (!members.empty()) {
                this->group(group, members);
            }
        }
        wasThere(checked, known);
        Tally tally;
        tally.add(*checked.report);
        out_ += '\n';
        counts(tally);
        law(checked.currency.checkedUntil());
        for (const Localized& notice : allNoticesOf(checked.currency)) {
            paragraph(diagnostics::sentence(notice), "", "");
        }
        for (const Localized& line : sectorNoticesOf(*checked.library, model, report_.date)) {
            paragraph(diagnostics::sentence(line), "", "");
        }
        if (checked.examination != nullptr) {
            for (const evidence::DocumentState& document : checked.examination->documents) {
                paragraph(told(document), "", "  ");
            }
        }
    }

    void closing() {
        if (report_.protocols.size() > 1) {
            Tally all;
            for (const CheckedProtocol& checked : report_.protocols) {
                all.add(*checked.report);
            }
            paint(color::kBold, in(phrase(Phrase::ReportTotal, report_.protocols.size())));
            out_ += '\n';
            counts(all);
            law(report_.checkedUntil);
        }
    }

    void gap() { out_ += '\n'; }
    [[nodiscard]] std::string take() { return std::move(out_); }

private:
    void toDoFirst(const std::vector<Entry>& entries) {
        std::vector<const Entry*> first;
        bool hasChoices = false;
        for (const Entry& entry : entries) {
            hasChoices = hasChoices || entry.group == Group::Differs;
            // All that is blank is one thing to do.
            const bool isMoreOfTheSame = entry.group == Group::FillIn && !first.empty() && first.back()->group == Group::FillIn;
            if (first.size() < kFirst && entry.group <= Group::JudgeYourself && !isMoreOfTheSame) {
                first.push_back(&entry);
            }
        }
        const std::size_t blanks = static_cast<std::size_t>(std::count_if(entries.begin(), entries.end(), isBlankItself));
        // A choice that was made asks for nothing, and is told below all the same.
        if (first.empty() && hasChoices) {
            return;
        }
        out_ += '\n';
        if (first.empty()) {
            paragraph(phrase(Phrase::ReportNothingToDo), "", "");
            return;
        }
        paint(color::kBold, in(phrase(Phrase::ReportFirst)));
        out_ += '\n';
        for (std::size_t i = 0; i < first.size(); ++i) {
            const Entry& entry = *first[i];
            if (blanks > 1 && isBlankItself(entry)) {
                paragraph(diagnostics::sentence(phrase(Phrase::ReportFillFirst, blanks)), "  " + std::to_string(i + 1) + ". ", "     ");
                continue;
            }
            Localized line = diagnostics::sentence(
                entry.group == Group::JudgeYourself ? titled(entry) : entry.message);
            const Localized& action = entry.remedy.isEmpty() ? entry.ask : entry.remedy;
            if (!action.isEmpty()) {
                line = diagnostics::joined(
                    std::vector<Localized>{line, diagnostics::sentence(action)}, " ");
            }
            const std::string tail = " [" + entry.id + "]";
            line.nl += tail;
            line.en += tail;
            paragraph(line, "  " + std::to_string(i + 1) + ". ", "     ");
        }
    }

    /// Findings of an earlier version: each on a line, since they ask for nothing now.
    void wasThere(const CheckedProtocol& checked, const std::vector<Entry>& known) {
        if (known.empty()) {
            return;
        }
        out_ += '\n';
        paint(color::kBold, in(phrase(Phrase::SinceKnown, nameOf(*checked.known))));
        out_ += '\n';
        for (const Entry& entry : known) {
            Localized line = diagnostics::sentence(titled(entry));
            line.nl += " [" + entry.id + "]";
            line.en += " [" + entry.id + "]";
            paragraph(line, "  = ", "    ");
        }
        paragraph(diagnostics::sentence(phrase(Phrase::SinceCount, known.size(), nameOf(*checked.known))), "", "");
    }

    void group(Group which, const std::vector<const Entry*>& members) {
        const Look look = signOf(which);
        out_ += '\n';
        const auto counted = which != Group::FillIn ? static_cast<std::ptrdiff_t>(members.size())
                                                    : std::count_if(members.begin(), members.end(), [](const Entry* one) {
                                                          return isBlankItself(*one);
                                                      });
        paint(look.color, in(phrase(Phrase::ReportGroup, nameOf(which), static_cast<std::size_t>(counted))));
        out_ += '\n';
        if (which >= Group::InOrder) {
            folded(members);
            return;
        }
        for (const Entry* entry : members) {
            if (which == Group::FillIn) {
                toFillIn(*entry, look);
            } else {
                this->entry(*entry, look);
            }
        }
    }

    /// A blank and what fills it; a verdict that rests on blanks alone says no more than that.
    void toFillIn(const Entry& entry, const Look& look) {
        out_ += "  ";
        paint(look.color, look.sign);
        if (!isBlankItself(entry)) {
            const std::string label = " [" + entry.id + ", " + in(entry.layer) + ", " + in(entry.verdict) + "]";
            out_ += wrapped(in(diagnostics::sentence(phrase(Phrase::ReportWhileBlank))) + label, " ", "    ");
            return;
        }
        out_ += wrapped(in(diagnostics::sentence(entry.message)) + " [" + entry.id + "]", " ", "    ");
        places(entry);
        optional(Phrase::ReportRemedy, entry.remedy);
    }

    /// Names only, with the verdict where the heading does not already say it; below them what is to be
    /// said besides.
    void folded(const std::vector<const Entry*>& members) {
        std::string line;
        for (const Entry* entry : members) {
            line += (line.empty() ? "" : ", ") + entry->id;
            const bool isSaidAbove =
                entry->group == Group::NotApplicable ||
                entry->verdict.nl == nameOf(baseline::Status::Satisfied).nl;
            if (!isSaidAbove) {
                line += " (" + in(entry->verdict) + ")";
            }
            // Explained where the verdicts are counted.
            if (entry->isProvisional) {
                line += "*";
            }
        }
        out_ += wrapped(line, "  ", "  ");
        for (const Entry* entry : members) {
            for (const Localized& note : entry->notes) {
                out_ += wrapped(entry->id + ": " + in(diagnostics::sentence(note)), "  ", "    ");
            }
        }
    }

    void entry(const Entry& entry, const Look& look) {
        const Group which = entry.group;
        std::string label = entry.id;
        if (!entry.layer.isEmpty()) {
            label += ", " + in(entry.layer);
        }
        if (entry.group == Group::JudgeYourself || !entry.verdict.isEmpty()) {
            label += ", " + in(entry.verdict);
        }
        out_ += "  ";
        paint(look.color, look.sign);
        const Localized message =
            diagnostics::sentence(which >= Group::JudgeYourself ? titled(entry) : entry.message);
        out_ += wrapped(in(message) + " [" + label + "]", " ", "    ");
        places(entry);
        if (entry.grounds != nullptr) {
            for (const baseline::GroundOnDate& ground : *entry.grounds) {
                if (ground.inForce) {
                    const std::string& link = ground.url.empty() ? ground.jci : ground.url;
                    detail(link.empty() ? phrase(Phrase::ReportGroundOnly, ground.text)
                                        : phrase(Phrase::ReportGround, ground.text,
                                                 support::same(link)));
                }
            }
        }
        optional(Phrase::ReportWithoutWaiver, entry.withoutWaiver);
        optional(Phrase::ReportWaiver, entry.waiver);
        optional(Phrase::ReportStory, entry.story);
        optional(Phrase::ReportReservation, entry.reservation);
        for (const Localized& note : entry.notes) {
            optional(Phrase::ReportReservation, note);
        }
        optional(Phrase::ReportRemedy, entry.remedy);
        optional(Phrase::ReportAsk, entry.ask);
    }

    void places(const Entry& entry) {
        const std::vector<At>& all = entry.at;
        const std::size_t count = entry.listsPlaces ? all.size() : std::min(all.size(), kPlaces);
        if (areQuoted(all)) {
            quotedPlaces(all, count);
            return;
        }
        std::vector<Localized> shown;
        for (std::size_t i = 0; i < count; ++i) {
            shown.push_back(told(all[i]));
        }
        if (all.size() > count) {
            shown.push_back(phrase(Phrase::ReportPlaceMore, all.size() - count));
        }
        if (!shown.empty()) {
            detail(phrase(Phrase::ReportPlace, diagnostics::joined(shown, "; ")));
        }
    }

    /// Each place by itself, with what the document says there below it.
    void quotedPlaces(const std::vector<At>& all, std::size_t count) {
        QuotedPlaces quoted(options_.language, "      ");
        for (std::size_t i = 0; i < count; ++i) {
            detail(phrase(Phrase::ReportPlace, told(all[i])));
            out_ += quoted.below(all[i]);
        }
        if (all.size() > count) {
            detail(phrase(Phrase::ReportPlaceMore, all.size() - count));
        }
    }

    void optional(Phrase which, const Localized& text) {
        if (!text.isEmpty()) {
            detail(phrase(which, diagnostics::sentence(text)));
        }
    }

    void counts(const Tally& tally) {
        paragraph(countsOf(tally), "", "");
        if (tally.mostCases > 0) {
            paragraph(phrase(Phrase::ReportProofs, tally.proofs, tally.mostCases), "", "");
        }
        if (tally.provisional > 0) {
            paragraph(phrase(Phrase::ReportProvisionalCount, tally.provisional), "* ", "  ");
        }
    }

    /// Which law, and until when it was checked.
    void law(const std::optional<support::Date>& checkedUntil) {
        paragraph(checkedUntil ? phrase(Phrase::ReportLawUntil, report_.date.str(),
                                        checkedUntil->str())
                               : phrase(Phrase::ReportLaw, report_.date.str()),
                  "", "");
    }

    void detail(const Localized& text) { paragraph(text, "    ", "      "); }
    void paragraph(const Localized& text, std::string_view first, std::string_view rest) {
        out_ += wrapped(in(text), first, rest);
    }
    void paint(std::string_view which, std::string_view text) {
        color::paint(out_, options_.color, which, text);
    }
    [[nodiscard]] const std::string& in(const Localized& text) const {
        return text.in(options_.language);
    }
    [[nodiscard]] static std::string in(Localized&& text, Language language) {
        return text.in(language);
    }

    const CheckReport& report_;
    const TextOptions& options_;
    std::string out_;
};

} // namespace

std::string textReport(const CheckReport& report, const TextOptions& options) {
    ReportWriter writer(report, options);
    bool isFirst = true;
    for (const CheckedProtocol& checked : report.protocols) {
        if (!isFirst) {
            writer.gap();
        }
        isFirst = false;
        writer.protocol(checked);
    }
    if (report.protocols.size() > 1) {
        writer.gap();
    }
    writer.closing();
    return writer.take();
}

} // namespace meldc::emit
