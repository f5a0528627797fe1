// Random bytes as rows of CSV and as a case in JSON (tests/scripts/fuzz.sh runs it).

#include "driver/case_reader.h"
#include "driver/case_scanner.h"
#include "driver/csv_row.h"
#include "support/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace {

using namespace meldc::driver;

void expect(bool holds) {
    if (!holds) {
        std::abort();
    }
}

/// A row is read alike at once and line by line.
void readRows(std::string_view text) {
    const char separator = separatorOf(text.substr(0, text.find('\n')));
    RowState state = RowState::Open;
    std::size_t end = 0;
    for (std::size_t begin = 0; begin <= text.size() && state == RowState::Open; begin = end + 1) {
        end = std::min(text.find('\n', begin), text.size());
        state = stateAfter(text.substr(begin, end - begin), separator, begin > 0);
    }
    CsvRow row(separator);
    expect(row.read(text.substr(0, end)) == state);
    for (const std::string_view cell : row.cells()) {
        if (!meldc::support::firstInvalidUtf8(cell)) {
            expect(cellOfJson(jsonOfCell(cell)) == cell);
        }
    }
}

/// What the quick reader takes, the full one takes as well, with the same id.
void readObject(std::string_view text) {
    ScannedCase scanned;
    const ReadCase read = readCaseJson(text, {});
    if (scanCase(text, scanned)) {
        expect(!read.error || read.error->id != meldc::diagnostics::Diag::CaseNotJson);
        expect(read.id == (scanned.id.empty() ? "null" : scanned.id));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    readRows(text);
    readObject(text);
    return 0;
}
