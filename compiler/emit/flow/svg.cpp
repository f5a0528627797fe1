#include "emit/flow/flow.h"
#include "emit/layout.h"
#include "emit/template_text.h"
#include "emit/xml_text.h"

#include <algorithm>

namespace meldc::emit::flow {

namespace {

// Everything in pixels of the drawing, which scales with the page.
constexpr int kLine = 20;
constexpr int kPadding = 12;
constexpr int kGap = 12;
constexpr int kRowGap = 44;

/// The style of a drawing in a file of its own, for templateText().
constexpr std::string_view kDrawingStyle = "drawing.css";

/// Measures of one form.
struct Measures {
    int width;
    int rowX;
    int rowWidth;
    int sideX;
    int sideWidth;
    /// Room for this many characters on a line of a box; letters are 7.5 to 10 pixels wide.
    std::size_t rowColumns;
    std::size_t sideColumns;
    /// Distance between the lanes of the arrows along the left side.
    int lane;
    /// Where the arrow to the next row goes down.
    int arrowX;
    /// Class of the drawing, and the beginning of the ids within it.
    std::string_view name;
};

constexpr Measures kAcross{900, 70, 310, 440, 440, 33, 54, 14, 70 + 310 / 2, "across"};
/// On the right a lane stays free of sides for the arrow.
constexpr Measures kDown{340, 40, 292, 64, 232, 27, 27, 9, 316, "down"};

/// Whether a byte begins a character: those behind the first one begin with 10.
bool isFirst(char letter) {
    return (static_cast<unsigned char>(letter) & 0xC0U) != 0x80U;
}

/// The text with blanks in words that are longer than a line: a drawing breaks none by itself. Such a word
/// may be of wide letters alone, so its pieces are shorter.
std::string broken(const std::string& text, std::size_t columns) {
    std::string result;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        const std::string_view word = std::string_view(text).substr(begin, end - begin);
        const bool isLong = static_cast<std::size_t>(std::count_if(word.begin(), word.end(), isFirst)) > columns;
        std::size_t length = 0;
        for (const char letter : word) {
            if (isLong && isFirst(letter) && length++ == columns * 2 / 3) {
                result += ' ';
                length = 1;
            }
            result += letter;
        }
        result += end < text.size() ? " " : "";
        begin = end + 1;
    }
    return result;
}

std::vector<std::string> lines(const std::string& text, std::size_t columns) {
    std::vector<std::string> result;
    const std::string whole = wrapped(broken(text, columns), "", "", columns);
    for (std::size_t begin = 0; begin < whole.size();) {
        const std::size_t end = whole.find('\n', begin);
        result.push_back(whole.substr(begin, end - begin));
        begin = end + 1;
    }
    return result;
}

int heightOf(const std::vector<std::string>& text) {
    return static_cast<int>(text.size()) * kLine + 2 * kPadding - 4;
}

/// A side that has its place.
struct PlacedSide {
    std::vector<std::string> text;
    bool isHole = false;
    int y = 0;
};

struct PlacedRow {
    const Row* row = nullptr;
    std::vector<std::string> text;
    std::vector<PlacedSide> sides;
    int y = 0;
    /// Of the row's box alone.
    int height = 0;

    [[nodiscard]] int middle() const { return y + height / 2; }
};

class Drawing {
public:
    Drawing(const Flow& flow, Form form)
        : flow_(flow), isDown_(form == Form::Down), size_(isDown_ ? kDown : kAcross) {}

    std::string draw(const std::string& space, const std::string& style) {
        if (flow_.rows.empty()) {
            return {};
        }
        int y = 8;
        for (const Row& row : flow_.rows) {
            y = place(row, y) + kRowGap;
        }
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            drawRow(i);
        }
        const std::string size = std::to_string(size_.width) + " " + std::to_string(y - kRowGap + kPadding);
        const std::string name(size_.name);
        return "<svg" + space + " class=\"flow " + name + "\" role=\"img\" aria-labelledby=\"" + name + "-title " + name +
               "-text\" viewBox=\"0 0 " + size + "\">\n<title id=\"" + name + "-title\">" + markupText(flow_.title) +
               "</title>\n<desc id=\"" + name + "-text\">" + markupText(flow_.description) + "</desc>\n" + style +
               "<defs><marker id=\"" + name +
               "-arrow\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" "
               "markerWidth=\"8\" markerHeight=\"8\" orient=\"auto-start-reverse\">"
               "<path class=\"head\" d=\"M0 0 10 5 0 10z\"/></marker></defs>\n" +
               body_ + "</svg>\n";
    }

private:
    /// Places a row and gives the y of its end.
    int place(const Row& row, int y) {
        PlacedRow placed{&row, lines(shownText(row.text), size_.rowColumns), {}, y, 0};
        for (const Side& side : row.sides) {
            const std::string text = side.label.empty() ? side.text : side.label + ": " + side.text;
            placed.sides.push_back({lines(shownText(text), size_.sideColumns), side.isHole, 0});
        }
        const int height = heightOf(placed.text);
        int bottom = isDown_ ? y + height + kGap : y;
        for (PlacedSide& side : placed.sides) {
            side.y = bottom;
            bottom += heightOf(side.text) + kGap;
        }
        const int end = std::max(y + height, bottom - kGap);
        placed.height = isDown_ ? height : end - y;
        rows_.push_back(std::move(placed));
        return end;
    }

    void drawRow(std::size_t index) {
        const PlacedRow& row = rows_[index];
        for (const PlacedSide& side : row.sides) {
            const int y = side.y + heightOf(side.text) / 2;
            const int right = size_.rowX + size_.rowWidth;
            const std::string start = isDown_ ? point(size_.rowX + kPadding, row.y + row.height)
                                              : point(right, row.middle()) + " H" + std::to_string((right + size_.sideX) / 2);
            line("M" + start + " V" + std::to_string(y) + " H" + std::to_string(size_.sideX),
                 side.isHole ? "link hole" : "link", false);
        }
        const std::string_view look = row.row->isHole ? "outcome hole" : row.row->isEnd ? "outcome" : "question";
        box(size_.rowX, row.y, size_.rowWidth, row.height, look, row.row->isEnd ? 4 : 10);
        text(size_.rowX + kPadding, row.y + (row.height - heightOf(row.text)) / 2, row.text, "ask");
        for (const PlacedSide& side : row.sides) {
            box(size_.sideX, side.y, size_.sideWidth, heightOf(side.text), side.isHole ? "outcome hole" : "outcome", 4);
            text(size_.sideX + kPadding, side.y, side.text, "then");
        }
        arrows(index);
    }

    /// Straight down to the next row, else along the left side.
    void arrows(std::size_t index) {
        const PlacedRow& row = rows_[index];
        bool isStraight = false;
        std::string straight;
        for (const Arrow& arrow : row.row->arrows) {
            if (arrow.to == index + 1) {
                isStraight = true;
                straight += (straight.empty() ? "" : ", ") + shownText(arrow.label);
            } else if (arrow.to < rows_.size()) {
                jump(row, rows_[arrow.to], shownText(arrow.label));
            }
        }
        if (isStraight) {
            const int end = rows_[index + 1].y;
            line("M" + point(size_.arrowX, row.y + row.height) + " V" + std::to_string(end), "arrow", true);
        }
        if (!straight.empty()) {
            // In the narrow form the style lets the words end here.
            text(size_.arrowX + (isDown_ ? -10 : 10), rows_[index + 1].y - kRowGap / 2 - 20, {straight}, "answer");
        }
    }

    void jump(const PlacedRow& from, const PlacedRow& to, const std::string& label) {
        const int x = std::max(size_.rowX - size_.lane * (2 + lanes_++ % 3), 8);
        line("M" + point(size_.rowX, from.middle()) + " H" + std::to_string(x) + " V" + std::to_string(to.middle()) +
                 " H" + std::to_string(size_.rowX),
             "arrow", true);
        // Below a row its side already names answer and question, and the margin has no room.
        if (!isDown_) {
            text(x + 4, from.middle() - 30, {label}, "answer");
        }
    }

    static std::string point(int x, int y) { return std::to_string(x) + " " + std::to_string(y); }

    void line(const std::string& path, std::string_view look, bool isArrow) {
        const std::string end = isArrow ? " marker-end=\"url(#" + std::string(size_.name) + "-arrow)\"" : "";
        body_ += "<path class=\"" + std::string(look) + "\" d=\"" + path + "\"" + end + "/>\n";
    }

    void box(int x, int y, int width, int height, std::string_view look, int corner) {
        body_ += "<rect class=\"" + std::string(look) + "\" x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y) +
                 "\" width=\"" + std::to_string(width) + "\" height=\"" + std::to_string(height) + "\" rx=\"" +
                 std::to_string(corner) + "\"/>\n";
    }

    void text(int x, int y, const std::vector<std::string>& content, std::string_view look) {
        body_ += "<text class=\"" + std::string(look) + "\">";
        for (const std::string& one : content) {
            y += kLine;
            body_ += "<tspan x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y + 3) + "\">" + markupText(one) + "</tspan>";
        }
        body_ += "</text>\n";
    }

    const Flow& flow_;
    bool isDown_;
    const Measures& size_;
    std::vector<PlacedRow> rows_;
    std::string body_;
    int lanes_ = 0;
};

} // namespace

std::string svg(const Flow& flow, Form form) {
    return Drawing(flow, form).draw({}, {});
}

std::string svgFile(const Flow& flow, const std::string& modelSha256) {
    const std::string style = "<metadata>meldc-model: " + markupText(modelSha256) + "</metadata>\n<style>\n" +
                              templateText(kDrawingStyle) + "</style>\n";
    return Drawing(flow, Form::Across).draw(" xmlns=\"http://www.w3.org/2000/svg\" lang=\"nl\"", style);
}

} // namespace meldc::emit::flow
