#pragma once

#include <string>

namespace meldc::pipeline {

/// The version of meldc: "0.1.0".
[[nodiscard]] std::string versionNumber();

} // namespace meldc::pipeline
