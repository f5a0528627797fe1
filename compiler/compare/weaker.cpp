#include "compare/weaker.h"

#include <algorithm>

#include "baseline/story.h"
#include "diagnostics/phrases.h"

namespace meldc::compare {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::phrase;
using diagnostics::Phrase;

namespace {

/// So many things that vanished are named; the rest is in the list of statements.
constexpr std::size_t kNamedGone = 5;

/// The fewest and the most hours that a term leaves, for terms of which it is known.
std::pair<std::uint64_t, std::uint64_t> hoursOf(const syntax::Timing& timing) {
    constexpr std::uint64_t kDay = 24;
    const std::uint64_t amount = timing.amount;
    switch (timing.kind) {
    case syntax::TimingKind::Directly:
        return {0, 0};
    case syntax::TimingKind::Hours:
        return {amount, amount};
    case syntax::TimingKind::Days:
        return {amount * kDay, amount * kDay};
    case syntax::TimingKind::Weeks:
        return {amount * 7 * kDay, amount * 7 * kDay};
    case syntax::TimingKind::WorkingDays:
        // Every five have a weekend between them, and begin in one at worst.
        return {amount * kDay, (amount + (amount / 5 + 1) * 2) * kDay};
    }
    return {0, 0};
}

bool isFirm(const model::Task* task) {
    return task != nullptr && task->modality != syntax::Modality::May;
}

const AspectChange* aspectOf(const StatementChange& change, Aspect aspect) {
    const auto at = std::find_if(change.aspects.begin(), change.aspects.end(),
                                 [&](const AspectChange& each) { return each.aspect == aspect; });
    return at == change.aspects.end() ? nullptr : &*at;
}

support::Localized wordsOf(const std::vector<support::Localized>& parts) {
    return parts.empty() ? phrase(Phrase::ChangeNoTerm) : baseline::listed(parts);
}

class WeakerTeller {
public:
    explicit WeakerTeller(const model::Protocol& protocol) : protocol_(protocol) {}

    void statement(const StatementChange& change) {
        if (change.kind == ChangeKind::Vanished) {
            vanished(change);
        } else if (change.thing == Thing::Duty) {
            duty(change);
        } else if (change.thing == Thing::Contact) {
            contact(change);
        }
    }

    void verdict(const VerdictChange& change) {
        const bool wasMet = change.before != nullptr && change.before->status == baseline::Status::Satisfied;
        const bool isOpen = change.after != nullptr && change.after->status == baseline::Status::Open;
        if (wasMet && isOpen && change.norm->layer == model::Layer::Law) {
            const auto& evidence = change.after->evidence;
            findings_.push_back(make<Diag::LawVerdictLost>(evidence.empty() ? protocol_.span : evidence.front().span,
                                                           change.norm->id,
                                                           support::same(change.norm->title)));
        }
    }

    std::vector<diagnostics::Diagnostic> take() {
        if (!gone_.empty()) {
            const std::size_t more = gone_.size() - std::min(gone_.size(), kNamedGone);
            gone_.resize(gone_.size() - more);
            support::Localized list = diagnostics::joined(gone_, "; ");
            if (more > 0) {
                list = phrase(Phrase::ChangeGoneMore, list, more);
            }
            findings_.push_back(make<Diag::DutiesGone>(protocol_.span, protocol_.name, list));
        }
        return std::move(findings_);
    }

private:
    void vanished(const StatementChange& change) {
        const bool isThing = change.thing == Thing::Step || change.thing == Thing::Topic ||
                             change.thing == Thing::Meldnorm || change.thing == Thing::Contact;
        if (isThing || isFirm(change.taskBefore)) {
            gone_.push_back(change.place.isEmpty() ? change.title
                                                   : phrase(Phrase::StatementAt, change.title, change.place));
        }
    }

    void duty(const StatementChange& change) {
        if (!isFirm(change.taskBefore) || change.taskAfter == nullptr) {
            return;
        }
        const AspectChange* modality = aspectOf(change, Aspect::Modality);
        if (modality != nullptr && !isFirm(change.taskAfter)) {
            weaker(change, *modality);
        }
        const AspectChange* timing = aspectOf(change, Aspect::Timing);
        if (timing != nullptr && change.taskAfter->modality == syntax::Modality::Must &&
            isLonger(change.taskBefore->timing, change.taskAfter->timing)) {
            weaker(change, *timing);
        }
    }

    void weaker(const StatementChange& change, const AspectChange& aspect) {
        findings_.push_back(make<Diag::DutyWeaker>(change.after->span, change.title, wordsOf(aspect.before),
                                                   wordsOf(aspect.after)));
    }

    void contact(const StatementChange& change) {
        if (const AspectChange* phone = aspectOf(change, Aspect::Phone); phone != nullptr && !phone->before.empty()) {
            findings_.push_back(make<Diag::PhoneChanged>(change.after->span, change.title,
                                                         baseline::listed(phone->before),
                                                         phone->after.empty() ? phrase(Phrase::ChangeNoPhone)
                                                                              : baseline::listed(phone->after)));
        }
    }

    const model::Protocol& protocol_;
    std::vector<support::Localized> gone_;
    std::vector<diagnostics::Diagnostic> findings_;
};

} // namespace

bool isLonger(const std::optional<syntax::Timing>& before, const std::optional<syntax::Timing>& after) {
    if (!before || !after) {
        return before.has_value() && !after;
    }
    if (before->kind == after->kind) {
        return after->amount > before->amount;
    }
    return hoursOf(*after).first > hoursOf(*before).second;
}

std::vector<diagnostics::Diagnostic> weakerFindings(const model::Protocol& protocol,
                                                    const std::vector<StatementChange>& statements,
                                                    const std::vector<VerdictChange>& verdicts) {
    WeakerTeller teller(protocol);
    for (const StatementChange& each : statements) {
        teller.statement(each);
    }
    for (const VerdictChange& each : verdicts) {
        teller.verdict(each);
    }
    return teller.take();
}

} // namespace meldc::compare
