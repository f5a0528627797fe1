#include "emit/tables/dmn_drawing.h"

#include "emit/xml.h"

#include <algorithm>
#include <array>
#include <map>

namespace meldc::emit {

namespace {

constexpr int kShapeWidth = 180;
constexpr int kShapeHeight = 70;
constexpr int kColumn = 210;
constexpr int kMargin = 40;

/// Tops of the rows: between them lie the lines, and above the first the title that editors show.
constexpr std::array<int, 4> kTops{120, 400, 740, 940};
/// The rows from top to bottom.
enum Row : std::uint8_t { kAbove, kDecided, kFacts, kQuestions };

/// How often the rows are put in order by their neighbours; more changes hardly anything.
constexpr int kSweeps = 6;

class DmnDrawing {
public:
    DmnDrawing(pugi::xml_node definitions, const DmnLevels& levels, const std::vector<DmnNeed>& needs)
        : diagram_(element(element(definitions, "dmndi:DMNDI"), "dmndi:DMNDiagram")), needs_(needs),
          rows_{levels.above, levels.decided, levels.facts, levels.questions} {
        attribute(diagram_, "id", "diagram");
        std::size_t widest = 1;
        for (const auto& row : rows_) {
            widest = std::max(widest, row.size());
        }
        width_ = static_cast<int>(widest) * kColumn;
    }

    /// From top to bottom: who, all together and the norms; what is decided; facts; questions. What
    /// needs each other stands in rows next to each other, so that no line runs through a box.
    void draw() {
        setInOrder();
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            row(rows_[i], kTops[i]);
        }
        for (const DmnNeed& one : needs_) {
            edge(one);
        }
    }

private:
    using Rows = std::array<std::vector<std::string>, 4>;

    /// Puts each row in the order of what its things are connected with in the rows beside it, and keeps of
    /// all orders on the way the one in which the fewest lines cross.
    void setInOrder() {
        Rows best = rows_;
        std::size_t fewest = crossings();
        for (int i = 0; i < kSweeps; ++i) {
            order(kFacts, {kDecided, kQuestions});
            order(kDecided, {kFacts});
            order(kAbove, {kDecided});
            order(kQuestions, {kFacts});
            if (const std::size_t now = crossings(); now < fewest) {
                fewest = now;
                best = rows_;
            }
        }
        rows_ = std::move(best);
    }

    /// Where each thing of a row stands, from 0 to 1.
    [[nodiscard]] std::map<std::string, double> placesOf(Row which) const {
        std::map<std::string, double> places;
        for (std::size_t i = 0; i < rows_[which].size(); ++i) {
            places[rows_[which][i]] = (static_cast<double>(i) + 0.5) / static_cast<double>(rows_[which].size());
        }
        return places;
    }

    void order(Row which, std::initializer_list<Row> neighbours) {
        std::map<std::string, double> places = placesOf(which);
        std::map<std::string, std::pair<double, int>> sums;
        for (const Row neighbour : neighbours) {
            const std::map<std::string, double> others = placesOf(neighbour);
            const auto add = [&](const std::string& id, const std::string& other) {
                if (const auto at = others.find(other); at != others.end()) {
                    sums[id].first += at->second;
                    ++sums[id].second;
                }
            };
            for (const DmnNeed& one : needs_) {
                add(one.from, one.to);
                add(one.to, one.from);
            }
        }
        // What is connected with nothing stays where it is.
        for (auto& [id, place] : places) {
            if (const auto sum = sums.find(id); sum != sums.end()) {
                place = sum->second.first / sum->second.second;
            }
        }
        std::stable_sort(rows_[which].begin(), rows_[which].end(), [&](const std::string& a, const std::string& b) {
            return places.at(a) < places.at(b);
        });
    }

    /// Pairs of lines between the same two rows that cross.
    [[nodiscard]] std::size_t crossings() const {
        std::size_t count = 0;
        for (const Row upper : {kAbove, kDecided, kFacts}) {
            const std::map<std::string, double> above = placesOf(upper);
            const std::map<std::string, double> below = placesOf(static_cast<Row>(upper + 1));
            std::vector<std::pair<double, double>> lines;
            for (const DmnNeed& one : needs_) {
                const auto add = [&](const std::string& high, const std::string& low) {
                    if (above.contains(high) && below.contains(low)) {
                        lines.emplace_back(above.at(high), below.at(low));
                    }
                };
                add(one.from, one.to);
                add(one.to, one.from);
            }
            for (std::size_t i = 0; i < lines.size(); ++i) {
                for (std::size_t j = 0; j < i; ++j) {
                    const auto& [a, b] = lines[i];
                    const auto& [c, d] = lines[j];
                    count += (a < c && b > d) || (a > c && b < d) ? 1 : 0;
                }
            }
        }
        return count;
    }

    void row(const std::vector<std::string>& ids, int top) {
        const int each = width_ / static_cast<int>(std::max<std::size_t>(ids.size(), 1));
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const XmlBox box{kMargin + static_cast<int>(i) * each + (each - kShapeWidth) / 2, top, kShapeWidth,
                             kShapeHeight};
            boxes_[ids[i]] = box;
            pugi::xml_node shape = element(diagram_, "dmndi:DMNShape");
            attribute(shape, "id", "shape-" + ids[i]);
            attribute(shape, "dmnElementRef", ids[i]);
            bounds(shape, box);
        }
    }

    void edge(const DmnNeed& one) {
        pugi::xml_node edge = element(diagram_, "dmndi:DMNEdge");
        attribute(edge, "id", "edge-" + one.id);
        attribute(edge, "dmnElementRef", one.id);
        const XmlBox& from = boxes_.at(one.from);
        const XmlBox& to = boxes_.at(one.to);
        const bool isUp = from.y > to.y;
        waypoint(edge, from.middleX(), isUp ? from.y : from.y + from.height);
        waypoint(edge, to.middleX(), isUp ? to.y + to.height : to.y);
    }

    pugi::xml_node diagram_;
    const std::vector<DmnNeed>& needs_;
    Rows rows_;
    int width_ = 0;
    std::map<std::string, XmlBox> boxes_;
};

} // namespace

void draw(pugi::xml_node definitions, const DmnLevels& levels, const std::vector<DmnNeed>& needs) {
    DmnDrawing(definitions, levels, needs).draw();
}

} // namespace meldc::emit
