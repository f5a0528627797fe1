#pragma once

#include "emit/docx/package.h"

#include <string>
#include <vector>

namespace meldc::emit::docx {

/// A header or footer of the template.
struct PageEdge {
    bool isHeader = false;
    /// "default", "first" or "even" pages.
    std::string pages;
    std::string xml;
    /// Its relations, to `media` by their names here; empty: none.
    std::string relations;
};

struct TemplateParts {
    std::string styles;
    /// Empty: it has none; so with `theme` and `page`.
    std::string numbering;
    std::string numberingRelations;
    std::string theme;
    /// Size, margins and columns: an element w:sectPr without its headers and footers.
    std::string page;
    bool hasEvenPages = false;
    std::vector<PageEdge> edges;
    /// Pictures of headers, footers and bullets, "word/media/…".
    std::vector<Part> media;
};

} // namespace meldc::emit::docx
