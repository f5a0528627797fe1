#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

/// Protocols as they would lie in the folder of who supervises many organisations: made from the real
/// ones and the models in policies/, the same for the same seed.
namespace meldc::bench {

/// What was generated.
struct Generated {
    std::size_t files = 0;
    /// Of these: spoilt on purpose, so that they do not compile.
    std::size_t broken = 0;
};

/// Writes `count` protocols below `folder`, each in a folder of its own. Nearly half follow a model
/// with 10 to 20 lines of their own, some of these through the code of a board; the others are copies
/// of a model or of a real code in which roles and the organisation have other names and statements
/// were left out or weakened, many at few places and some at many. One in a hundred is spoilt, in one
/// of several ways.
Generated generate(std::size_t count, std::uint64_t seed, const std::filesystem::path& policies,
                   const std::filesystem::path& folder);

} // namespace meldc::bench
