#pragma once

#include "diagnostics/diagnostic.h"

#include <cstddef>
#include <optional>
#include <string>

namespace meldc::driver {

/// Reads a file line by line, however long it is; no more than one line is held.
class LineReader {
public:
    /// Opens `path` ("-": standard input); failure() tells when that is impossible.
    explicit LineReader(const std::string& path);
    ~LineReader();
    LineReader(const LineReader&) = delete;
    LineReader& operator=(const LineReader&) = delete;

    /// The next line without its line end (LF or CRLF); nothing at the end. Of a line longer than
    /// support::kMaxFileBytes only the beginning is given, with a byte more than that.
    [[nodiscard]] std::optional<std::string> next();
    /// Number of the line that was given last, from 1.
    [[nodiscard]] std::size_t number() const { return number_; }
    /// How the last line ended; empty: with the file.
    [[nodiscard]] std::string_view lineEnd() const { return lineEnd_; }
    /// Whether the next line must still be read from the file: who feeds us may be waiting for an
    /// answer.
    [[nodiscard]] bool isDrained() const { return at_ >= buffer_.size(); }
    /// Why reading stopped before the end, if it did.
    [[nodiscard]] const std::optional<diagnostics::Diagnostic>& failure() const { return failure_; }

private:
    bool fill();

    std::string path_;
    int descriptor_ = -1;
    std::string buffer_;
    std::size_t at_ = 0;
    std::size_t number_ = 0;
    bool isAtEnd_ = false;
    std::string_view lineEnd_;
    std::optional<diagnostics::Diagnostic> failure_;
};

} // namespace meldc::driver
