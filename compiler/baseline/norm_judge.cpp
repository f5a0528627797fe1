#include "baseline/norm_judge.h"

#include <algorithm>

#include "diagnostics/phrases.h"

namespace meldc::baseline {

namespace {

using diagnostics::phrase;
using diagnostics::Phrase;
using diagnostics::Severity;

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

    NormResult run() {
        result_.norm = &norm_;
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
        // In a world that was not made the norm may apply.
        if (isNowhere && !bench_.subject().truncated) {
            setInapplicable(applies.front());
            return std::move(result_);
        }
        for (const model::Requirement& requirement : norm_.requirements) addPart(requirement, applies);
        summarise(result_);
        addRemarks(applies);
        return std::move(result_);
    }

private:
    /// What is to be said besides a verdict that the norm is met.
    void addRemarks(const std::vector<Applies>& applies) {
        if (result_.status != Status::Satisfied) return;
        for (const model::Remark& remark : norm_.remarks) {
            // What is not there may stand in lines that were not read.
            const bool isOnAbsence = remark.when.kind == syntax::RequirementKind::Count &&
                                     remark.when.quantity == syntax::QuantityKind::None;
            if (isOnAbsence && !bench_.isWholeText()) continue;
            const PartResult part = judgePart(bench_, remark.when, true, applies, remark.text);
            if (part.status == Status::Satisfied && !part.vacuous) result_.remarks.push_back(remark.text);
        }
    }

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

    void applyCap(const std::optional<model::CapFor>& cap, PartResult& part) const {
        if (!cap || !isAccusation(part.status)) return;
        switch (cap->cap) {
            case model::Cap::Open:
                part.status = Status::Open;
                part.openBecause = OpenBecause::Human;
                part.severity = Severity::Info;
                part.message = cap->judge.isValid()
                                   ? phrase(Phrase::VerdictCappedFor, part.message, library_.vocabulary[cap->judge].label)
                                   : phrase(Phrase::VerdictCapped, part.message);
                break;
            case model::Cap::Warning: part.severity = std::min(part.severity, Severity::Warning); break;
            case model::Cap::Info: part.severity = Severity::Info; break;
        }
    }

    const model::Library& library_;
    const model::Norm& norm_;
    const model::Protocol& protocol_;
    Bench& bench_;
    NormResult result_;
};

void tellMessage(NormResult& result, const std::vector<const PartResult*>& worst) {
    const model::Norm& norm = *result.norm;
    const PartResult& decisive = *worst.front();
    const bool isNotMet = result.status == Status::Violated || result.status == Status::Waived;
    if (isNotMet && worst.size() > 1 && !norm.message.isEmpty()) {
        result.message = norm.message;
    } else if (result.status == Status::Satisfied) {
        result.message = phrase(result.vacuous ? Phrase::VerdictVacuous : Phrase::VerdictSatisfied);
    } else {
        result.message = decisive.message;
    }
    result.remedy = result.status == Status::Satisfied ? Localized() : norm.remedy;
    result.ask = {};
    if (result.status == Status::Open) {
        result.ask = norm.ask.isEmpty() ? askFor(*result.openBecause) : norm.ask;
    }
}

}  // namespace

int badness(Status status) {
    switch (status) {
        case Status::Violated: return 4;
        case Status::Contradicted: return 3;
        case Status::Open: return 2;
        case Status::Waived: return 1;
        case Status::Satisfied:
        case Status::NotApplicable: break;
    }
    return 0;
}

void summarise(NormResult& result) {
    std::vector<const PartResult*> worst;
    bool isVacuous = !result.parts.empty();
    result.severity = Severity::Info;
    result.internalError = false;
    for (const PartResult& part : result.parts) {
        result.internalError = result.internalError || part.internalError;
        isVacuous = isVacuous && part.vacuous;
        if (isAccusation(part.status)) result.severity = std::max(result.severity, part.severity);
        if (!worst.empty() && badness(part.status) < badness(worst.front()->status)) continue;
        if (!worst.empty() && badness(part.status) > badness(worst.front()->status)) worst.clear();
        worst.push_back(&part);
    }
    if (worst.empty()) return;
    const PartResult& decisive = *worst.front();
    result.status = decisive.status;
    result.openBecause = decisive.openBecause;
    result.vacuous = isVacuous && result.status == Status::Satisfied;
    result.evidence.clear();
    result.counterexample.reset();
    result.rival.reset();
    result.proof.reset();
    for (const PartResult* part : worst) {
        for (const Evidence& passage : part->evidence) addEvidence(result.evidence, passage);
        if (!result.counterexample && part->counterexample) {
            result.counterexample = part->counterexample;
            result.rival = part->rival;
        }
        if (!result.proof) result.proof = part->proof;
    }
    tellMessage(result, worst);
}

NormResult judgeNorm(const model::Library& library, const model::Norm& norm, const model::Protocol& protocol,
                     Bench& bench) {
    return NormJudge(library, norm, protocol, bench).run();
}

}  // namespace meldc::baseline
