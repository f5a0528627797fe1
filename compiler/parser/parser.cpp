#include "parser/parser.h"

#include "diagnostics/wording.h"
#include "parser/build.h"
#include "parser/lexing.h"

#include "MeldLexer.h"

#include <utility>

namespace meldc::parser {

using diagnostics::Diag;
using diagnostics::make;

syntax::Document parse(const support::SourceFile& file, support::FileId id, diagnostics::Sink& sink) {
    std::vector<SourceToken> tokens = lex(file.text());
    VectorTokenStream stream(tokens);
    grammar::MeldParser parser(&stream);
    parser.removeErrorListeners();
    parser.getInterpreter<antlr4::atn::ParserATNSimulator>()->setPredictionMode(
        antlr4::atn::PredictionMode::SLL);
    parser.setErrorHandler(std::make_shared<antlr4::BailErrorStrategy>());
    const Build build{file.text(), id, sink};
    try {
        return buildDocument(build, parser.document());
    } catch (const antlr4::ParseCancellationException&) {
        const auto& token = stream.at(stream.index());
        sink.add(make<Diag::UnexpectedToken>(support::Span{id, token.begin(), token.end()},
                                             diagnostics::quoted(token.view()),
                                             diagnostics::wording(diagnostics::Wording::AStatement)));
        return {};
    }
}

std::optional<syntax::Requirement> parseRequirement(const support::SourceFile& file,
                                                    support::FileId id, diagnostics::Sink& sink) {
    std::vector<SourceToken> tokens = lex(file.text());
    VectorTokenStream stream(tokens);
    grammar::MeldParser parser(&stream);
    parser.removeErrorListeners();
    parser.setErrorHandler(std::make_shared<antlr4::BailErrorStrategy>());
    const Build build{file.text(), id, sink};
    try {
        return requirementOf(build, parser.loneRequirement()->requirement());
    } catch (const antlr4::ParseCancellationException&) {
        const auto& token = stream.at(stream.index());
        sink.add(make<Diag::UnexpectedToken>(support::Span{id, token.begin(), token.end()},
                                             diagnostics::quoted(token.view()),
                                             diagnostics::wording(diagnostics::Wording::AStatement)));
        return std::nullopt;
    }
}

std::vector<Token> tokens(const support::SourceFile& file, support::FileId id, diagnostics::Sink& /*sink*/) {
    std::vector<Token> result;
    std::vector<SourceToken> all = lex(file.text());
    all.pop_back();
    grammar::MeldLexer lexer(nullptr);
    for (const SourceToken& token : all) {
        (void)lexer;
        result.push_back({"", std::string(token.view()), {id, token.begin(), token.end()}});
    }
    return result;
}

} // namespace meldc::parser
