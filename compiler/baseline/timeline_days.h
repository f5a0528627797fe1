#pragma once

#include <vector>

#include "baseline/timeline.h"

namespace meldc::baseline {

/// The days on which something that bears on the protocol's verdicts begins or is over, sorted: parts
/// of law and norms, texts of their sources and of frameworks, until when they were checked, waivers,
/// and the protocol itself.
std::vector<support::Date> knownDays(const model::Library& library, const std::vector<model::Waiver>& waivers,
                                     const model::Protocol& protocol);

/// Waivers that can bear on a verdict of the protocol.
std::vector<const model::Waiver*> effectiveWaivers(const model::Library& library,
                                                   const std::vector<model::Waiver>& waivers,
                                                   const model::Protocol& protocol);

/// The sources of the library frameworks that the protocol uses.
std::vector<const model::Source*> frameworkSources(const model::Library& library, const model::Protocol& protocol);

/// The sources of the library to which the text refers.
std::vector<const model::Source*> citedSources(const model::Library& library, const model::Protocol& protocol);

/// When the protocol is valid and was adopted, by its own words; drafts say nothing.
void setValidity(const model::Protocol& protocol, Timeline& timeline);

/// How much of `days` lies in the protocol's own time.
Validity validityOf(const Timeline& timeline, const support::Period& days);

}  // namespace meldc::baseline
