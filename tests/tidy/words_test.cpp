// Which words stand where: the law and the language of protocols are data, never C++.

#include "tidy/tree.h"

#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

namespace meldc::tidy {
namespace {

/// Names of stdlib/ that are also words of C++ or English, with what they mean there.
const std::map<std::string, std::string> kAlsoEnglish{
    {"cluster", "things that are alike"},
    {"kind", "what sort of thing something is"},
    {"web", "where pages stand"},
};

/// Such words in comments, which are sentences.
const std::set<std::string> kEnglishOfComments{"so", "jurist"};

/// Keywords that are terms of the law as well: comments speak of them in English (GLOSSARY.md).
const std::set<std::string> kTermsOfLaw{"eindverantwoordelijk"};

/// Every name that stdlib/ declares: concepts, frameworks and norms.
std::map<std::string, std::string> declaredNames() {
    static const std::regex kDeclaration(
        R"re((?:^|\n)\s*(?:begrip|afwegingskader|bron|norm)\s+"?([^\s"{]+)"?)re");
    std::map<std::string, std::string> names;
    for (const TreeFile& file : filesBelow("stdlib", {".meld"})) {
        for (std::sregex_iterator it(file.text.begin(), file.text.end(), kDeclaration), end;
             it != end; ++it) {
            names.emplace((*it)[1], file.path);
        }
    }
    return names;
}

/// Keyword spellings of the lexer: KW_X : 'spelling' | 'other' ;
std::map<std::string, std::string> keywords() {
    const std::string lexer = readFile("grammar/MeldLexer.g4");
    static const std::regex kRule(R"(\n(KW_\w+)\s*:\s*([^;]*);)");
    static const std::regex kSpelling(R"('([^']+)')");
    std::map<std::string, std::string> result;
    for (std::sregex_iterator it(lexer.begin(), lexer.end(), kRule), end; it != end; ++it) {
        const std::string spellings = (*it)[2];
        for (std::sregex_iterator s(spellings.begin(), spellings.end(), kSpelling); s != end; ++s) {
            result.emplace((*s)[1], (*it)[1]);
        }
    }
    return result;
}

TEST(Words, StdlibIsRead) {
    const auto names = declaredNames();
    EXPECT_TRUE(names.contains("melden"));
    EXPECT_TRUE(names.contains("vermoeden"));
    EXPECT_GT(names.size(), 50U);
}

TEST(Words, NoNameOfStdlibInTheCompiler) {
    const auto names = declaredNames();
    std::vector<std::string> found;
    std::set<std::string> exemptionsUsed;
    const auto look = [&](const std::string& word, const std::string& where) {
        const auto name = names.find(word);
        if (name == names.end()) {
            return;
        }
        if (kAlsoEnglish.contains(word)) {
            exemptionsUsed.insert(word);
        } else {
            found.push_back(where + " holds `" + word + "`, declared in " + name->second);
        }
    };
    for (const TreeFile& file : filesBelow("compiler", {".h", ".cpp"})) {
        if (file.compilerFolder() == "cmake") {
            continue;
        }
        const SourceParts parts = takeApart(file.text);
        for (const SourceParts::Passage& literal : parts.literals) {
            for (const std::string& word : wordsOf(literal.text)) {
                look(word, file.path + ":" + std::to_string(literal.line) + " a literal");
            }
        }
        for (const std::string& word : wordsOf(parts.code)) {
            look(word, file.path + " an identifier");
        }
    }
    EXPECT_EQ(joined(found), "");
    for (const auto& [word, reason] : kAlsoEnglish) {
        EXPECT_TRUE(exemptionsUsed.contains(word)) << word << " may leave the list";
    }
}

TEST(Words, NoNameOfStdlibInComments) {
    const auto names = declaredNames();
    // Comments may show how the language is written: its keywords, some of which are names as well.
    const auto written = keywords();
    std::vector<std::string> found;
    std::set<std::string> exemptionsUsed;
    for (const TreeFile& file : filesBelow("compiler", {".h", ".cpp"})) {
        for (const SourceParts::Passage& comment : takeApart(file.text).comments) {
            for (const std::string& word : wordsOf(comment.text)) {
                if (kTermsOfLaw.contains(word)) {
                    found.push_back(file.path + ":" + std::to_string(comment.line) + " speaks of `" + word + "`");
                    continue;
                }
                if (!names.contains(word) || written.contains(word) || kAlsoEnglish.contains(word)) {
                    continue;
                }
                if (kEnglishOfComments.contains(word)) {
                    exemptionsUsed.insert(word);
                } else {
                    found.push_back(file.path + ":" + std::to_string(comment.line) +
                                    " speaks of `" + word + "`, declared in " + names.at(word));
                }
            }
        }
    }
    EXPECT_EQ(joined(found), "");
    EXPECT_EQ(exemptionsUsed, kEnglishOfComments);
}

TEST(Words, EveryKeywordHasARowInTheTable) {
    const std::string table = readFile("grammar/README.md");
    const auto words = keywords();
    EXPECT_GT(words.size(), 100U);
    std::vector<std::string> found;
    for (const auto& [spelling, token] : words) {
        bool isThere = false;
        for (const std::string& line : TreeFile{"", table}.lines()) {
            isThere = isThere || (line.starts_with("|") &&
                                  line.find("`" + spelling + "`") != std::string::npos &&
                                  line.find(token) != std::string::npos);
        }
        if (!isThere) {
            found.push_back("no row for `" + spelling + "` " + token);
        }
    }
    EXPECT_EQ(joined(found), "");
}

TEST(Words, KeywordSpellingsStandInTheLexerOnly) {
    const std::string parser = readFile("grammar/MeldParser.g4");
    EXPECT_FALSE(std::regex_search(parser, std::regex("'[a-z]+'")));
}

TEST(Words, TheTreeSpeaksOfItselfAlone) {
    // Written in two halves, so that this file does not hold them.
    const std::vector<std::string> kForbidden{std::string("/wo") + "rk/",
                                              std::string("/tmp/") + "team",
                                              std::string("design/") + "product.md",
                                              std::string("lang") + "uage.md)",
                                              std::string("reference/") + "law.md",
                                              std::string("style-") + "anchors",
                                              std::string("issues ") + "show",
                                              std::string("chat") + "gpt",
                                              std::string("Clau") + "de",
                                              std::string("Anth") + "ropic",
                                              std::string("as an ") + "AI",
                                              std::string("language ") + "model"};
    std::vector<std::string> found;
    std::vector<TreeFile> files;
    for (const std::string_view folder :
         {"grammar", "compiler", "policies", "stdlib", "tests", ".ci", ".github"}) {
        for (TreeFile& file : filesBelow(folder)) {
            files.push_back(std::move(file));
        }
    }
    for (const std::string_view top : {"README.md", "CONTRIBUTING.md", "CHANGELOG.md",
                                       "SECURITY.md", "publiccode.yml", "CMakeLists.txt"}) {
        files.push_back({std::string(top), readFile(top)});
    }
    for (const TreeFile& file : files) {
        for (const std::string& word : kForbidden) {
            if (const std::size_t at = file.text.find(word); at != std::string::npos) {
                found.push_back(file.path + ":" + std::to_string(lineOf(file.text, at)) + " " +
                                word);
            }
        }
    }
    EXPECT_EQ(joined(found), "");
}

TEST(Words, NoUnfinishedWork) {
    const std::set<std::string> kMarks{std::string("TO") + "DO", std::string("FIX") + "ME",
                                       std::string("XX") + "X", std::string("HA") + "CK"};
    std::vector<std::string> found;
    for (const std::string_view folder : {"compiler", "grammar", "tests"}) {
        for (const TreeFile& file : filesBelow(folder, {".h", ".cpp", ".g4", ".def", ".cmake"})) {
            for (const std::string& word : wordsOf(file.text)) {
                if (kMarks.contains(word)) {
                    found.push_back(file.path + " " + word);
                }
            }
        }
    }
    EXPECT_EQ(joined(found), "");
}

} // namespace
} // namespace meldc::tidy
