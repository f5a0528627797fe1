#include "sema/norms.h"

#include <algorithm>
#include <charconv>

#include "sema/conditions.h"

namespace meldc::sema {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Wording;

namespace {

support::Localized texts(const std::optional<syntax::Bilingual>& written) {
    if (!written) return {};
    return {written->dutch.text, written->english.text};
}

/// Number in the id of a norm, for sorting; ids without one come last.
unsigned numberIn(const std::string& id) {
    const auto digits = id.find_first_of("0123456789");
    unsigned number = 0;
    if (digits == std::string::npos) return ~0U;
    std::from_chars(id.data() + digits, id.data() + id.size(), number);
    return number;
}

class NormBuilder {
public:
    NormBuilder(const model::Library& library, const Scope& scope) : library_(library), scope_(scope) {}

    model::Norm build(const syntax::Norm& written) {
        model::Norm norm;
        norm.id = written.id.text;
        norm.title = written.label.text;
        norm.span = written.id.span;
        norm.layer = written.layer.value_or(syntax::Layer::Advice);
        for (const syntax::Ground& ground : written.grounds) addGround(ground, norm);
        if (written.sectors) norm.sectors = sectors(*written.sectors);
        if (written.frameworks) norm.frameworks = frameworks(*written.frameworks);
        norm.unitKinds = written.unitKinds;
        if (norm.unitKinds.empty()) norm.unitKinds = {syntax::UnitKind::Meldcode, syntax::UnitKind::Template};
        norm.silenceViolates = written.silenceViolates.value_or(false);
        if (written.acceptsInapplicable) {
            const auto topic =
                scope_.concept_(*written.acceptsInapplicable, {ConceptKind::Topic}, Wording::ASubject);
            if (topic) norm.acceptsInapplicable = *topic;
        }
        if (written.cap) norm.cap = resolveCap(*written.cap, scope_);
        if (written.onlyIf) {
            norm.onlyIf = resolveFieldCondition(*written.onlyIf, model::TableKind::Meldcode, scope_);
        }
        for (const syntax::Requirement& each : written.requirements) {
            if (auto requirement = resolveRequirementIn(each, scope_)) {
                norm.requirements.push_back(std::move(*requirement));
            }
        }
        for (const syntax::Remark& each : written.remarks) {
            if (auto when = resolveRequirementIn(each.when, scope_)) {
                norm.remarks.push_back({std::move(*when), texts(each.text)});
            }
        }
        norm.message = texts(messageOf(written));
        norm.remedy = texts(written.remedy);
        norm.ask = texts(written.ask);
        norm.note = texts(written.note);
        reportMissing(written);
        return norm;
    }

private:
    /// A message after the only requirement is read as that requirement's: it is the norm's as well.
    static const std::optional<syntax::Bilingual>& messageOf(const syntax::Norm& written) {
        const bool isOfRequirement = !written.message && written.requirements.size() == 1;
        return isOfRequirement ? written.requirements.front().message : written.message;
    }

    void addGround(const syntax::Ground& written, model::Norm& norm) {
        const auto source = findSource(library_.vocabulary, written.source, scope_.sink());
        if (!source) return;
        model::Ground ground;
        ground.source = *source;
        for (const syntax::SourcePart& part : written.parts) ground.parts.emplace_back(part.kind, part.value.text);
        ground.period = written.period;
        ground.status = written.status;
        for (const syntax::Name& name : written.sectors) {
            if (scope_.concept_(name, {ConceptKind::Sector}, Wording::ASector)) ground.sectors.push_back(name.text);
        }
        norm.grounds.push_back(std::move(ground));
    }

    model::Selection sectors(const syntax::Selection& written) {
        model::Selection result{written.all, {}};
        for (const syntax::Name& name : written.names) {
            if (scope_.concept_(name, {ConceptKind::Sector}, Wording::ASector)) result.names.push_back(name.text);
        }
        return result;
    }

    model::Selection frameworks(const syntax::Selection& written) {
        model::Selection result{written.all, {}};
        for (const syntax::Name& name : written.names) {
            if (library_.findFramework(name.text) != nullptr) {
                result.names.push_back(name.text);
                continue;
            }
            std::vector<std::string> candidates;
            for (const model::FrameworkDecl& each : library_.frameworks) candidates.push_back(each.name);
            reportUnknownName(scope_.sink(), name, diagnostics::wording(Wording::AFramework), candidates);
        }
        return result;
    }

    void reportMissing(const syntax::Norm& written) {
        const auto missing = [&](bool isMissing, Wording what) {
            if (!isMissing) return;
            scope_.sink().add(make<Diag::NormIncomplete>(written.id.span, written.id.text, diagnostics::wording(what)));
        };
        missing(!written.layer, Wording::NormLayer);
        missing(written.grounds.empty() && written.layer != syntax::Layer::House, Wording::NormGround);
        missing(written.requirements.empty(), Wording::NormRequirement);
        missing(!messageOf(written), Wording::NormMessage);
    }

    const model::Library& library_;
    const Scope& scope_;
};

std::vector<std::string> namesOf(const std::vector<model::Protocol>& protocols) {
    std::vector<std::string> names;
    for (const model::Protocol& each : protocols) names.push_back(each.name);
    return names;
}

bool knowsUnit(const model::Program& program, const syntax::Name& name, diagnostics::Sink& sink) {
    const auto names = namesOf(program.protocols);
    if (std::find(names.begin(), names.end(), name.text) != names.end()) return true;
    reportUnknownName(sink, name, diagnostics::wording(Wording::AProtocol), names);
    return false;
}

model::CaseDecl buildCase(const syntax::Case& written, const Scope& scope) {
    model::CaseDecl result;
    result.label = written.label.text;
    result.span = written.label.span;
    result.exactly = written.exactly;
    if (written.unit) result.unit = written.unit->text;
    for (const syntax::CaseFacts& facts : written.facts) {
        for (const syntax::Name& name : facts.names) {
            const auto fact = scope.fact(name);
            if (!fact) continue;
            const model::Fact& known = scope.vocabulary()[*fact];
            if (facts.later && !known.knownLater && !known.changeable) {
                scope.sink().add(make<Diag::KnownFromTheStart>(name.span, name.text));
            }
            const auto isSame = [&](const auto& each) { return each.first == *fact; };
            if (std::any_of(result.facts.begin(), result.facts.end(), isSame)) {
                scope.sink().add(make<Diag::StatedTwice>(name.span, name.text));
            } else {
                result.facts.emplace_back(*fact, facts.answer);
            }
        }
    }
    for (const syntax::Expectation& each : written.expectations) {
        model::CaseExpectation expectation;
        expectation.kind = each.kind;
        expectation.modality = each.modality.value_or(model::Modality::Must);
        expectation.span = each.span;
        if (each.kind == syntax::ExpectationKind::Consequence) {
            const auto id = scope.concept_(each.name, {ConceptKind::Consequence}, Wording::AConsequence);
            if (!id) continue;
            expectation.consequence = *id;
        }
        result.expectations.push_back(expectation);
    }
    return result;
}

}  // namespace

void extendNorms(model::Library& library, const std::vector<syntax::Document>& documents, diagnostics::Sink& sink) {
    const Scope scope(library.vocabulary, sink);
    NormBuilder builder(library, scope);
    for (const syntax::Document& document : documents) {
        for (const syntax::Norm& written : document.norms) {
            if (const model::Norm* first = library.findNorm(written.id.text)) {
                reportDeclaredTwice(sink, written.id, first->span);
                continue;
            }
            library.norms.push_back(builder.build(written));
        }
    }
    std::stable_sort(library.norms.begin(), library.norms.end(), [](const model::Norm& a, const model::Norm& b) {
        return std::pair(numberIn(a.id), a.id) < std::pair(numberIn(b.id), b.id);
    });
}

std::vector<model::CaseDecl> buildCases(const model::Program& program, const std::vector<syntax::Document>& documents,
                                        diagnostics::Sink& sink) {
    const Scope scope(program.library->vocabulary, sink);
    std::vector<model::CaseDecl> cases;
    for (const syntax::Document& document : documents) {
        for (const syntax::Case& written : document.cases) {
            if (written.unit && !knowsUnit(program, *written.unit, sink)) continue;
            cases.push_back(buildCase(written, scope));
        }
    }
    return cases;
}

}  // namespace meldc::sema
