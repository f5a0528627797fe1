#include "emit/html/html.h"

#include "diagnostics/phrases.h"
#include "emit/html/page.h"
#include "emit/page/data.h"
#include "emit/xml_text.h"

namespace meldc::emit::html {

namespace {

using diagnostics::Phrase;

constexpr std::string_view kDocumentStyle = "document.css";
constexpr std::string_view kCompactStyle = "document_compact.css";
constexpr std::string_view kDocumentTemplate = "document.mustache";

/// What the template of a document shows, put into `page`.
void addDocument(Data& page, const document::Document& document, const PageNumbers* pages = nullptr) {
    page.set("language", document.language == support::Language::Dutch ? "nl" : "en");
    page.set("generator", shownText(document.generator));
    page.set("model_hash", shownText(document.modelSha256));
    page.set("title", shownText(document.title));
    page.set("document_style",
             templateText(kPageStyle) + templateText(kDocumentStyle) +
                 (document.isCompact ? templateText(kCompactStyle) : std::string()) + "@page { @bottom-left { content: " +
                 styleText(document.footer.text) + "; } @bottom-right { content: " + styleText(document.footer.page) +
                 " \" \" counter(page) \" \" " + styleText(document.footer.of) + " \" \" counter(pages); } }\n");
    page.set("skip", diagnostics::phrase(Phrase::PubSkip).in(document.language));
    put(page, "organisation", shownText(document.organisation));
    page.set("body", Page(document, pages).body());
    page.set("foot", shownText(document.footer.text));
}

} // namespace

std::string styleText(std::string_view text) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string result = "\"";
    for (const char letter : shownText(text)) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool isPlain = byte >= 0x80 || (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
                             (letter >= 'A' && letter <= 'Z') || letter == ' ' || letter == '.' ||
                             letter == ',' || letter == ';' || letter == ':';
        if (isPlain) {
            result += letter;
        } else {
            result += {'\\', kDigits[byte / 16], kDigits[byte % 16], ' '};
        }
    }
    return result + "\"";
}

std::string write(const document::Document& document) {
    Data page;
    addDocument(page, document);
    kainjow::mustache::mustache form(templateText(kDocumentTemplate));
    return form.render(page);
}

std::string write(const document::Document& document, const PageNumbers& pages) {
    Data page;
    addDocument(page, document, &pages);
    kainjow::mustache::mustache form(templateText(kDocumentTemplate));
    return form.render(page);
}

std::string write(const document::Document& document, const OwnTemplate& own, const BuildInput& input) {
    Data page = pageData(input);
    addDocument(page, document);
    return render(own, page, input.modelSha256);
}

} // namespace meldc::emit::html
