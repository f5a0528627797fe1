#include "driver/process.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace meldc::driver {

namespace {

/// Messages are short; what is longer is not shown anyway.
constexpr std::size_t kMostMessages = 65'536;

/// The two ends of a pipe, closed when they are not needed any more.
class Pipe {
public:
    Pipe() { isOpen_ = ::pipe2(ends_.data(), O_CLOEXEC) == 0; }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    ~Pipe() {
        closeEnd(0);
        closeEnd(1);
    }
    [[nodiscard]] bool isOpen() const { return isOpen_; }
    [[nodiscard]] int reading() const { return ends_[0]; }
    [[nodiscard]] int writing() const { return ends_[1]; }
    void closeEnd(std::size_t end) {
        if (ends_[end] >= 0) {
            ::close(ends_[end]);
            ends_[end] = -1;
        }
    }

private:
    std::array<int, 2> ends_{-1, -1};
    bool isOpen_ = false;
};

/// Reads what is there; false at the end.
bool readSome(int descriptor, std::string& into, std::size_t limit, bool& isCut) {
    std::array<char, 65536> buffer{};
    const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) {
        return true;
    }
    if (count <= 0) {
        return false;
    }
    into.append(buffer.data(), static_cast<std::size_t>(count));
    isCut = isCut || into.size() > limit;
    return true;
}

int start(const std::vector<std::string>& words, const Pipe& output, const Pipe& messages, pid_t& child) {
    std::vector<char*> arguments;
    for (const std::string& word : words) {
        // The interface predates const; it changes nothing.
        arguments.push_back(const_cast<char*>(word.c_str()));
    }
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    if (const int error = posix_spawn_file_actions_init(&actions); error != 0) {
        return error;
    }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output.writing(), STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, messages.writing(), STDERR_FILENO);
    const int error = posix_spawnp(&child, arguments.front(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

} // namespace

ProcessResult runProgram(const std::vector<std::string>& words, std::size_t limit) {
    ProcessResult result;
    Pipe output;
    Pipe messages;
    if (!output.isOpen() || !messages.isOpen()) {
        result.error = errno;
        return result;
    }
    pid_t child = 0;
    result.error = start(words, output, messages, child);
    if (result.error != 0) {
        return result;
    }
    output.closeEnd(1);
    messages.closeEnd(1);
    std::array<pollfd, 2> waiting{pollfd{output.reading(), POLLIN, 0}, pollfd{messages.reading(), POLLIN, 0}};
    bool isNoisy = false;
    while ((waiting[0].fd >= 0 || waiting[1].fd >= 0) && !result.isCut && !isNoisy) {
        if (::poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) {
            break;
        }
        if (waiting[0].revents != 0 && !readSome(waiting[0].fd, result.output, limit, result.isCut)) {
            waiting[0].fd = -1;
        }
        if (waiting[1].revents != 0 && !readSome(waiting[1].fd, result.messages, kMostMessages, isNoisy)) {
            waiting[1].fd = -1;
        }
    }
    if (result.isCut || isNoisy) {
        ::kill(child, SIGKILL);
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    result.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
    return result;
}

} // namespace meldc::driver
