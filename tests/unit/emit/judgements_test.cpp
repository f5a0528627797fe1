#include "emit/inspection/judgements.h"

#include "emit/inspection/items.h"

#include <gtest/gtest.h>

namespace meldc::emit {
namespace {

using diagnostics::Diag;

model::Library library() {
    model::Library result;
    for (const char* id : {"R1", "R2"}) {
        model::Norm norm;
        norm.id = id;
        norm.title = std::string("Norm ") + id;
        result.norms.push_back(norm);
    }
    return result;
}

struct Read {
    std::vector<Judgement> judgements;
    std::vector<ReportItem> items;
    std::vector<Diag> told;
};

std::vector<Diag> idsOf(const diagnostics::Sink& sink) {
    std::vector<Diag> ids;
    for (const diagnostics::Diagnostic& each : sink.all()) {
        ids.push_back(each.id);
    }
    return ids;
}

Read judgementsIn(const std::string& text) {
    support::SourceMap sources;
    diagnostics::Sink sink;
    Read read;
    read.judgements = readJudgements(sources, sources.add("o.tsv", text), library(), sink);
    read.told = idsOf(sink);
    return read;
}

Read itemsIn(const std::string& text) {
    support::SourceMap sources;
    diagnostics::Sink sink;
    Read read;
    read.items = readItems(sources, sources.add("i.tsv", text), library(), sink);
    read.told = idsOf(sink);
    return read;
}

const std::string kHead = "norm\ttekst\toordeel\ttoelichting\tzienswijze\tdoor\top\n";
const std::string kMark = "code:0123456789abcdef";

TEST(Judgements, ColumnsAreFoundByTheirNames) {
    const Read read = judgementsIn("op\tdoor\tzienswijze\toordeel\ttekst\tnorm\ttitel\n"
                                   "2026-03-02\tinspecteur\teens\tin orde\t" + kMark + "\tR2\tiets\n");
    EXPECT_EQ(read.told, std::vector<Diag>{});
    ASSERT_EQ(read.judgements.size(), 1U);
    const Judgement& one = read.judgements.front();
    EXPECT_EQ(one.norm, "R2");
    EXPECT_EQ(one.text, kMark);
    EXPECT_EQ(one.verdict, "in orde");
    EXPECT_EQ(one.note, "");
    EXPECT_EQ(one.view, "eens");
    EXPECT_EQ(one.by, "inspecteur");
    EXPECT_EQ(one.on, "2026-03-02");
}

TEST(Judgements, RowsThatNobodyFilledInAreNone) {
    const Read read = judgementsIn(kHead + "R1\t" + kMark + "\t\t\t\t\t\nR2\t" + kMark + "\n");
    EXPECT_TRUE(read.judgements.empty());
    EXPECT_EQ(read.told, std::vector<Diag>{});
}

TEST(Judgements, AViewNeedsNoJudge) {
    const Read read = judgementsIn(kHead + "R1\t" + kMark + "\t\t\tWij zien dit anders.\t\t\n");
    ASSERT_EQ(read.judgements.size(), 1U);
    EXPECT_EQ(read.judgements.front().view, "Wij zien dit anders.");
}

TEST(Judgements, AJudgementSaysByWhomWhenAndOfWhat) {
    EXPECT_EQ(judgementsIn(kHead + "R1\t\tin orde\t\t\t\t\n").told,
              (std::vector<Diag>{Diag::JudgementIncomplete, Diag::JudgementIncomplete,
                                 Diag::JudgementIncomplete}));
    EXPECT_EQ(judgementsIn(kHead + "R1\tblz. 3\tin orde\t\t\taf\t2026-03-02\n").told,
              std::vector<Diag>{Diag::TextKindUnknown});
    EXPECT_EQ(judgementsIn(kHead + "R1\t" + kMark + "\tin orde\t\t\taf\tmorgen\n").told,
              std::vector<Diag>{Diag::JudgementDay});
}

TEST(Judgements, EachNormOnceAndOnlyThoseThatExist) {
    const std::string row = kMark + "\tin orde\t\t\taf\t2026-03-02\n";
    EXPECT_EQ(judgementsIn(kHead + "R1\t" + row + "R1\t" + row).told,
              std::vector<Diag>{Diag::JudgementTwice});
    EXPECT_EQ(judgementsIn(kHead + "R77\t" + row).told,
              std::vector<Diag>{Diag::JudgementUnknownNorm});
}

TEST(Judgements, AWrongHeadIsTold) {
    EXPECT_EQ(judgementsIn("norm\ttekst\toordeel\tzienswijze\tdoor\n").told,
              std::vector<Diag>{Diag::JudgementColumns});
    EXPECT_EQ(judgementsIn("norm\tnorm\ttekst\toordeel\tzienswijze\tdoor\top\n").told,
              std::vector<Diag>{Diag::JudgementColumnUnknown});
}

TEST(Judgements, AJudgementIsStaleWhenItsTextIsAnother) {
    const TextMarks marks{"code:1111111111111111", "document:2222222222222222",
                          "passage:3333333333333333"};
    const auto state = [&](const std::string& text, bool hasDocuments) {
        Judgement judgement;
        judgement.text = text;
        return stateOf(judgement, marks, hasDocuments);
    };
    EXPECT_EQ(state("code:1111111111111111", false), JudgementState::Current);
    EXPECT_EQ(state("code:1111111111111111", true), JudgementState::Current);
    EXPECT_EQ(state("code:9999999999999999", true), JudgementState::Stale);
    EXPECT_EQ(state("passage:3333333333333333", true), JudgementState::Current);
    EXPECT_EQ(state("passage:9999999999999999", true), JudgementState::Stale);
    EXPECT_EQ(state("passage:3333333333333333", false), JudgementState::Unchecked);
    EXPECT_EQ(state("document:2222222222222222", true), JudgementState::Current);
    EXPECT_EQ(state("document:9999999999999999", false), JudgementState::Unchecked);
}

TEST(Judgements, TheSmallestKnownPartIsJudged) {
    EXPECT_EQ((TextMarks{"code:1", "", ""}).now(), "code:1");
    EXPECT_EQ((TextMarks{"code:1", "document:2", ""}).now(), "document:2");
    EXPECT_EQ((TextMarks{"code:1", "document:2", "passage:3"}).now(), "passage:3");
}

TEST(Judgements, AnEmptyFormHoldsNoJudgement) {
    const model::Library all = library();
    baseline::NormResult result;
    result.norm = &all.norms.front();
    for (const auto language : {support::Language::Dutch, support::Language::English}) {
        const std::string form = judgementForm({{&result, kMark}}, language);
        const Read read = judgementsIn(form);
        EXPECT_TRUE(read.judgements.empty());
        EXPECT_EQ(read.told, std::vector<Diag>{}) << form;
        EXPECT_NE(form.find("\nR1\tNorm R1\t"), std::string::npos) << form;
    }
}

TEST(Items, ANumberATitleAndNorms) {
    const Read read = itemsIn("item\ttitel\tnormen\n1.1\tBeslissing\tR1, R2 R1\n1.2;a\tOverig\tR2\t\n");
    EXPECT_EQ(read.told, std::vector<Diag>{});
    ASSERT_EQ(read.items.size(), 2U);
    EXPECT_EQ(read.items[0].id, "1.1");
    EXPECT_EQ(read.items[0].title, "Beslissing");
    EXPECT_EQ(read.items[0].norms, (std::vector<std::string>{"R1", "R2"}));
    EXPECT_EQ(read.items[1].id, "1.2;a");
}

TEST(Items, WhatIsMissingOrUnknownIsTold) {
    EXPECT_EQ(itemsIn("1.1\tBeslissing\n").told, std::vector<Diag>{Diag::ItemIncomplete});
    EXPECT_EQ(itemsIn("1.1\tBeslissing\tR1\tR2\n").told, std::vector<Diag>{Diag::ItemIncomplete});
    EXPECT_EQ(itemsIn("1\tA\tR1\n1\tB\tR2\n").told, std::vector<Diag>{Diag::ReportItemTwice});
    const Read unknown = itemsIn("1\tA\tR1, R9\n");
    EXPECT_EQ(unknown.told, std::vector<Diag>{Diag::ItemUnknownNorm});
    ASSERT_EQ(unknown.items.size(), 1U);
    EXPECT_EQ(unknown.items.front().norms, std::vector<std::string>{"R1"});
}

} // namespace
} // namespace meldc::emit
