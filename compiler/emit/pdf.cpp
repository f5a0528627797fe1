#include "emit/pdf.h"

#include "support/utf8.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <string>
#include <vector>

namespace meldc::emit {

namespace {

constexpr std::string_view kHeader = "%PDF-1.";
constexpr std::size_t kIdDigits = 32;
constexpr std::string_view kEnd = "%%EOF";
constexpr std::string_view kEndOfObject = "endobj";
/// Browsers tag text with types of PDF 2.0; a reader of 1.7 knows them by what they are like (ISO 32000-1,
/// 14.7.3 and 14.8.4).
constexpr std::string_view kRoleMap = "/RoleMap <</Strong /Span\n/Em /Span\n/Aside /Div\n/Title /P>>\n";

/// The number that stands behind `name` in the trailer.
std::optional<std::size_t> numberBehind(std::string_view trailer, std::string_view name) {
    const std::size_t at = trailer.find(name);
    if (at == std::string_view::npos) {
        return std::nullopt;
    }
    const std::size_t begin = trailer.find_first_not_of(' ', at + name.size());
    std::size_t number = 0;
    if (begin == std::string_view::npos ||
        std::from_chars(trailer.data() + begin, trailer.data() + trailer.size(), number).ec != std::errc()) {
        return std::nullopt;
    }
    return number;
}

/// A text as PDF has it for any script: UTF-16 in digits.
std::string hexText(std::string_view text) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string result = "<FEFF";
    const auto unit = [&](char32_t value) {
        for (unsigned shift = 16; shift > 0; shift -= 4) {
            result += kDigits[value >> (shift - 4) & 15U];
        }
    };
    for (std::size_t at = 0; at < text.size();) {
        const support::CodePoint point = support::decode(text, at);
        const char32_t value = point.size == 0 ? U'\uFFFD' : point.value;
        if (value > 0xFFFF) {
            unit(0xD800 + ((value - 0x10000) >> 10U));
            unit(0xDC00 + ((value - 0x10000) & 0x3FFU));
        } else {
            unit(value);
        }
        at += std::max<std::size_t>(point.size, 1);
    }
    return result + ">";
}

std::string withoutHyphens(std::string day) {
    std::erase(day, '-');
    return day;
}

/// Puts `date` in place of the date of that name, which takes as many bytes. The information stands first.
void replaceDate(std::string& pdf, std::string_view name, const std::string& date) {
    const std::size_t at = pdf.find(name);
    const std::size_t end = pdf.find(kEndOfObject);
    if (at != std::string::npos && at < end && at + name.size() + date.size() < pdf.size()) {
        pdf.replace(at + name.size(), date.size(), date);
    }
}

std::string tenDigits(std::size_t number) {
    constexpr std::size_t kWidth = 10;
    const std::string digits = std::to_string(number);
    return std::string(kWidth - std::min(kWidth, digits.size()), '0') + digits;
}

/// Gives the names of what is tagged numbers from 1, in their order, in as many bytes: browsers count on from
/// what else they made, which is not the same each time. Titles of the outline are no names.
void renumberTags(std::string& pdf) {
    constexpr std::string_view kName = "(node";
    constexpr std::string_view kTitle = "/Title ";
    constexpr std::size_t kDigits = 8;
    std::map<std::string, std::vector<std::size_t>> places;
    for (std::size_t at = pdf.find(kName); at != std::string::npos; at = pdf.find(kName, at + 1)) {
        const std::size_t begin = at + kName.size();
        const std::size_t end = std::min(pdf.find_first_not_of("0123456789", begin), pdf.size());
        if (end == begin + kDigits && pdf[std::min(end, pdf.size() - 1)] == ')' &&
            !std::string_view(pdf).substr(0, at).ends_with(kTitle)) {
            places[pdf.substr(begin, kDigits)].push_back(begin);
        }
    }
    std::size_t number = 0;
    for (const auto& [name, begins] : places) {
        const std::string digits = tenDigits(++number);
        for (const std::size_t begin : begins) {
            pdf.replace(begin, kDigits, digits, digits.size() - kDigits, kDigits);
        }
    }
}

/// Objects by number, as `<<...>>`, that take the place of those of a PDF.
using Objects = std::map<std::size_t, std::string>;

/// The root of the tags, with the types that 1.7 does not know explained; nothing when nothing is tagged.
void explainTags(std::string_view pdf, Objects& objects) {
    const std::size_t type = pdf.find("/Type /StructTreeRoot");
    const std::size_t header = pdf.rfind(" 0 obj\n", type);
    const std::size_t end = pdf.find(kEndOfObject, type);
    if (type == std::string_view::npos || header == std::string_view::npos || end == std::string_view::npos) {
        return;
    }
    const std::size_t line = pdf.rfind('\n', header) + 1;
    std::size_t number = 0;
    std::from_chars(pdf.data() + line, pdf.data() + header, number);
    std::string root(pdf.substr(type, end - type));
    root.resize(root.find_last_not_of('\n') + 1);
    if (number != 0 && root.ends_with(">>") && root.find("/RoleMap") == std::string::npos) {
        objects[number] = "<<" + std::string(kRoleMap) + root;
    }
}

/// PDF is changed without moving a byte: a second version of `objects` behind the first, and a table that
/// leads to them. `trailer` is what stands in the new trailer beside the place of the old table.
void append(std::string& pdf, const Objects& objects, const std::string& trailer, std::size_t oldTable) {
    std::string table = "xref\n";
    for (const auto& [number, body] : objects) {
        table += std::to_string(number) + " 1\n" + tenDigits(pdf.size()) + " 00000 n \n";
        pdf += std::to_string(number) + " 0 obj\n" + body + "\n" + std::string(kEndOfObject) + "\n";
    }
    const std::size_t at = pdf.size();
    pdf += table + "trailer\n<<" + trailer + "\n/Prev " + std::to_string(oldTable) + ">>\nstartxref\n" +
           std::to_string(at) + "\n" + std::string(kEnd) + "\n";
}

} // namespace

std::optional<std::string> normalPdf(std::string pdf, const PdfIdentity& identity) {
    const std::size_t trailerAt = pdf.rfind("trailer");
    const std::size_t startAt = pdf.rfind("startxref");
    if (!pdf.starts_with(kHeader) || trailerAt == std::string::npos || startAt == std::string::npos ||
        startAt < trailerAt || identity.modelSha256.size() < kIdDigits) {
        return std::nullopt;
    }
    const std::string_view trailer = std::string_view(pdf).substr(trailerAt, startAt - trailerAt);
    const auto size = numberBehind(trailer, "/Size");
    const auto root = numberBehind(trailer, "/Root");
    const auto information = numberBehind(trailer, "/Info");
    const auto table = numberBehind(std::string_view(pdf).substr(startAt), "startxref\n");
    if (!size || !root || !information || !table) {
        return std::nullopt;
    }
    // Browsers write what is older than they say; tags and outline are read as of 1.7.
    pdf[kHeader.size()] = '7';
    const std::string day = withoutHyphens(identity.date.str()) + "000000";
    replaceDate(pdf, "/CreationDate (D:", day);
    replaceDate(pdf, "/ModDate (D:", day);
    renumberTags(pdf);
    pdf.resize(pdf.rfind(kEnd) + kEnd.size());
    pdf += '\n';
    Objects objects;
    explainTags(pdf, objects);
    objects[*information] = "<</Title " + hexText(identity.title) + "\n/Creator " + hexText(identity.generator) +
                            "\n/Keywords (model " + identity.modelSha256 + ")\n/CreationDate (D:" + day +
                            "Z)\n/ModDate (D:" + day + "Z)>>";
    const std::string id = "<" + identity.modelSha256.substr(0, kIdDigits) + ">";
    append(pdf, objects,
           "/Size " + std::to_string(*size) + "\n/Root " + std::to_string(*root) + " 0 R\n/Info " +
               std::to_string(*information) + " 0 R\n/ID [" + id + " " + id + "]",
           *table);
    return pdf;
}

namespace {

/// The body of an object of this number; empty: there is none.
std::string_view objectOf(std::string_view pdf, std::size_t number) {
    const std::size_t at = pdf.find("\n" + std::to_string(number) + " 0 obj\n");
    const std::size_t end = at == std::string_view::npos ? at : pdf.find(kEndOfObject, at);
    return end == std::string_view::npos ? std::string_view() : pdf.substr(at, end - at);
}

/// The pages below a node of their tree, in their order, as the numbers of their objects.
void pagesBelow(std::string_view pdf, std::size_t node, std::vector<std::size_t>& pages, int depth) {
    constexpr int kDeepest = 32;
    const std::string_view body = objectOf(pdf, node);
    const std::size_t kids = body.find("/Kids [");
    if (kids == std::string_view::npos) {
        pages.push_back(node);
        return;
    }
    const std::size_t end = std::min(body.find(']', kids), body.size());
    for (std::size_t at = body.find('[', kids) + 1; depth < kDeepest && at < end;) {
        const auto kid = numberBehind(body.substr(at, end - at), "");
        if (!kid) {
            break;
        }
        pagesBelow(pdf, *kid, pages, depth + 1);
        const std::size_t next = body.find('R', at);
        at = next == std::string_view::npos ? end : next + 1;
    }
}

} // namespace

std::map<std::string, std::size_t> destinationsOf(std::string_view pdf) {
    std::map<std::string, std::size_t> found;
    const std::size_t at = pdf.find("/Type /Catalog");
    const std::string_view catalog = at == std::string_view::npos ? std::string_view() : pdf.substr(at, pdf.find(kEndOfObject, at) - at);
    const auto tree = numberBehind(catalog, "/Pages");
    const auto names = numberBehind(catalog, "/Dests");
    if (!tree || !names) {
        return found;
    }
    std::vector<std::size_t> pages;
    pagesBelow(pdf, *tree, pages, 0);
    const std::string_view list = objectOf(pdf, *names);
    for (std::size_t name = list.find('/'); name != std::string_view::npos;) {
        const std::size_t end = list.find(" [", name);
        const std::size_t close = list.find(']', name);
        const auto page = end == std::string_view::npos ? std::nullopt : numberBehind(list.substr(end), " [");
        if (!page || close == std::string_view::npos) {
            break;
        }
        const auto place = std::find(pages.begin(), pages.end(), *page);
        if (place != pages.end()) {
            found[std::string(list.substr(name + 1, end - name - 1))] = static_cast<std::size_t>(place - pages.begin()) + 1;
        }
        name = list.find('/', close);
    }
    return found;
}

std::size_t pagesOf(std::string_view pdf) {
    constexpr std::string_view kPage = "/Type /Page";
    std::size_t count = 0;
    for (std::size_t at = pdf.find(kPage); at != std::string_view::npos; at = pdf.find(kPage, at + 1)) {
        const std::size_t end = at + kPage.size();
        // The list of all pages is of another type, whose name goes on.
        count += end < pdf.size() && pdf[end] != 's' ? 1U : 0U;
    }
    return count;
}

} // namespace meldc::emit
