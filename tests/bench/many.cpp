// The report of many protocols: time, memory, processes, and the slowest stage. Figures are printed
// and never asserted; that the run does what it should is.
//
//   meldc_many COUNT FOLDER [SEED]

#include "bench/generator.h"
#include "emit/inspection/inspection.h"
#include "emit/matrix/statement_sketch.h"
#include "parser/parser.h"
#include "pipeline/stages.h"
#include "sema/sema.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

extern char** environ;

namespace {

namespace fs = std::filesystem;
using namespace meldc;

constexpr support::Date kDate{2026, 3, 1};

double secondsSince(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// The most memory that a process has had so far, in kB; 0 when it is gone.
std::size_t peakOf(pid_t process) {
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) {
            return std::strtoull(line.c_str() + 6, nullptr, 10);
        }
    }
    return 0;
}

std::vector<pid_t> childrenOf(pid_t process) {
    const std::string id = std::to_string(process);
    std::ifstream list("/proc/" + id + "/task/" + id + "/children");
    return {std::istream_iterator<pid_t>(list), {}};
}

struct Run {
    int exitCode = -1;
    double seconds = 0;
    /// Of the process that gathers, and the largest of those that judge; kB.
    std::size_t gatherer = 0;
    std::size_t worker = 0;
};

Run report(const fs::path& folder, const fs::path& out, std::size_t jobs,
           const std::string& products) {
    std::vector<std::string> words{MELDC_PROGRAM, "report", folder, "--out", out, "--date",
                                   kDate.str(),   "--jobs", std::to_string(jobs), "--quiet"};
    if (!products.empty()) {
        words.insert(words.end(), {"--emit", products});
    }
    std::vector<char*> pointers;
    for (std::string& word : words) {
        pointers.push_back(word.data());
    }
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    const auto begin = std::chrono::steady_clock::now();
    pid_t child = 0;
    Run run;
    if (posix_spawn(&child, pointers[0], &actions, nullptr, pointers.data(), environ) != 0) {
        return run;
    }
    posix_spawn_file_actions_destroy(&actions);
    int status = 0;
    while (waitpid(child, &status, WNOHANG) == 0) {
        run.gatherer = std::max(run.gatherer, peakOf(child));
        for (const pid_t each : childrenOf(child)) {
            run.worker = std::max(run.worker, peakOf(each));
        }
        usleep(20'000);
    }
    run.seconds = secondsSince(begin);
    run.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return run;
}

std::string readText(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

/// Seconds that each stage takes over some of the files that compile.
std::map<std::string, double> stages(const fs::path& folder, std::size_t most) {
    support::SourceMap library;
    diagnostics::Sink sink;
    const auto texts = pipeline::embeddedLibrary();
    const model::Library norms = pipeline::compileLibrary(library, texts, sink);
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.path().extension() == ".meld") {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    std::map<std::string, double> result;
    auto mark = std::chrono::steady_clock::now();
    const auto stage = [&](const std::string& name) {
        result[name] += secondsSince(mark);
        mark = std::chrono::steady_clock::now();
    };
    std::size_t done = 0;
    for (const fs::path& file : files) {
        const std::string text = readText(file);
        // What follows a model is loaded with it by the program alone.
        if (text.find("  volgt ") != std::string::npos || done == most) {
            continue;
        }
        support::SourceMap sources = library;
        diagnostics::Sink messages;
        mark = std::chrono::steady_clock::now();
        const support::FileId id = pipeline::addText(sources, file.string(), text);
        const std::vector<syntax::Document> documents{
            parser::parse(sources.file(id), id, messages)};
        stage("parse");
        model::Program program = sema::buildProgram(norms, documents, messages);
        stage("resolve");
        if (messages.hasErrors() || program.protocols.empty()) {
            continue;
        }
        model::Protocol& protocol = program.protocols.front();
        protocol.asOf = kDate;
        const pipeline::Analysis analysis = pipeline::analyse(program.library->vocabulary, protocol);
        stage("decision");
        const baseline::ProtocolReport judged = pipeline::judge(program, analysis, kDate);
        stage("judge");
        emit::InspectionInput input;
        input.sources = &sources;
        input.date = kDate;
        input.checked = {{&*program.library, file.string(), ""},
                         &judged,
                         baseline::currencyFor(program.library, protocol, kDate),
                         nullptr};
        const emit::Inspection inspection(input);
        (void)emit::inspectionPage(inspection, support::Language::Dutch);
        stage("page");
        (void)emit::sketchOf(sources, protocol, program.library->vocabulary);
        stage("sketch");
        ++done;
    }
    return result;
}

int fail(const std::string& why) {
    std::fprintf(stderr, "%s\n", why.c_str());
    return 1;
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        return fail("usage: meldc_many COUNT FOLDER [SEED]");
    }
    const std::size_t count = std::strtoull(argv[1], nullptr, 10);
    const fs::path root = argv[2];
    const std::size_t seed = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 1;
    const fs::path policies = fs::path(MELDC_SOURCE_DIR) / "policies";
    fs::remove_all(root);
    const bench::Generated all = bench::generate(count, seed, policies, root / "all");
    const bench::Generated tenth =
        bench::generate(std::max<std::size_t>(count / 10, 1), seed, policies, root / "tenth");
    std::printf("%zu protocols, %zu of them spoilt\n", all.files, all.broken);

    const Run small = report(root / "tenth", root / "out-tenth", 2, "");
    const Run one = report(root / "tenth", root / "out-one", 1, "");
    const Run large = report(root / "all", root / "out", 2, "");
    for (const Run* run : {&small, &one, &large}) {
        // What is spoilt ends with 2, and no other file may.
        if (run->exitCode != (run == &large || tenth.broken > 0 ? (all.broken > 0 ? 2 : 1)
                                                                : run->exitCode)) {
            return fail("a run ended with " + std::to_string(run->exitCode));
        }
    }
    const std::string json = readText(root / "out" / "matrix.json");
    const std::string expected = "\"broken\": " + std::to_string(all.broken);
    if (json.find(expected) == std::string::npos) {
        return fail("the matrix does not say " + expected);
    }
    if (readText(root / "out-one" / "matrix.json") != readText(root / "out-tenth" / "matrix.json")) {
        return fail("two processes give another matrix than one");
    }
    const auto perSecond = [](std::size_t files, const Run& run) {
        return static_cast<double>(files) / run.seconds;
    };
    std::printf("%zu protocols, 2 processes: %.1f s, %.1f a second\n", all.files, large.seconds,
                perSecond(all.files, large));
    std::printf("%zu protocols, 2 processes: %.1f s; 1 process: %.1f s; ratio %.2f\n",
                tenth.files, small.seconds, one.seconds, one.seconds / small.seconds);
    std::printf("memory: gathering %zu MB (%zu: %zu MB), judging %zu MB (%zu: %zu MB)\n",
                large.gatherer / 1024, tenth.files, small.gatherer / 1024, large.worker / 1024,
                tenth.files, small.worker / 1024);
    std::printf("memory a protocol: %.1f kB\n",
                (static_cast<double>(large.gatherer) - static_cast<double>(small.gatherer)) /
                    static_cast<double>(std::max<std::size_t>(all.files - tenth.files, 1)));
    const auto times = stages(root / "all", 100);
    double sum = 0;
    for (const auto& [name, seconds] : times) {
        sum += seconds;
    }
    for (const auto& [name, seconds] : times) {
        std::printf("stage %-8s %3.0f%%\n", name.c_str(), 100 * seconds / sum);
    }
    return 0;
}
