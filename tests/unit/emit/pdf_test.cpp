// A PDF of a browser as the same bytes each time.

#include "emit/pdf.h"

#include <gtest/gtest.h>

namespace meldc::emit {
namespace {

const std::string kHashOfModel(64, 'a');

/// As browsers write it, the least of it.
std::string printed(const std::string& date, const std::string& tags = "") {
    std::string pdf = "%PDF-1.4\n1 0 obj\n<</Title (x)\n/Creator (browser)\n/CreationDate (D:" + date +
                      "+00'00')\n/ModDate (D:" + date + "+00'00')>>\nendobj\n2 0 obj\n<</Type /Catalog>>\nendobj\n" + tags;
    const std::size_t table = pdf.size();
    pdf += "xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000120 00000 n \ntrailer\n<</Size 3\n/Root 2 0 R\n"
           "/Info 1 0 R>>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
    return pdf;
}

PdfIdentity identity() {
    return {"Titel \xC3\xA9 \xF0\x9F\x98\x80", "meldc 1", kHashOfModel, support::Date{2026, 1, 2}};
}

TEST(Pdf, IsTheSameWheneverItWasPrinted) {
    const auto one = normalPdf(printed("20261122192501"), identity());
    ASSERT_TRUE(one.has_value());
    EXPECT_EQ(one, normalPdf(printed("20270101000000"), identity()));
    EXPECT_TRUE(one->starts_with("%PDF-1.7\n"));
    EXPECT_NE(one->find(kHashOfModel), std::string::npos);
    EXPECT_EQ(one->find("20261122"), std::string::npos);
    EXPECT_NE(one->find("/CreationDate (D:20260102000000Z)"), std::string::npos);
    EXPECT_NE(one->find("/Title <FEFF0054006900740065006C002000E90020D83DDE00>"), std::string::npos);
}

TEST(Pdf, TheSecondTableLeadsToTheSecondInformation) {
    const std::string pdf = *normalPdf(printed("20261122192501"), identity());
    const std::size_t start = pdf.rfind("startxref\n") + 10;
    const std::size_t table = std::stoul(pdf.substr(start));
    ASSERT_EQ(pdf.substr(table, 9), "xref\n1 1\n");
    const std::size_t object = std::stoul(pdf.substr(table + 9, 10));
    EXPECT_EQ(pdf.substr(object, 7), "1 0 obj");
    EXPECT_NE(pdf.find("/Prev " + std::to_string(printed("20261122192501").find("xref\n0 3"))), std::string::npos);
}

TEST(Pdf, TagsOfALaterVersionAreExplained) {
    const std::string pdf =
        *normalPdf(printed("20261122192501", "3 0 obj\n<</Type /StructTreeRoot\n/K 4 0 R>>\nendobj\n"), identity());
    const std::size_t table = std::stoul(pdf.substr(pdf.rfind("startxref\n") + 10));
    const std::size_t second = pdf.find("\n3 1\n", table);
    ASSERT_NE(second, std::string::npos);
    const std::string root = pdf.substr(std::stoul(pdf.substr(second + 5, 10)));
    EXPECT_TRUE(root.starts_with("3 0 obj\n<</RoleMap <</Strong /Span\n")) << root;
    EXPECT_NE(root.find("/Type /StructTreeRoot\n/K 4 0 R>>\nendobj"), std::string::npos);
}

/// Browsers name what is tagged by a count of theirs that depends on what else they did.
TEST(Pdf, NamesOfTagsAreCountedAnew) {
    const auto tagged = [](const std::string& one, const std::string& two) {
        return *normalPdf(printed("20261122192501", "3 0 obj\n<</ID (node" + two + ")\n/A [(node" + one + ") (node" + two +
                                                        ")]>>\nendobj\n4 0 obj\n<</Title (node00000050)>>\nendobj\n"),
                          identity());
    };
    const std::string pdf = tagged("00000050", "00001088");
    EXPECT_EQ(pdf, tagged("00000051", "00001089"));
    EXPECT_NE(pdf, tagged("00001088", "00000050"));
    EXPECT_NE(pdf.find("<</ID (node00000002)\n/A [(node00000001) (node00000002)]>>"), std::string::npos) << pdf;
    EXPECT_NE(pdf.find("/Title (node00000050)"), std::string::npos);
}

/// Pages stand in a tree, whose order is not that of the file.
TEST(Pdf, PlacesAreOnThePagesOfTheTree) {
    const std::string pdf = "%PDF-1.4\n1 0 obj\n<</Type /Page>>\nendobj\n2 0 obj\n<</Type /Page>>\nendobj\n"
                            "3 0 obj\n<</Type /Page>>\nendobj\n"
                            "4 0 obj\n<</Type /Pages\n/Count 2\n/Kids [3 0 R 1 0 R]\n/Parent 6 0 R>>\nendobj\n"
                            "6 0 obj\n<</Type /Pages\n/Count 3\n/Kids [4 0 R 2 0 R]>>\nendobj\n"
                            "7 0 obj\n<</d1 [3 0 R /XYZ 0 700.5 0]\n/d2 [1 0 R /XYZ 0 16 0]\n/d10 [2 0 R /XYZ 0 3 0]\n"
                            "/lost [9 0 R /XYZ 0 3 0]>>\nendobj\n8 0 obj\n<</Type /Catalog\n/Pages 6 0 R\n/Dests 7 0 R>>\nendobj\n";
    const std::map<std::string, std::size_t> expected{{"d1", 1}, {"d2", 2}, {"d10", 3}};
    EXPECT_EQ(destinationsOf(pdf), expected);
    EXPECT_TRUE(destinationsOf("").empty());
    EXPECT_TRUE(destinationsOf(printed("20261122192501")).empty());
    // A tree that leads back to itself ends.
    EXPECT_TRUE(destinationsOf("%PDF-1.4\n6 0 obj\n<</Type /Pages\n/Kids [6 0 R]>>\nendobj\n7 0 obj\n<</d1 [3 0 R /XYZ]>>\nendobj\n"
                               "8 0 obj\n<</Type /Catalog\n/Pages 6 0 R\n/Dests 7 0 R>>\nendobj\n").empty());
}

TEST(Pdf, WhatIsNoneIsNotTouched) {
    EXPECT_FALSE(normalPdf("", identity()));
    EXPECT_FALSE(normalPdf("<html>", identity()));
    EXPECT_FALSE(normalPdf("%PDF-1.4\nstartxref\n1\n%%EOF", identity()));
    EXPECT_FALSE(normalPdf("%PDF-1.4\ntrailer\n<</Size x>>\nstartxref\n1\n%%EOF", identity()));
}

} // namespace
} // namespace meldc::emit
