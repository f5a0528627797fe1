// libFuzzer target for the parser alone, many times faster than the whole of `check`: any bytes give
// a tree and a bounded number of messages; what is read without a message can be printed, and the
// print is read again to the same print.

#include "parser/parser.h"
#include "support/limits.h"
#include "syntax/printer.h"

#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using namespace meldc;

struct Outcome {
    std::string print;
    std::size_t messages = 0;
};

Outcome read(std::string text) {
    support::SourceMap sources;
    diagnostics::Sink sink;
    const support::FileId id = sources.add("input.meld", std::move(text));
    const syntax::Document document = parser::parse(sources.file(id), id, sink);
    const std::size_t size = sources.file(id).text().size();
    for (const diagnostics::Diagnostic& diagnostic : sink.all()) {
        if (diagnostic.span.begin > diagnostic.span.end || diagnostic.span.end > size) {
            std::abort();
        }
    }
    if (sink.all().size() > support::kMaxErrorsPerFile + 1) {
        std::abort();
    }
    return {syntax::print(document), sink.all().size()};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const Outcome first = read(std::string(reinterpret_cast<const char*>(data), size));
    if (first.messages == 0) {
        const Outcome second = read(first.print);
        if (second.messages != 0 || second.print != first.print) {
            std::abort();
        }
    }
    return 0;
}
