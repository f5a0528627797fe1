// libFuzzer target for the parser alone, many times faster than the whole of `check`: any bytes give
// a tree and a bounded number of messages; what is read without a message can be printed, and the
// print is read again to the same print; so it is in canonical layout, which is its own layout.

#include "parser/parser.h"
#include "support/limits.h"
#include "syntax/layout.h"
#include "syntax/printer.h"

#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using namespace meldc;

struct Outcome {
    std::string print;
    /// In canonical layout; empty when there are messages.
    std::string laid;
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
    diagnostics::Sink again;
    const auto outline = parser::outline(sources.file(id), id, again);
    if (outline.has_value() != again.isEmpty()) {
        std::abort();
    }
    return {syntax::print(document), outline ? syntax::layOut(sources.file(id).text(), *outline) : "",
            sink.all().size()};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const Outcome first = read(std::string(reinterpret_cast<const char*>(data), size));
    if (first.messages == 0) {
        const Outcome second = read(first.print);
        if (second.messages != 0 || second.print != first.print) {
            std::abort();
        }
        const Outcome laid = read(first.laid);
        if (laid.messages != 0 || laid.print != first.print || laid.laid != first.laid) {
            std::abort();
        }
    }
    return 0;
}
