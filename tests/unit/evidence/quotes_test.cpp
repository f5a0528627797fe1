#include "evidence/quotes.h"

#include <gtest/gtest.h>

#include "support/limits.h"
#include "support/utf8.h"
#include "unit/evidence/fixture.h"

namespace meldc::evidence::test {
namespace {

model::Place place(Ranges ranges) {
    model::Place result;
    result.document = "doc";
    result.lines = std::move(ranges);
    return result;
}

std::vector<std::uint32_t> numbersOf(const Quotation& quotation) {
    std::vector<std::uint32_t> numbers;
    for (const QuotedLine& line : quotation.lines) {
        numbers.push_back(line.number);
    }
    return numbers;
}

TEST(Quotes, AreWholeLinesWithoutThoseThatAreBlank) {
    const Text text("een\n\n  twee \ndrie\n");
    Quotes quotes;
    quotes.add("doc", {1, 3}, text, {1, 3});
    quotes.add("doc", {4, 4}, text, {4, 4});
    const Quotation quotation = quotes.of({}, place({{1, 3}, {4, 4}}));
    EXPECT_EQ(quotation.lines, (std::vector<QuotedLine>{{1, "een"}, {3, "twee"}, {4, "drie"}}));
    EXPECT_EQ(quotation.more, 0U);
    EXPECT_TRUE(quotes.of({}, place({{2, 3}})).isEmpty()) << "no place that was looked up";
}

TEST(Quotes, AreBoundedInLines) {
    std::string many;
    for (int i = 1; i <= 20; ++i) {
        many += "regel " + std::to_string(i) + "\n";
    }
    const Text text(many);
    Quotes quotes;
    quotes.add("doc", {1, 20}, text, {1, 20});
    const Quotation quotation = quotes.of({}, place({{1, 20}}));
    EXPECT_EQ(quotation.lines.size(), support::kMaxQuotedLines);
    EXPECT_EQ(quotation.more, 20 - support::kMaxQuotedLines);
}

TEST(Quotes, AreBoundedInWidth) {
    const std::string wide(support::kMaxQuotedColumns - 10, 'a');
    const Text text(wide + "\n" + wide + "\nkort\n" + std::string(support::kMaxQuotedLine + 1, 'b') + "\n");
    Quotes quotes;
    quotes.add("doc", {1, 3}, text, {1, 3});
    quotes.add("doc", {4, 4}, text, {4, 4});
    EXPECT_EQ(numbersOf(quotes.of({}, place({{1, 3}}))), std::vector<std::uint32_t>{1});
    EXPECT_EQ(quotes.of({}, place({{1, 3}})).more, 2U) << "no line is skipped for a shorter one";
    const Quotation cut = quotes.of({}, place({{4, 4}}));
    ASSERT_EQ(cut.lines.size(), 1U);
    EXPECT_EQ(support::displayWidth(cut.lines[0].text), support::kMaxQuotedLine);
    EXPECT_TRUE(cut.lines[0].text.ends_with("\u2026"));
}

TEST(Quotes, AreFitToBeShown) {
    const Text text("rood\x1b[31m\ttekst\n");
    Quotes quotes;
    quotes.add("doc", {1, 1}, text, {1, 1});
    EXPECT_EQ(quotes.of({}, place({{1, 1}})).lines[0].text, "rood\uFFFD[31m tekst");
}

const std::string kQuotesCode = R"(meldcode proef "Proef" {
  soort meldcode
  bron protocol "protocol.txt"
  organisatie "School" staat in protocol regel 1
  sector po staat in protocol kop "Slot"
  ontbreekt stap gezocht in protocol regel 1-3
}
)";

TEST(Quotes, GoAlongWithAPassageThatMoved) {
    Desk desk(kQuotesCode);
    desk.put("protocol", "School\nmidden\n\nSlot\nprimair\n");
    desk.record();
    const auto quoteOf = [&](const model::Origin& origin) {
        return desk.examine().quotes.of(origin.span, origin.places.front());
    };
    const model::Origin& organisation = desk.protocol().organisation.front().origin;
    const model::Origin& sector = desk.protocol().sectors.front().origin;
    EXPECT_EQ(quoteOf(organisation).lines, (std::vector<QuotedLine>{{1, "School"}}));
    EXPECT_EQ(quoteOf(sector).lines, (std::vector<QuotedLine>{{4, "Slot"}, {5, "primair"}}));
    EXPECT_TRUE(quoteOf(desk.protocol().absences.front().origin).isEmpty())
        << "where something was not found there is nothing to show";

    desk.put("protocol", "Titel\nSchool\nmidden\n\nSlot\nprimair\n");
    EXPECT_EQ(quoteOf(organisation).lines, (std::vector<QuotedLine>{{2, "School"}}));
    desk.put("protocol", "Opvang\nmidden\n\nSlot\nprimair\n");
    EXPECT_TRUE(quoteOf(organisation).isEmpty()) << "these are not the words that were cited";
}

} // namespace
} // namespace meldc::evidence::test
