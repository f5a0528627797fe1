#include "parser/build.h"

#include "parser/lookalikes.h"
#include "support/limits.h"
#include "syntax/dates.h"

/// The values in a statement: numbers, dates, lines and places, and words of a short list.
namespace meldc::parser {

using diagnostics::Diag;
using diagnostics::make;

namespace {

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

} // namespace

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

syntax::SeverityWord severityOf(Grammar::SeverityContext* context) {
    return has(context, Keyword::Error)     ? syntax::SeverityWord::Error
           : has(context, Keyword::Warning) ? syntax::SeverityWord::Warning
                                            : syntax::SeverityWord::Info;
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

} // namespace meldc::parser
