#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "syntax/statement.h"

/// What stands beside protocols in a file: worked examples, waivers, acceptances, how a project is checked.
namespace meldc::syntax {

struct CaseFacts {
    bool later = false;
    Answer answer = Answer::Yes;
    std::vector<Name> names;

    friend bool operator==(const CaseFacts&, const CaseFacts&) = default;
};
enum class ExpectationKind : std::uint8_t { Consequence, Nothing, Undetermined, Deferred };
struct Expectation {
    ExpectationKind kind = ExpectationKind::Consequence;
    std::optional<Modality> modality;
    Name name;
    Span span;

    friend bool operator==(const Expectation&, const Expectation&) = default;
};
/// A worked example that must keep its outcome.
struct Case {
    Name label;
    std::optional<Name> unit;
    Span span;
    std::vector<CaseFacts> facts;
    std::vector<Expectation> expectations;
    /// `precies`: the whole outcome, not a part of it.
    bool exactly = false;
    /// `concept`: written by a program, for a person to confirm.
    bool isDraft = false;

    friend bool operator==(const Case&, const Case&) = default;
};

struct Waiver {
    Name norm;
    Name unit;
    Span span;
    std::optional<Name> reason;
    std::optional<Name> decidedBy;
    std::optional<Date> decidedOn;
    Period valid;

    friend bool operator==(const Waiver&, const Waiver&) = default;
};

/// What an acceptance is about: fewer of these consequences (none named: no outcome any more), in these
/// cases (absent: in all).
struct AcceptedLoss {
    std::vector<Name> consequences;
    std::optional<Condition> when;
    Span span;

    friend bool operator==(const AcceptedLoss&, const AcceptedLoss&) = default;
};
/// Less protection in a new version, decided on by somebody.
struct Acceptance {
    std::optional<Name> label;
    Name unit;
    Span span;
    std::vector<AcceptedLoss> losses;
    std::optional<Name> reason;
    std::optional<Name> decidedBy;
    std::optional<Date> decidedOn;
    std::optional<Date> until;

    friend bool operator==(const Acceptance&, const Acceptance&) = default;
};

/// One way to tell the outcome; `file`: into which file.
struct ProjectFormat {
    Name name;
    std::optional<Name> file;

    friend bool operator==(const ProjectFormat&, const ProjectFormat&) = default;
};
/// How a repository wants its protocols checked.
struct Project {
    Span span;
    std::optional<Name> sector;
    std::optional<Date> date;
    /// The hash of the library that its verdicts rest on, or how it begins.
    std::optional<Name> baseline;
    std::optional<SeverityWord> failOn;
    std::vector<ProjectFormat> formats;

    friend bool operator==(const Project&, const Project&) = default;
};

} // namespace meldc::syntax
