#include "driver/commands/publisher.h"

#include "diagnostics/phrases.h"
#include "driver/browser.h"
#include "emit/docx/docx.h"
#include "emit/html/html.h"
#include "emit/pdf.h"
#include "emit/publication/publication.h"
#include "emit/words.h"

namespace meldc::driver {

namespace {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Phrase;
using diagnostics::phrase;

emit::Word wordOf(Product product) {
    return product == Product::Handbook ? emit::Word::HandbookFile
           : product == Product::Card   ? emit::Word::CardFile
           : product == Product::Roles  ? emit::Word::RolesFile
                                        : emit::Word::ProtocolFile;
}

emit::Publication publicationFor(Product product) {
    return product == Product::Handbook ? emit::Publication::Handbook
           : product == Product::Roles  ? emit::Publication::Roles
                                        : emit::Publication::Protocol;
}

} // namespace

bool isDocument(Product product) {
    return product == Product::Protocol || product == Product::Handbook || product == Product::Card ||
           product == Product::Roles;
}

Publisher::Publisher(Session& session)
    : session_(session), look_(readHouseStyle(session, session.options().templateDocx)) {}

std::vector<DocumentForm> Publisher::formsOf(Product product) {
    std::vector<DocumentForm> forms = session_.options().documentForms;
    if (forms.empty()) {
        forms = {DocumentForm::Html, DocumentForm::Docx};
    }
    if (product == Product::Card) {
        // Its place on the page is what it is: a word processor would move it.
        std::erase(forms, DocumentForm::Docx);
    }
    if (forms.empty()) {
        session_.tell(make<Diag::NoDocumentAs>({}, std::string(spelling(product)),
                                               std::string(spelling(DocumentForm::Docx))));
    }
    return forms;
}

std::string Publisher::suffixOf(Product product, DocumentForm form) const {
    const std::string variant = session_.options().variant == Variant::Public
                                    ? "." + std::string(emit::spelling(emit::Word::PublicFile))
                                    : std::string();
    return "." + std::string(emit::spelling(wordOf(product))) + variant + "." + std::string(spelling(form));
}

std::optional<std::string> Publisher::print(const emit::BuildInput& input, const std::string& title,
                                            const std::string& html) {
    const auto printed = printedByBrowser(session_, html);
    if (!printed) {
        return std::nullopt;
    }
    auto normal = emit::normalPdf(*printed, {title, "meldc " + input.version, input.modelSha256, input.date});
    if (!normal) {
        tellUnusablePrint(session_);
    }
    return normal;
}

std::optional<std::string> Publisher::write(const emit::BuildInput& input, Product product, DocumentForm form) {
    const emit::Audience audience =
        session_.options().variant == Variant::Public ? emit::Audience::Public : emit::Audience::Internal;
    if (product == Product::Card) {
        const std::string page = emit::cardPage(input);
        return form == DocumentForm::Html
                   ? std::optional(page)
                   : print(input, phrase(Phrase::PubCardTitle, support::same(input.decider.protocol->label)).nl, page);
    }
    const emit::document::Document document = emit::publicationOf(input, publicationFor(product), audience);
    if (form == DocumentForm::Docx) {
        auto bytes = emit::docx::write(document, look_.parts.get());
        if (!bytes) {
            session_.tell(make<Diag::TooLittleMemory>({}));
        }
        return bytes;
    }
    const std::string page = emit::html::write(document);
    return form == DocumentForm::Html ? std::optional(page) : print(input, document.title, page);
}

} // namespace meldc::driver
