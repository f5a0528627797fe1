// A document as a page of HTML.

#include "emit/html/html.h"

#include <gtest/gtest.h>

#include <regex>
#include <set>

namespace meldc::emit {
namespace {

namespace doc = document;

std::string pageOf(doc::Blocks blocks) {
    doc::Document document;
    document.title = "Titel & meer";
    document.footer = {"versie \"1\" </style>", "Pagina", "van"};
    document.blocks = std::move(blocks);
    return html::write(document);
}

bool has(const std::string& page, std::string_view part) {
    return page.find(part) != std::string::npos;
}

TEST(HtmlDocument, TextIsText) {
    const std::string page = pageOf({doc::paragraph("<script>a</script> & \"b\" \xE2\x80\xAE"),
                                     doc::Paragraph{{{"klik", doc::Look::Plain, "javascript:x()", {}, {}}}}});
    EXPECT_TRUE(has(page, "&lt;script&gt;a&lt;/script&gt; &amp; &quot;b&quot; \xEF\xBF\xBD"));
    EXPECT_FALSE(has(page, "<script"));
    EXPECT_FALSE(has(page, "javascript:"));
    // In the style of the foot nothing ends the string or the style.
    EXPECT_EQ(page.find("</style>"), page.rfind("</style>"));
    EXPECT_TRUE(has(page, "content: \"versie \\22 1\\22  \\3c \\2f style\\3e \""));
}

TEST(HtmlDocument, HeadingsAreReachedFromTheContents) {
    const std::string page = pageOf({doc::Contents{"Inhoud", 2}, doc::Heading{1, doc::text("Een"), "a"},
                                     doc::Heading{2, doc::text("Onder een"), "b"}, doc::Heading{1, doc::text("Twee"), "c"}});
    static const std::regex kLink("<li><a href=\"#(d\\d+)\">");
    std::set<std::string> targets;
    for (std::sregex_iterator it(page.begin(), page.end(), kLink), end; it != end; ++it) {
        EXPECT_TRUE(has(page, " id=\"" + (*it)[1].str() + "\""));
        targets.insert((*it)[1]);
    }
    EXPECT_EQ(targets.size(), 3U);
    EXPECT_TRUE(has(page, "<h2 id=")) << page;
    EXPECT_TRUE(has(page, "<h3 id="));
    const auto count = [&](const std::string& part) {
        std::size_t times = 0;
        for (std::size_t at = page.find(part); at != std::string::npos; at = page.find(part, at + 1)) {
            ++times;
        }
        return times;
    };
    EXPECT_EQ(count("<ul>"), count("</ul>"));
    EXPECT_EQ(count("<li>"), count("</li>"));
}

TEST(HtmlDocument, ATableNamesItsRowsAndColumns) {
    doc::Table table;
    table.header = {doc::text("Wie"), doc::text("Wat")};
    table.rows.push_back({{{{doc::paragraph("ik")}}, {{doc::paragraph("iets")}}}, {}, doc::Tone::None});
    const std::string page = pageOf({table, table});
    EXPECT_TRUE(has(page, "<th scope=\"col\">Wie</th>"));
    EXPECT_TRUE(has(page, "<th scope=\"row\">ik</th><td data-head=\"Wat\">iets</td>"));
    // Two regions with one name would be one to who hears them.
    EXPECT_TRUE(has(page, "aria-label=\"Tabel 1\""));
    EXPECT_TRUE(has(page, "aria-label=\"Tabel 2\""));
}

TEST(HtmlDocument, APictureIsInThePage) {
    EXPECT_TRUE(has(pageOf({doc::Image{"PNG!", "een plaatje", 10, 10}}), "src=\"data:image/png;base64,UE5HIQ==\""));
}

} // namespace
} // namespace meldc::emit
