#pragma once

#include "emit/places.h"
#include "emit/report.h"

#include <array>
#include <string>
#include <vector>

/// A report as people read it: groups of entries. Text and page are made from it.
namespace meldc::emit {

/// What the code does is in order; what does not concern it stands apart and is no merit. What is left
/// blank is no fault yet, and to say something else than a model is a choice: both stand apart.
enum class Group : std::uint8_t {
    MustChange,
    FillIn,
    CanBeBetter,
    JudgeYourself,
    Differs,
    Waived,
    InOrder,
    NotApplicable
};
inline constexpr std::array<Group, 8> kGroups{
    Group::MustChange, Group::FillIn, Group::CanBeBetter, Group::JudgeYourself,
    Group::Differs,    Group::Waived, Group::InOrder,     Group::NotApplicable};

/// One verdict or finding.
struct Entry {
    Group group = Group::InOrder;
    /// Id of the norm, or code of the finding ("MC4101").
    std::string id;
    diagnostics::Severity severity = diagnostics::Severity::Info;
    /// The verdict in words; empty for a finding.
    support::Localized verdict;
    /// Law, norm, house, advice in words; empty for a finding.
    support::Localized layer;
    /// Title of the norm; empty for a finding.
    std::string title;
    support::Localized message;
    support::Localized remedy;
    support::Localized ask;
    support::Localized story;
    /// What makes the verdict less than certain, if anything.
    support::Localized reservation;
    /// What a finding adds to its message: where it is said otherwise, in which reading it holds.
    std::vector<support::Localized> notes;
    /// Part of it was waived: reason, by whom and for how long.
    support::Localized waiver;
    /// Waived: what the verdict would be else.
    support::Localized withoutWaiver;
    /// It rests on a text of law that was reconstructed.
    bool isProvisional = false;
    std::vector<At> at;
    /// Its places are what it tells: none is left out.
    bool listsPlaces = false;
    const std::vector<baseline::GroundOnDate>* grounds = nullptr;
    /// The verdict itself; null for a finding.
    const baseline::NormResult* result = nullptr;
    /// The finding itself; null for a verdict.
    const baseline::Finding* finding = nullptr;
    /// The smaller, the more it asks to be done first.
    int rank = 0;
};

/// What a report counts.
struct Tally {
    baseline::StatusCounts verdicts;
    /// Of all of these: resting on a text of law that was reconstructed.
    std::size_t provisional = 0;
    std::size_t findings = 0;
    /// Proofs, and the largest number of cases that one looked at.
    std::size_t proofs = 0;
    std::uint64_t mostCases = 0;

    void add(const baseline::ProtocolReport& report);
};

/// All entries of a protocol: first those of the first group, within it the most pressing first.
/// `quotes`: what its documents say; null: they were not opened. `names`: how files are told.
[[nodiscard]] std::vector<Entry> entriesOf(const support::SourceMap& sources,
                                           const baseline::ProtocolReport& report,
                                           const evidence::Quotes* quotes = nullptr,
                                           FileNames names = FileNames::Paths);

/// A message about a file, as an entry; it has neither verdict nor finding.
[[nodiscard]] Entry entryOf(const support::SourceMap& sources,
                            const diagnostics::Diagnostic& diagnostic);

/// One verdict as an entry.
[[nodiscard]] Entry entryOf(const support::SourceMap& sources, const baseline::NormResult& result,
                            const evidence::Quotes* quotes = nullptr,
                            FileNames names = FileNames::Paths);

/// Name of a group as a heading.
[[nodiscard]] support::Localized nameOf(Group group);
/// The verdict in words: "voldoet niet".
[[nodiscard]] support::Localized nameOf(baseline::Status status);
[[nodiscard]] support::Localized nameOf(model::Layer layer);
/// Why a verdict is open, in words.
[[nodiscard]] support::Localized nameOf(baseline::OpenBecause reason);
[[nodiscard]] support::Localized nameOf(diagnostics::Severity severity);

/// How grave an entry is in words; what is blank and what is a choice by their group.
[[nodiscard]] support::Localized weightOf(const Entry& entry);

/// "3 voldoet niet, 12 open": verdicts that were given. Empty when there are none.
[[nodiscard]] support::Localized verdictsOf(const baseline::StatusCounts& counts);
/// "46 normen: 3 voldoet niet, 12 open, …".
[[nodiscard]] support::Localized countsOf(const Tally& tally);

/// The message with the title of the norm before it: "the code says nothing about this" alone does
/// not say about what. Of a finding its message.
[[nodiscard]] support::Localized titled(const Entry& entry);

/// The highest severity among the report's violated and contradicted norms and its findings.
[[nodiscard]] diagnostics::Severity worstOf(const baseline::ProtocolReport& report);

} // namespace meldc::emit
