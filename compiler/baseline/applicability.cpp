#include "baseline/applicability.h"

#include <algorithm>

#include "baseline/story.h"
#include "baseline/structural.h"
#include "baseline/verdict.h"
#include "diagnostics/phrases.h"

namespace meldc::baseline {

namespace {

using diagnostics::phrase;
using diagnostics::Phrase;

std::vector<model::ConceptId> sectorsOf(const model::Protocol& protocol) {
    std::vector<model::ConceptId> sectors;
    for (const model::NamesStatement& each : protocol.sectors) {
        if (!each.origin.draft) sectors.insert(sectors.end(), each.names.begin(), each.names.end());
    }
    return sectors;
}

/// Whether one of the names is the sector or what it falls under.
bool names(const model::Vocabulary& vocabulary, const std::vector<std::string>& list, model::ConceptId sector) {
    return std::any_of(list.begin(), list.end(), [&](const std::string& name) {
        return vocabulary.fallsUnder(sector, vocabulary.find(name));
    });
}

bool namesItself(const model::Vocabulary& vocabulary, const model::Ground& ground, model::ConceptId sector) {
    const auto& list = ground.sectors;
    return std::find(list.begin(), list.end(), vocabulary[sector].name) != list.end();
}

/// Whether the ground is one in the sector. Where grounds of the norm name the sector itself, those
/// that name only a wider one are grounds of other parts of it.
bool isGroundIn(const model::Vocabulary& vocabulary, const model::Norm& norm, const model::Ground& ground,
                model::ConceptId sector) {
    const bool isNamed = std::any_of(norm.grounds.begin(), norm.grounds.end(), [&](const model::Ground& each) {
        return namesItself(vocabulary, each, sector);
    });
    return isNamed ? namesItself(vocabulary, ground, sector) : names(vocabulary, ground.sectors, sector);
}

bool holdsInSector(const model::Vocabulary& vocabulary, const model::Selection& selection,
                   const std::vector<model::ConceptId>& sectors) {
    if (sectors.empty()) return selection.all;
    return std::any_of(sectors.begin(), sectors.end(), [&](model::ConceptId sector) {
        return names(vocabulary, selection.names, sector) != selection.all;
    });
}

Localized wordFor(syntax::UnitKind kind) {
    switch (kind) {
        case syntax::UnitKind::Meldcode: return phrase(Phrase::KindMeldcode);
        case syntax::UnitKind::Framework: return phrase(Phrase::KindFramework);
        case syntax::UnitKind::Template: break;
    }
    return phrase(Phrase::KindTemplate);
}

/// Facts that a framework makes a ground to report.
std::vector<model::ConceptId> groundsOf(const model::FrameworkUse& use) {
    std::vector<model::ConceptId> grounds;
    for (const model::NamesStatement& each : use.grounds) {
        grounds.insert(grounds.end(), each.names.begin(), each.names.end());
    }
    return grounds;
}
std::vector<model::ConceptId> groundsOf(const model::FrameworkDecl& framework) {
    std::vector<model::ConceptId> grounds;
    for (const model::FrameworkUse& use : framework.body.frameworks) {
        const auto more = groundsOf(use);
        grounds.insert(grounds.end(), more.begin(), more.end());
    }
    return grounds;
}

/// Whether a protocol's own framework is of the kind that the norm is for: it declares every ground
/// that all the listed frameworks have in common, and there is such a ground.
bool isOfTheirKind(const model::Library& library, const model::Selection& selection, const model::FrameworkUse& use) {
    if (selection.all || selection.names.empty()) return false;
    const model::FrameworkDecl* first = library.findFramework(selection.names.front());
    if (first == nullptr) return false;
    std::vector<model::ConceptId> common = groundsOf(*first);
    const auto keepThoseIn = [&](const std::vector<model::ConceptId>& grounds) {
        std::erase_if(common, [&](model::ConceptId each) {
            return std::find(grounds.begin(), grounds.end(), each) == grounds.end();
        });
    };
    for (const std::string& name : selection.names) {
        const model::FrameworkDecl* framework = library.findFramework(name);
        if (framework != nullptr) keepThoseIn(groundsOf(*framework));
    }
    const auto all = common.size();
    keepThoseIn(groundsOf(use));
    return all > 0 && common.size() == all;
}

/// By the frameworks of the library that the protocol uses, or what its own framework declares.
Applies byFramework(const model::Library& library, const model::Selection& selection, const model::Protocol& world) {
    Applies result;
    result.value = Tri::No;
    std::vector<Localized> used;
    bool isUnknown = world.frameworks.empty();
    for (const model::FrameworkUse& use : world.frameworks) {
        if (use.name.empty() && use.openTerm.empty() && isOfTheirKind(library, selection, use)) return {};
        if (use.name.empty()) {
            isUnknown = true;
            addEvidence(result.evidence, &use.origin);
            if (!use.openTerm.empty()) result.words.push_back(use.openTerm);
        } else if (selection.contains(use.name)) {
            return {};
        } else {
            const model::FrameworkDecl* found = library.findFramework(use.name);
            used.push_back(support::same(found == nullptr ? use.name : found->label));
        }
    }
    if (isUnknown) {
        result.value = Tri::Open;
        result.why = OpenBecause::Placeholder;
        result.isFrameworkUnknown = true;
    } else {
        result.because = phrase(Phrase::NotForFramework, listed(used));
    }
    return result;
}

}  // namespace

const model::AdheresTo* adherenceTo(const model::Norm& norm, const model::Protocol& protocol) {
    const auto at = std::find_if(protocol.adheres.begin(), protocol.adheres.end(), [&](const model::AdheresTo& each) {
        return each.norm == norm.id && !each.origin.draft;
    });
    return at == protocol.adheres.end() ? nullptr : &*at;
}

bool concerns(const model::Vocabulary& vocabulary, const model::Norm& norm, const model::Protocol& protocol) {
    if (norm.layer == model::Layer::House && adherenceTo(norm, protocol) == nullptr) return false;
    return holdsInSector(vocabulary, norm.sectors, sectorsOf(protocol));
}

std::vector<const model::Ground*> groundsOfSectors(const model::Vocabulary& vocabulary, const model::Norm& norm,
                                                   const model::Protocol& protocol) {
    const auto sectors = sectorsOf(protocol);
    std::vector<const model::Ground*> result;
    for (const model::Ground& ground : norm.grounds) {
        // Without a known sector no ground is preferred over another.
        const bool fits = ground.sectors.empty() || sectors.empty() ||
                          std::any_of(sectors.begin(), sectors.end(), [&](model::ConceptId sector) {
                              return isGroundIn(vocabulary, norm, ground, sector);
                          });
        if (fits) result.push_back(&ground);
    }
    return result;
}

std::vector<GroundOnDate> groundsFor(const model::Vocabulary& vocabulary, const model::Norm& norm,
                                     const model::Protocol& protocol, const support::Date& date) {
    const auto sectors = sectorsOf(protocol);
    std::vector<GroundOnDate> general;
    std::vector<GroundOnDate> all;
    for (const model::Ground& ground : norm.grounds) {
        if (!ground.period.contains(date)) continue;
        all.push_back(groundOnDate(vocabulary, ground, date));
        const bool fits = ground.sectors.empty() ||
                          std::any_of(sectors.begin(), sectors.end(), [&](model::ConceptId sector) {
                              return isGroundIn(vocabulary, norm, ground, sector);
                          });
        if (fits) general.push_back(all.back());
    }
    // Without a known sector no ground is preferred over another.
    return general.empty() && sectors.empty() ? all : general;
}

bool isSelected(const model::Vocabulary& vocabulary, const model::Norm& norm, const model::Protocol& protocol,
                const std::vector<GroundOnDate>& grounds) {
    // A house rule may rest on nothing but the organisation's own choice.
    if (grounds.empty() && !norm.grounds.empty()) return false;
    return concerns(vocabulary, norm, protocol);
}

Applies appliesToUnit(const model::Norm& norm, const model::Protocol& protocol) {
    Applies result;
    const bool isKind = norm.unitKinds.empty() || std::find(norm.unitKinds.begin(), norm.unitKinds.end(),
                                                            protocol.kind) != norm.unitKinds.end();
    if (!isKind) {
        result.value = Tri::No;
        result.because = phrase(Phrase::NotForKind, wordFor(protocol.kind));
        return result;
    }
    if (!norm.acceptsInapplicable.isValid()) return result;
    for (const model::Topic& topic : protocol.topics) {
        const bool isSaid = topic.topic == norm.acceptsInapplicable && topic.inapplicable && !topic.origin.draft;
        if (!isSaid) continue;
        result.value = Tri::No;
        result.because = phrase(Phrase::SaidInapplicable, *topic.inapplicable);
        addEvidence(result.evidence, &topic.origin);
    }
    return result;
}

Applies appliesInWorld(const model::Library& library, const model::Norm& norm, const model::Protocol& world,
                       bool isWholeText) {
    if (norm.frameworks) {
        auto result = byFramework(library, *norm.frameworks, world);
        if (result.value != Tri::Yes) return result;
    }
    if (!norm.onlyIf) return {};
    FieldTrace trace;
    const FieldOutcome outcome = testUnit(library.vocabulary, world, *norm.onlyIf, trace);
    Applies result;
    result.value = outcome.value;
    result.why = outcome.why;
    if (outcome.value != Tri::Open && outcome.isBySilence && !isWholeText) {
        result.value = Tri::Open;
        result.why = OpenBecause::NotEncoded;
    }
    result.words = trace.words;
    for (const model::Origin* origin : trace.statements) addEvidence(result.evidence, origin);
    if (result.value == Tri::No) result.because = phrase(Phrase::NotForUnit);
    return result;
}

}  // namespace meldc::baseline
