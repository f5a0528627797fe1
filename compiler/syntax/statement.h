#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "syntax/parts.h"

namespace meldc::syntax {

enum class StatementKind : std::uint8_t {
    Kind, Follows, Organisation, Authority, Sector, Profession, Adopted, Consent, Valid, Authorised, Works, Version,
    Document, Read, Encoded, Reread, Absent, Adheres, Role, Person, Contact, System, Decision, Owner, Decider,
    Reporter, Step, Function, Order, Performer, Participant, Consults, Duty, Question, AnswerYes, Rests, Edge,
    Framework, OpenFramework, Counts, Meldnorm, Promise, Route, Exception, Ground, Closed, Later, Inapplicable,
    Topic, Point, Threshold, Age, Explanation, Ambiguous, Reading, Blank, Personal, Refers,
    Lapse
};

/// One statement. Which members a kind uses (all others stay empty):
///
/// | kind | members |
/// |---|---|
/// | Kind | unitKind |
/// | Follows | names[0] |
/// | Organisation, Authority, Version | label |
/// | Sector, Profession, Works, Function | names |
/// | Adopted | dates[0], label = by whom |
/// | Consent | label = of whom, dates? |
/// | Valid | period |
/// | Authorised | answer (Yes, No, Doubt = unknown) |
/// | Document | names[0], label = path |
/// | Read | names? = document, ranges |
/// | Encoded, Reread | label = role, dates[0] |
/// | Absent | absent, names? = document, ranges |
/// | Adheres | names[0] = norm, severity? |
/// | Role | names[0], label?, inSentence?, synonyms, more = role kinds |
/// | Person | modality, names |
/// | Contact | names[0], label?, phone, address, website |
/// | System | names[0], label?, inSentence?, more = roles that have access (with `only`) |
/// | Decision | flag = one of, names, label?, block |
/// | Owner, Decider, Performer | performer |
/// | Reporter | performer, flag = on behalf of the organisation |
/// | Step | names[0], label?, block |
/// | Order | flag = after (else before), names[0] = step |
/// | Participant | modality?, names, condition? |
/// | Consults | modality?, flag = one of, names, condition? |
/// | Duty | performer, modality, duty |
/// | Question | names[0], label?, block |
/// | AnswerYes | condition |
/// | Rests | ranges = steps |
/// | Edge | answer, edge |
/// | Framework | names? = of, block |
/// | OpenFramework | label, names = candidates |
/// | Counts | names[0] counts as names[1] |
/// | Meldnorm | names[0], label?, block |
/// | Promise | modality, names, condition |
/// | Route | names[0], label?, condition? (inherited when absent), block |
/// | Exception | names[0] = on what, label?, block |
/// | Ground, Threshold | names, or openTerm |
/// | Closed, Later | - |
/// | Inapplicable | names[0], label?, reason |
/// | Topic | names[0], label?, block |
/// | Point | names[0], label? |
/// | Age | ranges[0] (last = UINT32_MAX when open), names, more? = about what |
/// | Explanation | label, flag = from a file |
/// | Ambiguous | label?, block = Reading statements |
/// | Reading | label?, block |
/// | Blank | label, lapse? = the slot that fills it, names? = its own name |
/// | Personal | label |
/// | Refers | names[0], sourceParts, dates? |
/// | Lapse | lapse |
struct Statement {
    StatementKind kind = StatementKind::Kind;
    /// The statement without its block.
    Span span;
    bool draft = false;
    bool replaces = false;
    bool flag = false;
    /// Its block has lines that could not be read (told): what it seems to lack may stand there.
    bool hasUnread = false;
    std::vector<Name> names;
    std::vector<Name> more;
    std::optional<Name> label;
    std::optional<Name> openTerm;
    std::optional<Name> reason;
    std::optional<Name> phone;
    std::optional<Name> address;
    std::optional<Name> website;
    std::optional<InSentence> inSentence;
    std::vector<Name> synonyms;
    std::vector<Date> dates;
    std::vector<LineRange> ranges;
    Period period;
    UnitKind unitKind = UnitKind::Meldcode;
    Answer answer = Answer::No;
    std::optional<SeverityWord> severity;
    std::optional<Modality> modality;
    std::optional<Condition> condition;
    std::optional<Performer> performer;
    std::optional<Duty> duty;
    std::vector<EdgePart> edge;
    std::vector<SourcePart> sourceParts;
    std::vector<LapsePart> lapse;
    AbsentTarget absent;
    std::vector<Place> places;
    std::vector<Statement> block;

    friend bool operator==(const Statement&, const Statement&) = default;
};

}  // namespace meldc::syntax
