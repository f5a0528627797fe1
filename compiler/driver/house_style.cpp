#include "driver/house_style.h"

#include "diagnostics/phrases.h"
#include "pipeline/files.h"
#include "support/limits.h"
#include "support/sha256.h"

namespace meldc::driver {

namespace {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Phrase;
using diagnostics::phrase;


} // namespace

HouseStyle readHouseStyle(Session& session, const std::string& path) {
    if (path.empty()) {
        return {};
    }
    const pipeline::ReadResult read = pipeline::readFile(path, support::kMaxTemplateBytes);
    if (read.error) {
        session.tell(*read.error);
        return {};
    }
    if (read.tooLarge) {
        session.tell(make<Diag::TemplateUnusable>(
            {}, path,
            phrase(Phrase::TemplateTooLarge,
                   support::kMaxTemplateBytes / support::kMegabyte)));
        return {};
    }
    const emit::docx::OpenedTemplate opened = emit::docx::openTemplate(*read.bytes);
    if (opened.parts == nullptr) {
        session.tell(make<Diag::TemplateUnusable>({}, path, opened.why));
        return {};
    }
    if (!opened.missingStyles.empty()) {
        std::string names;
        for (const std::string& name : opened.missingStyles) {
            names += (names.empty() ? "" : ", ") + name;
        }
        session.tell(make<Diag::TemplateStyleMissing>({}, path, names));
    }
    return {path, support::sha256Hex(*read.bytes), opened.parts};
}

} // namespace meldc::driver
