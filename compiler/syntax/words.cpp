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
    }
    return Keyword::Meldcode;
}

}  // namespace meldc::syntax
