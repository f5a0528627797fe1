#include "sentences/program.h"

#include "parser/parser.h"
#include "pipeline/stages.h"
#include "sema/sema.h"

#include <fstream>
#include <iterator>
#include <regex>

namespace meldc::test {

namespace {

/// The texts of a policy and of those that it uses, its own last.
std::vector<std::string> contentsOf(const std::string& name) {
    std::ifstream file(std::string(MELDC_SOURCE_DIR) + "/policies/" + name + "/protocol.meld",
                       std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    std::vector<std::string> contents;
    static const std::regex kUse("(?:^|\n)gebruik \"\\.\\./([a-z-]+)/protocol\\.meld\"");
    for (std::sregex_iterator each(text.begin(), text.end(), kUse), end; each != end; ++each) {
        for (std::string& used : contentsOf((*each)[1])) {
            contents.push_back(std::move(used));
        }
    }
    contents.push_back(text);
    return contents;
}

/// The library is compiled once, and all texts have numbers of their own.
struct Shared {
    support::SourceMap sources;
    support::Shared<model::Library> library;
};

Shared& shared() {
    static Shared all;
    if (all.library->vocabulary.concepts.empty()) {
        diagnostics::Sink sink;
        all.library = pipeline::compileLibrary(all.sources, pipeline::embeddedLibrary(), sink);
    }
    return all;
}

} // namespace

Resolved::Resolved(const std::vector<std::string>& texts) {
    Shared& all = shared();
    std::vector<syntax::Document> documents;
    for (const std::string& text : texts) {
        const support::FileId id = pipeline::addText(all.sources, "protocol.meld", text);
        documents.push_back(parser::parse(all.sources.file(id), id, sink_));
    }
    program_ = std::make_unique<model::Program>(sema::buildProgram(all.library, documents, sink_));
}

Resolved Resolved::policy(const std::string& name) {
    return Resolved(contentsOf(name));
}

std::vector<emit::Sentence> Resolved::sentences() const {
    return emit::Sentences(library(), protocol()).all();
}

std::string Resolved::list() const {
    std::string text;
    for (const emit::Sentence& each : sentences()) {
        text += each.text + "\n";
    }
    return text;
}

} // namespace meldc::test
