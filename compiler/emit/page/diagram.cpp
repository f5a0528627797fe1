#include "emit/page/diagram.h"

#include "diagnostics/phrases.h"
#include "emit/layout.h"
#include "emit/words.h"
#include "support/utf8.h"

#include <algorithm>
#include <array>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;

// Everything in pixels of the drawing, which scales with the page.
constexpr int kLine = 20;
constexpr int kPadding = 12;
constexpr int kGap = 12;
constexpr int kRowGap = 44;

/// Measures of one form.
struct Measures {
    int width;
    int questionX;
    int questionWidth;
    int outcomeX;
    int outcomeWidth;
    /// Room for this many characters on a line of a box; letters are 7.5 to 10 pixels wide.
    std::size_t questionColumns;
    std::size_t outcomeColumns;
    /// Distance between the lanes of the arrows along the left side.
    int lane;
    /// Where the arrow to the next question goes down.
    int arrowX;
    /// Class of the drawing, and the beginning of the ids within it.
    std::string_view name;
};

constexpr Measures kAcross{900, 70, 310, 440, 440, 33, 54, 14, 70 + 310 / 2, "across"};
/// On the right a lane stays free of outcomes for the arrow.
constexpr Measures kDown{340, 40, 292, 64, 232, 27, 27, 9, 316, "down"};

std::string escaped(std::string_view text) {
    std::string result;
    for (const char letter : text) {
        switch (letter) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        default:
            result += letter;
        }
    }
    return result;
}

std::vector<std::string> lines(const std::string& text, std::size_t columns) {
    std::vector<std::string> result;
    const std::string broken = wrapped(text, "", "", columns);
    for (std::size_t begin = 0; begin < broken.size();) {
        const std::size_t end = broken.find('\n', begin);
        result.push_back(broken.substr(begin, end - begin));
        begin = end + 1;
    }
    return result;
}

int heightOf(const std::vector<std::string>& text) {
    return static_cast<int>(text.size()) * kLine + 2 * kPadding - 4;
}

/// What stands beside a question for one answer.
struct Outcome {
    std::vector<std::string> text;
    bool isHole = false;
    int y = 0;
};

struct Row {
    const model::Question* question = nullptr;
    std::vector<std::string> label;
    std::vector<Outcome> outcomes;
    int y = 0;
    /// Of the question's box alone.
    int height = 0;

    [[nodiscard]] int middle() const { return y + height / 2; }
};

class Drawing {
public:
    Drawing(const model::Protocol& world, const PageWords& words, DiagramForm form)
        : words_(words), isDown_(form == DiagramForm::Down), size_(isDown_ ? kDown : kAcross) {
        for (const model::Question& question : world.questions) {
            if (!question.id.empty()) {
                rows_.push_back({&question, {}, {}, 0, 0});
            }
        }
        title_ = phrase(Phrase::PageDiagramTitle, support::same(world.label)).nl;
    }

    std::string draw() {
        if (rows_.empty()) {
            return {};
        }
        int y = 8;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            y = place(i, y) + kRowGap;
        }
        body_.clear();
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            drawRow(i);
        }
        const std::string size =
            std::to_string(size_.width) + " " + std::to_string(y - kRowGap + kPadding);
        const std::string name(size_.name);
        return "<svg class=\"flow " + name + "\" role=\"img\" aria-labelledby=\"" + name +
               "-title " + name + "-text\" viewBox=\"0 0 " + size + "\">\n<title id=\"" + name +
               "-title\">" + escaped(title_) + "</title>\n<desc id=\"" + name + "-text\">" +
               escaped(description_) + "</desc>\n<defs><marker id=\"" + name +
               "-arrow\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" "
               "markerWidth=\"8\" markerHeight=\"8\" orient=\"auto-start-reverse\">"
               "<path class=\"head\" d=\"M0 0 10 5 0 10z\"/></marker></defs>\n" + body_ +
               "</svg>\n";
    }

private:
    /// Index of the row of a question, or -1.
    [[nodiscard]] int rowOf(const std::string& id) const {
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (rows_[i].question->id == id) {
                return static_cast<int>(i);
            }
        }
        return -1;
    }

    /// Whether an edge is only the arrow to the next question, which needs no box.
    [[nodiscard]] bool isPlainStep(const model::Edge& edge, std::size_t row) const {
        return edge.target == model::TargetKind::Question && edge.effects.empty() &&
               edge.step.empty() && edge.together.empty() &&
               rowOf(edge.question) == static_cast<int>(row) + 1;
    }

    /// Fills a row and gives the y of its end.
    int place(std::size_t index, int y) {
        Row& row = rows_[index];
        const model::Question& question = *row.question;
        row.label = lines(question.id + ". " + question.label, size_.questionColumns);
        row.y = y;
        for (const model::Answer answer : kAnswers) {
            bool isSaid = false;
            for (const model::Edge& edge : question.edges) {
                if (edge.answer != answer) {
                    continue;
                }
                isSaid = true;
                const std::string then = words_.edge(edge);
                describe(question, answer, then);
                if (!isPlainStep(edge, index)) {
                    addOutcome(row, words_.answer(answer) + ": " + then, false);
                }
            }
            if (!isSaid) {
                const std::string then = phrase(Phrase::PageThenNothing).nl;
                describe(question, answer, then);
                addOutcome(row, words_.answer(answer) + ": " + then, true);
            }
        }
        const int labelHeight = heightOf(row.label);
        int bottom = isDown_ ? y + labelHeight + kGap : y;
        for (Outcome& outcome : row.outcomes) {
            outcome.y = bottom;
            bottom += heightOf(outcome.text) + kGap;
        }
        const int end = std::max(y + labelHeight, bottom - kGap);
        row.height = isDown_ ? labelHeight : end - y;
        return end;
    }

    void addOutcome(Row& row, const std::string& text, bool isHole) const {
        row.outcomes.push_back({lines(text, size_.outcomeColumns), isHole, 0});
    }

    void describe(const model::Question& question, model::Answer answer, const std::string& then) {
        description_ += (description_.empty() ? "" : " ") +
                        phrase(Phrase::PageDiagramLine, support::same(question.id),
                               support::same(question.label),
                               support::same(capital(words_.answer(answer))),
                               support::same(then)).nl;
    }

    void drawRow(std::size_t index) {
        const Row& row = rows_[index];
        for (const Outcome& outcome : row.outcomes) {
            const int y = outcome.y + heightOf(outcome.text) / 2;
            const int right = size_.questionX + size_.questionWidth;
            const std::string start =
                isDown_ ? point(size_.questionX + kPadding, row.y + row.height)
                        : point(right, row.middle()) + " H" +
                              std::to_string((right + size_.outcomeX) / 2);
            line("M" + start + " V" + std::to_string(y) + " H" + std::to_string(size_.outcomeX),
                 outcome.isHole ? "link hole" : "link", false);
        }
        box(size_.questionX, row.y, size_.questionWidth, row.height, "question", 10);
        text(size_.questionX + kPadding,
             row.y + (row.height - heightOf(row.label)) / 2, row.label, "ask");
        for (const Outcome& outcome : row.outcomes) {
            box(size_.outcomeX, outcome.y, size_.outcomeWidth, heightOf(outcome.text),
                outcome.isHole ? "outcome hole" : "outcome", 4);
            text(size_.outcomeX + kPadding, outcome.y, outcome.text, "then");
        }
        arrows(index);
    }

    /// Arrows to other questions: straight down to the next one, else along the left side.
    void arrows(std::size_t index) {
        const Row& row = rows_[index];
        std::string straight;
        for (const model::Edge& edge : row.question->edges) {
            const int target =
                edge.target == model::TargetKind::Question ? rowOf(edge.question) : -1;
            if (target < 0) {
                continue;
            }
            const std::string answer = words_.answer(edge.answer);
            if (target == static_cast<int>(index) + 1) {
                straight += (straight.empty() ? "" : ", ") + answer;
            } else {
                jump(row, rows_[static_cast<std::size_t>(target)], answer);
            }
        }
        if (!straight.empty()) {
            const int end = rows_[index + 1].y;
            line("M" + point(size_.arrowX, row.y + row.height) + " V" + std::to_string(end),
                 "arrow", true);
            // In the narrow form the style lets the words end here.
            text(size_.arrowX + (isDown_ ? -10 : 10), end - kRowGap / 2 - 20, {straight}, "answer");
        }
    }

    void jump(const Row& from, const Row& to, const std::string& answer) {
        const int x = std::max(size_.questionX - size_.lane * (2 + lanes_++ % 3), 8);
        line("M" + point(size_.questionX, from.middle()) + " H" + std::to_string(x) + " V" +
                 std::to_string(to.middle()) + " H" + std::to_string(size_.questionX),
             "arrow", true);
        // Below a question its outcome already names answer and question, and the side has no room.
        if (!isDown_) {
            text(x + 4, from.middle() - 30, {answer}, "answer");
        }
    }

    static std::string point(int x, int y) {
        return std::to_string(x) + " " + std::to_string(y);
    }

    void line(const std::string& path, std::string_view look, bool isArrow) {
        const std::string end =
            isArrow ? " marker-end=\"url(#" + std::string(size_.name) + "-arrow)\"" : "";
        body_ += "<path class=\"" + std::string(look) + "\" d=\"" + path + "\"" + end + "/>\n";
    }

    void box(int x, int y, int width, int height, std::string_view look, int corner) {
        body_ += "<rect class=\"" + std::string(look) + "\" x=\"" + std::to_string(x) +
                 "\" y=\"" + std::to_string(y) + "\" width=\"" + std::to_string(width) +
                 "\" height=\"" + std::to_string(height) + "\" rx=\"" + std::to_string(corner) +
                 "\"/>\n";
    }

    void text(int x, int y, const std::vector<std::string>& content, std::string_view look) {
        body_ += "<text class=\"" + std::string(look) + "\">";
        for (const std::string& one : content) {
            y += kLine;
            body_ += "<tspan x=\"" + std::to_string(x) + "\" y=\"" + std::to_string(y + 3) +
                     "\">" + escaped(one) + "</tspan>";
        }
        body_ += "</text>\n";
    }

    const PageWords& words_;
    bool isDown_;
    const Measures& size_;
    std::vector<Row> rows_;
    std::string title_;
    std::string description_;
    std::string body_;
    int lanes_ = 0;
};

} // namespace

std::string diagram(const model::Protocol& world, const PageWords& words, DiagramForm form) {
    return Drawing(world, words, form).draw();
}

} // namespace meldc::emit
