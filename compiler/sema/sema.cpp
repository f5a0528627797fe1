#include "sema/sema.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <variant>

#include "sema/acceptances.h"
#include "sema/conditions.h"
#include "sema/coverage.h"
#include "sema/norms.h"
#include "sema/protocol_builder.h"
#include "sema/sectors.h"
#include "sema/vocabulary.h"
#include "sema/waivers.h"
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

bool isOnAFaultyLine(support::Span span, const std::vector<syntax::Document>& documents) {
    return std::any_of(documents.begin(), documents.end(), [&](const syntax::Document& document) {
        return document.file == span.file &&
               std::any_of(document.faults.begin(), document.faults.end(), [&](support::Span line) {
                   return line.begin <= span.begin && span.begin <= line.end;
               });
    });
}

/// The line that names the document may be one that could not be read.
bool hasFaults(support::FileId file, const std::vector<syntax::Document>& documents) {
    return std::any_of(documents.begin(), documents.end(), [&](const syntax::Document& document) {
        return document.file == file && !document.faults.empty();
    });
}

/// Hands on what was found, save what stands on a line with a fault that was told, and names that
/// are unknown because their declaration could not be read. A name that is unknown in several places
/// is told once, with all of them.
void handOn(const diagnostics::Sink& found, const std::vector<syntax::Document>& documents,
            diagnostics::Sink& sink) {
    std::set<std::string, std::less<>> unread;
    bool isAllUnread = false;
    for (const syntax::Document& document : documents) {
        isAllUnread = isAllUnread || !document.isReadable || document.missesNames;
        for (const syntax::Name& name : document.unread) unread.insert(name.text);
    }
    std::vector<diagnostics::Diagnostic> told;
    std::map<std::string, std::vector<std::size_t>, std::less<>> byName;
    for (const diagnostics::Diagnostic& each : found.all()) {
        if (isOnAFaultyLine(each.span, documents)) continue;
        if (each.id == Diag::PlaceWithoutDocument && hasFaults(each.span.file, documents)) continue;
        if (each.id == Diag::UnknownName || each.id == Diag::UnknownNameNear || each.id == Diag::UnknownDocument) {
            const auto& name = std::get<std::string>(each.args.front());
            if (isAllUnread || unread.contains(name)) continue;
            auto& known = byName[name];
            const auto same = std::find_if(known.begin(), known.end(), [&](std::size_t index) {
                return told[index].id == each.id && told[index].span.file == each.span.file;
            });
            if (same != known.end()) {
                told[*same].alsoAt(each.span);
                continue;
            }
            known.push_back(told.size());
        }
        told.push_back(each);
    }
    sink.add(std::move(told));
}

void extendFrameworks(model::Library& library, bool isShared, const std::vector<syntax::Document>& documents,
                      diagnostics::Sink& sink) {
    for (const syntax::Document& document : documents) {
        for (const syntax::Unit& unit : document.units) {
            if (!unit.isFramework) continue;
            if (const model::FrameworkDecl* first = library.findFramework(unit.name.text)) {
                reportDeclaredTwice(sink, unit.name, first->span);
                continue;
            }
            const Merged merged = mergeLevel({}, unit.block, {0, unit.name.text}, frameworksOf(library), sink);
            ProtocolBuilder builder(library, sink);
            library.frameworks.push_back(
                {unit.name.text, unit.label.text, unit.name.span, isShared, unit.block, builder.build(unit, merged)});
        }
    }
}

void extendLibrary(model::Library& library, bool isShared, const std::vector<syntax::Document>& documents,
                   diagnostics::Sink& sink) {
    extendVocabulary(library.vocabulary, documents, sink);
    extendFrameworks(library, isShared, documents, sink);
    extendNorms(library, documents, sink);
    extendCoverage(library, documents, sink);
    extendSectors(library, documents, sink);
}

/// Whether the documents declare what belongs in a library.
bool declareMore(const std::vector<syntax::Document>& documents) {
    return std::any_of(documents.begin(), documents.end(), [](const syntax::Document& each) {
        return !each.concepts.empty() || !each.implications.empty() || !each.sources.empty() || !each.norms.empty() ||
               !each.coverage.empty() ||
               std::any_of(each.units.begin(), each.units.end(), [](const syntax::Unit& unit) { return unit.isFramework; });
    });
}

/// The unit with what it follows, lowest first. Circles and unknown names are reported and end it;
/// `inCircle` gets the units of circles that were reported, so that each is told once.
std::vector<const syntax::Unit*> chainOf(const syntax::Unit& unit,
                                         const std::map<std::string, const syntax::Unit*>& units,
                                         const std::vector<std::string>& models,
                                         std::set<const syntax::Unit*>& inCircle,
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
            std::vector<std::string> candidates = models;
            for (const auto& [known, declared] : units) {
                if (declared != chain.back()) candidates.push_back(known);
            }
            if (chain.size() == 1) {
                reportUnknownName(sink, name, diagnostics::wording(Wording::AProtocol), candidates);
            }
            return chain;
        }
        if (const auto first = std::find(chain.begin(), chain.end(), at->second); first != chain.end()) {
            std::string circle;
            for (auto each = first; each != chain.end(); ++each) circle += (*each)->name.text + " → ";
            if (!inCircle.contains(at->second)) {
                sink.add(make<Diag::LevelCycle>(name.span, circle + name.text));
            }
            inCircle.insert(first, chain.end());
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
                    const std::vector<std::string>& models, diagnostics::Sink& sink) {
    std::map<std::string, const syntax::Unit*> units;
    std::vector<const syntax::Unit*> order;
    for (const syntax::Document& document : documents) {
        for (const syntax::Unit& unit : document.units) {
            if (unit.isFramework) continue;
            const auto [at, isNew] = units.emplace(unit.name.text, &unit);
            if (isNew) {
                order.push_back(&unit);
            } else {
                reportDeclaredTwice(sink, unit.name, at->second->name.span);
            }
        }
    }
    const FrameworkLookup frameworks = frameworksOf(program.library);
    std::set<const syntax::Unit*> inCircle;
    for (const syntax::Unit* unit : order) {
        const auto chain = chainOf(*unit, units, models, inCircle, sink);
        Merged merged;
        for (std::size_t level = chain.size(); level-- > 0;) {
            merged = mergeLevel(std::move(merged), chain[level]->block,
                                {static_cast<std::uint32_t>(level), chain[level]->name.text}, frameworks, sink);
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
    diagnostics::Sink found;
    extendLibrary(library, true, documents, found);
    handOn(found, documents, sink);
    refuseWaivers(documents, sink);
    refuseAcceptances(documents, sink);
    if (library.vocabulary.concepts.empty()) sink.add(make<Diag::NoVocabulary>(support::Span{}));
    return library;
}

model::Program buildProgram(support::Shared<model::Library> library, const std::vector<syntax::Document>& documents,
                            diagnostics::Sink& sink, const std::vector<std::string>& models) {
    model::Program program;
    program.library = std::move(library);
    diagnostics::Sink found;
    if (declareMore(documents)) {
        extendLibrary(program.library.edit(), false, documents, found);
    }
    buildProtocols(program, documents, models, found);
    program.cases = buildCases(program, documents, found);
    program.waivers = buildWaivers(program, documents, sink);
    program.acceptances = buildAcceptances(program, documents, found);
    handOn(found, documents, sink);
    return program;
}

std::optional<model::Requirement> resolveRequirement(const syntax::Requirement& requirement,
                                                     const model::Vocabulary& vocabulary,
                                                     diagnostics::Sink& sink) {
    return resolveRequirementIn(requirement, Scope(vocabulary, sink));
}

}  // namespace meldc::sema
