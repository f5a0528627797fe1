#include "parser/lookalikes.h"

#include "support/utf8.h"

#include <algorithm>

namespace meldc::parser {

Lookalike lookalikeOf(char32_t value) {
    if ((value >= 0x2010 && value <= 0x2015) || value == 0x2212) {
        return Lookalike::Dash;
    }
    if (value == 0xAD) {
        return Lookalike::SoftHyphen;
    }
    if ((value >= 0x2000 && value <= 0x200A) || value == 0x202F || value == 0x205F || value == 0x3000) {
        return Lookalike::Space;
    }
    if ((value >= 0x200B && value <= 0x200F) || (value >= 0x2060 && value <= 0x2064) || value == 0x180E) {
        return Lookalike::Invisible;
    }
    return Lookalike::None;
}

bool isUnseen(Lookalike kind) {
    return kind == Lookalike::SoftHyphen || kind == Lookalike::Invisible;
}

std::optional<FoundLookalike> firstLookalike(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const support::CodePoint point = support::decode(text, at);
        const Lookalike kind = lookalikeOf(point.value);
        if (kind != Lookalike::None) {
            return FoundLookalike{kind, point.value, at, point.size};
        }
        at += std::max<std::size_t>(point.size, 1);
    }
    return std::nullopt;
}

std::string withoutLookalikes(std::string_view text) {
    std::string plain;
    while (const auto found = firstLookalike(text)) {
        plain += text.substr(0, found->at);
        plain += found->kind == Lookalike::Dash ? "-" : found->kind == Lookalike::Space ? " " : "";
        text.remove_prefix(found->at + found->size);
    }
    return plain.append(text);
}

} // namespace meldc::parser
