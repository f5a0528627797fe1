#include "parser/parser.h"

#include "parser/build.h"
#include "parser/lexing.h"
#include "parser/reading.h"
#include "parser/text_checks.h"
#include "syntax/placement.h"

#include <algorithm>
#include <utility>

namespace meldc::parser {

using diagnostics::Diag;
using diagnostics::make;
using grammar::MeldParser;

namespace {

/// Where a unit's name is left out, its title is taken for the name, and a title is missed.
bool isTitleTakenForName(const Messages& messages, std::string_view text) {
    return std::any_of(messages.all().begin(), messages.all().end(), [&](const diagnostics::Diagnostic& each) {
        return each.id == Diag::MissingLabel && each.span.begin < text.size() && text[each.span.begin] == '"';
    });
}

/// Whether what stands here in the middle of a line was only taken for a statement because it goes on
/// in the next one, of which a mistake was told: `… bij twijfel`, and below it a line that lost its
/// first word.
bool isRestOfAMistake(support::Span span, std::string_view text, const Messages& messages) {
    const std::size_t lineEnd = text.find('\n', span.begin);
    const std::size_t before = text.find_last_not_of(" \t", span.begin == 0 ? 0 : span.begin - 1);
    if (lineEnd == std::string_view::npos || before == std::string_view::npos ||
        std::string_view("\n{}").find(text[before]) != std::string_view::npos) {
        return false;
    }
    const std::size_t nextEnd = text.find('\n', lineEnd + 1);
    return std::any_of(messages.all().begin(), messages.all().end(), [&](const diagnostics::Diagnostic& each) {
        return lineEnd < each.span.begin && each.span.begin < nextEnd;
    });
}

/// The lines of the text on which something stands that was told.
std::vector<support::Span> faultyLines(std::string_view text, const Messages& messages) {
    std::vector<support::Span> lines;
    for (const diagnostics::Diagnostic& each : messages.all()) {
        const std::size_t before = each.span.begin == 0 ? std::string_view::npos : text.rfind('\n', each.span.begin - 1);
        const std::size_t after = text.find('\n', each.span.end);
        lines.push_back({each.span.file,
                         before == std::string_view::npos ? 0 : static_cast<std::uint32_t>(before + 1),
                         static_cast<std::uint32_t>(std::min(after, text.size()))});
    }
    return lines;
}

syntax::Document read(const support::SourceFile& file, support::FileId id, Messages& messages) {
    syntax::Document nothing;
    nothing.file = id;
    nothing.isReadable = false;
    if (!isReadable(file, id, messages)) {
        return nothing;
    }
    Reading reading(file, id, messages);
    if (!reading.isReadable()) {
        return nothing;
    }
    if (reading.isEmpty()) {
        if (messages.isEmpty()) {
            messages.add(make<Diag::EmptyFile>(support::Span{id, 0, 0}));
        }
        return nothing;
    }
    MeldParser::DocumentContext* context = reading.run(&MeldParser::document);
    syntax::Document document = buildDocument(reading.builder(), context);
    document.unread = reading.unread();
    document.missesNames = reading.missesNames() || isTitleTakenForName(messages, file.text());
    for (diagnostics::Diagnostic& misplaced : syntax::removeMisplaced(document)) {
        if (!isRestOfAMistake(misplaced.span, file.text(), messages)) {
            messages.add(std::move(misplaced));
        }
    }
    document.faults = faultyLines(file.text(), messages);
    return document;
}

} // namespace

syntax::Document parse(const support::SourceFile& file, support::FileId id, diagnostics::Sink& sink) {
    Messages messages;
    syntax::Document document = read(file, id, messages);
    messages.moveTo(sink);
    return document;
}

std::optional<syntax::Requirement> parseRequirement(const support::SourceFile& file,
                                                    support::FileId id, diagnostics::Sink& sink) {
    Messages messages;
    std::optional<syntax::Requirement> requirement;
    if (isReadable(file, id, messages)) {
        Reading reading(file, id, messages);
        if (reading.isReadable()) {
            auto* context = reading.run(&MeldParser::loneRequirement);
            if (messages.isEmpty() && !context->exception) {
                requirement = requirementOf(reading.builder(), context->requirements());
            }
        }
    }
    if (!messages.isEmpty()) {
        requirement.reset();
    }
    messages.moveTo(sink);
    return requirement;
}

std::vector<Token> tokens(const support::SourceFile& file, support::FileId id, diagnostics::Sink& sink) {
    Messages messages;
    std::vector<Token> result;
    if (isReadable(file, id, messages)) {
        std::vector<SourceToken> all = lex(file.text());
        VectorTokenStream stream(all);
        const MeldParser names(&stream);
        for (const SourceToken& token : all) {
            if (token.getType() != antlr4::Token::EOF) {
                result.push_back({names.getVocabulary().getSymbolicName(token.getType()),
                                  std::string(token.view()),
                                  {id, token.begin(), token.end()}});
            }
        }
    }
    messages.moveTo(sink);
    return result;
}

} // namespace meldc::parser
