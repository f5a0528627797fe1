#include "driver/unified_diff.h"

// The header counts on what these bring.
#include <algorithm>
#include <iostream>
#include <list>
#include <map>
#include <set>
#include <sstream>
#include <vector>

#include <dtl/dtl.hpp>

namespace meldc::driver {

namespace {

/// What programs that read such a text expect behind a last line without an end.
constexpr std::string_view kNoLineEnd = "\n\\ No newline at end of file";

std::vector<std::string> linesOf(std::string_view text) {
    const bool isEnded = text.empty() || text.ends_with('\n');
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (!isEnded) {
        lines.back() += kNoLineEnd;
    }
    return lines;
}

} // namespace

std::string unifiedDiff(std::string_view before, std::string_view after, std::string_view path) {
    if (before == after) {
        return {};
    }
    dtl::Diff<std::string> diff(linesOf(before), linesOf(after));
    // Many changes are looked for in parts: memory stays bounded.
    diff.onHuge();
    diff.compose();
    diff.composeUnifiedHunks();
    std::ostringstream out;
    out << "--- " << path << "\n+++ " << path << "\n";
    diff.printUnifiedFormat(out);
    return out.str();
}

} // namespace meldc::driver
