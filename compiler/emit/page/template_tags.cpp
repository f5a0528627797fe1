#include "emit/page/template_tags.h"

namespace meldc::emit {

namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(kBlanks);
    return begin == std::string_view::npos ? std::string_view()
                                           : text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

/// A tag from what stands between the braces.
TemplateTag tagOf(std::string_view inside) {
    using Kind = TemplateTag::Kind;
    TemplateTag tag;
    switch (inside.front()) {
    case '#':
        tag.kind = Kind::Open;
        break;
    case '^':
        tag.kind = Kind::Inverted;
        break;
    case '/':
        tag.kind = Kind::Close;
        break;
    case '>':
        tag.kind = Kind::Part;
        break;
    case '&':
        tag.kind = Kind::RawField;
        break;
    case '=':
        tag.kind = Kind::Broken;
        break;
    default:
        break;
    }
    tag.name = trimmed(tag.kind == Kind::Field ? inside : inside.substr(1));
    return tag;
}

} // namespace

std::vector<TemplateTag> tagsOf(std::string_view text) {
    using Kind = TemplateTag::Kind;
    std::vector<TemplateTag> tags;
    for (std::size_t at = text.find("{{"); at != std::string_view::npos;) {
        const bool isTriple = text.substr(at).starts_with("{{{");
        const std::string_view closing = isTriple ? "}}}" : "}}";
        const std::size_t begin = at + closing.size();
        const std::size_t close = text.find(closing, begin);
        if (close == std::string_view::npos) {
            tags.push_back({Kind::Broken, {}, at, at + closing.size()});
            break;
        }
        const std::size_t end = close + closing.size();
        const std::string_view inside = trimmed(text.substr(begin, close - begin));
        if (!inside.starts_with('!')) {
            TemplateTag tag = inside.empty() ? TemplateTag{Kind::Broken, {}, 0, 0} : tagOf(inside);
            if (isTriple) {
                tag = {inside.empty() ? Kind::Broken : Kind::RawField, std::string(inside), 0, 0};
            }
            if (tag.name.empty()) {
                tag.kind = Kind::Broken;
            }
            tag.begin = at;
            tag.end = end;
            tags.push_back(std::move(tag));
        }
        at = text.find("{{", end);
    }
    return tags;
}

} // namespace meldc::emit
