#include "unit/stdlib/library.h"

#include "diagnostics/diagnostic.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace meldc::test {

namespace fs = std::filesystem;

namespace {

std::string messagesOf(const diagnostics::Sink& sink, const support::SourceMap& sources) {
    std::string text;
    for (const diagnostics::Diagnostic& each : sink.sorted()) {
        if (sources.has(each.span.file)) {
            const support::SourceFile& file = sources.file(each.span.file);
            text += file.name() + ":" + std::to_string(file.lineOf(each.span.begin)) + ": ";
        }
        text += diagnostics::renderMessage(each, support::Language::English) + "\n";
    }
    return text;
}

} // namespace

std::vector<SourceText> meldFilesBelow(const std::string& folder) {
    std::vector<SourceText> files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".meld") {
            continue;
        }
        std::ifstream in(entry.path(), std::ios::binary);
        files.push_back({fs::relative(entry.path(), folder).generic_string(),
                         {std::istreambuf_iterator<char>(in), {}}});
    }
    std::sort(files.begin(), files.end(),
              [](const SourceText& a, const SourceText& b) { return a.path < b.path; });
    return files;
}

std::string CompiledLibrary::messages() const {
    return messagesOf(sink, sources);
}

std::unique_ptr<CompiledLibrary> compile(const std::vector<SourceText>& files) {
    std::vector<std::string> paths;
    for (const SourceText& file : files) {
        paths.push_back(file.path);
    }
    std::vector<pipeline::Text> texts;
    for (const std::string& path : pipeline::withoutExamples(paths)) {
        const auto at = std::find_if(files.begin(), files.end(),
                                     [&](const SourceText& file) { return file.path == path; });
        texts.push_back({at->path, at->bytes});
    }
    auto compiled = std::make_unique<CompiledLibrary>();
    compiled->library = pipeline::compileLibrary(compiled->sources, texts, compiled->sink);
    return compiled;
}

const std::vector<SourceText>& standardFiles() {
    static const std::vector<SourceText> kFiles =
        meldFilesBelow(std::string(MELDC_SOURCE_DIR) + "/stdlib");
    return kFiles;
}

CompiledLibrary& standardLibrary() {
    static const std::unique_ptr<CompiledLibrary> kLibrary = compile(standardFiles());
    return *kLibrary;
}

const baseline::NormResult* Checked::result(const std::string& norm) const {
    for (const baseline::ProtocolReport& report : texts.reports) {
        for (const baseline::NormResult& each : report.results) {
            if (each.norm->id == norm) {
                return &each;
            }
        }
    }
    return nullptr;
}

Checked check(CompiledLibrary& library, const std::string& text, const std::string& date) {
    const pipeline::Text unit{"unit.meld", text};
    diagnostics::Sink sink;
    Checked checked;
    checked.texts = pipeline::checkTexts(library.sources, library.library, {&unit, 1},
                                       support::Date::parse(date).value(), sink);
    checked.messages = messagesOf(sink, library.sources);
    return checked;
}

std::string codeOf2017(const std::string& statements) {
    return R"(
meldcode oud "Meldcode van 2017" {
  soort meldcode
  sector po
  rol leraar is leerkracht
  rol directeur is directie
  stap 1 "Signalen" { wettelijke stap signaleren  uitvoerder leraar }
  stap 2 "Overleg" {
    wettelijke stap consulteren
    uitvoerder leraar
    raadpleegt directeur
    raadpleegt veilig_thuis bij twijfel
  }
  stap 3 "Gesprek met de ouders" { wettelijke stap gesprek  uitvoerder leraar }
  stap 4 "Wegen" {
    wettelijke stap wegen
    uitvoerder leraar
    raadpleegt veilig_thuis bij twijfel
  }
  stap 5 "Besluiten" {
    wettelijke stap beslissen
    uitvoerder directeur
    beslissing een van melden, hulp { eindverantwoordelijk directeur }
  }
)" + statements +
           "}\n";
}

std::string nameOf(baseline::Status status) {
    using enum baseline::Status;
    switch (status) {
    case Satisfied:
        return "satisfied";
    case Violated:
        return "violated";
    case Contradicted:
        return "contradicted";
    case Open:
        return "open";
    case NotApplicable:
        return "not applicable";
    case Waived:
        return "waived";
    }
    return "?";
}

} // namespace meldc::test
