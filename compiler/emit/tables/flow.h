#pragma once

#include "model/library.h"
#include "model/protocol.h"

#include <string>
#include <vector>

/// The steps and questions of a protocol as a flow of things that are done, placed on a grid.
namespace meldc::emit {

enum class FlowKind : std::uint8_t { Start, Step, Question, Merge, Effect, End };

/// A place in the flow.
struct FlowNode {
    FlowKind kind = FlowKind::Step;
    /// Letters, digits and underscores.
    std::string id;
    std::string label;
    /// Sentences about what is done there.
    std::vector<std::string> notes;
    /// Index of Flow::lanes.
    std::size_t lane = 0;
    /// Columns hold one node, or what follows on one question, so that a line between two columns
    /// meets nothing. Row 0 of a lane is for steps and questions.
    std::size_t column = 0;
    std::size_t row = 0;
};

struct FlowEdge {
    std::size_t from = 0;
    std::size_t to = 0;
    /// The answer behind a question; else empty.
    std::string answer;
};

struct Flow {
    /// Who does it, in words.
    std::vector<std::string> lanes;
    std::vector<FlowNode> nodes;
    std::vector<FlowEdge> edges;
};

/// The flow of a protocol in which a world is chosen: its steps in their order, each with the
/// questions that stand in it. Without steps and questions it has no nodes.
[[nodiscard]] Flow flowOf(const model::Library& library, const model::Protocol& world);

} // namespace meldc::emit
