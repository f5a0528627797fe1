#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "model/statements.h"

namespace meldc::model {
namespace {

std::string textOf(const std::string& path) {
    std::ifstream file(std::string(MELDC_SOURCE_DIR) + "/" + path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// protocol.h with the headers of its folder that it is made of.
std::string protocolHeaders() {
    const std::string whole = textOf("compiler/model/protocol.h");
    std::string text = whole;
    const std::regex include("#include \"(model/\\w+\\.h)\"");
    for (std::sregex_iterator it(whole.begin(), whole.end(), include), end; it != end; ++it) {
        text += textOf("compiler/" + (*it)[1].str());
    }
    return text;
}

/// Per struct of those headers its lists: element type and name of the member.
std::map<std::string, std::vector<std::pair<std::string, std::string>>> listsByStruct(std::set<std::string>& statements) {
    std::istringstream lines(protocolHeaders());
    std::map<std::string, std::vector<std::pair<std::string, std::string>>> result;
    std::string current;
    const std::regex head("struct (\\w+) \\{");
    const std::regex list("    std::vector<(\\w+)> (\\w+);");
    for (std::string line; std::getline(lines, line);) {
        std::smatch match;
        if (std::regex_search(line, match, head)) current = match[1];
        if (line == "    Origin origin;") statements.insert(current);
        if (std::regex_match(line, match, list)) result[current].emplace_back(match[1], match[2]);
    }
    return result;
}

TEST(ForEachList, VisitsEveryListOfStatementsInTheModel) {
    std::set<std::string> statements{"Origin"};
    const auto lists = listsByStruct(statements);
    const std::string visitor = textOf("compiler/model/statements.h");
    // Copies of what stands elsewhere.
    const std::set<std::string> copies{"VariantGroup"};
    std::size_t count = 0;
    for (const auto& [owner, members] : lists) {
        if (copies.contains(owner)) continue;
        for (const auto& [type, member] : members) {
            if (!statements.contains(type)) continue;
            ++count;
            EXPECT_NE(visitor.find("." + member + ", "), std::string::npos) << owner << "::" << member;
        }
    }
    EXPECT_GT(count, 55U);
}

TEST(ForEachList, GivesTheBlockAroundAStatement) {
    Protocol protocol;
    protocol.steps.resize(1);
    protocol.questions.resize(1);
    protocol.questions[0].step = StepId{0};
    protocol.questions[0].participants.resize(1);
    protocol.routes.resize(1);
    protocol.tasks.resize(1);
    protocol.tasks[0].home = {HomeKind::Route, 0, {}};
    std::map<const Origin*, const Origin*> blocks;
    forEachList(protocol, [&](auto& list, const auto& blockOf) {
        for (auto& each : list) blocks[&originOf(each)] = blockOf(each);
    });
    EXPECT_EQ(blocks.size(), 5U);
    EXPECT_EQ(blocks.at(&protocol.steps[0].origin), nullptr);
    EXPECT_EQ(blocks.at(&protocol.questions[0].origin), &protocol.steps[0].origin);
    EXPECT_EQ(blocks.at(&protocol.questions[0].participants[0].origin), &protocol.questions[0].origin);
    EXPECT_EQ(blocks.at(&protocol.tasks[0].origin), &protocol.routes[0].origin);
    protocol.frameworks.resize(1);
    protocol.frameworks[0].step = StepId{0};
    forEachList(protocol, [&](auto& list, const auto& blockOf) {
        for (auto& each : list) blocks[&originOf(each)] = blockOf(each);
    });
    EXPECT_EQ(blocks.at(&protocol.questions[0].origin), &protocol.frameworks[0].origin);
}

TEST(ForEachCitation, ReadingsAndParticipantsCiteSearchesDoNot) {
    Protocol protocol;
    const auto at = [](std::uint32_t line) { return Place{"bron", {{line, line}}, "", {}}; };
    protocol.ambiguities.resize(1);
    protocol.ambiguities[0].readingPlaces = {{at(1)}, {at(2)}};
    protocol.questions.resize(1);
    protocol.questions[0].participants.resize(1);
    protocol.questions[0].participants[0].origin.places = {at(3)};
    protocol.absences.resize(1);
    protocol.absences[0].origin.places = {at(4)};
    std::set<std::uint32_t> lines;
    forEachCitation(protocol, [&](const Origin&, const Place& place) { lines.insert(place.lines[0].first); });
    EXPECT_EQ(lines, (std::set<std::uint32_t>{1, 2, 3}));
}

}  // namespace
}  // namespace meldc::model
