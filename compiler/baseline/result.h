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

/// Why a verdict is open.
enum class OpenBecause : std::uint8_t {
    Silent, OpenTerm, Ambiguous, Human, OutsideText, Placeholder, NotEncoded, NoDecision
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

/// How a behavioural verdict was reached.
struct ProofInfo {
    logic::Count count;
    /// Open terms, choices, readings and variants that the proof ranges over.
    std::vector<std::string> assumptions;
};

/// Verdict on one requirement (`eis`) of a norm.
struct PartResult {
    Status status = Status::Satisfied;
    std::optional<OpenBecause> openBecause;
    bool vacuous = false;
    Localized message;
    std::vector<Evidence> evidence;
    std::optional<Counterexample> counterexample;
    std::optional<ProofInfo> proof;
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
    std::vector<GroundOnDate> grounds;
    Localized message;
    Localized remedy;
    Localized ask;
    std::vector<Evidence> evidence;
    std::optional<Counterexample> counterexample;
    std::optional<ProofInfo> proof;
    /// Not applicable: why.
    Localized because;
    const model::Waiver* waiver = nullptr;
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
    std::vector<Finding> findings;
};

}  // namespace meldc::baseline
