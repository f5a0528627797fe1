#include "driver/defaults.h"

#include "diagnostics/sink.h"
#include "driver/environment.h"
#include "driver/option_choices.h"
#include "driver/option_table.h"
#include "driver/option_values.h"
#include "parser/parser.h"
#include "pipeline/files.h"
#include "pipeline/stages.h"
#include "support/limits.h"
#include "syntax/keywords.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>

namespace meldc::driver {

namespace {

namespace fs = std::filesystem;
using diagnostics::Diag;
using diagnostics::make;

/// Options that hold for a whole project or machine.
constexpr std::array kDefaulted{OptionName::Date,   OptionName::FailOn, OptionName::Format,
                                OptionName::Sector, OptionName::Stdlib, OptionName::Lang};

/// The first folder with a project file, from the one of the operand up to the current one. An operand
/// elsewhere brings that of its own folder only: what lies above it belongs to somebody else.
std::string projectFileFor(const Options& options) {
    const bool isPath = options.command != Command::New && !options.operands.empty();
    std::error_code error;
    fs::path folder = isPath ? fs::path(options.command == Command::Diff ? options.operands.back()
                                                                         : options.operands.front())
                             : fs::path(".");
    folder = fs::weakly_canonical(folder, error);
    if (error) {
        return {};
    }
    if (!fs::is_directory(folder, error)) {
        folder = folder.parent_path();
    }
    const fs::path here = fs::weakly_canonical(".", error);
    const bool isBelow = pipeline::liesIn(folder, here);
    while (true) {
        const fs::path file = folder / pipeline::kProjectFile;
        if (fs::is_regular_file(file, error)) {
            const fs::path relative = isBelow ? fs::relative(file, here, error) : file;
            return relative.generic_string();
        }
        if (!isBelow || folder == here || folder == folder.parent_path()) {
            return {};
        }
        folder = folder.parent_path();
    }
}

/// A name without a folder, and no text of the user's.
bool isPlainFile(const std::string& name) {
    return !name.empty() && name != "." && name != ".." && name.find('/') == name.npos &&
           name.find('\\') == name.npos && !name.ends_with(".meld") && name != pipeline::kStandardInput;
}

std::string_view severityWord(syntax::SeverityWord severity) {
    return kSeverities[static_cast<std::size_t>(severity)].spelling;
}

} // namespace

std::string variableOf(OptionName name) {
    std::string variable = "MELDC_";
    for (const char letter : rowOf(name).spelling) {
        variable += letter == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    }
    return variable;
}

std::vector<Default> Defaults::of(const Options& options) {
    std::vector<Default> defaults;
    for (const OptionName name : kDefaulted) {
        const std::string variable = variableOf(name);
        const std::string value = environmentValue(variable);
        for (std::size_t begin = 0; !value.empty() && begin <= value.size();) {
            // Only formats come in lists.
            const std::size_t comma =
                name == OptionName::Format ? std::min(value.find(',', begin), value.size()) : value.size();
            defaults.push_back({name, value.substr(begin, comma - begin), variable, {}});
            begin = comma + 1;
        }
    }
    readProject(options, defaults);
    // A timeline is about all days, and parts of a matrix were judged on their own.
    if (options.timeline || options.merge) {
        std::erase_if(defaults, [](const Default& each) {
            return each.name == OptionName::Date || each.name == OptionName::Format || each.name == OptionName::Stdlib;
        });
    }
    return defaults;
}

void Defaults::readProject(const Options& options, std::vector<Default>& defaults) {
    const std::string path = projectFileFor(options);
    if (path.empty()) {
        return;
    }
    pipeline::ReadResult read = pipeline::readFile(path, support::kMaxFileBytes);
    if (!read.bytes) {
        errors_.push_back(read.error ? *read.error
                                     : make<Diag::FileTooLarge>({}, support::kMaxFileBytes / support::kMegabyte));
        return;
    }
    file_ = path;
    const support::FileId id = pipeline::addText(sources_, path, *read.bytes);
    diagnostics::Sink sink;
    const syntax::Document document = parser::parse(sources_.file(id), id, sink);
    errors_ = sink.sorted();
    for (const syntax::Project& each : document.projects) {
        if (&each != &document.projects.front()) {
            errors_.push_back(make<Diag::StatedTwice>(each.span, syntax::spelling(syntax::Keyword::Project)));
        }
    }
    if (document.projects.empty() || !errors_.empty()) {
        return;
    }
    const syntax::Project& project = document.projects.front();
    const auto has = [&](OptionName name) {
        return std::any_of(defaults.begin(), defaults.end(), [&](const Default& one) { return one.name == name; });
    };
    const auto add = [&](OptionName name, std::string value) {
        if (!has(name)) {
            defaults.push_back({name, std::move(value), "", project.span});
        }
    };
    if (project.baseline && !has(OptionName::Stdlib)) {
        baseline_ = project.baseline->text;
    }
    if (project.date) {
        add(OptionName::Date, project.date->str());
    }
    if (project.failOn) {
        add(OptionName::FailOn, std::string(severityWord(*project.failOn)));
    }
    if (project.sector) {
        add(OptionName::Sector, project.sector->text);
    }
    std::vector<Default> formats;
    for (const syntax::ProjectFormat& format : project.formats) {
        std::string value = format.name.text;
        if (format.file) {
            if (!isPlainFile(format.file->text)) {
                errors_.push_back(make<Diag::ProjectFileName>(format.file->span, format.file->text));
                continue;
            }
            // One file holds the outcome of one command.
            if (options.command != Command::Check) {
                continue;
            }
            value += "=" + (fs::path(path).parent_path() / format.file->text).generic_string();
        }
        formats.push_back({OptionName::Format, value, "", format.name.span});
    }
    if (!has(OptionName::Format)) {
        defaults.insert(defaults.end(), formats.begin(), formats.end());
    }
}

} // namespace meldc::driver
