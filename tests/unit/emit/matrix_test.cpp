// The matrix of many protocols without files: rank, groups, reading back, comparison.

#include "emit/matrix/clusters.h"
#include "emit/matrix/report.h"
#include "emit/matrix/statement_sketch.h"
#include "support/limits.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

namespace meldc::emit {
namespace {

const std::string kHash(64, 'a');

/// Two norms of law, one of the profession.
Matrix matrixOf(const std::vector<std::pair<std::string, std::string>>& cells) {
    Matrix matrix;
    matrix.version = "1";
    matrix.date = {2026, 3, 1};
    matrix.baselineSha256 = kHash;
    matrix.norms = {{"R1", model::Layer::Law, "Een"},
                    {"R2", model::Layer::Law, "Twee"},
                    {"R3", model::Layer::Norm, "Drie"}};
    for (const auto& [file, letters] : cells) {
        MatrixRow row;
        row.file = file;
        row.id = file;
        row.label = "Code " + file;
        row.sha256 = kHash;
        row.modelSha256 = kHash;
        row.cells = letters;
        matrix.rows.push_back(row);
    }
    return matrix;
}

std::vector<std::string> filesInOrder(const Matrix& matrix) {
    std::vector<std::string> files;
    for (const std::size_t row : ranked(matrix)) {
        files.push_back(matrix.rows[row].file);
    }
    return files;
}

std::vector<std::uint64_t> numbers(std::uint64_t first, std::uint64_t count) {
    std::vector<std::uint64_t> result(count);
    std::iota(result.begin(), result.end(), first);
    return result;
}

TEST(Matrix, LawBeforeNormAndCertainBeforeProvisional) {
    Matrix matrix = matrixOf({{"open", "OOO"},
                              {"norm", "SSV"},
                              {"contradicted", "CSS"},
                              {"provisional", "vSS"},
                              {"many provisional", "vvS"},
                              {"violated", "VSS"},
                              {"two", "VVS"},
                              {"fine", "SSS"},
                              {"waived", "WNS"}});
    MatrixRow broken;
    broken.file = "broken";
    broken.broken = BrokenFile{"MC1001", "?", "", 1};
    matrix.rows.insert(matrix.rows.begin(), broken);
    // What is open is not wrong: such rows stand in the order of files with those without fault.
    EXPECT_EQ(filesInOrder(matrix),
              (std::vector<std::string>{"two", "violated", "many provisional", "provisional",
                                        "contradicted", "norm", "open", "fine", "waived",
                                        "broken"}));
}

TEST(Matrix, LayersAreCountedApart) {
    const Matrix matrix = matrixOf({{"a", "VvC"}});
    const LayerCells law = cellsIn(matrix, matrix.rows[0], model::Layer::Law);
    EXPECT_EQ(law.counts.violated, 2U);
    EXPECT_EQ(law.violatedProvisional, 1U);
    EXPECT_EQ(law.counts.contradicted, 0U);
    EXPECT_EQ(cellsIn(matrix, matrix.rows[0], model::Layer::Norm).counts.contradicted, 1U);
}

TEST(Matrix, IsReadBackAsItWasWritten) {
    Matrix matrix = matrixOf({{"a", "VO."}, {"b", "SsW"}});
    matrix.rows[0].sketch = {1, 0xFF00000000, 0xFFFFFFFFFF};
    matrix.rows[0].findings = {{"MC4101", 2}};
    matrix.rows[0].page = "codes/a.html";
    matrix.rows[1].number = 1;
    matrix.rows[1].follows = "model_po";
    matrix.rows[1].followsSha256 = kHash;
    matrix.rows[1].sectors = {"po", "vo"};
    matrix.rows[1].label = "Een \"naam\" met é & </script>";
    matrix.texts = {{1, "taak a"}, {0xFF00000000, "taak b"}};
    MatrixRow broken;
    broken.file = "c";
    broken.broken = BrokenFile{"MC1001", "hier staat iets", "c:3", 4};
    matrix.rows.push_back(broken);
    matrix.shard = Shard{2, 3};
    std::string text;
    writeMatrixJson(reportOn(matrix, nullptr), [&](std::string_view piece) { text += piece; });
    const auto read = readMatrix(text);
    ASSERT_TRUE(read.has_value()) << text;
    EXPECT_EQ(read->rows, matrix.rows);
    EXPECT_EQ(read->texts, matrix.texts);
    EXPECT_EQ(read->norms, matrix.norms);
    EXPECT_EQ(read->shard, matrix.shard);
    EXPECT_EQ(read->date, matrix.date);
    const auto line = readLine(lineOf({matrix.rows, matrix.texts}));
    ASSERT_TRUE(line.has_value());
    EXPECT_EQ(line->rows, matrix.rows);
}

TEST(Matrix, WhatIsNoMatrixIsNotRead) {
    std::string text;
    writeMatrixJson(reportOn(matrixOf({{"a", "VOS"}}), nullptr), [&](std::string_view piece) {
        text += piece;
    });
    ASSERT_TRUE(readMatrix(text).has_value());
    const auto with = [&](const std::string& from, const std::string& to) {
        std::string other = text;
        const std::size_t at = other.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        return readMatrix(other.replace(at, from.size(), to));
    };
    EXPECT_FALSE(with("\"VOS\"", "\"VO\""));
    EXPECT_FALSE(with("\"format\": 1", "\"format\": 2"));
    EXPECT_FALSE(with("\"title\":\"Code a\"", "\"title\":1"));
    EXPECT_FALSE(with("\"sketch\":\"\"", "\"sketch\":\"12\""));
    // Parts beyond what one run may have: each missing one would be told.
    EXPECT_TRUE(with("\"pages\": false", "\"shard\": {\"part\": 1, \"of\": 2}, \"pages\": false"));
    for (const std::string parts : {"1, \"of\": 4000000000", "3, \"of\": 2", "0, \"of\": 2"}) {
        EXPECT_FALSE(with("\"pages\": false", "\"shard\": {\"part\": " + parts + "}, \"pages\": false")) << parts;
    }
    for (std::size_t size = 0; size < text.size(); size += 97) {
        EXPECT_FALSE(readMatrix(text.substr(0, size))) << size;
    }
}

TEST(Clusters, FollowersOfOneModelAndTextsThatAreAlike) {
    Matrix matrix = matrixOf(
        {{"a", "VSS"}, {"b", "VSS"}, {"c", "VOS"}, {"d", "SSS"}, {"e", "SSS"}, {"f", "SSS"}});
    matrix.rows[0].sketch = numbers(0, 100);
    matrix.rows[1].sketch = numbers(0, 100);
    // 90 of 110 in common.
    matrix.rows[2].sketch = numbers(10, 100);
    matrix.rows[3].sketch = numbers(5000, 100);
    for (const std::size_t row : {4U, 5U}) {
        matrix.rows[row].follows = "model";
        matrix.rows[row].followsSha256 = kHash;
        matrix.rows[row].sketch = numbers(9000 + 1000 * row, 10);
    }
    const Clusters clusters = clustersOf(matrix);
    ASSERT_EQ(clusters.all.size(), 2U);
    EXPECT_EQ(clusters.all[0].members, (std::vector<std::size_t>{0, 1, 2}));
    EXPECT_EQ(clusters.all[0].follows, "");
    EXPECT_EQ(clusters.all[0].shared, (std::vector<std::size_t>{0}));
    EXPECT_EQ(clusters.all[0].majority, numbers(0, 100));
    EXPECT_EQ(clusters.all[0].example, 0U);
    EXPECT_EQ(clusters.all[1].follows, "model");
    EXPECT_EQ(clusters.ofRow, (std::vector<std::size_t>{0, 0, 0, kNoCluster, 1, 1}));
    const Difference none = differenceOf(clusters.all[0], matrix.rows[1]);
    EXPECT_TRUE(none.isNone());
    const Difference other = differenceOf(clusters.all[0], matrix.rows[2]);
    EXPECT_EQ(other.absent, numbers(0, 10));
    EXPECT_EQ(other.extra, numbers(100, 10));
    EXPECT_EQ(other.norms, (std::vector<std::size_t>{1}));
}

TEST(Clusters, FollowingAnotherTextOfAModelIsAnotherGroup) {
    Matrix matrix = matrixOf({{"a", "SSS"}, {"b", "SSS"}});
    for (MatrixRow& row : matrix.rows) {
        row.follows = "bestuur";
        row.followsSha256 = kHash;
    }
    EXPECT_EQ(clustersOf(matrix).all.size(), 1U);
    matrix.rows[1].followsSha256 = std::string(64, 'b');
    EXPECT_TRUE(clustersOf(matrix).all.empty());
}

/// Beside each other they are alike, and the ends of the chain have nothing in common.
TEST(Clusters, AChainOfSmallDifferencesJoinsNoStrangers) {
    Matrix matrix;
    std::vector<std::pair<std::string, std::string>> cells;
    for (int i = 0; i < 40; ++i) {
        cells.emplace_back(std::to_string(1000 + i), "SSS");
    }
    matrix = matrixOf(cells);
    for (std::size_t i = 0; i < matrix.rows.size(); ++i) {
        matrix.rows[i].sketch = numbers(10 * i, 100);
    }
    for (const Cluster& cluster : clustersOf(matrix).all) {
        const auto& first = matrix.rows[cluster.members.front()].sketch;
        const auto& last = matrix.rows[cluster.members.back()].sketch;
        EXPECT_GT(likeness(first, last), 0.3);
    }
}

/// The groups are those that comparing each with each leader finds, in whatever order rows come.
TEST(Clusters, DoNotHangOnTheOrderOfRows) {
    std::mt19937_64 random(7);
    std::vector<std::pair<std::string, std::string>> cells;
    for (int i = 0; i < 60; ++i) {
        cells.emplace_back(std::to_string(1000 + i), "SSS");
    }
    Matrix matrix = matrixOf(cells);
    for (std::size_t i = 0; i < matrix.rows.size(); ++i) {
        std::vector<std::uint64_t> sketch = numbers(1000 * (i % 6), 200);
        for (std::size_t change = i % 9; change > 0; --change) {
            sketch[random() % sketch.size()] = 100'000 + random() % 100'000;
        }
        std::sort(sketch.begin(), sketch.end());
        sketch.erase(std::unique(sketch.begin(), sketch.end()), sketch.end());
        matrix.rows[i].sketch = sketch;
    }
    const auto groupsOf = [](const Matrix& one) {
        std::vector<std::vector<std::string>> groups;
        for (const Cluster& cluster : clustersOf(one).all) {
            groups.emplace_back();
            for (const std::size_t member : cluster.members) {
                groups.back().push_back(one.rows[member].file);
            }
            std::sort(groups.back().begin(), groups.back().end());
        }
        std::sort(groups.begin(), groups.end());
        return groups;
    };
    const auto groups = groupsOf(matrix);
    EXPECT_EQ(groups.size(), 6U);
    std::shuffle(matrix.rows.begin(), matrix.rows.end(), random);
    EXPECT_EQ(groupsOf(matrix), groups);
}

TEST(Sketch, ASampleTellsHowMuchIsInCommon) {
    std::mt19937_64 random(3);
    std::vector<std::uint64_t> pool(6000);
    std::generate(pool.begin(), pool.end(), [&] { return random() >> 24U; });
    const auto sampleOf = [&](std::size_t first, std::size_t last) {
        std::vector<std::uint64_t> all(pool.begin() + static_cast<std::ptrdiff_t>(first),
                                       pool.begin() + static_cast<std::ptrdiff_t>(last));
        std::sort(all.begin(), all.end());
        all.resize(std::min(all.size(), support::kMaxSketch));
        return all;
    };
    EXPECT_EQ(likeness(sampleOf(0, 100), sampleOf(0, 100)), 1.0);
    EXPECT_EQ(likeness(sampleOf(0, 100), sampleOf(100, 200)), 0.0);
    EXPECT_EQ(likeness(sampleOf(0, 100), sampleOf(50, 150)), 50.0 / 150.0);
    // 3000 of 5000; both are samples.
    EXPECT_NEAR(likeness(sampleOf(0, 4000), sampleOf(1000, 5000)), 0.6, 0.08);
    EXPECT_EQ(likeness({}, {}), 0.0);
}

TEST(Sketch, WordsDoNotHangOnTheOrderInWhichTheyCome) {
    StatementTexts one;
    addTexts(one, {{1, "b"}, {2, "c"}});
    addTexts(one, {{1, "a"}});
    StatementTexts other;
    addTexts(other, {{1, "a"}});
    addTexts(other, {{1, "b"}, {2, "c"}});
    EXPECT_EQ(one, other);
    EXPECT_EQ(one.at(1), "a");
    StatementTexts many;
    for (std::uint64_t i = 0; i < support::kMaxSketchTexts + 10; ++i) {
        addTexts(many, {{i, "x"}});
    }
    EXPECT_EQ(many.size(), support::kMaxSketchTexts);
    EXPECT_TRUE(many.contains(0));
}

std::vector<Change> changesOf(const Matrix& matrix, const Matrix& earlier) {
    std::vector<Change> changes;
    for (const RowChange& row : compared(matrix, earlier).ofRow) {
        changes.push_back(row.kind);
    }
    return changes;
}

TEST(Comparison, BetterAndWorseAreAboutWhatIsWrong) {
    const auto changeFrom = [](const std::string& before, const std::string& after) {
        const Matrix earlier = matrixOf({{"a", before + "SS"}});
        Matrix matrix = matrixOf({{"a", after + "SS"}});
        matrix.rows[0].modelSha256 = std::string(64, 'b');
        return changesOf(matrix, earlier).front();
    };
    EXPECT_EQ(changeFrom("S", "V"), Change::Worse);
    EXPECT_EQ(changeFrom("O", "V"), Change::Worse);
    EXPECT_EQ(changeFrom("C", "V"), Change::Worse);
    EXPECT_EQ(changeFrom("S", "C"), Change::Worse);
    EXPECT_EQ(changeFrom("V", "S"), Change::Better);
    EXPECT_EQ(changeFrom("V", "C"), Change::Better);
    EXPECT_EQ(changeFrom("O", "S"), Change::Better);
    // What became open may be better or worse.
    EXPECT_EQ(changeFrom("V", "O"), Change::Otherwise);
    EXPECT_EQ(changeFrom("S", "O"), Change::Otherwise);
    EXPECT_EQ(changeFrom("V", "W"), Change::Otherwise);
    // A norm that did not hold before accuses the law, not the code.
    EXPECT_EQ(changeFrom(".", "V"), Change::Otherwise);
    EXPECT_EQ(changeFrom("V", "."), Change::Otherwise);
    EXPECT_EQ(changeFrom("V", "v"), Change::Text);
    EXPECT_EQ(changeFrom("S", "S"), Change::Text);
}

TEST(Comparison, NewGoneMovedAndOtherNorms) {
    Matrix earlier = matrixOf({{"a", "SSS"}, {"b", "SSS"}, {"c", "SSS"}});
    Matrix matrix = matrixOf({{"a", "SSS"}, {"moved", "SSS"}, {"new", "SSS"}});
    matrix.rows[1].id = "b";
    matrix.rows[1].sha256 = earlier.rows[1].sha256 = std::string(64, 'c');
    matrix.rows[2].sha256 = std::string(64, 'd');
    EXPECT_EQ(changesOf(matrix, earlier),
              (std::vector<Change>{Change::None, Change::None, Change::New}));
    const Comparison comparison = compared(matrix, earlier);
    ASSERT_EQ(comparison.gone.size(), 1U);
    EXPECT_EQ(comparison.gone[0].file, "c");
    EXPECT_FALSE(comparison.isOtherLaw);
    // A norm that the earlier library did not have, and one that this has no longer.
    earlier.norms[2].id = "R9";
    earlier.baselineSha256 = std::string(64, 'e');
    const Comparison other = compared(matrix, earlier);
    EXPECT_TRUE(other.isOtherLaw);
    EXPECT_EQ(other.ofRow[0].kind, Change::Otherwise);
    EXPECT_EQ(other.ofRow[0].otherwise.size(), 2U);
    EXPECT_TRUE(other.ofRow[0].isSameText);
}

TEST(MatrixPage, TextsOfProtocolsStayTexts) {
    Matrix matrix = matrixOf({{"a<b>&\"", "VOS"}});
    matrix.rows[0].label = "</script><script>alert(1)</script>";
    std::string page;
    writeMatrixPage(reportOn(matrix, nullptr), [&](std::string_view piece) { page += piece; });
    EXPECT_EQ(page.find("<script>alert"), std::string::npos);
    EXPECT_NE(page.find("\\u003c/script"), std::string::npos);
    std::string table;
    matrix.rows[0].label = "=1+1";
    writeMatrixCsv(reportOn(matrix, nullptr), [&](std::string_view piece) { table += piece; });
    EXPECT_NE(table.find(",'=1+1,"), std::string::npos) << table;
}

} // namespace
} // namespace meldc::emit
