#include "diagnostics/phrases.h"
#include "emit/page_words.h"
#include "emit/tables/flow.h"
#include "emit/tables/read/drawn.h"
#include "emit/tables/read/files.h"
#include "emit/tables/read/process.h"
#include "emit/xml_text.h"

#include <pugixml.hpp>

namespace meldc::emit {

namespace {

using diagnostics::Phrase;
using diagnostics::phrase;

const char* bpmnKind(FlowKind kind) {
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

class BpmnReader {
public:
    explicit BpmnReader(pugi::xml_node root) : root_(root) {}

    std::optional<ReadDifference> read(Said& said, Process& result) {
        const pugi::xml_node process = root_.child("bpmn:process");
        const pugi::xml_node participant = root_.child("bpmn:collaboration").child("bpmn:participant");
        said.say("targetNamespace", root_.attribute("targetNamespace").value());
        said.say("exporter", root_.attribute("exporter").value() + std::string(" ") +
                                 root_.attribute("exporterVersion").value());
        said.say("participant", participant.attribute("name").value());
        said.say("process", process.attribute("name").value());
        said.say("isExecutable", process.attribute("isExecutable").value());
        said.say("documentation", process.child_value("bpmn:documentation"));
        if (participant.attribute("processRef").value() != std::string_view(process.attribute("id").value())) {
            said.say("processRef", participant.attribute("processRef").value());
        }
        drawn_.shapes.emplace_back(participant.attribute("id").value());
        for (const pugi::xml_node node : process.children()) {
            const std::string_view kind = node.name();
            if (kind == "bpmn:laneSet") {
                lanes(node, said);
            } else if (kind == "bpmn:sequenceFlow") {
                flow(node, said, result);
            } else if (kind != "bpmn:documentation") {
                place(node, said, result);
            }
        }
        const pugi::xml_node plane = root_.child("bpmndi:BPMNDiagram").child("bpmndi:BPMNPlane");
        said.say("plane", plane.attribute("bpmnElement").value());
        said.say("collaboration", root_.child("bpmn:collaboration").attribute("id").value());
        return differenceInDrawing(plane, {"bpmndi:BPMNShape", "bpmndi:BPMNEdge", "bpmnElement"}, drawn_);
    }

private:
    void lanes(pugi::xml_node set, Said& said) {
        for (const pugi::xml_node lane : set.children("bpmn:lane")) {
            const std::string name = lane.attribute("name").value();
            drawn_.shapes.emplace_back(lane.attribute("id").value());
            said.say("lanes", name);
            for (const pugi::xml_node node : lane.children("bpmn:flowNodeRef")) {
                said.say(node.child_value() + std::string(".lane"), name);
            }
        }
    }

    void flow(pugi::xml_node node, Said& said, Process& process) {
        const std::string from = node.attribute("sourceRef").value();
        const std::string to = node.attribute("targetRef").value();
        const std::string answer = node.attribute("name").value();
        const std::string id = node.attribute("id").value();
        drawn_.lines[id] = {from, to};
        said.say(from, (answer.empty() ? "" : answer + ": ") + to);
        process.ways[from].push_back({answer, to});
        isNoted(node.parent(), from, "bpmn:outgoing", id, said);
        isNoted(node.parent(), to, "bpmn:incoming", id, said);
    }

    /// Whether a place names a flow once.
    static void isNoted(pugi::xml_node process, const std::string& place, const char* how, const std::string& id,
                        Said& said) {
        std::size_t count = 0;
        for (const pugi::xml_node one :
             process.find_child_by_attribute("id", place.c_str()).children(how)) {
            count += one.child_value() == id ? 1 : 0;
        }
        if (count != 1) {
            said.say(place + "." + how, id);
        }
    }

    void place(pugi::xml_node node, Said& said, Process& process) {
        const std::string id = node.attribute("id").value();
        const std::string kind = node.name();
        const std::string name = node.attribute("name").value();
        drawn_.shapes.push_back(id);
        said.say(id + ".kind", kind);
        said.say(id + ".name", name);
        said.say(id + ".documentation", node.child_value("bpmn:documentation"));
        process.places[id] = {kind, name};
        for (const pugi::xml_node child : node.children()) {
            const std::string_view what = child.name();
            if (what == "bpmn:incoming" || what == "bpmn:outgoing") {
                const pugi::xml_node flow = node.parent().find_child_by_attribute("bpmn:sequenceFlow", "id", child.child_value());
                const char* end = what == "bpmn:incoming" ? "targetRef" : "sourceRef";
                if (flow.attribute(end).value() != id) {
                    said.say(id + "." + std::string(what), child.child_value());
                }
            }
        }
    }

    pugi::xml_node root_;
    DrawnIds drawn_;
};

Said saidOfFlow(const BuildInput& input, const Flow& flow) {
    Said said;
    const model::Protocol& protocol = *input.decider.protocol;
    const std::string label = shownText(protocol.label);
    said.say("targetNamespace", "urn:meldc:" + input.modelSha256.substr(0, 16));
    said.say("exporter", "meldc " + input.version);
    said.say("participant", label);
    said.say("process", label);
    said.say("isExecutable", "false");
    said.say("documentation",
             shownText(withBetween({phrase(Phrase::TableOfProtocol, protocol.label, protocol.name).nl,
                                    phrase(Phrase::TableMadeBy, input.version, input.date.str()).nl,
                                    "model sha256 " + input.modelSha256, "baseline sha256 " + input.baselineSha256},
                                   "; ")));
    said.say("plane", "collaboration");
    said.say("collaboration", "collaboration");
    for (const std::string& lane : flow.lanes) {
        said.say("lanes", shownText(lane));
    }
    for (const FlowNode& node : flow.nodes) {
        said.say(node.id + ".kind", bpmnKind(node.kind));
        said.say(node.id + ".name", shownText(node.label));
        said.say(node.id + ".documentation", shownText(withBetween(node.notes, ". ")));
        said.say(node.id + ".lane", shownText(flow.lanes[node.lane]));
    }
    for (const FlowEdge& edge : flow.edges) {
        said.say(flow.nodes[edge.from].id,
                 (edge.answer.empty() ? "" : edge.answer + ": ") + flow.nodes[edge.to].id);
    }
    return said;
}

} // namespace

std::optional<ReadDifference> differenceInBpmn(const BuildInput& input, std::string_view text) {
    pugi::xml_document document;
    const pugi::xml_parse_result parsed =
        document.load_buffer(text.data(), text.size(), pugi::parse_default, pugi::encoding_utf8);
    if (!parsed) {
        return ReadDifference{"byte " + std::to_string(parsed.offset), parsed.description(), {}};
    }
    const model::Protocol& world = input.decider.selected->front();
    Said found;
    Process process;
    auto difference = BpmnReader(document.child("bpmn:definitions")).read(found, process);
    if (!difference) {
        difference = differenceOf(saidOfFlow(input, flowOf(*input.decider.library, world)), found);
    }
    return difference ? difference : differenceInProcess(input.decider.library->vocabulary, world, process);
}

} // namespace meldc::emit
