#pragma once

#include "emit/tables/read/said.h"
#include "model/protocol.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace meldc::emit {

/// A process as it was read.
struct Process {
    struct Place {
        /// Its element: `bpmn:task` and others.
        std::string kind;
        std::string name;
    };
    struct Way {
        /// Behind a question; else empty.
        std::string answer;
        std::string to;
    };
    /// By their ids.
    std::map<std::string, Place> places;
    std::map<std::string, std::vector<Way>> ways;
};

/// Whether the process asks what the protocol asks: the first question, and behind each answer what the answer gives
/// and where it leads.
[[nodiscard]] std::optional<ReadDifference> differenceInProcess(const model::Vocabulary& vocabulary,
                                                                const model::Protocol& world, const Process& process);

} // namespace meldc::emit
