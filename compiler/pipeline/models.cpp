#include "pipeline/models.h"

#include "embedded/beginnings.h"
#include "embedded/models.h"
#include "parser/parser.h"
#include "support/names.h"

#include <algorithm>

namespace meldc::pipeline {

namespace {

/// Folder of the models in the table of beginnings, and what begins a protocol there.
constexpr std::string_view kBeginningsFolder = "policies/";
constexpr std::string_view kBeginningFile = "/nieuw";
constexpr std::string_view kTextSuffix = ".txt";

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
            return Text{support::builtInFile(unit), file.content};
        }
    }
    return std::nullopt;
}

std::string followedBy(const Text& model) {
    support::SourceMap sources;
    const support::FileId id = addText(sources, model.name, model.bytes);
    diagnostics::Sink ignored;
    const syntax::Document document = parser::parse(sources.file(id), id, ignored);
    for (const syntax::Unit& unit : document.units) {
        for (const syntax::Statement& each : unit.block) {
            if (each.kind == syntax::StatementKind::Follows && !each.names.empty()) {
                return each.names.front().text;
            }
        }
    }
    return {};
}

std::vector<std::string> modelNames() {
    std::vector<std::string> names;
    for (const embedded::File& file : embedded::models()) {
        names.push_back(nameOf(file));
    }
    return names;
}

std::vector<std::pair<std::string, std::string>> modelTitles() {
    std::vector<std::pair<std::string, std::string>> titles;
    for (const embedded::File& file : embedded::models()) {
        support::SourceMap sources;
        const support::FileId id = addText(sources, std::string(file.path), file.content);
        diagnostics::Sink ignored;
        const syntax::Document document = parser::parse(sources.file(id), id, ignored);
        titles.emplace_back(nameOf(file), document.units.empty() ? "" : document.units.front().label.text);
    }
    return titles;
}

std::optional<std::string_view> findBeginning(const std::string& unit) {
    std::string folder = unit;
    std::replace(folder.begin(), folder.end(), '_', '-');
    return findBeginningText(folder + std::string(kBeginningFile));
}

std::optional<std::string_view> findBeginningText(const std::string& path) {
    const std::string wanted = std::string(kBeginningsFolder) + path + std::string(kTextSuffix);
    for (const embedded::File& file : embedded::beginnings()) {
        if (file.path == wanted) {
            return file.content;
        }
    }
    return std::nullopt;
}

} // namespace meldc::pipeline
