#include "diagnostics/catalog.h"

#include "diagnostics/placeholders.h"

#include <algorithm>

namespace meldc::diagnostics {

// Drift between the languages, or between a text and its arguments, does not compile. One assertion
// for each entry, so that the error names the code.
#define DIAG(code, name, slug, severity, args, nl, en, remedyNl, remedyEn)                         \
    static_assert(detail::placeholdersAgree(info(Diag::name)),                                     \
                  #code ": placeholders differ between the languages or from the arguments");      \
    static_assert(detail::backticksAgree(nl, info(Diag::name).signature) &&                        \
                      detail::backticksAgree(en, info(Diag::name).signature),                      \
                  #code ": user text stands in backticks, phrases outside them, in pairs");        \
    static_assert(detail::isWellWorded(nl) && detail::isWellWorded(en),                            \
                  #code ": lower-case start, no final period, no blaming word");                   \
    static_assert(detail::isUnique(info(Diag::name)), #code ": code or slug is used twice");
#include "diagnostics/catalog.def"
#undef DIAG

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool equalsWithoutCase(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

} // namespace

const DiagnosticInfo* findBySlugOrCode(std::string_view codeOrSlug) {
    const auto* found = std::find_if(kCatalog.begin(), kCatalog.end(), [&](const auto& entry) {
        return equalsWithoutCase(entry.code, codeOrSlug) ||
               equalsWithoutCase(entry.slug, codeOrSlug);
    });
    return found == kCatalog.end() ? nullptr : found;
}

} // namespace meldc::diagnostics
