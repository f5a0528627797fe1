#include "baseline/evaluate.h"

#include <algorithm>

#include "baseline/applicability.h"
#include "baseline/findings.h"
#include "baseline/part.h"
#include "diagnostics/phrases.h"

namespace meldc::baseline {

namespace {

using diagnostics::phrase;
using diagnostics::Phrase;
using diagnostics::Severity;

/// Parts take the worst: the higher the worse.
int badness(Status status) {
    switch (status) {
        case Status::Violated: return 3;
        case Status::Contradicted: return 2;
        case Status::Open: return 1;
        default: return 0;
    }
}

bool isAccusation(Status status) { return status == Status::Violated || status == Status::Contradicted; }

Severity lower(Severity severity) { return severity == Severity::Error ? Severity::Warning : Severity::Info; }

Severity severityOf(syntax::SeverityWord word) {
    switch (word) {
        case syntax::SeverityWord::Error: return Severity::Error;
        case syntax::SeverityWord::Warning: return Severity::Warning;
        case syntax::SeverityWord::Info: break;
    }
    return Severity::Info;
}

class NormJudge {
public:
    NormJudge(const model::Library& library, const model::Norm& norm, const model::Protocol& protocol, Bench& bench)
        : library_(library), norm_(norm), protocol_(protocol), bench_(bench) {}

    NormResult run(std::vector<GroundOnDate> grounds) {
        result_.norm = &norm_;
        result_.grounds = std::move(grounds);
        result_.provisional = restOnUnreadLaw(result_.grounds);
        const Applies unit = appliesToUnit(norm_, protocol_);
        if (unit.value == Tri::No) {
            setInapplicable(unit);
            return std::move(result_);
        }
        std::vector<Applies> applies;
        for (const model::Protocol& world : bench_.subject().selected) {
            applies.push_back(appliesInWorld(library_, norm_, world, bench_.isWholeText()));
        }
        const bool isNowhere = std::all_of(applies.begin(), applies.end(),
                                           [](const Applies& each) { return each.value == Tri::No; });
        if (isNowhere) {
            setInapplicable(applies.front());
            return std::move(result_);
        }
        for (const model::Requirement& requirement : norm_.requirements) addPart(requirement, applies);
        summarise();
        return std::move(result_);
    }

private:
    void setInapplicable(const Applies& applies) {
        result_.status = Status::NotApplicable;
        result_.because = applies.because;
        result_.message = applies.because;
        result_.evidence = applies.evidence;
    }

    /// What a breach of this norm weighs, by its layer or as the organisation set it.
    Severity weight() const {
        switch (norm_.layer) {
            case model::Layer::Law: return Severity::Error;
            case model::Layer::Norm: return Severity::Warning;
            case model::Layer::Advice: return Severity::Info;
            case model::Layer::House: break;
        }
        const model::AdheresTo* adheres = adherenceTo(norm_, protocol_);
        return adheres == nullptr ? Severity::Info : severityOf(adheres->severity);
    }

    void addPart(const model::Requirement& requirement, const std::vector<Applies>& applies) {
        const Localized& message = requirement.message.isEmpty() ? norm_.message : requirement.message;
        PartResult part = judgePart(bench_, requirement, norm_.silenceViolates, applies, message);
        if (isAccusation(part.status)) {
            part.severity = part.status == Status::Contradicted ? lower(weight()) : weight();
            for (const auto& cap : {norm_.cap, requirement.cap}) applyCap(cap, part);
        }
        result_.parts.push_back(std::move(part));
    }

    static void applyCap(const std::optional<model::Cap>& cap, PartResult& part) {
        if (!cap || !isAccusation(part.status)) return;
        switch (*cap) {
            case model::Cap::Open:
                part.status = Status::Open;
                part.openBecause = OpenBecause::Human;
                part.severity = Severity::Info;
                part.message = phrase(Phrase::VerdictCapped, part.message);
                break;
            case model::Cap::Warning: part.severity = std::min(part.severity, Severity::Warning); break;
            case model::Cap::Info: part.severity = Severity::Info; break;
        }
    }

    void summarise() {
        std::vector<const PartResult*> worst;
        bool isVacuous = !result_.parts.empty();
        for (const PartResult& part : result_.parts) {
            result_.internalError = result_.internalError || part.internalError;
            isVacuous = isVacuous && part.vacuous;
            if (isAccusation(part.status)) result_.severity = std::max(result_.severity, part.severity);
            if (!worst.empty() && badness(part.status) < badness(worst.front()->status)) continue;
            if (!worst.empty() && badness(part.status) > badness(worst.front()->status)) worst.clear();
            worst.push_back(&part);
        }
        if (worst.empty()) return;
        const PartResult& decisive = *worst.front();
        result_.status = decisive.status;
        result_.openBecause = decisive.openBecause;
        result_.vacuous = isVacuous && result_.status == Status::Satisfied;
        for (const PartResult* part : worst) {
            for (const Evidence& passage : part->evidence) addEvidence(result_.evidence, passage);
            if (!result_.counterexample && part->counterexample) {
                result_.counterexample = part->counterexample;
                result_.rival = part->rival;
            }
            if (!result_.proof) result_.proof = part->proof;
        }
        tellMessage(worst);
    }

    void tellMessage(const std::vector<const PartResult*>& worst) {
        const PartResult& decisive = *worst.front();
        const bool isOneOfSeveral = worst.size() == 1;
        if (result_.status == Status::Violated && !isOneOfSeveral && !norm_.message.isEmpty()) {
            result_.message = norm_.message;
        } else if (result_.status == Status::Satisfied) {
            result_.message = phrase(result_.vacuous ? Phrase::VerdictVacuous : Phrase::VerdictSatisfied);
        } else {
            result_.message = decisive.message;
        }
        if (result_.status != Status::Satisfied) result_.remedy = norm_.remedy;
        if (result_.status == Status::Open) {
            result_.ask = norm_.ask.isEmpty() ? askFor(*result_.openBecause) : norm_.ask;
        }
    }

    const model::Library& library_;
    const model::Norm& norm_;
    const model::Protocol& protocol_;
    Bench& bench_;
    NormResult result_;
};

/// A waiver of this norm for this unit on this day, or null.
const model::Waiver* waiverOf(const std::vector<model::Waiver>& waivers, const model::Norm& norm,
                              const model::Protocol& protocol, const support::Date& date) {
    const auto at = std::find_if(waivers.begin(), waivers.end(), [&](const model::Waiver& each) {
        return each.norm == norm.id && each.unit == protocol.name && each.valid.contains(date);
    });
    return at == waivers.end() ? nullptr : &*at;
}

void applyWaiver(const model::Waiver& waiver, NormResult& result) {
    if (badness(result.status) == 0 || result.internalError) return;
    result.status = Status::Waived;
    result.openBecause.reset();
    result.severity = Severity::Info;
    result.waiver = &waiver;
    result.because = phrase(Phrase::VerdictWaived, waiver.reason, waiver.decidedBy);
}

}  // namespace

ProtocolReport evaluate(const model::Library& library, const std::vector<model::Waiver>& waivers,
                        const check::Subject& subject, std::vector<check::Finding> findings,
                        const support::Date& date) {
    const model::Protocol& protocol = subject.protocol;
    ProtocolReport report;
    report.protocol = &protocol;
    report.findings = tellFindings(subject, std::move(findings));
    Bench bench(library.vocabulary, subject, report.findings);
    for (const model::Norm& norm : library.norms) {
        auto grounds = groundsFor(library.vocabulary, norm, protocol, date);
        if (!isSelected(library.vocabulary, norm, protocol, grounds)) continue;
        NormResult result = NormJudge(library, norm, protocol, bench).run(std::move(grounds));
        if (const model::Waiver* waiver = waiverOf(waivers, norm, protocol, date)) {
            if (norm.layer == model::Layer::Law) {
                report.refusedWaivers.push_back(waiver);
            } else {
                applyWaiver(*waiver, result);
            }
        }
        report.results.push_back(std::move(result));
    }
    return report;
}

}  // namespace meldc::baseline
