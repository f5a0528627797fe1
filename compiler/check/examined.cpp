#include "check/examined.h"

namespace meldc::check {

using diagnostics::Diag;
using diagnostics::Severity;

Finding shownBy(diagnostics::Diagnostic diagnostic, const logic::Ending& ending) {
    if (ending.example) {
        return shownBy(std::move(diagnostic), *ending.example);
    }
    diagnostic.severity = Severity::Info;
    diagnostic.note<Diag::WhenAssessedAgain>({});
    return {std::move(diagnostic)};
}

} // namespace meldc::check
