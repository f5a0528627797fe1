#pragma once

#include "emit/build_input.h"
#include "emit/document/document.h"
#include "emit/page/own_template.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

/// Documents as one page of HTML, for screens of all sizes and for A4.
namespace meldc::emit::html {

/// The document as a page that needs nothing else; the same bytes for the same document. Printed, each
/// sheet has the footer of the document and its number.
[[nodiscard]] std::string write(const document::Document& document);

/// Of what is printed: the page of each place by its id. Room for a number is left where none is known.
using PageNumbers = std::map<std::string, std::size_t>;
/// The same with the pages in its list of headings.
[[nodiscard]] std::string write(const document::Document& document, const PageNumbers& pages);

/// The same by a template of the user, which may show what the page of the protocol shows as well. Needs
/// `input.report`.
[[nodiscard]] std::string write(const document::Document& document, const OwnTemplate& own, const BuildInput& input);

/// The text between quotation marks in a style sheet, in which nothing can end it.
[[nodiscard]] std::string styleText(std::string_view text);

} // namespace meldc::emit::html
