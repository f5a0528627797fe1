#include "driver/commands/table_desk.h"

#include "diagnostics/phrases.h"
#include "driver/commands/shared.h"
#include "emit/tables/cpp.h"
#include "emit/tables/csv.h"
#include "emit/tables/dmn.h"
#include "emit/tables/jdm.h"
#include "emit/tables/json.h"
#include "emit/tables/read/files.h"
#include "emit/tables/sql.h"
#include "emit/tables/vectors.h"

#include <algorithm>
#include <array>

namespace meldc::driver {

namespace {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Phrase;
using diagnostics::phrase;

/// Beside the test cases of the TCK.
std::string dmnNameOf(const emit::BuildInput& input) {
    return fileNameOf(*input.decider.protocol) + ".dmn";
}

support::Localized phraseOf(const emit::ReadDifference& difference) {
    const std::string& place = difference.place;
    if (difference.found.empty()) {
        return phrase(Phrase::ReadTooLittle, place, difference.wanted);
    }
    return difference.wanted.empty() ? phrase(Phrase::ReadTooMuch, place, difference.found)
                                     : phrase(Phrase::ReadOtherwise, place, difference.found, difference.wanted);
}

} // namespace

void TableDesk::clear() {
    portable_.reset();
    readings_.reset();
}

std::optional<std::string> TableDesk::readings(const emit::BuildInput& input, bool& isWrong) {
    readings_ = emit::worldTablesOf(input);
    if (!readings_) {
        return std::nullopt;
    }
    isWrong = std::any_of(readings_->begin(), readings_->end(),
                          [](const emit::WorldTable& one) { return !one.check.isEqual; });
    return emit::tableJson(input, *readings_);
}

std::optional<std::string> TableDesk::portable(const emit::BuildInput& input, Product product, bool& isWrong) {
    if (!portable_) {
        portable_ = emit::portableOf(input);
    }
    if (!portable_) {
        return std::nullopt;
    }
    std::optional<std::string> cases;
    switch (product) {
    case Product::Csv:
        return emit::rulingCsv(input, *portable_);
    case Product::Sql:
        return emit::rulingSql(*portable_);
    case Product::Dmn:
        return emit::rulingDmn(input, *portable_);
    case Product::Cpp:
        return emit::rulingCpp(input, *portable_);
    case Product::Jdm:
        return emit::rulingJdm(input, *portable_);
    case Product::Vectors:
        cases = emit::rulingVectors(input, *portable_);
        break;
    case Product::Tck:
        cases = emit::rulingTck(*portable_, dmnNameOf(input));
        break;
    default:
        return std::nullopt;
    }
    isWrong = !cases;
    return cases;
}

/// By product: its reader.
struct TableDesk::Reader {
    Product product;
    std::optional<emit::ReadDifference> (*read)(const TableDesk& desk, const emit::BuildInput& input,
                                                std::string_view text);
};

const std::array<TableDesk::Reader, 9> TableDesk::kReaders{{
    {Product::Json, [](const TableDesk& desk, const emit::BuildInput& input,
                       std::string_view text) { return emit::differenceInJson(input, *desk.readings_, text); }},
    {Product::Csv, [](const TableDesk& desk, const emit::BuildInput& input,
                      std::string_view text) { return emit::differenceInCsv(input, *desk.portable_, text); }},
    {Product::Sql, [](const TableDesk& desk, const emit::BuildInput&,
                      std::string_view text) { return emit::differenceInSql(*desk.portable_, text); }},
    {Product::Dmn, [](const TableDesk& desk, const emit::BuildInput& input,
                      std::string_view text) { return emit::differenceInDmn(input, *desk.portable_, text); }},
    {Product::Cpp, [](const TableDesk& desk, const emit::BuildInput& input,
                      std::string_view text) { return emit::differenceInCpp(input, *desk.portable_, text); }},
    {Product::Jdm, [](const TableDesk& desk, const emit::BuildInput& input,
                      std::string_view text) { return emit::differenceInJdm(input, *desk.portable_, text); }},
    {Product::Vectors, [](const TableDesk& desk, const emit::BuildInput& input,
                          std::string_view text) { return emit::differenceInVectors(input, *desk.portable_, text); }},
    {Product::Tck,
     [](const TableDesk& desk, const emit::BuildInput& input, std::string_view text) {
         return emit::differenceInTck(input, *desk.portable_, dmnNameOf(input), text);
     }},
    {Product::Bpmn, [](const TableDesk&, const emit::BuildInput& input,
                       std::string_view text) { return emit::differenceInBpmn(input, text); }},
}};

bool TableDesk::isTable(Product product) {
    return std::ranges::find(kReaders, product, &Reader::product) != kReaders.end();
}

std::optional<support::Localized> TableDesk::differenceIn(const emit::BuildInput& input, Product product,
                                                          std::string_view text) const {
    const auto reader = std::ranges::find(kReaders, product, &Reader::product);
    const auto difference = reader == kReaders.end() ? std::nullopt : reader->read(*this, input, text);
    return difference ? std::optional(phraseOf(*difference)) : std::nullopt;
}

bool TableDesk::mayPublish(const emit::BuildInput& input, Product product, const std::string& path,
                           const std::string& text) {
    if (!session_.options().readBack) {
        return true;
    }
    const std::optional<support::Localized> difference = differenceIn(input, product, text);
    if (difference) {
        session_.tell(make<Diag::WrittenOtherwise>({}, path, *difference));
        session_.markInternal();
    }
    return !difference;
}

} // namespace meldc::driver
