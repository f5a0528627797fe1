#pragma once

#include "driver/session.h"
#include "emit/build_input.h"
#include "emit/tables/portable.h"
#include "emit/tables/world_tables.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meldc::driver {

/// Makes the tables of one protocol after another, and reads them back when that was asked for.
class TableDesk {
public:
    explicit TableDesk(Session& session) : session_(session) {}

    /// Another protocol comes.
    void clear();

    /// The tables of the readings. Nothing when they are too large; `isWrong` is set when one does not equal its
    /// decision.
    [[nodiscard]] std::optional<std::string> readings(const emit::BuildInput& input, bool& isWrong);
    /// A table that programs run which know nothing of meldc. Nothing when it is too large; `isWrong` is set when the
    /// tables have no row for a case.
    [[nodiscard]] std::optional<std::string> portable(const emit::BuildInput& input, Product product, bool& isWrong);

    /// Whether a product can be read back.
    [[nodiscard]] static bool isTable(Product product);

    /// What a text that may once have been such a table says otherwise; nothing when it says the same, or the product
    /// is no table. The product must have been asked for before.
    [[nodiscard]] std::optional<support::Localized> differenceIn(const emit::BuildInput& input, Product product,
                                                                 std::string_view text) const;

    /// Whether a table may be published as it was written; what is wrong with it is told. With `--verify` it is read
    /// back; what is no table may.
    [[nodiscard]] bool mayPublish(const emit::BuildInput& input, Product product, const std::string& path,
                                  const std::string& text);

private:
    struct Reader;
    /// Of each product that can be read back.
    static const std::array<Reader, 9> kReaders;

    Session& session_;
    /// Made when the first product asks for them.
    std::optional<emit::PortableDecision> portable_;
    std::optional<std::vector<emit::WorldTable>> readings_;
};

} // namespace meldc::driver
