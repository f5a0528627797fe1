#include "diagnostics/sink.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace meldc::diagnostics {

namespace {

std::size_t placeKey(const Diagnostic& diagnostic) {
    constexpr std::size_t kMix = 0x9E3779B97F4A7C15ULL;
    std::size_t key = static_cast<std::size_t>(diagnostic.id);
    for (const std::size_t part :
         {diagnostic.span.file, diagnostic.span.begin, diagnostic.span.end}) {
        key = (key ^ part) * kMix;
    }
    return key;
}

} // namespace

bool Sink::add(Diagnostic diagnostic) {
    const std::size_t key = placeKey(diagnostic);
    const auto [first, last] = byPlace_.equal_range(key);
    const auto isSame = [&](const auto& entry) { return all_[entry.second] == diagnostic; };
    if (std::any_of(first, last, isSame)) {
        return false;
    }
    byPlace_.emplace(key, all_.size());
    ++counts_[static_cast<std::size_t>(diagnostic.severity)];
    all_.push_back(std::move(diagnostic));
    return true;
}

void Sink::add(std::vector<Diagnostic> diagnostics) {
    for (Diagnostic& diagnostic : diagnostics) {
        add(std::move(diagnostic));
    }
}

std::vector<Diagnostic> Sink::sorted() const {
    std::vector<Diagnostic> result = all_;
    sortByPlace(result);
    return result;
}

std::size_t Sink::count(Severity severity) const {
    return counts_[static_cast<std::size_t>(severity)];
}

void sortByPlace(std::vector<Diagnostic>& diagnostics) {
    std::stable_sort(diagnostics.begin(), diagnostics.end(), [](const auto& a, const auto& b) {
        return std::tie(a.span.file, a.span.begin, a.id) <
               std::tie(b.span.file, b.span.begin, b.id);
    });
}

} // namespace meldc::diagnostics
