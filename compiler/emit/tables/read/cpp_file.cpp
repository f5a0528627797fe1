#include "diagnostics/phrases.h"
#include "emit/tables/cpp.h"
#include "emit/tables/names.h"
#include "emit/tables/read/files.h"
#include "emit/tables/read/read_cpp.h"
#include "emit/words.h"
#include "support/sha256.h"

#include <algorithm>
#include <array>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;

/// What finds the row of a case and looks whether facts contradict each other is the same in every header; the tests
/// of the tables compile and run it. Who changes it runs these and puts the new hash here.
constexpr std::string_view kEngineSha256 = "5f69ca8052dddde28185dc274624030885c188b2bf5341d91bfe72b990e5145c";
constexpr std::string_view kEngineBegins = "namespace detail {\n";
constexpr std::string_view kEngineEnds = "} // namespace detail\n";

struct CppType {
    std::string_view name;
    std::array<std::optional<Word>, 4> words;
};
constexpr std::array<CppType, 4> kCppTypes{{{"Answer", {Word::No, Word::Doubt, Word::Yes}},
                                            {"Standing", {Word::No, Word::Must, Word::May, Word::Open}},
                                            {"Reply", {Word::No, Word::Doubt, Word::Yes, Word::Open}},
                                            {"Ban", {Word::No, Word::Yes, Word::Open}}}};

std::string cppTypeFor(PortableKind kind) {
    return kind == PortableKind::Consequence ? "Standing"
           : kind == PortableKind::Question  ? "Reply"
           : kind == PortableKind::Ban       ? "Ban"
                                             : "bool";
}

void sayCppProof(Said& said, const PortableDecision& portable, const PortableTable& table) {
    if (table.isConstant() || table.inputs.size() > kMostProvenFacts) {
        return;
    }
    said.say("isExact", table.id);
    const auto isInput = [&](std::size_t fact) {
        return std::find(table.inputs.begin(), table.inputs.end(), fact) != table.inputs.end();
    };
    for (const PortableBound& one : portable.bounds) {
        if (isInput(one.from) && isInput(one.to)) {
            said.say("isExact." + table.id, boundInWords(portable.facts[one.from].id, one.isFromNegated,
                                                         portable.facts[one.to].id, one.isToNegated));
        }
    }
}

Said saidOfCpp(const BuildInput& input, const PortableDecision& portable) {
    Said said;
    std::vector<std::string> comments;
    for (const std::string& line : portable.origin) {
        comments.push_back(" " + onOneLine(line));
    }
    for (const Phrase which :
         {Phrase::TableFacts, Phrase::TableStandings, Phrase::TableCppUse, Phrase::TableProven}) {
        comments.push_back(" " + onOneLine(phrase(which).nl));
    }
    said.sayAll("//", comments);
    said.say("guard", "MELDC_TABLES_" + input.modelSha256.substr(0, 16));
    said.say("namespace", "meldc_" + PortableNames().take(input.decider.protocol->name));
    said.say("kModelSha256", input.modelSha256);
    for (const CppType& type : kCppTypes) {
        std::vector<std::string> words;
        for (const std::optional<Word>& word : type.words) {
            if (word) {
                words.emplace_back(spelling(*word));
            }
        }
        said.sayAll(std::string(type.name), words);
    }
    std::vector<std::string> labels;
    std::vector<std::string> facts;
    for (const PortableFact& fact : portable.facts) {
        said.say("Facts." + fact.id, " " + onOneLine(fact.label));
        facts.push_back(fact.id);
        labels.push_back(fact.id + ": " + onOneLine(fact.label));
    }
    said.sayAll("given", facts);
    said.sayAll("kFactLabels", labels);
    labels.clear();
    for (const PortableTable& table : portable.tables) {
        said.say("Outcome." + table.id, " " + onOneLine(table.label));
        said.say("Outcome." + table.id + ".type", cppTypeFor(table.kind));
        labels.push_back(table.id + ": " + onOneLine(table.label));
        sayRows(said, portable, table, false);
        sayCppProof(said, portable, table);
    }
    said.sayAll("kOutcomeLabels", labels);
    said.say("bounds", "kBounds");
    for (const PortableBound& one : portable.bounds) {
        said.say("isConsistent", boundInWords(portable.facts[one.from].id, one.isFromNegated,
                                              portable.facts[one.to].id, one.isToNegated));
    }
    return said;
}

} // namespace

std::optional<ReadDifference> differenceInCpp(const BuildInput& input, const PortableDecision& portable,
                                              std::string_view text) {
    const std::size_t begin = text.find(kEngineBegins);
    const std::size_t end = text.find(kEngineEnds, std::min(begin, text.size()));
    const bool hasEngine = begin != text.npos && end != text.npos;
    const std::string_view engine =
        hasEngine ? text.substr(begin, end + kEngineEnds.size() - begin) : std::string_view();
    if (const std::string hash = support::sha256Hex(engine); hash != kEngineSha256) {
        return ReadDifference{"namespace detail, sha256", hash, std::string(kEngineSha256)};
    }
    std::string rest(text.substr(0, begin));
    rest += text.substr(end + kEngineEnds.size());
    Said found;
    if (const auto stop = readCpp(rest, found)) {
        return stop;
    }
    return differenceOf(saidOfCpp(input, portable), found);
}

} // namespace meldc::emit
