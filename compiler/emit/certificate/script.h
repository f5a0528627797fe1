#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace meldc::emit {

/// Names that formulas use, each with what it stands for. A question takes with it what it needs of these and
/// nothing else, so that it can be read, and answered, by itself.
class Script {
public:
    /// A value that a solver chooses; like a function it is said once, and a second time is none. `told`: what it
    /// is, in words.
    void declare(const std::string& name, std::string_view sort, std::string_view told);
    /// A function of parameters as SMT-LIB writes them.
    void define(const std::string& name, const std::string& parameters, std::string_view sort, const std::string& body,
                std::string_view told);
    /// A function of two values of 0 to 2, by what it gives for each pair: 0 and 0, 0 and 1, and so on. A solver that
    /// writes functions out wherever they are used (z3 does) needs minutes for a condition in their place.
    void tabulate(const std::string& name, const std::array<int, 9>& values, std::string_view told);

    /// The commands that ask whether these formulas can all be true, with what they need in front of them.
    /// `isPossible`: the answer that is expected.
    [[nodiscard]] std::string question(const std::vector<std::string>& claims, bool isPossible) const;

private:
    struct Entry {
        std::vector<std::string> commands;
        std::string told;
    };
    void add(const std::string& name, std::vector<std::string> commands, std::string_view told);
    void mark(std::string_view formula, std::vector<bool>& isNeeded) const;

    /// What an entry uses stands in front of it.
    std::vector<Entry> entries_;
    std::map<std::string, std::size_t, std::less<>> byName_;
};

} // namespace meldc::emit
