// Work in child processes: what goes wrong in one stays there, and signals are heard or left alone.

#include "driver/workers.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <unistd.h>

namespace meldc::driver {
namespace {

namespace fs = std::filesystem;

/// Leaves a mark when it goes: what a child must not do for its parent.
class Keeper {
public:
    explicit Keeper(fs::path mark) : mark_(std::move(mark)) { fs::remove(mark_); }
    Keeper(const Keeper&) = delete;
    Keeper& operator=(const Keeper&) = delete;
    ~Keeper() { std::ofstream(mark_) << "gone"; }
    [[nodiscard]] bool isMarked() const { return fs::exists(mark_); }

private:
    fs::path mark_;
};

fs::path markFor(const std::string& name) {
    return fs::temp_directory_path() / ("meldc-" + name + "-" + std::to_string(::getpid()));
}

TEST(Workers, AnExceptionInAChildEndsThatChildOnly) {
    const pid_t parent = ::getpid();
    const fs::path mark = markFor("keeper");
    {
        const Keeper keeper(mark);
        const StopSignals signals;
        std::size_t answers = 0;
        std::size_t losses = 0;
        try {
            (void)divideWork(
                3, 1, signals,
                [](std::size_t number) -> std::string {
                    if (number == 1) {
                        throw std::runtime_error("one piece");
                    }
                    return "fine";
                },
                [&](const WorkDone& done) { ++(done.answer ? answers : losses); });
        } catch (const std::exception&) {
            // A child that got here would go on as if it were the parent.
        }
        if (::getpid() != parent) {
            return;
        }
        EXPECT_EQ(answers, 2U);
        EXPECT_EQ(losses, 1U);
        EXPECT_FALSE(keeper.isMarked());
    }
    fs::remove(mark);
}

/// Whether work stops when a child sends its parent a signal.
bool isStoppedBy(int signal) {
    const StopSignals signals;
    const pid_t parent = ::getpid();
    const WorkEnd end = divideWork(
        2, 1, signals,
        [&](std::size_t) {
            ::kill(parent, signal);
            return std::string("done");
        },
        [](const WorkDone&) {});
    EXPECT_EQ(end.error, 0);
    EXPECT_EQ(end.isStopped, signals.isAsked());
    // It must not act on the test.
    struct sigaction before {};
    ::sigaction(signal, nullptr, &before);
    if (signals.isAsked()) {
        sigset_t only{};
        ::sigemptyset(&only);
        ::sigaddset(&only, signal);
        int taken = 0;
        ::sigwait(&only, &taken);
    }
    return end.isStopped;
}

TEST(Workers, ASignalToStopIsHeard) {
    EXPECT_TRUE(isStoppedBy(SIGHUP));
    EXPECT_TRUE(isStoppedBy(SIGTERM));
}

TEST(Workers, WhatIsIgnoredAlreadyStaysSo) {
    // As nohup does.
    const auto before = std::signal(SIGHUP, SIG_IGN);
    EXPECT_FALSE(isStoppedBy(SIGHUP));
    (void)std::signal(SIGHUP, before);
}

} // namespace
} // namespace meldc::driver
