// Taking the look of another document: what comes along, and what is refused.

#include "diagnostics/phrases.h"
#include "emit/docx/docx.h"
#include "support/limits.h"
#include "unit/emit/docx_parts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace meldc::emit::docx {
namespace {

namespace doc = document;
using diagnostics::Phrase;

const std::string kWord = "xmlns:w=\"" + std::string(kMainNamespace) + "\" xmlns:r=\"" +
                          std::string(kRelationsNamespace) + "\"";
const std::string kType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string relation(const std::string& id, const std::string& type, const std::string& target,
                     bool isOutside = false) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + kType + type + "\" Target=\"" + target +
           "\"" + (isOutside ? " TargetMode=\"External\"" : "") + "/>";
}

std::string relations(const std::string& inside) {
    return "<Relationships xmlns=\"" + std::string(kPackageRelations) + "\">" + inside +
           "</Relationships>";
}

std::string style(const std::string& id, const std::string& name) {
    return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name +
           "\"/><w:rPr><w:lang w:val=\"en-US\"/></w:rPr></w:style>";
}

/// A house style as Dutch Word keeps it: ids are Dutch, names are not.
std::map<std::string, std::string> houseStyle() {
    return {
        {"_rels/.rels", relations(relation("a", "officeDocument", "word/document.xml"))},
        {"word/document.xml",
         "<w:document " + kWord + "><w:body><w:p><w:r><w:t>Geheim van het sjabloon</w:t></w:r></w:p>"
         "<w:sectPr w:rsidR=\"1\"><w:headerReference w:type=\"default\" r:id=\"k\"/>"
         "<w:footerReference w:type=\"default\" r:id=\"v\"/><w:pgSz w:w=\"10000\" w:h=\"14000\"/>"
         "<w:pgMar w:top=\"1000\" w:right=\"1500\" w:bottom=\"1000\" w:left=\"1500\" w:header=\"500\" "
         "w:footer=\"500\" w:gutter=\"0\"/><w:titlePg/></w:sectPr></w:body></w:document>"},
        {"word/_rels/document.xml.rels",
         relations(relation("s", "styles", "styles.xml") + relation("n", "numbering", "numbering.xml") +
                   relation("t", "theme", "/word/theme/theme1.xml") + relation("k", "header", "header7.xml") +
                   relation("v", "footer", "footer9.xml"))},
        {"word/styles.xml", "<w:styles " + kWord + ">" + style("Kop1", "heading 1") +
                                style("Kop2", "heading 2") + style("Kop3", "Heading 3") +
                                style("Titel", "Title") + style("Caption", "iets anders") + "</w:styles>"},
        {"word/numbering.xml", "<w:numbering " + kWord + "><w:abstractNum w:abstractNumId=\"41\"/>"
                               "<w:num w:numId=\"7\"><w:abstractNumId w:val=\"41\"/></w:num></w:numbering>"},
        {"word/theme/theme1.xml", "<a:theme xmlns:a=\"x\" name=\"Huis\"/>"},
        {"word/header7.xml", "<w:hdr " + kWord + "><w:p><w:r><w:t xml:space=\"preserve\"> </w:t>"
                             "<w:t>De Linde</w:t></w:r></w:p></w:hdr>"},
        {"word/_rels/header7.xml.rels", relations(relation("p", "image", "media/logo.PNG") +
                                                  relation("h", "hyperlink", "https://linde.nl", true))},
        {"word/media/logo.PNG", "\x89PNG logo"},
        {"word/footer9.xml", "<w:ftr " + kWord + "><w:p><w:r><w:t>Adres</w:t></w:r></w:p></w:ftr>"}};
}

std::string packed(const std::map<std::string, std::string>& parts) {
    std::vector<Part> list;
    for (const auto& [name, bytes] : parts) {
        list.push_back({name, bytes});
    }
    return pack(list).value_or("");
}

std::string writtenWith(const OpenedTemplate& look) {
    doc::Document document;
    document.title = "Titel";
    document.footer = {"Kenmerk", "Pagina", "van"};
    document.blocks = {doc::Heading{1, doc::text("Kop"), "kop"},
                       doc::List{true, {{doc::paragraph("a")}}},
                       doc::List{false, {{doc::paragraph("b")}}}};
    doc::Table table;
    table.caption = doc::text("Bijschrift");
    table.header = {doc::text("a"), doc::text("b")};
    document.blocks.push_back(std::move(table));
    return write(document, look.parts.get()).value_or("");
}

TEST(DocxTemplate, ItsLookIsTakenAndItsTextIsNot) {
    const OpenedTemplate look = openTemplate(packed(houseStyle()));
    ASSERT_NE(look.parts, nullptr) << look.why.en;
    EXPECT_TRUE(look.missingStyles.empty());
    const std::string bytes = writtenWith(look);
    const Parsed main(bytes, "word/document.xml");
    EXPECT_EQ(partOf(bytes, "word/document.xml").find("Geheim"), std::string::npos);
    // Styles by their names, whatever their ids; what it lacks is added and takes no id of another.
    const auto used = main.values("w:pStyle", "w:val");
    EXPECT_EQ(used.at(0), "Titel");
    EXPECT_EQ(used.at(1), "Kop1");
    EXPECT_NE(std::find(used.begin(), used.end(), "CaptionMeldc"), used.end());
    const Parsed styles(bytes, "word/styles.xml");
    const auto ids = styles.values("w:style", "w:styleId");
    for (const std::string& id : used) {
        EXPECT_EQ(std::count(ids.begin(), ids.end(), id), 1) << id;
    }
    // The text is Dutch, in whatever language the template was made.
    EXPECT_EQ(styles.values("w:lang", "w:val"), std::vector<std::string>{"nl-NL"});
    // Its page: 7000 wide between the margins.
    EXPECT_EQ(main.values("w:pgSz", "w:w"), std::vector<std::string>{"10000"});
    EXPECT_EQ(main.values("w:tblW", "w:w"), std::vector<std::string>{"7000"});
    // Its own lists stay, ours stand behind them.
    const Parsed numbering(bytes, "word/numbering.xml");
    EXPECT_EQ(numbering.values("w:num", "w:numId"), (std::vector<std::string>{"7", "8", "9"}));
    EXPECT_EQ(numbering.values("w:abstractNum", "w:abstractNumId"), (std::vector<std::string>{"41", "42", "43"}));
    EXPECT_EQ(main.values("w:numId", "w:val"), (std::vector<std::string>{"9", "8"}));
    EXPECT_NE(partOf(bytes, "word/theme/theme1.xml").find("Huis"), std::string::npos);
}

TEST(DocxTemplate, ItsHeaderStaysAndItsFooterEndsWithOurs) {
    const std::string bytes = writtenWith(openTemplate(packed(houseStyle())));
    EXPECT_EQ(partOf(bytes, "word/header1.xml"), houseStyle().at("word/header7.xml"));
    EXPECT_EQ(partOf(bytes, "word/media/template1.png"), "\x89PNG logo");
    const Parsed picture(bytes, "word/_rels/header1.xml.rels");
    EXPECT_EQ(picture.values("Relationship", "Target"), (std::vector<std::string>{"media/template1.png", "https://linde.nl"}));
    std::string words;
    const Parsed footer(bytes, "word/footer2.xml");
    for (const pugi::xml_node paragraph : footer.all("w:p")) {
        words += wordsIn(paragraph) + "|";
    }
    EXPECT_EQ(words, "Adres|Kenmerk Pagina 1 van 1|");
    // Its first page is another one and has no footer there: it gets ours.
    const Parsed main(bytes, "word/document.xml");
    EXPECT_EQ(main.values("w:footerReference", "w:type"), (std::vector<std::string>{"default", "first"}));
    EXPECT_EQ(main.values("w:headerReference", "w:type"), (std::vector<std::string>{"default"}));
}

TEST(DocxTemplate, OurOwnDocumentIsATemplateToo) {
    const std::string own = writtenWith({});
    const OpenedTemplate look = openTemplate(own);
    ASSERT_NE(look.parts, nullptr) << look.why.en;
    EXPECT_TRUE(look.missingStyles.empty());
    const std::string again = writtenWith(look);
    EXPECT_EQ(Parsed(again, "word/document.xml").values("w:pStyle", "w:val"),
              Parsed(own, "word/document.xml").values("w:pStyle", "w:val"));
    // Its footer says one thing, once.
    EXPECT_EQ(Parsed(again, "word/footer1.xml").all("w:p").size(), 1U);
}

TEST(DocxTemplate, StylesThatItLacksAreNamed) {
    auto parts = houseStyle();
    parts["word/styles.xml"] = "<w:styles " + kWord + ">" + style("Kop1", "heading 1") + "</w:styles>";
    const OpenedTemplate look = openTemplate(packed(parts));
    ASSERT_NE(look.parts, nullptr);
    EXPECT_EQ(look.missingStyles, (std::vector<std::string>{"Title", "heading 2", "heading 3"}));
}

struct Refusal {
    std::string name;
    /// The part that is changed, and to what; empty: taken out.
    std::string part;
    std::string bytes;
    Phrase why;
};

std::string nested(std::size_t depth) {
    std::string text = "<w:styles " + kWord + ">";
    for (std::size_t i = 0; i < depth; ++i) {
        text += "<w:x>";
    }
    for (std::size_t i = 0; i < depth; ++i) {
        text += "</w:x>";
    }
    return text + "</w:styles>";
}

std::string headerWith(const std::string& inside) {
    return "<w:hdr " + kWord + ">" + inside + "</w:hdr>";
}

TEST(DocxTemplate, WhatReachesOutsideOrIsNoDocumentIsRefused) {
    const std::string header = "word/header7.xml";
    const std::string headerRelations = "word/_rels/header7.xml.rels";
    const auto field = [&](const std::string& words) {
        return headerWith("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>" + words);
    };
    const Refusal refusals[] = {
        {"no list of parts", "_rels/.rels", "", Phrase::TemplateNoZip},
        {"another kind", "word/document.xml", "<workbook/>", Phrase::TemplateNoZip},
        {"strict", "_rels/.rels",
         relations("<Relationship Id=\"a\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/"
                   "officeDocument\" Target=\"word/document.xml\"/>"),
         Phrase::TemplateStrict},
        {"no document", "word/document.xml", "", Phrase::TemplateNoPart},
        {"no styles", "word/styles.xml", "", Phrase::TemplateNoPart},
        {"cut off", "word/styles.xml", "<w:styles><w:style>", Phrase::TemplateBadPart},
        {"not of Word", "word/styles.xml", "<w:styles xmlns:w=\"urn:x\"/>", Phrase::TemplateBadPart},
        {"deep", "word/styles.xml", nested(support::kMaxTemplateNesting + 1), Phrase::TemplateDeep},
        {"very deep", "word/styles.xml", nested(1'000'000), Phrase::TemplateDeep},
        {"a bomb", "word/theme/theme1.xml",
         "<a>" + std::string(support::kMaxTemplateUnpackedBytes, ' ') + "</a>", Phrase::TemplateUnpacked},
        {"a picture of elsewhere", headerRelations,
         relations(relation("p", "image", "http://x.nl/spion.png", true)), Phrase::TemplateOutside},
        {"a link that starts something", headerRelations,
         relations(relation("p", "hyperlink", "file:///c:/x.exe", true)), Phrase::TemplateOutside},
        {"an object", headerRelations, relations(relation("p", "oleObject", "x.bin")), Phrase::TemplateStrange},
        {"a page as picture", headerRelations, relations(relation("p", "image", "x.html")), Phrase::TemplateStrange},
        {"a picture by address", header, headerWith("<v:imagedata src=\"http://x.nl/a.png\"/>"), Phrase::TemplateOutside},
        {"a field that fetches", header, field("<w:instrText> includepicture \"http://x\"</w:instrText>"),
         Phrase::TemplateOutside},
        {"a field in two pieces", header,
         field("<w:instrText> DDE</w:instrText><w:instrText>AUTO c:\\x</w:instrText>"), Phrase::TemplateOutside},
        {"a field around a comment", header,
         field("<w:instrText> INCLUDE<!-- x -->PICTURE \"http://x\"</w:instrText>"), Phrase::TemplateOutside},
        {"a field without a blank", header, field("<w:instrText>INCLUDETEXT\"http://x\"</w:instrText>"),
         Phrase::TemplateOutside},
        {"a simple field", header, headerWith("<w:fldSimple w:instr=\"LINK Excel.Sheet x\"/>"), Phrase::TemplateOutside},
        {"styles of elsewhere", "word/_rels/document.xml.rels",
         relations(relation("s", "styles", "http://x.nl/styles.xml", true)), Phrase::TemplateOutside}};
    for (const Refusal& refusal : refusals) {
        auto parts = houseStyle();
        if (refusal.bytes.empty()) {
            parts.erase(refusal.part);
        } else {
            parts[refusal.part] = refusal.bytes;
        }
        const OpenedTemplate look = openTemplate(packed(parts));
        EXPECT_EQ(look.parts, nullptr) << refusal.name;
        // Around the name of the part or the number stands what tells one reason from another.
        const std::string expected = diagnostics::phrase(refusal.why, support::same("@")).en;
        const std::size_t at = std::min(expected.find('@'), expected.size());
        EXPECT_TRUE(look.why.en.starts_with(expected.substr(0, at)) &&
                    look.why.en.ends_with(expected.substr(std::min(at + 1, expected.size()))))
            << refusal.name << ": " << look.why.en;
    }
    // A field that counts pages and a link of the web are no harm.
    auto parts = houseStyle();
    parts[header] = field("<w:instrText> PAGE </w:instrText><w:instrText> HYPERLINK \"https://x\" </w:instrText>");
    EXPECT_NE(openTemplate(packed(parts)).parts, nullptr);
}

TEST(DocxTemplate, OtherFilesAreRefused) {
    for (const std::string& bytes : {std::string(), std::string("tekst"), std::string("PK\x03\x04"),
                                     std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), packed({{"mimetype", "x"}}),
                                     std::string(support::kMaxTemplateBytes + 1, 'P')}) {
        const OpenedTemplate look = openTemplate(bytes);
        EXPECT_EQ(look.parts, nullptr);
        EXPECT_FALSE(look.why.isEmpty());
    }
    std::map<std::string, std::string> many = houseStyle();
    for (std::size_t i = 0; i < support::kMaxTemplateParts; ++i) {
        many["x" + std::to_string(i)] = "";
    }
    EXPECT_EQ(openTemplate(packed(many)).parts, nullptr);
}

// Whatever is wrong with a file: it is refused or read, and what is written can be read.
TEST(DocxTemplate, DamageIsNoAccident) {
    const std::string whole = packed(houseStyle());
    std::uint32_t seed = 1;
    const auto next = [&seed] { return seed = seed * 1664525U + 1013904223U; };
    std::size_t refused = 0;
    for (int round = 0; round < 300; ++round) {
        std::string bytes = whole;
        for (int change = 0; change <= round % 4; ++change) {
            bytes[(next() >> 4U) % bytes.size()] = static_cast<char>(next() >> 24U);
        }
        if (round % 5 == 0) {
            bytes.resize((next() >> 4U) % bytes.size());
        }
        const OpenedTemplate look = openTemplate(bytes);
        if (look.parts == nullptr) {
            EXPECT_FALSE(look.why.isEmpty());
            ++refused;
        } else {
            const Parsed main(writtenWith(look), "word/document.xml");
        }
    }
    EXPECT_GT(refused, 100U);
}

} // namespace
} // namespace meldc::emit::docx
