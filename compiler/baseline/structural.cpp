#include "baseline/structural.h"

#include <algorithm>
#include <limits>

namespace meldc::baseline {

namespace {

using model::Row;
using model::TableKind;

/// Most rows shown that nearly met a requirement which nothing meets.
constexpr std::size_t kMaxNearMisses = 4;

/// Most rows shown of those that meet a requirement for which fewer are enough.
constexpr std::size_t kMaxShown = 4;

struct Tested {
    Row row;
    FieldOutcome outcome;
    FieldTrace trace;
};

class Judge {
public:
    Judge(const model::Vocabulary& vocabulary, const model::Protocol& world, const model::Requirement& requirement,
          SilenceRule silence)
        : vocabulary_(vocabulary), world_(world), requirement_(requirement), silence_(silence) {}

    WorldVerdict run() {
        if (requirement_.kind == syntax::RequirementKind::Count) {
            count();
        } else {
            each();
        }
        return std::move(verdict_);
    }

private:
    /// Whether the row is one that the requirement is about.
    Tested select(const Row& row) const {
        Tested result{row, {Tri::Yes}, {}};
        if (requirement_.where) {
            result.outcome = testFields(vocabulary_, world_, row, *requirement_.where, result.trace);
        }
        if (result.outcome.value == Tri::Yes) weaken(result);
        return result;
    }

    /// A role known by a description, a framework still to be chosen: perhaps there.
    void weaken(Tested& tested) const {
        if (tested.row.existence == model::Existence::OpenTerm) {
            tested.outcome = {Tri::Open, OpenBecause::OpenTerm};
            tested.trace.words.push_back(tested.row.described->actor.openTerm);
        } else if (tested.row.existence == model::Existence::Placeholder && !asksWhetherChosen()) {
            tested.outcome = {Tri::Open, OpenBecause::Placeholder};
            tested.trace.words.push_back(world_.frameworks[tested.row.index].openTerm);
        }
    }
    bool asksWhetherChosen() const {
        return (requirement_.where && asksAbout(*requirement_.where, model::Field::Choice)) ||
               (requirement_.has && asksAbout(*requirement_.has, model::Field::Choice));
    }

    void show(const Tested& tested) {
        // A role bears nothing by being declared: what is said about it does.
        const bool isBearer = tested.row.kind != TableKind::Role || tested.trace.statements.empty();
        if (isBearer) addEvidence(verdict_.evidence, tested.row.origin);
        for (const model::Origin* origin : tested.trace.statements) addEvidence(verdict_.evidence, origin);
    }
    void showAll(const std::vector<Tested>& list) {
        for (const Tested& each : list) show(each);
    }
    /// Open, not because nothing is said, but because of the words in these rows; nothing when they
    /// have none.
    void nameWords(const std::vector<Tested>& list) {
        for (const Tested& each : list) {
            verdict_.words.insert(verdict_.words.end(), each.trace.words.begin(), each.trace.words.end());
        }
        if (!verdict_.words.empty()) leaveOpen(verdict_, OpenBecause::OpenTerm);
    }

    /// A role that is only described may be the one that is asked for, unless a search says that
    /// there is no such role.
    void dropSoughtInVain(std::vector<Tested>& perhaps) const {
        const auto isDescribed = [](const Tested& each) { return each.row.existence == model::Existence::OpenTerm; };
        if (std::none_of(perhaps.begin(), perhaps.end(), isDescribed)) return;
        const auto absences = absencesFor(vocabulary_, world_, requirement_, silence_.searches);
        const bool isSought = std::any_of(absences.begin(), absences.end(), [](const model::Absence* each) {
            return each->kind == syntax::AbsentKind::Thing && each->thing == TableKind::Role;
        });
        if (isSought) std::erase_if(perhaps, isDescribed);
    }

    void leaveOpenFor(const std::vector<Tested>& list) {
        leaveOpen(verdict_, list.front().outcome.why);
        showAll(list);
        for (const Tested& each : list) {
            verdict_.words.insert(verdict_.words.end(), each.trace.words.begin(), each.trace.words.end());
        }
    }

    void count() {
        std::vector<Tested> met;
        std::size_t metBySilence = 0;
        std::vector<Tested> perhaps;
        std::vector<Tested> opposite;
        std::vector<Tested> perhapsOpposite;
        std::vector<Tested> nearly;
        for (const Row& row : model::rowsOf(vocabulary_, world_, requirement_.table)) {
            Tested tested = select(row);
            if (tested.outcome.value == Tri::Yes) {
                metBySilence += tested.outcome.isBySilence ? 1U : 0U;
                met.push_back(std::move(tested));
            } else if (tested.outcome.value == Tri::Open) {
                perhaps.push_back(std::move(tested));
            } else if (tested.trace.metSomething && tested.outcome.isBySlot) {
                (tested.outcome.isBesideOpen ? perhapsOpposite : opposite).push_back(std::move(tested));
            } else if (tested.trace.metSomething && nearly.size() < kMaxNearMisses) {
                nearly.push_back(std::move(tested));
            }
        }
        dropSoughtInVain(perhaps);
        const auto [least, most] = bounds();
        const std::size_t surely = met.size();
        const std::size_t atMost = met.size() + perhaps.size();
        if (surely > most) {
            showAll(met);
            const bool isCertain = silence_.isWholeText || surely - metBySilence > most;
            isCertain ? violate() : judgeSilence();
        } else if (surely >= least && atMost <= most) {
            if (met.size() > std::max(least, kMaxShown)) met.resize(std::max(least, kMaxShown));
            showAll(met);
        } else if (atMost >= least) {
            leaveOpenFor(perhaps);
        } else {
            showAll(met);
            const auto& said = opposite.empty() ? perhapsOpposite : opposite;
            showAll(said.empty() ? nearly : said);
            judgeSilence();
            // The code is not silent when it says something else. Whether it is about this may be open.
            if (verdict_.openBecause != OpenBecause::Silent) return;
            if (!opposite.empty()) {
                violate();
            } else if (!perhapsOpposite.empty()) {
                nameWords(perhapsOpposite);
            }
        }
    }

    struct Bounds {
        std::size_t least;
        std::size_t most;
    };
    Bounds bounds() const {
        constexpr auto kAny = std::numeric_limits<std::size_t>::max();
        switch (requirement_.quantity) {
            case syntax::QuantityKind::None: return {0, 0};
            case syntax::QuantityKind::AtLeast: return {requirement_.number, kAny};
            case syntax::QuantityKind::Exactly: return {requirement_.number, requirement_.number};
            case syntax::QuantityKind::AtMost: return {0, requirement_.number};
        }
        return {0, kAny};
    }

    void each() {
        std::vector<Tested> broken;
        std::vector<Tested> silent;
        std::vector<Tested> perhaps;
        std::vector<Tested> met;
        for (const Row& row : model::rowsOf(vocabulary_, world_, requirement_.table)) {
            const Tested selected = select(row);
            if (selected.outcome.value == Tri::No) continue;
            Tested tested{row, {Tri::Yes}, {}};
            if (requirement_.has) {
                tested.outcome = testFields(vocabulary_, world_, row, *requirement_.has, tested.trace);
            }
            if (tested.outcome.value == Tri::Yes) {
                met.push_back(std::move(tested));
            } else if (selected.outcome.value == Tri::Open) {
                // Whether the row is meant at all is open, so it breaks nothing.
                tested.outcome = selected.outcome;
                tested.trace.words = selected.trace.words;
                perhaps.push_back(std::move(tested));
            } else if (tested.outcome.value == Tri::Open) {
                perhaps.push_back(std::move(tested));
            } else if (tested.outcome.isBySilence || (selected.outcome.isBySilence && !silence_.isWholeText)) {
                // It lacks something, or is meant only because it does.
                silent.push_back(std::move(tested));
            } else {
                broken.push_back(std::move(tested));
            }
        }
        verdict_.vacuous = met.empty() && broken.empty() && silent.empty() && perhaps.empty();
        if (!broken.empty()) {
            verdict_.status = Status::Violated;
            showAll(broken);
        } else if (!silent.empty()) {
            showAll(silent);
            judgeSilence();
            if (verdict_.openBecause == OpenBecause::Silent) nameWords(silent);
        } else if (!perhaps.empty()) {
            leaveOpenFor(perhaps);
        } else {
            showAll(met);
        }
    }

    void violate() {
        verdict_.status = Status::Violated;
        verdict_.openBecause.reset();
    }

    void judgeSilence() {
        const auto absences = absencesFor(vocabulary_, world_, requirement_, silence_.searches);
        if (!absences.empty()) {
            verdict_.status = Status::Violated;
            // Where it was looked for bears the verdict; what lacks it only says of what.
            std::vector<Evidence> searched;
            for (const model::Absence* each : absences) addEvidence(searched, &each->origin);
            for (const Evidence& passage : verdict_.evidence) addEvidence(searched, passage);
            verdict_.evidence = std::move(searched);
        } else if (!silence_.isWholeText) {
            leaveOpen(verdict_, OpenBecause::NotEncoded);
        } else if (!silence_.violates) {
            leaveOpen(verdict_, OpenBecause::Silent);
        } else {
            verdict_.status = Status::Violated;
        }
    }

    const model::Vocabulary& vocabulary_;
    const model::Protocol& world_;
    const model::Requirement& requirement_;
    SilenceRule silence_;
    WorldVerdict verdict_;
};

}  // namespace

WorldVerdict judgeStructural(const model::Vocabulary& vocabulary, const model::Protocol& world,
                             const model::Requirement& requirement, SilenceRule silence) {
    return Judge(vocabulary, world, requirement, silence).run();
}

FieldOutcome testUnit(const model::Vocabulary& vocabulary, const model::Protocol& world,
                      const model::FieldCondition& condition, FieldTrace& trace) {
    return testFields(vocabulary, world, Row{}, condition, trace);
}

}  // namespace meldc::baseline
