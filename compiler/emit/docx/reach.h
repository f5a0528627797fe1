#pragma once

#include "emit/docx/xml.h"

namespace meldc::emit::docx {

/// Whether a part of a template would open a file, an address or another program by itself: a field
/// that fetches something, or a picture at an address.
[[nodiscard]] bool reachesOutside(pugi::xml_document& document);

} // namespace meldc::emit::docx
