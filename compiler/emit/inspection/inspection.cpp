#include "emit/inspection/inspection.h"

#include "diagnostics/phrases.h"
#include "emit/explain/coverage.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace meldc::emit {

namespace {

using baseline::Status;
using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Phrase;
using diagnostics::phrase;
using support::Localized;

bool isBroken(const baseline::NormResult& result) {
    return result.status == Status::Violated || result.status == Status::Contradicted;
}

/// Norms that the library knows and the report does not have.
std::vector<std::string> absentFrom(const std::set<std::string>& present,
                                    const std::vector<std::string>& norms) {
    std::vector<std::string> absent;
    for (const std::string& id : norms) {
        if (!present.contains(id)) {
            absent.push_back(id);
        }
    }
    return absent;
}

std::string withCommas(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : ", ") + word;
    }
    return text;
}

} // namespace

Inspection::Inspection(const InspectionInput& input) : input_(input) {
    addNorms();
    addJudgements();
    addCoverage();
    addItems();
}

void Inspection::addNorms() {
    const CheckedProtocol& checked = input_.checked;
    entries_ = entriesOf(*input_.sources, *checked.report, checked.quotes());
    tally_.add(*checked.report);
    norms_.reserve(checked.report->results.size());
    for (const Entry& entry : entries_) {
        if (entry.result == nullptr) {
            findings_.push_back(&entry);
            continue;
        }
        InspectedNorm norm;
        norm.entry = &entry;
        norm.marks = marksOf(checked, *entry.result, input_.modelSha256);
        norms_.push_back(std::move(norm));
    }
    std::vector<const InspectedNorm*> all;
    for (const InspectedNorm& norm : norms_) {
        all.push_back(&norm);
    }
    layers_ = layersOf(all);
    for (const InspectedLayer& layer : layers_) {
        std::copy_if(layer.norms.begin(), layer.norms.end(), std::back_inserter(first_),
                     [](const InspectedNorm* norm) { return isBroken(norm->result()); });
    }
}

void Inspection::addJudgements() {
    const bool hasDocuments = input_.checked.examination != nullptr;
    for (const Judgement& judgement : input_.judgements) {
        const auto at = std::find_if(norms_.begin(), norms_.end(), [&](const InspectedNorm& each) {
            return each.result().norm->id == judgement.norm;
        });
        if (at == norms_.end()) {
            messages_.push_back(make<Diag::JudgementNotShown>(judgement.span, judgement.norm));
            continue;
        }
        at->judgement = &judgement;
        at->state = stateOf(judgement, at->marks, hasDocuments);
        if (at->state == JudgementState::Stale) {
            messages_.push_back(
                make<Diag::JudgementStale>(judgement.span, judgement.norm, at->marks.now()));
        } else if (at->state == JudgementState::Unchecked) {
            messages_.push_back(make<Diag::JudgementUnchecked>(judgement.span, judgement.norm));
        }
    }
}

/// A place that a norm rests on says with that norm what a text does not show; a place without any
/// norm stands by itself. Only places in sources that have a say here, in force on the day.
void Inspection::addCoverage() {
    std::set<std::string> sources;
    for (const baseline::SourceOnDate& each : input_.checked.currency.sources) {
        sources.insert(each.source->name);
    }
    const CoverageInput coverage{input_.checked.library, input_.date, {}, {}};
    for (const CoveredPlace& place : coveredPlaces(coverage)) {
        const bool isHere = sources.contains(vocabulary()[place.ground.source].name);
        if (!isHere || !place.ground.inForce || place.because.isEmpty()) {
            continue;
        }
        if (place.norms.empty()) {
            unjudged_.push_back({place.ground, place.because});
        }
        for (InspectedNorm& norm : norms_) {
            const bool isOfNorm = std::find(place.norms.begin(), place.norms.end(),
                                            norm.result().norm) != place.norms.end();
            const bool isNew = std::find(norm.notShown.begin(), norm.notShown.end(),
                                         place.because) == norm.notShown.end();
            if (isOfNorm && isNew) {
                norm.notShown.push_back(place.because);
            }
        }
    }
}

void Inspection::addItems() {
    std::vector<const InspectedNorm*> rest;
    std::set<std::string> present;
    for (const InspectedNorm& norm : norms_) {
        rest.push_back(&norm);
        present.insert(norm.result().norm->id);
    }
    if (!input_.items) {
        items_.push_back({{}, {}, false, layers_, {}});
        return;
    }
    for (const ReportItem& item : *input_.items) {
        std::vector<const InspectedNorm*> members;
        for (const InspectedNorm& norm : norms_) {
            const std::string& id = norm.result().norm->id;
            if (std::find(item.norms.begin(), item.norms.end(), id) != item.norms.end()) {
                members.push_back(&norm);
                std::erase(rest, &norm);
            }
        }
        items_.push_back(
            {item.id, item.title, false, layersOf(members), absentFrom(present, item.norms)});
    }
    if (rest.empty()) {
        return;
    }
    items_.push_back({{}, {}, true, layersOf(rest), {}});
    std::vector<std::string> ids;
    for (const InspectedNorm* norm : rest) {
        ids.push_back(norm->result().norm->id);
    }
    messages_.push_back(make<Diag::NormInNoItem>({}, ids.size(), support::same(withCommas(ids))));
}

std::vector<InspectedLayer> Inspection::layersOf(
    const std::vector<const InspectedNorm*>& norms) const {
    std::vector<InspectedLayer> layers;
    for (const model::Layer which : kReportLayers) {
        InspectedLayer layer;
        layer.layer = which;
        for (const InspectedNorm* norm : norms) {
            const baseline::NormResult& result = norm->result();
            if (result.norm->layer == which) {
                layer.norms.push_back(norm);
                layer.counts.add(result.status);
                layer.provisional += result.provisional ? 1U : 0U;
            }
        }
        if (!layer.norms.empty()) {
            layers.push_back(std::move(layer));
        }
    }
    return layers;
}

std::vector<FormRow> Inspection::formRows() const {
    std::vector<FormRow> rows;
    for (const InspectedNorm& norm : norms_) {
        rows.push_back({norm.entry->result, norm.marks.now()});
    }
    return rows;
}

Localized proofText(const InspectedNorm& norm, const model::Vocabulary& vocabulary) {
    const auto& proof = norm.result().proof;
    if (!proof || proof->count.cases == 0) {
        return {};
    }
    const logic::Count& count = proof->count;
    std::vector<Localized> parts{
        phrase(Phrase::InspectProofCount, count.cases, count.excluded),
        phrase(count.withDoubt ? Phrase::ProveCountDoubt : Phrase::ProveCountCrisp)};
    std::vector<Localized> facts;
    for (const model::FactId fact : count.facts) {
        facts.push_back(vocabulary[vocabulary[fact].concept_].label);
    }
    if (!facts.empty()) {
        parts.push_back(phrase(Phrase::ProveCountFacts, diagnostics::joined(facts, ", ")));
    }
    return diagnostics::joined(parts, "; ");
}

} // namespace meldc::emit
