#include "driver/row_reader.h"

#include "driver/csv_row.h"
#include "support/limits.h"

#include <iterator>
#include <utility>
#include <vector>

namespace meldc::driver {

std::optional<RowReader::Line> RowReader::line() {
    if (!waiting_.empty()) {
        Line line = std::move(waiting_.front());
        waiting_.pop_front();
        return line;
    }
    std::optional<std::string> text = lines_.next();
    if (!text) {
        return std::nullopt;
    }
    return Line{*std::move(text), lines_.lineEnd(), lines_.number()};
}

std::optional<std::string> RowReader::next() {
    std::optional<Line> first = line();
    if (!first) {
        return std::nullopt;
    }
    number_ = first->number;
    const bool isPlain = first->text.find('"') == std::string::npos;
    if (isPlain || stateAfter(first->text, separator_, false) != RowState::Open) {
        return std::move(first->text);
    }
    return withMore(*std::move(first));
}

std::optional<std::string> RowReader::withMore(Line first) {
    std::string whole = first.text + std::string(first.end);
    std::vector<Line> ahead;
    RowState state = RowState::Open;
    while (state == RowState::Open && whole.size() < support::kMaxRowBytes) {
        std::optional<Line> more = line();
        if (!more) {
            break;
        }
        state = stateAfter(more->text, separator_, true);
        whole += more->text;
        whole += state == RowState::Open ? more->end : std::string_view();
        ahead.push_back(*std::move(more));
    }
    if (state == RowState::Whole) {
        return whole;
    }
    waiting_.insert(waiting_.begin(), std::make_move_iterator(ahead.begin()), std::make_move_iterator(ahead.end()));
    return std::move(first.text);
}

} // namespace meldc::driver
