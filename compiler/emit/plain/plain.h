#pragma once

#include "emit/document/document.h"

#include <string>

/// A document as plain text, to paste into a program that knows no looks.
namespace meldc::emit::plain {

/// The whole of it, paragraphs on one line each. What is to be filled in ends in a colon; drawings, pictures
/// and the list of contents are left out.
[[nodiscard]] std::string write(const document::Document& document);

} // namespace meldc::emit::plain
