#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "emit/answer.h"
#include "pipeline/stages.h"

namespace meldc::test {

/// A protocol of policies/, with what it uses, checked against the shipped library.
class CheckedPolicy {
public:
    /// Checked once on a date, however many tests look at it.
    static CheckedPolicy& of(const std::string& name, const std::string& date = "2026-11-21");

    bool compiles() const { return !sink_.hasErrors() && at_ < result_.reports.size(); }
    const model::Library& library() const { return result_.program->library; }
    const model::Vocabulary& vocabulary() const { return library().vocabulary; }
    /// What `meldc decide` answers.
    emit::Answer decide(const logic::Case& given) const;
    const pipeline::Analysis& analysis() const { return result_.analyses.at(at_); }
    const baseline::ProtocolReport& report() const { return result_.reports.at(at_); }
    /// The verdict on a norm, or nullptr when it is not selected.
    const baseline::NormResult* find(const std::string& norm) const;
    /// Proves a requirement as `meldc prove` does.
    baseline::ProveResult prove(const std::string& requirement);

private:
    CheckedPolicy(const std::string& name, const std::string& date);

    support::SourceMap sources_;
    diagnostics::Sink sink_;
    pipeline::CheckedTexts result_;
    /// Number of the policy's own protocol; those before it are what it follows.
    std::size_t at_ = 0;
};

/// The name as part of a test's name: letters only.
std::string identifier(std::string name);

/// The cells of a tab-separated file of policies/<name>/, comments and the first line left out.
std::vector<std::vector<std::string>> readTable(const std::string& name, const std::string& file);

}  // namespace meldc::test
