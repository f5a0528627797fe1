#pragma once

#include "driver/commands/inspector.h"
#include "driver/commands/shared.h"
#include "driver/house_style.h"
#include "driver/staging.h"
#include "emit/matrix/report.h"

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
    /// The file has no verdicts; meldc itself failed on it; a page of it could not be written.
    bool isBroken = false;
    bool isInternal = false;
    bool isUnwritten = false;

    [[nodiscard]] std::string text() const;
    /// Nothing when the text is anything else.
    [[nodiscard]] static std::optional<FileAnswer> read(std::string_view text);
};

/// What is written of each protocol, and where it goes: a page, a Word document with the look of
/// `look`. What it points to must outlive it.
struct PageOrder {
    const Staging* staging = nullptr;
    bool hasPage = false;
    bool hasDocument = false;
    const HouseStyle* look = nullptr;
};

/// Makes the rows of a file, and the pages of its protocols.
class RowMaker {
public:
    /// All of these must outlive it.
    RowMaker(const Session& session, const pipeline::LoadedLibrary& library,
             const std::vector<emit::MatrixNorm>& norms, PageOrder order)
        : session_(session), library_(library), norms_(norms), order_(order) {}

    /// Judges all protocols of a file, as if it were the only one. Never throws.
    [[nodiscard]] FileAnswer judge(const Input& input) const;

    /// The answer for a file of which nothing is known but why.
    [[nodiscard]] static FileAnswer broken(Session& session, const std::string& file,
                                           const diagnostics::Diagnostic& why,
                                           std::size_t messages);

private:
    [[nodiscard]] FileAnswer judgeUnit(Session& session, const Input& input) const;
    /// Adds the row of a protocol; the message for which there is none, if so.
    std::optional<diagnostics::Diagnostic> addRow(Session& session, const pipeline::LoadedUnit& unit,
                                                  const model::Protocol& protocol,
                                                  FileAnswer& answer) const;
    /// Writes what is ordered of a protocol; what cannot be written is told, and the row lacks it.
    void writePages(Session& session, const std::string& file, Inspector& inspector,
                    emit::MatrixRow& row, FileAnswer& answer) const;

    const Session& session_;
    const pipeline::LoadedLibrary& library_;
    const std::vector<emit::MatrixNorm>& norms_;
    PageOrder order_;
};

} // namespace meldc::driver
