#pragma once

#include "diagnostics/sink.h"
#include "emit/sentences/sentences.h"
#include "model/library.h"

#include <memory>
#include <string>
#include <vector>

/// Protocols resolved against the shipped library, without judging them.
namespace meldc::test {

/// A program and its last protocol.
class Resolved {
public:
    explicit Resolved(const std::vector<std::string>& texts);

    /// A protocol of policies/ with what it follows.
    static Resolved policy(const std::string& name);

    [[nodiscard]] const model::Protocol& protocol() const { return program_->protocols.back(); }
    [[nodiscard]] const model::Library& library() const { return program_->library; }
    [[nodiscard]] bool compiles() const { return !sink_.hasErrors() && !program_->protocols.empty(); }
    /// All sentences.
    [[nodiscard]] std::vector<emit::Sentence> sentences() const;
    /// The same, one statement a line.
    [[nodiscard]] std::string list() const;

private:
    diagnostics::Sink sink_;
    std::unique_ptr<model::Program> program_;
};

} // namespace meldc::test
