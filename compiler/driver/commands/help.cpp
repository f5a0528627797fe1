#include "diagnostics/diagnostic.h"
#include "driver/commands/commands.h"
#include "driver/completion.h"
#include "driver/manual.h"
#include "driver/option_table.h"
#include "driver/usage.h"
#include "support/names.h"

namespace meldc::driver {

using diagnostics::Diag;
using diagnostics::make;

ExitCode runHelp(Session& session) {
    if (const auto shell = session.options().shell) {
        session.console().result(completionFor(*shell, session.language()));
        return session.finish(false);
    }
    const std::vector<std::string>& operands = session.options().operands;
    if (operands.empty()) {
        session.console().result(overview(session.language()));
        return session.finish(false);
    }
    if (const CommandRow* row = findCommand(operands.front())) {
        session.console().result(session.options().manual ? manualPage(row->name, session.language())
                                                          : usageOf(row->name, session.language()));
        return session.finish(false);
    }
    std::vector<std::string> known;
    for (const CommandRow& row : commandRows()) {
        known.emplace_back(row.spelling);
    }
    if (const auto near = support::nearestName(operands.front(), known)) {
        session.tell(make<Diag::UnknownCommandNear>({}, operands.front(), *near));
    } else {
        session.tell(make<Diag::UnknownCommand>({}, operands.front()));
    }
    return session.finish(false);
}

} // namespace meldc::driver
