#pragma once

#include "support/date.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace meldc::emit {

/// What a PDF says of itself.
struct PdfIdentity {
    std::string title;
    /// The program that made it.
    std::string generator;
    std::string modelSha256;
    /// Said to be the day on which it was made.
    support::Date date;
};

/// A PDF that a browser printed as the same bytes on every run: its dates, ids and the name of the
/// browser are replaced, and the hash of the model is put in, where a search of the bytes finds it. Tags
/// that PDF 1.7 does not know are explained by those that it does. None when it is not built as browsers build it.
[[nodiscard]] std::optional<std::string> normalPdf(std::string pdf, const PdfIdentity& identity);

/// How many pages a PDF has that a browser printed.
[[nodiscard]] std::size_t pagesOf(std::string_view pdf);

/// The page, from 1, of each place in a PDF that a browser printed and that something on its page leads to.
[[nodiscard]] std::map<std::string, std::size_t> destinationsOf(std::string_view pdf);

} // namespace meldc::emit
