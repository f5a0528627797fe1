// Commands and options: what is asked wrongly is told, in both languages, and nothing is done.

#include "golden/shell.h"

#include <gtest/gtest.h>

#include <regex>

namespace meldc::golden {
namespace {

void expectWrongUse(const std::string& line, std::string_view code, std::string_view text) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    const Ran ran = folder.run(line);
    EXPECT_EQ(ran.exitCode, 2) << line << "\n" << ran.err;
    EXPECT_TRUE(ran.says(code)) << line << "\n" << ran.err;
    EXPECT_NE(ran.err.find(text), std::string::npos) << line << "\n" << ran.err;
    EXPECT_EQ(ran.out, "") << line;
}

TEST(CommandLine, UnknownCommand) {
    expectWrongUse("meldc toets p.meld", "MC9006", "`toets`");
    expectWrongUse("meldc chek p.meld", "MC9007", "`check`");
    expectWrongUse("meldc help bakken", "MC9006", "`bakken`");
    expectWrongUse("meldc help expain", "MC9007", "`explain`");
}

TEST(CommandLine, UnknownOption) {
    expectWrongUse("meldc check p.meld --zzz", "MC9004", "`--zzz`");
    expectWrongUse("meldc check p.meld --formt json", "MC9005", "`--format`");
    expectWrongUse("meldc check p.meld -x", "MC9004", "`-x`");
    // What the option library knows by itself is no option of meldc.
    expectWrongUse("meldc check p.meld --help-list", "MC9005", "`--help-list`");
    expectWrongUse("meldc check p.meld --print-all-options", "MC9004", "print-all-options");
}

TEST(CommandLine, MissingOrWrongValue) {
    expectWrongUse("meldc check p.meld --date", "MC9008", "`--date`");
    expectWrongUse("meldc check p.meld --format= --lang en", "MC9008", "`--format`");
    expectWrongUse("meldc check p.meld --format xml", "MC9009", "text|plain|json");
    expectWrongUse("meldc check p.meld --fail-on nooit", "MC9009", "`nooit`");
    expectWrongUse("meldc check p.meld --quiet=ja", "MC9009", "`--quiet`");
    expectWrongUse("meldc build p.meld --emit json,pdfx --out uit", "MC9009", "`pdfx`");
    expectWrongUse("meldc dump --stage alles p.meld", "MC9009", "`alles`");
}

TEST(CommandLine, OptionOfAnotherCommand) {
    expectWrongUse("meldc check p.meld --stage model", "MC9019", "`--stage`");
    expectWrongUse("meldc prove p.meld 'altijd melden' --cases x", "MC9019", "`--cases`");
    expectWrongUse("meldc dump p.meld --fail-on error", "MC9019", "`--fail-on`");
}

TEST(CommandLine, OptionTwice) {
    expectWrongUse("meldc check p.meld --date 2026-01-01 --date 2026-01-02", "MC9020", "`--date`");
}

TEST(CommandLine, TooLittleOrTooMuch) {
    expectWrongUse("meldc check", "MC9013", "`check`");
    expectWrongUse("meldc prove p.meld", "MC9013", "een eis");
    expectWrongUse("meldc prove p.meld altijd melden", "MC9014", "`melden`");
    expectWrongUse("meldc build p.meld --out uit", "MC9032", "`--emit`");
    expectWrongUse("meldc build p.meld --emit json", "MC9032", "`--out`");
    expectWrongUse("meldc explain", "MC9013", "`explain`");
}

TEST(CommandLine, UnknownIdentifier) {
    expectWrongUse("meldc explain zzzzzz", "MC9017", "`zzzzzz`");
    expectWrongUse("meldc explain unknown-nam", "MC9018", "unknown-name");
}

TEST(CommandLine, SeveralProtocolsInOneFile) {
    const Folder folder;
    std::string second = smallProtocol();
    second.replace(second.find("proef"), 5, "ander");
    folder.write("p.meld", smallProtocol() + second);
    EXPECT_TRUE(folder.run("meldc prove p.meld 'altijd melden'").says("MC9021"));
    EXPECT_LE(folder.run("meldc check p.meld").exitCode, 1);
    folder.write("q.meld", smallProtocol());
    const Ran same = folder.run("meldc build p.meld q.meld --emit json --out uit");
    EXPECT_TRUE(same.says("MC9022")) << same.err;
    EXPECT_EQ(same.exitCode, 2);
    EXPECT_FALSE(folder.has("uit"));
}

TEST(CommandLine, SpeaksTheLanguageAskedFor) {
    const Folder folder;
    const Ran dutch = folder.run("meldc check weg.meld");
    const Ran english = folder.run("meldc check weg.meld --lang en");
    EXPECT_NE(dutch.err.find("bestaat niet"), std::string::npos) << dutch.err;
    EXPECT_NE(english.err.find("does not exist"), std::string::npos) << english.err;
    // The environment decides when nothing is asked for; anything but English is Dutch.
    EXPECT_NE(folder.run("LC_ALL=en_GB.UTF-8 meldc check weg.meld").err.find("does not exist"),
              std::string::npos);
    EXPECT_NE(folder.run("LC_ALL= LC_MESSAGES= LANG= meldc check weg.meld").err.find("bestaat niet"),
              std::string::npos);
    // A wrong option is told in the language asked for behind it.
    EXPECT_NE(folder.run("meldc check --zzz --lang en").err.find("is not known"),
              std::string::npos);
}

TEST(CommandLine, HelpAndVersion) {
    const Folder folder;
    const Ran version = folder.run("meldc --version");
    EXPECT_EQ(version.exitCode, 0);
    EXPECT_TRUE(std::regex_match(version.out, std::regex(R"(meldc \d+\.\d+\.\d+\n)")));
    const Ran help = folder.run("meldc help");
    EXPECT_EQ(help.exitCode, 0);
    EXPECT_EQ(help.out, folder.run("meldc --help").out);
    EXPECT_EQ(help.out, folder.run("meldc").out);
    static const std::regex kCommand(R"(\n  ([a-z]+) )");
    std::size_t commands = 0;
    for (std::sregex_iterator it(help.out.begin(), help.out.end(), kCommand), end; it != end; ++it) {
        ++commands;
        const std::string name = (*it)[1];
        const Ran one = folder.run("meldc help " + name);
        EXPECT_EQ(one.exitCode, 0) << name;
        EXPECT_NE(one.out.find("meldc " + name), std::string::npos) << one.out;
        EXPECT_EQ(one.out, name == "help" ? one.out : folder.run("meldc " + name + " --help").out);
        EXPECT_EQ(folder.run("meldc help " + name + " --lang en").exitCode, 0);
    }
    EXPECT_GE(commands, 7U);
}

TEST(CommandLine, ColourOnlyWhenAskedForOrOnATerminal) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    EXPECT_EQ(folder.run("meldc check p.meld").out.find("\x1b["), std::string::npos);
    EXPECT_NE(folder.run("meldc check p.meld --color always").out.find("\x1b["), std::string::npos);
    EXPECT_EQ(folder.run("meldc check p.meld --color never").out.find("\x1b["), std::string::npos);
}

TEST(CommandLine, OptionsStandAnywhere) {
    const Folder folder;
    folder.write("p.meld", smallProtocol());
    const std::string expected = folder.run("meldc check p.meld --date 2026-01-01").out;
    EXPECT_NE(expected, "");
    EXPECT_EQ(folder.run("meldc --date 2026-01-01 check p.meld").out, expected);
    EXPECT_EQ(folder.run("meldc check --date=2026-01-01 -- p.meld").out, expected);
}

} // namespace
} // namespace meldc::golden
