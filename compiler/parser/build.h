#pragma once

#include "MeldParser.h"
#include "parser/contexts.h"
#include "parser/messages.h"
#include "parser/token_stream.h"
#include "support/span.h"
#include "syntax/keywords.h"
#include "syntax/tree.h"

#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

/// From the contexts of the generated parser to syntax nodes: free functions, context in, node out.
///
/// Contexts that hold an error are never handed to these functions, save to buildDocument() and to what
/// builds a block, which leave them out. All others may rely on the shape that the grammar gives.
namespace meldc::parser {

using Grammar = grammar::MeldParser;
using syntax::Keyword;

/// What all build functions need.
struct Build {
    std::string_view text;
    support::FileId file;
    Messages& messages;
    /// Runs of tokens, from first to before last, that could not be read.
    std::span<const std::pair<std::size_t, std::size_t>> lost;
};

// ---- build.cpp: the document, spans, names -------------------------------------------------------

/// The keyword of a token, if it is one.
[[nodiscard]] std::optional<Keyword> keywordOf(const antlr4::Token* token);

/// Whether `context` has this keyword among its children.
[[nodiscard]] bool has(antlr4::ParserRuleContext* context, Keyword keyword);

[[nodiscard]] support::Span spanOf(const Build& build, const antlr4::Token* token);
[[nodiscard]] support::Span spanOf(const Build& build, const antlr4::Token* first,
                                   const antlr4::Token* last);
[[nodiscard]] support::Span spanOf(const Build& build, antlr4::ParserRuleContext* context);
/// The span of a context without its block.
[[nodiscard]] support::Span headSpan(const Build& build, antlr4::ParserRuleContext* context,
                                     antlr4::ParserRuleContext* block);

/// A text token without its quotes. Accents typed as separate marks are joined with their letter.
[[nodiscard]] syntax::Name textOf(const Build& build, const antlr4::Token* token);
/// A name: as textOf(), and neither empty nor too long.
[[nodiscard]] syntax::Name nameOf(const Build& build, Grammar::NameContext* context);
[[nodiscard]] syntax::Name nameOf(const Build& build, Grammar::IdentityContext* context);
[[nodiscard]] std::vector<syntax::Name> namesOf(const Build& build, Grammar::NamesContext* context);
[[nodiscard]] std::vector<syntax::Name> namesOf(const Build& build, Grammar::NameGroupContext* context);
[[nodiscard]] std::vector<syntax::Name> namesOf(const Build& build, Grammar::NameChoiceContext* context);
/// Puts `more` behind `names`: a list may stand on several lines.
void append(std::vector<syntax::Name>& names, std::vector<syntax::Name> more);
/// All texts directly under `context`.
[[nodiscard]] std::vector<syntax::Name> textsOf(const Build& build, antlr4::ParserRuleContext* context);
[[nodiscard]] std::optional<syntax::Name> labelOf(const Build& build,
                                                  antlr4::ParserRuleContext* context);
/// The title that a declaration must have; told and empty when it is absent.
[[nodiscard]] syntax::Name titleOf(const Build& build, antlr4::ParserRuleContext* context,
                                   const syntax::Name& name);
[[nodiscard]] syntax::Bilingual bilingualOf(const Build& build, Grammar::BilingualContext* context);

[[nodiscard]] syntax::Document buildDocument(const Build& build, Grammar::DocumentContext* context);

/// Tells that this item of a block stands there twice.
void tellTwice(const Build& build, antlr4::ParserRuleContext* item);

/// Puts `value` in `slot`; when the slot is taken already, says so at `item` and keeps the first.
template <class T>
void setOnce(const Build& build, std::optional<T>& slot, std::optional<T> value,
             antlr4::ParserRuleContext* item) {
    if (slot) {
        tellTwice(build, item);
    } else {
        slot = std::move(value);
    }
}

// ---- build_values.cpp: numbers, dates, lines, places, words of a short list ----------------------

/// A number; 0 with a message when it is too large.
[[nodiscard]] std::uint32_t numberOf(const Build& build, const antlr4::Token* token);
/// As numberOf(), for what counts from 1: told when it is 0.
[[nodiscard]] std::uint32_t countingNumberOf(const Build& build, const antlr4::Token* token);
/// A date; a message and nothing when that day does not exist.
[[nodiscard]] std::optional<support::Date> dateOf(const Build& build, const antlr4::Token* token);
/// The dates directly under `context`. One that does not exist is told and stands as the zero date,
/// so that what the syntax tree promises is there.
[[nodiscard]] std::vector<support::Date> datesOf(const Build& build,
                                                 antlr4::ParserRuleContext* context);
[[nodiscard]] support::Period periodOf(const Build& build, Grammar::PeriodContext* context);
[[nodiscard]] std::vector<syntax::LineRange> rangesOf(const Build& build,
                                                      antlr4::ParserRuleContext* context);
/// The lines of a document, which count from 1.
[[nodiscard]] std::vector<syntax::LineRange> linesOf(const Build& build, Grammar::LinesContext* context);
[[nodiscard]] std::vector<syntax::Place> placesOf(const Build& build,
                                                  antlr4::ParserRuleContext* context);
[[nodiscard]] std::vector<syntax::SourcePart> sourcePartsOf(const Build& build,
                                                            antlr4::ParserRuleContext* context);

[[nodiscard]] syntax::Modality modalityOf(Grammar::ModalityContext* context);
[[nodiscard]] std::optional<syntax::Modality> modalityUnder(antlr4::ParserRuleContext* context);
[[nodiscard]] syntax::Answer answerOf(Grammar::AnswerContext* context);
[[nodiscard]] syntax::SeverityWord severityOf(Grammar::SeverityContext* context);
[[nodiscard]] syntax::UnitKind unitKindOf(Grammar::UnitKindContext* context);
[[nodiscard]] std::optional<syntax::TextStatus> textStatusUnder(antlr4::ParserRuleContext* context);

// ---- build_conditions.cpp -------------------------------------------------------------------------

[[nodiscard]] syntax::Condition conditionOf(const Build& build, Grammar::ConditionContext* context);
[[nodiscard]] std::optional<syntax::Condition> conditionUnder(const Build& build,
                                                              antlr4::ParserRuleContext* context);
[[nodiscard]] syntax::FieldCondition fieldConditionOf(const Build& build,
                                                      Grammar::FieldConditionContext* context);
[[nodiscard]] syntax::Goal goalOf(const Build& build, Grammar::GoalContext* context);
[[nodiscard]] syntax::TableKind tableKindOf(Grammar::TableKindContext* context);

// ---- build_declarations.cpp, build_norms.cpp ------------------------------------------------------

[[nodiscard]] syntax::Concept conceptOf(const Build& build, Grammar::ConceptDeclarationContext* context);
[[nodiscard]] syntax::Implies impliesOf(const Build& build, Grammar::ImpliesDeclarationContext* context);
[[nodiscard]] syntax::Source sourceOf(const Build& build, Grammar::SourceDeclarationContext* context);
[[nodiscard]] syntax::Case caseOf(const Build& build, Grammar::CaseDeclarationContext* context);
[[nodiscard]] syntax::Acceptance acceptanceOf(const Build& build,
                                              Grammar::AcceptanceDeclarationContext* context);
[[nodiscard]] syntax::Project projectOf(const Build& build, Grammar::ProjectDeclarationContext* context);
[[nodiscard]] syntax::Waiver waiverOf(const Build& build, Grammar::WaiverDeclarationContext* context);
[[nodiscard]] syntax::Norm normOf(const Build& build, Grammar::NormDeclarationContext* context);
[[nodiscard]] syntax::Requirement requirementOf(const Build& build,
                                                Grammar::RequirementsContext* context);
[[nodiscard]] syntax::Coverage coverageOf(const Build& build,
                                          Grammar::CoverageDeclarationContext* context);

// ---- build_sectors.cpp ------------------------------------------------------------------------------

/// Adds what only a sector says.
void addSectorItem(const Build& build, Grammar::ConceptItemContext* item, syntax::SectorItems& node);
[[nodiscard]] syntax::Outlook outlookOf(const Build& build, Grammar::OutlookContext* context);

// ---- build_duties.cpp ------------------------------------------------------------------------------

[[nodiscard]] syntax::Performer performerOf(const Build& build, Grammar::PerformerContext* context);
[[nodiscard]] syntax::Duty dutyOf(const Build& build, Grammar::StatementContext* context);

// ---- build_statements.cpp -------------------------------------------------------------------------

/// The statements of a block that could be read.
[[nodiscard]] std::vector<syntax::Statement> statementsOf(const Build& build,
                                                          Grammar::BlockContext* context);

} // namespace meldc::parser
