#pragma once

#include "emit/document/document.h"
#include "support/localized.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Documents as WordprocessingML (DOCX), with a look of their own or that of a template document.
namespace meldc::emit::docx {

/// What is taken over from a template: styles, theme, numbering, page, headers and footers.
struct TemplateParts;

struct OpenedTemplate {
    /// Null: it cannot be used.
    std::shared_ptr<const TemplateParts> parts;
    /// Why it cannot be used.
    support::Localized why;
    /// Styles of headings and lists that it does not have; those of this program stand in.
    std::vector<std::string> missingStyles;
};

/// Reads a DOCX or DOTX. Nothing of it is run, and nothing outside it is opened: a template that
/// takes something from elsewhere is refused. Bounded by support::kMaxTemplate….
[[nodiscard]] OpenedTemplate openTemplate(std::string_view bytes);

/// The document as the bytes of a DOCX; the same for the same document. `look`: null for that of
/// this program. None without memory.
[[nodiscard]] std::optional<std::string> write(const document::Document& document,
                                               const TemplateParts* look = nullptr);

} // namespace meldc::emit::docx
