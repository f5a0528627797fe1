#include "emit/tables/dmn_drawing.h"

#include "emit/xml.h"

#include <algorithm>
#include <map>

namespace meldc::emit {

namespace {

constexpr int kShapeWidth = 180;
constexpr int kShapeHeight = 70;
constexpr int kColumn = 210;
constexpr int kMargin = 40;

/// Tops of the rows. Between them lie the lines, and above the first the title that editors show.
constexpr int kAboveTop = 120;
constexpr int kDecidedTop = 400;
constexpr int kFactsTop = 740;
constexpr int kQuestionsTop = 940;

class DmnDrawing {
public:
    DmnDrawing(pugi::xml_node definitions, const DmnLevels& levels, const std::vector<DmnNeed>& needs)
        : diagram_(element(element(definitions, "dmndi:DMNDI"), "dmndi:DMNDiagram")), needs_(needs) {
        attribute(diagram_, "id", "diagram");
        const std::size_t widest = std::max({levels.above.size(), levels.decided.size(), levels.facts.size(),
                                             levels.questions.size(), std::size_t{1}});
        width_ = static_cast<int>(widest) * kColumn;
    }

    /// From top to bottom: who, all together and the norms; what is decided; facts; questions. What
    /// needs each other stands in rows next to each other, so that no line runs through a box.
    void draw(const DmnLevels& levels) {
        row(levels.decided, kDecidedTop);
        row(levels.facts, kFactsTop);
        row(levels.questions, kQuestionsTop);
        row(inOrderOfTheirNeeds(levels.above), kAboveTop);
        for (const DmnNeed& one : needs_) {
            edge(one);
        }
    }

private:
    /// In the order of what each is connected with and has its place: few lines cross then.
    [[nodiscard]] std::vector<std::string> inOrderOfTheirNeeds(std::vector<std::string> ids) const {
        std::map<std::string, std::pair<int, int>> sums;
        const auto add = [&](const std::string& id, const std::string& other) {
            if (const auto box = boxes_.find(other); box != boxes_.end()) {
                sums[id].first += box->second.x;
                ++sums[id].second;
            }
        };
        for (const DmnNeed& one : needs_) {
            add(one.from, one.to);
            add(one.to, one.from);
        }
        const auto middle = [&](const std::string& id) {
            const auto& [sum, count] = sums[id];
            return count == 0 ? 0 : sum / count;
        };
        std::stable_sort(ids.begin(), ids.end(),
                         [&](const std::string& a, const std::string& b) { return middle(a) < middle(b); });
        return ids;
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
    int width_ = 0;
    std::map<std::string, XmlBox> boxes_;
};

} // namespace

void draw(pugi::xml_node definitions, const DmnLevels& levels, const std::vector<DmnNeed>& needs) {
    DmnDrawing(definitions, levels, needs).draw(levels);
}

} // namespace meldc::emit
