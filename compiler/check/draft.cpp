#include "check/draft.h"

#include <algorithm>

#include "check/statements.h"

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;

std::vector<Finding> checkDrafts(const Subject& subject) {
    std::vector<model::Origin> drafts;
    forEachOrigin(subject.protocol, [&](const model::Origin& origin) {
        if (origin.draft) {
            drafts.push_back(origin);
        }
    });
    // Outer statements first: what stands inside a draft is part of it.
    std::stable_sort(drafts.begin(), drafts.end(), [](const auto& a, const auto& b) {
        return a.span.file != b.span.file ? a.span.file < b.span.file
               : a.span.begin != b.span.begin ? a.span.begin < b.span.begin
                                              : a.span.end > b.span.end;
    });
    std::vector<Finding> findings;
    support::Span outer;
    for (auto& draft : drafts) {
        const bool isInside = outer.hasPlace() && outer.file == draft.span.file &&
                              draft.span.begin < outer.end;
        if (isInside) {
            continue;
        }
        outer = draft.span;
        Finding finding{make<Diag::DraftLeft>(draft.span)};
        finding.evidence.push_back(std::move(draft));
        findings.push_back(std::move(finding));
    }
    return findings;
}

} // namespace meldc::check
