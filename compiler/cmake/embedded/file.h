#pragma once

#include <string_view>

namespace meldc::embedded {

/// One file that the binary carries: its path relative to the embedded folder (with '/'), and its
/// bytes, unchanged. Both live as long as the process. Tables of files are sorted by path, bytewise.
struct File {
    std::string_view path;
    std::string_view content;
};

} // namespace meldc::embedded
