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

std::optional<support::Localized> TableDesk::differenceIn(const emit::BuildInput& input, Product product,
                                                          std::string_view text) const {
    std::optional<emit::ReadDifference> difference;
    switch (product) {
    case Product::Json:
        difference = emit::differenceInJson(input, *readings_, text);
        break;
    case Product::Csv:
        difference = emit::differenceInCsv(input, *portable_, text);
        break;
    case Product::Sql:
        difference = emit::differenceInSql(*portable_, text);
        break;
    case Product::Dmn:
        difference = emit::differenceInDmn(input, *portable_, text);
        break;
    case Product::Cpp:
        difference = emit::differenceInCpp(input, *portable_, text);
        break;
    case Product::Jdm:
        difference = emit::differenceInJdm(input, *portable_, text);
        break;
    case Product::Vectors:
        difference = emit::differenceInVectors(input, *portable_, text);
        break;
    case Product::Tck:
        difference = emit::differenceInTck(input, *portable_, dmnNameOf(input), text);
        break;
    case Product::Bpmn:
        difference = emit::differenceInBpmn(input, text);
        break;
    default:
        break;
    }
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
