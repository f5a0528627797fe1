#include "driver/models.h"

#include "embedded/models.h"

#include <algorithm>

namespace meldc::driver {

namespace {

/// How the text of a model is called in messages: a folder that no one has.
constexpr std::string_view kModelsFolder = "meldc:";

/// A model stands in a folder of its name, with hyphens.
std::string nameOf(const embedded::File& file) {
    std::string name(file.path.substr(0, file.path.find('/')));
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

} // namespace

std::optional<Text> findModel(const std::string& unit) {
    for (const embedded::File& file : embedded::models()) {
        if (nameOf(file) == unit) {
            return Text{std::string(kModelsFolder) + std::string(file.path), file.content};
        }
    }
    return std::nullopt;
}

std::vector<std::string> modelNames() {
    std::vector<std::string> names;
    for (const embedded::File& file : embedded::models()) {
        names.push_back(nameOf(file));
    }
    return names;
}

} // namespace meldc::driver
