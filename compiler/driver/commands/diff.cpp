#include "driver/commands/commands.h"
#include "driver/commands/shared.h"
#include "driver/git.h"
#include "driver/usage.h"
#include "emit/change/change.h"
#include "emit/change/document.h"
#include "emit/docx/docx.h"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <map>
#include <set>

namespace meldc::driver {

namespace {

using diagnostics::Diag;
using diagnostics::make;

/// One protocol of a version, with all that is known of it.
struct Compared {
    const LoadedUnit* unit = nullptr;
    const model::Protocol* protocol = nullptr;
    Analysis analysis;
    /// Nothing when the law of the day is not known, which was told.
    std::optional<baseline::ProtocolReport> report;
};

/// One side of the comparison: a path on disk or in git, with its library and day.
class VersionRun {
public:
    VersionRun(Session& session, std::string operand, const LoadedLibrary& library, const support::Date& day)
        : session_(session), operand_(std::move(operand)), library_(library), day_(day) {}

    /// Loads every protocol of it; false when that fails, which was told.
    bool load() {
        if (!open()) {
            return false;
        }
        diagnostics::Sink sink;
        const FileTree& tree = revision_ ? *revision_ : disk();
        const std::vector<std::string> files = tree.find(path_, Search::Units, sink);
        session_.tell(sink);
        loader_.emplace(session_, library_, tree);
        for (const std::string& file : files) {
            units_.push_back(loader_->load(file));
            LoadedUnit& unit = units_.back();
            isFailed_ = isFailed_ || unit.failed;
            if (unit.program != nullptr && !unit.failed) {
                for (model::Protocol& protocol : unit.program->protocols) {
                    protocol.asOf = day_;
                }
                protocols_.reserve(protocols_.size() + unit.protocols.size());
                for (const model::Protocol* protocol : unit.protocols) {
                    protocols_.emplace_back(&unit, protocol);
                }
            }
        }
        if (protocols_.empty() && !sink.hasErrors() && !isFailed_) {
            session_.tell(make<Diag::NoProtocolInFolder>({}, operand_));
        }
        return !isFailed_ && !protocols_.empty();
    }

    using Found = std::pair<const LoadedUnit*, const model::Protocol*>;
    [[nodiscard]] const std::vector<Found>& protocols() const { return protocols_; }

    /// Judges a protocol; it stays as long as this does.
    const Compared& judged(const Found& found) {
        Compared& compared = compared_.emplace_back();
        compared.unit = found.first;
        compared.protocol = found.second;
        const model::Library& library = found.first->program->library;
        compared.analysis = analyse(library.vocabulary, *found.second);
        if (!refuseUnknownLaw(session_, library, *found.second, day_)) {
            compared.report = judge(*found.first->program, compared.analysis, day_);
            for (const baseline::NormResult& result : compared.report->results) {
                if (result.internalError) {
                    session_.markBroken(result.norm->id);
                }
            }
        }
        return compared;
    }

    [[nodiscard]] compare::Version versionOf(const Compared& compared) const {
        return {compared.unit->program.get(),
                compared.protocol,
                &compared.analysis.worlds,
                &compared.analysis.selected,
                &compared.analysis.decisions,
                compared.report ? &*compared.report : nullptr};
    }
    [[nodiscard]] const support::Date& day() const { return day_; }

private:
    /// A path that is there is one; else `REV:PATH` is a version in git.
    bool open() {
        path_ = operand_;
        std::error_code ignored;
        const auto wanted = revisionPathOf(operand_);
        if (operand_ == kStandardInput || !wanted || std::filesystem::exists(operand_, ignored)) {
            return true;
        }
        OpenedRevision opened = openRevision(*wanted);
        if (opened.error) {
            session_.tell(*opened.error);
            return false;
        }
        revision_ = std::move(opened.tree);
        path_ = opened.path;
        return true;
    }

    Session& session_;
    std::string operand_;
    const LoadedLibrary& library_;
    support::Date day_;
    std::unique_ptr<FileTree> revision_;
    std::string path_;
    std::optional<Loader> loader_;
    std::deque<LoadedUnit> units_;
    std::vector<Found> protocols_;
    std::deque<Compared> compared_;
    bool isFailed_ = false;
};

class DiffRun {
public:
    DiffRun(Session& session, VersionRun& before, VersionRun& after, const LoadedLibrary& library)
        : session_(session), before_(before), after_(after) {
        report_.sources = &session.sources();
        report_.version = versionNumber();
        report_.baselineSha256 = library.sha256;
        report_.checkedUntil = library.library->checkedUntil();
    }

    /// Compares and writes. Returns whether something is as grave as `--fail-on` says.
    bool run() {
        pairUp();
        // What changes is read first.
        std::stable_partition(report_.protocols.begin(), report_.protocols.end(), [](const auto& each) {
            return !each.difference.isEmpty() || !each.difference.findings.empty();
        });
        for (const FormatRequest& request : formatsOf(session_)) {
            deliver(session_, request, rendered(request));
        }
        return hasFindings_;
    }

private:
    /// Two texts with one protocol each are compared whatever their names; else those of one name.
    void pairUp() {
        const auto& old = before_.protocols();
        const auto& renewed = after_.protocols();
        if (old.size() == 1 && renewed.size() == 1) {
            compare(old.front(), renewed.front());
            return;
        }
        std::set<std::string> names;
        for (const VersionRun::Found& each : renewed) {
            names.insert(each.second->name);
            const auto at = std::find_if(old.begin(), old.end(), [&](const VersionRun::Found& one) {
                return one.second->name == each.second->name;
            });
            if (at == old.end()) {
                report_.onlyAfter.push_back(each.second->name);
            } else {
                compare(*at, each);
            }
        }
        for (const VersionRun::Found& each : old) {
            if (!names.contains(each.second->name)) {
                report_.onlyBefore.push_back(each.second->name);
                report_.messages.push_back(make<Diag::ProtocolGone>({}, each.second->name));
                hasFindings_ = true;
            }
        }
    }

    void compare(const VersionRun::Found& old, const VersionRun::Found& renewed) {
        const Compared& before = before_.judged(old);
        const Compared& after = after_.judged(renewed);
        emit::ComparedProtocol& compared = report_.protocols.emplace_back();
        compared.before = before_.versionOf(before);
        compared.after = after_.versionOf(after);
        compared.oldFile = fileOf(before);
        compared.newFile = fileOf(after);
        compared.oldDate = before_.day();
        compared.newDate = after_.day();
        compared.difference = compare::compare(compared.before, compared.after, compared.newDate);
        if (compared.difference.cases.replayFailed) {
            session_.markBroken(renewed.second->name);
        }
        hasFindings_ = hasFindings_ || isGrave(compared.difference);
    }

    [[nodiscard]] bool isGrave(const compare::Difference& difference) const {
        const diagnostics::Severity least = session_.options().failOn;
        const bool hasFinding =
            std::any_of(difference.findings.begin(), difference.findings.end(),
                        [&](const diagnostics::Diagnostic& each) { return each.severity >= least; });
        // A norm that is broken from now on is less protection too.
        const bool hasBroken =
            std::any_of(difference.verdicts.begin(), difference.verdicts.end(), [&](const auto& each) {
                return each.flip == compare::Flip::Worse && each.isBroken() && each.after->severity >= least;
            });
        return hasFinding || hasBroken;
    }

    static emit::ReportedFile fileOf(const Compared& compared) {
        return {&*compared.unit->program->library, compared.unit->path, compared.unit->sha256};
    }

    [[nodiscard]] std::string rendered(const FormatRequest& request) const {
        const support::Language language = session_.language();
        switch (request.format) {
        case Format::Json:
            return emit::changeJson(report_, language);
        case Format::Plain:
            return emit::changePlain(report_, language);
        case Format::Sarif:
        case Format::Junit:
        case Format::Gitlab:
        case Format::Github:
            return ciReport(session_, request.format, emit::ciRunOf(report_));
        case Format::Markdown:
            return emit::changeMarkdown(report_, language);
        case Format::Html:
            return emit::changePage(report_, language);
        case Format::Docx:
            if (auto bytes = emit::docx::write(emit::changeDocument(report_, language))) {
                return std::move(*bytes);
            }
            session_.tell(make<Diag::TooLittleMemory>({}));
            return {};
        default:
            break;
        }
        const bool isFile = !request.file.empty() && request.file != kStandardInput;
        return emit::changeText(
            report_, {language, !isFile && session_.resultInColor(), session_.options().quiet});
    }

    Session& session_;
    VersionRun& before_;
    VersionRun& after_;
    emit::ChangeReport report_;
    bool hasFindings_ = false;
};

} // namespace

ExitCode runDiff(Session& session) {
    const Options& options = session.options();
    const std::optional<LoadedLibrary> library = loadLibrary(session);
    std::optional<LoadedLibrary> renewed;
    if (options.newStdlib) {
        renewed = loadLibrary(session, *options.newStdlib);
    }
    if (!library || (options.newStdlib && !renewed)) {
        return session.finish(false);
    }
    const LoadedLibrary& newLibrary = renewed ? *renewed : *library;
    VersionRun before(session, options.operands.front(), *library, session.date());
    VersionRun after(session, options.operands.back(), newLibrary, options.newDate.value_or(session.date()));
    const bool hasBefore = before.load();
    if (!after.load() || !hasBefore) {
        return session.finish(false);
    }
    DiffRun run(session, before, after, newLibrary);
    return session.finish(run.run());
}

} // namespace meldc::driver
