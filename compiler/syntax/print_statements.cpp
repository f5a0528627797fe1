#include "syntax/words.h"
#include "syntax/words_writer.h"

#include <limits>

namespace meldc::syntax {

namespace {

void writeDuty(WordsWriter& out, const Duty& duty) {
    out << duty.timing << duty.action;
    if (duty.oneOfObjects) {
        out.group(duty.objects, Keyword::Or);
    } else {
        out << duty.objects;
    }
    if (!duty.in.empty()) {
        (out << Keyword::In).group(duty.in, Keyword::Or);
    }
    if (!duty.with.empty()) {
        (out << Keyword::With).group(duty.with, duty.oneOfWith ? Keyword::Or : Keyword::And);
    }
    if (!duty.to.empty()) {
        (out << Keyword::To).group(duty.to, duty.oneOfTo ? Keyword::Or : Keyword::And);
    }
    if (!duty.about.empty()) {
        (out << Keyword::About).group(duty.about, Keyword::And);
    }
    if (duty.behalf) {
        out << Keyword::Behalf << *duty.behalf;
    }
    if (duty.behalfOfOrganisation) {
        out << Keyword::Behalf << Keyword::Organisation;
    }
    if (duty.when) {
        out << Keyword::When << *duty.when;
    }
    if (duty.unless) {
        out << Keyword::Unless << *duty.unless;
    }
    if (duty.beforeStep) {
        out << Keyword::For << Keyword::Step << *duty.beforeStep;
    }
    if (duty.afterStep) {
        out << Keyword::NotUntil << Keyword::After << Keyword::Step << *duty.afterStep;
    }
    if (duty.returnTo) {
        out << Keyword::Back << Keyword::Towards << Keyword::Question << *duty.returnTo;
    }
    for (const Name& open : duty.openTerms) {
        (out << Keyword::Open).text(open);
    }
}

void writeAbsent(WordsWriter& out, const Statement& statement) {
    switch (statement.absent.kind) {
    case AbsentKind::Thing: out << syntax::keywordOf(statement.absent.thing); break;
    case AbsentKind::Owner: out << Keyword::Owner; break;
    case AbsentKind::Reporter: out << Keyword::Reporter; break;
    case AbsentKind::Authority: out << Keyword::Authority; break;
    case AbsentKind::Adopted: out << Keyword::Adopted; break;
    }
    out << statement.absent.name << Keyword::Sought << Keyword::In << statement.names;
    if (!statement.ranges.empty()) {
        out << Keyword::Line << statement.ranges;
    }
}

void writeInSentence(WordsWriter& out, const Statement& statement) {
    if (!statement.inSentence) {
        return;
    }
    (out << Keyword::Phrase).text(statement.inSentence->text);
    if (statement.inSentence->isPlural) {
        out << Keyword::Plural;
    }
}

void writeRole(WordsWriter& out, const Statement& statement) {
    out << statement.names.front();
    out.text(statement.label);
    writeInSentence(out, statement);
    for (std::size_t i = 0; i < statement.synonyms.size(); ++i) {
        if (i == 0) {
            out << Keyword::Also;
        } else {
            out.comma();
        }
        out.text(statement.synonyms[i]);
    }
    out << Keyword::Is << statement.more;
}

void writeContact(WordsWriter& out, const Statement& statement) {
    (out << statement.names).text(statement.label);
    if (statement.phone) {
        (out << Keyword::Phone).text(statement.phone);
    }
    if (statement.address) {
        (out << Keyword::Address).text(statement.address);
    }
    if (statement.website) {
        (out << Keyword::Website).text(statement.website);
    }
}

void writeEdge(WordsWriter& out, const Statement& statement) {
    out << statement.answer;
    for (std::size_t i = 0; i < statement.edge.size(); ++i) {
        if (i > 0) {
            out.comma();
        }
        out << statement.edge[i];
    }
}

void writeCondition(WordsWriter& out, const Statement& statement) {
    if (statement.condition) {
        out << Keyword::When << *statement.condition;
    }
}

Keyword keywordOf(SeverityWord severity) {
    return severity == SeverityWord::Error     ? Keyword::Error
           : severity == SeverityWord::Warning ? Keyword::Warning
                                               : Keyword::Info;
}

void writeLapse(WordsWriter& out, const Statement& statement) {
    for (const LapsePart& part : statement.lapse) {
        out << part;
    }
}

/// What stands after the first word, up to the places.
void writeBody(WordsWriter& out, const Statement& statement) {
    const auto namesAndLabel = [&] { (out << statement.names).text(statement.label); };
    switch (statement.kind) {
    case StatementKind::Kind: out << statement.unitKind; break;
    case StatementKind::Follows:
    case StatementKind::Sector:
    case StatementKind::Profession: out << statement.names; break;
    case StatementKind::Authority: (out << Keyword::Authority).text(statement.label); break;
    case StatementKind::Organisation:
    case StatementKind::Version:
    case StatementKind::Personal:
    case StatementKind::Reading:
    case StatementKind::Ambiguous: out.text(statement.label); break;
    case StatementKind::Adopted:
        out << statement.dates.front();
        if (statement.label) {
            (out << Keyword::By).text(statement.label);
        }
        break;
    case StatementKind::Consent:
        out.text(statement.label);
        if (!statement.dates.empty()) {
            out << statement.dates.front();
        }
        break;
    case StatementKind::Valid: out << statement.period; break;
    case StatementKind::Authorised:
        out << (statement.answer == Answer::Yes  ? Keyword::Yes
                : statement.answer == Answer::No ? Keyword::No
                                                 : Keyword::Unknown);
        break;
    case StatementKind::Works: out << Keyword::With << statement.names; break;
    case StatementKind::Document: namesAndLabel(); break;
    case StatementKind::Read: out << statement.names << Keyword::Line << statement.ranges; break;
    case StatementKind::Encoded:
    case StatementKind::Reread:
        (out << Keyword::By).text(statement.label) << Keyword::On << statement.dates.front();
        break;
    case StatementKind::Absent: writeAbsent(out, statement); break;
    case StatementKind::Adheres:
        out << statement.names;
        if (statement.severity) {
            out << Keyword::As << keywordOf(*statement.severity);
        }
        break;
    case StatementKind::Role: writeRole(out, statement); break;
    case StatementKind::Person:
        (out << Keyword::Person << statement.modality << Keyword::Be).group(statement.names, Keyword::And);
        break;
    case StatementKind::Contact: writeContact(out, statement); break;
    case StatementKind::System:
        namesAndLabel();
        writeInSentence(out, statement);
        if (!statement.more.empty()) {
            out << Keyword::Only << Keyword::For << statement.more;
        }
        break;
    case StatementKind::Decision:
        if (statement.flag) {
            out << Keyword::A << Keyword::Of;
        }
        namesAndLabel();
        break;
    case StatementKind::Owner:
    case StatementKind::Decider:
    case StatementKind::Performer: out << statement.performer; break;
    case StatementKind::Reporter:
        out << statement.performer;
        if (statement.flag) {
            out << Keyword::Behalf << Keyword::Organisation;
        }
        break;
    case StatementKind::Function: out << Keyword::Step << statement.names; break;
    case StatementKind::Order:
        if (statement.flag) {
            out << Keyword::NotUntil << Keyword::After;
        } else {
            out << Keyword::For;
        }
        out << Keyword::Step << statement.names;
        break;
    case StatementKind::Participant:
        out << Keyword::With << statement.modality << statement.names;
        writeCondition(out, statement);
        break;
    case StatementKind::Consults:
        out << statement.modality;
        if (statement.flag) {
            out << Keyword::A << Keyword::Of;
        }
        out << statement.names;
        writeCondition(out, statement);
        break;
    case StatementKind::Duty:
        out << statement.performer << statement.modality;
        writeDuty(out, *statement.duty);
        break;
    case StatementKind::AnswerYes: out << Keyword::Yes << Keyword::As << statement.condition; break;
    case StatementKind::Rests: out << Keyword::On << Keyword::Step << statement.ranges; break;
    case StatementKind::Edge: writeEdge(out, statement); break;
    case StatementKind::Framework:
        if (!statement.names.empty()) {
            out << Keyword::Of << statement.names;
        }
        break;
    case StatementKind::OpenFramework:
        (out << Keyword::Open).text(statement.label);
        if (!statement.names.empty()) {
            out << Keyword::Out << statement.names;
        }
        break;
    case StatementKind::Counts:
        out << statement.names.front() << Keyword::As << statement.names.back();
        break;
    case StatementKind::Promise:
        out << statement.modality << statement.names;
        writeCondition(out, statement);
        break;
    case StatementKind::Route:
        namesAndLabel();
        writeCondition(out, statement);
        break;
    case StatementKind::Exception:
        out << Keyword::On;
        namesAndLabel();
        break;
    case StatementKind::Ground:
    case StatementKind::Threshold:
        out << statement.names;
        if (statement.openTerm) {
            (out << Keyword::Open).text(statement.openTerm);
        }
        break;
    case StatementKind::Closed: out << Keyword::These << Keyword::Grounds; break;
    case StatementKind::Later: out << Keyword::Still; break;
    case StatementKind::Inapplicable:
        namesAndLabel();
        (out << Keyword::Not << Keyword::Of << Keyword::Application << Keyword::Because).text(statement.reason);
        break;
    case StatementKind::Step:
    case StatementKind::Question:
    case StatementKind::Meldnorm:
    case StatementKind::Topic:
    case StatementKind::Point: namesAndLabel(); break;
    case StatementKind::Age: {
        const LineRange& ages = statement.ranges.front();
        out << Keyword::Of << ages.first;
        if (ages.last != std::numeric_limits<std::uint32_t>::max()) {
            out << Keyword::Until << ages.last;
        }
        out.group(statement.names, Keyword::And);
        if (!statement.more.empty()) {
            out << Keyword::About << statement.more.front();
        }
        break;
    }
    case StatementKind::Explanation:
        if (statement.flag) {
            out << Keyword::Out;
        }
        out.text(statement.label);
        break;
    case StatementKind::Refers:
        out << Keyword::Towards << statement.names;
        for (const SourcePart& part : statement.sourceParts) {
            out << part;
        }
        if (!statement.dates.empty()) {
            out << Keyword::State << statement.dates.front();
        }
        break;
    case StatementKind::Lapse: writeLapse(out, statement); break;
    case StatementKind::Blank:
        writeLapse(out, statement);
        (out << statement.names).text(statement.label);
        break;
    }
}

bool hasBlock(StatementKind kind) {
    switch (kind) {
    case StatementKind::Decision:
    case StatementKind::Step:
    case StatementKind::Question:
    case StatementKind::Framework:
    case StatementKind::Meldnorm:
    case StatementKind::Route:
    case StatementKind::Exception:
    case StatementKind::Topic:
    case StatementKind::Ambiguous:
    case StatementKind::Reading: return true;
    default: return false;
    }
}

} // namespace

void writeHead(WordsWriter& out, const Statement& statement) {
    // A promise begins with its modality.
    if (statement.kind != StatementKind::Promise) {
        out << syntax::keywordOf(statement.kind);
    }
    writeBody(out, statement);
}

void write(BlockWriter& out, const Statement& statement) {
    WordsWriter head;
    if (statement.draft) {
        head << Keyword::Draft;
    }
    if (statement.replaces) {
        head << Keyword::Replace;
    }
    writeHead(head, statement);
    for (const Place& place : statement.places) {
        head << place;
    }
    if (!hasBlock(statement.kind)) {
        out.line(head);
        return;
    }
    out.block(head, [&] {
        for (const Statement& inner : statement.block) {
            write(out, inner);
        }
    });
}

} // namespace meldc::syntax
