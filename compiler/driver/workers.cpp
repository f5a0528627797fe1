#include "driver/workers.h"

#include "driver/output_files.h"
#include "pipeline/files.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace meldc::driver {

namespace {

/// After this many pieces a process makes room for a new one, so that what it cannot give back
/// never adds up.
constexpr std::size_t kPiecesOfOneProcess = 250;

/// Ends a child at once: what its parent had not written yet must not be written twice.
constexpr int kDoneWell = 0;

/// Reads exactly `size` bytes; false when the other side is gone before.
bool readAll(int descriptor, void* bytes, std::size_t size) {
    auto* at = static_cast<char*>(bytes);
    while (size > 0) {
        const ssize_t count = ::read(descriptor, at, size);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            return false;
        }
        at += count;
        size -= static_cast<std::size_t>(count);
    }
    return true;
}

bool sendNumber(int descriptor, std::uint64_t number) {
    return writeAll(descriptor, {reinterpret_cast<const char*>(&number), sizeof number}) == 0;
}

/// A process and the piece of work that it has.
struct Worker {
    pid_t process = -1;
    int descriptor = -1;
    std::size_t number = 0;
    std::size_t pieces = 0;
    bool isBusy = false;
};

class Division {
public:
    Division(std::size_t count, std::size_t jobs, const StopSignals& signals,
             const std::function<std::string(std::size_t)>& work,
             const std::function<void(WorkDone)>& done)
        : count_(count), work_(work), done_(done), signals_(signals),
          workers_(std::min(count, jobs)) {}
    Division(const Division&) = delete;
    Division& operator=(const Division&) = delete;
    ~Division() {
        for (Worker& worker : workers_) {
            if (worker.process > 0 && worker.isBusy) {
                ::kill(worker.process, SIGKILL);
            }
            end(worker);
        }
    }

    WorkEnd run() {
        WorkEnd result;
        for (Worker& worker : workers_) {
            if (result.error = give(worker); result.error != 0) {
                return result;
            }
        }
        while (isAnyBusy()) {
            std::vector<pollfd> watched{{signals_.descriptor(), POLLIN, 0}};
            for (const Worker& worker : workers_) {
                watched.push_back({worker.isBusy ? worker.descriptor : -1, POLLIN, 0});
            }
            if (::poll(watched.data(), watched.size(), -1) < 0 && errno != EINTR) {
                result.error = errno;
                return result;
            }
            if (watched.front().revents != 0) {
                result.isStopped = true;
                return result;
            }
            for (std::size_t i = 0; i < workers_.size(); ++i) {
                if (watched[i + 1].revents != 0) {
                    take(workers_[i]);
                    if (result.error = give(workers_[i]); result.error != 0) {
                        return result;
                    }
                }
            }
        }
        return result;
    }

private:
    [[nodiscard]] bool isAnyBusy() const {
        return std::any_of(workers_.begin(), workers_.end(),
                           [](const Worker& worker) { return worker.isBusy; });
    }

    /// Gives a worker the next piece, if there is one. Returns the number of an error.
    int give(Worker& worker) {
        if (worker.pieces == kPiecesOfOneProcess || next_ == count_) {
            end(worker);
        }
        if (next_ == count_) {
            return 0;
        }
        if (worker.process < 0) {
            if (const int error = start(worker); error != 0) {
                return error;
            }
        }
        worker.number = next_++;
        worker.isBusy = true;
        ++worker.pieces;
        // One that is gone already is noticed where its answer is read.
        (void)sendNumber(worker.descriptor, worker.number);
        return 0;
    }

    int start(Worker& worker) {
        int both[2] = {-1, -1};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, both) != 0) {
            return errno;
        }
        const pid_t process = ::fork();
        if (process < 0) {
            const int error = errno;
            ::close(both[0]);
            ::close(both[1]);
            return error;
        }
        if (process == 0) {
            // The other ends belong to the parent: held open here, nobody would notice its end.
            ::close(both[0]);
            for (const Worker& other : workers_) {
                if (other.descriptor >= 0) {
                    ::close(other.descriptor);
                }
            }
            serve(both[1]);
        }
        ::close(both[1]);
        worker = {process, both[0], 0, 0, false};
        return 0;
    }

    [[noreturn]] void serve(int descriptor) const {
        signals_.restore();
        try {
            std::uint64_t number = 0;
            while (readAll(descriptor, &number, sizeof number)) {
                const std::string answer = work_(number);
                if (!sendNumber(descriptor, answer.size()) || writeAll(descriptor, answer) != 0) {
                    break;
                }
            }
        } catch (...) {
            // Let go on, it would unwind what belongs to the parent: files would be removed twice.
            std::abort();
        }
        ::_exit(kDoneWell);
    }

    void take(Worker& worker) {
        WorkDone result;
        result.number = worker.number;
        std::uint64_t size = 0;
        if (readAll(worker.descriptor, &size, sizeof size)) {
            std::string answer(size, '\0');
            if (readAll(worker.descriptor, answer.data(), size)) {
                result.answer = std::move(answer);
            }
        }
        worker.isBusy = false;
        if (!result.answer) {
            result.signal = end(worker);
        }
        done_(std::move(result));
    }

    /// Takes leave of a worker that has nothing to do or is gone; the signal that ended it, if any.
    static int end(Worker& worker) {
        if (worker.process < 0) {
            return 0;
        }
        ::close(worker.descriptor);
        int status = 0;
        while (::waitpid(worker.process, &status, 0) < 0 && errno == EINTR) {
        }
        worker = {};
        return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    }

    std::size_t count_;
    const std::function<std::string(std::size_t)>& work_;
    const std::function<void(WorkDone)>& done_;
    const StopSignals& signals_;
    std::vector<Worker> workers_;
    std::size_t next_ = 0;
};

} // namespace

WorkEnd divideWork(std::size_t count, std::size_t jobs, const StopSignals& signals,
                   const std::function<std::string(std::size_t)>& work,
                   const std::function<void(WorkDone)>& done) {
    return Division(count, std::max<std::size_t>(jobs, 1), signals, work, done).run();
}

std::size_t cores() {
    const long count = ::sysconf(_SC_NPROCESSORS_ONLN);
    return count < 1 ? 1 : static_cast<std::size_t>(count);
}

} // namespace meldc::driver
