#include "diagnostics/text_renderer.h"

#include "diagnostics/wording.h"
#include "support/utf8.h"

#include <gtest/gtest.h>

#include <sstream>
#include <vector>

namespace meldc::diagnostics {
namespace {

using support::Language;
using support::SourceMap;
using support::Span;

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line);
    }
    return lines;
}

/// The drawn source line and the marks below it, for a diagnostic on the first `word` of `text`.
struct Drawn {
    std::string source;
    std::string marks;
};

Drawn draw(const std::string& text, const std::string& word) {
    SourceMap sources;
    const auto file = sources.add("a.meld", text);
    const auto begin = static_cast<std::uint32_t>(text.find(word));
    const Span span{file, begin, begin + static_cast<std::uint32_t>(word.size())};
    const auto lines = linesOf(renderText(make<Diag::UnknownDocument>(span, "x"), sources, {}));
    return {lines.at(3), lines.at(4)};
}

TEST(RenderText, WholeDiagnostic) {
    SourceMap sources;
    const auto file = sources.add("school.meld", "rol ko\n\nrol ko\n");
    auto one = make<Diag::DeclaredTwice>(Span{file, 12, 14}, "ko")
                   .note<Diag::FirstDeclaredHere>(Span{file, 4, 6}, "ko");
    one.ground = support::Localized{"artikel 1", "article 1"};
    one.story = support::Localized{"een geval", "a case told"};
    one.alsoAt(Span{file, 0, 3});
    EXPECT_EQ(renderText(one, sources, {}),
              "fout[MC2003]: de naam `ko` is al gegeven aan iets anders\n"
              " --> school.meld:3:5\n"
              "  |\n"
              "3 | rol ko\n"
              "  |     ^^\n"
              "toelichting: hier staat `ko` voor het eerst\n"
              " --> school.meld:1:5\n"
              "  |\n"
              "1 | rol ko\n"
              "  |     --\n"
              "  = ook op: school.meld:1:1\n"
              "  = voorbeeld: een geval\n"
              "  = grond: artikel 1\n"
              "  = oplossing: kies een andere naam, of haal een van de twee weg\n");
    EXPECT_EQ(linesOf(renderText(one, sources, {.language = Language::English})).front(),
              "error[MC2003]: the name `ko` has already been given to something else");
}

TEST(RenderText, Plain) {
    SourceMap sources;
    const auto file = sources.add("school.meld", "rol ko\n");
    const auto one = make<Diag::UnknownDocument>(Span{file, 4, 6}, "ko");
    EXPECT_EQ(
        renderText(one, sources, {.plain = true}),
        "fout[MC2011]: school.meld, regel 1, teken 5: het document `ko` is niet bekend als bron\n"
        "  oplossing: voeg bovenaan toe: bron ko \"bestand.txt\"\n");
}

TEST(RenderText, WithoutAPlace) {
    EXPECT_EQ(renderText(make<Diag::FileNotFound>({}, "x.meld"), SourceMap(), {}),
              "fout[MC9001]: het bestand of de map `x.meld` bestaat niet\n");
}

TEST(RenderText, MarksStandUnderAccents) {
    // Composed, decomposed, wide: the marks are under the word on the screen.
    EXPECT_EQ(draw("één cliënt ko", "ko").marks, "  | " + std::string(11, ' ') + "^^");
    EXPECT_EQ(draw("clie\u0308nt ko", "ko").marks, "  | " + std::string(7, ' ') + "^^");
    EXPECT_EQ(draw("漢字 ko", "ko").marks, "  | " + std::string(5, ' ') + "^^");
    EXPECT_EQ(draw("de cliënt", "cliënt").marks, "  |    ^^^^^^");
    EXPECT_EQ(draw("de clie\u0308nt", "clie\u0308nt").marks, "  |    ^^^^^^");
    EXPECT_EQ(draw("de 漢字", "漢字").marks, "  |    ^^^^");
}

TEST(RenderText, TabsAreExpanded) {
    const Drawn drawn = draw("\trol\tko", "ko");
    EXPECT_EQ(drawn.source, "1 |     rol ko");
    EXPECT_EQ(drawn.marks, "  |         ^^");
}

TEST(RenderText, SpanOverSeveralLinesIsMarkedOnItsFirst) {
    EXPECT_EQ(draw("rol ko\nis iets", "ko\nis").marks, "  |     ^^");
}

TEST(RenderText, LongLinesAreCutAroundTheMark) {
    const std::string before(5000, 'a');
    const std::string after(100'000, 'b');
    for (const std::string& text : {before + " ko " + after, "ko " + after, before + " ko",
                                    std::string(100, 'e') + " ko " + std::string(30, 'e')}) {
        const Drawn drawn = draw(text, "ko");
        const std::size_t caret = drawn.marks.find('^');
        ASSERT_NE(caret, std::string::npos);
        const std::string shown = drawn.source.substr(4);
        EXPECT_LE(support::displayWidth(shown), support::kMaxShownLine);
        const std::size_t cut = shown.starts_with("…") ? 2 : 0; // an ellipsis is three bytes wide 1
        EXPECT_EQ(drawn.source.substr(caret + cut, 2), "ko");
        EXPECT_EQ(drawn.marks.substr(caret), "^^");
    }
}

TEST(RenderText, LongMarkedTextKeepsItsMarksInTheLine) {
    const Drawn drawn = draw("x " + std::string(4000, 'k'), std::string(4000, 'k'));
    EXPECT_LE(support::displayWidth(drawn.marks), support::kMaxShownLine + 4);
}

TEST(RenderText, OddInputNeverBreaksIt) {
    SourceMap sources;
    const auto file = sources.add("a\x1b.meld", "\xFF\xFEx\x1b[31m\0z");
    for (const Span span : {Span{file, 0, 1}, Span{file, 7, 900}, Span{file, 900, 901},
                            Span{file, 2, 2}, Span{77, 0, 1}}) {
        const std::string text = renderText(make<Diag::UnknownDocument>(span, "x"), sources, {});
        EXPECT_EQ(support::firstInvalidUtf8(text), std::nullopt);
        EXPECT_EQ(support::firstControlCharacter(text), std::nullopt);
    }
    const auto empty = sources.add("leeg.meld", "");
    EXPECT_EQ(linesOf(renderText(make<Diag::EmptyFile>(Span{empty, 0, 0}), sources, {})).at(4),
              "  | ^");
}

TEST(RenderText, ColourOnlyAdds) {
    SourceMap sources;
    const auto file = sources.add("a.meld", "rol ko\n");
    const auto one = make<Diag::UnknownDocument>(Span{file, 4, 6}, "ko");
    const std::string plain = renderText(one, sources, {});
    std::string colored = renderText(one, sources, {.color = true});
    EXPECT_NE(plain, colored);
    for (std::size_t at; (at = colored.find('\x1b')) != std::string::npos;) {
        colored.erase(at, colored.find('m', at) - at + 1);
    }
    EXPECT_EQ(plain, colored);
}

} // namespace
} // namespace meldc::diagnostics
