#pragma once

#include "driver/session.h"

#include <optional>
#include <string>

namespace meldc::driver {

/// A page printed to A4 by a Chromium that is installed, tagged and with an outline, as the browser
/// leaves it. The browser is cut off from the network and keeps nothing. None when there is no browser
/// or it fails, which is told.
[[nodiscard]] std::optional<std::string> printedByBrowser(Session& session, const std::string& html);

/// Tells that the browser made something that cannot be used.
void tellUnusablePrint(Session& session);

} // namespace meldc::driver
