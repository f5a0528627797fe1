#include "parser/build.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace meldc::parser {

namespace {

using syntax::Statement;
using syntax::StatementKind;

syntax::EdgePart edgePartOf(const Build& build, Grammar::EdgePartContext* context) {
    using syntax::EdgePartKind;
    syntax::EdgePart part;
    part.span = spanOf(build, context);
    if (auto* name = child<Grammar::NameContext>(context)) {
        part.modality = modalityUnder(context);
        part.name = nameOf(build, name);
    } else if (auto* identity = child<Grammar::IdentityContext>(context)) {
        part.kind = has(context, Keyword::Question) ? EdgePartKind::Question : EdgePartKind::Step;
        part.name = nameOf(build, identity);
        part.together = namesOf(build, child<Grammar::NameGroupContext>(context));
    } else if (auto open = labelOf(build, context)) {
        part.kind = EdgePartKind::Open;
        part.name = *open;
    } else {
        part.kind = has(context, Keyword::Wait) ? EdgePartKind::Wait : EdgePartKind::End;
    }
    return part;
}

syntax::LapsePart lapsePartOf(const Build& build, antlr4::ParserRuleContext* context) {
    using syntax::LapseKind;
    syntax::LapsePart part;
    if (auto* identity = child<Grammar::IdentityContext>(context)) {
        part.name = nameOf(build, identity);
    } else if (auto* name = child<Grammar::NameContext>(context, 0)) {
        part.name = nameOf(build, name);
    } else if (auto label = labelOf(build, context)) {
        part.name = std::move(*label);
    }
    if (auto* action = child<Grammar::NameContext>(context, 1)) {
        part.action = nameOf(build, action);
    }
    if (auto* group = child<Grammar::NameGroupContext>(context)) {
        part.more = namesOf(build, group);
        part.name = part.more.front();
        part.more.erase(part.more.begin());
    }
    part.modality = modalityUnder(context);
    part.parts = sourcePartsOf(build, context);
    switch (*keywordOf(context->getStart())) {
    case Keyword::Step: part.kind = LapseKind::Step; break;
    case Keyword::Question: part.kind = LapseKind::Question; break;
    case Keyword::Meldnorm: part.kind = LapseKind::Meldnorm; break;
    case Keyword::Route: part.kind = LapseKind::Route; break;
    case Keyword::Role: part.kind = LapseKind::Role; break;
    case Keyword::Contact: part.kind = LapseKind::Contact; break;
    case Keyword::System: part.kind = LapseKind::System; break;
    case Keyword::Topic: part.kind = LapseKind::Topic; break;
    case Keyword::Exception: part.kind = LapseKind::Exception; break;
    case Keyword::Decision: part.kind = LapseKind::Decision; break;
    case Keyword::Point: part.kind = LapseKind::Point; break;
    case Keyword::Blank: part.kind = LapseKind::Blank; break;
    case Keyword::Adheres: part.kind = LapseKind::Adheres; break;
    case Keyword::Explanation: part.kind = LapseKind::Explanation; break;
    case Keyword::Age: part.kind = LapseKind::Age; break;
    case Keyword::Refers: part.kind = LapseKind::Refers; break;
    case Keyword::A: part.kind = LapseKind::Person; break;
    case Keyword::Organisation: part.kind = LapseKind::Organisation; break;
    case Keyword::Authority: part.kind = LapseKind::Authority; break;
    case Keyword::Adopted: part.kind = LapseKind::Adopted; break;
    case Keyword::Consent: part.kind = LapseKind::Consent; break;
    case Keyword::Valid: part.kind = LapseKind::Valid; break;
    case Keyword::Authorised: part.kind = LapseKind::Authorised; break;
    case Keyword::Version: part.kind = LapseKind::Version; break;
    case Keyword::Framework: part.kind = LapseKind::Framework; break;
    default: part.kind = LapseKind::Duty; break;
    }
    return part;
}

syntax::AbsentTarget absentTargetOf(const Build& build, Grammar::AbsentTargetContext* context) {
    using syntax::AbsentKind;
    syntax::AbsentTarget target;
    if (auto* kind = child<Grammar::TableKindContext>(context)) {
        target.thing = tableKindOf(kind);
    } else {
        const auto word = keywordOf(context->getStart());
        target.kind = word == Keyword::Owner       ? AbsentKind::Owner
                      : word == Keyword::Reporter  ? AbsentKind::Reporter
                      : word == Keyword::Authority ? AbsentKind::Authority
                                                   : AbsentKind::Adopted;
    }
    if (auto* name = child<Grammar::NameContext>(context)) {
        target.name = nameOf(build, name);
    }
    return target;
}

/// Whether a line in the block could not be read.
bool hasLost(const Build& build, antlr4::ParserRuleContext* block) {
    const std::size_t first = block->getStart()->getTokenIndex();
    const std::size_t last = block->getStop()->getTokenIndex();
    return std::any_of(build.lost.begin(), build.lost.end(), [&](const auto& run) {
        return run.first > first && run.first <= last;
    });
}

/// The parts that many kinds of statement have, each under its own kind of context.
void setCommon(const Build& build, Grammar::StatementContext* context, Statement& node) {
    node.places = placesOf(build, context);
    node.modality = modalityUnder(context);
    node.condition = conditionUnder(build, context);
    if (auto* performer = child<Grammar::PerformerContext>(context)) {
        node.performer = performerOf(build, performer);
    }
    if (auto* block = child<Grammar::BlockContext>(context)) {
        node.block = statementsOf(build, block);
        node.hasUnread = hasLost(build, block);
    }
    if (auto* identity = child<Grammar::IdentityContext>(context)) {
        node.names.push_back(nameOf(build, identity));
    }
    for (auto* name : children<Grammar::NameContext>(context)) {
        node.names.push_back(nameOf(build, name));
    }
    append(node.names, namesOf(build, child<Grammar::NamesContext>(context)));
    append(node.names, namesOf(build, child<Grammar::NameGroupContext>(context)));
    node.label = labelOf(build, context);
    node.dates = datesOf(build, context);
    node.ranges = rangesOf(build, context);
    if (auto* lines = child<Grammar::LinesContext>(context)) {
        node.ranges = linesOf(build, lines);
    }
}

/// The one text of a statement that has no label but a path, a role or a body in words.
void setText(const Build& build, Grammar::StatementContext* context, Statement& node) {
    auto texts = textsOf(build, context);
    if (!texts.empty()) {
        node.label = std::move(texts.front());
    }
}

/// What a label means where an open term may stand instead of names.
void labelIsOpenTerm(Statement& node) {
    node.openTerm = std::move(node.label);
    node.label.reset();
}

/// Statements of which the first name is their own and the others something else.
void splitNames(Statement& node) {
    node.more.assign(std::make_move_iterator(node.names.begin() + 1),
                     std::make_move_iterator(node.names.end()));
    node.names.resize(1);
}

void setContactParts(const Build& build, Grammar::StatementContext* context, Statement& node) {
    for (auto* part : children<Grammar::ContactPartContext>(context)) {
        const auto word = keywordOf(part->getStart());
        auto& slot = word == Keyword::Phone     ? node.phone
                     : word == Keyword::Address ? node.address
                                                : node.website;
        setOnce(build, slot, std::optional(textsOf(build, part).front()), part);
    }
}

void setAge(const Build& build, Grammar::StatementContext* context, Statement& node) {
    const auto numbers = tokensOf(context, Grammar::INTEGER);
    syntax::LineRange ages;
    ages.first = numberOf(build, numbers.front());
    ages.last = numbers.size() > 1 ? numberOf(build, numbers.back()) : std::numeric_limits<std::uint32_t>::max();
    if (ages.last <= ages.first) {
        build.messages.add(diagnostics::make<diagnostics::Diag::RangeRunsBack>(
            node.span, numbers.front()->getText(), numbers.back()->getText()));
        ages.last = ages.first;
    }
    node.ranges.push_back(ages);
    if (has(context, Keyword::About)) {
        splitNames(node);
        std::swap(node.names, node.more);
    }
}

Statement statementOf(const Build& build, Grammar::StatementContext* context);

Statement readingOf(const Build& build, Grammar::ReadingContext* context) {
    Statement node;
    node.kind = StatementKind::Reading;
    node.span = headSpan(build, context, child<Grammar::BlockContext>(context));
    node.label = labelOf(build, context);
    node.places = placesOf(build, context);
    node.block = statementsOf(build, child<Grammar::BlockContext>(context));
    return node;
}

void setReadings(const Build& build, Grammar::StatementContext* context, Statement& node) {
    for (auto* reading : children<Grammar::ReadingContext>(child<Grammar::ReadingBlockContext>(context))) {
        if (!reading->exception) {
            node.block.push_back(readingOf(build, reading));
        }
    }
}

/// What a blank is known by: the slot that fills it, or a name of its own.
void setBlankSlot(const Build& build, Grammar::StatementContext* context, Statement& node) {
    auto* slot = child<Grammar::BlankSlotContext>(context);
    if (slot == nullptr) {
        return;
    }
    if (auto* name = child<Grammar::NameContext>(slot)) {
        node.names.push_back(nameOf(build, name));
    } else {
        node.lapse.push_back(lapsePartOf(build, slot));
    }
}

/// The kind of a statement by its first word, for the words that begin one kind only.
StatementKind kindOf(Grammar::StatementContext* context) {
    switch (*keywordOf(context->getStart())) {
    case Keyword::Lapses: return StatementKind::Lapse;
    case Keyword::Kind: return StatementKind::Kind;
    case Keyword::Follows: return StatementKind::Follows;
    case Keyword::Organisation: return StatementKind::Organisation;
    case Keyword::Competent: return StatementKind::Authority;
    case Keyword::Sector: return StatementKind::Sector;
    case Keyword::Profession: return StatementKind::Profession;
    case Keyword::Adopted: return StatementKind::Adopted;
    case Keyword::Consent: return StatementKind::Consent;
    case Keyword::Valid: return StatementKind::Valid;
    case Keyword::Authorised: return StatementKind::Authorised;
    case Keyword::Works: return StatementKind::Works;
    case Keyword::Version: return StatementKind::Version;
    case Keyword::Source: return StatementKind::Document;
    case Keyword::Read: return StatementKind::Read;
    case Keyword::Encoded: return StatementKind::Encoded;
    case Keyword::Reread: return StatementKind::Reread;
    case Keyword::Absent: return StatementKind::Absent;
    case Keyword::Adheres: return StatementKind::Adheres;
    case Keyword::Role: return StatementKind::Role;
    case Keyword::A: return StatementKind::Person;
    case Keyword::Contact: return StatementKind::Contact;
    case Keyword::System: return StatementKind::System;
    case Keyword::Decision: return StatementKind::Decision;
    case Keyword::Owner: return StatementKind::Owner;
    case Keyword::Decider: return StatementKind::Decider;
    case Keyword::Reporter: return StatementKind::Reporter;
    case Keyword::Step: return StatementKind::Step;
    case Keyword::Legal: return StatementKind::Function;
    case Keyword::Order: return StatementKind::Order;
    case Keyword::Performer: return StatementKind::Performer;
    case Keyword::Together: return StatementKind::Participant;
    case Keyword::Consults: return StatementKind::Consults;
    case Keyword::Duty: return StatementKind::Duty;
    case Keyword::Question: return StatementKind::Question;
    case Keyword::Answer: return StatementKind::AnswerYes;
    case Keyword::Rests: return StatementKind::Rests;
    case Keyword::When: return StatementKind::Edge;
    case Keyword::Framework:
        return has(context, Keyword::Open) ? StatementKind::OpenFramework : StatementKind::Framework;
    case Keyword::Counts: return StatementKind::Counts;
    case Keyword::Meldnorm: return StatementKind::Meldnorm;
    case Keyword::Route: return StatementKind::Route;
    case Keyword::Exception: return StatementKind::Exception;
    case Keyword::Ground: return StatementKind::Ground;
    case Keyword::Only: return StatementKind::Closed;
    case Keyword::Later: return StatementKind::Later;
    case Keyword::Topic:
        return has(context, Keyword::Because) ? StatementKind::Inapplicable : StatementKind::Topic;
    case Keyword::Point: return StatementKind::Point;
    case Keyword::Threshold: return StatementKind::Threshold;
    case Keyword::Age: return StatementKind::Age;
    case Keyword::Explanation: return StatementKind::Explanation;
    case Keyword::Ambiguous: return StatementKind::Ambiguous;
    case Keyword::Blank: return StatementKind::Blank;
    case Keyword::Personal: return StatementKind::Personal;
    case Keyword::Refers: return StatementKind::Refers;
    default: return StatementKind::Promise;
    }
}

void setInSentence(const Build& build, Grammar::StatementContext* context, Statement& node) {
    if (auto* part = child<Grammar::InSentenceContext>(context)) {
        node.inSentence = {textsOf(build, part).front(), has(part, Keyword::Plural)};
    }
}

/// What a kind of statement has beside the common parts.
void setOwnParts(const Build& build, Grammar::StatementContext* context, Statement& node) {
    switch (node.kind) {
    case StatementKind::Kind: node.unitKind = unitKindOf(child<Grammar::UnitKindContext>(context)); break;
    case StatementKind::Organisation:
    case StatementKind::Authority:
    case StatementKind::Version:
    case StatementKind::Adopted:
    case StatementKind::Consent:
    case StatementKind::Document:
    case StatementKind::Encoded:
    case StatementKind::Reread: setText(build, context, node); break;
    case StatementKind::Explanation:
        setText(build, context, node);
        node.flag = has(context, Keyword::Out);
        break;
    case StatementKind::Valid: node.period = periodOf(build, child<Grammar::PeriodContext>(context)); break;
    case StatementKind::Authorised:
        node.answer = has(context, Keyword::Yes)  ? syntax::Answer::Yes
                      : has(context, Keyword::No) ? syntax::Answer::No
                                                  : syntax::Answer::Doubt;
        break;
    case StatementKind::Absent:
        node.absent = absentTargetOf(build, child<Grammar::AbsentTargetContext>(context));
        break;
    case StatementKind::Adheres:
        if (auto* severity = child<Grammar::SeverityContext>(context)) {
            node.severity = severityOf(severity);
        }
        break;
    case StatementKind::Role:
        splitNames(node);
        node.synonyms = textsOf(build, context);
        setInSentence(build, context, node);
        break;
    case StatementKind::System:
        splitNames(node);
        setInSentence(build, context, node);
        break;
    case StatementKind::Contact: setContactParts(build, context, node); break;
    case StatementKind::Decision:
    case StatementKind::Consults: node.flag = has(context, Keyword::A); break;
    case StatementKind::Reporter: node.flag = has(context, Keyword::Behalf); break;
    case StatementKind::Order: node.flag = has(context, Keyword::NotUntil); break;
    case StatementKind::Duty:
        node.names.clear();
        node.duty = dutyOf(build, context);
        break;
    case StatementKind::Edge:
        node.answer = answerOf(child<Grammar::AnswerContext>(context));
        for (auto* part : children<Grammar::EdgePartContext>(context)) {
            node.edge.push_back(edgePartOf(build, part));
        }
        break;
    case StatementKind::Ground:
    case StatementKind::Threshold: labelIsOpenTerm(node); break;
    case StatementKind::Inapplicable: node.reason = textsOf(build, context).front(); break;
    case StatementKind::Age: setAge(build, context, node); break;
    case StatementKind::Ambiguous: setReadings(build, context, node); break;
    case StatementKind::Refers: node.sourceParts = sourcePartsOf(build, context); break;
    case StatementKind::Blank: setBlankSlot(build, context, node); break;
    case StatementKind::Lapse: {
        auto* target = child<Grammar::LapseTargetContext>(context);
        node.lapse.push_back(lapsePartOf(build, child<Grammar::LapsePartContext>(target)));
        for (auto* part : children<Grammar::LapseInnerContext>(target)) {
            node.lapse.push_back(lapsePartOf(build, part));
        }
        break;
    }
    default: break;
    }
}

Statement statementOf(const Build& build, Grammar::StatementContext* context) {
    if (auto* inner = child<Grammar::StatementContext>(context)) {
        Statement node = statementOf(build, inner);
        node.draft = node.draft || has(context, Keyword::Draft);
        node.replaces = node.replaces || has(context, Keyword::Replace);
        node.span.begin = spanOf(build, context).begin;
        return node;
    }
    Statement node;
    node.kind = kindOf(context);
    antlr4::ParserRuleContext* block = child<Grammar::BlockContext>(context);
    if (node.kind == StatementKind::Ambiguous) {
        block = child<Grammar::ReadingBlockContext>(context);
    }
    node.span = headSpan(build, context, block);
    setCommon(build, context, node);
    setOwnParts(build, context, node);
    return node;
}

} // namespace

std::vector<Statement> statementsOf(const Build& build, Grammar::BlockContext* context) {
    std::vector<Statement> statements;
    if (context == nullptr) {
        // A block of which neither brace is there.
        return statements;
    }
    for (auto* statement : children<Grammar::StatementContext>(context)) {
        if (!statement->exception) {
            statements.push_back(statementOf(build, statement));
        }
    }
    return statements;
}

} // namespace meldc::parser
