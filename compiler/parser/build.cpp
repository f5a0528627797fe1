#include "parser/build.h"

#include "syntax/dates.h"
#include "parser/lookalikes.h"
#include "parser/vetting.h"
#include "support/limits.h"
#include "support/utf8.h"

#include <algorithm>
#include <limits>
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

syntax::LineRange rangeOf(const Build& build, Grammar::LineRangeContext* context) {
    syntax::LineRange range;
    range.first = numberOf(build, context->first);
    range.last = context->last == nullptr ? range.first : numberOf(build, context->last);
    if (range.last < range.first) {
        build.messages.add(make<Diag::RangeRunsBack>(spanOf(build, context), context->first->getText(),
                                                 context->last->getText()));
        range.last = range.first;
    }
    return range;
}

/// Told at what counts from 1.
void tellZero(const Build& build, const antlr4::Token* token) {
    if (sourceToken(token).view().find_first_not_of('0') == std::string_view::npos) {
        build.messages.add(make<Diag::NumberIsZero>(spanOf(build, token)));
    }
}

syntax::Place placeOf(const Build& build, Grammar::PlaceContext* context) {
    syntax::Place place;
    place.span = spanOf(build, context);
    if (auto* document = child<Grammar::NameContext>(context)) {
        place.document = nameOf(build, document);
    }
    auto* locator = child<Grammar::LocatorContext>(context);
    if (auto* lines = child<Grammar::LinesContext>(locator)) {
        place.lines = linesOf(build, lines);
    } else {
        place.heading = labelOf(build, locator);
        if (has(locator, Keyword::Alinea)) {
            place.alinea = countingNumberOf(build, locator->INTEGER()->getSymbol());
        }
    }
    return place;
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

std::uint32_t numberOf(const Build& build, const antlr4::Token* token) {
    const std::string_view digits = sourceToken(token).view();
    if (digits.size() > support::kMaxNumberDigits) {
        build.messages.add(make<Diag::NumberTooLarge>(spanOf(build, token), digits,
                                                  support::kMaxNumberDigits));
        return 0;
    }
    std::uint32_t value = 0;
    for (const char digit : digits) {
        value = value * 10 + static_cast<std::uint32_t>(digit - '0');
    }
    return value;
}

std::uint32_t countingNumberOf(const Build& build, const antlr4::Token* token) {
    tellZero(build, token);
    return numberOf(build, token);
}

std::optional<support::Date> dateOf(const Build& build, const antlr4::Token* token) {
    const std::string plain = withoutLookalikes(sourceToken(token).view());
    auto date = support::Date::parse(plain);
    if (!date) {
        build.messages.add(syntax::wrongDate(spanOf(build, token), plain));
    }
    return date;
}

std::vector<support::Date> datesOf(const Build& build, antlr4::ParserRuleContext* context) {
    std::vector<support::Date> dates;
    for (const antlr4::Token* token : tokensOf(context, Grammar::DATE)) {
        dates.push_back(dateOf(build, token).value_or(support::Date{}));
    }
    return dates;
}

support::Period periodOf(const Build& build, Grammar::PeriodContext* context) {
    support::Period period;
    period.from = dateOf(build, context->from);
    if (context->until != nullptr) {
        period.until = dateOf(build, context->until);
    }
    if (period.from && period.until && *period.until < *period.from) {
        build.messages.add(make<Diag::RangeRunsBack>(spanOf(build, context), context->from->getText(),
                                                 context->until->getText()));
        period.until.reset();
    }
    return period;
}

std::vector<syntax::LineRange> rangesOf(const Build& build, antlr4::ParserRuleContext* context) {
    std::vector<syntax::LineRange> ranges;
    for (auto* range : children<Grammar::LineRangeContext>(context)) {
        ranges.push_back(rangeOf(build, range));
    }
    return ranges;
}

std::vector<syntax::LineRange> linesOf(const Build& build, Grammar::LinesContext* context) {
    for (auto* range : children<Grammar::LineRangeContext>(context)) {
        tellZero(build, range->first);
    }
    return rangesOf(build, context);
}

std::vector<syntax::Place> placesOf(const Build& build, antlr4::ParserRuleContext* context) {
    std::vector<syntax::Place> places;
    for (auto* place : children<Grammar::PlaceContext>(context)) {
        places.push_back(placeOf(build, place));
    }
    return places;
}

std::vector<syntax::SourcePart> sourcePartsOf(const Build& build, antlr4::ParserRuleContext* context) {
    using syntax::SourcePartKind;
    std::vector<syntax::SourcePart> parts;
    for (auto* part : children<Grammar::SourcePartContext>(context)) {
        const auto keyword = keywordOf(part->getStart());
        const SourcePartKind kind = keyword == Keyword::Article     ? SourcePartKind::Article
                                    : keyword == Keyword::Paragraph ? SourcePartKind::Paragraph
                                    : keyword == Keyword::Subpart   ? SourcePartKind::Subpart
                                    : keyword == Keyword::Page      ? SourcePartKind::Page
                                                                    : SourcePartKind::Label;
        parts.push_back({kind, textOf(build, part->getStop())});
    }
    return parts;
}

syntax::Modality modalityOf(Grammar::ModalityContext* context) {
    if (has(context, Keyword::Must)) {
        return syntax::Modality::Must;
    }
    return has(context, Keyword::Not) ? syntax::Modality::MayNot : syntax::Modality::May;
}

std::optional<syntax::Modality> modalityUnder(antlr4::ParserRuleContext* context) {
    auto* modality = child<Grammar::ModalityContext>(context);
    return modality == nullptr ? std::nullopt : std::optional(modalityOf(modality));
}

syntax::Answer answerOf(Grammar::AnswerContext* context) {
    const auto keyword = keywordOf(context->getStart());
    return keyword == Keyword::Yes ? syntax::Answer::Yes
           : keyword == Keyword::No ? syntax::Answer::No
                                    : syntax::Answer::Doubt;
}

syntax::UnitKind unitKindOf(Grammar::UnitKindContext* context) {
    const auto keyword = keywordOf(context->getStart());
    return keyword == Keyword::Frame      ? syntax::UnitKind::Framework
           : keyword == Keyword::Template ? syntax::UnitKind::Template
                                          : syntax::UnitKind::Meldcode;
}

std::optional<syntax::TextStatus> textStatusUnder(antlr4::ParserRuleContext* context) {
    auto* status = child<Grammar::TextStatusContext>(context);
    if (status == nullptr) {
        return std::nullopt;
    }
    const auto keyword = keywordOf(status->getStart());
    return keyword == Keyword::Read            ? syntax::TextStatus::Read
           : keyword == Keyword::Excerpt       ? syntax::TextStatus::Excerpt
           : keyword == Keyword::Reconstructed ? syntax::TextStatus::Reconstructed
                                               : syntax::TextStatus::Recalled;
}

void tellTwice(const Build& build, antlr4::ParserRuleContext* item) {
    const antlr4::Token* word = item->getStart();
    build.messages.add(make<Diag::ItemTwice>(spanOf(build, item), sourceToken(word).view()));
}

bool hasLost(const Build& build, antlr4::ParserRuleContext* block) {
    const std::size_t first = block->getStart()->getTokenIndex();
    const std::size_t last = block->getStop()->getTokenIndex();
    return std::any_of(build.lost.begin(), build.lost.end(), [&](const auto& run) {
        return run.first > first && run.first <= last;
    });
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
