// One mistake gives one message: in the complying code and in a waiver of it, each word in turn is
// left out, or another stands in its place.

#include <gtest/gtest.h>

#include <algorithm>

#include "noticing.h"
#include "parser/parser.h"
#include "pipeline/stages.h"
#include "sema/sema.h"

namespace meldc::mutation {
namespace {

constexpr const char* kCode = "policies/voorbeeld/protocol.meld";
constexpr const char* kWaiver = "ontheffing R44 voor voorbeeld {\n"
                                "  reden \"Het team leert dit eerst in een proef.\"\n"
                                "  besloten door \"college van bestuur\" op 2026-03-01\n"
                                "  geldig van 2026-03-01 tot en met 2027-07-31\n"
                                "}\n";

/// Both files with another text for one of them, and what is said of them.
class Reader {
public:
    Reader() {
        support::SourceMap sources;
        diagnostics::Sink sink;
        const auto texts = pipeline::embeddedLibrary();
        library_ = pipeline::compileLibrary(sources, texts, sink);
    }

    /// Each file with a sink of its own, as the program reads them.
    [[nodiscard]] std::vector<diagnostics::Diagnostic> errorsIn(const std::string& code, const std::string& waiver) const {
        support::SourceMap sources;
        std::vector<syntax::Document> documents;
        std::vector<diagnostics::Diagnostic> errors;
        const auto keep = [&](const diagnostics::Sink& sink) {
            for (const diagnostics::Diagnostic& each : sink.all()) {
                if (each.severity == diagnostics::Severity::Error) errors.push_back(each);
            }
        };
        for (const std::string& text : {code, waiver}) {
            diagnostics::Sink sink;
            const support::FileId file = pipeline::addText(sources, "text.meld", text);
            documents.push_back(parser::parse(sources.file(file), file, sink));
            keep(sink);
        }
        diagnostics::Sink sink;
        (void)sema::buildProgram(library_, documents, sink);
        keep(sink);
        return errors;
    }

private:
    model::Library library_;
};

std::string told(const std::vector<diagnostics::Diagnostic>& errors) {
    std::string codes;
    for (const diagnostics::Diagnostic& each : errors) codes += std::string(diagnostics::info(each.id).code) + " ";
    return codes;
}

std::vector<parser::Token> wordsOf(const std::string& text) {
    support::SourceMap sources;
    diagnostics::Sink sink;
    const support::FileId file = pipeline::addText(sources, "text.meld", text);
    return parser::tokens(sources.file(file), file, sink);
}

/// Calls `judge` with the text after each change, and what was changed.
template <class Judge>
void changeEachWord(const std::string& text, const Judge& judge) {
    for (const parser::Token& word : wordsOf(text)) {
        for (const char* instead : {"", "xyz"}) {
            std::string changed = text;
            changed.replace(word.span.begin, word.span.end - word.span.begin, instead);
            const auto line = 1 + std::count(text.begin(), text.begin() + word.span.begin, '\n');
            // An unknown word where a block should end: the word, and the end that is missing.
            const std::size_t most = word.text == "}" && *instead != '\0' ? 2 : 1;
            judge(changed, most, "line " + std::to_string(line) + ": `" + word.text + "` became `" + instead + "`");
        }
    }
}

/// Holds every change against what `errorsAfter` says of the changed text. At most `silent` changes may go
/// without a message: what is left is a code as well (another name, a `samen met` that lost its rest).
template <class ErrorsAfter>
void expectOneMessageEach(const std::string& text, std::size_t silent, const ErrorsAfter& errorsAfter) {
    ASSERT_EQ(told(errorsAfter(text)), "");
    std::size_t unnoticed = 0;
    changeEachWord(text, [&](const std::string& changed, std::size_t most, const std::string& what) {
        const auto errors = errorsAfter(changed);
        unnoticed += errors.empty() ? 1 : 0;
        EXPECT_LE(errors.size(), most) << what << ": " << told(errors);
    });
    EXPECT_LE(unnoticed, silent);
}

TEST(OneMistake, InACodeIsOneMessage) {
    const Reader reader;
    expectOneMessageEach(repositoryFile(kCode), 60, [&](const std::string& code) { return reader.errorsIn(code, kWaiver); });
}

TEST(OneMistake, InAWaiverIsOneMessage) {
    const Reader reader;
    expectOneMessageEach(kWaiver, 9, [&](const std::string& waiver) { return reader.errorsIn(repositoryFile(kCode), waiver); });
}

}  // namespace
}  // namespace meldc::mutation
