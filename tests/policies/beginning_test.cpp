// What `meldc new protocol` writes: it stands as it is, it is whole when it is filled in, and what it
// shows as a departure from the model can be written.

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <regex>

#include "diagnostics/catalog.h"
#include "driver/beginning.h"
#include "pipeline/models.h"
#include "pipeline/stages.h"
#include "policies/checked_policy.h"
#include "sanitized.h"

namespace meldc::test {
namespace {

using diagnostics::Diag;

const support::Date kToday{2026, 11, 22};

/// The library inside the program, compiled once.
struct Shipped {
    support::SourceMap sources;
    diagnostics::Sink sink;
    model::Library library = pipeline::compileLibrary(sources, pipeline::embeddedLibrary(), sink);
};

Shipped& shipped() {
    static const std::unique_ptr<Shipped> all = std::make_unique<Shipped>();
    return *all;
}

/// The sectors for which a protocol can be begun.
std::vector<std::string> sectorsWithModel() {
    std::vector<std::string> names;
    for (const model::SectorProfile& profile : shipped().library.sectors) {
        if (!profile.model.empty()) names.push_back(shipped().library.vocabulary[profile.sector].name);
    }
    return names;
}

class BegunProtocol : public testing::TestWithParam<std::string> {
protected:
    void SetUp() override {
        const model::Library& library = shipped().library;
        profile_ = library.profileOf(library.findSector(GetParam()));
        ASSERT_NE(profile_, nullptr);
        const auto text = pipeline::findBeginning(profile_->model);
        ASSERT_TRUE(text.has_value()) << profile_->model << " has no beginning";
        beginning_ = driver::readBeginning(*text, pipeline::findBeginningText);
        values_ = {{"sector", GetParam()}, {"name", "Onze Club"}, {"unit", "onze_club"}};
        if (!profile_->because.isEmpty()) values_.emplace("note", profile_->because.nl);
    }

    /// Every place filled with its example.
    driver::Answers examples() const {
        driver::Answers answers = driver::knownAnswers(beginning_, values_);
        const auto groups = beginning_.groups();
        for (std::size_t i = 0; i < groups.size(); ++i) {
            // A question that is asked after "nee" only contradicts the example before it.
            if (!groups[i]->questions.front().onlyAfter.empty()) continue;
            for (std::size_t slot = 0; slot < groups[i]->slots.size(); ++slot) {
                if (!answers[i][slot]) answers[i][slot] = groups[i]->slots[slot].example;
            }
        }
        return answers;
    }

    std::string unfilled() const {
        return driver::written(beginning_, values_, driver::knownAnswers(beginning_, values_));
    }

    /// Checks a text together with the model that it follows and what that follows.
    struct Result {
        support::SourceMap sources;
        diagnostics::Sink sink;
        pipeline::CheckedTexts texts;

        std::string errors() const {
            std::string all;
            for (const auto& each : sink.all()) {
                if (each.severity == diagnostics::Severity::Error) {
                    all += diagnostics::renderMessage(each, support::Language::English) + "\n";
                }
            }
            return all;
        }
        const baseline::ProtocolReport& report() const {
            const auto at = std::find_if(texts.reports.begin(), texts.reports.end(), [](const auto& each) {
                return each.protocol->name == "onze_club";
            });
            return *at;
        }
        std::string broken() const {
            std::string ids;
            for (const baseline::NormResult& each : report().results) {
                if (each.status == baseline::Status::Violated || each.status == baseline::Status::Contradicted) {
                    ids += each.norm->id + " ";
                }
            }
            return ids;
        }
        std::string findings(Diag id) const {
            std::string all;
            for (const auto& each : report().findings) {
                if (each.diagnostic.id == id) {
                    all += diagnostics::renderMessage(each.diagnostic, support::Language::Dutch) + "\n";
                }
            }
            return all;
        }
    };
    std::unique_ptr<Result> check(const std::string& text) const {
        auto result = std::make_unique<Result>();
        std::vector<pipeline::Text> texts{{"protocol.meld", text}};
        for (std::string name = profile_->model; !name.empty();) {
            const auto model = pipeline::findModel(name);
            texts.insert(texts.begin(), *model);
            static const std::regex kFollows(R"(\n  volgt (\w+))");
            std::smatch follows;
            const std::string bytes(model->bytes);
            name = std::regex_search(bytes, follows, kFollows) ? follows[1].str() : "";
        }
        result->texts = pipeline::checkTexts(result->sources, shipped().library, texts, kToday, result->sink);
        return result;
    }

    const model::SectorProfile* profile_ = nullptr;
    driver::Beginning beginning_;
    driver::NamedValues values_;
};

INSTANTIATE_TEST_SUITE_P(All, BegunProtocol, testing::ValuesIn(inThisBuild(sectorsWithModel())),
                         [](const auto& param) { return identifier(param.param); });

TEST_P(BegunProtocol, StandsAsItIsWritten) {
    const std::string text = unfilled();
    const auto result = check(text);
    ASSERT_EQ(result->errors(), "") << text;
    // R51 is the advice to leave no place open, which is what is still to be done.
    EXPECT_EQ(result->broken(), "R51 ") << text;
    EXPECT_NE(result->findings(Diag::BlankLeft), "") << "everything is filled in already";
    const auto lines = std::count(text.begin(), text.end(), '\n');
    EXPECT_GE(lines, 40) << text;
    EXPECT_LE(lines, 90) << text;
}

TEST_P(BegunProtocol, IsWholeWhenEveryQuestionIsAnswered) {
    const std::string text = driver::written(beginning_, values_, examples());
    const auto result = check(text);
    ASSERT_EQ(result->errors(), "") << text;
    EXPECT_EQ(result->broken(), "") << text;
    EXPECT_EQ(result->findings(Diag::BlankLeft), "") << text;
    EXPECT_EQ(result->findings(Diag::FrameworkNotChosen), "") << text;
}

TEST_P(BegunProtocol, OneAnswerLessLeavesOnePlaceOpen) {
    const driver::Answers all = examples();
    const auto groups = beginning_.groups();
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (!groups[i]->questions.front().onlyAfter.empty()) continue;
        driver::Answers some = all;
        some[i].assign(some[i].size(), std::nullopt);
        const std::string text = driver::written(beginning_, values_, some);
        const auto result = check(text);
        ASSERT_EQ(result->errors(), "") << text;
        const std::string open = result->findings(Diag::BlankLeft);
        EXPECT_EQ(std::count(open.begin(), open.end(), '\n'), 1) << groups[i]->questions.front().text << "\n" << open;
    }
}

TEST_P(BegunProtocol, DeparturesThatItShowsCanBeWritten) {
    const std::string text = unfilled();
    static const std::regex kShown(R"(\n  //     (\S[^\n]*))");
    std::vector<std::string> shown;
    for (std::sregex_iterator it(text.begin(), text.end(), kShown), end; it != end; ++it) shown.push_back((*it)[1]);
    ASSERT_GE(shown.size(), 4U);
    for (const std::string& line : shown) {
        std::string changed = text;
        const std::string comment = "  //     " + line;
        changed.replace(changed.find(comment), comment.size(), "  " + line);
        const auto result = check(changed);
        EXPECT_EQ(result->errors(), "") << line;
    }
}

TEST(Beginning, EverySectorHasAModelOrSaysWhyNot) {
    for (const model::Concept& each : shipped().library.vocabulary.concepts) {
        if (each.kind != model::ConceptKind::Sector) continue;
        const model::SectorProfile* profile = shipped().library.profileOf(shipped().library.vocabulary.find(each.name));
        ASSERT_NE(profile, nullptr) << each.name;
        EXPECT_EQ(shipped().library.vocabulary[profile->sector].name, each.name) << "no profile of its own";
        if (profile->model.empty()) {
            EXPECT_FALSE(profile->because.isEmpty()) << each.name;
        } else {
            EXPECT_TRUE(pipeline::findModel(profile->model).has_value()) << each.name;
        }
    }
}

TEST(Beginning, NamesBecomeWords) {
    EXPECT_EQ(driver::wordFor("Basisschool De Linde"), "basisschool_de_linde");
    EXPECT_EQ(driver::wordFor("'t Koggeschip / Écõle 2"), "t_koggeschip_ecole_2");
    EXPECT_EQ(driver::wordFor("  2e Openbare School!"), "e_openbare_school");
    EXPECT_EQ(driver::wordFor("школа"), "");
    EXPECT_EQ(driver::wordFor(""), "");
    EXPECT_LE(driver::wordFor(std::string(500, 'a')).size(), 60U);
}

TEST(Beginning, AnOptionalPartGoesWithItsPlace) {
    const auto beginning = driver::readBeginning("  //? Wie?\n  //? Waar?\n  //= a \"<x>\"[ b \"<y>\"]\n  //= c\nrest\n",
                                                 pipeline::findBeginningText);
    const driver::NamedValues none;
    driver::Answers answers = driver::knownAnswers(beginning, none);
    EXPECT_EQ(driver::written(beginning, none, answers), "  // Wie?\n  // Waar?\n  // a \"x\" b \"y\"\n  // c\nrest\n");
    answers[0][0] = "1";
    EXPECT_EQ(driver::written(beginning, none, answers), "  // Wie?\n  // Waar?\n  a \"1\"\n  c\nrest\n");
    answers[0][1] = "2";
    EXPECT_EQ(driver::written(beginning, none, answers), "  // Wie?\n  // Waar?\n  a \"1\" b \"2\"\n  c\nrest\n");
    // The second answer alone is no line yet.
    answers[0][0].reset();
    EXPECT_EQ(driver::written(beginning, none, answers), "  // Wie?\n  // Waar?\n  // a \"x\" b \"2\"\n  // c\nrest\n");
}

} // namespace
} // namespace meldc::test
