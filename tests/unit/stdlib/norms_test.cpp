#include "unit/stdlib/library.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

/// Every norm has all its parts, stands in the right folder and speaks as the guide asks.
namespace meldc::test {

namespace {

/// Folder of a layer below normen/.
const std::map<model::Layer, std::string> kLayerFolders = {{model::Layer::Law, "wet"},
                                                           {model::Layer::Norm, "norm"},
                                                           {model::Layer::Advice, "advies"},
                                                           {model::Layer::House, "huis"}};

const std::vector<model::Norm>& norms() {
    return standardLibrary().library.norms;
}

bool hasFile(const std::string& path) {
    const auto& files = standardFiles();
    return std::any_of(files.begin(), files.end(),
                       [&](const SourceText& file) { return file.path == path; });
}

/// The path of the file that declares a norm.
std::string pathOf(const model::Norm& norm) {
    return standardLibrary().sources.file(norm.span.file).name();
}

void expectSentence(const support::Localized& text, const std::string& where) {
    for (const std::string& each : {text.nl, text.en}) {
        ASSERT_FALSE(each.empty()) << where;
        EXPECT_TRUE(each.front() < 'A' || each.front() > 'Z') << where << ": " << each;
        EXPECT_NE(each.back(), '.') << where << ": " << each;
        EXPECT_EQ(each.find("  "), std::string::npos) << where << ": " << each;
    }
    EXPECT_NE(text.nl, text.en) << where;
}

} // namespace

TEST(StdlibNorms, HaveAllParts) {
    for (const model::Norm& norm : norms()) {
        EXPECT_FALSE(norm.title.empty()) << norm.id;
        EXPECT_FALSE(norm.grounds.empty()) << norm.id;
        EXPECT_FALSE(norm.requirements.empty()) << norm.id;
        EXPECT_FALSE(norm.unitKinds.empty()) << norm.id;
        expectSentence(norm.message, norm.id + " bericht");
        expectSentence(norm.remedy, norm.id + " herstel");
        expectSentence(norm.ask, norm.id + " navraag");
        expectSentence(norm.note, norm.id + " toelichting");
        for (const model::Requirement& part : norm.requirements) {
            if (norm.requirements.size() > 1 || !part.message.isEmpty()) {
                expectSentence(part.message, norm.id + " bericht van eis");
            }
        }
    }
}

TEST(StdlibNorms, StandInAFolderOfTheirLayerNamedAfterTheirNumber) {
    for (const model::Norm& norm : norms()) {
        const std::string start = "normen/" + kLayerFolders.at(norm.layer) + "/" + norm.id + "-";
        const std::string path = pathOf(norm);
        EXPECT_EQ(path.substr(0, start.size()), start) << path;
        EXPECT_TRUE(path.ends_with("/norm.meld")) << path;
    }
}

TEST(StdlibNorms, HaveAGoodAndABadExampleBesideThem) {
    for (const model::Norm& norm : norms()) {
        const std::string path = pathOf(norm);
        const std::string folder = path.substr(0, path.rfind('/'));
        EXPECT_TRUE(hasFile(folder + "/goed.meld")) << folder;
        EXPECT_TRUE(hasFile(folder + "/fout.meld")) << folder;
    }
}

TEST(StdlibNorms, FilesOfNormsAreNormsOrExamples) {
    std::set<std::string> folders;
    for (const model::Norm& norm : norms()) {
        const std::string path = pathOf(norm);
        EXPECT_TRUE(folders.insert(path.substr(0, path.rfind('/') + 1)).second) << path;
    }
    for (const SourceText& file : standardFiles()) {
        if (file.path.starts_with("normen/")) {
            const std::string folder = file.path.substr(0, file.path.rfind('/') + 1);
            const std::string name = file.path.substr(folder.size());
            EXPECT_TRUE(folders.contains(folder)) << file.path;
            EXPECT_TRUE(name == "norm.meld" || name == "goed.meld" || name == "fout.meld")
                << file.path;
        }
    }
}

TEST(StdlibNorms, PeriodsOfOneArticleDoNotOverlap) {
    for (const model::Norm& norm : norms()) {
        for (std::size_t later = 1; later < norm.grounds.size(); ++later) {
            for (std::size_t earlier = 0; earlier < later; ++earlier) {
                const model::Ground& before = norm.grounds[earlier];
                const model::Ground& after = norm.grounds[later];
                const bool isSameArticle = before.source == after.source &&
                                           !before.parts.empty() && !after.parts.empty() &&
                                           before.parts.front() == after.parts.front();
                if (isSameArticle) {
                    ASSERT_TRUE(before.period.until && after.period.from) << norm.id;
                    EXPECT_LT(*before.period.until, *after.period.from) << norm.id;
                }
            }
        }
    }
}

TEST(StdlibNorms, LawHasAGroundForEachSectorThatItSelects) {
    const model::Vocabulary& vocabulary = standardLibrary().library.vocabulary;
    for (const model::Norm& norm : norms()) {
        if (norm.layer != model::Layer::Law) {
            continue;
        }
        for (const model::Concept& sector : vocabulary.concepts) {
            if (sector.kind != model::ConceptKind::Sector || !norm.sectors.contains(sector.name)) {
                continue;
            }
            const bool hasGround = std::any_of(
                norm.grounds.begin(), norm.grounds.end(), [&](const model::Ground& ground) {
                    const auto& sectors = ground.sectors;
                    return sectors.empty() ||
                           std::any_of(sectors.begin(), sectors.end(), [&](const std::string& name) {
                               return vocabulary.fallsUnder(vocabulary.find(sector.name), vocabulary.find(name));
                           });
                });
            EXPECT_TRUE(hasGround) << norm.id << " for " << sector.name;
        }
    }
}

TEST(StdlibNorms, OnlyHouseRulesNeedNoDateOfTheirOwn) {
    for (const model::Norm& norm : norms()) {
        for (const model::Ground& ground : norm.grounds) {
            EXPECT_EQ(ground.period.from.has_value(), norm.layer != model::Layer::House)
                << norm.id;
        }
    }
}

} // namespace meldc::test
