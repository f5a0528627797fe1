// Whole processes, from start to exit, and the stages inside one, on a real protocol.

#include "parser/parser.h"
#include "pipeline/stages.h"
#include "sema/sema.h"

#include <benchmark/benchmark.h>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern char** environ;

namespace {

using namespace meldc;

constexpr support::Date kDate{2026, 3, 1};
const std::string kProtocol = std::string(MELDC_SOURCE_DIR) + "/policies/innovo/protocol.meld";

/// Starts the program with its output thrown away and waits for it; the exit code.
int spawn(const std::vector<std::string>& arguments) {
    std::vector<char*> pointers;
    std::string program = MELDC_PROGRAM;
    pointers.push_back(program.data());
    std::vector<std::string> copies = arguments;
    for (std::string& argument : copies) {
        pointers.push_back(argument.data());
    }
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    const int error =
        posix_spawn(&child, program.c_str(), &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    int status = 0;
    if (error != 0 || waitpid(child, &status, 0) < 0) {
        return -1;
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void process(benchmark::State& state, const std::vector<std::string>& arguments) {
    for (auto _ : state) {
        const int code = spawn(arguments);
        if (code < 0 || code > 1) {
            state.SkipWithError("the program did not end as it should");
        }
    }
}

std::string readProtocol() {
    std::ifstream stream(kProtocol, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

void parseLibrary(benchmark::State& state) {
    for (auto _ : state) {
        support::SourceMap sources;
        diagnostics::Sink sink;
        benchmark::DoNotOptimize(
            pipeline::compileLibrary(sources, pipeline::embeddedLibrary(), sink));
    }
}

void parseProtocol(benchmark::State& state) {
    const std::string text = readProtocol();
    for (auto _ : state) {
        support::SourceMap sources;
        diagnostics::Sink sink;
        const support::FileId id = pipeline::addText(sources, kProtocol, text);
        benchmark::DoNotOptimize(parser::parse(sources.file(id), id, sink));
    }
}

/// Worlds, decisions, findings, norms and proofs, without reading anything.
void judgeProtocol(benchmark::State& state) {
    support::SourceMap sources;
    diagnostics::Sink sink;
    const model::Library library =
        pipeline::compileLibrary(sources, pipeline::embeddedLibrary(), sink);
    const std::string text = readProtocol();
    const support::FileId id = pipeline::addText(sources, kProtocol, text);
    const std::vector<syntax::Document> documents{parser::parse(sources.file(id), id, sink)};
    const model::Program program = sema::buildProgram(library, documents, sink);
    for (auto _ : state) {
        const pipeline::Analysis analysis =
            pipeline::analyse(program.library->vocabulary, program.protocols.front());
        benchmark::DoNotOptimize(pipeline::judge(program, analysis, kDate));
    }
}

} // namespace

int main(int argc, char** argv) {
    const auto inProcess = [](const char* name, std::vector<std::string> arguments) {
        benchmark::RegisterBenchmark(name, [arguments](benchmark::State& state) {
            process(state, arguments);
        })->Unit(benchmark::kMillisecond)->UseRealTime();
    };
    inProcess("process/start (--version)", {"--version"});
    inProcess("process/parse only (dump syntax)", {"dump", "--stage", "syntax", kProtocol});
    inProcess("process/check", {"check", kProtocol, "--date", kDate.str()});
    inProcess("process/prove", {"prove", kProtocol, "altijd melden bij disclosure"});
    benchmark::RegisterBenchmark("stage/library", parseLibrary)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("stage/parse", parseProtocol)->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("stage/judge", judgeProtocol)->Unit(benchmark::kMillisecond);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
