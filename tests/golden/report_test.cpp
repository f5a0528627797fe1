// The compliance report: what is in it, what people add to it, and when that is out of date.

#include "golden/shell.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <regex>
#include <set>
#include <utility>
#include <vector>

namespace meldc::golden {
namespace {

const std::string kDay = " --date 2026-01-01";

std::string innovo() {
    return "'" + inSource("policies/innovo") + "'";
}

/// Rows of a table as RFC 4180 has it; a byte-order mark is no part of the first cell.
std::vector<std::vector<std::string>> rowsOfCsv(const std::string& text) {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> row;
    std::string cell;
    bool isQuoted = false;
    for (std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0; at < text.size(); ++at) {
        const char letter = text[at];
        if (isQuoted && letter == '"' && at + 1 < text.size() && text[at + 1] == '"') {
            cell += text[++at];
        } else if (letter == '"') {
            isQuoted = !isQuoted;
        } else if (isQuoted || (letter != ',' && letter != '\r' && letter != '\n')) {
            cell += letter;
        } else if (letter == ',') {
            row.push_back(std::exchange(cell, {}));
        } else if (letter == '\n') {
            row.push_back(std::exchange(cell, {}));
            rows.push_back(std::exchange(row, {}));
        }
    }
    return rows;
}

/// The values of "norm" in JSON, in their order.
std::vector<std::string> normsIn(const std::string& json) {
    static const std::regex kNorm(R"re("norm": "(\w+)")re");
    std::vector<std::string> norms;
    for (std::sregex_iterator it(json.begin(), json.end(), kNorm), end; it != end; ++it) {
        norms.push_back((*it)[1]);
    }
    return norms;
}

/// Fills in a row of an empty list of judgements.
std::string fillIn(const std::string& norm, const std::string& judgement) {
    return "sed '/^" + norm + "\\t/ s/\\t\\t\\t\\t\\t$/\\t" + judgement +
           "\\t\\t\\tinspecteur\\t2026-03-02/' uit/proef.oordelen.tsv > oordelen.tsv";
}

TEST(Report, IsTheSameBytesEachTimeWhereverItGoes) {
    const Folder folder;
    const std::string line = "meldc report " + innovo() + kDay + " --emit all --out ";
    const int exitCode = folder.run(line + "een").exitCode;
    EXPECT_EQ(folder.run(line + "twee/dieper").exitCode, exitCode);
    EXPECT_EQ(folder.filesIn("een"), 4U);
    for (const std::string name : {"html", "json", "csv", "docx"}) {
        const std::string report = folder.read("een/innovo.rapport." + name);
        EXPECT_NE(report, "");
        EXPECT_TRUE(report == folder.read("twee/dieper/innovo.rapport." + name)) << name;
    }
}

TEST(Report, EndsAsCheckDoes) {
    const Folder folder;
    for (const std::string policy : {"innovo", "de-meent", "model-po"}) {
        const std::string path = " '" + inSource("policies/" + policy) + "'" + kDay;
        for (const std::string level : {"error", "warning", "info"}) {
            EXPECT_EQ(folder.run("meldc report" + path + " --out uit --fail-on " + level).exitCode,
                      folder.run("meldc check" + path + " --fail-on " + level).exitCode)
                << policy << " " << level;
        }
    }
}

TEST(Report, HasEveryNormOfTheDayOnce) {
    const Folder folder;
    (void)folder.run("meldc report " + innovo() + kDay + " --emit json,csv,html --out uit");
    const auto checked = normsIn(folder.run("meldc check " + innovo() + kDay + " --format json").out);
    const auto reported = normsIn(folder.read("uit/innovo.rapport.json"));
    const std::set<std::string> all(checked.begin(), checked.end());
    EXPECT_GT(all.size(), 30U);
    EXPECT_EQ(reported.size(), all.size());
    EXPECT_EQ(std::set<std::string>(reported.begin(), reported.end()), all);
    const std::string page = folder.read("uit/innovo.rapport.html");
    for (const std::string& norm : all) {
        EXPECT_TRUE(holds(page, "id=\"norm-" + norm + "\"")) << norm;
    }
    const auto rows = rowsOfCsv(folder.read("uit/innovo.rapport.csv"));
    ASSERT_EQ(rows.size(), all.size() + 1);
    for (const auto& row : rows) {
        EXPECT_EQ(row.size(), rows.front().size());
    }
}

// What the law of 2026 and the text of INNOVO say is written in policies/innovo/expected.tsv.
TEST(Report, TellsWhatAnInspectorLooksFor) {
    const Folder folder;
    (void)folder.run("meldc report " + innovo() + kDay + " --out uit");
    const std::string page = folder.read("uit/innovo.rapport.html");
    for (const std::string_view part :
         {// The head: whose, of which kind, who took it over and who read it again.
          "INNOVO, Stichting voor Katholiek Onderwijs", "Herlezen door</dt><dd>tweede lezer, op 2026-11-22",
          // The text of 2019 was reconstructed.
          "onder voorbehoud van die tekst",
          // A dated link to the article, and how its text is known.
          "https://wetten.overheid.nl/jci1.3:c:BWBR0033723", "g=2026-01-01", "(tekst: gereconstrueerd)",
          // Disclosure alone ends without a report: with the case, the count and the place.
          "<dt>Voorbeeld</dt>", "combinaties die niet kunnen", "protocol, regel ",
          // What a text cannot show, and what to ask instead.
          "<dt>Laat de tekst niet zien</dt>", "<dt>Navraag</dt>",
          // Room for people.
          "Zienswijze organisatie", "Oordeel toezicht",
          // The foot.
          "meldc report ", "--date 2026-01-01"}) {
        EXPECT_TRUE(holds(page, part)) << part;
    }
    // Layers stand apart, law first.
    const std::size_t law = page.find("<h3>Wet</h3>");
    const std::size_t norm = page.find("<h3>Beroepsnorm</h3>");
    EXPECT_LT(law, norm);
    EXPECT_NE(norm, std::string::npos);
    // What is broken stands above what is open, and that above what is in order.
    const std::string table = page.substr(norm, page.find("</table>", norm) - norm);
    EXPECT_LT(table.find("id=\"norm-R34\""), table.find("id=\"norm-R33\""));
    EXPECT_LT(table.find("id=\"norm-R33\""), table.find("<tr class=\"fine\""));
}

TEST(Report, ThePageAsksForNothingElsewhere) {
    const Folder folder;
    for (const std::string lang : {"nl", "en"}) {
        (void)folder.run("meldc report " + innovo() + " --out uit --lang " + lang);
        const std::string page = folder.read("uit/innovo.rapport.html");
        EXPECT_TRUE(holds(page, "<html lang=\"" + lang + "\">"));
        for (const std::string_view forbidden : {"<script", "src=", "@import", "url(http", "<link", "{{"}) {
            EXPECT_FALSE(holds(page, forbidden)) << forbidden;
        }
    }
}

TEST(Report, CitesWhatTheDocumentSays) {
    const Folder folder;
    folder.write("code/protocol.meld",
                 "meldcode proef \"Proef\" {\n  soort meldcode\n  sector po staat in protocol regel 2\n"
                 "  bron protocol \"protocol.txt\"\n"
                 "  beslissing melden staat in protocol regel 4 { eindverantwoordelijk directeur staat in protocol regel 4 }\n"
                 "  rol directeur is directie staat in protocol regel 3\n}\n");
    folder.write("bronnen/protocol.txt", "Voorblad\nVoor het <b>basisonderwijs</b>\nDe directeur\n"
                                         "De directeur beslist & is verantwoordelijk\n");
    (void)folder.run("meldc report code --documents bronnen --emit html,csv --out uit");
    EXPECT_TRUE(holds(folder.read("uit/proef.rapport.html"),
                      "<blockquote><p>De directeur beslist &amp; is verantwoordelijk</p></blockquote>"));
    EXPECT_TRUE(holds(folder.read("uit/proef.rapport.csv"), "De directeur beslist & is verantwoordelijk"));
    // Without the documents it says that they were not opened.
    (void)folder.run("meldc report code --out uit");
    EXPECT_TRUE(holds(folder.read("uit/proef.rapport.html"), "niet geopend"));
}

TEST(Report, ArrangesByTheItemsOfTheInspector) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    folder.write("items.tsv", "item\ttitel\tnormen\n2.1\tWie beslist\tR15, R31\n1.9\tWie <meldt>\tR31, R999\n");
    const Ran ran = folder.run("meldc report p.meld --items items.tsv --emit html,json,csv --out uit" + kDay);
    EXPECT_TRUE(ran.says("MC7101")) << ran.err;
    EXPECT_TRUE(ran.says("MC7102")) << ran.err;
    const std::string page = folder.read("uit/proef.rapport.html");
    // In the order of the list, then what is in none.
    EXPECT_LT(page.find("id=\"item-1\">2.1 Wie beslist"), page.find("id=\"item-2\">1.9 Wie &lt;meldt&gt;"));
    EXPECT_LT(page.find("id=\"item-2\""), page.find("Normen die in geen item staan</h3>"));
    EXPECT_TRUE(holds(page, "R999"));
    // R15 is law and R31 a professional norm: one item, two tables.
    const std::string json = folder.read("uit/proef.rapport.json");
    EXPECT_TRUE(holds(json, R"("layer": "law",
          "norms": [
            "R15"
          ])")) << json.substr(0, 3000);
    // In each item by itself; a norm in two items has two lines.
    std::size_t lines = 0;
    for (const auto& row : rowsOfCsv(folder.read("uit/proef.rapport.csv"))) {
        lines += row[2] == "R31" ? 1U : 0U;
    }
    EXPECT_EQ(lines, 2U);
}

TEST(Report, KeepsWhatPeopleJudged) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    const std::string report = "meldc report p.meld --out uit" + kDay;
    ASSERT_LE(folder.run(report + " --emit form").exitCode, 1);
    ASSERT_EQ(folder.run(fillIn("R15", "=voldoet <b>")).exitCode, 0);
    const std::string with = report + " --judgements oordelen.tsv --emit html,json,csv";
    const Ran ran = folder.run(with);
    EXPECT_FALSE(ran.says("MC7105")) << ran.err;
    const std::string page = folder.read("uit/proef.rapport.html");
    EXPECT_TRUE(holds(page, "<p>=voldoet &lt;b&gt;</p>"));
    EXPECT_TRUE(holds(page, "inspecteur, op 2026-03-02"));
    EXPECT_FALSE(holds(page, "te herzien</span>"));
    EXPECT_TRUE(holds(folder.read("uit/proef.rapport.json"), "\"state\": \"current\""));
    // A spreadsheet must not run what somebody wrote.
    EXPECT_TRUE(holds(folder.read("uit/proef.rapport.csv"), ",'=voldoet <b>,"));
    // Comments are no part of what was judged.
    folder.write("p.meld", "// nieuw\n" + smallProtocol());
    EXPECT_FALSE(folder.run(with).says("MC7105"));
}

TEST(Report, AJudgementOnAnEarlierTextIsToBeReviewed) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    const std::string report = "meldc report p.meld --out uit" + kDay;
    (void)folder.run(report + " --emit form");
    (void)folder.run(fillIn("R15", "in orde"));
    std::string changed = smallProtocol();
    changed.replace(changed.find("bij nee hulp"), 12, "bij nee volgen");
    folder.write("p.meld", changed);
    const Ran ran = folder.run(report + " --judgements oordelen.tsv --emit html,json");
    EXPECT_TRUE(ran.says("MC7105")) << ran.err;
    const std::string page = folder.read("uit/proef.rapport.html");
    EXPECT_TRUE(holds(page, "te herzien</span>"));
    EXPECT_TRUE(holds(page, "<p>in orde</p>"));
    EXPECT_TRUE(holds(folder.read("uit/proef.rapport.json"), "\"state\": \"stale\""));
    EXPECT_EQ(folder.run(report + " --judgements oordelen.tsv --fail-on warning").exitCode, 1);
}

TEST(Report, AJudgementHangsOnItsOwnPassageOnly) {
    const Folder folder;
    folder.write("code/protocol.meld",
                 "meldcode proef \"Proef\" {\n  soort meldcode\n  sector po staat in protocol regel 2\n"
                 "  bron protocol \"protocol.txt\"\n  rol directeur is directie staat in protocol regel 3\n"
                 "  beslissing melden staat in protocol regel 4 { eindverantwoordelijk directeur staat in protocol regel 4 }\n}\n");
    const std::string text = "Voorblad\nVoor het basisonderwijs\nDe directeur\nDe directeur beslist\nEinde\n";
    folder.write("bronnen/protocol.txt", text);
    const std::string report = "meldc report code --documents bronnen --out uit" + kDay;
    (void)folder.run("meldc check code --documents bronnen --lock");
    (void)folder.run(report + " --emit form");
    ASSERT_EQ(folder.run("grep -q '^R15.*passage:' uit/proef.oordelen.tsv").exitCode, 0)
        << folder.read("uit/proef.oordelen.tsv");
    (void)folder.run(fillIn("R15", "in orde"));
    const std::string with = report + " --judgements oordelen.tsv";
    EXPECT_FALSE(folder.run(with).says("MC7105"));
    // Words elsewhere, and lines that move.
    folder.write("bronnen/protocol.txt", "Nieuw voorblad\n" + text + "Slot\n");
    EXPECT_FALSE(folder.run(with).says("MC7105"));
    // Its own words.
    std::string changed = text;
    changed.replace(changed.find("beslist"), 7, "beslist niet");
    folder.write("bronnen/protocol.txt", changed);
    EXPECT_TRUE(folder.run(with).says("MC7105"));
    // Without the documents nobody can tell.
    const Ran blind = folder.run("meldc report code --out uit --judgements oordelen.tsv" + kDay);
    EXPECT_TRUE(blind.says("MC7106")) << blind.err;
    EXPECT_FALSE(blind.says("MC7105")) << blind.err;
}

TEST(Report, NeverOverwritesWhatAPersonFilledIn) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    const std::string line = "meldc report p.meld --out uit --emit form,html" + kDay;
    ASSERT_LE(folder.run(line).exitCode, 1);
    // Nothing was filled in yet: making it again loses nothing.
    ASSERT_LE(folder.run(line).exitCode, 1);
    (void)folder.run(fillIn("R15", "in orde") + " && mv oordelen.tsv uit/proef.oordelen.tsv && rm uit/proef.rapport.html");
    const std::string filled = folder.read("uit/proef.oordelen.tsv");
    const Ran ran = folder.run(line);
    EXPECT_EQ(ran.exitCode, 2);
    EXPECT_TRUE(ran.says("MC7009")) << ran.err;
    EXPECT_EQ(folder.read("uit/proef.oordelen.tsv"), filled);
    // All or nothing.
    EXPECT_FALSE(folder.has("uit/proef.rapport.html"));
}

TEST(Report, ABrokenListStopsIt) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    folder.write("items.tsv", "1.1\tZonder normen\n");
    const Ran ran = folder.run("meldc report p.meld --items items.tsv --out uit");
    EXPECT_EQ(ran.exitCode, 2);
    EXPECT_TRUE(holds(ran.err, "items.tsv")) << ran.err;
    EXPECT_FALSE(folder.has("uit"));
    EXPECT_TRUE(folder.run("meldc report p.meld --items weg.tsv --out uit").says("MC9001"));
    EXPECT_TRUE(folder.run("meldc report p.meld --out uit --emit pdf").says("MC9009"));
    EXPECT_TRUE(folder.run("meldc build p.meld --out uit --emit matrix").says("MC9009"));
    EXPECT_TRUE(folder.run("meldc report p.meld").says("MC9032"));
}

TEST(Report, NeverOverwritesWhatItReads) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    folder.write("uit/proef.rapport.csv", "1.1;Wie beslist;R15\n");
    const Ran ran = folder.run("meldc report p.meld --items uit/proef.rapport.csv --emit csv --out uit");
    EXPECT_EQ(ran.exitCode, 2);
    EXPECT_TRUE(ran.says("MC9051")) << ran.err;
    EXPECT_EQ(folder.read("uit/proef.rapport.csv"), "1.1;Wie beslist;R15\n");
}

TEST(Report, OptionsMeanWhatTheyMeanElsewhere) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    const auto reported = [&](const std::string& options) {
        (void)folder.run("meldc report p.meld --out uit --emit json " + options);
        return folder.read("uit/proef.rapport.json");
    };
    const auto has = [](const std::string& json, const std::string& norm) {
        const auto norms = normsIn(json);
        return std::find(norms.begin(), norms.end(), norm) != norms.end();
    };
    // The education sector's framework, and with it this norm, is of 2019.
    EXPECT_TRUE(has(reported("--date 2026-01-01"), "R31"));
    EXPECT_FALSE(has(reported("--date 2015-01-01"), "R31"));
    EXPECT_TRUE(holds(reported("--lang en"), "\"messages\""));
    EXPECT_FALSE(reported("--lang en") == reported("--lang nl"));
    EXPECT_TRUE(folder.run("meldc report p.meld --out uit --date 2000-01-01").says("MC9055"));
    ASSERT_EQ(folder.run("cp -r '" + inSource("stdlib") + "' kopie").exitCode, 0);
    folder.write("kopie/eigen.meld",
                 "norm R902 \"Er is een stap\" {\n  laag advies\n  grond besluit artikel 2\n"
                 "  eis er is een stap\n"
                 "  bericht nl \"er is geen stap\" en \"there is no step\"\n}\n"
                 "dekking besluit artikel 2 {\n  door R902 hoe tekst\n}\n");
    EXPECT_TRUE(has(reported("--stdlib kopie"), "R902"));
    EXPECT_EQ(folder.run("meldc report p.meld --out uit --quiet").err, "");
    EXPECT_TRUE(holds(folder.run("meldc report p.meld --out uit").err, "uit/proef.rapport.html"));
}

TEST(Report, TheCommandAtItsEndMakesItAgain) {
    const Folder folder;
    folder.write("mijn code/p.meld", smallProtocol());
    (void)folder.run("meldc report 'mijn code/p.meld' --out uit" + kDay);
    const std::string page = folder.read("uit/proef.rapport.html");
    const std::size_t begin = page.find("<code>meldc report ") + 6;
    std::string command = page.substr(begin, page.find("</code>", begin) - begin);
    for (std::size_t at; (at = command.find("&apos;")) != std::string::npos;) {
        command.replace(at, 6, "'");
    }
    (void)folder.run(command);
    EXPECT_TRUE(folder.read("proef.rapport.html") == page) << command;
}

TEST(Report, AHouseStyleIsForTheWordDocument) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    const std::string line = "meldc report p.meld" + kDay + " --emit docx --out ";
    (void)folder.run(line + "uit");
    const std::string plain = folder.read("uit/proef.rapport.docx");
    EXPECT_TRUE(plain.starts_with("PK"));
    const Ran unfit = folder.run("meldc report p.meld --out x --emit html --template-docx uit/proef.rapport.docx");
    EXPECT_TRUE(unfit.says("MC9040"));
    EXPECT_TRUE(holds(unfit.err, "--emit docx"));
    EXPECT_FALSE(folder.has("x"));
    // The template stays what it is.
    EXPECT_TRUE(folder.run(line + "uit --template-docx uit/../uit/proef.rapport.docx").says("MC9051"));
    EXPECT_TRUE(folder.read("uit/proef.rapport.docx") == plain);
    // Its look is in the document and its name in what makes it again, of the document alone.
    const std::string styled = " --emit html,docx --template-docx uit/proef.rapport.docx";
    (void)folder.run("meldc report p.meld" + kDay + " --out een" + styled);
    (void)folder.run("meldc report p.meld" + kDay + " --out twee" + styled);
    EXPECT_TRUE(folder.read("een/proef.rapport.docx") == folder.read("twee/proef.rapport.docx"));
    EXPECT_FALSE(folder.read("een/proef.rapport.docx") == plain);
    EXPECT_FALSE(holds(folder.read("een/proef.rapport.html"), "template-docx"));
    folder.write("geen.docx", "tekst");
    const Ran refused = folder.run(line + "drie --template-docx geen.docx");
    EXPECT_EQ(refused.exitCode, 2);
    EXPECT_TRUE(refused.says("MC7012"));
    EXPECT_FALSE(folder.has("drie"));
}

} // namespace
} // namespace meldc::golden
