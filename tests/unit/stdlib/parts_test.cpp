#include "unit/stdlib/library.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>

/// Parts of norms that the bad example leaves met: each is broken by itself, by a small change.
namespace meldc::test {

namespace {

/// One part (from 1) of a norm, and what to put for what in an example so that this part is broken.
struct BrokenPart {
    std::string norm;
    std::size_t part;
    std::string example;
    std::vector<std::pair<std::string, std::string>> changes;
};

/// As it stands in the output of a test that fails.
void PrintTo(const BrokenPart& row, std::ostream* out) {
    *out << row.norm << " part " << row.part;
}

/// An example with all changes at once, each everywhere.
std::string changedExampleOf(const BrokenPart& row) {
    const auto& files = standardFiles();
    const auto file = std::find_if(files.begin(), files.end(), [&](const SourceText& each) {
        return each.path.find("/" + row.norm + "-") != std::string::npos &&
               each.path.ends_with("/" + row.example);
    });
    if (file == files.end()) {
        ADD_FAILURE() << row.norm << " has no " << row.example;
        return {};
    }
    std::string text;
    std::vector<bool> found(row.changes.size());
    for (std::size_t at = 0; at < file->bytes.size();) {
        std::size_t length = 0;
        for (std::size_t i = 0; i < row.changes.size() && length == 0; ++i) {
            const auto& [from, to] = row.changes[i];
            if (file->bytes.compare(at, from.size(), from) == 0) {
                found[i] = true;
                length = from.size();
                text += to;
            }
        }
        if (length == 0) {
            text += file->bytes[at];
        }
        at += std::max<std::size_t>(length, 1);
    }
    for (std::size_t i = 0; i < found.size(); ++i) {
        EXPECT_TRUE(found[i]) << row.changes[i].first;
    }
    return text;
}

class StdlibParts : public testing::TestWithParam<BrokenPart> {};

TEST_P(StdlibParts, IsBrokenByItself) {
    const Checked checked = check(standardLibrary(), changedExampleOf(GetParam()), kToday);
    EXPECT_EQ(checked.messages, "");
    const baseline::NormResult* result = checked.result(GetParam().norm);
    ASSERT_NE(result, nullptr);
    EXPECT_EQ(result->status, baseline::Status::Violated) << result->message.en;
    ASSERT_LE(GetParam().part, result->parts.size());
    for (std::size_t at = 0; at < result->parts.size(); ++at) {
        EXPECT_EQ(result->parts[at].status, at + 1 == GetParam().part
                                                ? baseline::Status::Violated
                                                : baseline::Status::Satisfied)
            << at + 1 << ": " << result->parts[at].message.en;
    }
}

/// The point that the bad example of R21 lacks takes the place of another one.
BrokenPart lacking(std::size_t part, const std::string& point) {
    return {"R21", part, "fout.meld", {{"dreigende_schade", point}, {point, "dreigende_schade"}}};
}

INSTANTIATE_TEST_SUITE_P(
    Norms, StdlibParts,
    testing::Values(
        // Two roles at once have the last word.
        BrokenPart{"R15", 2, "goed.meld",
                   {{"verantwoordelijk directeur", "verantwoordelijk directeur en ko"}}},
        lacking(1, "dreigen_met_geweld"), lacking(2, "kring_mantelzorger"),
        lacking(4, "actief_of_passief"), lacking(4, "afhankelijkheid"),
        // The talk comes after the question that rests on it.
        BrokenPart{"R52", 4, "goed.meld",
                   {{"  stap 3 \"Gesprek\" { wettelijke stap gesprek  uitvoerder tutor }\n", ""},
                    {"rust op stap 3", "rust op stap 5"},
                    {"bij ja melden }\n  }\n",
                     "bij ja melden }\n  }\n  stap 5 \"Gesprek\" { wettelijke stap gesprek }\n"}}},
        BrokenPart{"H5", 1, "goed.meld", {{"moet direct bespreken", "mag direct bespreken"}}},
        BrokenPart{"H10", 1, "goed.meld", {{"samen met team, leraar", "samen met leraar"}}}),
    [](const testing::TestParamInfo<BrokenPart>& row) {
        return row.param.norm + "Part" + std::to_string(row.param.part) + "Row" +
               std::to_string(row.index);
    });

TEST(StdlibPart, TwoSentencesAboutTheLastWordAreAContradictionAndNotTwoRoles) {
    const std::string text = changedExampleOf(
        {"R15", 2, "goed.meld",
         {{"    eindverantwoordelijk directeur\n",
           "    eindverantwoordelijk directeur\n    eindverantwoordelijk ko\n"}}});
    const Checked checked = check(standardLibrary(), text, kToday);
    ASSERT_NE(checked.result("R15"), nullptr);
    EXPECT_EQ(checked.result("R15")->status, baseline::Status::Satisfied);
    const auto& findings = checked.texts.reports.at(0).findings;
    EXPECT_EQ(std::count_if(findings.begin(), findings.end(),
                            [](const auto& each) {
                                return diagnostics::info(each.diagnostic.id).code == "MC4301";
                            }),
              1);
}

} // namespace

} // namespace meldc::test
