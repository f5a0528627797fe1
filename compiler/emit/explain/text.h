#pragma once

#include "baseline/currency.h"
#include "baseline/result.h"
#include "model/norm.h"
#include "support/localized.h"

#include <string>
#include <string_view>
#include <vector>

namespace meldc::emit {

/// What `explain` tells of a norm.
struct NormPage {
    const model::Norm* norm = nullptr;
    /// All grounds, those not in force on the day asked for among them.
    std::vector<baseline::GroundOnDate> grounds;
    /// The sources of the grounds that are in force.
    baseline::Currency currency;
    /// Text of the right and the wrong example; empty when there is none.
    std::string_view right;
    std::string_view wrong;
};

/// The page as Markdown: what is asked, why, ground with link, examples, remedy.
[[nodiscard]] std::string normPage(const NormPage& page, support::Language language);

} // namespace meldc::emit
