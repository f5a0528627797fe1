#include "syntax/printer.h"

#include <gtest/gtest.h>

namespace meldc::syntax {

namespace {

Name nameOf(std::string text, bool isQuoted = false) {
    return {std::move(text), {}, isQuoted};
}

Condition fact(std::string text) {
    Condition node;
    node.name = nameOf(std::move(text));
    return node;
}

Condition chain(ConditionKind kind, std::vector<Condition> operands) {
    Condition node;
    node.kind = kind;
    node.operands = std::move(operands);
    return node;
}

TEST(Printer, AnEmptyDocumentIsAnEmptyText) {
    EXPECT_EQ(print(Document{}), "");
}

TEST(Printer, QuotesStayAsWritten) {
    Statement role;
    role.kind = StatementKind::Role;
    role.names = {nameOf("stap", true)};
    role.more = {nameOf("directie")};
    EXPECT_EQ(print(role), "rol \"stap\" is directie");
}

TEST(Printer, BracketsOnlyWhereNeeded) {
    const Condition either = chain(ConditionKind::Or, {fact("a"), fact("b")});
    EXPECT_EQ(print(either), "a of b");
    EXPECT_EQ(print(chain(ConditionKind::And, {either, fact("c")})), "(a of b) en c");
    EXPECT_EQ(print(chain(ConditionKind::Or, {chain(ConditionKind::And, {fact("a"), fact("b")}), fact("c")})),
              "a en b of c");
    EXPECT_EQ(print(chain(ConditionKind::Not, {either})), "niet (a of b)");
    EXPECT_EQ(print(chain(ConditionKind::Not, {fact("a")})), "niet a");
}

TEST(Printer, ABlockWithoutStatementsStaysOnItsLine) {
    Statement step;
    step.kind = StatementKind::Step;
    step.names = {nameOf("1")};
    EXPECT_EQ(print(step), "stap 1 { }");
    Statement later;
    later.kind = StatementKind::Blank;
    later.label = nameOf("regio", true);
    step.block = {later};
    EXPECT_EQ(print(step), "stap 1 {\n  blanco \"regio\"\n}");
}

TEST(Printer, PrefixesStandInFront) {
    Statement blank;
    blank.kind = StatementKind::Blank;
    blank.label = nameOf("regio", true);
    blank.draft = true;
    blank.replaces = true;
    EXPECT_EQ(print(blank), "concept vervang blanco \"regio\"");
}

TEST(Printer, AHeadSaysNothingOfItsBlockOrPlace) {
    Statement step;
    step.kind = StatementKind::Step;
    step.names = {nameOf("4")};
    step.label = nameOf("Wegen", true);
    step.replaces = true;
    step.draft = true;
    step.places.emplace_back();
    step.block.emplace_back();
    EXPECT_EQ(printHead(step), "stap 4 \"Wegen\"");
}

TEST(Printer, ARequirementAlone) {
    Requirement node;
    node.kind = RequirementKind::Always;
    node.goal = Goal{};
    node.goal->name = nameOf("melden");
    node.when = fact("disclosure");
    node.alsoInDoubt = true;
    EXPECT_EQ(print(node), "altijd melden bij disclosure ook bij twijfel");
}

} // namespace

} // namespace meldc::syntax
