#pragma once

#include "pipeline/stages.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The models of meldcodes inside the program: what an organisation follows without having a copy.
namespace meldc::pipeline {

/// The model of this name (`model_po`); nothing when there is none. Its text's name tells readers
/// where it comes from.
std::optional<Text> findModel(const std::string& unit);

/// The name of what a model follows; empty: nothing.
std::string followedBy(const Text& model);

/// The names of all models, sorted.
std::vector<std::string> modelNames();

/// The same, each with its title.
std::vector<std::pair<std::string, std::string>> modelTitles();

/// The file from which a protocol over the model of this name begins; nothing when it has none.
std::optional<std::string_view> findBeginning(const std::string& unit);
/// A text that beginnings take in, by folder and name without ending; nothing when there is none.
std::optional<std::string_view> findBeginningText(const std::string& path);

} // namespace meldc::pipeline
