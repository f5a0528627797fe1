#include "noticing.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>

#include "emit/answers/test_report.h"
#include "parser/parser.h"
#include "sema/sema.h"
#include "syntax/printer.h"

namespace meldc::mutation {

using baseline::Status;

namespace {

const support::Date kDate = *support::Date::parse("2026-11-21");

/// The shipped library, read once.
const model::Library& library() {
    static const model::Library kLibrary = [] {
        support::SourceMap sources;
        diagnostics::Sink sink;
        const auto texts = pipeline::embeddedLibrary();
        return pipeline::compileLibrary(sources, texts, sink);
    }();
    return kLibrary;
}

void runCases(const model::Program& program, const pipeline::Analysis& analysis,
              Judgement& judgement) {
    emit::Decider decider;
    decider.library = &*program.library;
    decider.protocol = analysis.protocol;
    decider.worlds = &analysis.worlds;
    decider.selected = &analysis.selected;
    decider.decisions = &analysis.decisions;
    for (const auto& declared : program.cases) {
        ++judgement.cases;
        if (!emit::runCase(decider, declared).passed) {
            judgement.failedCases.insert(declared.label);
        }
    }
}

} // namespace

std::string repositoryFile(const std::string& path) {
    std::ifstream stream(std::string(MELDC_SOURCE_DIR) + "/" + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

syntax::Document parsed(const std::string& text) {
    support::SourceMap sources;
    diagnostics::Sink sink;
    const auto file = pipeline::addText(sources, "protocol.meld", text);
    auto document = parser::parse(sources.file(file), file, sink);
    EXPECT_TRUE(sink.isEmpty());
    return document;
}

Judgement judge(std::span<const std::string> texts, const std::string& unit) {
    support::SourceMap sources;
    diagnostics::Sink sink;
    std::vector<syntax::Document> documents;
    for (const auto& text : texts) {
        const auto file = pipeline::addText(sources, "protocol.meld", text);
        documents.push_back(parser::parse(sources.file(file), file, sink));
    }
    auto program = sema::buildProgram(library(), documents, sink);
    const auto found = std::find_if(program.protocols.begin(), program.protocols.end(),
                                    [&](const auto& each) { return each.name == unit; });
    Judgement judgement;
    judgement.compiles = !sink.hasErrors() && found != program.protocols.end();
    if (!judgement.compiles) {
        return judgement;
    }
    found->asOf = kDate;
    const auto analysis = pipeline::analyse(program.library->vocabulary, *found);
    const auto report = pipeline::judge(program, analysis, kDate);
    for (const auto& result : report.results) {
        judgement.verdicts[result.norm->id] = {result.status, result.vacuous};
    }
    for (const auto& finding : report.findings) {
        ++judgement.findings[std::string(diagnostics::info(finding.diagnostic.id).code)];
    }
    runCases(program, analysis, judgement);
    return judgement;
}

std::string noticedBy(const Judgement& original, const Judgement& mutant) {
    if (!mutant.compiles) {
        return "the compiler";
    }
    for (const auto& [norm, verdict] : original.verdicts) {
        const auto now = mutant.verdicts.find(norm);
        const bool wasMet = verdict.first == Status::Satisfied && !verdict.second;
        const bool isMet = now != mutant.verdicts.end() &&
                           now->second.first == Status::Satisfied && !now->second.second;
        if (wasMet && !isMet) {
            return norm;
        }
    }
    for (const auto& [code, count] : mutant.findings) {
        const auto before = original.findings.find(code);
        if (before == original.findings.end() || before->second < count) {
            return code;
        }
    }
    return mutant.failedCases.empty() ? "" : "a case";
}

std::map<std::string, std::string> knownSurvivors(const std::string& list) {
    std::map<std::string, std::string> survivors;
    std::istringstream lines(repositoryFile(list));
    for (std::string line; std::getline(lines, line);) {
        if (line.empty() || line[0] == '#') {
            continue;
        }
        const auto tab = line.find('\t');
        EXPECT_NE(tab, std::string::npos) << line;
        survivors[line.substr(0, tab)] = tab == std::string::npos ? "" : line.substr(tab + 1);
    }
    return survivors;
}

Harvest mutateEach(std::span<const std::string> texts, std::size_t changed, const std::string& unit,
                   const std::function<bool(const Mutant&)>& isMeant) {
    std::vector<std::string> now(texts.begin(), texts.end());
    const auto document = parsed(now[changed]);
    now[changed] = syntax::print(document);
    const auto whole = judge(now, unit);
    EXPECT_TRUE(whole.compiles);
    Harvest harvest;
    for (const auto& mutant : mutantsOf(document)) {
        if (!isMeant(mutant)) {
            continue;
        }
        ++harvest.mutants;
        now[changed] = syntax::print(mutant.document);
        const auto by = noticedBy(whole, judge(now, unit));
        if (by.empty()) {
            harvest.survivors.insert(mutant.name);
        } else {
            ++harvest.noticed[by];
        }
    }
    return harvest;
}

void expectKnown(const Harvest& harvest, const std::string& list) {
    std::cout << harvest.mutants - harvest.survivors.size() << " of " << harvest.mutants
              << " changes are noticed\n";
    for (const auto& [by, count] : harvest.noticed) {
        std::cout << "  " << count << " by " << by << "\n";
    }
    const auto known = knownSurvivors(list);
    for (const auto& name : harvest.survivors) {
        std::cout << "not noticed: " << name << "\n";
        EXPECT_TRUE(known.contains(name)) << name;
    }
    for (const auto& [name, reason] : known) {
        EXPECT_FALSE(reason.empty()) << name << " has no reason";
        EXPECT_TRUE(harvest.survivors.contains(name))
            << name << " is noticed, or is no change any more";
    }
}

} // namespace meldc::mutation
