#pragma once

#include "diagnostics/sink.h"
#include "support/limits.h"

#include <cstddef>
#include <utility>
#include <vector>

namespace meldc::parser {

/// The messages about one file, up to support::kMaxErrorsPerFile. What comes after is only counted,
/// so that a file of garbage costs neither time nor memory.
class Messages {
public:
    /// Adds one, unless there are enough.
    void add(diagnostics::Diagnostic diagnostic) {
        if (all_.size() < support::kMaxErrorsPerFile) {
            all_.push_back(std::move(diagnostic));
        } else {
            wasCut_ = true;
        }
    }

    /// Whether there was one more than are told: reading on has no use.
    [[nodiscard]] bool isFull() const { return wasCut_; }
    [[nodiscard]] bool isEmpty() const { return all_.empty(); }
    [[nodiscard]] const std::vector<diagnostics::Diagnostic>& all() const { return all_; }

    /// Hands all of them on, by place; says at the end that there were more.
    void moveTo(diagnostics::Sink& sink) {
        if (all_.empty()) {
            return;
        }
        diagnostics::sortByPlace(all_);
        const support::Span last = all_.back().span;
        sink.add(std::move(all_));
        if (wasCut_) {
            sink.add(diagnostics::make<diagnostics::Diag::TooManyErrors>(last, support::kMaxErrorsPerFile));
        }
        all_.clear();
    }

private:
    std::vector<diagnostics::Diagnostic> all_;
    bool wasCut_ = false;
};

} // namespace meldc::parser
