#include "pipeline/stages.h"

#include "pipeline/files.h"
#include "embedded/stdlib.h"
#include "parser/parser.h"
#include "sema/sema.h"
#include "support/sha256.h"
#include "support/utf8.h"

#include <algorithm>
#include <set>

namespace meldc::pipeline {

namespace {

/// The library's own folder, as paths in it begin.
constexpr std::string_view kLibraryFolder = "stdlib/";

std::string_view folderPartOf(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash + 1);
}

std::vector<syntax::Document> parseAll(support::SourceMap& sources, std::span<const Text> texts,
                                       diagnostics::Sink& sink) {
    std::vector<syntax::Document> documents;
    documents.reserve(texts.size());
    for (const Text& text : texts) {
        const support::FileId id = addText(sources, text.name, text.bytes);
        documents.push_back(parser::parse(sources.file(id), id, sink));
    }
    return documents;
}

} // namespace

support::FileId addText(support::SourceMap& sources, std::string name, std::string_view bytes) {
    return sources.add(std::move(name),
                       support::normaliseLineEnds(support::stripByteOrderMark(bytes)));
}

std::vector<std::string> withoutExamples(std::vector<std::string> paths) {
    std::set<std::string, std::less<>> normFolders;
    for (const std::string& path : paths) {
        const std::string_view folder = folderPartOf(path);
        if (std::string_view(path).substr(folder.size()) == kNormFile) {
            normFolders.emplace(folder);
        }
    }
    std::erase_if(paths, [&](const std::string& path) {
        const std::string_view folder = folderPartOf(path);
        return normFolders.contains(folder) &&
               std::string_view(path).substr(folder.size()) != kNormFile;
    });
    return paths;
}

std::vector<Text> embeddedLibrary() {
    std::vector<std::string> paths;
    for (const embedded::File& file : embedded::stdlib()) {
        paths.emplace_back(file.path);
    }
    paths = withoutExamples(std::move(paths));
    std::vector<Text> texts;
    auto wanted = paths.begin();
    for (const embedded::File& file : embedded::stdlib()) {
        if (wanted != paths.end() && *wanted == file.path) {
            texts.push_back({std::string(kLibraryFolder) + std::string(file.path), file.content});
            ++wanted;
        }
    }
    return texts;
}

std::string hashOf(std::span<const Text> texts) {
    std::string all;
    for (const Text& text : texts) {
        all += support::sha256Hex(text.bytes);
    }
    return support::sha256Hex(all);
}

model::Library compileLibrary(support::SourceMap& sources, std::span<const Text> texts,
                              diagnostics::Sink& sink) {
    return sema::buildLibrary(parseAll(sources, texts, sink), sink);
}

bool Analysis::hasDecision() const {
    return std::any_of(decisions.begin(), decisions.end(),
                       [](const logic::Decision& decision) { return decision.hasOutcome(); });
}

Analysis analyse(const model::Vocabulary& vocabulary, const model::Protocol& protocol) {
    Analysis result;
    result.protocol = &protocol;
    result.worlds = model::worldsOf(protocol);
    for (const model::World& world : result.worlds.all) {
        result.selected.push_back(model::select(protocol, world));
    }
    for (const model::Protocol& world : result.selected) {
        result.decisions.push_back(logic::compile(vocabulary, world));
    }
    return result;
}

CheckedTexts checkTexts(support::SourceMap& sources, const model::Library& library,
                        std::span<const Text> texts, const support::Date& date,
                        diagnostics::Sink& sink) {
    CheckedTexts result;
    const std::vector<syntax::Document> documents = parseAll(sources, texts, sink);
    result.program =
        std::make_unique<model::Program>(sema::buildProgram(library, documents, sink));
    for (model::Protocol& protocol : result.program->protocols) {
        protocol.asOf = date;
        result.analyses.push_back(analyse(result.program->library->vocabulary, protocol));
        result.reports.push_back(judge(*result.program, result.analyses.back(), date));
    }
    return result;
}

} // namespace meldc::pipeline
