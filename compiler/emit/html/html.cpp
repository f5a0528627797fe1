#include "emit/html/html.h"

#include "diagnostics/phrases.h"
#include "emit/html/page.h"
#include "emit/page/data.h"
#include "emit/xml_text.h"

#include <array>

namespace meldc::emit::html {

namespace {

using diagnostics::Phrase;

constexpr std::string_view kDocumentStyle = "document.css";

} // namespace

std::string escaped(std::string_view text) {
    std::string result;
    for (const char letter : shownText(text, true)) {
        switch (letter) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        default:
            result += letter;
        }
    }
    return result;
}

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
    const auto in = [&](Phrase which) { return diagnostics::phrase(which).in(document.language); };
    const std::string language = document.language == support::Language::Dutch ? "nl" : "en";
    std::string page = "<!doctype html>\n<html lang=\"" + language + "\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        "img-src data:; base-uri 'none'; form-action 'none'\">\n";
    page += "<meta name=\"generator\" content=\"" + escaped(document.generator) + "\">\n<meta name=\"meldc-model\" content=\"" +
            escaped(document.modelSha256) + "\">\n<title>" + escaped(document.title) + "</title>\n<style>\n";
    page += templateText(kPageStyle) + templateText(kDocumentStyle);
    page += "@page { @bottom-left { content: " + styleText(document.footer.text) +
            "; } @bottom-right { content: " + styleText(document.footer.page) + " \" \" counter(page) \" \" " +
            styleText(document.footer.of) + " \" \" counter(pages); } }\n</style>\n</head>\n<body class=\"document\">\n";
    page += "<a class=\"skip\" href=\"#inhoud\">" + in(Phrase::PubSkip) + "</a>\n<header>\n<h1>" +
            escaped(document.title) + "</h1>\n";
    if (!document.organisation.empty()) {
        page += "<p class=\"lead\">" + escaped(document.organisation) + "</p>\n";
    }
    page += "</header>\n<main id=\"inhoud\">\n" + Page(document).body() + "</main>\n<footer>\n<p>" +
            escaped(document.footer.text) + "</p>\n</footer>\n</body>\n</html>\n";
    return page;
}

} // namespace meldc::emit::html
