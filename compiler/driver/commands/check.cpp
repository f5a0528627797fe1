#include "baseline/currency.h"
#include "driver/commands/commands.h"
#include "driver/commands/over_units.h"
#include "driver/documents.h"
#include "driver/earlier.h"
#include "driver/published_desk.h"
#include "emit/answers/check_json.h"
#include "emit/answers/text_report.h"
#include "emit/ci/reports.h"

namespace meldc::driver {

namespace {

/// What a run of `check` gathers; the report points into it.
class CheckRun : public UnitsRun {
public:
    CheckRun(Session& session, const LoadedLibrary& library)
        : UnitsRun(session, library), baselineLibrary_(library), desk_(session), published_(session) {
        report_.date = session.date();
        if (!session.options().since.empty() || session.options().sinceDate) {
            known_ = earlierFindings(session, library);
        }
    }

private:
    emit::RunReport& report() override { return report_; }

    void protocol(const LoadedUnit& unit, const model::Protocol& protocol) override {
        const model::Library& library = unit.program->library;
        if (auto refusal = refuseUnknownLaw(session_, library, protocol)) {
            report_.messages.push_back(std::move(*refusal));
            return;
        }
        const Analysis analysis = analyse(library.vocabulary, protocol);
        const evidence::Examination* examination = desk_.examine(unit, protocol);
        reports_.push_back(judge(*unit.program, analysis, report_.date, examination, aheadFrom()));
        report_.protocols.push_back({{&library, unit.path, unit.sha256},
                                     &reports_.back(),
                                     baseline::currencyFor(library, protocol, report_.date),
                                     examination,
                                     known_ ? &*known_ : nullptr});
        countFindings(reports_.size() - 1);
        if (!published_.isEmpty()) {
            emit::BuildInput input = buildInputOf(session_, baselineLibrary_, unit, protocol);
            input.decider = deciderOf(library, analysis, report_.date);
            const std::vector<baseline::Finding> findings = findingsOf(library, analysis, report_.date);
            input.findings = &findings;
            published_.compare(input, reports_.size() - 1);
        }
    }

    /// Today, for who looks ahead with a number of days.
    [[nodiscard]] std::optional<support::Date> aheadFrom() const {
        return session_.options().daysAhead ? std::optional(session_.today()) : std::nullopt;
    }

    /// Counts what was found in a protocol; with `--since` or `--since-date` what is new.
    void countFindings(std::size_t number) {
        if (known_) {
            judged(reports_[number], emit::worstNew(session_.sources(), report_.protocols[number]));
        } else {
            judged(reports_[number]);
        }
    }

    void complete() override {
        for (PublishedDesk::Outcome& outcome : published_.finish()) {
            baseline::ProtocolReport& report = reports_[outcome.number];
            for (diagnostics::Diagnostic& finding : outcome.findings) {
                report.findings.push_back({std::move(finding), {}, std::nullopt});
            }
            countFindings(outcome.number);
        }
        desk_.finish();
        report_.messages.insert(report_.messages.end(), desk_.messages().begin(),
                                desk_.messages().end());
    }

    [[nodiscard]] std::string rendered(const FormatRequest& request) const override {
        switch (request.format) {
        case Format::Json:
            return emit::checkJson(report_, session_.language());
        case Format::Plain:
            return emit::plainReport(report_, session_.language());
        case Format::Sarif:
        case Format::Junit:
        case Format::Gitlab:
        case Format::Github:
            return ciReport(session_, request.format, emit::ciRunOf(report_));
        case Format::Markdown:
            return emit::markdownReport(report_, session_.language());
        case Format::Csv:
        case Format::Html:
        case Format::Docx:
        case Format::Svg:
        case Format::Mermaid:
        case Format::Dot:
        case Format::Text:
            break;
        }
        return emit::textReport(report_, {session_.language(), isInColor(request)});
    }

    const LoadedLibrary& baselineLibrary_;
    DocumentDesk desk_;
    /// Findings of `--since` and `--since-date`.
    std::optional<emit::KnownFindings> known_;
    PublishedDesk published_;
    std::deque<baseline::ProtocolReport> reports_;
    emit::CheckReport report_;
};

} // namespace

ExitCode runCheck(Session& session) {
    if (session.options().timeline) {
        return runTimeline(session);
    }
    return runOverUnits(session, [&](const LoadedLibrary& library) {
        return std::make_unique<CheckRun>(session, library);
    });
}

} // namespace meldc::driver
