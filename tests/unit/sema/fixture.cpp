#include "fixture.h"

#include <gtest/gtest.h>

#include "parser/parser.h"
#include "sema/sema.h"

namespace meldc::test {

const char* const kSmallLibrary = R"(
begrip vermoeden is feit "vermoeden" { aard gevaar }
begrip acuut is feit "acuut" { aard gevaar }
begrip hulp_kan is feit "hulp kan" { aard steun veranderlijk }
altijd acuut => vermoeden
begrip melden is gevolg "melden" { sluit uit afsluiten }
begrip hulp is gevolg "hulp"
begrip afsluiten is gevolg "afsluiten"
begrip vastleggen is gevolg "vastleggen"
begrip advies_vt is gevolg "advies"
begrip raadplegen is handeling "raadplegen" { geeft advies_vt bij veilig_thuis }
begrip bespreken is handeling "bespreken"
begrip veilig_thuis is partij "Veilig Thuis"
begrip beroepskracht is rolsoort "beroepskracht"
begrip leraar is rolsoort "leraar" { valt onder beroepskracht }
begrip kind is betrokkene "kind"
begrip wegen is stapfunctie "wegen"
begrip signalen is zaak "signalen"
begrip kindcheck is onderwerp "kindcheck"
begrip po is sector "po"
bron besluit "Besluit" { bwb BWBR0033723 toestand 2013-07-31 gelezen }
afwegingskader basis "Basis" {
  versie "1"
  grond acuut
  vraag 1 "vermoeden?" { antwoord ja als vermoeden  bij ja vraag 2  bij nee afsluiten }
  vraag 2 "acuut?" { antwoord ja als acuut  bij ja melden  bij nee hulp }
}
)";

namespace {

syntax::Document read(support::SourceMap& sources, const char* name, const std::string& text,
                      diagnostics::Sink& sink) {
    const auto file = sources.add(name, text);
    return parser::parse(sources.file(file), file, sink);
}

}  // namespace

std::vector<std::string> Compiled::codes() const {
    std::vector<std::string> result;
    for (const auto& each : sink.sorted()) result.emplace_back(diagnostics::info(each.id).code);
    return result;
}

const model::Protocol& Compiled::unit(const std::string& name) const {
    for (const model::Protocol& each : program.protocols) {
        if (each.name == name) return each;
    }
    ADD_FAILURE() << "no unit " << name;
    static const model::Protocol kNone;
    return kNone;
}

Compiled compile(const std::string& text) {
    Compiled result;
    std::vector<syntax::Document> library;
    library.push_back(read(result.sources, "library.meld", kSmallLibrary, result.sink));
    model::Library built = sema::buildLibrary(library, result.sink);
    EXPECT_TRUE(result.sink.isEmpty()) << result.codes().front();
    std::vector<syntax::Document> documents;
    documents.push_back(read(result.sources, "test.meld", text, result.sink));
    result.program = sema::buildProgram(std::move(built), documents, result.sink);
    return result;
}

}  // namespace meldc::test
