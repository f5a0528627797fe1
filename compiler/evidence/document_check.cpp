#include "evidence/document_check.h"

#include "diagnostics/phrases.h"

#include <algorithm>
#include <utility>

namespace meldc::evidence {

using diagnostics::Diag;
using diagnostics::Diagnostic;
using diagnostics::make;
using model::Origin;
using model::Place;

namespace {

/// A statement with one of its places.
Origin onlyAt(const Origin& origin, Place place) {
    Origin result = origin;
    result.places = {std::move(place)};
    return result;
}

Place linesOnly(const Citation& citation, const LineRange& range) {
    Place place;
    place.document = citation.place.document;
    place.lines = {range};
    return place;
}

std::string headingKey(const Place& place) {
    return place.heading + "\n" + std::to_string(place.alinea.value_or(0));
}

bool overlap(const LineRange& a, const LineRange& b) {
    return a.first <= b.last && b.first <= a.last;
}

} // namespace

DocumentCheck::DocumentCheck(const model::SourceDocument& source, const Document& document,
                             const LockedDocument* locked, Examination& result)
    : source_(source), document_(document), text_(*document.text), locked_(locked),
      result_(result) {
    if (locked != nullptr) {
        comparison_.emplace(*locked, text_);
    }
}

void DocumentCheck::Bearers::add(const Origin& origin, const Place& place) {
    const auto [known, isNew] = bySpan_.try_emplace(origin.span, origins_.size());
    if (isNew) {
        origins_.push_back(onlyAt(origin, place));
        return;
    }
    std::vector<LineRange>& lines = origins_[known->second].places.front().lines;
    for (const LineRange& range : place.lines) {
        if (std::find(lines.begin(), lines.end(), range) == lines.end()) {
            lines.push_back(range);
        }
    }
}

void DocumentCheck::add(const Citation& citation, HeadingFinder& finder) {
    if (citation.use == Use::Search) {
        addSearch(citation);
        return;
    }
    for (const LineRange& range : citation.place.lines) {
        addLines(citation, range);
    }
    if (!citation.place.heading.empty()) {
        addHeading(citation, finder);
    }
}

void DocumentCheck::addMove(const LineRange& before, const LineRange& after) {
    Move& move = moves_[static_cast<std::int64_t>(after.first) - before.first];
    move.before.push_back(before);
    move.after.push_back(after);
}

void DocumentCheck::addLines(const Citation& citation, const LineRange& range) {
    const PassageFate* fate = comparison_ ? comparison_->find(range) : nullptr;
    const std::string key = written(range);
    if (fate != nullptr && fate->fate == Fate::Moved) {
        addMove(range, fate->now);
        moved_.insert(key);
        covered_.push_back(fate->now);
        result_.quotes.add(document_.name, range, text_, fate->now);
    } else if (!text_.has(range)) {
        tellAbsent(citation, range);
    } else if (fate != nullptr && fate->fate == Fate::Changed) {
        changed_.insert(key);
        addChange(citation, range, fate->now);
    } else if (fate == nullptr || fate->fate != Fate::Blank) {
        (fate == nullptr ? notRecorded_ : same_).insert(key);
        covered_.push_back(range);
        result_.quotes.add(document_.name, range, text_, range);
    }
}

void DocumentCheck::addHeading(const Citation& citation, HeadingFinder& finder) {
    const Place& place = citation.place;
    const HeadingPlace found = finder.find(text_, place);
    const std::vector<Origin> bearer{onlyAt(citation.origin, place)};
    if (found.isFound()) {
        covered_.push_back({found.headings.front(), found.headings.front()});
        checkHeadingText(citation, *found.passage);
        return;
    }
    if (found.headings.empty()) {
        tell(make<Diag::HeadingAbsent>(citation.origin.span, place.heading, document_.name),
             bearer);
    } else if (found.headings.size() > 1) {
        Ranges lines;
        for (const std::uint32_t line : found.headings) {
            lines.push_back({line, line});
        }
        tell(make<Diag::HeadingTwice>(citation.origin.span, place.heading, document_.name,
                                      told(lines)),
             bearer);
    } else {
        tell(make<Diag::ParagraphAbsent>(citation.origin.span, place.heading, document_.name,
                                         place.alinea.value_or(1)),
             bearer);
    }
    markWrong();
}

void DocumentCheck::checkHeadingText(const Citation& citation, const LineRange& passage) {
    const Place& place = citation.place;
    const LockedHeading* recorded = nullptr;
    if (locked_ != nullptr) {
        for (const LockedHeading& each : locked_->headings) {
            if (each.heading == place.heading && each.alinea == place.alinea) {
                recorded = &each;
            }
        }
    }
    if (recorded != nullptr && recorded->digest != text_.digest(passage)) {
        changed_.insert(headingKey(place));
        addChange(citation, passage, passage);
        return;
    }
    (recorded == nullptr ? notRecorded_ : same_).insert(headingKey(place));
    covered_.push_back(passage);
    result_.quotes.add(document_.name, place.heading, place.alinea, text_, passage);
}

void DocumentCheck::addChange(const Citation& citation, const LineRange& range,
                              const LineRange& around) {
    // What is told as changed need not be told as not cited.
    covered_.push_back(around);
    result_.reading.isWhole = false;
    std::vector<Change>& changes = citation.use == Use::Read ? readChanges_ : changes_;
    changes.push_back({range, around.first, {}});
    const Place place =
        citation.place.heading.empty() ? linesOnly(citation, range) : citation.place;
    changes.back().bearers.add(citation.origin, place);
}

void DocumentCheck::addSearch(const Citation& citation) {
    result_.quotes.addSearch(citation.origin.span);
    if (citation.place.lines.empty()) {
        searches_.push_back(citation);
    }
    for (const LineRange& range : citation.place.lines) {
        const PassageFate* fate = comparison_ ? comparison_->find(range) : nullptr;
        if (fate != nullptr && fate->fate != Fate::Changed) {
            if (fate->fate == Fate::Moved) {
                addMove(range, fate->now);
            }
        } else if (!text_.has(range)) {
            tellAbsent(citation, range);
            outdate(citation, false);
        } else if (fate != nullptr) {
            outdate(citation, true);
        } else {
            notRecorded_.insert(written(range));
            if (comparison_ && comparison_->isChanged()) {
                outdate(citation, true);
            }
        }
    }
}

void DocumentCheck::outdate(const Citation& citation, bool isTold) {
    if (result_.reading.isOutdated(citation.origin.span)) {
        return;
    }
    result_.reading.outdatedSearches.push_back(citation.origin.span);
    if (isTold) {
        tell(make<Diag::SearchOutdated>(citation.origin.span, document_.name),
             {onlyAt(citation.origin, citation.place)});
    }
}

void DocumentCheck::tellAbsent(const Citation& citation, const LineRange& range) {
    tell(make<Diag::CitedLinesAbsent>(citation.origin.span, told({range}), document_.name,
                                      text_.lineCount()),
         {onlyAt(citation.origin, linesOnly(citation, range))});
    markWrong();
}

void DocumentCheck::markWrong() {
    result_.hasWrongPlaces = true;
    // Another text was read than the one at hand.
    result_.reading.isWhole = false;
}

void DocumentCheck::tell(Diagnostic diagnostic, std::vector<Origin> evidence) {
    result_.findings.push_back({std::move(diagnostic), std::move(evidence)});
}

Ranges DocumentCheck::uncited() {
    covered_ = merged(std::move(covered_));
    Ranges result;
    for (std::uint32_t line = 1; line <= text_.lineCount(); ++line) {
        if (!text_.hasText(line) || contains(covered_, line)) {
            continue;
        }
        if (!result.empty() && result.back().last + 1 == line) {
            result.back().last = line;
        } else {
            result.push_back({line, line});
        }
    }
    return result;
}

template <Diag D>
void DocumentCheck::tellChanges(std::vector<Change>& changes) {
    std::stable_sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) {
        return a.lines.first < b.lines.first;
    });
    for (std::size_t i = 0; i < changes.size();) {
        Change& change = changes[i];
        for (++i; i < changes.size() && overlap(change.lines, changes[i].lines); ++i) {
            change.lines.last = std::max(change.lines.last, changes[i].lines.last);
            change.around = std::min(change.around, changes[i].around);
            for (const Origin& origin : changes[i].bearers.all()) {
                change.bearers.add(origin, origin.places.front());
            }
        }
        const std::vector<Origin>& bearers = change.bearers.all();
        tell(make<D>(bearers.front().span, document_.name, told({change.lines}), change.around),
             bearers);
    }
}

void DocumentCheck::tellChange() {
    if (!comparison_ || !comparison_->isChanged()) {
        return;
    }
    tell(make<Diag::DocumentChanged>(source_.origin.span, document_.name, same_.size(),
                                     moved_.size(), changed_.size()),
         {});
    std::vector<Move> moves;
    for (const auto& [shift, move] : moves_) {
        moves.push_back({merged(move.before), merged(move.after)});
    }
    std::stable_sort(moves.begin(), moves.end(), [](const Move& a, const Move& b) {
        return a.before.front().first < b.before.front().first;
    });
    for (const Move& move : moves) {
        tell(make<Diag::PassagesMoved>(source_.origin.span, document_.name, told(move.before),
                                       told(move.after)),
             {});
    }
    tellChanges<Diag::PassageChanged>(changes_);
    tellChanges<Diag::ReadLinesChanged>(readChanges_);
    if (comparison_->isCutShort()) {
        tell(make<Diag::ComparisonTooLarge>(source_.origin.span, document_.name), {});
    }
}

void DocumentCheck::finish(bool tellsMissing) {
    DocumentState state{document_.name,    document_.file, text_.sha256(),
                        text_.lineCount(), Recorded::No,   uncited()};
    tellChange();
    if (comparison_) {
        state.recorded = comparison_->isChanged() ? Recorded::Changed : Recorded::Same;
    }
    const bool isWhole = state.uncited.empty() && changed_.empty();
    result_.reading.isWhole = result_.reading.isWhole && isWhole;
    if (state.recorded == Recorded::Changed && !isWhole) {
        for (const Citation& search : searches_) {
            outdate(search, true);
        }
    }
    if (!state.uncited.empty()) {
        tell(make<Diag::UncitedLines>(source_.origin.span, document_.name, countOf(state.uncited),
                                      told(state.uncited)),
             {});
    }
    if (tellsMissing && !notRecorded_.empty()) {
        tell(make<Diag::NotYetLocked>(source_.origin.span, document_.name, notRecorded_.size()),
             {});
    }
    result_.documents.push_back(std::move(state));
}

} // namespace meldc::evidence
