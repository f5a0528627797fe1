#include "diagnostics/wording.h"

#include "diagnostics/filling.h"
#include "diagnostics/placeholders.h"
#include "support/limits.h"
#include "support/utf8.h"

#include <array>

namespace meldc::diagnostics {

namespace {

struct WordingEntry {
    std::string_view nl;
    std::string_view en;
};

constexpr auto kWordings = std::to_array<WordingEntry>({
#define WORDING(name, nl, en) {nl, en},
#include "diagnostics/catalog_wording.def"
#undef WORDING
});

constexpr Signature kTexts{
    kMaxArguments,
    {ArgKind::Text, ArgKind::Text, ArgKind::Text, ArgKind::Text, ArgKind::Text, ArgKind::Text}};

constexpr bool sameArguments(const WordingEntry& entry) {
    const unsigned used = detail::argumentsUsed(entry.nl, kTexts);
    return used != detail::kBroken && used == detail::argumentsUsed(entry.en, kTexts);
}

#define WORDING(name, nl, en)                                                                      \
    static_assert(sameArguments({nl, en}), #name ": the languages use different placeholders");
#include "diagnostics/catalog_wording.def"
#undef WORDING

support::Localized joined(std::span<const support::Localized> items, Wording last) {
    if (items.empty()) {
        return {};
    }
    support::Localized head = items.front();
    for (std::size_t i = 1; i + 1 < items.size(); ++i) {
        head.nl += ", " + items[i].nl;
        head.en += ", " + items[i].en;
    }
    if (items.size() == 1) {
        return head;
    }
    const std::array<support::Localized, 2> both{head, items.back()};
    return wordingOf(last, both);
}

} // namespace

support::Localized wordingOf(Wording id, std::span<const support::Localized> args) {
    const WordingEntry& entry = kWordings[static_cast<std::size_t>(id)];
    const std::vector<Arg> list(args.begin(), args.end());
    return {fillIn(entry.nl, list, support::Language::Dutch),
            fillIn(entry.en, list, support::Language::English)};
}

support::Localized wording(Wording id, std::initializer_list<std::string_view> args) {
    const WordingEntry& entry = kWordings[static_cast<std::size_t>(id)];
    std::vector<Arg> list;
    for (const std::string_view arg : args) {
        list.emplace_back(std::string(arg));
    }
    return {fillIn(entry.nl, list, support::Language::Dutch),
            fillIn(entry.en, list, support::Language::English)};
}

support::Localized quoted(std::string_view text) {
    return support::same("`" + support::shortened(text, support::kMaxShownText) + "`");
}

support::Localized oneOf(std::span<const support::Localized> items) {
    return joined(items, Wording::ListOr);
}

support::Localized allOf(std::span<const support::Localized> items) {
    return joined(items, Wording::ListAnd);
}

} // namespace meldc::diagnostics
