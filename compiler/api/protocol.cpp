#include "api/parts.h"
#include "api/told.h"
#include "baseline/currency.h"
#include "emit/answers/check_json.h"
#include "emit/notices.h"
#include "pipeline/version.h"

namespace meldc {

namespace {

Layer layerOf(model::Layer layer) {
    switch (layer) {
    case model::Layer::Law:
        return Layer::Law;
    case model::Layer::Norm:
        return Layer::Norm;
    case model::Layer::House:
        return Layer::House;
    case model::Layer::Advice:
        return Layer::Advice;
    }
    return Layer::Advice;
}

Verdict verdictOf(baseline::Status status) {
    switch (status) {
    case baseline::Status::Satisfied:
        return Verdict::Satisfied;
    case baseline::Status::Violated:
        return Verdict::Violated;
    case baseline::Status::Contradicted:
        return Verdict::Contradicted;
    case baseline::Status::Open:
        return Verdict::Open;
    case baseline::Status::NotApplicable:
        return Verdict::NotApplicable;
    case baseline::Status::Waived:
        return Verdict::Waived;
    }
    return Verdict::Open;
}

OpenBecause reasonOf(baseline::OpenBecause reason) {
    switch (reason) {
    case baseline::OpenBecause::Silent:
        return OpenBecause::Silent;
    case baseline::OpenBecause::OpenTerm:
        return OpenBecause::OpenTerm;
    case baseline::OpenBecause::Ambiguous:
        return OpenBecause::Ambiguous;
    case baseline::OpenBecause::Human:
        return OpenBecause::Human;
    case baseline::OpenBecause::OutsideText:
        return OpenBecause::OutsideText;
    case baseline::OpenBecause::Placeholder:
        return OpenBecause::Placeholder;
    case baseline::OpenBecause::NotEncoded:
        return OpenBecause::NotEncoded;
    case baseline::OpenBecause::NoDecision:
        return OpenBecause::NoDecision;
    case baseline::OpenBecause::DoubtNotCounted:
        return OpenBecause::DoubtNotCounted;
    }
    return OpenBecause::Human;
}

NormVerdict verdictOf(const api::Unit& unit, const baseline::NormResult& result) {
    const support::Language language = unit.language;
    NormVerdict verdict;
    verdict.norm = result.norm->id;
    verdict.title = result.norm->title;
    verdict.layer = layerOf(result.norm->layer);
    verdict.verdict = verdictOf(result.status);
    if (result.openBecause) {
        verdict.openBecause = reasonOf(*result.openBecause);
    }
    verdict.severity = api::publicOf(result.severity);
    verdict.provisional = result.provisional;
    verdict.vacuous = result.vacuous;
    verdict.reason = result.message.in(language);
    verdict.remedy = result.remedy.in(language);
    if (result.status == baseline::Status::Open) {
        verdict.ask = result.ask.in(language);
    }
    for (const baseline::GroundOnDate& ground : result.grounds) {
        if (ground.inForce) {
            verdict.grounds.push_back(ground.text.in(language));
        }
    }
    verdict.places = api::placesOf(emit::placesOf(unit.sources, result.evidence));
    return verdict;
}

Message messageOf(const api::Unit& unit, const baseline::Finding& finding) {
    Message message = api::messageOf(unit.sources, finding.diagnostic, unit.language);
    if (!finding.evidence.empty()) {
        message.places = api::placesOf(emit::placesOf(unit.sources, finding.evidence));
    }
    return message;
}

std::string jsonOf(const api::Unit& unit, const baseline::ProtocolReport& report,
                   const baseline::Currency& currency) {
    emit::CheckReport whole;
    whole.sources = &unit.sources;
    whole.version = pipeline::versionNumber();
    whole.baselineSha256 = unit.library.sha256;
    whole.checkedUntil = unit.library.library->checkedUntil();
    whole.messages = unit.loaded.messages;
    whole.date = currency.date;
    emit::CheckedProtocol checked;
    checked.library = &*unit.loaded.program->library;
    checked.file = unit.loaded.path;
    checked.sha256 = unit.loaded.sha256;
    checked.report = &report;
    checked.currency = currency;
    whole.protocols.push_back(std::move(checked));
    return emit::checkJson(whole, unit.language);
}

Check checkOf(const api::Unit& unit, const api::OnDay& now, const support::Date& date) {
    const model::Program& program = *unit.loaded.program;
    const baseline::ProtocolReport report = pipeline::judge(program, now.analysis, date);
    const baseline::Currency currency = baseline::currencyFor(program.library, now.protocol, date);
    Check check;
    for (const baseline::NormResult& result : report.results) {
        check.norms.push_back(verdictOf(unit, result));
        if (result.internalError) {
            check.defects.push_back(api::messageOf(api::failure(result.norm->id), unit.language));
        }
    }
    for (const baseline::Finding& finding : report.findings) {
        check.findings.push_back(messageOf(unit, finding));
    }
    check.notices = api::sentencesOf(emit::allNoticesOf(currency), unit.language);
    check.json = jsonOf(unit, report, currency);
    return check;
}

/// Why nothing can be said of a day; empty: something can.
std::vector<Message> refusal(const api::Unit& unit, const model::Protocol& protocol,
                             std::chrono::year_month_day day) {
    const auto date = api::dateOf(day);
    if (!date) {
        return api::noSuchDay(day, unit.language);
    }
    const auto unknown = pipeline::unknownLaw(unit.loaded.program->library, protocol, *date);
    return unknown ? std::vector{api::messageOf(unit.sources, *unknown, unit.language)} : std::vector<Message>();
}

} // namespace

api::OnDay::OnDay(const Unit& unit, const model::Protocol& original, const support::Date& date)
    : protocol(original) {
    protocol.asOf = date;
    analysis = pipeline::analyse(unit.loaded.program->library->vocabulary, protocol);
}

Protocol::Protocol(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}

const std::string& Protocol::name() const {
    return impl_->protocol->name;
}

const std::string& Protocol::label() const {
    return impl_->protocol->label;
}

Result<Check> Protocol::check(std::chrono::year_month_day day) const {
    const api::Unit& unit = *impl_->unit;
    return api::guarded(unit.language, [&]() -> Result<Check> {
        if (std::vector<Message> reasons = refusal(unit, *impl_->protocol, day); !reasons.empty()) {
            return reasons;
        }
        const support::Date date = *api::dateOf(day);
        return checkOf(unit, api::OnDay(unit, *impl_->protocol, date), date);
    });
}

Result<Decider> Protocol::decider(std::chrono::year_month_day day) const {
    const api::Unit& unit = *impl_->unit;
    return api::guarded(unit.language, [&]() -> Result<Decider> {
        if (std::vector<Message> reasons = refusal(unit, *impl_->protocol, day); !reasons.empty()) {
            return reasons;
        }
        const support::Date date = *api::dateOf(day);
        auto now = std::make_unique<const api::OnDay>(unit, *impl_->protocol, date);
        if (const auto reason = pipeline::whyNotDecided(now->analysis)) {
            return std::vector{api::messageOf(unit.sources, *reason, unit.language)};
        }
        emit::Decider decider = pipeline::deciderOf(unit.loaded.program->library, now->analysis, date);
        return Decider(std::make_shared<const Decider::Impl>(
            Decider::Impl{impl_->unit, std::move(now), std::move(decider)}));
    });
}

} // namespace meldc
