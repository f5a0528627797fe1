#include "check/deviation.h"

#include <algorithm>
#include <string>

#include "check/statements.h"

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;

namespace {

bool isInside(support::Span inner, support::Span outer) {
    return inner.file == outer.file && outer.begin <= inner.begin && inner.end <= outer.end;
}

/// The own replaced statements, without those that only hold others: a block that is opened again
/// deviates in what stands inside it.
std::vector<model::Origin> deviationsOf(const model::Protocol& protocol) {
    std::vector<model::Origin> found;
    forEachOrigin(protocol, [&](const model::Origin& origin) {
        if (origin.replaces && origin.level == 0 && !origin.draft) {
            found.push_back(origin);
        }
    });
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return a.span.file != b.span.file ? a.span.file < b.span.file
               : a.span.begin != b.span.begin ? a.span.begin < b.span.begin
                                              : a.span.end > b.span.end;
    });
    std::vector<model::Origin> innermost;
    for (std::size_t index = 0; index < found.size(); ++index) {
        const bool holdsNext =
            index + 1 < found.size() && isInside(found[index + 1].span, found[index].span);
        if (!holdsNext) {
            innermost.push_back(found[index]);
        }
    }
    return innermost;
}

std::string listOf(const std::vector<std::string>& names) {
    std::string text;
    for (const auto& name : names) {
        text += (text.empty() ? "" : ", ") + name;
    }
    return text;
}

/// What is deviated from: the library's framework around the statement, or what the text follows.
class Followed {
public:
    explicit Followed(const model::Protocol& protocol) : protocol_(protocol) {}

    /// Names of everything that is followed, the frameworks first.
    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> result;
        for (const auto& use : protocol_.frameworks) {
            if (isOwnUse(use) &&
                std::find(result.begin(), result.end(), use.name) == result.end()) {
                result.push_back(use.name);
            }
        }
        result.push_back(listOf(protocol_.follows));
        return result;
    }

    [[nodiscard]] std::string nameFor(support::Span span) const {
        for (const auto& use : protocol_.frameworks) {
            if (isOwnUse(use) && isInside(span, use.origin.span)) {
                return use.name;
            }
        }
        return listOf(protocol_.follows);
    }

private:
    static bool isOwnUse(const model::FrameworkUse& use) {
        return !use.name.empty() && use.origin.level == 0;
    }

    const model::Protocol& protocol_;
};

} // namespace

std::vector<Finding> checkDeviations(const Subject& subject) {
    const auto& protocol = subject.protocol;
    const Followed followed(protocol);
    const auto deviations = deviationsOf(protocol);
    std::vector<Finding> findings;
    for (const auto& name : followed.names()) {
        std::vector<model::Origin> evidence;
        for (const auto& origin : deviations) {
            if (followed.nameFor(origin.span) == name) {
                evidence.push_back(origin);
            }
        }
        if (!evidence.empty()) {
            auto diagnostic =
                make<Diag::Deviation>(evidence.front().span, evidence.size(), name);
            for (std::size_t index = 1; index < evidence.size(); ++index) {
                diagnostic.alsoAt(evidence[index].span);
            }
            findings.push_back({std::move(diagnostic), std::move(evidence), {}, {}, {}});
        }
        std::vector<const model::Lapse*> lapses;
        for (const auto& lapse : protocol.lapses) {
            if (lapse.origin.level == 0 && followed.nameFor(lapse.origin.span) == name) {
                lapses.push_back(&lapse);
            }
        }
        if (!lapses.empty()) {
            Finding finding{
                make<Diag::Omission>(lapses.front()->origin.span, lapses.size(), name)};
            for (const auto* lapse : lapses) {
                finding.diagnostic.note<Diag::LapsesHere>(lapse->origin.span, lapse->what);
                finding.evidence.push_back(lapse->origin);
            }
            findings.push_back(std::move(finding));
        }
    }
    return findings;
}

} // namespace meldc::check
