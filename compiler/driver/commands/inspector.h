#pragma once

#include "driver/commands/shared.h"
#include "driver/documents.h"
#include "emit/inspection/inspection.h"

#include <memory>
#include <optional>
#include <string>

namespace meldc::driver {

/// Makes the report of one protocol: its documents and lists are read, it is judged, and all that is
/// arranged. What it is given must outlive it. Does not move: the report points into it.
class Inspector {
public:
    Inspector(Session& session, const pipeline::LoadedUnit& unit, const pipeline::Analysis& analysis,
              std::string librarySha256);
    Inspector(const Inspector&) = delete;
    Inspector& operator=(const Inspector&) = delete;

    /// False when no law is known of the day. What cannot be read is told; the report is made all the
    /// same, and must not be used when the session is wrong.
    [[nodiscard]] bool run();
    /// The first document that could not be used, if any.
    [[nodiscard]] std::optional<diagnostics::Diagnostic> documentError() const;

    /// After run().
    [[nodiscard]] const baseline::ProtocolReport& judged() const { return judged_; }
    [[nodiscard]] const emit::Inspection& report() const { return *report_; }
    /// The gravest of verdicts, findings and what was said of the lists.
    [[nodiscard]] diagnostics::Severity worst() const;
    /// Says in the report how it is made again: with `operand` and `--emit`.
    void setCommand(const std::string& operand, Product product);

    /// Reads the list of items, without anything else: what is wrong with it is told.
    static void checkItems(Session& session, const model::Library& library);

private:
    void readLists();
    support::FileId readList(const std::string& path);
    void fill(const evidence::Examination* examination);
    [[nodiscard]] const model::Library& library() const { return unit_.program->library; }
    [[nodiscard]] const model::Protocol& protocol() const { return *analysis_.protocol; }

    Session& session_;
    const pipeline::LoadedUnit& unit_;
    const pipeline::Analysis& analysis_;
    std::string librarySha256_;
    DocumentDesk desk_;
    baseline::ProtocolReport judged_;
    emit::InspectionInput input_;
    std::unique_ptr<emit::Inspection> report_;
};

} // namespace meldc::driver
