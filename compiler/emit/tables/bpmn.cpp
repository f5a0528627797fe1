#include "emit/tables/bpmn.h"

#include "emit/page_words.h"
#include "emit/tables/flow.h"
#include "emit/xml.h"

#include <algorithm>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;

constexpr int kLaneColumn = 180;
constexpr int kLaneRow = 100;
/// Room above row 0 of a lane, for the words of a question.
constexpr int kHead = 60;
constexpr int kSide = 60;
constexpr int kTaskWidth = 140;
constexpr int kTaskHeight = 76;
constexpr int kGateway = 50;
constexpr int kEvent = 36;
/// Of a letter in the name of a lane, and what breaking words takes.
constexpr int kLetterWidth = 7;
constexpr int kNameMargin = 50;
/// Lines that skip something run below all lanes' shapes, each on a height of its own.
constexpr int kTrack = 14;
constexpr int kShapeGap = 16;

class BpmnWriter {
public:
    BpmnWriter(const BuildInput& input, Flow flow) : input_(input), flow_(std::move(flow)) {}

    std::string write() {
        pugi::xml_node declaration = document_.append_child(pugi::node_declaration);
        attribute(declaration, "version", "1.0");
        attribute(declaration, "encoding", "UTF-8");
        root_ = element(document_, "bpmn:definitions");
        attribute(root_, "xmlns:bpmn", "http://www.omg.org/spec/BPMN/20100524/MODEL");
        attribute(root_, "xmlns:bpmndi", "http://www.omg.org/spec/BPMN/20100524/DI");
        attribute(root_, "xmlns:dc", "http://www.omg.org/spec/DD/20100524/DC");
        attribute(root_, "xmlns:di", "http://www.omg.org/spec/DD/20100524/DI");
        attribute(root_, "id", "definitions");
        attribute(root_, "targetNamespace", "urn:meldc:" + input_.modelSha256.substr(0, 16));
        attribute(root_, "exporter", "meldc");
        attribute(root_, "exporterVersion", input_.version);
        placeAll();
        pugi::xml_node collaboration = element(root_, "bpmn:collaboration");
        attribute(collaboration, "id", "collaboration");
        pugi::xml_node participant = element(collaboration, "bpmn:participant");
        attribute(participant, "id", "participant");
        attribute(participant, "name", input_.decider.protocol->label);
        attribute(participant, "processRef", "process");
        process();
        drawing();
        return written(document_);
    }

private:
    static const char* kindOf(FlowKind kind) {
        switch (kind) {
        case FlowKind::Start:
            return "bpmn:startEvent";
        case FlowKind::End:
            return "bpmn:endEvent";
        case FlowKind::Question:
        case FlowKind::Merge:
            return "bpmn:exclusiveGateway";
        case FlowKind::Step:
        case FlowKind::Effect:
            break;
        }
        return "bpmn:task";
    }

    static std::string idOf(const FlowEdge& edge, std::size_t number) {
        return "flow_" + std::to_string(number) + (edge.answer.empty() ? "" : "_" + edge.answer);
    }

    void process() {
        pugi::xml_node process = element(root_, "bpmn:process");
        attribute(process, "id", "process");
        attribute(process, "name", input_.decider.protocol->label);
        attribute(process, "isExecutable", "false");
        element(process, "bpmn:documentation",
                say(Phrase::TableOfProtocol, input_.decider.protocol->label,
                    input_.decider.protocol->name) +
                    "; " + say(Phrase::TableMadeBy, input_.version, input_.date.str()) +
                    "; model sha256 " + input_.modelSha256 + "; baseline sha256 " +
                    input_.baselineSha256);
        pugi::xml_node lanes = element(process, "bpmn:laneSet");
        attribute(lanes, "id", "lanes");
        for (std::size_t lane = 0; lane < flow_.lanes.size(); ++lane) {
            pugi::xml_node node = element(lanes, "bpmn:lane");
            attribute(node, "id", "lane_" + std::to_string(lane));
            attribute(node, "name", flow_.lanes[lane]);
            for (const FlowNode& one : flow_.nodes) {
                if (one.lane == lane) {
                    element(node, "bpmn:flowNodeRef", one.id);
                }
            }
        }
        for (std::size_t i = 0; i < flow_.nodes.size(); ++i) {
            flowNode(process, i);
        }
        for (std::size_t i = 0; i < flow_.edges.size(); ++i) {
            const FlowEdge& edge = flow_.edges[i];
            pugi::xml_node node = element(process, "bpmn:sequenceFlow");
            attribute(node, "id", idOf(edge, i));
            if (!edge.answer.empty()) {
                attribute(node, "name", edge.answer);
            }
            attribute(node, "sourceRef", flow_.nodes[edge.from].id);
            attribute(node, "targetRef", flow_.nodes[edge.to].id);
        }
    }

    void flowNode(pugi::xml_node process, std::size_t number) {
        const FlowNode& one = flow_.nodes[number];
        pugi::xml_node node = element(process, kindOf(one.kind));
        attribute(node, "id", one.id);
        if (!one.label.empty()) {
            attribute(node, "name", one.label);
        }
        std::string notes;
        for (const std::string& note : one.notes) {
            notes += (notes.empty() ? "" : ". ") + note;
        }
        if (!notes.empty()) {
            element(node, "bpmn:documentation", notes);
        }
        for (std::size_t i = 0; i < flow_.edges.size(); ++i) {
            if (flow_.edges[i].to == number) {
                element(node, "bpmn:incoming", idOf(flow_.edges[i], i));
            }
        }
        for (std::size_t i = 0; i < flow_.edges.size(); ++i) {
            if (flow_.edges[i].from == number) {
                element(node, "bpmn:outgoing", idOf(flow_.edges[i], i));
            }
        }
    }

    /// How high a lane must be to show its name: it stands upright, on two lines at most.
    static int heightOfName(const std::string& name) {
        return kNameMargin + static_cast<int>(name.size()) * kLetterWidth / 2;
    }

    void placeAll() {
        std::vector<std::size_t> rows(flow_.lanes.size(), 1);
        std::size_t columns = 1;
        for (const FlowNode& node : flow_.nodes) {
            rows[node.lane] = std::max(rows[node.lane], node.row + 1);
            columns = std::max(columns, node.column + 1);
        }
        int y = 0;
        for (std::size_t lane = 0; lane < rows.size(); ++lane) {
            laneTops_.push_back(y);
            y += std::max(kHead + static_cast<int>(rows[lane]) * kLaneRow, heightOfName(flow_.lanes[lane]));
        }
        laneTops_.push_back(y);
        width_ = kSide + static_cast<int>(columns) * kLaneColumn;
        for (const FlowNode& node : flow_.nodes) {
            const int x = kSide + static_cast<int>(node.column) * kLaneColumn + kLaneColumn / 2;
            const int middle = laneTops_[node.lane] + kHead + static_cast<int>(node.row) * kLaneRow +
                               kTaskHeight / 2;
            const bool isTask = node.kind == FlowKind::Step || node.kind == FlowKind::Effect;
            const bool isEvent = node.kind == FlowKind::Start || node.kind == FlowKind::End;
            const int width = isTask ? kTaskWidth : isEvent ? kEvent : kGateway;
            const int height = isTask ? kTaskHeight : width;
            boxes_.push_back({x - width / 2, middle - height / 2, width, height});
        }
        for (const FlowEdge& edge : flow_.edges) {
            routes_.push_back(route(edge));
        }
    }

    using Route = std::vector<std::pair<int, int>>;

    /// Whether the way to the right is free: everything between is in rows below.
    [[nodiscard]] bool isNear(const FlowEdge& edge) const {
        const FlowNode& from = flow_.nodes[edge.from];
        const FlowNode& to = flow_.nodes[edge.to];
        if (to.column <= from.column) {
            return false;
        }
        return std::none_of(flow_.nodes.begin(), flow_.nodes.end(), [&](const FlowNode& node) {
            return node.column > from.column && node.column < to.column && node.lane == from.lane &&
                   node.row == from.row;
        });
    }

    Route route(const FlowEdge& edge) {
        const FlowNode& source = flow_.nodes[edge.from];
        const FlowNode& target = flow_.nodes[edge.to];
        const XmlBox& from = boxes_[edge.from];
        const XmlBox& to = boxes_[edge.to];
        const int right = from.x + from.width;
        const int before = kSide + static_cast<int>(target.column) * kLaneColumn;
        const bool isBranch = source.kind == FlowKind::Question && target.row > source.row &&
                              target.lane == source.lane && target.column == source.column + 1;
        if (isBranch) {
            return {{from.middleX(), from.y + from.height},
                    {from.middleX(), to.middleY()},
                    {to.x, to.middleY()}};
        }
        if (isNear(edge)) {
            if (from.middleY() == to.middleY()) {
                return {{right, from.middleY()}, {to.x, to.middleY()}};
            }
            return {{right, from.middleY()},
                    {before, from.middleY()},
                    {before, to.middleY()},
                    {to.x, to.middleY()}};
        }
        const int height = laneTops_.back() + kShapeGap + kTrack * tracks_++;
        const bool isDown = source.kind == FlowKind::Question;
        const int out = kSide + static_cast<int>(source.column + 1) * kLaneColumn - kShapeGap / 2;
        Route result{isDown ? std::pair(from.middleX(), from.y + from.height)
                            : std::pair(right, from.middleY())};
        if (!isDown) {
            result.emplace_back(out, from.middleY());
        }
        const int down = isDown ? from.middleX() : out;
        result.insert(result.end(), {{down, height},
                                     {before, height},
                                     {before, to.middleY()},
                                     {to.x, to.middleY()}});
        return result;
    }

    void drawing() {
        pugi::xml_node diagram = element(root_, "bpmndi:BPMNDiagram");
        attribute(diagram, "id", "diagram");
        pugi::xml_node plane = element(diagram, "bpmndi:BPMNPlane");
        attribute(plane, "id", "plane");
        attribute(plane, "bpmnElement", "collaboration");
        const int height = laneTops_.back() + (tracks_ == 0 ? 0 : 2 * kShapeGap + kTrack * tracks_);
        shape(plane, "participant", {-30, 0, width_ + 30, height});
        for (std::size_t lane = 0; lane < flow_.lanes.size(); ++lane) {
            const bool isLast = lane + 1 == flow_.lanes.size();
            const int bottom = isLast ? height : laneTops_[lane + 1];
            shape(plane, "lane_" + std::to_string(lane),
                  {0, laneTops_[lane], width_, bottom - laneTops_[lane]});
        }
        for (std::size_t i = 0; i < flow_.nodes.size(); ++i) {
            pugi::xml_node node = shape(plane, flow_.nodes[i].id, boxes_[i], false);
            label(node, flow_.nodes[i], boxes_[i]);
        }
        for (std::size_t i = 0; i < flow_.edges.size(); ++i) {
            const std::string id = idOf(flow_.edges[i], i);
            pugi::xml_node edge = element(plane, "bpmndi:BPMNEdge");
            attribute(edge, "id", "edge_" + id);
            attribute(edge, "bpmnElement", id);
            for (const auto& [x, y] : routes_[i]) {
                waypoint(edge, x, y);
            }
            if (!flow_.edges[i].answer.empty()) {
                answer(edge, routes_[i]);
            }
        }
    }

    static pugi::xml_node shape(pugi::xml_node plane, const std::string& id, const XmlBox& box,
                                bool isHorizontal = true) {
        pugi::xml_node node = element(plane, "bpmndi:BPMNShape");
        attribute(node, "id", "shape_" + id);
        attribute(node, "bpmnElement", id);
        if (isHorizontal) {
            attribute(node, "isHorizontal", "true");
        }
        bounds(node, box);
        return node;
    }

    static void label(pugi::xml_node node, const FlowNode& of, const XmlBox& box) {
        if (of.kind == FlowKind::Question || of.kind == FlowKind::Merge) {
            attribute(node, "isMarkerVisible", "true");
        }
        constexpr int kWidth = 160;
        // Lines run down beside an event, at the edge of its column.
        constexpr int kEventWidth = 140;
        if (of.kind == FlowKind::Question) {
            bounds(element(node, "bpmndi:BPMNLabel"),
                   {box.middleX() - kWidth / 2, box.y - kHead + 6, kWidth, 44});
        } else if (of.kind == FlowKind::Start || of.kind == FlowKind::End) {
            bounds(element(node, "bpmndi:BPMNLabel"),
                   {box.middleX() - kEventWidth / 2, box.y + box.height + 4, kEventWidth, 28});
        }
    }

    /// The answer stands by the first corner behind the question, or by its beginning.
    static void answer(pugi::xml_node edge, const Route& route) {
        const bool isDown = route.size() > 2 && route[0].first == route[1].first;
        const int x = isDown ? route[0].first + 8 : route[0].first + 6;
        const int y = isDown && route.size() == 3 ? route[1].second - 20
                      : isDown                    ? route[0].second + 4
                                                  : route[0].second - 20;
        bounds(element(edge, "bpmndi:BPMNLabel"), {x, y, 36, 14});
    }

    const BuildInput& input_;
    Flow flow_;
    pugi::xml_document document_;
    pugi::xml_node root_;
    /// Per lane its top, and behind the last its bottom.
    std::vector<int> laneTops_;
    std::vector<XmlBox> boxes_;
    std::vector<Route> routes_;
    int width_ = 0;
    int tracks_ = 0;
};

} // namespace

std::optional<std::string> processBpmn(const BuildInput& input) {
    const model::Protocol& world = input.decider.selected->front();
    Flow flow = flowOf(*input.decider.library, world);
    if (flow.nodes.empty()) {
        return std::nullopt;
    }
    return BpmnWriter(input, std::move(flow)).write();
}

} // namespace meldc::emit
