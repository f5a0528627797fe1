#include "driver/csv_row.h"

#include <algorithm>

namespace meldc::driver {

namespace {

constexpr char kQuote = '"';

/// Goes through a row and gives each cell to `add`, with whether a quotation mark in it is doubled. `isOpen`:
/// the text begins inside a quoted cell.
template <class Add> RowState scanRow(std::string_view text, char separator, bool isOpen, const Add& add) {
    const char ends[] = {separator, kQuote};
    for (std::size_t at = 0;; ++at) {
        const bool isMarked = at < text.size() && text[at] == kQuote;
        const std::size_t begin = std::min(at + (isMarked && !isOpen ? 1 : 0), text.size());
        if (isOpen || isMarked) {
            bool isDoubled = false;
            at = text.find(kQuote, begin);
            while (at != text.npos && at + 1 < text.size() && text[at + 1] == kQuote) {
                isDoubled = true;
                at = text.find(kQuote, at + 2);
            }
            if (at == text.npos) {
                return RowState::Open;
            }
            add(text.substr(begin, at - begin), isDoubled);
            isOpen = false;
            ++at;
        } else {
            at = std::min(text.find_first_of(std::string_view(ends, 2), at), text.size());
            add(text.substr(begin, at - begin), false);
        }
        if (at >= text.size()) {
            return RowState::Whole;
        }
        if (text[at] != separator) {
            return RowState::Broken;
        }
    }
}

} // namespace

void CsvRow::add(std::string_view cell, bool isDoubled) {
    if (isDoubled) {
        std::string& own = own_.emplace_back();
        for (std::size_t i = 0; i < cell.size(); ++i) {
            own += cell[i];
            i += cell[i] == kQuote ? 1 : 0;
        }
        cell = own;
    }
    cells_.push_back(cell);
}

RowState CsvRow::read(std::string_view text) {
    cells_.clear();
    own_.clear();
    if (text.find(kQuote) != text.npos) {
        return scanRow(text, separator_, false,
                       [&](std::string_view cell, bool isDoubled) { add(cell, isDoubled); });
    }
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(separator_, begin), text.size());
        cells_.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return RowState::Whole;
}

RowState stateAfter(std::string_view line, char separator, bool isOpen) {
    return scanRow(line, separator, isOpen, [](std::string_view, bool) {});
}

char separatorOf(std::string_view head) {
    bool isQuoted = false;
    for (const char letter : head) {
        if (letter == kQuote) {
            isQuoted = !isQuoted;
        } else if (!isQuoted && (letter == ',' || letter == ';' || letter == '\t')) {
            return letter;
        }
    }
    return ',';
}

} // namespace meldc::driver
