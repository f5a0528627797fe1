#include "unit/parser/fixture.h"

#include <gtest/gtest.h>

#include <limits>

namespace meldc::parser::test {

namespace {

using namespace syntax;

/// The one statement of a text inside a unit.
Statement statementOf(const std::string& text) {
    const Read parsed = read(inUnit(text));
    EXPECT_EQ(parsed.sentences(), std::vector<std::string>{}) << text;
    const auto& block = parsed.document.units.at(0).block;
    EXPECT_EQ(block.size(), 1U) << text;
    return block.at(0);
}

/// The first statement in a step, and in a question of a step.
Statement inStep(const std::string& text) {
    return statementOf("stap 1 \"s\" { " + text + " }").block.at(0);
}
Statement inQuestion(const std::string& text) {
    return inStep("vraag 1 \"v\" { " + text + " }").block.at(0);
}

std::vector<std::string> textsOf(const std::vector<Name>& names) {
    std::vector<std::string> texts;
    for (const Name& name : names) {
        texts.push_back(name.text);
    }
    return texts;
}

using Texts = std::vector<std::string>;

TEST(Tree, ARoleHasItsNameLabelSynonymsAndKinds) {
    const Statement role = statementOf("rol af \"Aandacht\" ook \"A\", \"B\" is x, y staat in doc regel 3-4, 9");
    EXPECT_EQ(role.kind, StatementKind::Role);
    EXPECT_EQ(textsOf(role.names), Texts{"af"});
    EXPECT_EQ(role.label->text, "Aandacht");
    EXPECT_EQ(textsOf(role.synonyms), (Texts{"A", "B"}));
    EXPECT_EQ(textsOf(role.more), (Texts{"x", "y"}));
    ASSERT_EQ(role.places.size(), 1U);
    EXPECT_EQ(role.places[0].document->text, "doc");
    EXPECT_EQ(role.places[0].lines, (std::vector<LineRange>{{3, 4}, {9, 9}}));
}

TEST(Tree, OneOfSeveralIsNotAllOfThem) {
    const Statement one = inStep("taak a moet doen x of y met c of d aan e of f");
    ASSERT_TRUE(one.duty);
    EXPECT_EQ(textsOf(one.duty->objects), (Texts{"x", "y"}));
    EXPECT_EQ(textsOf(one.duty->with), (Texts{"c", "d"}));
    EXPECT_EQ(textsOf(one.duty->to), (Texts{"e", "f"}));
    EXPECT_TRUE(one.duty->oneOfObjects);
    EXPECT_TRUE(one.duty->oneOfWith);
    EXPECT_TRUE(one.duty->oneOfTo);
    const Statement all = inStep("taak a moet doen x, y met c en d aan e");
    ASSERT_TRUE(all.duty);
    EXPECT_FALSE(all.duty->oneOfObjects);
    EXPECT_FALSE(all.duty->oneOfWith);
    EXPECT_FALSE(all.duty->oneOfTo);
}

TEST(Tree, ADutyHasAllItsParts) {
    const Statement node = inStep("taak a, anders b moet binnen 2 werkdagen doen x, y in s of t met c en d aan e "
                                  "over f namens organisatie bij p tenzij q voor stap 4 pas na stap 1 "
                                  "terug naar vraag 2 open \"waar nodig\"");
    ASSERT_TRUE(node.duty);
    const Duty& duty = *node.duty;
    EXPECT_TRUE(node.names.empty());
    EXPECT_EQ(textsOf(node.performer->names), Texts{"a"});
    EXPECT_EQ(node.performer->otherwise->text, "b");
    EXPECT_EQ(node.modality, Modality::Must);
    EXPECT_EQ(duty.timing, (Timing{TimingKind::WorkingDays, 2}));
    EXPECT_EQ(duty.action.text, "doen");
    EXPECT_EQ(textsOf(duty.objects), (Texts{"x", "y"}));
    EXPECT_EQ(textsOf(duty.in), (Texts{"s", "t"}));
    EXPECT_EQ(textsOf(duty.with), (Texts{"c", "d"}));
    EXPECT_EQ(textsOf(duty.to), Texts{"e"});
    EXPECT_EQ(textsOf(duty.about), Texts{"f"});
    EXPECT_TRUE(duty.behalfOfOrganisation);
    EXPECT_EQ(duty.when->name.text, "p");
    EXPECT_EQ(duty.unless->name.text, "q");
    EXPECT_EQ(duty.beforeStep->text, "4");
    EXPECT_EQ(duty.afterStep->text, "1");
    EXPECT_EQ(duty.returnTo->text, "2");
    EXPECT_EQ(textsOf(duty.openTerms), Texts{"waar nodig"});
}

TEST(Tree, ModalityOfADuty) {
    EXPECT_EQ(inStep("taak a mag doen").modality, Modality::May);
    EXPECT_EQ(inStep("taak a mag niet doen").modality, Modality::MayNot);
}

TEST(Tree, PerformersAreJointOneOfThemAgreedOrOpen) {
    EXPECT_TRUE(inStep("uitvoerder a en b").performer->joint);
    EXPECT_FALSE(inStep("uitvoerder a of b").performer->joint);
    EXPECT_EQ(inStep("uitvoerder afgesproken tussen a en b").performer->kind, PerformerKind::Agreed);
    const auto open = inStep("uitvoerder open \"de zorgverlener\"").performer;
    EXPECT_EQ(open->kind, PerformerKind::Open);
    EXPECT_EQ(open->openTerm->text, "de zorgverlener");
}

TEST(Tree, AnEdgeHasItsPartsInOrder) {
    const Statement edge = inQuestion("bij twijfel moet a, mag niet b, verder met vraag 3 samen met c en d, "
                                      "naar stap 4, wacht op nieuw antwoord, open \"x\", einde");
    EXPECT_EQ(edge.answer, Answer::Doubt);
    ASSERT_EQ(edge.edge.size(), 7U);
    EXPECT_EQ(edge.edge[0].modality, Modality::Must);
    EXPECT_EQ(edge.edge[1].modality, Modality::MayNot);
    EXPECT_EQ(edge.edge[2].kind, EdgePartKind::Question);
    EXPECT_EQ(edge.edge[2].name.text, "3");
    EXPECT_EQ(textsOf(edge.edge[2].together), (Texts{"c", "d"}));
    EXPECT_EQ(edge.edge[3].kind, EdgePartKind::Step);
    EXPECT_EQ(edge.edge[4].kind, EdgePartKind::Wait);
    EXPECT_EQ(edge.edge[5].kind, EdgePartKind::Open);
    EXPECT_EQ(edge.edge[6].kind, EdgePartKind::End);
}

TEST(Tree, AndBindsCloserThanOrAndChainsAreFlat) {
    const Condition condition = *statementOf("route r bij a of b en c of (d of e) { }").condition;
    ASSERT_EQ(condition.kind, ConditionKind::Or);
    ASSERT_EQ(condition.operands.size(), 4U);
    EXPECT_EQ(condition.operands[1].kind, ConditionKind::And);
    EXPECT_EQ(condition.operands[3].name.text, "e");
}

TEST(Tree, AWordBeforeAConditionBindsClosest) {
    const Condition condition = *statementOf("route r bij niet a en twijfel over b en misschien c { }").condition;
    ASSERT_EQ(condition.kind, ConditionKind::And);
    ASSERT_EQ(condition.operands.size(), 3U);
    EXPECT_EQ(condition.operands[0].kind, ConditionKind::Not);
    EXPECT_EQ(condition.operands[1].kind, ConditionKind::DoubtAbout);
    EXPECT_EQ(condition.operands[2].kind, ConditionKind::Perhaps);
}

TEST(Tree, PrefixesAreMarksOnTheStatement) {
    const Statement node = statementOf("concept vervang rol a is b");
    EXPECT_EQ(node.kind, StatementKind::Role);
    EXPECT_TRUE(node.draft);
    EXPECT_TRUE(node.replaces);
}

TEST(Tree, ASpanIsTheStatementWithoutItsBlock) {
    const std::string text = inUnit("  stap 1 \"s\"  { uitvoerder af }");
    const Read parsed = read(text);
    const Statement& step = parsed.document.units.at(0).block.at(0);
    EXPECT_EQ(parsed.sources.text(step.span), "stap 1 \"s\"");
    EXPECT_EQ(parsed.sources.text(step.block.at(0).span), "uitvoerder af");
    EXPECT_EQ(parsed.sources.text(parsed.document.units.at(0).span), "meldcode u \"U\"");
}

TEST(Tree, WhatLapsesIsAPathAndEndsBeforeTheNextStatement) {
    const Read parsed = read(inUnit("vervalt stap 4 taak directeur raadplegen\n"
                                    "vervalt stap 5\nstap 6 \"x\" { }\nvervalt contact v\ncontact w telefoon \"1\""));
    EXPECT_EQ(parsed.sentences(), Texts{});
    const auto& block = parsed.document.units.at(0).block;
    ASSERT_EQ(block.size(), 5U);
    ASSERT_EQ(block[0].lapse.size(), 2U);
    EXPECT_EQ(block[0].lapse[1].kind, LapseKind::Duty);
    EXPECT_EQ(block[0].lapse[1].action->text, "raadplegen");
    EXPECT_EQ(block[1].lapse.size(), 1U);
    EXPECT_EQ(block[4].kind, StatementKind::Contact);
}

TEST(Tree, AnOpenAgeHasNoEnd) {
    EXPECT_EQ(statementOf("leeftijd van 16 kind").ranges.at(0).last, std::numeric_limits<std::uint32_t>::max());
    EXPECT_EQ(statementOf("leeftijd van 12 tot 16 kind").ranges.at(0).last, 16U);
}

TEST(Tree, AnAgeKnowsWhatIsTalkedAbout) {
    const Statement plain = statementOf("leeftijd van 12 tot 16 kind en ouder");
    EXPECT_TRUE(plain.more.empty());
    const Statement about = statementOf("leeftijd van 12 tot 16 kind en ouder over melding");
    ASSERT_EQ(about.names.size(), 2U);
    EXPECT_EQ(about.names[0].text, "kind");
    EXPECT_EQ(about.names[1].text, "ouder");
    ASSERT_EQ(about.more.size(), 1U);
    EXPECT_EQ(about.more[0].text, "melding");
}

TEST(Tree, ARequirementKeepsItsWords) {
    support::SourceMap sources;
    diagnostics::Sink sink;
    const support::FileId id = sources.add("eis", "  na hulp\n nog  mogelijk melden ");
    const auto requirement = parseRequirement(sources.file(id), id, sink);
    ASSERT_TRUE(requirement);
    EXPECT_EQ(requirement->kind, RequirementKind::After);
    EXPECT_EQ(requirement->text, "na hulp nog mogelijk melden");
    EXPECT_EQ(requirement->goal->name.text, "hulp");
    EXPECT_EQ(requirement->then->name.text, "melden");
}

TEST(Tree, QuantitiesAndKindsOfARequirement) {
    const Read parsed = read("norm R \"n\" {\n"
                             "  eis er is precies 2 rol waarbij eindverantwoordelijk is melden\n"
                             "  eis elke stap waarbij functie is gesprek heeft uitvoerder en omschrijving\n"
                             "  eis nooit minder melden bij meer a, b\n"
                             "}\n");
    ASSERT_EQ(parsed.sentences(), Texts{});
    const auto& requirements = parsed.document.norms.at(0).requirements;
    EXPECT_EQ(requirements.at(0).quantity, QuantityKind::Exactly);
    EXPECT_EQ(requirements.at(0).number, 2U);
    EXPECT_EQ(requirements.at(0).table, TableKind::Role);
    EXPECT_EQ(requirements.at(1).where->field, Field::Function);
    EXPECT_EQ(requirements.at(1).has->kind, FieldConditionKind::And);
    EXPECT_EQ(requirements.at(2).kind, RequirementKind::Monotone);
    EXPECT_EQ(textsOf(requirements.at(2).facts), (Texts{"a", "b"}));
}

TEST(Tree, AMessageAfterARequirementIsItsOwn) {
    const Read parsed = read("norm R \"n\" {\n"
                             "  bericht nl \"a\" en \"b\"\n"
                             "  eis mens oordeelt\n"
                             "  eis mens oordeelt bericht nl \"c\" en \"d\"\n"
                             "}\n");
    const Norm& norm = parsed.document.norms.at(0);
    EXPECT_EQ(norm.message->dutch.text, "a");
    EXPECT_FALSE(norm.requirements.at(0).message);
    EXPECT_EQ(norm.requirements.at(1).message->english.text, "d");
}

TEST(Tree, TheTokensHaveTheirNames) {
    support::SourceMap sources;
    diagnostics::Sink sink;
    const support::FileId id = sources.add("x", "stap 1 \"é\" // niets\n kind");
    const auto all = tokens(sources.file(id), id, sink);
    ASSERT_EQ(all.size(), 4U);
    EXPECT_EQ(all[0].name, "KW_STEP");
    EXPECT_EQ(all[1].name, "INTEGER");
    EXPECT_EQ(all[2].name, "STRING");
    EXPECT_EQ(all[2].text, "\"é\"");
    EXPECT_EQ(sources.text(all[3].span), "kind");
}

} // namespace

} // namespace meldc::parser::test
