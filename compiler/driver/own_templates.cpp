#include "driver/own_templates.h"

#include "driver/option_choices.h"
#include "evidence/text.h"
#include "pipeline/files.h"
#include "pipeline/stages.h"
#include "support/limits.h"

#include <algorithm>
#include <filesystem>

namespace meldc::driver {

namespace {

namespace fs = std::filesystem;
using diagnostics::Diag;
using diagnostics::make;

constexpr std::string_view kTemplateEnding = ".mustache";

emit::TemplateKind kindOf(Product product) {
    return product == Product::Html   ? emit::TemplateKind::Page
           : product == Product::Card ? emit::TemplateKind::Card
                                      : emit::TemplateKind::Document;
}

/// Whether a product of this run is a page of HTML.
bool isPage(const Options& options, Product product) {
    const auto has = [&](DocumentForm form) {
        return std::find(options.documentForms.begin(), options.documentForms.end(), form) != options.documentForms.end();
    };
    return product == Product::Html ||
           (isDocument(product) && (options.documentForms.empty() || has(DocumentForm::Html) || has(DocumentForm::Pdf)));
}

std::string possibleNames() {
    std::string names;
    for (const ProductChoice& choice : kProducts) {
        if (choice.byBuild && (choice.value == Product::Html || isDocument(choice.value))) {
            names += (names.empty() ? "" : ", ") + std::string(choice.spelling) + std::string(kTemplateEnding);
        }
    }
    return names;
}

} // namespace

OwnTemplates::OwnTemplates(Session& session) : session_(session) {
    const Options& options = session.options();
    for (const std::string& path : options.templates) {
        take(path);
    }
    if (options.templates.empty() || session.isWrong()) {
        return;
    }
    diagnostics::Sink sink;
    for (const Product product : options.products) {
        if (!isPage(options, product)) {
            continue;
        }
        const std::string name(spelling(product));
        const auto main = files_.find(name);
        if (main != files_.end()) {
            emit::OwnTemplate own{main->second, files_};
            own.parts.erase(name);
            checkTemplate(own, kindOf(product), sink);
            templates_.emplace(product, std::move(own));
        }
    }
    if (templates_.empty()) {
        session.tell(make<Diag::TemplateForNothing>({}, options.templates.front(), possibleNames()));
    }
    session.tell(sink);
    if (sink.hasErrors()) {
        // A part that uses itself would be shown for ever.
        templates_.clear();
    }
}

const emit::OwnTemplate* OwnTemplates::find(Product product) const {
    const auto found = templates_.find(product);
    return found == templates_.end() ? nullptr : &found->second;
}

void OwnTemplates::take(const std::string& path) {
    std::vector<std::string> paths;
    std::error_code error;
    if (fs::is_directory(path, error)) {
        for (fs::directory_iterator each(path, error), end; !error && each != end; each.increment(error)) {
            if (each->path().extension() == kTemplateEnding) {
                paths.push_back(pipeline::shownPath(each->path().string()));
            }
        }
        std::sort(paths.begin(), paths.end());
    } else {
        paths.push_back(pipeline::shownPath(path));
    }
    for (const std::string& each : paths) {
        emit::TemplateFile file;
        if (read(each, file)) {
            files_.insert_or_assign(fs::path(each).stem().string(), std::move(file));
        }
    }
}

bool OwnTemplates::read(const std::string& path, emit::TemplateFile& file) {
    const pipeline::ReadResult read = pipeline::readFile(path, support::kMaxFileBytes);
    if (read.error) {
        session_.tell(*read.error);
    } else if (read.tooLarge) {
        session_.tell(make<Diag::DocumentTooLarge>({}, path, support::kMaxFileBytes / support::kMegabyte));
    } else if (const auto why = evidence::whyNoText(*read.bytes)) {
        session_.tell(make<Diag::DocumentNotText>({}, path, *why));
    } else {
        file.file = pipeline::addText(session_.sources(), path, *read.bytes);
        file.text = *read.bytes;
        return true;
    }
    return false;
}

} // namespace meldc::driver
