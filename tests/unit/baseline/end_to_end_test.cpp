// From text to verdict, with the library that is shipped.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

#include "pipeline/stages.h"

namespace meldc::baseline {
namespace {

/// A protocol checked against the shipped library.
class Checked {
public:
    Checked(const std::string& text, const char* date) {
        library_ = pipeline::compileLibrary(sources_, pipeline::embeddedLibrary(), sink_);
        const pipeline::Text input{"protocol.meld", text};
        result_ = pipeline::checkTexts(sources_, library_, std::span(&input, 1), *support::Date::parse(date), sink_);
    }

    bool compiles() const { return !sink_.hasErrors() && result_.reports.size() == 1; }
    const NormResult* find(std::string_view norm) const {
        const auto& results = result_.reports.front().results;
        const auto at = std::find_if(results.begin(), results.end(),
                                     [&](const NormResult& each) { return each.norm->id == norm; });
        return at == results.end() ? nullptr : &*at;
    }
    /// First and last line of each passage of the document, in order.
    std::vector<std::uint32_t> lines(std::string_view norm) const {
        std::vector<std::uint32_t> all;
        for (const Evidence& passage : find(norm)->evidence) {
            for (const model::Place& place : passage.places) {
                for (const model::LineRange& range : place.lines) all.push_back(range.first);
            }
        }
        return all;
    }

private:
    support::SourceMap sources_;
    diagnostics::Sink sink_;
    model::Library library_;
    pipeline::CheckedTexts result_;
};

std::string policy(const std::string& name) {
    std::ifstream file(std::string(MELDC_SOURCE_DIR) + "/policies/" + name + "/protocol.meld");
    return {std::istreambuf_iterator<char>(file), {}};
}

constexpr const char* kSchool = R"(meldcode school "School" {
  soort meldcode
  sector po
  rol directeur is directie
  beslissing melden { eindverantwoordelijk directeur }
})";

TEST(EndToEnd, TheLetterOfTheLawFollowsTheDate) {
    const Checked before(kSchool, "2018-12-31");
    ASSERT_TRUE(before.compiles());
    ASSERT_NE(before.find("R15"), nullptr);
    EXPECT_EQ(before.find("R15")->grounds.front().jci, "jci1.3:c:BWBR0033723&artikel=2&lid=1&o=b");
    EXPECT_FALSE(before.find("R15")->provisional);
    EXPECT_EQ(before.find("R13"), nullptr) << "no framework was asked for then";
    const Checked after(kSchool, "2019-01-01");
    EXPECT_EQ(after.find("R15")->grounds.front().jci, "jci1.3:c:BWBR0033723&artikel=2&lid=1&o=c");
    EXPECT_TRUE(after.find("R15")->provisional);
    ASSERT_NE(after.find("R13"), nullptr);
    EXPECT_EQ(after.find("R13")->status, Status::Violated);
    EXPECT_EQ(after.find("R31")->openBecause, OpenBecause::NoDecision);
}

TEST(EndToEnd, APromiseThatTheQuestionsForget) {
    const Checked innovo(policy("innovo"), "2026-11-21");
    ASSERT_TRUE(innovo.compiles());
    const NormResult* result = innovo.find("R34");
    ASSERT_NE(result, nullptr);
    EXPECT_EQ(result->status, Status::Violated);
    ASSERT_TRUE(result->counterexample);
    const std::string& story = result->counterexample->story.nl;
    EXPECT_TRUE(story.starts_with(
        "Er is een vermoeden van huiselijk geweld of kindermishandeling en een kind of volwassene vertelt het zelf. "
        "Niemand is nu in acuut gevaar, het is niet steeds opnieuw onveilig, de beroepskracht kan zelf effectieve "
        "hulp bieden of organiseren en de betrokkenen aanvaarden de hulp. Later blijkt: de hulp werkt. De code zegt "
        "dan: "))
        << story;
    EXPECT_TRUE(story.ends_with("De code zegt dan niet: melden bij Veilig Thuis.")) << story;
    const auto lines = innovo.lines("R34");
    for (const std::uint32_t line : {128U, 129U, 130U, 131U, 132U}) {
        EXPECT_NE(std::find(lines.begin(), lines.end(), line), lines.end()) << line;
    }
}

TEST(EndToEnd, OpenTermsReadingsAndPlaceholdersStayOpen) {
    const Checked care(policy("zorgaanbieder"), "2026-11-21");
    ASSERT_TRUE(care.compiles());
    EXPECT_EQ(care.find("R15")->openBecause, OpenBecause::OpenTerm);
    EXPECT_EQ(care.lines("R15"), std::vector<std::uint32_t>{63});
    EXPECT_EQ(care.find("R13")->openBecause, OpenBecause::Placeholder);
    const NormResult* help = care.find("R32");
    EXPECT_EQ(help->openBecause, OpenBecause::Ambiguous);
    ASSERT_TRUE(help->counterexample);
    ASSERT_TRUE(help->rival);
    EXPECT_NE(help->counterexample->world, help->rival->world);
    EXPECT_EQ(care.lines("R32").front(), 445U) << "the sentence that can be read in two ways comes first";
}

}  // namespace
}  // namespace meldc::baseline
