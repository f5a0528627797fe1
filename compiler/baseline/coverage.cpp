#include "baseline/coverage.h"

#include <algorithm>
#include <optional>

#include "model/statements.h"

namespace meldc::baseline {

namespace {

using model::Absence;
using model::Field;
using model::FieldCondition;
using model::FieldConditionKind;
using model::LineRange;
using model::TableKind;
using syntax::AbsentKind;

/// The kind of thing whose absence empties a field of another kind.
std::optional<TableKind> thingBehind(Field field) {
    switch (field) {
        case Field::Duty: return TableKind::Duty;
        case Field::Consults: return TableKind::Consultation;
        case Field::Point: return TableKind::Point;
        case Field::Framework: return TableKind::Framework;
        case Field::Topic: return TableKind::Topic;
        case Field::System: return TableKind::System;
        default: return std::nullopt;
    }
}

std::optional<AbsentKind> slotBehind(Field field) {
    switch (field) {
        case Field::Owner: return AbsentKind::Owner;
        case Field::Reporter: return AbsentKind::Reporter;
        case Field::Authority: return AbsentKind::Authority;
        case Field::Adopted: return AbsentKind::Adopted;
        default: return std::nullopt;
    }
}

/// Whether lines 1 up to the last one named are all cited or among `seen`, with that last one in `seen`.
bool reachesTheEnd(const model::Protocol& protocol, const model::SourceDocument& document,
                   const std::vector<LineRange>& seen) {
    std::vector<LineRange> ranges = seen;
    model::forEachCitation(protocol, [&](const model::Origin&, const model::Place& place) {
        if (place.document == document.name) ranges.insert(ranges.end(), place.lines.begin(), place.lines.end());
    });
    std::sort(ranges.begin(), ranges.end(),
              [](const LineRange& a, const LineRange& b) { return a.first < b.first; });
    std::uint32_t last = 0;
    for (const LineRange& range : ranges) {
        if (range.first > last + 1) return false;
        last = std::max(last, range.last);
    }
    return last > 0 && std::any_of(seen.begin(), seen.end(),
                                   [&](const LineRange& range) { return range.last == last; });
}

/// A point is missing in the passage where it belongs. All else may stand anywhere: a search of some
/// lines says that it is absent only where the other lines were read.
bool isThorough(const model::Protocol& protocol, const Absence& absence) {
    const bool isOfPassage = absence.kind == AbsentKind::Thing && absence.thing == TableKind::Point;
    return isOfPassage ||
           std::all_of(absence.origin.places.begin(), absence.origin.places.end(), [&](const model::Place& place) {
               const auto document =
                   std::find_if(protocol.documents.begin(), protocol.documents.end(),
                                [&](const model::SourceDocument& each) { return each.name == place.document; });
               if (place.lines.empty() || document == protocol.documents.end()) return place.heading.empty();
               std::vector<LineRange> seen = document->read;
               seen.insert(seen.end(), place.lines.begin(), place.lines.end());
               return reachesTheEnd(protocol, *document, seen);
           });
}

class Search {
public:
    Search(const model::Vocabulary& vocabulary, const model::Protocol& world, const model::Requirement& requirement,
           const Searches* searches)
        : vocabulary_(vocabulary), world_(world), requirement_(requirement), searches_(searches) {}

    std::vector<const Absence*> run() {
        const auto whole = find([&](const Absence& each) {
            return each.kind == AbsentKind::Thing && each.thing == requirement_.table && !each.concept_.isValid();
        });
        if (whole != nullptr) return {whole};
        for (const auto* condition : {&requirement_.where, &requirement_.has}) {
            std::vector<const Absence*> found;
            if (*condition && isAbsent(**condition, found)) return found;
        }
        return {};
    }

private:
    template <class Test>
    const Absence* find(const Test& test) const {
        const auto at = std::find_if(world_.absences.begin(), world_.absences.end(), [&](const Absence& each) {
            return test(each) && (searches_ == nullptr || searches_->shows(each));
        });
        return at == world_.absences.end() ? nullptr : &*at;
    }

    bool isAbsent(const FieldCondition& condition, std::vector<const Absence*>& found) const {
        const auto one = [&](const FieldCondition& operand) { return isAbsent(operand, found); };
        switch (condition.kind) {
            case FieldConditionKind::And:
                return std::any_of(condition.operands.begin(), condition.operands.end(), one);
            case FieldConditionKind::Or: {
                std::vector<const Absence*> before = found;
                if (std::all_of(condition.operands.begin(), condition.operands.end(), one)) return true;
                found = std::move(before);
                return false;
            }
            case FieldConditionKind::Is:
            case FieldConditionKind::Present:
            case FieldConditionKind::Differs: break;
            default: return false;
        }
        const Absence* absence = find([&](const Absence& each) { return empties(each, condition); });
        if (absence != nullptr) found.push_back(absence);
        return absence != nullptr;
    }

    /// Whether the absence says that this test on a field cannot be met.
    bool empties(const Absence& absence, const FieldCondition& condition) const {
        if (absence.kind != AbsentKind::Thing) {
            return slotBehind(condition.field) == absence.kind && isAbout(absence, condition);
        }
        const bool isOwnThing = absence.thing == requirement_.table;
        const bool isBehindField = thingBehind(condition.field) == absence.thing;
        if (!isOwnThing && !isBehindField) return false;
        if (!absence.concept_.isValid()) return true;
        return asksFor(condition, absence.concept_);
    }

    /// The wanted concept is what was looked for, or falls under it.
    bool asksFor(const FieldCondition& condition, model::ConceptId absent) const {
        return condition.kind == FieldConditionKind::Is && !condition.values.empty() &&
               vocabulary_.fallsUnder(condition.values.front().concept_, absent);
    }

    /// A slot of a decision that was looked for in vain: of the decision named there, however the norm
    /// names it.
    bool isAbout(const Absence& absence, const FieldCondition& condition) const {
        if (!absence.concept_.isValid() || asksFor(condition, absence.concept_)) return true;
        return mentions(requirement_.where, absence.concept_);
    }
    bool mentions(const std::optional<FieldCondition>& condition, model::ConceptId absent) const {
        return condition && mentions(*condition, absent);
    }
    bool mentions(const FieldCondition& condition, model::ConceptId absent) const {
        return asksFor(condition, absent) ||
               std::any_of(condition.operands.begin(), condition.operands.end(),
                           [&](const FieldCondition& operand) { return mentions(operand, absent); });
    }

    const model::Vocabulary& vocabulary_;
    const model::Protocol& world_;
    const model::Requirement& requirement_;
    const Searches* searches_;
};

}  // namespace

bool isWhollyRead(const model::Protocol& protocol, const model::SourceDocument& document) {
    return reachesTheEnd(protocol, document, document.read);
}

bool isWhollyRead(const model::Protocol& protocol) {
    return std::all_of(protocol.documents.begin(), protocol.documents.end(),
                       [&](const model::SourceDocument& each) { return isWhollyRead(protocol, each); });
}

bool isWhollyRead(const check::Subject& subject) {
    return subject.reading != nullptr ? subject.reading->isWhole : isWhollyRead(subject.protocol);
}

Searches::Searches(const model::Protocol& protocol, const check::Reading* reading) {
    for (const Absence& each : protocol.absences) {
        const bool isOutdated = reading != nullptr && reading->isOutdated(each.origin.span);
        if (!isOutdated && isThorough(protocol, each)) shown_.push_back(each.origin.span);
    }
}

bool Searches::shows(const model::Absence& search) const {
    return std::find(shown_.begin(), shown_.end(), search.origin.span) != shown_.end();
}

std::vector<const model::Absence*> absencesFor(const model::Vocabulary& vocabulary, const model::Protocol& world,
                                               const model::Requirement& requirement,
                                               const Searches* searches) {
    return Search(vocabulary, world, requirement, searches).run();
}

}  // namespace meldc::baseline
