// What two texts say differently: each kind of change is told as what it is, and once.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <memory>

#include "builders.h"
#include "compare/compare.h"
#include "parser/parser.h"
#include "pipeline/stages.h"
#include "syntax/printer.h"

namespace meldc::compare {
namespace {

const support::Date kDay = *support::Date::parse("2026-11-21");

const model::Library& library() {
    static const model::Library kLibrary = [] {
        support::SourceMap sources;
        diagnostics::Sink sink;
        return pipeline::compileLibrary(sources, pipeline::embeddedLibrary(), sink);
    }();
    return kLibrary;
}

/// A text, compiled with its verdicts.
struct Text {
    explicit Text(const std::string& words, const support::Date& day = kDay) {
        diagnostics::Sink sink;
        const std::vector<pipeline::Text> texts{{"protocol.meld", words}};
        checked = pipeline::checkTexts(sources, library(), texts, day, sink);
        EXPECT_FALSE(sink.hasErrors()) << words;
    }
    Version version() const {
        const pipeline::Analysis& analysis = checked.analyses.at(0);
        return {checked.program.get(), analysis.protocol,   &analysis.worlds,
                &analysis.selected,    &analysis.decisions, &checked.reports.at(0)};
    }
    support::SourceMap sources;
    pipeline::CheckedTexts checked;
};

/// The parts of a text that the tests change.
struct Parts {
    std::string role = "rol ib is intern_begeleider";
    std::string ib = "ib";
    std::string duty = "taak leraar moet vastleggen signalen, tegensignalen in map";
    std::string step = "stap 1 \"Opmerken\"";
    std::string more = {};
    std::string head = {};
};

std::string protocolOf(const Parts& parts) {
    return "meldcode proef \"Proef\" {\n  soort meldcode\n  " + parts.head +
           "\n  rol leraar is leerkracht\n  " + parts.role +
           "\n  systeem map \"map\"\n  contact veilig_thuis telefoon \"0800-2000\"\n  " + parts.step +
           " {\n    wettelijke stap signaleren\n    uitvoerder leraar\n    raadpleegt " + parts.ib + "\n    " +
           parts.duty + "\n    taak " + parts.ib + " moet bespreken signalen met leraar\n    taak " + parts.ib +
           " moet adviseren leraar\n  }\n  " + parts.more + "\n}\n";
}

std::vector<StatementChange> changes(const Parts& before, const Parts& after) {
    const Text old(protocolOf(before));
    const Text renewed(protocolOf(after));
    return compare(old.version(), renewed.version(), kDay).statements;
}

const AspectChange* find(const StatementChange& change, Aspect aspect) {
    const auto at = std::find_if(change.aspects.begin(), change.aspects.end(),
                                 [&](const AspectChange& each) { return each.aspect == aspect; });
    return at == change.aspects.end() ? nullptr : &*at;
}

TEST(Statements, TheSameTextChangesNothing) {
    EXPECT_TRUE(changes({}, {}).empty());
}

TEST(Statements, ADutyThatMovesToAnotherRoleIsOneChange) {
    const auto all = changes({}, {.duty = "taak ib moet vastleggen signalen, tegensignalen in map"});
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all.front().kind, ChangeKind::Changed);
    EXPECT_EQ(all.front().thing, Thing::Duty);
    const AspectChange* who = find(all.front(), Aspect::Performer);
    ASSERT_NE(who, nullptr);
    EXPECT_EQ(who->before.front().nl, "leraar");
    EXPECT_EQ(who->after.front().nl, "ib");
    EXPECT_EQ(all.front().aspects.size(), 1U);
}

TEST(Statements, EachAspectOfADutyIsTold) {
    const struct {
        const char* duty;
        Aspect aspect;
    } kCases[] = {
        {"taak leraar mag vastleggen signalen, tegensignalen in map", Aspect::Modality},
        {"taak leraar moet direct vastleggen signalen, tegensignalen in map", Aspect::Timing},
        {"taak leraar moet vastleggen signalen in map", Aspect::Deed},
        {"taak leraar moet vastleggen signalen, tegensignalen", Aspect::In},
        {"taak leraar moet vastleggen signalen, tegensignalen in map bij vermoeden", Aspect::Condition},
        {"taak leraar moet vastleggen signalen, tegensignalen in map open \"feitelijk\"", Aspect::OpenTerm},
        {"concept taak leraar moet vastleggen signalen, tegensignalen in map", Aspect::Certainty},
    };
    for (const auto& each : kCases) {
        SCOPED_TRACE(each.duty);
        const auto all = changes({}, {.duty = each.duty});
        ASSERT_EQ(all.size(), 1U);
        EXPECT_NE(find(all.front(), each.aspect), nullptr);
        EXPECT_TRUE(all.front().bearsMeaning);
    }
}

TEST(Statements, OrderSaysNothing) {
    EXPECT_TRUE(changes({}, {.duty = "taak leraar moet vastleggen tegensignalen, signalen in map"}).empty());
}

TEST(Statements, ARenamedRoleIsOneLine) {
    const auto all = changes({}, {.role = "rol kwaliteit is intern_begeleider", .ib = "kwaliteit"});
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all.front().kind, ChangeKind::Renamed);
    EXPECT_FALSE(all.front().bearsMeaning);
    EXPECT_NE(all.front().formerTitle.nl.find("ib"), std::string::npos);
    EXPECT_NE(all.front().title.nl.find("kwaliteit"), std::string::npos);
}

TEST(Statements, ARoleOfAnotherKindIsNoRename) {
    const auto all = changes({}, {.role = "rol baas is directie", .ib = "baas"});
    EXPECT_TRUE(std::any_of(all.begin(), all.end(), [](const StatementChange& each) {
        return each.thing == Thing::Role && each.kind == ChangeKind::Vanished;
    }));
    EXPECT_TRUE(std::any_of(all.begin(), all.end(), [](const StatementChange& each) {
        return each.thing == Thing::Duty && find(each, Aspect::Performer) != nullptr;
    }));
}

TEST(Statements, AStepInBetweenMakesNoOtherOnesNew) {
    Parts before;
    before.more = "stap 2 \"Wegen\" { uitvoerder ib }";
    Parts after;
    after.more = "stap 2 \"Praten\" { uitvoerder leraar }\n  stap 3 \"Wegen\" { uitvoerder ib }";
    const auto all = changes(before, after);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(std::count_if(all.begin(), all.end(),
                            [](const auto& each) { return each.kind == ChangeKind::Appeared; }),
              1);
    EXPECT_EQ(std::count_if(all.begin(), all.end(), [](const auto& each) { return each.kind == ChangeKind::Renamed; }),
              1);
}

TEST(Statements, DaysAndWordsBearNoMeaning) {
    for (const Parts& after : {Parts{.head = "vastgesteld 2026-03-01"}, Parts{.head = "versie \"2\""},
                               Parts{.step = "stap 1 \"Signalen opmerken\""},
                               Parts{.more = "uitleg \"Lees dit eerst.\""}}) {
        const auto all = changes({}, after);
        ASSERT_EQ(all.size(), 1U);
        EXPECT_FALSE(all.front().bearsMeaning);
    }
}

TEST(Statements, WhatComesAndGoesIsTold) {
    const struct {
        const char* more;
        Thing thing;
    } kCases[] = {
        {"onderwerp kindcheck { }", Thing::Topic},
        {"uitzondering op gesprek { grond veiligheid }", Thing::Exception},
        {"meldnorm 1 { moet melden bij acute_onveiligheid }", Thing::Meldnorm},
        {"blanco \"het nummer van de vertrouwensinspecteur\"", Thing::Blank},
        {"leeftijd van 0 tot 12 ouder", Thing::Age},
        {"leeftijd van 0 tot 12 ouder over melding", Thing::Age},
        {"beslissing melden { eindverantwoordelijk ib }", Thing::Decision},
        {"onduidelijk \"een zin\" { lezing \"zo\" { } lezing \"anders\" { } }", Thing::Ambiguity},
    };
    for (const auto& each : kCases) {
        SCOPED_TRACE(each.more);
        const Parts with{.more = each.more};
        const auto come = changes({}, with);
        const auto gone = changes(with, {});
        ASSERT_EQ(come.size(), 1U);
        ASSERT_EQ(gone.size(), 1U);
        EXPECT_EQ(come.front().kind, ChangeKind::Appeared);
        EXPECT_EQ(gone.front().kind, ChangeKind::Vanished);
        EXPECT_EQ(come.front().thing, each.thing);
        EXPECT_EQ(gone.front().thing, each.thing);
    }
}

std::string readPolicy(const std::string& name) {
    std::ifstream stream(std::string(MELDC_SOURCE_DIR) + "/policies/" + name + "/protocol.meld", std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// Questions in a statement, at any depth.
std::ptrdiff_t questionsIn(const syntax::Statement& statement) {
    std::ptrdiff_t count = statement.kind == syntax::StatementKind::Question ? 1 : 0;
    for (const syntax::Statement& each : statement.block) {
        count += questionsIn(each);
    }
    return count;
}

/// Turns the order of statements round in every block but those where it says something: the first
/// question is the one that is asked first, wherever it stands, and a step comes after those before it.
void turnRound(std::vector<syntax::Statement>& block) {
    const auto withQuestions = std::count_if(block.begin(), block.end(), [](const syntax::Statement& each) {
        return questionsIn(each) > 0;
    });
    const bool hasSteps = std::any_of(block.begin(), block.end(), [](const syntax::Statement& each) {
        return each.kind == syntax::StatementKind::Step;
    });
    if (withQuestions <= 1 && !hasSteps) {
        std::reverse(block.begin(), block.end());
    }
    for (syntax::Statement& each : block) {
        turnRound(each.block);
    }
}

TEST(Statements, LayoutAndOrderOfRealCodesSayNothing) {
    for (const char* name : {"voorbeeld", "innovo"}) {
        SCOPED_TRACE(name);
        const std::string words = readPolicy(name);
        support::SourceMap sources;
        diagnostics::Sink sink;
        const auto file = pipeline::addText(sources, "protocol.meld", words);
        syntax::Document document = parser::parse(sources.file(file), file, sink);
        ASSERT_FALSE(sink.hasErrors());
        const Text before(words);
        const Text printed(syntax::print(document));
        const Difference layout = compare(before.version(), printed.version(), kDay);
        EXPECT_TRUE(layout.isEmpty());
        EXPECT_TRUE(layout.findings.empty());
        for (syntax::Unit& unit : document.units) {
            turnRound(unit.block);
        }
        const Text turned(syntax::print(document));
        const Difference order = compare(before.version(), turned.version(), kDay);
        EXPECT_TRUE(order.statements.empty());
        for (const StatementChange& each : order.statements) {
            ADD_FAILURE() << each.title.en << " was " << each.formerTitle.en;
        }
        EXPECT_TRUE(order.cases.groups.empty());
    }
}

TEST(Verdicts, FlipNormByNorm) {
    const std::string words = readPolicy("voorbeeld");
    std::string other = words;
    const std::string owner = "{ eindverantwoordelijk directeur }";
    other.replace(other.find(owner), owner.size(), "{ }");
    const Text before(words);
    const Text after(other);
    const Difference difference = compare(before.version(), after.version(), kDay);
    ASSERT_FALSE(difference.verdicts.empty());
    const auto at = std::find_if(difference.verdicts.begin(), difference.verdicts.end(),
                                 [](const VerdictChange& each) { return each.norm->id == "R15"; });
    ASSERT_NE(at, difference.verdicts.end());
    EXPECT_EQ(at->flip, Flip::Worse);
    EXPECT_TRUE(difference.cases.groups.empty());
    // The other way round.
    const Difference back = compare(after.version(), before.version(), kDay);
    EXPECT_TRUE(std::all_of(back.verdicts.begin(), back.verdicts.end(),
                            [](const VerdictChange& each) { return each.flip == Flip::Better; }));
}

TEST(Compare, TooManyFactsAreTold) {
    model::Program program;
    std::vector<model::Condition> any;
    auto& vocabulary = program.library.edit().vocabulary;
    for (std::size_t index = 0; index <= support::kMaxFacts; ++index) {
        any.push_back(logic::testing::fact(logic::testing::addFact(vocabulary, "f" + std::to_string(index))));
    }
    model::Protocol protocol;
    protocol.name = "groot";
    protocol.questions.push_back(logic::testing::question("1", logic::testing::any(any), {}));
    const model::Worlds worlds = model::worldsOf(protocol);
    const std::vector<model::Protocol> selected{protocol};
    const std::vector<logic::Decision> decisions{logic::compile(vocabulary, protocol)};
    ASSERT_TRUE(decisions.front().tooLarge());
    const Version version{&program, &protocol, &worlds, &selected, &decisions, nullptr};
    const Difference difference = compare(version, version, kDay);
    ASSERT_EQ(difference.findings.size(), 1U);
    EXPECT_EQ(difference.findings.front().id, diagnostics::Diag::VersionsTooLarge);
    EXPECT_FALSE(difference.isEmpty());
}

} // namespace
} // namespace meldc::compare
