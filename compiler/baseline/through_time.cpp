#include "baseline/through_time.h"

#include <algorithm>

#include "check/outdated.h"

namespace meldc::baseline {

/// The text as it is judged between two turns. Worlds and decisions do not hang on the day.
struct ThroughTime::Era {
    Era(const model::Library& library, const std::vector<model::Waiver>& waivers, const check::Subject& base,
        const support::Date& day)
        : protocol(base.protocol), selected(base.selected),
          subject{base.vocabulary, protocol, base.worlds, selected, base.decisions, base.truncated} {
        protocol.asOf = day;
        for (model::Protocol& world : selected) world.asOf = day;
        evaluator = std::make_unique<Evaluator>(library, waivers, subject, check::runChecks(subject));
    }

    model::Protocol protocol;
    std::vector<model::Protocol> selected;
    const check::Subject subject;
    std::unique_ptr<Evaluator> evaluator;
};

ThroughTime::ThroughTime(const model::Library& library, const std::vector<model::Waiver>& waivers,
                         const check::Subject& subject)
    : library_(library), waivers_(waivers), subject_(subject), turns_(check::outdatedDays(subject)) {}

ThroughTime::~ThroughTime() = default;

Evaluator& ThroughTime::on(const support::Date& day) {
    const auto behind =
        static_cast<std::size_t>(std::upper_bound(turns_.begin(), turns_.end(), day) - turns_.begin());
    std::unique_ptr<Era>& era = eras_[behind];
    if (!era) era = std::make_unique<Era>(library_, waivers_, subject_, day);
    return *era->evaluator;
}

}  // namespace meldc::baseline
