// No small change to the complying code slips past the comparison of versions.

#include <gtest/gtest.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>

#include "compare/compare.h"
#include "model/print.h"
#include "mutants.h"
#include "parser/parser.h"
#include "pipeline/stages.h"
#include "sanitized.h"
#include "sema/sema.h"
#include "syntax/printer.h"

namespace meldc::mutation {
namespace {

const support::Date kDay = *support::Date::parse("2026-11-21");

const model::Library& sharedLibrary() {
    static const model::Library kLibrary = [] {
        support::SourceMap sources;
        diagnostics::Sink sink;
        return pipeline::compileLibrary(sources, pipeline::embeddedLibrary(), sink);
    }();
    return kLibrary;
}

/// A code that compiles, without verdicts: what it says and decides must tell it apart.
struct Compiled {
    std::unique_ptr<model::Program> program;
    pipeline::Analysis analysis;

    [[nodiscard]] compare::Version version() const {
        return {program.get(),      analysis.protocol,   &analysis.worlds,
                &analysis.selected, &analysis.decisions, nullptr};
    }
};

std::optional<Compiled> compiled(const syntax::Document& document) {
    diagnostics::Sink sink;
    Compiled result;
    result.program = std::make_unique<model::Program>(sema::buildProgram(sharedLibrary(), {document}, sink));
    if (sink.hasErrors() || result.program->protocols.size() != 1) {
        return std::nullopt;
    }
    result.analysis = pipeline::analyse(result.program->library->vocabulary, result.program->protocols.front());
    return result;
}

TEST(MutationDiff, EveryChangeOfMeaningIsInTheDifference) {
    std::ifstream stream(std::string(MELDC_SOURCE_DIR) + "/policies/voorbeeld/protocol.meld", std::ios::binary);
    const std::string words{std::istreambuf_iterator<char>(stream), {}};
    support::SourceMap sources;
    diagnostics::Sink sink;
    const auto file = pipeline::addText(sources, "protocol.meld", words);
    const syntax::Document document = parser::parse(sources.file(file), file, sink);
    const auto original = compiled(document);
    ASSERT_TRUE(original);
    const auto printed = [](const Compiled& code) {
        return model::print(*code.analysis.protocol, code.program->library->vocabulary);
    };
    const std::string before = printed(*original);
    // Under the sanitizers one in ten.
    const std::size_t step = test::kIsSanitized ? 10 : 1;
    const auto mutants = mutantsOf(document);
    std::size_t compared = 0;
    std::size_t weakening = 0;
    for (std::size_t index = 0; index < mutants.size(); index += step) {
        const auto mutant = compiled(mutants[index].document);
        if (!mutant || printed(*mutant) == before) {
            continue;
        }
        ++compared;
        const compare::Difference difference = compare::compare(original->version(), mutant->version(), kDay);
        EXPECT_FALSE(difference.isEmpty()) << mutants[index].name;
        EXPECT_FALSE(difference.cases.replayFailed) << mutants[index].name;
        weakening += compare::isNone(difference.cases.weakened) ? 0U : 1U;
        // And back: what was lost is gained.
        const compare::Difference back = compare::compare(mutant->version(), original->version(), kDay);
        EXPECT_EQ(back.cases.changed, difference.cases.changed) << mutants[index].name;
        EXPECT_EQ(back.statements.size(), difference.statements.size()) << mutants[index].name;
    }
    std::cout << compared << " changes compared; " << weakening << " weaken protection\n";
    EXPECT_GT(compared, 200U / step);
    EXPECT_GT(weakening, 20U / step);
}

} // namespace
} // namespace meldc::mutation
