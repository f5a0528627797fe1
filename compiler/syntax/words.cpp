#include "syntax/words.h"

namespace meldc::syntax {

Keyword keywordOf(Field field) {
    switch (field) {
        case Field::Name: return Keyword::Name;
        case Field::Kind: return Keyword::Kind;
        case Field::Sector: return Keyword::Sector;
        case Field::Function: return Keyword::Function;
        case Field::Performer: return Keyword::Performer;
        case Field::Participant: return Keyword::Participant;
        case Field::Consults: return Keyword::Consults;
        case Field::Owner: return Keyword::Owner;
        case Field::Decider: return Keyword::Decider;
        case Field::Reporter: return Keyword::Reporter;
        case Field::Role: return Keyword::Role;
        case Field::Action: return Keyword::Action;
        case Field::Matter: return Keyword::Matter;
        case Field::With: return Keyword::With;
        case Field::To: return Keyword::To;
        case Field::System: return Keyword::System;
        case Field::Modality: return Keyword::Modality;
        case Field::Condition: return Keyword::Condition;
        case Field::Directly: return Keyword::Directly;
        case Field::Step: return Keyword::Step;
        case Field::Topic: return Keyword::Topic;
        case Field::Decision: return Keyword::Decision;
        case Field::Consequence: return Keyword::Consequence;
        case Field::Ground: return Keyword::Ground;
        case Field::Closed: return Keyword::Closed;
        case Field::Later: return Keyword::Later;
        case Field::Description: return Keyword::Description;
        case Field::Phone: return Keyword::Phone;
        case Field::Adopted: return Keyword::Adopted;
        case Field::Authority: return Keyword::Authority;
        case Field::Valid: return Keyword::Valid;
        case Field::Authorised: return Keyword::Authorised;
        case Field::Works: return Keyword::Works;
        case Field::Framework: return Keyword::Framework;
        case Field::Version: return Keyword::Version;
        case Field::Application: return Keyword::Application;
        case Field::Point: return Keyword::Point;
        case Field::Return: return Keyword::Return;
        case Field::About: return Keyword::About;
        case Field::Choice: return Keyword::Choice;
        case Field::Threshold: return Keyword::Threshold;
        case Field::Duty: return Keyword::Duty;
        case Field::Consent: return Keyword::Consent;
        case Field::From: return Keyword::Of;
        case Field::Until: return Keyword::Until;
        case Field::Exception: return Keyword::Exception;
        case Field::Route: return Keyword::Route;
        case Field::Behalf: return Keyword::Behalf;
        case Field::Source: return Keyword::Source;
        case Field::State: return Keyword::State;
        case Field::Outdated: return Keyword::Outdated;
    }
    return Keyword::Name;
}

Keyword keywordOf(TableKind kind) {
    switch (kind) {
        case TableKind::Meldcode: return Keyword::Meldcode;
        case TableKind::Role: return Keyword::Role;
        case TableKind::Step: return Keyword::Step;
        case TableKind::Duty: return Keyword::Duty;
        case TableKind::Question: return Keyword::Question;
        case TableKind::Meldnorm: return Keyword::Meldnorm;
        case TableKind::Route: return Keyword::Route;
        case TableKind::Decision: return Keyword::Decision;
        case TableKind::Exception: return Keyword::Exception;
        case TableKind::Topic: return Keyword::Topic;
        case TableKind::Contact: return Keyword::Contact;
        case TableKind::System: return Keyword::System;
        case TableKind::Consultation: return Keyword::Consultation;
        case TableKind::Framework: return Keyword::Framework;
        case TableKind::Age: return Keyword::Age;
        case TableKind::Blank: return Keyword::Blank;
        case TableKind::Point: return Keyword::Point;
        case TableKind::Reference: return Keyword::Reference;
    }
    return Keyword::Meldcode;
}

Keyword keywordOf(StatementKind kind) {
    switch (kind) {
        case StatementKind::Kind: return Keyword::Kind;
        case StatementKind::Follows: return Keyword::Follows;
        case StatementKind::Organisation: return Keyword::Organisation;
        case StatementKind::Authority: return Keyword::Competent;
        case StatementKind::Sector: return Keyword::Sector;
        case StatementKind::Profession: return Keyword::Profession;
        case StatementKind::Adopted: return Keyword::Adopted;
        case StatementKind::Consent: return Keyword::Consent;
        case StatementKind::Valid: return Keyword::Valid;
        case StatementKind::Authorised: return Keyword::Authorised;
        case StatementKind::Works: return Keyword::Works;
        case StatementKind::Version: return Keyword::Version;
        case StatementKind::Document: return Keyword::Source;
        case StatementKind::Read: return Keyword::Read;
        case StatementKind::Encoded: return Keyword::Encoded;
        case StatementKind::Reread: return Keyword::Reread;
        case StatementKind::Absent: return Keyword::Absent;
        case StatementKind::Adheres: return Keyword::Adheres;
        case StatementKind::Role: return Keyword::Role;
        case StatementKind::Person: return Keyword::A;
        case StatementKind::Contact: return Keyword::Contact;
        case StatementKind::System: return Keyword::System;
        case StatementKind::Decision: return Keyword::Decision;
        case StatementKind::Owner: return Keyword::Owner;
        case StatementKind::Decider: return Keyword::Decider;
        case StatementKind::Reporter: return Keyword::Reporter;
        case StatementKind::Step: return Keyword::Step;
        case StatementKind::Function: return Keyword::Legal;
        case StatementKind::Order: return Keyword::Order;
        case StatementKind::Performer: return Keyword::Performer;
        case StatementKind::Participant: return Keyword::Together;
        case StatementKind::Consults: return Keyword::Consults;
        case StatementKind::Duty: return Keyword::Duty;
        case StatementKind::Question: return Keyword::Question;
        case StatementKind::AnswerYes: return Keyword::Answer;
        case StatementKind::Rests: return Keyword::Rests;
        case StatementKind::Edge: return Keyword::When;
        case StatementKind::Framework: return Keyword::Framework;
        case StatementKind::OpenFramework: return Keyword::Framework;
        case StatementKind::Counts: return Keyword::Counts;
        case StatementKind::Meldnorm: return Keyword::Meldnorm;
        case StatementKind::Promise: return Keyword::Must;
        case StatementKind::Route: return Keyword::Route;
        case StatementKind::Exception: return Keyword::Exception;
        case StatementKind::Ground: return Keyword::Ground;
        case StatementKind::Closed: return Keyword::Only;
        case StatementKind::Later: return Keyword::Later;
        case StatementKind::Inapplicable: return Keyword::Topic;
        case StatementKind::Topic: return Keyword::Topic;
        case StatementKind::Point: return Keyword::Point;
        case StatementKind::Threshold: return Keyword::Threshold;
        case StatementKind::Age: return Keyword::Age;
        case StatementKind::Explanation: return Keyword::Explanation;
        case StatementKind::Ambiguous: return Keyword::Ambiguous;
        case StatementKind::Reading: return Keyword::Reading;
        case StatementKind::Blank: return Keyword::Blank;
        case StatementKind::Personal: return Keyword::Personal;
        case StatementKind::Refers: return Keyword::Refers;
        case StatementKind::Lapse: return Keyword::Lapses;
    }
    return Keyword::Kind;
}

Keyword keywordOf(ConceptKind kind) {
    switch (kind) {
        case ConceptKind::Fact: return Keyword::Fact;
        case ConceptKind::Consequence: return Keyword::Consequence;
        case ConceptKind::StepFunction: return Keyword::StepFunction;
        case ConceptKind::RoleKind: return Keyword::RoleKind;
        case ConceptKind::Action: return Keyword::Action;
        case ConceptKind::Matter: return Keyword::Matter;
        case ConceptKind::Topic: return Keyword::Topic;
        case ConceptKind::Sector: return Keyword::Sector;
        case ConceptKind::Party: return Keyword::Party;
        case ConceptKind::Concerned: return Keyword::Concerned;
        case ConceptKind::Point: return Keyword::Point;
        case ConceptKind::Ground: return Keyword::Ground;
        case ConceptKind::Profession: return Keyword::Profession;
    }
    return Keyword::Fact;
}

Keyword keywordOf(LapseKind kind) {
    switch (kind) {
        case LapseKind::Step: return Keyword::Step;
        case LapseKind::Question: return Keyword::Question;
        case LapseKind::Meldnorm: return Keyword::Meldnorm;
        case LapseKind::Route: return Keyword::Route;
        case LapseKind::Role: return Keyword::Role;
        case LapseKind::Contact: return Keyword::Contact;
        case LapseKind::System: return Keyword::System;
        case LapseKind::Topic: return Keyword::Topic;
        case LapseKind::Exception: return Keyword::Exception;
        case LapseKind::Decision: return Keyword::Decision;
        case LapseKind::Duty: return Keyword::Duty;
        case LapseKind::Point: return Keyword::Point;
        case LapseKind::Blank: return Keyword::Blank;
        case LapseKind::Adheres: return Keyword::Adheres;
        case LapseKind::Explanation: return Keyword::Explanation;
        case LapseKind::Age: return Keyword::Age;
        case LapseKind::Refers: return Keyword::Refers;
        case LapseKind::Person: return Keyword::A;
        case LapseKind::Organisation: return Keyword::Organisation;
        case LapseKind::Authority: return Keyword::Authority;
        case LapseKind::Adopted: return Keyword::Adopted;
        case LapseKind::Consent: return Keyword::Consent;
        case LapseKind::Valid: return Keyword::Valid;
        case LapseKind::Authorised: return Keyword::Authorised;
        case LapseKind::Version: return Keyword::Version;
        case LapseKind::Framework: return Keyword::Framework;
    }
    return Keyword::Step;
}

}  // namespace meldc::syntax
