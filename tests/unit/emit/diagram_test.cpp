#include "emit/flow/flow.h"

#include <gtest/gtest.h>

#include <regex>
#include <set>

namespace meldc::emit {
namespace {


model::Edge leadsTo(model::Answer answer, const std::string& question) {
    model::Edge edge;
    edge.answer = answer;
    edge.target = question.empty() ? model::TargetKind::End : model::TargetKind::Question;
    edge.question = question;
    return edge;
}

model::Question asked(const std::string& id, const std::string& label,
                      std::vector<model::Edge> edges) {
    model::Question question;
    question.id = id;
    question.label = label;
    question.edges = std::move(edges);
    return question;
}

std::string drawn(const model::Protocol& world, const PageWords& words, flow::Form form) {
    return flow::svg(flow::questionsOf(world, words), form);
}

std::size_t count(const std::string& text, const std::string& pattern) {
    const std::regex regex(pattern);
    return static_cast<std::size_t>(std::distance(
        std::sregex_iterator(text.begin(), text.end(), regex), std::sregex_iterator()));
}

TEST(Diagram, DrawsEachQuestionAndEachWayOn) {
    const model::Vocabulary vocabulary;
    model::Protocol world;
    world.label = "A & B";
    world.questions.push_back(
        asked("1", "Is er iets?", {leadsTo(model::Answer::Yes, "2"), leadsTo(model::Answer::No, "")}));
    world.questions.push_back(
        asked("2", "Is <het> \"erg\"?", {leadsTo(model::Answer::Yes, ""), leadsTo(model::Answer::No, "1")}));
    const std::string svg =
        drawn(world, PageWords(vocabulary, world), flow::Form::Across);
    EXPECT_EQ(count(svg, "<rect class=\"question\""), 2U);
    // Down to the next question, and back to the first.
    EXPECT_EQ(count(svg, "class=\"arrow\""), 2U);
    // An end; a hole for doubt; an end, a way back and a hole.
    EXPECT_EQ(count(svg, "<rect class=\"outcome\""), 3U);
    EXPECT_EQ(count(svg, "<rect class=\"outcome hole\""), 2U);
    EXPECT_NE(svg.find("A &amp; B"), std::string::npos);
    EXPECT_NE(svg.find("&lt;het&gt; &quot;erg&quot;"), std::string::npos);
    EXPECT_EQ(svg.find("<het>"), std::string::npos);
    // The same in words, for whoever does not see it.
    EXPECT_EQ(count(svg, R"(Vraag [12], )"), 6U);
}

TEST(Diagram, InANarrowWindowOutcomesStandBelowTheirQuestion) {
    const model::Vocabulary vocabulary;
    model::Protocol world;
    world.label = "Code";
    world.questions.push_back(
        asked("1", "Is er iets?", {leadsTo(model::Answer::Yes, "2"), leadsTo(model::Answer::No, "")}));
    world.questions.push_back(
        asked("2", "Is het erg?", {leadsTo(model::Answer::Yes, ""), leadsTo(model::Answer::No, "1")}));
    const PageWords words(vocabulary, world);
    const std::string svg = drawn(world, words, flow::Form::Down);
    EXPECT_EQ(count(svg, "<rect class=\"question\""), 2U);
    EXPECT_EQ(count(svg, "<rect class=\"outcome"), 5U);
    EXPECT_EQ(count(svg, "class=\"arrow\""), 2U);
    std::smatch size;
    ASSERT_TRUE(std::regex_search(svg, size, std::regex(R"(viewBox="0 0 (\d+) (\d+)\">)")));
    int lastEnd = 0;
    const std::regex box(R"re(<rect [^>]*x="(\d+)" y="(\d+)" width="(\d+)" height="(\d+)")re");
    for (std::sregex_iterator at(svg.begin(), svg.end(), box), end; at != end; ++at) {
        const std::smatch& found = *at;
        EXPECT_LE(std::stoi(found[1]) + std::stoi(found[3]), std::stoi(size[1]));
        // One below the other: nothing stands beside anything.
        EXPECT_GE(std::stoi(found[2]), lastEnd);
        lastEnd = std::stoi(found[2]) + std::stoi(found[4]);
    }
    EXPECT_LE(lastEnd, std::stoi(size[2]));
    // Both forms stand on one page: no id is used twice.
    const std::string both = svg + drawn(world, words, flow::Form::Across);
    std::set<std::string> ids;
    const std::regex id(R"re( id="([^"]+)")re");
    for (std::sregex_iterator at(both.begin(), both.end(), id), end; at != end; ++at) {
        EXPECT_TRUE(ids.insert((*at)[1]).second) << (*at)[1];
    }
    EXPECT_EQ(ids.size(), 6U);
}

TEST(Diagram, NothingWithoutQuestions) {
    const model::Vocabulary vocabulary;
    model::Protocol world;
    EXPECT_EQ(drawn(world, PageWords(vocabulary, world), flow::Form::Across), "");
    // A question that does not exist in this world.
    world.questions.push_back(asked("", "", {}));
    EXPECT_EQ(drawn(world, PageWords(vocabulary, world), flow::Form::Across), "");
}

} // namespace
} // namespace meldc::emit
