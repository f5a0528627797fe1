#include "emit/table_text.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace meldc::emit {

namespace {

constexpr std::string_view kBlanks = " \t";

/// Takes a table apart, from the first byte to the last.
class TableScanner {
public:
    /// A title may hold a semicolon, hardly ever a tab: one tab says that tabs separate.
    TableScanner(std::string_view text, support::FileId id)
        : text_(text), id_(id), separator_(text.find('\t') == text.npos ? ';' : '\t') {}

    std::vector<TableRow> rows() {
        std::vector<TableRow> result;
        while (at_ < text_.size()) {
            if (text_[at_] == '#') {
                at_ = std::min(text_.find('\n', at_), text_.size() - 1) + 1;
                continue;
            }
            TableRow row = this->row();
            const bool hasText = std::any_of(row.cells.begin(), row.cells.end(),
                                             [](const TableCell& cell) { return !cell.text.empty(); });
            if (hasText) {
                result.push_back(std::move(row));
            }
        }
        return result;
    }

private:
    TableRow row() {
        TableRow row;
        const std::size_t begin = at_;
        for (bool isLast = false; !isLast;) {
            row.cells.push_back(cell());
            isLast = at_ >= text_.size() || text_[at_] == '\n';
            if (at_ < text_.size()) {
                ++at_;
            }
        }
        const std::size_t end = at_ > begin && text_[at_ - 1] == '\n' ? at_ - 1 : at_;
        row.span = span(begin, end);
        return row;
    }

    /// Leaves at_ behind the cell: at a separator, a line feed or the end.
    TableCell cell() {
        while (at_ < text_.size() && text_[at_] == ' ') {
            ++at_;
        }
        if (at_ < text_.size() && text_[at_] == '"') {
            if (auto quoted = quotedCell()) {
                return *std::move(quoted);
            }
        }
        const std::size_t begin = at_;
        while (at_ < text_.size() && text_[at_] != '\n' && !isSeparator(text_[at_])) {
            ++at_;
        }
        return trimmed(std::string(text_.substr(begin, at_ - begin)), begin, at_);
    }

    /// Nothing when no mark closes it before a separator or line end: then marks are plain text.
    std::optional<TableCell> quotedCell() {
        if (!mayClose_) {
            return std::nullopt;
        }
        std::string text;
        for (std::size_t at = at_ + 1; at < text_.size(); ++at) {
            if (text_[at] != '"') {
                text += text_[at];
                continue;
            }
            const std::size_t behind = at + 1;
            if (behind < text_.size() && text_[behind] == '"') {
                text += '"';
                ++at;
            } else if (behind >= text_.size() || text_[behind] == '\n' ||
                       isSeparator(text_[behind])) {
                TableCell cell = trimmed(std::move(text), at_, behind);
                at_ = behind;
                return cell;
            } else {
                return std::nullopt;
            }
        }
        // Not looked for again: that would take time without end in a file full of marks.
        mayClose_ = false;
        return std::nullopt;
    }

    TableCell trimmed(std::string text, std::size_t begin, std::size_t end) const {
        const std::size_t first = text.find_first_not_of(kBlanks);
        if (first == text.npos) {
            return {{}, span(begin, end)};
        }
        const std::size_t last = text.find_last_not_of(kBlanks);
        return {text.substr(first, last - first + 1), span(begin, end)};
    }

    [[nodiscard]] bool isSeparator(char letter) const { return letter == separator_; }
    [[nodiscard]] support::Span span(std::size_t begin, std::size_t end) const {
        return {id_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }

    std::string_view text_;
    support::FileId id_;
    char separator_;
    std::size_t at_ = 0;
    bool mayClose_ = true;
};

std::string inQuotes(const std::string& text) {
    std::string result = "\"";
    for (const char letter : text) {
        result += letter;
        if (letter == '"') {
            result += letter;
        }
    }
    return result + "\"";
}

} // namespace

TableCell TableRow::at(std::size_t column) const {
    return column < cells.size() ? cells[column] : TableCell{{}, span};
}

std::vector<TableRow> rowsOf(const support::SourceMap& sources, support::FileId id) {
    return TableScanner(sources.file(id).text(), id).rows();
}

std::string tabCell(const std::string& text) {
    const bool isPlain = text.find_first_of("\t\n\"") == text.npos && !text.starts_with('#');
    return isPlain ? text : inQuotes(text);
}

std::string csvCell(const std::string& text, char separator) {
    constexpr std::string_view kFormula = "=+-@\t\r";
    const bool isFormula = !text.empty() && kFormula.find(text.front()) != kFormula.npos;
    const std::string safe = isFormula ? "'" + text : text;
    const bool isPlain = safe.find_first_of("\"\r\n") == safe.npos && safe.find(separator) == safe.npos;
    return isPlain ? safe : inQuotes(safe);
}

} // namespace meldc::emit
