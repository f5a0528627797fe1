#include "emit/ci/items.h"

#include "emit/words.h"

#include <algorithm>

namespace meldc::emit {

namespace {

/// The finding about a case, if there is one that asks for work before all others.
std::vector<const diagnostics::Diagnostic*> about(const std::vector<diagnostics::Diagnostic>& findings,
                                                  support::Span span) {
    std::vector<const diagnostics::Diagnostic*> result;
    for (const diagnostics::Diagnostic& each : findings) {
        if (each.span == span) {
            result.push_back(&each);
        }
    }
    return result;
}

/// A case with its way; a test that passes has an entry that asks for nothing.
void addCase(CiCollector& collector, const support::SourceMap& sources, const TestedProtocol& protocol,
             const TestedCase& one, const std::vector<diagnostics::Diagnostic>& findings) {
    const std::string& unit = protocol.decider.protocol->name;
    CiItem item;
    item.suite = unit;
    item.name = one.declared->label;
    if (!one.passed && one.broken == nullptr && !one.answer.readings.empty()) {
        const ReadingAnswer& reading = one.answer.readings.front();
        const model::Protocol& world = (*protocol.decider.selected)[reading.worlds.front()];
        for (const logic::PathStep& step : reading.path) {
            item.path.push_back(collector.station(world.questions[step.question], step.answer, one.declared->span));
        }
    }
    const auto told = about(findings, one.declared->span);
    if (told.empty()) {
        item.entry.message = support::same(one.declared->label);
        collector.add(std::move(item), unit, one.declared->span);
        return;
    }
    for (const diagnostics::Diagnostic* each : told) {
        CiItem copy = item;
        copy.entry = entryOf(sources, *each);
        collector.add(std::move(copy), unit, one.declared->span);
    }
}

} // namespace

CiRun ciRunOf(const TestReport& report) {
    CiRun run;
    run.sources = report.sources;
    run.version = report.version;
    run.date = report.date;
    run.baselineSha256 = report.baselineSha256;
    const std::vector<diagnostics::Diagnostic> findings = findingsOf(report);
    CiCollector collector(*report.sources);
    for (const TestedProtocol& protocol : report.protocols) {
        for (const TestedCase& one : protocol.cases) {
            addCase(collector, *report.sources, protocol, one, findings);
        }
    }
    for (const diagnostics::Diagnostic& each : findings) {
        if (each.id == diagnostics::Diag::CoverageTooLow) {
            CiItem item;
            item.entry = entryOf(*report.sources, each);
            item.suite = "coverage";
            item.name = diagnostics::renderMessage(each, support::Language::Dutch);
            collector.add(std::move(item), "", each.span);
        }
    }
    run.items = collector.take();
    return run;
}

} // namespace meldc::emit
