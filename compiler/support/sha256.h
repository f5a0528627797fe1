#pragma once

#include <string>
#include <string_view>

namespace meldc::support {

/// SHA-256 (FIPS 180-4) of `bytes`, as 64 lower-case hexadecimal digits.
[[nodiscard]] std::string sha256Hex(std::string_view bytes);

/// The same digest in base64, as the content security policy of a page names a script or style.
[[nodiscard]] std::string sha256Base64(std::string_view bytes);

} // namespace meldc::support
