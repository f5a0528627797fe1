#include "model/norm.h"

#include <algorithm>

namespace meldc::model {

bool Selection::contains(std::string_view name) const {
    const bool listed = std::find(names.begin(), names.end(), name) != names.end();
    return all != listed;
}

bool Norm::inForce(const Date& date) const {
    return std::any_of(grounds.begin(), grounds.end(),
                       [&](const Ground& ground) { return ground.period.contains(date); });
}

std::string Waiver::reasonClause() const {
    return reason.ends_with('.') ? reason.substr(0, reason.size() - 1) : reason;
}

}  // namespace meldc::model
