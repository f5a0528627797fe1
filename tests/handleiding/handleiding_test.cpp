// The handbook for authors says what is so: every example in it is compiled, and its reference
// names every word of the language and every field of the model.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <iterator>
#include <memory>
#include <regex>
#include <set>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/catalog.h"
#include "model/table.h"
#include "pipeline/stages.h"
#include "syntax/keywords.h"
#include "syntax/words.h"

namespace meldc::test {
namespace {

const std::string kReference = "naslag.md";

std::string read(const std::string& file) {
    std::ifstream stream(std::string(MELDC_SOURCE_DIR) + "/grammar/handleiding/" + file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// A block between ```meld and ```.
struct Example {
    std::string file;
    std::size_t line = 0;
    /// The code of the one mistake that it shows; empty: it has none.
    std::string mistake;
    std::string text;
    /// Files beside it, from blocks ```meld NAME.meld behind it: name and text.
    std::vector<std::pair<std::string, std::string>> beside;
    /// The lines of the output shown behind it that name a norm or a finding: how it is told, and
    /// its id.
    std::vector<std::pair<std::string, std::string>> told;
};

std::vector<Example> examplesOf(const std::string& file) {
    constexpr std::string_view kOpen = "```meld";
    constexpr std::string_view kMistake = " fout ";
    constexpr std::string_view kSuffix = ".meld";
    std::vector<Example> examples;
    const std::regex verdict(R"re([^:]+:\d+:\d+: (\w+) ([A-Z]+\d+) .*)re");
    std::istringstream stream(read(file));
    bool isInside = false;
    std::string* into = nullptr;
    std::size_t number = 0;
    for (std::string line; std::getline(stream, line);) {
        ++number;
        if (isInside) {
            isInside = line != "```";
            if (isInside)
                *into += line + "\n";
        } else if (line.starts_with(kOpen)) {
            isInside = true;
            const std::string mark = line.substr(kOpen.size());
            if (mark.ends_with(kSuffix) && !examples.empty()) {
                into = &examples.back().beside.emplace_back(mark.substr(1), "").second;
                continue;
            }
            Example& example = examples.emplace_back();
            example.file = file;
            example.line = number;
            if (mark.starts_with(kMistake)) {
                example.mistake = mark.substr(kMistake.size());
            } else {
                EXPECT_EQ(mark, "") << file << ":" << number << ": a mark that means nothing";
            }
            into = &example.text;
        } else if (std::smatch parts; std::regex_match(line, parts, verdict)) {
            EXPECT_FALSE(examples.empty()) << file << ":" << number << ": output of nothing";
            if (!examples.empty())
                examples.back().told.emplace_back(parts[1], parts[2]);
        }
    }
    EXPECT_FALSE(isInside) << file << ": the last example does not end";
    return examples;
}

std::vector<Example> allExamples() {
    std::vector<Example> examples = examplesOf("eerste-meldcode.md");
    for (Example& example : examplesOf(kReference)) {
        examples.push_back(std::move(example));
    }
    return examples;
}

/// Whether a report tells of this norm or finding in this way.
bool tells(const baseline::ProtocolReport& report, const std::string& how, const std::string& id) {
    for (const baseline::NormResult& each : report.results) {
        if (each.norm->id != id)
            continue;
        if (how == "ok")
            return each.status == baseline::Status::Satisfied;
        if (how == "open")
            return each.status == baseline::Status::Open;
        return each.status == baseline::Status::Violated;
    }
    return std::any_of(report.findings.begin(), report.findings.end(), [&](const auto& each) {
        return diagnostics::info(each.diagnostic.id).code == id;
    });
}

/// The library inside the program, compiled once for all examples.
struct Shipped {
    support::SourceMap sources;
    diagnostics::Sink sink;
    model::Library library;

    Shipped() { library = pipeline::compileLibrary(sources, pipeline::embeddedLibrary(), sink); }
};

class Handbook : public testing::TestWithParam<Example> {
protected:
    static void SetUpTestSuite() { shipped_ = std::make_unique<Shipped>(); }
    static void TearDownTestSuite() { shipped_.reset(); }

    inline static std::unique_ptr<Shipped> shipped_;
};

TEST_P(Handbook, ExampleCompilesAsSaid) {
    const Example& example = GetParam();
    ASSERT_FALSE(shipped_->sink.hasErrors());
    diagnostics::Sink sink;
    std::vector<pipeline::Text> texts{{example.file, example.text}};
    for (const auto& [name, text] : example.beside) {
        texts.push_back({name, text});
    }
    const pipeline::CheckedTexts checked =
        pipeline::checkTexts(shipped_->sources, shipped_->library, texts,
                           *support::Date::parse("2026-11-21"), sink);
    std::set<std::string> told;
    for (const diagnostics::Diagnostic& each : sink.all()) {
        if (each.severity == diagnostics::Severity::Error) {
            told.emplace(diagnostics::info(each.id).code);
        }
    }
    std::set<std::string> wanted;
    if (!example.mistake.empty())
        wanted.insert(example.mistake);
    EXPECT_EQ(told, wanted);
    ASSERT_FALSE(checked.reports.empty()) << "an example shows a meldcode";
    for (const auto& [how, id] : example.told) {
        EXPECT_TRUE(tells(checked.reports.front(), how, id)) << how << " " << id;
    }
}

/// Findings that an example of the reference may have, since it shows a part of a code or shows how
/// what is open, unclear, unfinished or different is written. All others would teach a mistake.
const std::set<std::string> kShown{"MC4102", "MC4103", "MC4106", "MC4301", "MC4302", "MC4305",
                                   "MC4306", "MC4307", "MC4401", "MC4402", "MC4403",
                                   "MC4414", "MC4416"};

TEST_P(Handbook, ExampleOfTheReferenceTeachesNoMistake) {
    const Example& example = GetParam();
    if (example.file != kReference || !example.mistake.empty()) {
        GTEST_SKIP() << "the tutorial goes from a code that lacks much to one that does not";
    }
    diagnostics::Sink sink;
    const pipeline::Text input{example.file, example.text};
    const pipeline::CheckedTexts checked =
        pipeline::checkTexts(shipped_->sources, shipped_->library, std::span(&input, 1),
                           *support::Date::parse("2026-11-21"), sink);
    for (const baseline::ProtocolReport& report : checked.reports) {
        for (const baseline::Finding& each : report.findings) {
            EXPECT_TRUE(kShown.contains(std::string(diagnostics::info(each.diagnostic.id).code)))
                << renderMessage(each.diagnostic, support::Language::Dutch);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Examples, Handbook, testing::ValuesIn(allExamples()),
                         [](const auto& each) {
                             const bool isReference = each.param.file == kReference;
                             return (isReference ? std::string("reference") : "tutorial") + "_" +
                                    std::to_string(each.param.line);
                         });

TEST(Tutorial, BeginsWithTenLinesAndShowsVerdicts) {
    const std::vector<Example> examples = examplesOf("eerste-meldcode.md");
    ASSERT_GE(examples.size(), 5U);
    const std::string& first = examples.front().text;
    EXPECT_LE(std::count(first.begin(), first.end(), '\n'), 10);
    const auto shown = std::count_if(examples.begin(), examples.end(),
                                     [](const Example& each) { return !each.told.empty(); });
    EXPECT_GE(shown, 2) << "the tutorial shows what check says";
}

/// The words of a text: runs of letters and low lines. What stands between double quotes is left
/// out, so that only words of the language and names remain.
std::set<std::string> wordsOf(const std::string& text) {
    std::set<std::string> words;
    std::string word;
    bool isQuoted = false;
    for (const char each : text + " ") {
        if (each == '"')
            isQuoted = !isQuoted;
        const bool isLetter = std::isalpha(static_cast<unsigned char>(each)) != 0 || each == '_';
        if (!isQuoted && isLetter) {
            word += each;
        } else {
            words.insert(std::exchange(word, {}));
        }
    }
    return words;
}

TEST(Reference, ShowsEveryKeywordInAnExample) {
    std::string text;
    for (const Example& example : examplesOf(kReference)) {
        text += example.text;
        for (const auto& [name, more] : example.beside)
            text += more;
    }
    const std::set<std::string> words = wordsOf(text);
    for (std::size_t index = 0; index < syntax::kKeywordCount; ++index) {
        const auto keyword = static_cast<syntax::Keyword>(index);
        // It reads a second file, and an example is one.
        if (keyword == syntax::Keyword::Use)
            continue;
        EXPECT_TRUE(words.contains(std::string(syntax::spelling(keyword))))
            << syntax::spelling(keyword);
    }
}

TEST(Reference, TellsOfOtherFiles) {
    const std::string use = "`" + std::string(syntax::spelling(syntax::Keyword::Use)) + " ";
    EXPECT_NE(read(kReference).find(use), std::string::npos);
}

TEST(Reference, HasTheModelsTableOfFields) {
    using enum syntax::TableKind;
    constexpr std::array kKinds{Meldcode,     Role,      Step,      Duty,  Question, Meldnorm,
                                Route,        Decision,  Exception, Topic, Contact,  System,
                                Consultation, Framework, Age,       Blank, Point,   Reference};
    const std::string text = read(kReference);
    for (const syntax::TableKind kind : kKinds) {
        std::string row = "| `" + std::string(syntax::spelling(syntax::keywordOf(kind))) + "` | ";
        std::string_view separator;
        for (const syntax::Field field : model::fieldsOf(kind)) {
            row += separator;
            row += "`" + std::string(syntax::spelling(syntax::keywordOf(field))) + "`";
            separator = ", ";
        }
        EXPECT_NE(text.find("\n" + row + " |\n"), std::string::npos) << row;
    }
}

} // namespace
} // namespace meldc::test
