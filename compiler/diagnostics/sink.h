#pragma once

#include "diagnostics/diagnostic.h"

#include <array>
#include <cstddef>
#include <unordered_map>
#include <vector>

namespace meldc::diagnostics {

/// Collects diagnostics. A diagnostic that equals one already there is left out.
class Sink {
public:
    /// Adds one; returns whether it was new.
    bool add(Diagnostic diagnostic);
    /// Adds all of them, in order.
    void add(std::vector<Diagnostic> diagnostics);

    /// In the order in which they were added.
    [[nodiscard]] const std::vector<Diagnostic>& all() const { return all_; }
    /// By file, place and id; equal ones in the order in which they were added.
    [[nodiscard]] std::vector<Diagnostic> sorted() const;
    /// How many have this severity.
    [[nodiscard]] std::size_t count(Severity severity) const;
    [[nodiscard]] bool hasErrors() const { return count(Severity::Error) > 0; }
    [[nodiscard]] bool isEmpty() const { return all_.empty(); }

private:
    std::vector<Diagnostic> all_;
    std::array<std::size_t, 4> counts_{};
    /// Indices in all_ by a key of place and id, so that adding stays cheap.
    std::unordered_multimap<std::size_t, std::size_t> byPlace_;
};

/// Sorts by file, place and id, keeping the order of equal ones.
void sortByPlace(std::vector<Diagnostic>& diagnostics);

} // namespace meldc::diagnostics
