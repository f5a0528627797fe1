// What decide calls known of a case with unknown facts, against every way to fill them in.

#include "golden/shell.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <vector>

namespace meldc::golden {
namespace {

constexpr std::array<const char*, 7> kAsked{"vermoeden",     "acute_onveiligheid", "structurele_onveiligheid", "disclosure",
                                            "hulp_mogelijk", "hulp_aanvaard",      "hulp_effectief"};
constexpr std::array<const char*, 4> kValues{"\"ja\"", "\"nee\"", "\"twijfel\"", "null"};
constexpr int kUnknown = 3;

using Answers = std::array<int, kAsked.size()>;

std::string lineOf(const Answers& answers) {
    std::string line = "{\"facts\":{";
    for (std::size_t i = 0; i < answers.size(); ++i) {
        line += (i == 0 ? "\"" : ",\"") + std::string(kAsked[i]) + "\":" + kValues[static_cast<std::size_t>(answers[i])];
    }
    return line + "}}\n";
}

/// All cases with `values` values for each fact.
std::vector<Answers> casesOf(int values) {
    std::vector<Answers> cases{Answers{}};
    for (std::size_t fact = 0; fact < kAsked.size(); ++fact) {
        std::vector<Answers> more;
        for (const Answers& each : cases) {
            for (int value = 0; value < values; ++value) {
                more.push_back(each);
                more.back()[fact] = value;
            }
        }
        cases = std::move(more);
    }
    return cases;
}

/// "true", "false" or "null"; empty when the line tells an error.
std::string memberOf(const std::string& line, const std::string& member) {
    const std::size_t at = line.find("\"" + member + "\":");
    return at == std::string::npos ? "" : line.substr(at + member.size() + 3, line.find_first_of(",}", at) - at - member.size() - 3);
}

std::vector<std::string> answersTo(const std::string& protocol, const std::vector<Answers>& cases) {
    const Folder folder;
    std::string in;
    for (const Answers& each : cases) {
        in += lineOf(each);
    }
    folder.write("in.jsonl", in);
    const Ran ran = folder.run("meldc decide '" + inSource(protocol) + "' --cases in.jsonl --quiet");
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < ran.out.size(); begin = ran.out.find('\n', begin) + 1) {
        lines.push_back(ran.out.substr(begin, ran.out.find('\n', begin) - begin));
    }
    return lines;
}

/// What all completions without a contradiction say.
std::string expectedOf(const Answers& given, const std::map<Answers, std::string>& whole, const std::vector<Answers>& all) {
    std::string expected;
    for (const Answers& each : all) {
        bool completes = true;
        for (std::size_t i = 0; i < each.size(); ++i) {
            completes = completes && (given[i] == kUnknown || given[i] == each[i]);
        }
        if (const std::string& said = whole.at(each); completes && !said.empty()) {
            expected = expected.empty() || expected == said ? said : "null";
        }
    }
    return expected;
}

TEST(DecideKnown, OnlyWhatAllCompletionsSayIsTrueOrFalse) {
    const std::vector<Answers> all = casesOf(3);
    std::vector<Answers> sample;
    const std::vector<Answers> partly = casesOf(4);
    for (std::size_t i = 0; i < partly.size(); i += 29) {
        sample.push_back(partly[i]);
    }
    sample.push_back(partly.back());
    for (const std::string protocol : {"policies/model-po", "policies/voorbeeld"}) {
        const std::vector<std::string> complete = answersTo(protocol, all);
        const std::vector<std::string> told = answersTo(protocol, sample);
        ASSERT_EQ(complete.size(), all.size());
        ASSERT_EQ(told.size(), sample.size());
        for (const std::string member : {"undetermined", "deferred"}) {
            std::map<Answers, std::string> whole;
            for (std::size_t i = 0; i < all.size(); ++i) {
                whole[all[i]] = memberOf(complete[i], member);
            }
            std::map<std::string, int> seen;
            for (std::size_t i = 0; i < sample.size(); ++i) {
                const std::string expected = expectedOf(sample[i], whole, all);
                EXPECT_EQ(memberOf(told[i], member), expected) << protocol << " " << member << " " << lineOf(sample[i]);
                ++seen[expected];
            }
            EXPECT_GT(seen["false"], 0) << protocol << " " << member;
            EXPECT_TRUE(member == "undetermined" || seen["null"] > 0) << protocol;
        }
    }
}

} // namespace
} // namespace meldc::golden
