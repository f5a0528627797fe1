#include "driver/commands/publisher.h"

#include "diagnostics/phrases.h"
#include "driver/browser.h"
#include "emit/docx/docx.h"
#include "emit/html/html.h"
#include "emit/pdf.h"
#include "emit/plain/plain.h"
#include "emit/publication/publication.h"
#include "emit/words.h"

#include <algorithm>
#include <array>

namespace meldc::driver {

namespace {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Phrase;
using diagnostics::phrase;

emit::Word wordOf(Product product) {
    switch (product) {
    case Product::Handbook:
        return emit::Word::HandbookFile;
    case Product::Card:
        return emit::Word::CardFile;
    case Product::Roles:
        return emit::Word::RolesFile;
    case Product::Record:
        return emit::Word::RecordFile;
    case Product::Web:
        return emit::Word::WebFile;
    default:
        return emit::Word::ProtocolFile;
    }
}

emit::Publication publicationFor(Product product) {
    switch (product) {
    case Product::Handbook:
        return emit::Publication::Handbook;
    case Product::Roles:
        return emit::Publication::Roles;
    case Product::Record:
        return emit::Publication::Record;
    case Product::Web:
        return emit::Publication::Web;
    default:
        return emit::Publication::Protocol;
    }
}

/// Sizes in which a card is tried.
constexpr std::array kPercents{100, 92, 85, 78, 72, 66, 60, 54};

/// How often a document is printed until the pages in its list of headings are those on which they stand.
constexpr int kPrints = 4;

/// Whether its list of headings is printed. Cards are not read by looking up a page.
bool hasContents(const emit::document::Document& document) {
    return !document.isCompact && std::any_of(document.blocks.begin(), document.blocks.end(), [](const auto& block) {
        return std::holds_alternative<emit::document::Contents>(block.part);
    });
}

/// Whether its text is there to be pasted elsewhere.
bool isToPaste(Product product) {
    return product == Product::Record || product == Product::Web;
}

} // namespace

Publisher::Publisher(Session& session)
    : session_(session), look_(readHouseStyle(session, session.options().templateDocx)), templates_(session) {}

std::vector<DocumentForm> Publisher::formsOf(Product product) {
    std::vector<DocumentForm> forms = session_.options().documentForms;
    if (forms.empty()) {
        forms = {DocumentForm::Html, DocumentForm::Docx};
        if (isToPaste(product)) {
            forms.push_back(DocumentForm::Text);
        }
    }
    if (product == Product::Card) {
        const DocumentForm asked = forms.back();
        // Its place on the page is what it is: a word processor would move it.
        std::erase(forms, DocumentForm::Docx);
        std::erase(forms, DocumentForm::Text);
        if (forms.empty()) {
            session_.tell(make<Diag::NoDocumentAs>({}, std::string(spelling(product)), std::string(spelling(asked))));
        }
    }
    return forms;
}

std::string Publisher::suffixOf(Product product, DocumentForm form) const {
    const std::string variant = session_.options().variant == Variant::Public
                                    ? "." + std::string(emit::spelling(emit::Word::PublicFile))
                                    : std::string();
    const std::string paper = product == Product::Card && session_.options().paper == Paper::A3 ? ".a3" : "";
    return "." + std::string(emit::spelling(wordOf(product))) + variant + paper + "." + std::string(spelling(form));
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
        const auto size = session_.options().paper == Paper::A3 ? emit::CardSize::Large : emit::CardSize::Small;
        const emit::OwnTemplate* own = templates_.find(product);
        const std::string title = phrase(Phrase::PubCardTitle, support::same(input.decider.protocol->label)).nl;
        if (form == DocumentForm::Html) {
            return emit::cardPage(input, size, audience, kPercents.front(), own);
        }
        // A card hangs on a wall: all of it stands on one sheet, in smaller letters when it must.
        std::optional<std::string> printed;
        for (const int percent : kPercents) {
            printed = print(input, title, emit::cardPage(input, size, audience, percent, own));
            if (!printed || own != nullptr || emit::pagesOf(*printed) <= 1) {
                break;
            }
        }
        return printed;
    }
    if (product == Product::Web && form == formsOf(product).front() && emit::isUnfinished(input)) {
        session_.remark(phrase(Phrase::PubWebIsDraft, support::same(input.decider.protocol->label)));
    }
    const emit::document::Document document = emit::publicationOf(input, publicationFor(product), audience);
    if (form == DocumentForm::Docx) {
        auto bytes = emit::docx::write(document, look_.parts.get());
        if (!bytes) {
            session_.tell(make<Diag::TooLittleMemory>({}));
        }
        return bytes;
    }
    if (form == DocumentForm::Text) {
        return emit::plain::write(document);
    }
    const emit::OwnTemplate* own = templates_.find(product);
    if (form == DocumentForm::Pdf && own == nullptr && hasContents(document)) {
        return printWithPages(input, document);
    }
    const std::string page = own == nullptr ? emit::html::write(document) : emit::html::write(document, *own, input);
    return form == DocumentForm::Html ? std::optional(page) : print(input, document.title, page);
}

std::optional<std::string> Publisher::printWithPages(const emit::BuildInput& input,
                                                     const emit::document::Document& document) {
    emit::html::PageNumbers pages;
    for (int run = 0; run < kPrints; ++run) {
        auto printed = print(input, document.title, emit::html::write(document, pages));
        if (!printed) {
            return std::nullopt;
        }
        auto found = emit::destinationsOf(*printed);
        if (found == pages) {
            return printed;
        }
        pages = std::move(found);
    }
    // Numbers that move what they are of would be wrong.
    return print(input, document.title, emit::html::write(document));
}

} // namespace meldc::driver
