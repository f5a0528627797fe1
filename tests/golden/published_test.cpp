// Word documents beside the protocol that they were made from, and in the look of another document.

#include "golden/docx_edit.h"
#include "golden/shell.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace meldc::golden {
namespace {

constexpr std::string_view kMain = "word/document.xml";

/// A protocol whose document has sentences to change.
std::string schoolProtocol() {
    return replaced(smallProtocol(), "    afwegingskader {",
                    "    taak af moet vastleggen signalen\n    taak af mag raadplegen veilig_thuis\n    afwegingskader {");
}

Ran check(const Folder& folder, const std::string& document, const std::string& more = {}) {
    return folder.run("meldc check p.meld --date 2026-01-01 --format plain --published " + document + " " + more);
}

/// How often a message stands in the outcome.
std::size_t countOf(const Ran& ran, const std::string& code) {
    std::size_t count = 0;
    for (std::size_t at = ran.out.find(code); at != std::string::npos; at = ran.out.find(code, at + 1)) {
        ++count;
    }
    return count;
}

class Published : public testing::Test {
protected:
    void SetUp() override {
        folder_.write("p.meld", schoolProtocol());
        ASSERT_EQ(folder_.run("meldc build p.meld --emit protocol,handbook,roles,form,web --as docx --date 2026-01-01 --out uit").exitCode, 0);
    }

    /// The protocol with a change in its text.
    void change(const std::string& was, const std::string& is) {
        edit(folder_, "uit/proef.protocol.docx", std::string(kMain), was, is, "anders.docx");
    }

    Folder folder_;
};

TEST_F(Published, WhatNobodyTouchedIsTheSame) {
    for (const std::string name : {"protocol", "handboek", "rolkaarten", "notitieformulier", "webtekst"}) {
        const Ran ran = check(folder_, "uit/proef." + name + ".docx");
        EXPECT_EQ(countOf(ran, "MC617"), 0U) << name << ran.out << ran.err;
        EXPECT_FALSE(ran.says("MC617")) << name << ran.err;
    }
    // Another day is no change by hand.
    const Ran later = folder_.run("meldc check p.meld --date 2026-05-01 --format plain --published uit/proef.protocol.docx");
    EXPECT_EQ(countOf(later, "MC617"), 0U) << later.out;
}

TEST_F(Published, AChangedSentenceStandsAtItsStatement) {
    change("De aandachtsfunctionaris legt de signalen vast.", "De aandachtsfunctionaris legt de signalen soms vast.");
    const Ran ran = check(folder_, "anders.docx");
    EXPECT_EQ(ran.exitCode, 1);
    EXPECT_EQ(countOf(ran, "MC617"), 1U) << ran.out;
    EXPECT_EQ(countOf(ran, "MC6170"), 1U) << ran.out;
    const std::string before = schoolProtocol().substr(0, schoolProtocol().find("taak af moet"));
    const std::string line = std::to_string(std::count(before.begin(), before.end(), '\n') + 1);
    EXPECT_TRUE(holds(ran.out, "p.meld:" + line + ":")) << ran.out;
    EXPECT_TRUE(holds(ran.out, "soms vast"));
    // The same for programs.
    const Ran json = folder_.run("meldc check p.meld --date 2026-01-01 --format json --published anders.docx");
    EXPECT_TRUE(holds(json.out, "\"MC6170\"")) << json.out;
}

TEST_F(Published, WhatStandsInThePlaceOfAnotherIsAChangeUnderItsHeading) {
    folder_.write("p.meld", replaced(schoolProtocol(), "  meldnorm 1",
                                     "  contact veilig_thuis \"Veilig Thuis\" telefoon \"0800-2000\"\n"
                                     "  rol leraar \"leraar\" is leerkracht\n"
                                     "  route nood \"Er is gevaar\" bij noodsituatie { taak leraar moet direct waarschuwen alarmnummer }\n"
                                     "  meldnorm 1"));
    ASSERT_EQ(folder_.run("meldc build p.meld --emit protocol --as docx --date 2026-01-01 --out uit").exitCode, 0);
    const auto onlyChange = [&](const std::string& was, const std::string& is, const std::string& heading) {
        change(was, is);
        const Ran ran = check(folder_, "anders.docx");
        EXPECT_EQ(countOf(ran, "MC617"), 1U) << ran.out;
        EXPECT_EQ(countOf(ran, "MC6170"), 1U) << ran.out;
        EXPECT_TRUE(holds(ran.out, " onder ‘" + heading + "’")) << ran.out;
        EXPECT_TRUE(holds(ran.out, "er staat `" + is + "` en niet `" + was + "`")) << ran.out;
    };
    onlyChange("0800-2000", "0800-2001", "Wie u belt");
    onlyChange("De leraar belt direct 112.", "De leraar mag 112 bellen.", "Er is gevaar");
}

TEST_F(Published, SentencesThatCameAndWent) {
    // The paragraph with the duty that may be done is emptied; a sentence is written behind another one.
    change("De aandachtsfunctionaris mag advies vragen aan Veilig Thuis.", "");
    const Ran removed = check(folder_, "anders.docx");
    EXPECT_EQ(countOf(removed, "MC6171"), 1U) << removed.out;
    EXPECT_EQ(countOf(removed, "MC617"), 1U) << removed.out;
    EXPECT_EQ(removed.exitCode, 1);
    change("De aandachtsfunctionaris legt de signalen vast.",
           "De aandachtsfunctionaris legt de signalen vast. Bel ook altijd de conciërge op kamer negen.");
    const Ran added = check(folder_, "anders.docx");
    EXPECT_EQ(countOf(added, "MC6172"), 1U) << added.out;
    EXPECT_EQ(countOf(added, "MC617"), 1U) << added.out;
    EXPECT_EQ(check(folder_, "anders.docx", "--fail-on warning").exitCode, 1);
}

TEST_F(Published, ChangesThatWordKeepsTrackOfCountAsMade) {
    change("<w:t xml:space=\"preserve\">De aandachtsfunctionaris legt de signalen vast.</w:t></w:r>",
           "<w:t xml:space=\"preserve\">De aandachtsfunctionaris legt de signalen </w:t></w:r>"
           "<w:ins w:id=\"9\" w:author=\"a\"><w:r><w:t xml:space=\"preserve\">later </w:t></w:r></w:ins>"
           "<w:del w:id=\"8\" w:author=\"a\"><w:r><w:delText>nu</w:delText></w:r></w:del><w:r><w:t>vast.</w:t></w:r>");
    const Ran ran = check(folder_, "anders.docx");
    EXPECT_EQ(countOf(ran, "MC6170"), 1U) << ran.out;
    EXPECT_TRUE(holds(ran.out, "legt de signalen later vast.")) << ran.out;
    // Split in parts by a word processor, it is the same sentence.
    change("De aandachtsfunctionaris legt de signalen vast.</w:t></w:r>",
           "De aandachtsfunctionaris legt </w:t></w:r><w:r><w:t xml:space=\"preserve\">de  signalen vast.</w:t></w:r>");
    EXPECT_EQ(countOf(check(folder_, "anders.docx"), "MC617"), 0U);
}

TEST_F(Published, AnotherTextAnotherProtocolNoDocument) {
    folder_.write("p.meld", replaced(schoolProtocol(), "moet vastleggen signalen", "moet vastleggen zorgen"));
    const Ran other = check(folder_, "uit/proef.protocol.docx");
    EXPECT_EQ(countOf(other, "MC6173"), 1U) << other.out;
    EXPECT_EQ(countOf(other, "MC6170"), 1U) << other.out;
    ASSERT_LE(folder_.run("meldc report p.meld --emit docx --lang en --date 2026-01-01 --out r").exitCode, 1);
    EXPECT_TRUE(check(folder_, "r/proef.rapport.docx").says("MC6174"));
    folder_.write("leeg.docx", "geen zip");
    const Ran broken = check(folder_, "leeg.docx");
    EXPECT_TRUE(broken.says("MC6175")) << broken.err;
    EXPECT_EQ(broken.exitCode, 2);
    EXPECT_TRUE(check(folder_, "weg.docx").says("MC9001") || check(folder_, "weg.docx").exitCode == 2);
    EXPECT_TRUE(folder_.run("meldc build p.meld --emit json --out x --published a.docx").says("MC9007") ||
                folder_.run("meldc build p.meld --emit json --out x --published a.docx").exitCode == 2);
}

/// Of several protocols the document belongs to the one whose sentences it has.
TEST_F(Published, AmongSeveralProtocolsItsOwn) {
    folder_.write("map/a.meld", schoolProtocol());
    folder_.write("map/b.meld", replaced(replaced(schoolProtocol(), "meldcode proef \"Proef\"", "meldcode tweede \"Tweede\""),
                                         "aandachtsfunctionaris\" is", "vertrouwenspersoon\" is"));
    const Ran ran = folder_.run("meldc check map --date 2026-01-01 --format plain --published uit/proef.protocol.docx");
    EXPECT_EQ(countOf(ran, "MC617"), 0U) << ran.out;
}

TEST_F(Published, TheLookOfATemplateIsUsedByBuild) {
    const std::string styles = partIn(folder_, "uit/proef.protocol.docx", "word/styles.xml");
    const std::size_t heading = styles.find("w:val=\"heading 1\"");
    ASSERT_NE(heading, std::string::npos);
    const std::size_t size = styles.find("<w:sz w:val=\"", heading);
    ASSERT_NE(size, std::string::npos);
    const std::string was = styles.substr(heading, styles.find('>', size) + 1 - heading);
    const std::string is = was.substr(0, was.rfind("<w:sz")) + "<w:sz w:val=\"77\"/>";
    edit(folder_, "uit/proef.protocol.docx", "word/styles.xml", was, is, "huis.docx");
    for (const std::string product : {"protocol", "form"}) {
        const Ran ran = folder_.run("meldc build p.meld --emit " + product + " --as docx --template-docx huis.docx --out stijl");
        ASSERT_EQ(ran.exitCode, 0) << ran.err;
    }
    for (const std::string file : {"stijl/proef.protocol.docx", "stijl/proef.notitieformulier.docx"}) {
        const std::string taken = partIn(folder_, file, "word/styles.xml");
        EXPECT_TRUE(holds(taken, "<w:sz w:val=\"77\"")) << file;
        EXPECT_TRUE(holds(partIn(folder_, file, std::string(kMain)), "Wegen")) << file;
    }
    EXPECT_EQ(countOf(check(folder_, "stijl/proef.protocol.docx"), "MC617"), 0U);
}

} // namespace
} // namespace meldc::golden
