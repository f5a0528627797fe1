#include "baseline/part.h"

#include <algorithm>
#include <map>

#include "baseline/behavioural.h"
#include "baseline/coverage.h"
#include "model/statements.h"
#include "diagnostics/phrases.h"

namespace meldc::baseline {

namespace {

using diagnostics::phrase;
using diagnostics::Phrase;
using syntax::RequirementKind;

DraftWorlds makeDraftWorlds(const model::Vocabulary& vocabulary, const model::Protocol& protocol) {
    model::Protocol undrafted = protocol;
    model::forEachOrigin(undrafted, [](model::Origin& origin) { origin.draft = false; });
    DraftWorlds result;
    result.worlds = model::worldsOf(undrafted).all;
    for (const model::World& world : result.worlds) {
        result.selected.push_back(model::select(undrafted, world));
        result.decisions.push_back(logic::compile(vocabulary, result.selected.back()));
    }
    return result;
}

/// Whether the statements of a slot are about the outcome of cases.
bool bearsOnDecision(model::SlotKind slot) {
    switch (slot) {
        case model::SlotKind::Edge:
        case model::SlotKind::AnswerYes:
        case model::SlotKind::TaskModality: return true;
        case model::SlotKind::Owner:
        case model::SlotKind::Reporter:
        case model::SlotKind::Decider:
        case model::SlotKind::DecisionForm:
        case model::SlotKind::RestsOn:
        case model::SlotKind::Authority:
        case model::SlotKind::Adopted:
        case model::SlotKind::StepFunction: return false;
    }
    return true;
}

bool haveSameDecision(const model::Protocol& protocol, const model::World& a, const model::World& b) {
    if (a.readings != b.readings) return false;
    for (std::size_t group = 0; group < protocol.variantGroups.size(); ++group) {
        const bool differs = a.values[group] != b.values[group];
        if (differs && bearsOnDecision(protocol.variantGroups[group].slot)) return false;
    }
    return true;
}

std::vector<std::size_t> groupByDecision(const model::Protocol& protocol, const std::vector<model::World>& worlds) {
    std::vector<std::size_t> firsts;
    for (std::size_t at = 0; at < worlds.size(); ++at) {
        std::size_t first = 0;
        while (first < at && !haveSameDecision(protocol, worlds[first], worlds[at])) ++first;
        firsts.push_back(first);
    }
    return firsts;
}

}  // namespace

Bench::Bench(const model::Vocabulary& vocabulary, const check::Subject& subject, const std::vector<Finding>& findings)
    : vocabulary_(vocabulary), subject_(subject), findings_(findings),
      firstWithSameDecision_(groupByDecision(subject.protocol, subject.worlds)),
      sameRows_(vocabulary, subject.selected),
      isWholeText_(isWhollyRead(subject)), searches_(subject.protocol, subject.reading) {
    model::forEachOrigin(subject.protocol, [&](const model::Origin& origin) { hasDrafts_ = hasDrafts_ || origin.draft; });
}

std::vector<std::size_t> Bench::firstsAlike(const model::Requirement& requirement) {
    std::vector<const std::vector<std::size_t>*> aspects;
    const auto look = [&](const model::Requirement& each) {
        if (each.kind <= RequirementKind::After) {
            aspects.push_back(&firstWithSameDecision_);
        } else if (each.kind == RequirementKind::Count || each.kind == RequirementKind::Each) {
            aspects.push_back(&sameRows_.firsts(each.table));
        }
    };
    look(requirement);
    for (const model::Requirement& other : requirement.otherwise) look(other);
    std::map<std::vector<std::size_t>, std::size_t> known;
    std::vector<std::size_t> firsts;
    for (std::size_t at = 0; at < subject_.worlds.size(); ++at) {
        std::vector<std::size_t> seen;
        for (const auto* aspect : aspects) seen.push_back((*aspect)[at]);
        // Which drafts count, differs from world to world.
        if (hasDrafts_ && !requirement.isBehavioural()) seen.push_back(at);
        firsts.push_back(known.emplace(std::move(seen), at).first->second);
    }
    return firsts;
}

const DraftWorlds& Bench::draftWorlds() {
    if (!draftWorlds_) draftWorlds_ = makeDraftWorlds(vocabulary_, subject_.protocol);
    return *draftWorlds_;
}

WorldVerdict Bench::judgeFindings(const model::Requirement& requirement) const {
    WorldVerdict verdict;
    const auto* wanted = diagnostics::findBySlugOrCode(requirement.finding);
    for (const Finding& finding : findings_) {
        if (wanted == nullptr || finding.diagnostic.id != wanted->id) continue;
        verdict.status = Status::Violated;
        if (verdict.finding == nullptr) verdict.finding = &finding;
        for (const Evidence& passage : finding.evidence) addEvidence(verdict.evidence, passage);
        addEvidence(verdict.evidence, Evidence{finding.diagnostic.span, {}});
    }
    const bool isSilence = verdict.finding != nullptr && check::restsOnSilence(wanted->id);
    if (isSilence && !isWholeText_) leaveOpen(verdict, OpenBecause::NotEncoded);
    return verdict;
}

WorldVerdict Bench::judgeIn(const model::Requirement& requirement, SilenceRule silence, const model::Protocol& world,
                            const logic::Decision& decision) const {
    auto verdict = judgeAlone(requirement, silence, world, decision);
    std::vector<WorldVerdict> others;
    for (const model::Requirement& other : requirement.otherwise) {
        // One way to meet it is enough, and vacuously is the least of them.
        if (verdict.status == Status::Satisfied && !verdict.vacuous) return verdict;
        auto next = judgeAlone(other, silence, world, decision);
        next.alternative = &other;
        const bool isMet = next.status == Status::Satisfied && (!next.vacuous || verdict.status != Status::Satisfied);
        // Violated only when every way is: an open one leaves it open.
        const bool isMilder = next.status == Status::Open && verdict.status == Status::Violated;
        if (isMet || isMilder) std::swap(verdict, next);
        others.push_back(std::move(next));
    }
    if (verdict.status == Status::Satisfied) return verdict;
    for (const WorldVerdict& other : others) {
        for (const Evidence& passage : other.evidence) addEvidence(verdict.evidence, passage);
    }
    return verdict;
}

WorldVerdict Bench::judgeAlone(const model::Requirement& requirement, SilenceRule silence,
                               const model::Protocol& world, const logic::Decision& decision) const {
    if (requirement.kind <= RequirementKind::After) return judgeBehavioural(vocabulary_, decision, requirement, isWholeText_);
    switch (requirement.kind) {
        case RequirementKind::NoFinding: return judgeFindings(requirement);
        case RequirementKind::Human: {
            WorldVerdict verdict;
            leaveOpen(verdict, OpenBecause::Human);
            return verdict;
        }
        default: return judgeStructural(vocabulary_, world, requirement, silence);
    }
}

WorldVerdict Bench::judge(const model::Requirement& requirement, SilenceRule silence, std::size_t at) {
    auto verdict = judgeIn(requirement, silence, subject_.selected[at], subject_.decisions[at]);
    if (!hasDrafts_ || verdict.status != Status::Violated) return verdict;
    const DraftWorlds& drafts = draftWorlds();
    for (std::size_t other = 0; other < drafts.worlds.size(); ++other) {
        if (drafts.worlds[other].readings != subject_.worlds[at].readings) continue;
        auto drafted = judgeIn(requirement, silence, drafts.selected[other], drafts.decisions[other]);
        if (drafted.status == Status::Violated) continue;
        WorldVerdict result;
        leaveOpen(result, OpenBecause::Placeholder);
        result.isDraft = true;
        result.evidence = std::move(drafted.evidence);
        return result;
    }
    return verdict;
}

namespace {

class PartJudge {
public:
    PartJudge(Bench& bench, const model::Requirement& requirement, const Localized& message)
        : bench_(bench), requirement_(requirement), message_(message) {}

    PartResult run(bool silenceViolates, const std::vector<Applies>& applies) {
        const auto& worlds = bench_.subject().worlds;
        const auto firsts = bench_.firstsAlike(requirement_);
        for (std::size_t at = 0; at < worlds.size(); ++at) {
            static const Applies kYes;
            const Applies& here = applies.empty() ? kYes : applies[at];
            const std::size_t first = firsts[at];
            const bool isKnown = first < at && here.value == Tri::Yes &&
                                 (applies.empty() || applies[first].value == Tri::Yes);
            verdicts_.push_back(isKnown ? verdicts_[first] : judgeWhere(silenceViolates, here, at));
        }
        combined_ = combine(worlds, verdicts_);
        if (bench_.subject().truncated) leaveOthersOpen();
        result_.status = combined_.status;
        result_.openBecause = combined_.openBecause;
        result_.vacuous = combined_.vacuous;
        if (combined_.rival) {
            result_.evidence = rivalPassages(bench_.subject().protocol, worlds[combined_.shown],
                                             worlds[*combined_.rival]);
        }
        showProof();
        for (const Evidence& passage : shown().evidence) addEvidence(result_.evidence, passage);
        tellMessage();
        return std::move(result_);
    }

    PartVerdicts takeVerdicts() { return std::move(verdicts_); }

private:
    const WorldVerdict& shown() const { return verdicts_[combined_.shown]; }

    /// What holds or fails in the worlds that were made need not do so in the others. A contradiction
    /// stays one when all worlds have the same readings.
    void leaveOthersOpen() {
        const bool staysSo =
            combined_.status == Status::Open ||
            (combined_.status == Status::Contradicted && bench_.subject().protocol.ambiguities.empty());
        if (staysSo) return;
        combined_.status = Status::Open;
        combined_.openBecause = OpenBecause::Ambiguous;
        combined_.vacuous = false;
        result_.truncated = true;
    }

    WorldVerdict judgeWhere(bool silenceViolates, const Applies& applies, std::size_t at) {
        WorldVerdict verdict;
        if (applies.value == Tri::No) {
            verdict.vacuous = true;
            return verdict;
        }
        const SilenceRule silence{silenceViolates, bench_.isWholeText(), bench_.searches()};
        if (applies.value == Tri::Yes) return bench_.judge(requirement_, silence, at);
        // What is met whether the condition holds or not, is met. Of a framework that is still to be
        // chosen nothing can be said.
        if (!applies.isFrameworkUnknown) {
            verdict = bench_.judge(requirement_, silence, at);
            if (verdict.status != Status::Violated) return verdict;
            verdict = {};
        }
        // Where no framework is named and no question asked, there is nothing to choose either.
        const bool hasNothing = applies.isFrameworkUnknown && applies.words.empty() && applies.evidence.empty();
        if (hasNothing && requirement_.isBehavioural() && !bench_.subject().decisions[at].exists()) {
            leaveOpen(verdict, OpenBecause::NoDecision);
            return verdict;
        }
        leaveOpen(verdict, applies.why);
        verdict.isConditionUnknown = applies.why == OpenBecause::NotEncoded;
        verdict.isFrameworkUnknown = applies.isFrameworkUnknown;
        verdict.evidence = applies.evidence;
        verdict.words = applies.words;
        return verdict;
    }

    Told toldIn(std::size_t world, const std::vector<Localized>& premises) const {
        return {bench_.vocabulary(), bench_.subject().selected[world], &judged(), premises};
    }

    /// The way to meet the requirement that the shown verdict is about.
    const model::Requirement& judged() const {
        return shown().alternative == nullptr ? requirement_ : *shown().alternative;
    }

    /// Replays and tells the case; a rival world is told besides.
    void showProof() {
        const bool isReplayFailed = std::any_of(verdicts_.begin(), verdicts_.end(), [](const WorldVerdict& each) {
            return each.proof && each.proof->replayFailed;
        });
        if (isReplayFailed) {
            result_.internalError = true;
            result_.status = Status::Open;
            result_.openBecause = OpenBecause::Human;
            return;
        }
        const WorldVerdict& verdict = shown();
        if (verdict.finding != nullptr) result_.counterexample = verdict.finding->counterexample;
        if (!verdict.proof) return;
        const auto& worlds = bench_.subject().worlds;
        const logic::Proof& proof = *verdict.proof;
        result_.proof = ProofInfo{phrase(Phrase::MethodAllCases), proof.count, proof.assumptions};
        for (const model::Ambiguity& each : bench_.subject().protocol.ambiguities) {
            // However such a sentence is read, the verdict is the same: unless that is the matter.
            if (!combined_.rival && !each.label.empty()) result_.proof->assumptions.push_back(each.label);
        }
        std::vector<Localized> premises;
        if (combined_.rival) {
            premises = premisesOf(bench_.subject().protocol, worlds[combined_.shown], worlds[*combined_.rival]);
        }
        Told told = toldIn(combined_.shown, premises);
        told.noReassessment = proof.noReassessment;
        result_.counterexample = caseOf(told, worlds[combined_.shown], proof);
        if (!result_.counterexample) {
            if (result_.status == Status::Satisfied) result_.evidence = sourcesOfGoal(told.world, judged());
            return;
        }
        for (const Evidence& passage : evidenceOf(told.world, result_.counterexample->walk)) {
            addEvidence(result_.evidence, passage);
        }
        if (combined_.rival) tellRivalWorld(*combined_.rival);
    }

    void tellRivalWorld(std::size_t rival) {
        const auto& worlds = bench_.subject().worlds;
        const auto premises = premisesOf(bench_.subject().protocol, worlds[rival], worlds[combined_.shown]);
        Told told = toldIn(rival, premises);
        told.isRival = true;
        result_.rival = walkThrough(told, worlds[rival], result_.counterexample->facts, result_.counterexample->assumed);
        // A rival that is open itself does not say that the goal is met.
        if (verdicts_[rival].status != Status::Satisfied) return;
        const std::vector<Localized> both{result_.counterexample->story, tellRival(told, *result_.rival)};
        result_.counterexample->story = diagnostics::joined(both, " ");
    }

    Localized words() const {
        std::vector<Localized> quoted;
        for (const std::string& each : shown().words) {
            const auto text = support::same("‘" + each + "’");
            if (std::find(quoted.begin(), quoted.end(), text) == quoted.end()) quoted.push_back(text);
        }
        return listed(quoted);
    }

    void tellMessage() {
        if (result_.internalError) {
            result_.message = phrase(Phrase::VerdictInternal);
            return;
        }
        switch (result_.status) {
            case Status::Satisfied:
                result_.message = phrase(result_.vacuous ? Phrase::VerdictVacuous : Phrase::VerdictSatisfied);
                break;
            case Status::Violated: result_.message = message_; break;
            case Status::Contradicted: result_.message = phrase(Phrase::VerdictContradicted, message_); break;
            default: result_.message = openMessage(); break;
        }
    }

    Localized openMessage() const {
        const WorldVerdict& verdict = shown();
        if (result_.truncated) {
            const std::size_t count = bench_.subject().worlds.size();
            return verdict.status == Status::Violated ? phrase(Phrase::VerdictFirstWorldsFail, count, message_)
                                                      : phrase(Phrase::VerdictFirstWorlds, count);
        }
        switch (*result_.openBecause) {
            case OpenBecause::Silent: return phrase(Phrase::VerdictSilent, message_);
            case OpenBecause::OpenTerm:
                return verdict.words.empty() ? phrase(Phrase::VerdictAgreed) : phrase(Phrase::VerdictOpenTerm, words());
            case OpenBecause::Ambiguous:
                return verdict.status == Status::Violated ? phrase(Phrase::VerdictAmbiguous, message_)
                                                          : phrase(Phrase::VerdictAmbiguousOpen);
            case OpenBecause::Human:
                return phrase(verdict.isTooLarge ? Phrase::VerdictTooLarge : Phrase::VerdictHuman);
            case OpenBecause::OutsideText: return phrase(Phrase::VerdictOutsideText);
            case OpenBecause::Placeholder:
                if (verdict.isDraft) return phrase(Phrase::VerdictDraft);
                if (verdict.isFrameworkUnknown) return phrase(Phrase::VerdictNoFramework);
                return phrase(Phrase::VerdictPlaceholder, words());
            case OpenBecause::NotEncoded:
                if (verdict.isConditionUnknown) return phrase(Phrase::VerdictConditionNotEncoded);
                return phrase(Phrase::VerdictNotEncoded, message_);
            case OpenBecause::NoDecision: return phrase(Phrase::VerdictNoDecision);
            case OpenBecause::DoubtNotCounted: return phrase(Phrase::VerdictDoubtNotCounted);
        }
        return {};
    }

    Bench& bench_;
    const model::Requirement& requirement_;
    const Localized& message_;
    PartVerdicts verdicts_;
    Combined combined_;
    PartResult result_;
};

}  // namespace

PartResult judgePart(Bench& bench, const model::Requirement& requirement, bool silenceViolates,
                     const std::vector<Applies>& applies, const Localized& message, PartVerdicts* verdicts) {
    PartJudge judge(bench, requirement, message);
    PartResult result = judge.run(silenceViolates, applies);
    if (verdicts != nullptr) *verdicts = judge.takeVerdicts();
    return result;
}

Localized askFor(OpenBecause because) {
    switch (because) {
        case OpenBecause::Silent: return phrase(Phrase::AskSilent);
        case OpenBecause::OpenTerm: return phrase(Phrase::AskOpenTerm);
        case OpenBecause::Ambiguous: return phrase(Phrase::AskAmbiguous);
        case OpenBecause::Human: return phrase(Phrase::AskHuman);
        case OpenBecause::OutsideText: return phrase(Phrase::AskOutsideText);
        case OpenBecause::Placeholder: return phrase(Phrase::AskPlaceholder);
        case OpenBecause::NotEncoded: return phrase(Phrase::AskNotEncoded);
        case OpenBecause::NoDecision: return phrase(Phrase::AskNoDecision);
        case OpenBecause::DoubtNotCounted: return phrase(Phrase::AskDoubtNotCounted);
    }
    return {};
}

}  // namespace meldc::baseline
