// libFuzzer target: text in, verdicts out, through every stage and one of the renderers. What it must not
// do is crash, hang, or write text that is no UTF-8.

#include "diagnostics/text_renderer.h"
#include "emit/answers/check_json.h"
#include "emit/answers/text_report.h"
#include "emit/page/page.h"
#include "pipeline/stages.h"
#include "support/utf8.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace meldc;

constexpr support::Date kDate{2026, 3, 1};

/// The library is the same for each input, so it is read once. An input is judged by one norm in
/// kParts: judging by all of them and writing that down takes most of the time, and another input
/// meets the other norms.
struct Base {
    static constexpr std::size_t kParts = 10;

    support::SourceMap sources;
    std::array<model::Library, kParts> libraries;

    Base() {
        diagnostics::Sink sink;
        const auto texts = pipeline::embeddedLibrary();
        const model::Library whole = pipeline::compileLibrary(sources, texts, sink);
        if (sink.hasErrors()) {
            std::abort();
        }
        for (std::size_t part = 0; part < kParts; ++part) {
            libraries[part] = whole;
            auto& norms = libraries[part].norms;
            norms.clear();
            for (std::size_t i = part; i < whole.norms.size(); i += kParts) {
                norms.push_back(whole.norms[i]);
            }
        }
    }
};

void mustBeText(std::string_view text) {
    if (support::firstInvalidUtf8(text)) {
        std::abort();
    }
}

void render(const support::SourceMap& sources, const diagnostics::Sink& sink) {
    for (const diagnostics::Diagnostic& diagnostic : sink.sorted()) {
        for (const auto language : {support::Language::Dutch, support::Language::English}) {
            mustBeText(diagnostics::renderText(diagnostic, sources, {language}));
        }
    }
}

std::string page(const emit::CheckReport& report, const pipeline::CheckedTexts& checked, std::size_t at) {
    const pipeline::Analysis& analysis = checked.analyses[at];
    emit::BuildInput input;
    input.sources = report.sources;
    input.date = kDate;
    input.decider.library = &*checked.program->library;
    input.decider.protocol = analysis.protocol;
    input.decider.worlds = &analysis.worlds;
    input.decider.selected = &analysis.selected;
    input.decider.decisions = &analysis.decisions;
    input.report = &checked.reports[at];
    return emit::htmlPage(input);
}

/// Writes it in one of the forms: writing all of them takes longer than judging.
void write(const emit::CheckReport& report, const pipeline::CheckedTexts& checked, std::size_t choice) {
    switch (choice % 4) {
    case 0: mustBeText(emit::textReport(report, {})); break;
    case 1: mustBeText(emit::plainReport(report, support::Language::English)); break;
    case 2: mustBeText(emit::checkJson(report, support::Language::Dutch)); break;
    default:
        for (std::size_t at = 0; at < checked.reports.size(); ++at) {
            mustBeText(page(report, checked, at));
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Base base;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    // Chosen by what stands in it, so that a part that is cut out when an input that fails is made
    // smaller changes nothing.
    const std::size_t choice = size == 0 ? 0 : data[size - 1];
    // Each input gets the library's sources and its own.
    support::SourceMap sources = base.sources;
    diagnostics::Sink sink;
    const pipeline::Text text{"input.meld", bytes};
    const pipeline::CheckedTexts checked =
        pipeline::checkTexts(sources, base.libraries[choice % Base::kParts], {&text, 1}, kDate, sink);
    render(sources, sink);
    emit::CheckReport report;
    report.sources = &sources;
    report.date = kDate;
    for (const baseline::ProtocolReport& one : checked.reports) {
        const model::Library& library = checked.program->library;
        report.protocols.push_back({{&library, text.name, ""},
                                    &one,
                                    baseline::currencyFor(library, *one.protocol, kDate),
                                    nullptr});
        for (const baseline::NormResult& result : one.results) {
            // A case that does not break its requirement when it is walked again.
            if (result.internalError) {
                std::abort();
            }
        }
    }
    write(report, checked, choice / Base::kParts);
    return 0;
}
