#include "check/outdated.h"

#include <set>

#include "check/naming.h"
#include "check/statements.h"

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::make;

namespace {

class OutdatedSearch {
public:
    OutdatedSearch(const Subject& subject, const support::Date& day) : subject_(subject), day_(day) {}

    std::vector<Finding> run() {
        const model::Protocol& protocol = subject_.protocol;
        for (const auto& each : protocol.contacts) {
            use(each.party, each.origin);
        }
        for (const auto& each : protocol.roles) {
            for (const auto kind : each.kinds) {
                use(kind, each.origin);
            }
        }
        for (const auto& each : protocol.topics) {
            use(each.topic, each.origin);
        }
        forEachRef(protocol, [&](const model::Ref& ref, const model::Origin& origin) {
            if (ref.kind == model::Ref::Kind::Concept) {
                use(model::ConceptId{ref.index}, origin);
            }
        });
        for (const auto& each : protocol.references) {
            refer(each);
        }
        return std::move(findings_);
    }

    /// Of what was found.
    [[nodiscard]] const std::set<support::Date>& days() const { return days_; }

private:
    void use(model::ConceptId id, const model::Origin& origin) {
        if (!id.isValid() || origin.draft) {
            return;
        }
        const model::Concept& word = subject_.vocabulary[id];
        const bool isOfThePast = word.outdatedSince && !(day_ < *word.outdatedSince);
        // A sentence may name it twice; that is one finding.
        if (!isOfThePast || !seen_.insert({origin.span, id}).second) {
            return;
        }
        days_.insert(*word.outdatedSince);
        add(make<Diag::OutdatedWord>(origin.span, word.name, support::same(word.outdatedSince->str())), origin);
    }

    void refer(const model::LawReference& reference) {
        if (!reference.source.isValid() || reference.origin.draft) {
            return;
        }
        const model::Source& source = subject_.vocabulary[reference.source];
        if (source.hasLapsed(day_)) {
            days_.insert(*source.lapsedOn);
            add(make<Diag::SourceLapsed>(reference.origin.span, source.title, support::same(source.lapsedOn->str())),
                reference.origin);
        }
    }

    void add(diagnostics::Diagnostic diagnostic, const model::Origin& origin) {
        Finding finding{std::move(diagnostic)};
        finding.evidence.push_back(origin);
        findings_.push_back(std::move(finding));
    }

    const Subject& subject_;
    support::Date day_;
    std::set<std::pair<support::Span, model::ConceptId>> seen_;
    std::vector<Finding> findings_;
    std::set<support::Date> days_;
};

/// After every day that can be written in a library.
constexpr support::Date kLastDay{9999, 12, 31};

} // namespace

std::vector<Finding> checkOutdated(const Subject& subject) {
    if (!subject.protocol.asOf) {
        return {};
    }
    return OutdatedSearch(subject, *subject.protocol.asOf).run();
}

std::vector<support::Date> outdatedDays(const Subject& subject) {
    OutdatedSearch search(subject, kLastDay);
    search.run();
    return {search.days().begin(), search.days().end()};
}

} // namespace meldc::check
