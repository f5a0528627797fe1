#include "unit/stdlib/library.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>

/// The good example of each norm satisfies it and the bad one violates it; where only people can
/// settle a part, or have to confirm a breach, the verdict is open.
namespace meldc::test {

namespace {

/// The folders below normen/ that hold a norm.
std::vector<std::string> normFolders() {
    std::vector<std::string> folders;
    for (const SourceText& file : standardFiles()) {
        if (file.path.starts_with("normen/") && file.path.ends_with("/norm.meld")) {
            folders.push_back(file.path.substr(0, file.path.rfind('/') + 1));
        }
    }
    return folders;
}

std::string textOf(const std::string& path) {
    for (const SourceText& file : standardFiles()) {
        if (file.path == path) {
            return file.bytes;
        }
    }
    return {};
}

/// The number of the norm: the folder's name up to its dash.
std::string idOf(const std::string& folder) {
    const std::size_t begin = folder.rfind('/', folder.size() - 2) + 1;
    return folder.substr(begin, folder.find('-', begin) - begin);
}

const model::Norm& normOf(const std::string& id) {
    const auto& norms = standardLibrary().library.norms;
    return *std::find_if(norms.begin(), norms.end(),
                         [&](const model::Norm& norm) { return norm.id == id; });
}

/// The day on which to try the examples of a norm: its last day when it is no longer in force.
std::string dayFor(const model::Norm& norm) {
    std::string last;
    for (const model::Ground& ground : norm.grounds) {
        if (!ground.period.until) {
            return kToday;
        }
        last = std::max(last, ground.period.until->str());
    }
    return last.empty() ? kToday : last;
}

/// A part that no text can settle.
bool isForPeople(const model::Requirement& requirement) {
    return requirement.kind == model::RequirementKind::Human;
}

/// Whether a code can break the norm: not when a person has to confirm every breach first.
bool canAccuse(const model::Norm& norm) {
    const auto onlyAsks = [](const std::optional<model::CapFor>& cap) { return cap && cap->cap == model::Cap::Open; };
    if (onlyAsks(norm.cap)) {
        return false;
    }
    return std::any_of(norm.requirements.begin(), norm.requirements.end(),
                       [&](const model::Requirement& part) {
                           return !isForPeople(part) && !onlyAsks(part.cap);
                       });
}

/// What the parts of a result say, for failure messages.
std::string detailsOf(const baseline::NormResult& result) {
    std::string text = result.norm->id + " is " + nameOf(result.status) + ": " + result.message.en;
    for (const baseline::PartResult& part : result.parts) {
        text += "\n  " + nameOf(part.status) + ": " + part.message.en;
    }
    return text;
}

class StdlibExamples : public testing::TestWithParam<std::string> {
protected:
    /// The lines of an example without its comments and empty lines.
    static std::size_t statementLines(const std::string& text) {
        std::size_t count = 0;
        std::size_t begin = 0;
        while (begin < text.size()) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            const std::size_t first = text.find_first_not_of(' ', begin);
            if (first < end && text.compare(first, 2, "//") != 0) {
                ++count;
            }
            begin = end + 1;
        }
        return count;
    }
};

TEST_P(StdlibExamples, GoodOneSatisfies) {
    const std::string text = textOf(GetParam() + "goed.meld");
    const model::Norm& norm = normOf(idOf(GetParam()));
    const Checked checked = check(standardLibrary(), text, dayFor(norm));
    EXPECT_EQ(checked.messages, "");
    const baseline::NormResult* result = checked.result(norm.id);
    ASSERT_NE(result, nullptr) << GetParam();
    ASSERT_EQ(result->parts.size(), norm.requirements.size());
    bool isAllForText = true;
    for (std::size_t at = 0; at < result->parts.size(); ++at) {
        const bool isHuman = isForPeople(norm.requirements[at]);
        isAllForText = isAllForText && !isHuman;
        EXPECT_EQ(result->parts[at].status,
                  isHuman ? baseline::Status::Open : baseline::Status::Satisfied)
            << detailsOf(*result);
    }
    EXPECT_EQ(result->status,
              isAllForText ? baseline::Status::Satisfied : baseline::Status::Open)
        << detailsOf(*result);
    EXPECT_FALSE(result->vacuous) << detailsOf(*result);
}

TEST_P(StdlibExamples, BadOneViolates) {
    const std::string text = textOf(GetParam() + "fout.meld");
    const model::Norm& norm = normOf(idOf(GetParam()));
    const Checked checked = check(standardLibrary(), text, dayFor(norm));
    EXPECT_EQ(checked.messages, "");
    const baseline::NormResult* result = checked.result(norm.id);
    ASSERT_NE(result, nullptr) << GetParam();
    EXPECT_EQ(result->status,
              canAccuse(norm) ? baseline::Status::Violated : baseline::Status::Open)
        << detailsOf(*result);
    // Also where a person has to confirm it, the bad example falls short of what a text can show.
    ASSERT_EQ(result->parts.size(), norm.requirements.size());
    bool fallsShort = false;
    for (std::size_t at = 0; at < result->parts.size(); ++at) {
        const bool isMet = result->parts[at].status == baseline::Status::Satisfied;
        fallsShort = fallsShort || (!isMet && !isForPeople(norm.requirements[at]));
    }
    EXPECT_TRUE(fallsShort) << detailsOf(*result);
    EXPECT_FALSE(result->message.isEmpty());
    EXPECT_FALSE(result->remedy.isEmpty());
}

TEST_P(StdlibExamples, BehaviouralBreachIsShownByACase) {
    const std::string text = textOf(GetParam() + "fout.meld");
    const model::Norm& norm = normOf(idOf(GetParam()));
    const Checked checked = check(standardLibrary(), text, dayFor(norm));
    const baseline::NormResult* result = checked.result(norm.id);
    ASSERT_NE(result, nullptr) << GetParam();
    ASSERT_EQ(result->parts.size(), result->norm->requirements.size());
    for (std::size_t at = 0; at < result->parts.size(); ++at) {
        const model::RequirementKind kind = result->norm->requirements[at].kind;
        const bool hasCase = kind == model::RequirementKind::Always ||
                             kind == model::RequirementKind::Never;
        if (hasCase && result->parts[at].status == baseline::Status::Violated) {
            ASSERT_TRUE(result->parts[at].counterexample.has_value()) << GetParam();
            EXPECT_FALSE(result->parts[at].counterexample->story.isEmpty()) << GetParam();
        }
    }
}

TEST_P(StdlibExamples, AreSmallAndSayWhatTheyShow) {
    for (const char* name : {"goed.meld", "fout.meld"}) {
        const std::string text = textOf(GetParam() + name);
        EXPECT_TRUE(text.starts_with("// ")) << GetParam() << name;
        EXPECT_GE(statementLines(text), 8U) << GetParam() << name;
        EXPECT_LE(statementLines(text), 40U) << GetParam() << name;
    }
}

INSTANTIATE_TEST_SUITE_P(Norms, StdlibExamples, testing::ValuesIn(normFolders()),
                         [](const testing::TestParamInfo<std::string>& folder) {
                             return idOf(folder.param);
                         });

} // namespace

} // namespace meldc::test
