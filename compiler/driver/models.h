#pragma once

#include "driver/pipeline.h"

#include <optional>
#include <string>
#include <vector>

/// The models of meldcodes inside the program: what an organisation follows without having a copy.
namespace meldc::driver {

/// The model of this name (`model_po`); nothing when there is none. Its text's name tells readers
/// where it comes from.
std::optional<Text> findModel(const std::string& unit);

/// The names of all models, sorted.
std::vector<std::string> modelNames();

} // namespace meldc::driver
