#include "emit/ci/items.h"

#include <algorithm>

namespace meldc::emit {

namespace {

class ChangeMaker {
public:
    explicit ChangeMaker(const ChangeReport& report) : report_(report), collector_(*report.sources) {}

    std::vector<CiItem> run() {
        for (const diagnostics::Diagnostic& message : report_.messages) {
            add(message, "", message.span);
        }
        for (const ComparedProtocol& compared : report_.protocols) {
            const model::Protocol& protocol = *compared.after.protocol;
            for (const diagnostics::Diagnostic& finding : compared.difference.findings) {
                add(finding, protocol.name, finding.span.hasPlace() ? finding.span : protocol.span);
            }
            for (const compare::VerdictChange& change : compared.difference.verdicts) {
                if (change.flip == compare::Flip::Worse && change.isBroken()) {
                    addVerdict(change, protocol);
                }
            }
        }
        return collector_.take();
    }

private:
    void add(const diagnostics::Diagnostic& diagnostic, const std::string& unit, support::Span place) {
        CiItem item;
        item.entry = entryOf(*report_.sources, diagnostic);
        finish(std::move(item), unit, place);
    }

    /// A norm that the new version breaks, where it does.
    void addVerdict(const compare::VerdictChange& change, const model::Protocol& protocol) {
        CiItem item;
        item.entry = entryOf(*report_.sources, *change.after);
        support::Span place = protocol.span;
        for (const baseline::Evidence& each : change.after->evidence) {
            if (collector_.isOutside(each.span)) {
                place = each.span;
                break;
            }
        }
        finish(std::move(item), protocol.name, place);
    }

    void finish(CiItem item, const std::string& unit, support::Span place) {
        const std::string file = collector_.place(place).file;
        item.suite = !unit.empty() ? unit + ".change" : file.empty() ? "change" : file;
        item.name = item.entry.id + (item.entry.title.empty() ? "" : " " + item.entry.title);
        collector_.add(std::move(item), unit, place);
    }

    const ChangeReport& report_;
    CiCollector collector_;
};

} // namespace

CiRun ciRunOf(const ChangeReport& report) {
    CiRun run;
    run.sources = report.sources;
    run.version = report.version;
    run.baselineSha256 = report.baselineSha256;
    if (!report.protocols.empty()) {
        run.date = report.protocols.front().newDate;
    }
    run.items = ChangeMaker(report).run();
    return run;
}

} // namespace meldc::emit
