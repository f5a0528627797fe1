#include "fixture.h"

#include <gtest/gtest.h>

#include <set>

#include "parser/parser.h"
#include "sema/sema.h"

namespace meldc::check {

namespace {

const char* const kLibrary = R"(
begrip vermoeden is feit "vermoeden" { aard gevaar }
begrip acuut is feit "acuut" { aard gevaar }
begrip structureel is feit "structureel" { aard gevaar }
begrip disclosure is feit "disclosure" { aard gevaar }
begrip hulp_mogelijk is feit "hulp mogelijk" { aard steun }
begrip hulp_werkt is feit "hulp werkt" { aard steun  veranderlijk  later bekend }
altijd acuut => vermoeden
altijd structureel => vermoeden
altijd disclosure => vermoeden
begrip melden is gevolg "melden" { en "report"  sluit uit afsluiten }
begrip hulp is gevolg "hulp"
begrip afsluiten is gevolg "afsluiten"
begrip vastleggen is gevolg "vastleggen"
begrip advies_vt is gevolg "advies"
begrip raadplegen is handeling "raadplegen" { raadpleegt  geeft advies_vt bij veilig_thuis }
begrip volgen is handeling "volgen"
begrip bespreken is handeling "bespreken"
begrip veilig_thuis is partij "Veilig Thuis"
begrip amk is partij "AMK" { verouderd sinds 2015-01-01 nu veilig_thuis }
bron oude_wet "Oude wet" { vervallen per 2018-05-25 }
begrip leraar is rolsoort "leraar" { valt onder beroepskracht }
begrip beroepskracht is rolsoort "beroepskracht"
begrip directie is rolsoort "directie"
begrip wegen is stapfunctie "wegen"
begrip signalen is zaak "signalen"
begrip po is sector "po"
afwegingskader basis "Basis" {
  vraag 1 "vermoeden?" {
    antwoord ja als vermoeden
    bij ja vraag 2
    bij nee afsluiten
    bij twijfel advies_vt, wacht op nieuw antwoord
  }
  vraag 2 "acuut?" {
    antwoord ja als acuut
    bij ja melden
    bij nee hulp
    bij twijfel advies_vt, wacht op nieuw antwoord
  }
}
)";

syntax::Document read(support::SourceMap& sources, const char* name, const std::string& text,
                      diagnostics::Sink& sink) {
    const auto file = sources.add(name, text);
    return parser::parse(sources.file(file), file, sink);
}

const char* answerWord(model::Answer answer) {
    return answer == model::Answer::Yes ? "ja" : answer == model::Answer::No ? "nee" : "twijfel";
}

} // namespace

std::vector<const Finding*> Checked::withCode(const std::string& code) const {
    std::vector<const Finding*> result;
    for (const Finding& finding : findings) {
        if (diagnostics::info(finding.diagnostic.id).code == code) {
            result.push_back(&finding);
        }
    }
    return result;
}

std::string Checked::codes() const {
    std::set<std::string> codes;
    for (const Finding& finding : findings) {
        codes.emplace(diagnostics::info(finding.diagnostic.id).code);
    }
    std::string text;
    for (const auto& code : codes) {
        text += (text.empty() ? "" : " ") + code;
    }
    return text;
}

std::string Checked::at(support::Span span) const {
    if (!span.hasPlace()) {
        return "(no place)";
    }
    const std::string rest(sources.file(span.file).text().substr(span.begin));
    return rest.substr(0, rest.find('\n'));
}

std::string Checked::caseOf(const Finding& finding) const {
    const auto& vocabulary = program.library->vocabulary;
    if (!finding.facts) {
        return "(no case)";
    }
    std::string text;
    for (std::uint32_t index = 0; index < vocabulary.facts.size(); ++index) {
        const auto answer = *finding.facts->values[index];
        if (answer != vocabulary.facts[index].quiet()) {
            text += (text.empty() ? "" : " ") + vocabulary.nameOf(model::FactId{index}) + "=" +
                    answerWord(answer);
        }
    }
    for (const auto& term : finding.assumed) {
        text += " '" + term.words + "'=" + (term.value ? "ja" : "nee");
    }
    return text;
}

Checked check(const std::string& text, const std::string& unit, const std::string& day) {
    Checked result;
    diagnostics::Sink sink;
    std::vector<syntax::Document> library;
    library.push_back(read(result.sources, "library.meld", kLibrary, sink));
    model::Library built = sema::buildLibrary(library, sink);
    std::vector<syntax::Document> documents;
    documents.push_back(read(result.sources, "test.meld", text, sink));
    result.program = sema::buildProgram(std::move(built), documents, sink);
    for (model::Protocol& protocol : result.program.protocols) {
        protocol.asOf = support::Date::parse(day);
    }
    for (const auto& diagnostic : sink.sorted()) {
        ADD_FAILURE() << diagnostics::info(diagnostic.id).code << " at "
                      << result.at(diagnostic.span);
    }
    const auto& vocabulary = result.program.library->vocabulary;
    for (const model::Protocol& protocol : result.program.protocols) {
        if (protocol.name != unit) {
            continue;
        }
        result.worlds = model::worldsOf(protocol);
        for (const model::World& world : result.worlds.all) {
            result.selected.push_back(model::select(protocol, world));
            result.decisions.push_back(logic::compile(vocabulary, result.selected.back()));
        }
        result.findings = runChecks(
            {vocabulary, protocol, result.worlds.all, result.selected, result.decisions,
             result.worlds.truncated});
        return result;
    }
    ADD_FAILURE() << "no unit " << unit;
    return result;
}

const Finding& expectOne(const Checked& checked, const std::string& code,
                         const std::string& place) {
    static const Finding kNone{diagnostics::make<diagnostics::Diag::NoQuestions>({})};
    const auto found = checked.withCode(code);
    EXPECT_EQ(found.size(), 1U) << code << " among: " << checked.codes();
    if (found.empty()) {
        return kNone;
    }
    EXPECT_TRUE(checked.at(found[0]->diagnostic.span).starts_with(place))
        << code << " stands at: " << checked.at(found[0]->diagnostic.span);
    return *found[0];
}

void expectNone(const Checked& checked, const std::string& code) {
    for (const auto* finding : checked.withCode(code)) {
        ADD_FAILURE() << code << " at: " << checked.at(finding->diagnostic.span);
    }
}

} // namespace meldc::check
