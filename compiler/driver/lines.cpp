#include "driver/lines.h"

#include "driver/console.h"
#include "pipeline/files.h"
#include "support/limits.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace meldc::driver {

namespace {

using diagnostics::Diag;
using diagnostics::make;

constexpr std::size_t kLinePiece = std::size_t{64} * 1024;

diagnostics::Diagnostic told(const std::string& path, int error) {
    if (error == ENOENT) {
        return make<Diag::FileNotFound>({}, path);
    }
    return make<Diag::FileUnreadable>({}, path, pipeline::reasonOf(error));
}

} // namespace

LineReader::LineReader(const std::string& path) : path_(path) {
    if (path.empty() || path == pipeline::kStandardInput) {
        path_ = pipeline::kStandardInput;
        descriptor_ = STDIN_FILENO;
        return;
    }
    descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor_ < 0) {
        failure_ = told(path_, errno);
    }
}

LineReader::~LineReader() {
    if (descriptor_ > STDERR_FILENO) {
        ::close(descriptor_);
    }
}

bool LineReader::fill() {
    if (failure_ || isAtEnd_) {
        return false;
    }
    buffer_.resize(kLinePiece);
    at_ = 0;
    ssize_t count = 0;
    do {
        count = ::read(descriptor_, buffer_.data(), buffer_.size());
    } while (count < 0 && errno == EINTR);
    if (count < 0) {
        failure_ = told(path_, errno);
    }
    isAtEnd_ = count <= 0;
    buffer_.resize(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    return !isAtEnd_;
}

std::optional<std::string> LineReader::next() {
    std::string line;
    bool hasAny = false;
    lineEnd_ = {};
    while (at_ < buffer_.size() || fill()) {
        hasAny = true;
        const std::size_t end = std::min(buffer_.find('\n', at_), buffer_.size());
        const std::size_t most = support::kMaxFileBytes + 1;
        const std::size_t room = most - std::min(most, line.size());
        line.append(buffer_, at_, std::min(end - at_, room));
        at_ = end;
        if (end < buffer_.size()) {
            ++at_;
            lineEnd_ = "\n";
            break;
        }
    }
    if (!hasAny) {
        return std::nullopt;
    }
    ++number_;
    // Of a line that was cut the last letter is none of its end.
    if (line.ends_with('\r') && line.size() <= support::kMaxFileBytes) {
        line.pop_back();
        lineEnd_ = lineEnd_.empty() ? "\r" : "\r\n";
    }
    return line;
}

} // namespace meldc::driver
