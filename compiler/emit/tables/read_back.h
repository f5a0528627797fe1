#pragma once

#include "emit/tables/portable.h"

#include <optional>
#include <string>
#include <string_view>

/// Readers of what the emitters write, that share nothing with the writers but the tables: what was
/// written is compared with the tables before it is published.
namespace meldc::emit {

/// A table as it was read.
struct ReadTable {
    std::string id;
    /// Ids of its facts.
    std::vector<std::string> inputs;
    struct Row {
        std::vector<logic::AnswerSet> answers;
        std::string value;
    };
    std::vector<Row> rows;
};

/// The tables in a file; nothing when it is not what its format asks for.
[[nodiscard]] std::optional<std::vector<ReadTable>> readSql(std::string_view text);
[[nodiscard]] std::optional<std::vector<ReadTable>> readDmn(std::string_view text);
[[nodiscard]] std::optional<std::vector<ReadTable>> readCpp(std::string_view text);
[[nodiscard]] std::optional<std::vector<ReadTable>> readJdm(std::string_view text);

/// Whether these are the tables: the same ids, and in each the same rows in any order. With
/// `withGrounds` those of norms are among them.
[[nodiscard]] bool areTables(const PortableDecision& portable, const std::vector<ReadTable>& read,
                             bool withGrounds);

/// Whether a CSV holds the rows of the whole table, in their order.
[[nodiscard]] bool isWholeTable(const BuildInput& input, const PortableDecision& portable,
                                std::string_view csv);

} // namespace meldc::emit
