#include "parser/build.h"

#include "parser/lookalikes.h"
#include "parser/vetting.h"
#include "support/limits.h"
#include "support/utf8.h"

#include <algorithm>
#include <utility>

namespace meldc::parser {

using diagnostics::Diag;
using diagnostics::make;

namespace {

std::size_t tokenType(Keyword keyword) {
    return static_cast<std::size_t>(keyword) + 1;
}

/// The name behind a token, with the limits of names.
syntax::Name checkedName(const Build& build, const antlr4::Token* token) {
    syntax::Name name = textOf(build, token);
    if (name.text.empty()) {
        build.messages.add(make<Diag::EmptyName>(name.span));
    } else if (name.text.size() > support::kMaxNameBytes) {
        build.messages.add(make<Diag::NameTooLong>(name.span, support::kMaxNameBytes));
    }
    return name;
}

/// Without the mark at either end. A text that was mended may lack the one at its end, and may have
/// marks of more than one byte.
std::string_view withoutQuotes(std::string_view text) {
    text.remove_prefix(std::min(support::decode(text, 0).size, text.size()));
    if (text.ends_with('"')) {
        text.remove_suffix(1);
        return text;
    }
    const auto dropMark = [&](const auto& marks) {
        for (const std::string_view mark : marks) {
            if (text.ends_with(mark)) {
                text.remove_suffix(mark.size());
                return true;
            }
        }
        return false;
    };
    if (!dropMark(kCurlyQuotes)) {
        dropMark(kSingleQuotes);
    }
    return text;
}

syntax::Unit unitOf(const Build& build, antlr4::ParserRuleContext* context, bool isFramework) {
    auto* block = child<Grammar::BlockContext>(context);
    syntax::Unit unit;
    unit.isFramework = isFramework;
    unit.name = nameOf(build, child<Grammar::NameContext>(context));
    unit.label = titleOf(build, context, unit.name);
    unit.span = headSpan(build, context, block);
    unit.block = statementsOf(build, block);
    return unit;
}

void addDeclaration(const Build& build, Grammar::DeclarationContext* context,
                    syntax::Document& document) {
    if (auto* use = context->useDeclaration()) {
        const antlr4::Token* path = use->STRING()->getSymbol();
        document.uses.push_back({textOf(build, path), spanOf(build, use)});
    } else if (auto* declared = context->conceptDeclaration()) {
        document.concepts.push_back(conceptOf(build, declared));
    } else if (auto* implies = context->impliesDeclaration()) {
        document.implications.push_back(impliesOf(build, implies));
    } else if (auto* source = context->sourceDeclaration()) {
        document.sources.push_back(sourceOf(build, source));
    } else if (auto* framework = context->frameworkDeclaration()) {
        document.units.push_back(unitOf(build, framework, true));
    } else if (auto* norm = context->normDeclaration()) {
        document.norms.push_back(normOf(build, norm));
    } else if (auto* coverage = context->coverageDeclaration()) {
        document.coverage.push_back(coverageOf(build, coverage));
    } else if (auto* meldcode = context->meldcodeDeclaration()) {
        document.units.push_back(unitOf(build, meldcode, false));
    } else if (auto* worked = context->caseDeclaration()) {
        document.cases.push_back(caseOf(build, worked));
    } else if (auto* waiver = context->waiverDeclaration()) {
        document.waivers.push_back(waiverOf(build, waiver));
    } else if (auto* acceptance = context->acceptanceDeclaration()) {
        document.acceptances.push_back(acceptanceOf(build, acceptance));
    } else if (auto* project = context->projectDeclaration()) {
        document.projects.push_back(projectOf(build, project));
    }
}

} // namespace

std::optional<Keyword> keywordOf(const antlr4::Token* token) {
    const std::size_t type = token->getType();
    if (type >= 1 && type <= syntax::kKeywordCount) {
        return static_cast<Keyword>(type - 1);
    }
    return std::nullopt;
}

bool has(antlr4::ParserRuleContext* context, Keyword keyword) {
    return hasToken(context, tokenType(keyword));
}

support::Span spanOf(const Build& build, const antlr4::Token* token) {
    return {build.file, sourceToken(token).begin(), sourceToken(token).end()};
}

support::Span spanOf(const Build& build, const antlr4::Token* first, const antlr4::Token* last) {
    const std::uint32_t begin = sourceToken(first).begin();
    return {build.file, begin, std::max(begin, sourceToken(last).end())};
}

support::Span spanOf(const Build& build, antlr4::ParserRuleContext* context) {
    return spanOf(build, context->getStart(), context->getStop());
}

support::Span headSpan(const Build& build, antlr4::ParserRuleContext* context,
                       antlr4::ParserRuleContext* block) {
    support::Span span = spanOf(build, context);
    if (block != nullptr) {
        // What stands before the brace, without the blanks between.
        span.end = sourceToken(block->getStart()).begin();
        while (span.end > span.begin && (build.text[span.end - 1] == ' ' || build.text[span.end - 1] == '\n' ||
                                         build.text[span.end - 1] == '\t')) {
            --span.end;
        }
    }
    return span;
}

syntax::Name textOf(const Build& build, const antlr4::Token* token) {
    std::string_view text = sourceToken(token).view();
    const bool isQuoted = token->getType() == Grammar::STRING;
    if (isQuoted) {
        return {support::composeAccents(withoutQuotes(text)), spanOf(build, token), true};
    }
    // A name that was told and mended: without what cannot be seen, and a hyphen as it should be.
    std::string name = support::composeAccents(withoutLookalikes(text));
    if (token->getType() == Grammar::IDENTIFIER) {
        std::replace(name.begin(), name.end(), '-', '_');
    }
    return {std::move(name), spanOf(build, token), false};
}

syntax::Name nameOf(const Build& build, Grammar::NameContext* context) {
    return checkedName(build, context->getStart());
}

syntax::Name nameOf(const Build& build, Grammar::IdentityContext* context) {
    return checkedName(build, context->getStart());
}

namespace {

template <class Context>
std::vector<syntax::Name> namesUnder(const Build& build, Context* context) {
    std::vector<syntax::Name> names;
    if (context != nullptr) {
        for (auto* name : children<Grammar::NameContext>(context)) {
            names.push_back(nameOf(build, name));
        }
    }
    return names;
}

} // namespace

std::vector<syntax::Name> namesOf(const Build& build, Grammar::NamesContext* context) {
    return namesUnder(build, context);
}

std::vector<syntax::Name> namesOf(const Build& build, Grammar::NameGroupContext* context) {
    return namesUnder(build, context);
}

std::vector<syntax::Name> namesOf(const Build& build, Grammar::NameChoiceContext* context) {
    return namesUnder(build, context);
}

void append(std::vector<syntax::Name>& names, std::vector<syntax::Name> more) {
    std::move(more.begin(), more.end(), std::back_inserter(names));
}

std::vector<syntax::Name> textsOf(const Build& build, antlr4::ParserRuleContext* context) {
    std::vector<syntax::Name> texts;
    for (const antlr4::Token* token : tokensOf(context, Grammar::STRING)) {
        texts.push_back(textOf(build, token));
    }
    return texts;
}

std::optional<syntax::Name> labelOf(const Build& build, antlr4::ParserRuleContext* context) {
    auto* label = child<Grammar::LabelContext>(context);
    if (label == nullptr) {
        return std::nullopt;
    }
    return textOf(build, label->getStart());
}

syntax::Name titleOf(const Build& build, antlr4::ParserRuleContext* context, const syntax::Name& name) {
    if (auto label = labelOf(build, context)) {
        return *label;
    }
    build.messages.add(make<Diag::MissingLabel>(name.span, name.text));
    return {{}, name.span, true};
}

syntax::Bilingual bilingualOf(const Build& build, Grammar::BilingualContext* context) {
    return {textOf(build, context->dutch), textOf(build, context->english)};
}

void tellTwice(const Build& build, antlr4::ParserRuleContext* item) {
    const antlr4::Token* word = item->getStart();
    build.messages.add(make<Diag::ItemTwice>(spanOf(build, item), sourceToken(word).view()));
}

syntax::Document buildDocument(const Build& build, Grammar::DocumentContext* context) {
    syntax::Document document;
    document.file = build.file;
    for (auto* declaration : children<Grammar::DeclarationContext>(context)) {
        if (!declaration->exception) {
            addDeclaration(build, declaration, document);
        }
    }
    return document;
}

} // namespace meldc::parser
