#include "diagnostics/catalog.h"

#include "diagnostics/diagnostic.h"
#include "diagnostics/placeholders.h"

#include <gtest/gtest.h>

#include <string>

namespace meldc::diagnostics {
namespace {

using support::Language;

DiagnosticInfo entry(Signature signature, std::string_view nl, std::string_view en,
                     std::string_view remedyNl = "", std::string_view remedyEn = "") {
    return {Diag::UnknownName, "MC2001", "x", Severity::Error, signature, nl, en,
            remedyNl,          remedyEn};
}

constexpr Signature kNone{};
constexpr Signature kText{1, {ArgKind::Text}};
constexpr Signature kTextNumber{2, {ArgKind::Text, ArgKind::Number}};

TEST(Placeholders, AgreeingEntriesPass) {
    EXPECT_TRUE(detail::placeholdersAgree(entry(kNone, "leeg", "empty")));
    EXPECT_TRUE(detail::placeholdersAgree(entry(kText, "a `{0}`", "b `{0}`")));
    EXPECT_TRUE(detail::placeholdersAgree(entry(kText, "a", "b", "c `{0}`", "d `{0}`")));
    EXPECT_TRUE(detail::placeholdersAgree(
        entry(kTextNumber, "{1} {1?dag|dagen} `{0}`", "`{0}` {1} {1?day|days}")));
    EXPECT_TRUE(detail::placeholdersAgree(entry(kNone, "een blok { … }", "a block { … }")));
}

TEST(Placeholders, DriftIsRefused) {
    EXPECT_FALSE(detail::placeholdersAgree(entry(kText, "a `{0}`", "b")));
    EXPECT_FALSE(detail::placeholdersAgree(entry(kText, "a", "b"))) << "an argument nobody shows";
    EXPECT_FALSE(detail::placeholdersAgree(entry(kNone, "a {0}", "b {0}"))) << "not declared";
    EXPECT_FALSE(detail::placeholdersAgree(entry(kText, "a `{0}`", "b `{0}`", "c `{0}`", "d")));
    EXPECT_FALSE(detail::placeholdersAgree(entry(kText, "a `{0}`", "b `{0}`", "c", "")));
    EXPECT_FALSE(detail::placeholdersAgree(entry(kText, "a {0", "b {0"))) << "not closed";
    EXPECT_FALSE(detail::placeholdersAgree(entry(kText, "{0?a|b}", "{0?a|b}")))
        << "text has no plural";
}

TEST(Placeholders, UserTextStandsInBackticks) {
    constexpr Signature kPhrase{1, {ArgKind::Phrase}};
    EXPECT_TRUE(detail::backticksAgree("de rol `{0}`", kText));
    EXPECT_FALSE(detail::backticksAgree("de rol {0}", kText));
    EXPECT_FALSE(detail::backticksAgree("hier hoort `{0}`", kPhrase));
    EXPECT_FALSE(detail::backticksAgree("een ` te veel", kNone));
}

TEST(Wording, StyleIsChecked) {
    EXPECT_TRUE(detail::isWellWorded("het blok begint hier"));
    EXPECT_FALSE(detail::isWellWorded("Het blok begint hier"));
    EXPECT_FALSE(detail::isWellWorded("het blok begint hier."));
    EXPECT_FALSE(detail::isWellWorded("de datum is ongeldig"));
    EXPECT_FALSE(detail::isWellWorded(""));
}

// make<> with these arguments would not compile.
static_assert(detail::argumentsFit<Diag::UnknownName, std::string, support::Localized>());
static_assert(
    detail::argumentsFit<Diag::UnknownName, const char (&)[3], const support::Localized&>());
static_assert(!detail::argumentsFit<Diag::UnknownName, std::string>());
static_assert(!detail::argumentsFit<Diag::UnknownName, int, support::Localized>());
static_assert(!detail::argumentsFit<Diag::UnknownName, std::string, std::string>());
static_assert(!detail::argumentsFit<Diag::NotUtf8, bool>());
static_assert(detail::argumentsFit<Diag::NotUtf8, std::size_t>());

TEST(Catalog, CodeNumberAndEnumeratorAgree) {
    for (const DiagnosticInfo& one : catalog()) {
        EXPECT_EQ("MC" + std::to_string(static_cast<unsigned>(one.id)), one.code);
        EXPECT_EQ(&info(one.id), &one);
    }
}

TEST(Catalog, FoundByCodeOrSlugInAnyCase) {
    ASSERT_NE(findBySlugOrCode("mc2001"), nullptr);
    EXPECT_EQ(findBySlugOrCode("mc2001")->id, Diag::UnknownName);
    EXPECT_EQ(findBySlugOrCode("unknown-name")->id, Diag::UnknownName);
    EXPECT_EQ(findBySlugOrCode("MC20"), nullptr);
    EXPECT_EQ(findBySlugOrCode(""), nullptr);
}

TEST(RenderMessage, FillsArgumentsInBothLanguages) {
    const Diagnostic one =
        make<Diag::WrongKindOfName>({}, "ko", support::Localized{"een stap", "a step"},
                                    support::Localized{"een rol", "a role"});
    EXPECT_EQ(renderMessage(one, Language::Dutch), "`ko` is een rol; hier hoort een stap");
    EXPECT_EQ(renderMessage(one, Language::English), "`ko` is a role; a step belongs here");
}

TEST(RenderMessage, UserTextCannotDisturbTheTerminal) {
    const Diagnostic one = make<Diag::KeywordAsName>({}, "a\x1b[31m{0}\n\xFF");
    EXPECT_EQ(renderMessage(one, Language::Dutch),
              "`a\uFFFD[31m{0} \uFFFD` is een vast woord van de taal; hier hoort een naam");
}

TEST(RenderMessage, RemedyUsesTheSameArguments) {
    EXPECT_EQ(renderRemedy(make<Diag::KeywordAsName>({}, "stap"), Language::Dutch),
              "zet de naam tussen aanhalingstekens: \"stap\"");
}

} // namespace
} // namespace meldc::diagnostics
