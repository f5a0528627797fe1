// meld.lock: what is recorded, and that it is read as it was written.

#include "emit/answers/lock_json.h"

#include <gtest/gtest.h>

#include "support/sha256.h"
#include "unit/evidence/fixture.h"

namespace meldc::evidence::test {
namespace {

const std::string kLockCode = R"(meldcode proef "Proef" {
  soort meldcode
  bron protocol "map/protocol.txt"
  bron bijlage "bijlage.txt"
  organisatie "School" staat in protocol regel 2, 10-11 staat in bijlage kop "Kop" alinea 2
  sector po staat in protocol regel 2 staat in protocol regel 99
  gelezen protocol regel 1
  ontbreekt stap gezocht in protocol regel 1-9
  ontbreekt route gezocht in bijlage
}
)";
const std::string kLockText = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n";

Desk recordedDesk() {
    Desk desk(kLockCode);
    desk.put("protocol", kLockText);
    desk.put("bijlage", "Kop\n\neen\n\ntwee\n");
    desk.record();
    return desk;
}

TEST(Lock, RecordsEveryPlaceThatExistsOnce) {
    const Desk desk = recordedDesk();
    ASSERT_EQ(desk.lock.protocols.size(), 1U);
    const LockedProtocol& protocol = desk.lock.protocols[0];
    EXPECT_EQ(protocol.id, "proef");
    ASSERT_EQ(protocol.documents.size(), 2U);
    const LockedDocument& document = protocol.documents[0];
    EXPECT_EQ(document.file, "map/protocol.txt");
    EXPECT_EQ(document.sha256, support::sha256Hex(kLockText));
    EXPECT_EQ(document.lines, 11U);
    Ranges ranges;
    for (const LockedPassage& passage : document.passages) {
        ranges.push_back(passage.lines);
    }
    EXPECT_EQ(ranges, (Ranges{{1, 1}, {1, 9}, {2, 2}, {10, 11}})) << "line 99 does not exist";
    EXPECT_EQ(document.passages[3].digest, support::sha256Hex("10\n11\n").substr(0, 16));
    ASSERT_EQ(protocol.documents[1].headings.size(), 1U);
    EXPECT_EQ(protocol.documents[1].headings[0].digest, support::sha256Hex("twee\n").substr(0, 16));
}

TEST(Lock, IsReadAsItWasWritten) {
    const Desk desk = recordedDesk();
    const std::string text = emit::lockJson(desk.lock);
    const emit::ReadLock read = emit::readLockJson(text, "meld.lock");
    ASSERT_TRUE(read.lock.has_value());
    EXPECT_EQ(*read.lock, desk.lock);
    EXPECT_EQ(emit::lockJson(*read.lock), text);
}

TEST(Lock, HoldsNoWordOfADocument) {
    Desk desk(kLockCode);
    desk.put("protocol", "geheim\ngeheim\n");
    desk.put("bijlage", "geheim\n");
    desk.record();
    EXPECT_EQ(emit::lockJson(desk.lock).find("geheim"), std::string::npos);
}

TEST(Lock, ProtocolsStandInOrderOfTheirFiles) {
    Lock lock;
    lock.protocols = {{"z.meld", "a", {}}, {"a.meld", "z", {}}, {"a.meld", "b", {}}};
    const std::string text = emit::lockJson(lock);
    EXPECT_LT(text.find("\"b\""), text.find("\"z\""));
    EXPECT_LT(text.find("a.meld"), text.find("z.meld"));
}

std::string codeOf(const std::string& text) {
    const emit::ReadLock read = emit::readLockJson(text, "meld.lock");
    EXPECT_NE(read.lock.has_value(), read.error.has_value());
    return read.error ? std::string(diagnostics::info(read.error->id).code) : "";
}

TEST(Lock, WhatMeldcDidNotWriteIsRefused) {
    EXPECT_EQ(codeOf(R"({"meld_lock": 1, "protocols": []})"), "");
    EXPECT_EQ(codeOf(""), "MC6003");
    EXPECT_EQ(codeOf("{"), "MC6003");
    EXPECT_EQ(codeOf("[]"), "MC6003");
    EXPECT_EQ(codeOf(R"({"protocols": []})"), "MC6003");
    EXPECT_EQ(codeOf(R"({"meld_lock": 1})"), "MC6003");
    EXPECT_EQ(codeOf(R"({"meld_lock": 2, "protocols": []})"), "MC6004");
    EXPECT_EQ(codeOf(R"({"meld_lock": "1"})"), "MC6004");
    EXPECT_EQ(codeOf(R"({"meld_lock": 1, "protocols": [7]})"), "MC6003");
    EXPECT_EQ(codeOf(std::string(200, '[') + std::string(200, ']')), "MC6003");
}

TEST(Lock, EveryMemberOfADocumentIsLookedAt) {
    const std::string good = emit::lockJson(recordedDesk().lock);
    ASSERT_EQ(codeOf(good), "");
    for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
             {"\"lines\": 11", "\"lines\": -1"},
             {"\"lines\": 11", "\"lines\": 99999999999"},
             {"\"sha256\": \"", "\"sha256\": \"x"},
             {"\"10-11\": \"", "\"10-11\": \"x"},
             {"\"10-11\"", "\"11-10\""},
             {"\"10-11\"", "\"10-11x\""},
             {"\"10-11\"", "\"0-11\""},
             {"\"1\": \"", "\"0\": \""},
             {"\"name\": \"protocol\"", "\"name\": 1"},
             {"\"paragraph\": 2", "\"paragraph\": \"2\""},
             {"\"digest\": \"", "\"digest\": \"x"},
             {"\"headings\": [", "\"headings\": 1, \"anders\": ["},
             {"\"passages\": {", "\"passages\": 1, \"anders\": {"},
             {"\"documents\": [", "\"documents\": 1, \"anders\": ["}}) {
        std::string bad = good;
        ASSERT_NE(bad.find(from), std::string::npos) << from;
        bad.replace(bad.find(from), from.size(), to);
        EXPECT_EQ(codeOf(bad), "MC6003") << to;
    }
}

} // namespace
} // namespace meldc::evidence::test
