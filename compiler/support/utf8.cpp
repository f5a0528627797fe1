#include "support/utf8.h"

#include "support/accents.h"
#include "support/adt.h"

#include <llvm/Support/Unicode.h>

#include <algorithm>
#include <tuple>

namespace meldc::support {

namespace {

/// Number of bytes and the smallest value of a sequence, by its first byte. Size 0: no first byte.
struct Lead {
    std::size_t size;
    char32_t smallest;
    char32_t bits;
};

Lead lead(unsigned char byte) {
    if (byte < 0x80) {
        return {1, 0, byte};
    }
    if (byte >= 0xC2 && byte <= 0xDF) {
        return {2, 0x80, static_cast<char32_t>(byte & 0x1F)};
    }
    if (byte >= 0xE0 && byte <= 0xEF) {
        return {3, 0x800, static_cast<char32_t>(byte & 0x0F)};
    }
    if (byte >= 0xF0 && byte <= 0xF4) {
        return {4, 0x10000, static_cast<char32_t>(byte & 0x07)};
    }
    return {0, 0, 0};
}

bool isControl(char32_t value) {
    return value < 0x20 || (value >= 0x7F && value < 0xA0) ||
           (value >= 0x202A && value <= 0x202E) || (value >= 0x2066 && value <= 0x2069) ||
           value == 0xFEFF;
}

constexpr char32_t kReplacement = 0xFFFD;

/// The composed letter of base and mark, or 0.
char32_t composed(char32_t base, char32_t mark) {
    const auto key = std::tuple(base, mark);
    const auto* found =
        std::lower_bound(kCompositions.begin(), kCompositions.end(), key,
                         [](const Composition& entry, const auto& k) {
                             return std::tuple(char32_t{entry.base}, char32_t{entry.mark}) < k;
                         });
    if (found == kCompositions.end() || found->base != base || found->mark != mark) {
        return 0;
    }
    return found->composed;
}

} // namespace

CodePoint decode(std::string_view text, std::size_t offset) {
    if (offset >= text.size()) {
        return {};
    }
    const Lead first = lead(static_cast<unsigned char>(text[offset]));
    if (first.size == 0 || text.size() - offset < first.size) {
        return {};
    }
    char32_t value = first.bits;
    for (std::size_t i = 1; i < first.size; ++i) {
        const auto byte = static_cast<unsigned char>(text[offset + i]);
        if ((byte & 0xC0) != 0x80) {
            return {};
        }
        value = (value << 6U) | static_cast<char32_t>(byte & 0x3F);
    }
    const bool isSurrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < first.smallest || value > 0x10FFFF || isSurrogate) {
        return {};
    }
    return {value, first.size};
}

void append(std::string& text, char32_t value) {
    const auto put = [&text](char32_t byte) { text += static_cast<char>(byte); };
    if (value < 0x80) {
        put(value);
    } else if (value < 0x800) {
        put(0xC0 | (value >> 6U));
        put(0x80 | (value & 0x3F));
    } else if (value < 0x10000) {
        put(0xE0 | (value >> 12U));
        put(0x80 | ((value >> 6U) & 0x3F));
        put(0x80 | (value & 0x3F));
    } else {
        put(0xF0 | (value >> 18U));
        put(0x80 | ((value >> 12U) & 0x3F));
        put(0x80 | ((value >> 6U) & 0x3F));
        put(0x80 | (value & 0x3F));
    }
}

std::optional<std::size_t> firstInvalidUtf8(std::string_view text) {
    std::size_t offset = 0;
    while (offset < text.size()) {
        const CodePoint point = decode(text, offset);
        if (point.size == 0) {
            return offset;
        }
        offset += point.size;
    }
    return std::nullopt;
}

std::string_view stripByteOrderMark(std::string_view text) {
    return text.starts_with(kByteOrderMark) ? text.substr(kByteOrderMark.size()) : text;
}

std::string_view withoutBlanks(std::string_view text) {
    constexpr std::string_view kBlanks = " \t";
    const std::size_t begin = text.find_first_not_of(kBlanks);
    return begin == text.npos ? std::string_view()
                              : text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

std::string normaliseLineEnds(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') {
            result += text[i];
            continue;
        }
        result += '\n';
        if (i + 1 < text.size() && text[i + 1] == '\n') {
            ++i;
        }
    }
    return result;
}

std::string composeAccents(std::string_view text) {
    const auto isAscii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    if (std::all_of(text.begin(), text.end(), isAscii)) {
        return std::string(text);
    }
    std::string result;
    result.reserve(text.size());
    char32_t pending = 0;
    bool hasPending = false;
    const auto flush = [&] {
        if (hasPending) {
            append(result, pending);
        }
        hasPending = false;
    };
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = decode(text, i);
        if (point.size == 0) {
            flush();
            result += text[i++];
            continue;
        }
        i += point.size;
        const char32_t both = hasPending ? composed(pending, point.value) : 0;
        if (both != 0) {
            pending = both;
            continue;
        }
        flush();
        pending = point.value;
        hasPending = true;
    }
    flush();
    return result;
}

std::optional<std::size_t> firstControlCharacter(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = decode(text, i);
        if (point.size == 0) {
            ++i;
            continue;
        }
        if (isControl(point.value) && point.value != '\t' && point.value != '\n') {
            return i;
        }
        i += point.size;
    }
    return std::nullopt;
}

std::size_t displayWidth(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = decode(text, i);
        if (point.size == 0 || isControl(point.value)) {
            width += 1;
            i += std::max<std::size_t>(point.size, 1);
            continue;
        }
        const int columns =
            llvm::sys::unicode::columnWidthUTF8(StringRef(text.data() + i, point.size));
        width += columns < 0 ? 1 : static_cast<std::size_t>(columns);
        i += point.size;
    }
    return width;
}

std::string printable(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = decode(text, i);
        if (point.value == '\n' || point.value == '\t') {
            result += ' ';
        } else if (point.size == 0 || isControl(point.value)) {
            append(result, kReplacement);
        } else {
            result.append(text, i, point.size);
        }
        i += std::max<std::size_t>(point.size, 1);
    }
    return result;
}

std::string escaped(std::string_view text) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = decode(text, at).size;
        if (size > 0) {
            result += text.substr(at, size);
        } else {
            const auto byte = static_cast<unsigned char>(text[at]);
            result += {'\\', 'x', kDigits[byte / 16], kDigits[byte % 16]};
        }
        at += size > 0 ? size : 1;
    }
    return result;
}

std::string shortened(std::string_view text, std::size_t columns) {
    // Only what can be shown is made printable: the text may be megabytes long.
    const std::string shown = printable(text.substr(0, columns * 8));
    if (shown.size() <= columns || displayWidth(shown) <= columns) {
        return shown;
    }
    std::string result;
    std::size_t width = 0;
    for (std::size_t i = 0; i < shown.size();) {
        const CodePoint point = decode(shown, i);
        const std::string_view piece = std::string_view(shown).substr(i, point.size);
        const std::size_t pieceWidth = displayWidth(piece);
        if (width + pieceWidth > columns - 1) {
            break;
        }
        result += piece;
        width += pieceWidth;
        i += point.size;
    }
    append(result, 0x2026);
    return result;
}

} // namespace meldc::support
