#include "emit/pdf.h"

#include "support/utf8.h"

#include <algorithm>
#include <charconv>

namespace meldc::emit {

namespace {

constexpr std::string_view kHeader = "%PDF-1.";
constexpr std::size_t kIdDigits = 32;
constexpr std::string_view kEnd = "%%EOF";

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
    const std::size_t end = pdf.find("endobj");
    if (at != std::string::npos && at < end && at + name.size() + date.size() < pdf.size()) {
        pdf.replace(at + name.size(), date.size(), date);
    }
}

std::string tenDigits(std::size_t number) {
    constexpr std::size_t kWidth = 10;
    const std::string digits = std::to_string(number);
    return std::string(kWidth - std::min(kWidth, digits.size()), '0') + digits;
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
    pdf.resize(pdf.rfind(kEnd) + kEnd.size());
    pdf += '\n';
    // A second version of the information behind the first, as PDF is changed without moving a byte.
    const std::size_t at = pdf.size();
    pdf += std::to_string(*information) + " 0 obj\n<</Title " + hexText(identity.title) + "\n/Creator " +
           hexText(identity.generator) + "\n/Keywords (model " + identity.modelSha256 + ")\n/CreationDate (D:" + day +
           "Z)\n/ModDate (D:" + day + "Z)>>\nendobj\n";
    const std::size_t second = pdf.size();
    const std::string id = "<" + identity.modelSha256.substr(0, kIdDigits) + ">";
    pdf += "xref\n" + std::to_string(*information) + " 1\n" + tenDigits(at) + " 00000 n \ntrailer\n<</Size " +
           std::to_string(*size) + "\n/Root " + std::to_string(*root) + " 0 R\n/Info " + std::to_string(*information) +
           " 0 R\n/Prev " + std::to_string(*table) + "\n/ID [" + id + " " + id + "]>>\nstartxref\n" +
           std::to_string(second) + "\n" + std::string(kEnd) + "\n";
    return pdf;
}

} // namespace meldc::emit
