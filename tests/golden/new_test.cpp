// `meldc new`: a protocol over a model, asked for or written at once, and a norm for the library.

#include "golden/shell.h"

#include <gtest/gtest.h>

namespace meldc::golden {
namespace {

TEST(New, WritesAFileThatCanBeCheckedAtOnce) {
    const Folder folder;
    const Ran ran = folder.run("meldc new protocol --sector po --name 'Basisschool De Linde'");
    EXPECT_EQ(ran.exitCode, 0) << ran.err;
    EXPECT_EQ(ran.out, "");
    EXPECT_TRUE(holds(ran.err, "meldc check basisschool-de-linde")) << ran.err;
    // What is open is told by its question, as often as the file asks it.
    EXPECT_TRUE(holds(ran.err, "13 plekken")) << ran.err;
    EXPECT_EQ(timesIn(ran.err, "\n- "), 13U) << ran.err;
    EXPECT_TRUE(holds(ran.err, "\n- Hoe heet uw leerlingvolgsysteem?\n")) << ran.err;
    const std::string text = folder.read("basisschool-de-linde/protocol.meld");
    EXPECT_TRUE(holds(text, "meldcode basisschool_de_linde \"Meldcode Basisschool De Linde\" {")) << text;
    EXPECT_TRUE(holds(text, "\n  organisatie \"Basisschool De Linde\"\n")) << text;
    EXPECT_TRUE(holds(text, "\n  // Hoe heet uw leerlingvolgsysteem?\n  // systeem volgsysteem \"ParnasSys\"\n")) << text;
    EXPECT_FALSE(holds(text, "<")) << text;
    EXPECT_EQ(folder.run("meldc check basisschool-de-linde").exitCode, 0);
    EXPECT_EQ(folder.run("meldc test basisschool-de-linde").exitCode, 0);
}

TEST(New, NeverOverwrites) {
    const Folder folder;
    folder.write("p.meld", "eigen werk");
    const Ran ran = folder.run("meldc new protocol --sector po --out p.meld");
    EXPECT_EQ(ran.exitCode, 2);
    EXPECT_TRUE(ran.says("MC9071")) << ran.err;
    EXPECT_EQ(folder.read("p.meld"), "eigen werk");
    // Answers are not asked for in vain.
    const Ran asked = folder.run("yes x | meldc new protocol --sector po --ask --out p.meld");
    EXPECT_FALSE(holds(asked.err, "(1/")) << asked.err;
}

TEST(New, GoesWhereItIsAsked) {
    const Folder folder;
    EXPECT_EQ(folder.run("meldc new protocol --sector vo --out scholen/een").exitCode, 0);
    EXPECT_TRUE(folder.has("scholen/een/protocol.meld"));
    EXPECT_EQ(folder.run("meldc new protocol --sector vo --out een.meld").exitCode, 0);
    EXPECT_TRUE(folder.has("een.meld"));
    const Ran printed = folder.run("meldc new protocol --sector vo --out -");
    EXPECT_EQ(printed.out, folder.read("een.meld"));
    EXPECT_EQ(folder.run("meldc new protocol --sector vo --out - | meldc check -").exitCode, 0);
}

TEST(New, SaysForWhichSectorsThereIsNoModel) {
    const Folder folder;
    for (const char* sector : {"zorg_solo", "gastouder", "gastouderopvang", "leerplicht", "halt"}) {
        const Ran ran = folder.run(std::string("meldc new protocol --sector ") + sector);
        EXPECT_EQ(ran.exitCode, 2) << sector;
        EXPECT_TRUE(ran.says("MC9070")) << ran.err;
    }
    EXPECT_EQ(folder.filesIn("."), 0U);
    const Ran unknown = folder.run("meldc new protocol --sector bakkerij");
    EXPECT_TRUE((unknown.says("MC9067") || unknown.says("MC9068"))) << unknown.err;
    EXPECT_TRUE(holds(unknown.err, "meldc explain sectoren")) << unknown.err;
    EXPECT_TRUE(folder.run("meldc new protocol").says("MC9032"));
    EXPECT_TRUE(folder.run("meldc new model --sector po").says("MC9072"));
}

TEST(New, AModelOfAnotherSectorIsNamedAsSuch) {
    const Folder folder;
    ASSERT_EQ(folder.run("meldc new protocol --sector mbo --out p.meld").exitCode, 0);
    const std::string text = folder.read("p.meld");
    EXPECT_TRUE(holds(text, "geen eigen model voor het mbo")) << text;
    EXPECT_TRUE(holds(text, "\n  sector mbo\n")) << text;
}

TEST(New, AsksOneQuestionAfterAnother) {
    const Folder folder;
    // Name, board (left open), back to the name, another name, board, day as people write it, by whom.
    folder.write("antwoorden", "De Linde\n\nterug\nterug\nDe Eik\nStichting West\n030-1111111\n\n1-9-2026\nhet bestuur\nklaar\n");
    const Ran ran = folder.run("meldc new protocol --sector po --ask < antwoorden");
    EXPECT_EQ(ran.exitCode, 0) << ran.err;
    EXPECT_TRUE(holds(ran.err, "Nu staat er: De Linde")) << ran.err;
    const std::string text = folder.read("de-eik/protocol.meld");
    for (const std::string_view line :
         {"meldcode de_eik \"Meldcode De Eik\"", "\n  organisatie \"De Eik\"", "\n  bevoegd gezag \"Stichting West\"",
          "\n  contact bestuur telefoon \"030-1111111\"\n  // Op welke dag",
          "\n  vastgesteld 2026-09-01 door \"het bestuur\"", "\n  // geldig van 2026-09-01"}) {
        EXPECT_TRUE(holds(text, line)) << line << "\n" << text;
    }
}

TEST(New, AnUnusableAnswerIsAskedAgain) {
    const Folder folder;
    folder.write("antwoorden", "De \"Linde\"\nDe Linde\n\n31-2-2026\nmorgen vroeg\n2026-03-01\n\nklaar\n");
    const Ran ran = folder.run("meldc new protocol --sector po --ask < antwoorden");
    EXPECT_EQ(ran.exitCode, 0) << ran.err;
    EXPECT_TRUE(holds(ran.err, "geen dubbel aanhalingsteken")) << ran.err;
    EXPECT_TRUE(holds(ran.err, "Dit antwoord past hier niet")) << ran.err;
    EXPECT_TRUE(holds(ran.err, "Hier hoort een dag")) << ran.err;
    EXPECT_TRUE(holds(folder.read("de-linde/protocol.meld"), "\n  vastgesteld 2026-03-01\n"));
}

TEST(New, AQuestionMayHangOnTheAnswerBefore) {
    const Folder folder;
    // Ten questions before it, each left open.
    const std::string open(10, '\n');
    folder.write("nee", open + "nee\nNiet aangesloten.\nklaar\n");
    folder.write("ja", open + "ja\n");
    const Ran no = folder.run("meldc new protocol --sector po --ask --out nee.meld < nee");
    const Ran yes = folder.run("meldc new protocol --sector po --ask --out ja.meld < ja");
    EXPECT_TRUE(holds(no.err, "waarom niet?")) << no.err;
    EXPECT_FALSE(holds(yes.err, "waarom niet?")) << yes.err;
    EXPECT_TRUE(holds(folder.read("nee.meld"), "\n  onderwerp verwijsindex niet van toepassing omdat \"Niet"));
    EXPECT_EQ(folder.run("meldc check nee.meld").exitCode, 0);
}

TEST(New, WhatWasAskedBecauseOfAnAnswerGoesWithIt) {
    const Folder folder;
    // No, because; then back to it twice, and yes after all.
    folder.write("antwoorden", std::string(10, '\n') + "nee\nNiet aangesloten.\nterug\nterug\nja\nklaar\n");
    const Ran ran = folder.run("meldc new protocol --sector po --ask --out ja.meld < antwoorden");
    EXPECT_EQ(ran.exitCode, 0) << ran.err;
    const std::string text = folder.read("ja.meld");
    EXPECT_TRUE(holds(text, "\n  meldingsbevoegd ja\n")) << text;
    EXPECT_FALSE(holds(text, "Niet aangesloten")) << text;
}

TEST(New, TheSectorAsPeopleWriteIt) {
    const Folder folder;
    EXPECT_EQ(folder.run("meldc new protocol --sector PO --out a.meld").exitCode, 0);
    EXPECT_EQ(folder.run("meldc new protocol --sector 'Primair onderwijs' --out b.meld").exitCode, 0);
    EXPECT_TRUE(holds(folder.read("b.meld"), "volgt model_po"));
    const Ran near = folder.run("meldc new protocol --sector kinderopvag");
    EXPECT_TRUE(near.says("MC9068") && holds(near.err, "`kinderopvang`")) << near.err;
    EXPECT_TRUE(folder.run("meldc new protocol --sector xyzzy").says("MC9067"));
}

TEST(New, ANameIsOneLineWithLetters) {
    const Folder folder;
    for (const std::string name : {"$'De\\nLinde'", "'   '", "'De \"Linde\"'"}) {
        const Ran ran = folder.run("meldc new protocol --sector po --out x.meld --name " + name);
        EXPECT_TRUE(ran.says("MC9009")) << name << ran.err;
        EXPECT_FALSE(folder.has("x.meld")) << name;
    }
    for (const std::string option : {"--sector po", "--name X", "--ask"}) {
        EXPECT_TRUE(folder.run("meldc new norm H11 --out lib " + option).says("MC9019")) << option;
    }
}

TEST(New, TheEndOfTheInputKeepsWhatWasAnswered) {
    const Folder folder;
    const Ran ran = folder.run("printf 'De Linde\\nStichting West' | meldc new protocol --sector po --ask");
    EXPECT_EQ(ran.exitCode, 0) << ran.err;
    EXPECT_TRUE(holds(ran.err, "De invoer is op")) << ran.err;
    EXPECT_TRUE(holds(folder.read("de-linde/protocol.meld"), "\n  bevoegd gezag \"Stichting West\"\n"));
    const Ran nothing = folder.run("meldc new protocol --sector po --ask --out leeg.meld < /dev/null");
    EXPECT_EQ(nothing.exitCode, 0) << nothing.err;
    EXPECT_EQ(folder.run("meldc check leeg.meld").exitCode, 0);
}

TEST(New, StrangeNamesDoNotLeaveTheFolder) {
    const Folder folder;
    EXPECT_EQ(folder.run("meldc new protocol --sector po --name '../../weg'").exitCode, 0);
    EXPECT_TRUE(folder.has("weg/protocol.meld"));
    EXPECT_EQ(folder.run("meldc new protocol --sector po --name 'a \"b\"'").exitCode, 2);
    EXPECT_EQ(folder.run("meldc new protocol --sector po --name 'stap'").exitCode, 0);
    EXPECT_EQ(folder.run("meldc check code-stap").exitCode, 0) << "a word of the language is no name";
}

TEST(New, AsManyPlacesAreToldAsCheckFinds) {
    const Folder folder;
    const Ran made = folder.run("meldc new protocol --sector po --name 'De Linde'");
    const std::string found = folder.run("meldc check de-linde --format plain | grep -c MC4401").out;
    EXPECT_TRUE(holds(made.err, " " + found.substr(0, found.find('\n')) + " plekken")) << made.err << found;
}

TEST(New, ANormIsReadByTheLibrary) {
    const Folder folder;
    (void)folder.run("cp -r '" + inSource("stdlib") + "' bibliotheek");
    const Ran ran = folder.run("meldc new norm H901 --stdlib bibliotheek --out bibliotheek");
    ASSERT_EQ(ran.exitCode, 0) << ran.err;
    const std::string at = "bibliotheek/normen/huis/H901-nieuw/";
    EXPECT_TRUE(folder.run("meldc check --stdlib bibliotheek " + at + "goed.meld").says("MC5010"))
        << "what the text asks for is not done yet";
    (void)folder.run("sed -i 's/door H1, H2,/door H901, H1, H2,/' bibliotheek/dekking.meld");
    const std::string line = "meldc check --stdlib bibliotheek --format plain " + at;
    const Ran good = folder.run(line + "goed.meld");
    const Ran bad = folder.run(line + "fout.meld");
    EXPECT_TRUE(holds(good.out, "ok H901")) << good.out << good.err;
    EXPECT_TRUE(holds(bad.out, "warning H901")) << bad.out << bad.err;
    EXPECT_TRUE(folder.run("meldc new norm H901 --stdlib bibliotheek --out elders").says("MC9071"));
    EXPECT_TRUE(folder.run("meldc new norm ../x").says("MC9013"));
    EXPECT_TRUE(folder.run("meldc new norm").says("MC9013"));
}

} // namespace
} // namespace meldc::golden
