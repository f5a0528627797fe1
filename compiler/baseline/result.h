#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "logic/proof.h"
#include "model/library.h"
#include "model/world.h"

/// What the baseline says of a protocol: one result per norm that date, sector, framework and kind select.
namespace meldc::baseline {

using support::Localized;

enum class Status : std::uint8_t { Satisfied, Violated, Contradicted, Open, NotApplicable, Waived };

/// How often each verdict was given.
struct StatusCounts {
    std::size_t satisfied = 0;
    std::size_t violated = 0;
    std::size_t contradicted = 0;
    std::size_t open = 0;
    std::size_t notApplicable = 0;
    std::size_t waived = 0;

    void add(Status status);
    [[nodiscard]] std::size_t all() const;
    friend bool operator==(const StatusCounts&, const StatusCounts&) = default;
};

/// Why a verdict is open.
enum class OpenBecause : std::uint8_t {
    /// Nothing is written, and the norm leaves silence open.
    Silent,
    /// It hangs on words that only people can fill in.
    OpenTerm,
    /// A sentence can be read in two ways, and they differ.
    Ambiguous,
    /// Only a person can judge it; also a reading of the law that a jurist must confirm.
    Human,
    /// It hangs on a fact about the organisation that the text does not give.
    OutsideText,
    /// A choice still has to be made or a draft to be finished.
    Placeholder,
    /// Not found in what was taken over from a document, and the document was not read to its end.
    NotEncoded,
    /// There are no questions, so no decision to judge.
    NoDecision,
    /// The requirement is about doubt but ranges over cases without it.
    DoubtNotCounted
};

/// A passage that bears a verdict: where it is encoded and where it stands in the document.
struct Evidence {
    support::Span span;
    std::vector<model::Place> places;

    bool operator==(const Evidence& other) const { return span == other.span; }
};

/// The smallest case that breaks a requirement, replayed through the decision.
struct Counterexample {
    logic::Case facts;
    /// `nooit minder`: the case with less.
    std::optional<logic::Case> lesser;
    logic::Walk walk;
    std::vector<logic::Assumed> assumed;
    model::World world;
    /// The case told in a few plain sentences.
    Localized story;
};

/// How a verdict was reached.
struct ProofInfo {
    /// In words: over all cases, or by what is written.
    Localized method;
    logic::Count count;
    /// Open terms, choices, readings and variants that the proof ranges over.
    std::vector<std::string> assumptions;
};

/// Verdict on one requirement (`eis`) of a norm.
struct PartResult {
    Status status = Status::Satisfied;
    std::optional<OpenBecause> openBecause;
    bool vacuous = false;
    diagnostics::Severity severity = diagnostics::Severity::Info;
    Localized message;
    std::vector<Evidence> evidence;
    /// Violated, Contradicted, Ambiguous, OpenTerm: the case that breaks the requirement.
    std::optional<Counterexample> counterexample;
    /// Contradicted, Ambiguous: the same case in the world in which the requirement is met.
    std::optional<Counterexample> rival;
    std::optional<ProofInfo> proof;
    /// Open because there are more worlds than were looked at: these all agree.
    bool truncated = false;
    /// A case did not break the requirement when it was replayed: a defect of meldc, not of the code.
    bool internalError = false;
};

/// A ground as it is in force on the date asked for.
struct GroundOnDate {
    /// In words: short title and article.
    Localized text;
    /// JCI 1.3 reference; empty for a source outside the register of law.
    std::string jci;
    std::string url;
    model::TextStatus status = model::TextStatus::Read;
    bool inForce = true;
    model::SourceId source;
};

/// Verdict on one norm.
struct NormResult {
    const model::Norm* norm = nullptr;
    Status status = Status::Satisfied;
    std::optional<OpenBecause> openBecause;
    bool vacuous = false;
    diagnostics::Severity severity = diagnostics::Severity::Info;
    /// Rests on a text of law that was reconstructed, not read.
    bool provisional = false;
    std::vector<PartResult> parts;
    /// Those in force on the date.
    std::vector<GroundOnDate> grounds;
    Localized message;
    /// Satisfied: what is to be said besides.
    std::vector<Localized> remarks;
    Localized remedy;
    Localized ask;
    std::vector<Evidence> evidence;
    std::optional<Counterexample> counterexample;
    std::optional<Counterexample> rival;
    std::optional<ProofInfo> proof;
    /// Not applicable: why.
    Localized because;
    /// The waiver that turned what is not met into Waived, wholly or in part.
    const model::Waiver* waiver = nullptr;
    bool internalError = false;
};

/// A finding of check/ with the case that shows it.
struct Finding {
    diagnostics::Diagnostic diagnostic;
    std::vector<Evidence> evidence;
    std::optional<Counterexample> counterexample;
};

/// Everything that `check` says of one protocol.
struct ProtocolReport {
    const model::Protocol* protocol = nullptr;
    std::vector<NormResult> results;
    /// Those of check/, and those about waivers of this unit.
    std::vector<Finding> findings;
};

/// What `prove` says of one requirement.
struct ProveResult {
    /// Satisfied: it holds everywhere. Violated: refuted. Contradicted and Open (with the reason) as
    /// in a norm.
    PartResult part;
    /// Worlds in which it holds, is refuted, is open.
    std::size_t holds = 0;
    std::size_t refuted = 0;
    std::size_t open = 0;
    /// There are more worlds than these.
    bool truncated = false;
    /// A diagram grew too large to decide it.
    bool tooLarge = false;
};

}  // namespace meldc::baseline
