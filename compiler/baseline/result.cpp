#include "baseline/result.h"

namespace meldc::baseline {

void StatusCounts::add(Status status) {
    switch (status) {
        case Status::Satisfied: ++satisfied; break;
        case Status::Violated: ++violated; break;
        case Status::Contradicted: ++contradicted; break;
        case Status::Open: ++open; break;
        case Status::NotApplicable: ++notApplicable; break;
        case Status::Waived: ++waived; break;
    }
}

std::size_t StatusCounts::all() const {
    return satisfied + violated + contradicted + open + notApplicable + waived;
}

}  // namespace meldc::baseline
