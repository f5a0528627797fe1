#pragma once

#include <map>
#include <vector>

#include "compare/cases.h"
#include "diagnostics/diagnostic.h"

namespace meldc::compare {

/// Which weakened cases acceptances cover.
class Coverage {
public:
    /// `world`: the new text, for a bare `twijfel` in a condition. All must outlive it.
    Coverage(logic::Comparison& comparison, const std::vector<const model::Acceptance*>& acceptances,
             const model::Protocol& world);

    /// The part of a shift's area that no acceptance covers. A case is covered when each protecting
    /// consequence that it loses is accepted, or when it has no outcome any more and that is accepted.
    logic::Comparison::Area uncovered(const logic::Shift& shift, const Rating& rating,
                                      logic::Comparison::Area area);
    /// The acceptances with the cases of all areas so far that they cover, wholly or for one consequence.
    std::vector<UsedAcceptance> used();

private:
    struct Loss {
        const model::Acceptance* acceptance = nullptr;
        const model::AcceptedLoss* loss = nullptr;
        logic::Comparison::Area where{};
    };
    bool hasEffect(const Loss& loss);
    logic::Comparison::Area acceptedFor(model::ConceptId lost, bool isOutcome, logic::Comparison::Area area);

    logic::Comparison& comparison_;
    const std::vector<const model::Acceptance*>& acceptances_;
    std::vector<Loss> losses_;
    std::map<const model::Acceptance*, logic::Comparison::Area> used_;
};

/// The acceptances that hold for a text on a day.
std::vector<const model::Acceptance*> acceptancesOn(const std::vector<model::Acceptance>& acceptances,
                                                    const model::Protocol& protocol, const support::Date& day);

/// An acceptance that ends within so many days is told.
inline constexpr int kNoticeDays = 60;

/// What is wrong with acceptances whatever they cover: ended, ending, not yet decided, or for an unknown text.
/// `today` is before `day` for who looks ahead: what ends in between has not ended.
std::vector<diagnostics::Diagnostic> datedFindings(const std::vector<model::Acceptance>& acceptances,
                                                   const model::Protocol& protocol, const support::Date& day,
                                                   const support::Date& today);

/// The same of the acceptances beside a new version, and which of them cover nothing. One that covers nothing
/// because the old version had it too, and protected as little, is told to have been taken up.
std::vector<diagnostics::Diagnostic> acceptanceFindings(const std::vector<model::Acceptance>& before,
                                                        const std::vector<model::Acceptance>& after,
                                                        const model::Protocol& protocol, const support::Date& day,
                                                        const CasesDifference& cases);

} // namespace meldc::compare
