#pragma once

#include "diagnostics/sink.h"
#include "evidence/examine.h"
#include "model/library.h"
#include "support/source_file.h"

#include <deque>
#include <map>
#include <string>
#include <vector>

namespace meldc::evidence::test {

/// A protocol over the library inside the program, beside documents that are given as texts.
class Desk {
public:
    /// `text` declares one unit, and compiles.
    explicit Desk(const std::string& text);

    /// The document with this name says this from now on.
    void put(const std::string& name, const std::string& text);
    /// Records the documents as they are.
    void record();
    /// Holds the protocol against the documents; keeps the outcome until the next time.
    const Examination& examine();
    /// With this instead of the place that tests use.
    const Examination& examine(const LockContext* context);

    /// Findings with this code, each as "place in the protocol: message".
    [[nodiscard]] std::vector<std::string> told(const std::string& code) const;
    /// Codes of all findings, each once, sorted, with a space between.
    [[nodiscard]] std::string codes() const;
    /// The lines that findings with this code show, as "document: lines", per statement.
    [[nodiscard]] std::vector<std::string> shown(const std::string& code) const;

    [[nodiscard]] const model::Protocol& protocol() const { return program_.protocols.front(); }
    [[nodiscard]] std::vector<Document> documents() const;
    [[nodiscard]] LockContext context() const;
    Lock lock;

private:
    support::SourceMap sources_;
    model::Program program_;
    std::deque<Text> texts_;
    std::map<std::string, const Text*> byName_;
    bool isRecorded_ = false;
    Examination examination_;
};

} // namespace meldc::evidence::test
