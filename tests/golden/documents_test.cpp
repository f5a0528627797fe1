// --documents and --lock: what is opened, shown, recorded and told.

#include "golden/shell.h"

#include <gtest/gtest.h>

namespace meldc::golden {
namespace {

/// A code from a document of seven lines that all are named.
const std::string kCode = R"(meldcode proef "Proef" {
  soort meldcode
  sector po staat in protocol regel 1
  bron protocol "protocol.txt"
  gelezen regel 3, 7
  rol af is aandachtsfunctionaris staat in protocol regel 2
  stap 1 "Wegen" staat in protocol regel 4 {
    uitvoerder af staat in protocol regel 4
    vraag 1 "Is er een vermoeden?" staat in protocol regel 5-6 {
      antwoord ja als vermoeden staat in protocol regel 5
      bij ja melden staat in protocol regel 5
      bij nee afsluiten staat in protocol regel 6
    }
  }
}
)";
const std::string kText = "Voor basisschool De Proef\n"
                          "Wij hebben een functionaris\n"
                          "Inhoud\n"
                          "De functionaris weegt\n"
                          "Is er een vermoeden, dan meldt zij\n"
                          "Is er geen vermoeden, dan sluit zij af\n"
                          "Einde\n";

struct Setting : Folder {
    Setting() {
        write("code/protocol.meld", kCode);
        write("bronnen/protocol.txt", kText);
    }
    /// A line whose outcome does not matter, but that is understood.
    void prepare(const std::string& line) const { EXPECT_LT(run(line).exitCode, 2) << line; }
};

const std::string kCheck = "meldc check code --documents bronnen ";

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST(Documents, AreNotOpenedUnlessAsked) {
    const Setting folder;
    folder.write("bronnen/protocol.txt", "te kort\n");
    folder.write("code/meld.lock", "kapot");
    const Ran ran = folder.run("meldc check code --format plain");
    EXPECT_EQ(ran.messages(), 0U) << ran.err;
    EXPECT_FALSE(has(ran.out, "MC6"));
    EXPECT_EQ(folder.run("rm -r bronnen; meldc check code --format plain").out, ran.out);
}

TEST(Documents, AreQuotedBesideAFinding) {
    const Setting folder;
    const Ran text = folder.run(kCheck);
    EXPECT_LE(text.exitCode, 1) << text.err;
    EXPECT_TRUE(has(text.out, "    Plaats: code/protocol.meld:9:5 (protocol, regel 5-6)\n"
                              "      │ 5  Is er een vermoeden, dan meldt zij\n"
                              "      │ 6  Is er geen vermoeden, dan sluit zij af\n"))
        << text.out;
    const Ran plain = folder.run(kCheck + "--format plain");
    EXPECT_TRUE(has(plain.out, "(protocol: 5-6) In het document: “Is er een vermoeden, dan meldt zij / "))
        << plain.out;
    const Ran json = folder.run(kCheck + "--format json | tr -d ' \\n'");
    EXPECT_TRUE(has(json.out, R"("quote":{"lines":[{"line":5,"text":"Iser)")) << json.out;
    EXPECT_TRUE(has(json.out, R"("documents":[{"name":"protocol","file":"protocol.txt")")) << json.out;
    const Ran without = folder.run("meldc check code --format json");
    EXPECT_FALSE(has(without.out, "\"quote\""));
    EXPECT_FALSE(has(without.out, "\"documents\""));
}

TEST(Documents, AreQuotedInAProofAndOnThePage) {
    const Setting folder;
    const Ran prove = folder.run("meldc prove code 'altijd melden' --documents bronnen");
    EXPECT_EQ(prove.exitCode, 1) << prove.err;
    EXPECT_TRUE(has(prove.out, "    │ 6  Is er geen vermoeden, dan sluit zij af\n")) << prove.out;
    EXPECT_FALSE(has(folder.run("meldc prove code 'altijd melden'").out, "sluit zij af"));
    const std::string build = "meldc build code --emit html --out uit";
    ASSERT_EQ(folder.run(build).exitCode, 0);
    EXPECT_FALSE(has(folder.read("uit/proef.html"), "dan meldt zij"));
    ASSERT_EQ(folder.run(build + " --documents bronnen").exitCode, 0);
    EXPECT_TRUE(has(folder.read("uit/proef.html"), "<p>Is er een vermoeden, dan meldt zij</p>"));
}

TEST(Documents, LineEndsAndMarkMakeNoDifference) {
    const Setting folder;
    ASSERT_LE(folder.run(kCheck + "--lock").exitCode, 1);
    const std::string before = folder.run(kCheck + "--format json").out;
    folder.prepare("sed -i 's/$/\\r/; 1s/^/\\xEF\\xBB\\xBF/' bronnen/protocol.txt");
    ASSERT_TRUE(has(folder.read("bronnen/protocol.txt"), "\xEF\xBB\xBF" "Voor"));
    EXPECT_EQ(folder.run(kCheck + "--format json").out, before);
    EXPECT_TRUE(has(before, "\"recorded\": \"same\""));
}

TEST(Documents, LinesThatDoNotExistAreAnError) {
    const Setting folder;
    folder.write("bronnen/protocol.txt", kText.substr(0, kText.find("Is er geen")));
    const Ran ran = folder.run(kCheck + "--format plain");
    EXPECT_EQ(ran.exitCode, 1);
    EXPECT_TRUE(has(ran.out, "code/protocol.meld:9:5: error MC6101 Regel 5-6 bestaat niet: document `protocol` "
                             "heeft 5 regels."))
        << ran.out;
    EXPECT_TRUE(has(ran.out, "code/protocol.meld:5:3: error MC6101 Regel 7 bestaat niet"));
}

TEST(Documents, ThatCannotBeReadAreToldAtTheirSource) {
    const Setting folder;
    const auto expectWrong = [&](const std::string& code, const std::string& text) {
        const Ran ran = folder.run(kCheck + "--format json");
        EXPECT_EQ(ran.exitCode, 2);
        EXPECT_TRUE(ran.says(code)) << ran.err;
        EXPECT_TRUE(has(ran.err, text)) << ran.err;
        EXPECT_TRUE(has(ran.err, "code/protocol.meld:4:3")) << ran.err;
        EXPECT_TRUE(has(ran.out, "\"id\": \"" + code + "\"")) << "also in the report";
        EXPECT_TRUE(has(ran.out, "\"results\"")) << "the rest is still done";
    };
    folder.prepare("rm bronnen/protocol.txt");
    expectWrong("MC9001", "`bronnen/protocol.txt`");
    folder.prepare("mkdir bronnen/protocol.txt");
    expectWrong("MC9002", "`bronnen/protocol.txt`");
    folder.prepare("rmdir bronnen/protocol.txt");
    folder.write("bronnen/protocol.txt", "%PDF-1.4\n");
    expectWrong("MC6001", "dit is een PDF");
    folder.write("bronnen/protocol.txt", "een\ntw\xE9" "e\n");
    expectWrong("MC6001", "op regel 2 staat een teken in een andere codering");
    folder.prepare("head -c 9000000 /dev/zero | tr '\\0' 'a' >bronnen/protocol.txt");
    expectWrong("MC6006", "groter dan 8 megabyte");
    folder.write("buiten.txt", kText);
    folder.prepare("ln -sf ../buiten.txt bronnen/protocol.txt");
    expectWrong("MC6002", "`protocol.txt` ligt buiten de map `bronnen`");
}

TEST(Documents, LieInTheirFolder) {
    const Setting folder;
    folder.write("buiten.txt", kText);
    for (const std::string& path : {std::string("../buiten.txt"), (folder.path() / "work/buiten.txt").string()}) {
        std::string code = kCode;
        code.replace(code.find("protocol.txt"), 12, path);
        folder.write("code/protocol.meld", code);
        const Ran ran = folder.run(kCheck);
        EXPECT_EQ(ran.exitCode, 2);
        EXPECT_TRUE(ran.says("MC6002")) << ran.err;
        EXPECT_FALSE(has(ran.out, "dan meldt zij"));
    }
}

TEST(Documents, TheFolderMustBeThere) {
    const Setting folder;
    const Ran none = folder.run("meldc check code --documents nergens");
    EXPECT_EQ(none.exitCode, 2);
    EXPECT_TRUE(none.says("MC9001")) << none.err;
    const Ran file = folder.run("meldc check code --documents bronnen/protocol.txt");
    EXPECT_EQ(file.exitCode, 2);
    EXPECT_TRUE(file.says("MC9002")) << file.err;
    EXPECT_EQ(file.messages(), 1U) << "told once, not for each document";
}

TEST(Documents, ACodeWithoutDocumentsIsToldThatThereIsNothingToOpen) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    const Ran ran = folder.run("mkdir bronnen; meldc check p.meld --documents bronnen --lock");
    EXPECT_TRUE(has(ran.err, "Geen van deze codes noemt een document")) << ran.err;
    EXPECT_FALSE(folder.has("meld.lock"));
    EXPECT_TRUE(folder.run("meldc check p.meld --documents nergens").says("MC9001"));
}

// ---- meld.lock

TEST(Lock, IsMadeBesideTheProtocolAndOnlyWhenAsked) {
    const Setting folder;
    const Ran without = folder.run(kCheck + "--format plain");
    EXPECT_TRUE(has(without.out, "info MC6106 In `code/meld.lock` is voor deze code niets vastgelegd")) << without.out;
    EXPECT_FALSE(folder.has("code/meld.lock"));
    const Ran made = folder.run(kCheck + "--lock --format plain");
    EXPECT_LE(made.exitCode, 1) << made.err;
    EXPECT_TRUE(has(made.err, "Vastgelegd in code/meld.lock: 1 document.")) << made.err;
    EXPECT_FALSE(has(made.out, "MC6")) << made.out;
    const std::string lock = folder.read("code/meld.lock");
    EXPECT_TRUE(has(lock, "\"5-6\": \""));
    EXPECT_FALSE(has(lock, "vermoeden"));
    EXPECT_FALSE(has(folder.run(kCheck + "--format plain").out, "MC6"));
    EXPECT_EQ(folder.read("code/meld.lock"), lock) << "it is only verified";
    folder.prepare(kCheck + "--lock --quiet");
    EXPECT_EQ(folder.read("code/meld.lock"), lock) << "the same input gives the same bytes";
    EXPECT_EQ(folder.filesIn("code"), 2U);
}

TEST(Lock, NeedsDocuments) {
    const Setting folder;
    const Ran ran = folder.run("meldc check code --lock");
    EXPECT_EQ(ran.exitCode, 2);
    EXPECT_TRUE(ran.says("MC9040")) << ran.err;
    EXPECT_TRUE(folder.run("meldc prove code 'altijd melden' --documents bronnen --lock").says("MC9019"));
}

TEST(Lock, TellsWhatChangedAndWhatMoved) {
    const Setting folder;
    folder.prepare(kCheck + "--lock");
    folder.prepare("sed -i -e '1i Voorblad' -e 's/sluit zij af/stopt zij/' bronnen/protocol.txt");
    const Ran ran = folder.run(kCheck + "--format plain");
    EXPECT_TRUE(has(ran.out, "code/protocol.meld:9:5: warning MC6111 In document `protocol` is de tekst van regel 5-6 "
                             "gewijzigd of verdwenen; kijk rond regel 6."))
        << ran.out;
    EXPECT_TRUE(has(ran.out, "warning MC6110 In document `protocol` staat wat op regel 1-5, 7 stond nu op regel 2-6, 8."))
        << ran.out;
    EXPECT_TRUE(has(ran.out, "info MC6105 In document `protocol` is 1 regel")) << ran.out;
    EXPECT_EQ(folder.run(kCheck + "--fail-on warning").exitCode, 1);
    // Renewed, it is told for the last time.
    const std::string old = folder.read("code/meld.lock");
    const Ran refused = folder.run(kCheck + "--lock");
    EXPECT_TRUE(has(refused.out, "MC6111")) << refused.out;
    EXPECT_NE(folder.read("code/meld.lock"), old);
    EXPECT_FALSE(has(folder.run(kCheck).out, "MC6111"));
}

TEST(Lock, IsNotWrittenOverPlacesThatDoNotExist) {
    const Setting folder;
    folder.write("bronnen/protocol.txt", "kort\n");
    const Ran ran = folder.run(kCheck + "--lock");
    EXPECT_EQ(ran.exitCode, 2);
    EXPECT_TRUE(ran.says("MC6005")) << ran.err;
    EXPECT_TRUE(has(ran.err, "plaatsen die het document niet heeft")) << ran.err;
    EXPECT_FALSE(folder.has("code/meld.lock"));
}

TEST(Lock, AllAreWrittenOrNone) {
    const Setting folder;
    folder.write("ander/protocol.meld", kCode);
    folder.write("kapot/protocol.meld", "meldcode kapot \"Kapot\" {\n  taak\n}\n");
    const std::string line = "meldc check code ander --documents bronnen --lock";
    const Ran broken = folder.run(line + " kapot");
    EXPECT_EQ(broken.exitCode, 2);
    EXPECT_TRUE(broken.says("MC6005")) << broken.err;
    EXPECT_FALSE(folder.has("code/meld.lock"));
    folder.prepare("mkdir ander/meld.lock");
    EXPECT_EQ(folder.run(line).exitCode, 2);
    EXPECT_FALSE(folder.has("code/meld.lock"));
    folder.prepare("rmdir ander/meld.lock");
    EXPECT_LE(folder.run(line).exitCode, 1);
    EXPECT_TRUE(folder.has("code/meld.lock"));
    EXPECT_TRUE(folder.has("ander/meld.lock"));
}

TEST(Lock, KeepsWhatBelongsToOtherFilesOfTheFolder) {
    const Setting folder;
    std::string other = kCode;
    other.replace(other.find("proef"), 5, "ander");
    folder.write("code/ander.meld", other);
    folder.prepare("meldc check code/ander.meld code/protocol.meld --documents bronnen --lock");
    EXPECT_TRUE(has(folder.read("code/meld.lock"), "\"id\": \"ander\""));
    folder.prepare("meldc check code/protocol.meld --documents bronnen --lock");
    EXPECT_TRUE(has(folder.read("code/meld.lock"), "\"id\": \"ander\""));
    folder.prepare("rm code/ander.meld; meldc check code/protocol.meld --documents bronnen --lock");
    EXPECT_FALSE(has(folder.read("code/meld.lock"), "\"id\": \"ander\""));
    // A unit under another name is not the one that was recorded.
    folder.write("code/protocol.meld", other);
    const Ran renamed = folder.run(kCheck + "--format plain");
    EXPECT_TRUE(has(renamed.out, "warning MC6108 In meld.lock is `proef` vastgelegd")) << renamed.out;
    EXPECT_TRUE(has(renamed.out, "MC6106")) << renamed.out;
}

TEST(Lock, ThatIsBrokenIsNotUsedUntilItIsRenewed) {
    const Setting folder;
    for (const auto& [text, code] : {std::pair<std::string, std::string>{"{", "MC6003"},
                                     {"{\"meld_lock\": 99, \"protocols\": []}", "MC6004"}}) {
        folder.write("code/meld.lock", text);
        const Ran ran = folder.run(kCheck + "--format json");
        EXPECT_EQ(ran.exitCode, 2);
        EXPECT_TRUE(ran.says(code)) << ran.err;
        EXPECT_TRUE(has(ran.out, "\"id\": \"" + code + "\""));
        EXPECT_FALSE(has(ran.out, "MC6106")) << "there is one";
        EXPECT_EQ(folder.read("code/meld.lock"), text);
    }
    const Ran renewed = folder.run(kCheck + "--lock");
    EXPECT_LE(renewed.exitCode, 1) << renewed.err;
    EXPECT_TRUE(renewed.says("MC6004")) << "told, as a warning";
    EXPECT_EQ(folder.run(kCheck).messages(), 0U);
}

TEST(Lock, HasNoPlaceForStandardInput) {
    const Setting folder;
    const Ran ran = folder.run("meldc check - --documents bronnen --lock <code/protocol.meld");
    EXPECT_EQ(ran.exitCode, 2);
    EXPECT_TRUE(ran.says("MC6005")) << ran.err;
    EXPECT_FALSE(folder.has("meld.lock"));
    const Ran read = folder.run("meldc check - --documents bronnen --format plain <code/protocol.meld");
    EXPECT_LE(read.exitCode, 1) << read.err;
    EXPECT_FALSE(has(read.out, "MC6106")) << read.out;
}

// ---- absence

TEST(Absence, AccusesOnlyWhenTheDocumentAtHandWasReadToItsEnd) {
    // Everything is named up to line 7, which is marked as the end: without documents that is whole.
    const Setting folder;
    const std::string prove = "meldc prove code 'er is minstens 1 contact' --format json";
    EXPECT_TRUE(has(folder.run(prove).out, "\"result\": \"refuted\""));
    EXPECT_TRUE(has(folder.run(prove + " --documents bronnen").out, "\"result\": \"refuted\""));
    folder.write("bronnen/protocol.txt", kText + "\nBijlage: Veilig Thuis, 0800-2000\n");
    const Ran longer = folder.run(prove + " --documents bronnen");
    EXPECT_TRUE(has(longer.out, "\"open_because\": \"not-encoded\"")) << longer.out;
    EXPECT_TRUE(has(folder.run(prove).out, "\"result\": \"refuted\""));
    // A search says that it was looked for, in this text.
    std::string code = kCode;
    code.insert(code.find("  gelezen"), "  ontbreekt contact gezocht in protocol\n");
    folder.write("code/protocol.meld", code);
    EXPECT_TRUE(has(folder.run(prove + " --documents bronnen").out, "\"result\": \"refuted\""));
    folder.prepare(kCheck + "--lock");
    folder.write("bronnen/protocol.txt", kText + "\nBijlage: Veilig Thuis, 0800-2001\n");
    EXPECT_TRUE(has(folder.run(prove + " --documents bronnen").out, "not-encoded"));
    EXPECT_TRUE(has(folder.run(kCheck + "--format plain").out, "warning MC6113")) << "to be searched again";
}

TEST(Absence, ASearchBeyondTheDocumentIsAnErrorAndDoesNotAccuse) {
    const Setting folder;
    std::string code = kCode;
    code.replace(code.find("  gelezen regel 3, 7"), 20,
                 "  ontbreekt contact gezocht in protocol regel 1-9");
    folder.write("code/protocol.meld", code);
    const Ran ran = folder.run(kCheck + "--format plain");
    EXPECT_EQ(ran.exitCode, 1);
    EXPECT_TRUE(has(ran.out, "code/protocol.meld:5:3: error MC6101 Regel 1-9 bestaat niet")) << ran.out;
    const std::string prove = "meldc prove code 'er is minstens 1 contact' --format json";
    EXPECT_TRUE(has(folder.run(prove).out, "\"result\": \"refuted\""));
    EXPECT_TRUE(has(folder.run(prove + " --documents bronnen").out, "not-encoded"));
}

} // namespace
} // namespace meldc::golden
