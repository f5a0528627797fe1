// Every small change to the complying code is noticed by a norm, a check or a case.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include "driver/pipeline.h"
#include "emit/test_report.h"
#include "mutants.h"
#include "parser/parser.h"
#include "syntax/printer.h"

namespace meldc::mutation {
namespace {

using baseline::Status;

const support::Date kDate = *support::Date::parse("2026-11-21");

std::string read(const std::string& path) {
    std::ifstream stream(std::string(MELDC_SOURCE_DIR) + "/" + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// The shipped library, read once.
const model::Library& library() {
    static const model::Library kLibrary = [] {
        support::SourceMap sources;
        diagnostics::Sink sink;
        const auto texts = driver::embeddedLibrary();
        return driver::compileLibrary(sources, texts, sink);
    }();
    return kLibrary;
}

/// All that the program says of a text.
struct Judgement {
    bool compiles = false;
    /// Verdict per norm: the status, and whether its premise occurs.
    std::map<std::string, std::pair<Status, bool>> verdicts;
    /// How often each finding is there.
    std::map<std::string, std::size_t> findings;
    std::set<std::string> failedCases;
    std::size_t cases = 0;
};

void runCases(const driver::CheckedTexts& checked, Judgement& judgement) {
    const auto& analysis = checked.analyses[0];
    emit::Decider decider;
    decider.library = &checked.program->library;
    decider.protocol = analysis.protocol;
    decider.worlds = &analysis.worlds;
    decider.selected = &analysis.selected;
    decider.decisions = &analysis.decisions;
    for (const auto& declared : checked.program->cases) {
        ++judgement.cases;
        if (!emit::runCase(decider, declared).passed) {
            judgement.failedCases.insert(declared.label);
        }
    }
}

Judgement judge(const std::string& text) {
    support::SourceMap sources;
    diagnostics::Sink sink;
    const std::vector<driver::Text> texts{{"protocol.meld", text}};
    const auto checked = driver::checkTexts(sources, library(), texts, kDate, sink);
    Judgement judgement;
    judgement.compiles = !sink.hasErrors() && checked.reports.size() == 1;
    if (!judgement.compiles) {
        return judgement;
    }
    for (const auto& result : checked.reports[0].results) {
        judgement.verdicts[result.norm->id] = {result.status, result.vacuous};
    }
    for (const auto& finding : checked.reports[0].findings) {
        ++judgement.findings[std::string(diagnostics::info(finding.diagnostic.id).code)];
    }
    runCases(checked, judgement);
    return judgement;
}

/// Who notices that `mutant` is worse than `original`; empty: no one.
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
    return mutant.failedCases.empty() ? "" : "case: " + *mutant.failedCases.begin();
}

/// Mutants that may live, with the reason.
std::map<std::string, std::string> knownSurvivors() {
    std::map<std::string, std::string> survivors;
    std::istringstream lines(read("tests/mutation/survivors.tsv"));
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

syntax::Document original() {
    static support::SourceMap sources;
    diagnostics::Sink sink;
    const auto file = driver::addText(sources, "protocol.meld", read("policies/voorbeeld/protocol.meld"));
    auto document = parser::parse(sources.file(file), file, sink);
    EXPECT_TRUE(sink.isEmpty());
    return document;
}

TEST(Mutation, TheCodeItselfIsInOrder) {
    const auto judgement = judge(syntax::print(original()));
    ASSERT_TRUE(judgement.compiles);
    // What only people can judge (R2, R20) is open for every code.
    const std::set<std::string> human{"R2", "R20"};
    // It does not speak of staff who are themselves suspected.
    const std::set<std::string> elsewhere{"R25"};
    for (const auto& [norm, verdict] : judgement.verdicts) {
        EXPECT_EQ(verdict.first, human.contains(norm)       ? Status::Open
                                 : elsewhere.contains(norm) ? Status::NotApplicable
                                                            : Status::Satisfied)
            << norm;
        EXPECT_FALSE(verdict.second) << norm << " is met for want of anything to judge";
    }
    EXPECT_TRUE(judgement.findings.empty());
    EXPECT_GT(judgement.cases, 5U);
    EXPECT_TRUE(judgement.failedCases.empty());
}

TEST(Mutation, EveryChangeIsNoticed) {
    const auto document = original();
    const auto whole = judge(syntax::print(document));
    ASSERT_TRUE(whole.compiles);
    const auto known = knownSurvivors();
    std::set<std::string> survivors;
    std::map<std::string, std::size_t> noticed;
    std::size_t killed = 0;
    const auto mutants = mutantsOf(document);
    for (const auto& mutant : mutants) {
        const auto by = noticedBy(whole, judge(syntax::print(mutant.document)));
        if (by.empty()) {
            survivors.insert(mutant.name);
        } else {
            ++killed;
            ++noticed[by.starts_with("case") ? "a case" : by];
        }
    }
    std::cout << killed << " of " << mutants.size() << " changes are noticed; "
              << survivors.size() << " are not\n";
    for (const auto& [by, count] : noticed) {
        std::cout << "  " << count << " by " << by << "\n";
    }
    EXPECT_GT(mutants.size(), 200U);
    for (const auto& name : survivors) {
        const auto reason = known.find(name);
        std::cout << "not noticed: " << name << "\n";
        EXPECT_TRUE(reason != known.end()) << name;
    }
    for (const auto& [name, reason] : known) {
        EXPECT_FALSE(reason.empty()) << name << " has no reason";
        EXPECT_TRUE(survivors.contains(name)) << name << " is noticed, or is no change any more";
    }
}

} // namespace
} // namespace meldc::mutation
