#include "sema/sema.h"

#include <algorithm>
#include <map>
#include <string>

#include "sema/conditions.h"
#include "sema/coverage.h"
#include "sema/norms.h"
#include "sema/protocol_builder.h"
#include "sema/vocabulary.h"
#include "support/limits.h"

namespace meldc::sema {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Wording;

namespace {

FrameworkLookup frameworksOf(const model::Library& library) {
    return [&library](const std::string& name) -> const std::vector<syntax::Statement>* {
        const model::FrameworkDecl* found = library.findFramework(name);
        return found == nullptr ? nullptr : &found->statements;
    };
}

void extendFrameworks(model::Library& library, const std::vector<syntax::Document>& documents,
                      diagnostics::Sink& sink) {
    for (const syntax::Document& document : documents) {
        for (const syntax::Unit& unit : document.units) {
            if (!unit.isFramework) continue;
            if (const model::FrameworkDecl* first = library.findFramework(unit.name.text)) {
                sink.add(make<Diag::DeclaredTwice>(unit.name.span, unit.name.text)
                             .note<Diag::FirstDeclaredHere>(first->span, unit.name.text));
                continue;
            }
            const Merged merged = mergeLevel({}, unit.block, 0, frameworksOf(library), sink);
            ProtocolBuilder builder(library, sink);
            library.frameworks.push_back(
                {unit.name.text, unit.label.text, unit.name.span, unit.block, builder.build(unit, merged)});
        }
    }
}

void extendLibrary(model::Library& library, const std::vector<syntax::Document>& documents, diagnostics::Sink& sink) {
    extendVocabulary(library.vocabulary, documents, sink);
    extendFrameworks(library, documents, sink);
    extendNorms(library, documents, sink);
    extendCoverage(library, documents, sink);
}

/// The unit with what it follows, lowest first. Circles and unknown names are reported and end it.
std::vector<const syntax::Unit*> chainOf(const syntax::Unit& unit,
                                         const std::map<std::string, const syntax::Unit*>& units,
                                         diagnostics::Sink& sink) {
    std::vector<const syntax::Unit*> chain{&unit};
    while (true) {
        const auto& block = chain.back()->block;
        const auto follows = std::find_if(block.begin(), block.end(), [](const syntax::Statement& each) {
            return each.kind == syntax::StatementKind::Follows && !each.names.empty();
        });
        if (follows == block.end()) return chain;
        const syntax::Name& name = follows->names[0];
        const auto at = units.find(name.text);
        if (at == units.end()) {
            std::vector<std::string> candidates;
            for (const auto& [known, declared] : units) candidates.push_back(known);
            if (chain.size() == 1) {
                reportUnknownName(sink, name, diagnostics::wording(Wording::AProtocol), candidates);
            }
            return chain;
        }
        if (std::find(chain.begin(), chain.end(), at->second) != chain.end()) {
            std::string circle;
            for (const syntax::Unit* each : chain) circle += each->name.text + " → ";
            sink.add(make<Diag::LevelCycle>(name.span, circle + name.text));
            return chain;
        }
        if (chain.size() == support::kMaxImportDepth) {
            sink.add(make<Diag::ImportTooDeep>(name.span, support::kMaxImportDepth));
            return chain;
        }
        chain.push_back(at->second);
    }
}

void buildProtocols(model::Program& program, const std::vector<syntax::Document>& documents,
                    diagnostics::Sink& sink) {
    std::map<std::string, const syntax::Unit*> units;
    std::vector<const syntax::Unit*> order;
    for (const syntax::Document& document : documents) {
        for (const syntax::Unit& unit : document.units) {
            if (unit.isFramework) continue;
            const auto [at, isNew] = units.emplace(unit.name.text, &unit);
            if (isNew) {
                order.push_back(&unit);
            } else {
                sink.add(make<Diag::DeclaredTwice>(unit.name.span, unit.name.text)
                             .note<Diag::FirstDeclaredHere>(at->second->name.span, unit.name.text));
            }
        }
    }
    const FrameworkLookup frameworks = frameworksOf(program.library);
    for (const syntax::Unit* unit : order) {
        const auto chain = chainOf(*unit, units, sink);
        Merged merged;
        for (std::size_t level = chain.size(); level-- > 0;) {
            merged = mergeLevel(std::move(merged), chain[level]->block, static_cast<std::uint32_t>(level),
                                frameworks, sink);
        }
        ProtocolBuilder builder(program.library, sink);
        model::Protocol protocol = builder.build(*unit, merged);
        for (std::size_t level = 1; level < chain.size(); ++level) {
            protocol.follows.push_back(chain[level]->name.text);
        }
        program.protocols.push_back(std::move(protocol));
    }
}

}  // namespace

model::Library buildLibrary(const std::vector<syntax::Document>& documents, diagnostics::Sink& sink) {
    model::Library library;
    extendLibrary(library, documents, sink);
    if (library.vocabulary.concepts.empty()) sink.add(make<Diag::NoVocabulary>(support::Span{}));
    return library;
}

model::Program buildProgram(model::Library library, const std::vector<syntax::Document>& documents,
                            diagnostics::Sink& sink) {
    model::Program program;
    program.library = std::move(library);
    extendLibrary(program.library, documents, sink);
    buildProtocols(program, documents, sink);
    program.cases = buildCases(program, documents, sink);
    program.waivers = buildWaivers(program, documents, sink);
    return program;
}

std::optional<model::Requirement> resolveRequirement(const syntax::Requirement& requirement,
                                                     const model::Vocabulary& vocabulary,
                                                     diagnostics::Sink& sink) {
    return resolveRequirementIn(requirement, Scope(vocabulary, sink));
}

}  // namespace meldc::sema
