#pragma once

#include "evidence/examine.h"

#include <map>
#include <set>

namespace meldc::evidence {

/// Holds the places that a protocol names in one document against it, one after another; what there
/// is to say goes into an examination.
class DocumentCheck {
public:
    /// `document` has a text; `locked` is what was recorded of it, or null. All must outlive this.
    DocumentCheck(const model::SourceDocument& source, const Document& document,
                  const LockedDocument* locked, Examination& result);

    /// One place in this document.
    void add(const Citation& citation, HeadingFinder& finder);
    /// After all places: tells what concerns the document as a whole. `tellsMissing`: that passages
    /// are not recorded yet is told.
    void finish(bool tellsMissing);

private:
    /// Statements with the lines of theirs that something is said of.
    class Bearers {
    public:
        void add(const model::Origin& origin, const model::Place& place);
        [[nodiscard]] const std::vector<model::Origin>& all() const { return origins_; }

    private:
        std::vector<model::Origin> origins_;
        std::map<support::Span, std::size_t> bySpan_;
    };
    /// A changed passage with those that it overlaps.
    struct Change {
        LineRange lines;
        std::uint32_t around;
        Bearers bearers;
    };
    struct Move {
        Ranges before;
        Ranges after;
    };

    void addMove(const LineRange& before, const LineRange& after);
    void addLines(const Citation& citation, const LineRange& range);
    void addHeading(const Citation& citation, HeadingFinder& finder);
    void checkHeadingText(const Citation& citation, const LineRange& passage);
    void addChange(const Citation& citation, const LineRange& range, const LineRange& around);
    void addSearch(const Citation& citation);
    void outdate(const Citation& citation, bool isTold);
    void tellAbsent(const Citation& citation, const LineRange& range);
    void markWrong();
    void tell(diagnostics::Diagnostic diagnostic, std::vector<model::Origin> evidence);
    void tellChange();
    [[nodiscard]] Ranges uncited();
    template <diagnostics::Diag D>
    void tellChanges(std::vector<Change>& changes);

    const model::SourceDocument& source_;
    const Document& document_;
    const Text& text_;
    const LockedDocument* locked_;
    Examination& result_;
    std::optional<Comparison> comparison_;

    Ranges covered_;
    /// By how many lines they went down.
    std::map<std::int64_t, Move> moves_;
    std::vector<Change> changes_;
    std::vector<Change> readChanges_;
    /// Searches of the whole document.
    std::vector<Citation> searches_;
    /// Recorded passages by what became of them, each counted once.
    std::set<std::string> same_;
    std::set<std::string> moved_;
    std::set<std::string> changed_;
    std::set<std::string> notRecorded_;
};

} // namespace meldc::evidence
