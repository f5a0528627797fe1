// Every diagnostic has two explanation pages, is given somewhere, and some test shows it; every text
// out of which messages are made is used.

#include "diagnostics/catalog.h"
#include "tidy/tree.h"

#include <gtest/gtest.h>

#include <array>
#include <map>
#include <regex>

namespace meldc::tidy {
namespace {

using diagnostics::DiagnosticInfo;
using diagnostics::Severity;

constexpr std::array<std::string_view, 6> kHeadingsNl{
    "Wat", "Waarom", "Grondslag", "Fout voorbeeld", "Goed voorbeeld", "Oplossen"};
constexpr std::array<std::string_view, 6> kHeadingsEn{"What",          "Why",           "Ground",
                                                      "Wrong example", "Right example", "Remedy"};

/// Shown by no page and no golden file, because no small input gives them; each with where it is
/// tested instead.
const std::map<std::string, std::string> kShownElsewhere{
    {"MC4304", "needs more than a million nodes: shown in tests/unit/check on a model made by hand"},
    {"MC6114", "needs a document of many thousands of lines: shown in tests/unit/evidence"},
    {"MC7107", "needs a document of a word processor: shown in tests/unit/emit"},
    {"MC8103", "needs more facts than a vocabulary may have: shown in tests/unit/compare"},
    {"MC9011", "an error of meldc itself: no input may give it"},
    {"MC9012", "an error of an emitter: shown in tests/unit/pipeline on changed tables"},
    {"MC9030", "depends on the memory of the machine"},
    {"MC9033", "needs a table of more than 100,000 rows"},
    {"MC9053", "needs a diagram of more than a million nodes"},
};

std::string pagePath(std::string_view language, std::string_view code) {
    return "compiler/diagnostics/explain/" + std::string(language) + "/" + std::string(code) +
           ".md";
}

template <std::size_t N>
void expectHeadings(const std::string& path, const std::array<std::string_view, N>& headings,
                    const DiagnosticInfo& entry) {
    const std::string page = readFile(path);
    ASSERT_FALSE(page.empty()) << path << " is missing";
    const std::string title = "# " + std::string(entry.code) + " " + std::string(entry.slug) + "\n";
    EXPECT_TRUE(page.starts_with(title)) << path << " begins with " << title;
    std::vector<std::string> found;
    static const std::regex kHeading(R"((?:^|\n)## ([^\n]+))");
    for (std::sregex_iterator it(page.begin(), page.end(), kHeading), end; it != end; ++it) {
        found.push_back((*it)[1]);
    }
    EXPECT_EQ(found, std::vector<std::string>(headings.begin(), headings.end())) << path;
}

std::vector<const DiagnosticInfo*> withPages() {
    std::vector<const DiagnosticInfo*> result;
    for (const DiagnosticInfo& entry : diagnostics::catalog()) {
        if (entry.severity != Severity::Note) {
            result.push_back(&entry);
        }
    }
    return result;
}

/// The examples of a page: everything between fences.
std::string examplesOf(const std::string& page) {
    std::string result;
    static const std::regex kFence(R"(```[^\n]*\n([^`]*)```)");
    for (std::sregex_iterator it(page.begin(), page.end(), kFence), end; it != end; ++it) {
        result += (*it)[1].str() + "---\n";
    }
    return result;
}

TEST(Catalog, EveryDiagnosticHasItsPages) {
    for (const DiagnosticInfo* entry : withPages()) {
        expectHeadings(pagePath("nl", entry->code), kHeadingsNl, *entry);
        expectHeadings(pagePath("en", entry->code), kHeadingsEn, *entry);
    }
}

TEST(Catalog, BothLanguagesShowTheSameExamples) {
    for (const DiagnosticInfo* entry : withPages()) {
        EXPECT_EQ(examplesOf(readFile(pagePath("nl", entry->code))),
                  examplesOf(readFile(pagePath("en", entry->code))))
            << entry->code;
    }
}

TEST(Catalog, EveryPageHasItsDiagnostic) {
    for (const TreeFile& page : filesBelow("compiler/diagnostics/explain")) {
        const std::string name = page.path.substr(page.path.rfind('/') + 1);
        const DiagnosticInfo* entry =
            diagnostics::findBySlugOrCode(name.substr(0, name.rfind('.')));
        EXPECT_TRUE(name.ends_with(".md") && entry != nullptr) << page.path;
        EXPECT_TRUE(entry == nullptr || entry->severity != Severity::Note) << page.path;
    }
}

TEST(Catalog, EveryDiagnosticIsGivenSomewhere) {
    std::set<std::string> used;
    for (const TreeFile& file : filesBelow("compiler", {".h", ".cpp", ".def"})) {
        if (file.compilerFolder() != "diagnostics") {
            for (std::string& word : wordsOf(takeApart(file.text).code)) {
                used.insert(std::move(word));
            }
        }
    }
    static const std::map<std::string_view, diagnostics::Diag> kNames{
#define DIAG(code, name, slug, severity, args, nl, en, remedyNl, remedyEn)                         \
    {#name, diagnostics::Diag::name},
#include "diagnostics/catalog.def"
#undef DIAG
    };
    std::vector<std::string> found;
    for (const auto& [name, id] : kNames) {
        if (!used.contains(std::string(name))) {
            found.push_back(std::string(diagnostics::info(id).code) + " " + std::string(name));
        }
    }
    EXPECT_EQ(joined(found), "") << "given nowhere";
}

/// The names that follow `prefix` ("Phrase::") in the code of the program, and in tables of it those
/// that stand without.
std::set<std::string> usedAfter(const std::string& prefix) {
    std::set<std::string> used;
    const std::regex name(prefix + R"((\w+))");
    for (const TreeFile& file : filesBelow("compiler", {".h", ".cpp", ".def"})) {
        const bool isTable = file.path.ends_with(".def");
        if (isTable && file.compilerFolder() == "diagnostics") {
            continue;
        }
        const std::string code = takeApart(file.text).code;
        for (std::sregex_iterator it(code.begin(), code.end(), name), end; it != end; ++it) {
            used.insert((*it)[1]);
        }
        if (isTable) {
            for (std::string& word : wordsOf(code)) {
                used.insert(std::move(word));
            }
        }
    }
    return used;
}

TEST(Catalog, EveryPhraseAndWordingIsUsedSomewhere) {
    static const std::vector<std::string> kPhrases{
#define PHRASE(name, nArgs, nl, en) #name,
#include "diagnostics/phrases.def"
#undef PHRASE
    };
    static const std::vector<std::string> kWordings{
#define WORDING(name, nl, en) #name,
#include "diagnostics/catalog_wording.def"
#undef WORDING
    };
    const auto unusedOf = [](const std::vector<std::string>& names, const std::string& prefix) {
        const std::set<std::string> used = usedAfter(prefix);
        std::vector<std::string> found;
        for (const std::string& name : names) {
            if (!used.contains(name)) {
                found.push_back(prefix + name);
            }
        }
        return joined(found);
    };
    EXPECT_EQ(unusedOf(kPhrases, "Phrase::"), "") << "used nowhere";
    EXPECT_EQ(unusedOf(kWordings, "Wording::"), "") << "used nowhere";
}

TEST(Catalog, SomeTestShowsEveryDiagnostic) {
    std::string golden;
    for (const TreeFile& file : filesBelow("tests/golden")) {
        golden += file.text;
    }
    for (const DiagnosticInfo* entry : withPages()) {
        const std::string page = readFile(pagePath("nl", entry->code));
        const std::string code(entry->code);
        const bool isShown = page.find("```meld") != std::string::npos ||
                             page.find("```sh") != std::string::npos ||
                             golden.find(code) != std::string::npos;
        if (kShownElsewhere.contains(code)) {
            EXPECT_FALSE(isShown) << code << " is shown now: take it off the list";
        } else {
            EXPECT_TRUE(isShown) << code;
        }
    }
}

TEST(Catalog, CodesStandInTheFileOfTheirRange) {
    const std::multimap<char, std::string> files{{'1', "text"},     {'2', "names"}, {'3', "structure"},
                                            {'4', "policy"},   {'5', "norm"},  {'6', "evidence"},
                                            {'6', "publication"},
                                            {'7', "report"},   {'8', "change"}, {'9', "driver"}};
    static const std::regex kEntry(R"(\nDIAG\(MC(\d)\d{3},)");
    std::size_t entries = 0;
    for (const auto& [digit, name] : files) {
        const std::string path = "compiler/diagnostics/catalog_" + name + ".def";
        const std::string text = readFile(path);
        for (std::sregex_iterator it(text.begin(), text.end(), kEntry), end; it != end; ++it) {
            EXPECT_EQ((*it)[1].str()[0], digit) << path << ": " << it->str();
            ++entries;
        }
    }
    EXPECT_EQ(entries, diagnostics::catalog().size());
}

} // namespace
} // namespace meldc::tidy
