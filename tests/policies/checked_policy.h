#pragma once

#include <string>
#include <vector>

#include "driver/pipeline.h"

namespace meldc::test {

/// A protocol of policies/ checked against the shipped library, on 2026-11-21.
class CheckedPolicy {
public:
    explicit CheckedPolicy(const std::string& name);

    bool compiles() const { return !sink_.hasErrors() && result_.reports.size() == 1; }
    const model::Library& library() const { return result_.program->library; }
    const model::Vocabulary& vocabulary() const { return library().vocabulary; }
    const driver::Analysis& analysis() const { return result_.analyses.front(); }
    const baseline::ProtocolReport& report() const { return result_.reports.front(); }
    /// The verdict on a norm, or nullptr when it is not selected.
    const baseline::NormResult* find(const std::string& norm) const;
    /// Proves a requirement as `meldc prove` does.
    baseline::ProveResult prove(const std::string& requirement);

private:
    support::SourceMap sources_;
    diagnostics::Sink sink_;
    driver::CheckedTexts result_;
};

/// The cells of a tab-separated file of policies/<name>/, comments and the first line left out.
std::vector<std::vector<std::string>> readTable(const std::string& name, const std::string& file);

}  // namespace meldc::test
