#include "emit/answers/prove_report.h"

#include "diagnostics/phrases.h"
#include "emit/answers/quotation_text.h"
#include "emit/facts.h"
#include "emit/flow/path.h"
#include "emit/json_parts.h"
#include "emit/layout.h"
#include "emit/notices.h"
#include "emit/report_view.h"
#include "emit/words.h"

#include <algorithm>

namespace meldc::emit {

namespace {

using baseline::Status;
using diagnostics::Phrase;
using diagnostics::phrase;
using support::Language;
using support::Localized;

std::string_view resultWord(const baseline::ProveResult& result) {
    switch (result.part.status) {
    case Status::Satisfied:
    case Status::NotApplicable:
    case Status::Waived:
        return "holds";
    case Status::Violated:
        return "refuted";
    case Status::Contradicted:
        return "contradicted";
    case Status::Open:
        break;
    }
    return "open";
}

/// What a requirement of this kind says when it holds: of all cases, of some case, or of the text.
Phrase howItHolds(model::RequirementKind kind) {
    switch (kind) {
    case model::RequirementKind::Always:
    case model::RequirementKind::Never:
    case model::RequirementKind::Monotone:
    case model::RequirementKind::After:
        return Phrase::ProveHolds;
    case model::RequirementKind::Possible:
        return Phrase::ProveHoldsPossible;
    default:
        return Phrase::ProveHoldsText;
    }
}

/// The norms that ask in this case for what the code does not do.
std::vector<const model::Norm*> brokenNorms(const Decider& decider,
                                            const baseline::Counterexample& example) {
    std::vector<const model::Norm*> result;
    for (const model::Norm* norm : decider.norms) {
        const bool isBroken = std::any_of(
            norm->requirements.begin(), norm->requirements.end(),
            [&](const model::Requirement& requirement) {
                return requirement.isDemand() &&
                       !logic::satisfies(example.walk.outcome, requirement.goal, false) &&
                       logic::evaluateCondition(decider.library->vocabulary, *decider.protocol,
                                                *requirement.when, example.facts,
                                                example.assumed) == model::Answer::Yes;
            });
        if (isBroken) {
            result.push_back(norm);
        }
    }
    return result;
}

/// Duties that always demand what is asked and have no condition: they give no consequence of a case.
std::vector<const model::Task*> unconditionalDuties(const model::Protocol& world,
                                                    const model::Requirement& requirement) {
    std::vector<const model::Task*> result;
    if (requirement.kind != model::RequirementKind::Always ||
        requirement.goal.kind != model::GoalKind::Must) {
        return result;
    }
    for (const model::Task& task : world.tasks) {
        const bool isOfGoal =
            std::find(task.consequences.begin(), task.consequences.end(),
                      requirement.goal.consequence) != task.consequences.end();
        if (isOfGoal && task.modality == model::Modality::Must && !task.condition) {
            result.push_back(&task);
        }
    }
    return result;
}

class ProveTeller {
public:
    ProveTeller(const ProveReport& report, Language language)
        : report_(report), language_(language), quoted_(language, "    ") {}

    std::string tell() {
        const baseline::PartResult& part = report_.result->part;
        paragraph(diagnostics::sentence(headlineOf(report_)), "", "");
        worlds();
        if (part.counterexample) {
            out_ += '\n';
            this->example(*part.counterexample);
        } else {
            for (const At& at : placesOf(*report_.sources, part.evidence, report_.quotes)) {
                paragraph(phrase(Phrase::ReportPlace, told(at)), "  ", "    ");
                quotation(at);
            }
        }
        if (part.proof) {
            out_ += '\n';
            count(*part.proof);
        }
        for (const Localized& notice : noticesOf(report_.decider.currency)) {
            paragraph(diagnostics::sentence(notice), "", "  ");
        }
        return std::move(out_);
    }

private:
    void worlds() {
        const baseline::ProveResult& result = *report_.result;
        const std::size_t all = result.holds + result.refuted + result.open;
        if (result.truncated) {
            paragraph(diagnostics::sentence(phrase(Phrase::ProveFirstWorlds, all, result.holds,
                                                   result.refuted, result.open)),
                      "", "");
        } else if (all > 1 && (result.holds == all || result.refuted == all)) {
            paragraph(diagnostics::sentence(phrase(Phrase::ProveAllWorlds, all)), "", "");
        } else if (all > 1) {
            paragraph(diagnostics::sentence(phrase(Phrase::ProveWorlds, all, result.holds,
                                                   result.refuted, result.open)),
                      "", "");
        }
    }

    void example(const baseline::Counterexample& example) {
        const Decider& decider = report_.decider;
        paragraph(diagnostics::sentence(example.story), "  ", "  ");
        const model::Protocol world = model::select(*decider.protocol, example.world);
        for (const logic::PathStep& step : example.walk.path) {
            const model::Question& question = world.questions[step.question];
            const std::vector<At> all =
                placesOf(*report_.sources, question.origin, report_.quotes);
            std::vector<Localized> places;
            for (const At& at : all) {
                places.push_back(told(at));
            }
            const Phrase answered = step.answer == model::Answer::Yes  ? Phrase::StoryYes
                                    : step.answer == model::Answer::No ? Phrase::StoryNo
                                                                       : Phrase::StoryDoubt;
            paragraph(phrase(Phrase::DecidePathStep, question.id, support::same(question.label),
                             phrase(answered), diagnostics::joined(places, "; ")),
                      "  - ", "    ");
            std::for_each(all.begin(), all.end(), [this](const At& at) { quotation(at); });
        }
        facts(example, world);
        for (const model::Task* task : unconditionalDuties(world, *report_.requirement)) {
            std::vector<Localized> places;
            for (const At& at : placesOf(*report_.sources, task->origin, report_.quotes)) {
                places.push_back(told(at));
            }
            paragraph(diagnostics::sentence(
                          phrase(Phrase::ProveUnconditional, diagnostics::joined(places, "; "))),
                      "  ", "    ");
        }
        for (const std::size_t index : promisesBroken(decider, example)) {
            const model::Meldnorm& meldnorm = decider.protocol->meldnormen[index];
            std::vector<Localized> parts{
                meldnorm.label.empty()
                    ? phrase(Phrase::ProvePromisedPlain, meldnorm.id)
                    : phrase(Phrase::ProvePromised, meldnorm.id, support::same(meldnorm.label))};
            const std::vector<At> all =
                placesOf(*report_.sources, meldnorm.origin, report_.quotes);
            for (const At& at : all) {
                parts.push_back(told(at));
            }
            paragraph(diagnostics::sentence(diagnostics::joined(parts, "; ")), "  ", "    ");
            std::for_each(all.begin(), all.end(), [this](const At& at) { quotation(at); });
        }
        std::vector<Localized> names;
        for (const model::Norm* norm : brokenNorms(decider, example)) {
            names.push_back(support::same(norm->id + " " + norm->title));
        }
        if (!names.empty()) {
            paragraph(diagnostics::sentence(
                          phrase(Phrase::ProveAsked, diagnostics::joined(names, "; "))),
                      "  ", "    ");
        }
    }

    /// The case in a form that `decide --case` takes.
    void facts(const baseline::Counterexample& example, const model::Protocol& world) {
        const model::Vocabulary& vocabulary = report_.decider.library->vocabulary;
        std::string text;
        for (const model::FactId fact : factsToShow(vocabulary, world, example.facts)) {
            if (const logic::Value value = example.facts[fact]) {
                text += (text.empty() ? "" : ",") + vocabulary.nameOf(fact) + "=" +
                        std::string(spelling(*value));
            }
        }
        paragraph(diagnostics::phrase(Phrase::ProveFacts, support::same(text)), "  ", "  ");
    }

    void count(const baseline::ProofInfo& proof) {
        const logic::Count& count = proof.count;
        std::vector<Localized> parts{
            phrase(Phrase::ProveCount, count.cases, count.excluded),
            phrase(count.withDoubt ? Phrase::ProveCountDoubt : Phrase::ProveCountCrisp)};
        std::vector<Localized> names;
        for (const model::FactId fact : count.facts) {
            names.push_back(support::same(report_.decider.library->vocabulary.nameOf(fact)));
        }
        if (!names.empty()) {
            parts.push_back(phrase(Phrase::ProveCountFacts, diagnostics::joined(names, ", ")));
        }
        paragraph(diagnostics::sentence(diagnostics::joined(parts, "; ")), "", "  ");
        // What is open hangs on how such words are read.
        const bool isSettled = report_.result->part.status != baseline::Status::Open;
        if (isSettled && !proof.assumptions.empty()) {
            std::vector<Localized> words;
            for (const std::string& one : proof.assumptions) {
                words.push_back(support::same("‘" + one + "’"));
            }
            paragraph(diagnostics::sentence(
                          phrase(Phrase::ProveAssumptions, diagnostics::joined(words, ", "))),
                      "", "  ");
        }
    }

    void quotation(const At& at) { out_ += quoted_.below(at); }
    void paragraph(const Localized& text, std::string_view first, std::string_view rest) {
        out_ += wrapped(text.in(language_), first, rest);
    }

    const ProveReport& report_;
    Language language_;
    QuotedPlaces quoted_;
    std::string out_;
};

} // namespace

Localized headlineOf(const ProveReport& report) {
    const Localized text = support::same(report.requirement->text);
    const baseline::PartResult& part = report.result->part;
    switch (part.status) {
    case Status::Satisfied:
    case Status::NotApplicable:
    case Status::Waived:
        return phrase(part.vacuous ? Phrase::ProveVacuous : howItHolds(report.requirement->kind), text);
    case Status::Violated:
        if (report.requirement->kind == model::RequirementKind::Possible) {
            return phrase(Phrase::ProveNoSuchCase, text);
        }
        return phrase(part.counterexample ? Phrase::ProveRefuted : Phrase::ProveRefutedPlain, text);
    case Status::Contradicted:
        return phrase(Phrase::ProveContradicted, text);
    case Status::Open:
        break;
    }
    if (report.result->tooLarge) {
        return phrase(Phrase::ProveTooLarge, text);
    }
    if (part.truncated) {
        return phrase(Phrase::ProveOpen, text, part.message);
    }
    if (part.openBecause == baseline::OpenBecause::DoubtNotCounted) {
        return phrase(Phrase::ProveDoubtNotCounted, text);
    }
    return phrase(Phrase::ProveOpen, text,
                  part.openBecause ? nameOf(*part.openBecause) : part.message);
}

std::string proveText(const ProveReport& report, Language language) {
    return ProveTeller(report, language).tell();
}

std::string provePlain(const ProveReport& report, Language language) {
    const baseline::PartResult& part = report.result->part;
    const std::vector<At> places = placesOf(*report.sources, part.evidence, report.quotes);
    const At at = places.empty()
                      ? placeOf(*report.sources, report.decider.protocol->span)
                      : places.front();
    std::vector<Localized> parts{diagnostics::sentence(headlineOf(report))};
    if (!at.quotation.isEmpty()) {
        parts.push_back(diagnostics::sentence(quotedInLine(at.quotation)));
    }
    if (part.counterexample) {
        parts.push_back(diagnostics::sentence(part.counterexample->story));
    }
    if (part.proof) {
        parts.push_back(diagnostics::sentence(
            phrase(Phrase::ProveCount, part.proof->count.cases, part.proof->count.excluded)));
    }
    for (const Localized& notice : noticesOf(report.decider.currency)) {
        parts.push_back(diagnostics::sentence(notice));
    }
    return at.inFile() + ": " + std::string(resultWord(*report.result)) + " " +
           diagnostics::joined(parts, " ").in(language) + "\n";
}

flow::Flow proveFlow(const ProveReport& report, Language language) {
    const std::string title = diagnostics::sentence(headlineOf(report)).in(language);
    const auto& example = report.result->part.counterexample;
    return example ? flow::pathOf(report.decider, *example, title, language) : flow::noPath(title, language);
}

std::string proveJson(const ProveReport& report, Language language) {
    const baseline::ProveResult& result = *report.result;
    const baseline::PartResult& part = result.part;
    const Decider& decider = report.decider;
    const model::Vocabulary& vocabulary = decider.library->vocabulary;
    Json json;
    json["tool"] = {{"name", "meldc"}, {"version", report.version}};
    json["date"] = report.date.str();
    json["protocol"] = {
        {"id", decider.protocol->name}, {"file", report.file}, {"sha256", report.sha256}};
    json["requirement"] = report.requirement->text;
    json["result"] = resultWord(result);
    json["vacuous"] = part.vacuous;
    if (part.openBecause) {
        json["open_because"] = openWord(*part.openBecause);
    }
    json["too_large"] = result.tooLarge;
    json["message"] = headlineOf(report).in(language);
    json["worlds"] = {
        {"holds", result.holds}, {"refuted", result.refuted}, {"open", result.open},
        {"truncated", result.truncated}};
    json["at"] = jsonOf(placesOf(*report.sources, part.evidence, report.quotes));
    json["promises"] = Json::array();
    json["norms"] = Json::array();
    if (part.counterexample) {
        json["counterexample"] = jsonOf(*report.sources, vocabulary, *decider.protocol,
                                        *part.counterexample, language);
        for (const std::size_t index : promisesBroken(decider, *part.counterexample)) {
            json["promises"].push_back(std::string(spelling(Word::Promise)) + " " +
                                       decider.protocol->meldnormen[index].id);
        }
        for (const model::Norm* norm : brokenNorms(decider, *part.counterexample)) {
            json["norms"].push_back(norm->id);
        }
    }
    if (part.rival) {
        json["rival"] =
            jsonOf(*report.sources, vocabulary, *decider.protocol, *part.rival, language);
    }
    if (part.proof) {
        json["proof"] = jsonOf(vocabulary, *part.proof, language);
    }
    json["sources"] = jsonOf(decider.currency);
    json["notices"] = sentencesOf(noticesOf(decider.currency), language);
    return written(json);
}

} // namespace meldc::emit
