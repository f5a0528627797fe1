#include "driver/case_columns.h"

#include "diagnostics/phrases.h"
#include "driver/csv_row.h"
#include "driver/lines.h"
#include "pipeline/case_reader.h"
#include "support/utf8.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace meldc::driver {

namespace {

using diagnostics::Diag;
using diagnostics::make;

/// The column that is handed through.
constexpr std::string_view kIdColumn = "id";

model::FactId factNamed(const std::string& name, const model::Vocabulary& vocabulary,
                        const PortableNamesOf& portable) {
    const model::FactId fact = vocabulary.findFact(support::composeAccents(name));
    if (fact.isValid()) {
        return fact;
    }
    if (const emit::PortableDecision* tables = portable()) {
        const auto known = std::find_if(tables->facts.begin(), tables->facts.end(),
                                        [&](const emit::PortableFact& one) { return one.id == name; });
        if (known != tables->facts.end()) {
            return known->fact;
        }
    }
    return {};
}

} // namespace

std::optional<char> separatorSaid(std::string_view line) {
    constexpr std::string_view kSaid = "sep=";
    const bool isSaid = line.size() == kSaid.size() + 1 &&
                        std::equal(kSaid.begin(), kSaid.end(), line.begin(), [](char wanted, char letter) {
                            return wanted == std::tolower(static_cast<unsigned char>(letter));
                        });
    return isSaid && (line.back() == ',' || line.back() == ';' || line.back() == '\t') ? std::optional(line.back())
                                                                                        : std::nullopt;
}

CaseColumns columnsOf(std::string_view head, const model::Vocabulary& vocabulary,
                      const PortableNamesOf& portable, const std::string& file, std::optional<char> separator) {
    CaseColumns result;
    result.separator = separator.value_or(separatorOf(head));
    if (head.find('\r') != head.npos) {
        result.errors.push_back(
            make<Diag::CaseNotJson>({}, head, diagnostics::phrase(diagnostics::Phrase::CaseLineEnds)));
        return result;
    }
    CsvRow row(result.separator);
    if (const auto byte = support::firstInvalidUtf8(head)) {
        result.errors.push_back(make<Diag::NotUtf8>({}, *byte));
        return result;
    }
    if (row.read(head) != RowState::Whole) {
        result.errors.push_back(make<Diag::CaseRowQuotes>({}, head));
        return result;
    }
    if (head.empty()) {
        result.errors.push_back(make<Diag::CaseNoFacts>({}, file));
        return result;
    }
    bool hasId = false;
    bool hasFact = false;
    for (const std::string_view cell : row.cells()) {
        const std::string name(support::withoutBlanks(cell));
        const model::FactId fact = name == kIdColumn ? model::FactId() : factNamed(name, vocabulary, portable);
        const bool isTwice = fact.isValid() ? std::find(result.facts.begin(), result.facts.end(), fact) !=
                                                  result.facts.end()
                                            : name == kIdColumn && hasId;
        if (isTwice) {
            result.errors.push_back(make<Diag::CaseColumnTwice>({}, name));
        } else if (!fact.isValid() && name != kIdColumn) {
            result.errors.push_back(pipeline::unknownFact(name, vocabulary));
        }
        hasId = hasId || name == kIdColumn;
        hasFact = hasFact || fact.isValid();
        result.facts.push_back(fact);
        result.names.push_back(name);
    }
    if (result.errors.empty() && !hasFact) {
        result.errors.push_back(make<Diag::CaseNoFacts>({}, file));
    }
    return result;
}

} // namespace meldc::driver
