// Waivers: where they may stand and what they must say.

#include <gtest/gtest.h>

#include "fixture.h"
#include "parser/parser.h"
#include "sema/sema.h"

namespace meldc::test {
namespace {

using Codes = std::vector<std::string>;

constexpr const char* kNorm =
    "norm H1 \"N\" { laag huis eis er is een stap bericht nl \"b\" en \"m\" }\n";
constexpr const char* kDecided = "besloten door \"bestuur\" op 2025-12-01 ";
constexpr const char* kReason = "reden \"anders geregeld\" ";
constexpr const char* kValid = "geldig van 2026-01-01 tot en met 2026-12-31 ";

std::string waiver(const std::string& items, const std::string& head = "H1 voor a") {
    return "ontheffing " + head + " { " + items + "}\n";
}
std::string whole() { return std::string(kReason) + kDecided + kValid; }

/// A protocol, and a file of waivers beside it.
Compiled compileTwo(const std::string& waivers) {
    Compiled result;
    const auto read = [&](const char* name, const std::string& text) {
        const auto file = result.sources.add(name, text);
        return parser::parse(result.sources.file(file), file, result.sink);
    };
    model::Library library = sema::buildLibrary({read("library.meld", kSmallLibrary)}, result.sink);
    std::vector<syntax::Document> documents;
    documents.push_back(read("protocol.meld", std::string(kNorm) + "meldcode a \"A\" { }\n"));
    documents.push_back(read("ontheffingen.meld", waivers));
    result.program = sema::buildProgram(std::move(library), documents, result.sink);
    return result;
}

TEST(Waivers, ResolveInAFileOfTheirOwn) {
    const Compiled compiled = compileTwo(waiver(whole()));
    ASSERT_EQ(compiled.codes(), Codes{});
    ASSERT_EQ(compiled.program.waivers.size(), 1U);
    const model::Waiver& found = compiled.program.waivers.front();
    EXPECT_EQ(found.norm, "H1");
    EXPECT_EQ(found.unit, "a");
    EXPECT_EQ(found.reason, "anders geregeld");
    EXPECT_EQ(found.decidedBy, "bestuur");
    EXPECT_EQ(found.decidedOn, *support::Date::parse("2025-12-01"));
    EXPECT_EQ(found.valid, (support::Period{support::Date::parse("2026-01-01"), support::Date::parse("2026-12-31")}));
    EXPECT_TRUE(found.isNormKnown && found.isUnitKnown);
}

TEST(Waivers, AreRefusedBesideAProtocolAndInALibrary) {
    EXPECT_EQ(compile(std::string(kNorm) + "meldcode a \"A\" { }\n" + waiver(whole())).codes(), Codes{"MC5020"});
    Compiled library;
    const auto file = library.sources.add("library.meld", std::string(kSmallLibrary) + waiver(whole()));
    const auto document = parser::parse(library.sources.file(file), file, library.sink);
    (void)sema::buildLibrary({document}, library.sink);
    EXPECT_EQ(library.codes(), Codes{"MC5020"});
}

TEST(Waivers, MissWhatIsLeftOutOnceEach) {
    EXPECT_EQ(compileTwo(waiver(std::string(kDecided) + kValid)).codes(), Codes{"MC5021"});
    EXPECT_EQ(compileTwo(waiver(std::string(kReason) + kValid)).codes(), Codes{"MC5021"});
    EXPECT_EQ(compileTwo(waiver(std::string(kReason) + kDecided)).codes(), (Codes{"MC5021", "MC5021"}));
    EXPECT_EQ(compileTwo(waiver(std::string(kReason) + kDecided + "geldig tot en met 2026-12-31 ")).codes(),
              Codes{"MC5021"});
    EXPECT_EQ(compileTwo(waiver(std::string(kReason) + kDecided + "geldig van 2026-01-01 ")).codes(), Codes{"MC5021"});
    EXPECT_EQ(compileTwo(waiver("reden \"\" " + std::string(kDecided) + kValid)).codes(), Codes{"MC5021"});
    EXPECT_EQ(compileTwo(waiver("")).codes(), (Codes{"MC5021", "MC5021", "MC5021", "MC5021"}));
    EXPECT_TRUE(compileTwo(waiver("")).program.waivers.empty());
}

TEST(Waivers, OneMistakeIsOneMessage) {
    // What could not be read is not missed besides.
    const Codes backwards = compileTwo(waiver(std::string(kReason) + kDecided +
                                              "geldig van 2026-12-31 tot en met 2026-01-01 ")).codes();
    EXPECT_EQ(backwards, Codes{"MC1020"});
    EXPECT_EQ(compileTwo(waiver("redn \"x\" " + std::string(kDecided) + kValid)).codes().size(), 1U);
    EXPECT_EQ(compileTwo(waiver(std::string(kReason) + "besloten door \"bestuur\" " + kValid)).codes().size(), 1U);
}

TEST(Waivers, OfUnknownNamesAreKeptAndMarked) {
    const Compiled compiled = compileTwo(waiver(whole(), "H11 voor a") + waiver(whole(), "H1 voor elders"));
    EXPECT_EQ(compiled.codes(), Codes{}) << "told when the protocol is judged";
    ASSERT_EQ(compiled.program.waivers.size(), 2U);
    EXPECT_FALSE(compiled.program.waivers[0].isNormKnown);
    EXPECT_TRUE(compiled.program.waivers[0].isUnitKnown);
    EXPECT_FALSE(compiled.program.waivers[1].isUnitKnown);
}

}  // namespace
}  // namespace meldc::test
