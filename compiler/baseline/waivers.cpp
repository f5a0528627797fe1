#include "baseline/waivers.h"

#include <algorithm>

#include "baseline/norm_judge.h"
#include "diagnostics/phrases.h"
#include "diagnostics/wording.h"

namespace meldc::baseline {

namespace {

using diagnostics::Diag;
using diagnostics::Diagnostic;
using diagnostics::make;
using diagnostics::phrase;
using diagnostics::Phrase;
using diagnostics::Wording;
using diagnostics::wording;

Localized hintFor(const std::string& nearest) {
    return nearest.empty() ? wording(Wording::SeeTheName) : wording(Wording::PerhapsMeant, {nearest});
}

Localized dayOf(const std::optional<support::Date>& date) {
    return support::same(date ? date->str() : std::string());
}

/// It holds from its first day on, but not before it was decided.
support::Date firstDayOf(const model::Waiver& waiver) {
    return waiver.valid.from ? std::max(*waiver.valid.from, waiver.decidedOn) : waiver.decidedOn;
}

class WaiverJudge {
public:
    WaiverJudge(const model::Library& library, const std::vector<model::Waiver>& waivers,
                const model::Protocol& protocol, const std::vector<NormResult>& results, const support::Date& date)
        : library_(library), waivers_(waivers), protocol_(protocol), results_(results), date_(date) {}

    std::optional<Diagnostic> judge(const model::Waiver& waiver) const {
        if (!waiver.isUnitKnown) {
            return make<Diag::WaiverUnknownProtocol>(waiver.span, waiver.unit, hintFor(waiver.nearestUnit));
        }
        if (waiver.unit != protocol_.name) return std::nullopt;
        const model::Norm* norm = library_.findNorm(waiver.norm);
        if (norm == nullptr) {
            return make<Diag::WaiverUnknownNorm>(waiver.span, waiver.norm, hintFor(waiver.nearestNorm));
        }
        if (norm->layer == model::Layer::Law) return make<Diag::WaiverOfLaw>(waiver.span, waiver.norm);
        if (date_ < firstDayOf(waiver)) {
            return make<Diag::WaiverNotYetValid>(waiver.span, waiver.norm, support::same(firstDayOf(waiver).str()));
        }
        if (waiver.valid.until && *waiver.valid.until < date_) {
            return make<Diag::WaiverExpired>(waiver.span, waiver.norm, dayOf(waiver.valid.until));
        }
        return inTime(waiver, *norm);
    }

private:
    /// It holds on the day: does it do anything?
    std::optional<Diagnostic> inTime(const model::Waiver& waiver, const model::Norm& norm) const {
        const auto unneeded = [&](Phrase why) {
            return make<Diag::WaiverUnused>(waiver.span, waiver.norm, phrase(why));
        };
        const auto at = std::find_if(results_.begin(), results_.end(),
                                     [&](const NormResult& each) { return each.norm == &norm; });
        if (at == results_.end()) return unneeded(Phrase::UnneededAbsent);
        if (at->waiver == &waiver) return std::nullopt;
        if (waiverOn(waivers_, norm, protocol_, date_) != &waiver) return unneeded(Phrase::UnneededOther);
        switch (at->status) {
            case Status::NotApplicable: return unneeded(Phrase::UnneededInapplicable);
            case Status::Contradicted:
                return make<Diag::WaiverUndecided>(waiver.span, waiver.norm, phrase(Phrase::UndecidedContradicted));
            case Status::Open:
                return make<Diag::WaiverUndecided>(waiver.span, waiver.norm, phrase(Phrase::UndecidedOpen));
            case Status::Satisfied:
            case Status::Violated:
            case Status::Waived: break;
        }
        return unneeded(Phrase::UnneededMet);
    }

    const model::Library& library_;
    const std::vector<model::Waiver>& waivers_;
    const model::Protocol& protocol_;
    const std::vector<NormResult>& results_;
    const support::Date& date_;
};

}  // namespace

const model::Waiver* waiverOn(const std::vector<model::Waiver>& waivers, const model::Norm& norm,
                              const model::Protocol& protocol, const support::Date& date) {
    if (norm.layer == model::Layer::Law) return nullptr;
    for (const model::Waiver* each : model::waiversFor(waivers, protocol)) {
        if (each->norm == norm.id && each->valid.contains(date) && firstDayOf(*each) <= date) return each;
    }
    return nullptr;
}

void waive(const model::Waiver& waiver, NormResult& result) {
    if (result.internalError) return;
    bool isUsed = false;
    for (PartResult& part : result.parts) {
        if (part.status != Status::Violated) continue;
        part.status = Status::Waived;
        part.severity = diagnostics::Severity::Info;
        isUsed = true;
    }
    if (!isUsed) return;
    summarise(result);
    result.waiver = &waiver;
    result.because = phrase(Phrase::VerdictWaived, waiver.reasonClause(), waiver.decidedBy,
                            support::same(waiver.decidedOn.str()), dayOf(waiver.valid.from), dayOf(waiver.valid.until));
}

std::vector<Finding> waiverFindings(const model::Library& library, const std::vector<model::Waiver>& waivers,
                                    const model::Protocol& protocol, const std::vector<NormResult>& results,
                                    const support::Date& date) {
    const WaiverJudge judge(library, waivers, protocol, results, date);
    std::vector<Finding> findings;
    for (const model::Waiver& waiver : waivers) {
        if (auto diagnostic = judge.judge(waiver)) findings.push_back({std::move(*diagnostic), {}, std::nullopt});
    }
    return findings;
}

}  // namespace meldc::baseline
