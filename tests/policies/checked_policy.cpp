#include "checked_policy.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <regex>
#include <sstream>
#include <utility>

#include "parser/parser.h"
#include "sema/sema.h"

namespace meldc::test {

namespace {

std::string pathOf(const std::string& name, const std::string& file) {
    return std::string(MELDC_SOURCE_DIR) + "/policies/" + name + "/" + file;
}

/// The texts of a policy and of those that it uses, its own last.
std::vector<std::string> contentsOf(const std::string& name) {
    std::ifstream file(pathOf(name, "protocol.meld"));
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    EXPECT_FALSE(text.empty()) << name;
    std::vector<std::string> contents;
    const std::regex use("(?:^|\n)gebruik \"\\.\\./([a-z-]+)/protocol\\.meld\"");
    for (std::sregex_iterator each(text.begin(), text.end(), use), end; each != end; ++each) {
        for (std::string& used : contentsOf((*each)[1])) contents.push_back(std::move(used));
    }
    contents.push_back(text);
    return contents;
}

}  // namespace

CheckedPolicy& CheckedPolicy::of(const std::string& name, const std::string& date) {
    static std::map<std::pair<std::string, std::string>, std::unique_ptr<CheckedPolicy>> checked;
    auto& policy = checked[{name, date}];
    if (policy == nullptr) policy.reset(new CheckedPolicy(name, date));
    return *policy;
}

CheckedPolicy::CheckedPolicy(const std::string& name, const std::string& date) {
    const std::vector<std::string> contents = contentsOf(name);
    const model::Library library = pipeline::compileLibrary(sources_, pipeline::embeddedLibrary(), sink_);
    std::vector<pipeline::Text> texts;
    for (const std::string& each : contents) texts.push_back({"protocol.meld", each});
    result_ = pipeline::checkTexts(sources_, library, texts, *support::Date::parse(date), sink_);
    const auto& protocols = result_.program->protocols;
    const auto own = std::find_if(protocols.begin(), protocols.end(),
                                  [&](const model::Protocol& each) { return each.name == identifier(name); });
    at_ = static_cast<std::size_t>(own - protocols.begin());
}

const baseline::NormResult* CheckedPolicy::find(const std::string& norm) const {
    for (const baseline::NormResult& each : report().results) {
        if (each.norm->id == norm) return &each;
    }
    return nullptr;
}

emit::Answer CheckedPolicy::decide(const logic::Case& given) const {
    emit::Decider decider;
    decider.library = &library();
    decider.protocol = analysis().protocol;
    decider.worlds = &analysis().worlds;
    decider.selected = &analysis().selected;
    decider.decisions = &analysis().decisions;
    return emit::answer(decider, given);
}

baseline::ProveResult CheckedPolicy::prove(const std::string& requirement) {
    diagnostics::Sink sink;
    const auto file = sources_.add("requirement", requirement);
    const auto written = parser::parseRequirement(sources_.file(file), file, sink);
    EXPECT_TRUE(written.has_value()) << requirement;
    const auto resolved = sema::resolveRequirement(*written, vocabulary(), sink);
    EXPECT_TRUE(resolved.has_value()) << requirement;
    return pipeline::prove(library(), analysis(), *resolved);
}

std::string identifier(std::string name) {
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

std::vector<std::vector<std::string>> readTable(const std::string& name, const std::string& file) {
    std::ifstream stream(pathOf(name, file));
    EXPECT_TRUE(stream.is_open()) << file;
    std::vector<std::vector<std::string>> rows;
    std::string line;
    bool isHead = true;
    while (std::getline(stream, line)) {
        if (line.empty() || line.starts_with('#')) continue;
        if (std::exchange(isHead, false)) continue;
        std::vector<std::string> cells;
        std::istringstream parts(line);
        for (std::string cell; std::getline(parts, cell, '\t');) cells.push_back(cell);
        rows.push_back(std::move(cells));
    }
    return rows;
}

}  // namespace meldc::test
