#pragma once

#include "driver/commands/shared.h"
#include "driver/staging.h"
#include "emit/matrix_report.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meldc::driver {

/// What became of one file, as it goes from the process that judged it to the one that gathers.
struct FileAnswer {
    emit::RowLine line;
    /// What is to be told on standard error.
    std::string messages;
    /// The file has no verdicts; meldc itself failed on it; its page could not be written.
    bool isBroken = false;
    bool isInternal = false;
    bool isUnwritten = false;

    [[nodiscard]] std::string text() const;
    /// Nothing when the text is anything else.
    [[nodiscard]] static std::optional<FileAnswer> read(std::string_view text);
};

/// Makes the rows of a file, and the pages of its protocols.
class RowMaker {
public:
    /// All of these must outlive it. `staging`: where pages go; null: none are made.
    RowMaker(const Session& session, const LoadedLibrary& library,
             const std::vector<emit::MatrixNorm>& norms, const Staging* staging)
        : session_(session), library_(library), norms_(norms), staging_(staging) {}

    /// Judges all protocols of a file, as if it were the only one. Never throws.
    [[nodiscard]] FileAnswer judge(const Input& input) const;

    /// The answer for a file of which nothing is known but why.
    [[nodiscard]] static FileAnswer broken(Session& session, const std::string& file,
                                           const diagnostics::Diagnostic& why,
                                           std::size_t messages);

private:
    [[nodiscard]] FileAnswer judgeUnit(Session& session, const Input& input) const;
    /// Adds the row of a protocol; the message for which there is none, if so.
    std::optional<diagnostics::Diagnostic> addRow(Session& session, const LoadedUnit& unit,
                                                  const model::Protocol& protocol,
                                                  FileAnswer& answer) const;

    const Session& session_;
    const LoadedLibrary& library_;
    const std::vector<emit::MatrixNorm>& norms_;
    const Staging* staging_;
};

} // namespace meldc::driver
