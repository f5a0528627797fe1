#include "driver/case_reader.h"
#include "driver/case_stream.h"
#include "driver/commands/commands.h"
#include "driver/commands/shared.h"
#include "driver/workers.h"
#include "emit/answers/decide_json.h"
#include "emit/notices.h"
#include "emit/tables/query_rows.h"

#include <algorithm>
#include <cctype>

namespace meldc::driver {

namespace {

using diagnostics::Diag;
using diagnostics::make;

/// How a file of cases is named when it holds a table.
constexpr std::string_view kTableEnding = ".csv";

bool isTable(const std::string& path) {
    const std::size_t size = kTableEnding.size();
    return path.size() >= size &&
           std::equal(kTableEnding.begin(), kTableEnding.end(), path.end() - static_cast<std::ptrdiff_t>(size),
                      [](char wanted, char letter) {
                          return wanted == std::tolower(static_cast<unsigned char>(letter));
                      });
}

class DecideRun {
public:
    DecideRun(Session& session, const Subject& subject)
        : session_(session), subject_(subject), library_(subject.unit.program->library),
          decider_(deciderOf(library_, subject.analysis, session.date())) {}

    /// `--case`.
    void one(const std::string& text) {
        const ReadCase read = readCaseText(text, library_.vocabulary);
        if (read.error) {
            session_.tell(*read.error);
            return;
        }
        for (const FormatRequest& request : formatsOf(session_)) {
            if (const auto told = rendered(read, request.format)) {
                deliver(session_, request, *told);
            }
        }
    }

    /// `--cases` or standard input.
    void all(const std::string& path) {
        // Said once, and not in each of perhaps a million lines.
        for (const support::Localized& notice : emit::noticesOf(decider_.currency)) {
            session_.remark(notice);
        }
        const Options& options = session_.options();
        CaseRun run;
        run.path = path;
        run.in = options.caseForm.value_or(isTable(path) ? CaseForm::Csv : CaseForm::Json);
        run.out = formatOf(session_, Format::Json) == Format::Csv ? CaseForm::Csv : CaseForm::Json;
        run.jobs = options.jobs == 0 ? cores() : options.jobs;
        run.tables = [this] { return tables(); };
        answerCases(session_, decider_, run);
    }

private:
    /// The answer to one case; nothing when that is impossible, which has been told.
    std::optional<std::string> rendered(const ReadCase& read, Format format) {
        if (format == Format::Csv) {
            const emit::PortableDecision* made = tables();
            if (made == nullptr) {
                session_.tell(make<Diag::TableTooLarge>(
                    {}, subject_.protocol->name, support::kMaxTableRows));
                return std::nullopt;
            }
            const emit::QueryRows rows(*made, ',');
            return rows.head() + rows.answer(read.facts);
        }
        const emit::Answer answer = emit::answer(decider_, read.facts);
        return format == Format::Json
                   ? emit::decideJson(session_.sources(), decider_, answer, read.id,
                                      emit::noticesOf(decider_.currency), session_.language())
                   : emit::decideText(session_.sources(), decider_, read.facts, answer, session_.language());
    }

    /// The tables that the columns of CSV are of, made when they are first asked for.
    const emit::PortableDecision* tables() {
        if (!areTablesMade_) {
            areTablesMade_ = true;
            emit::BuildInput input =
                buildInputOf(session_, subject_.library, subject_.unit, *subject_.protocol);
            input.decider = decider_;
            tables_ = emit::portableOf(input);
        }
        return tables_ ? &*tables_ : nullptr;
    }

    Session& session_;
    const Subject& subject_;
    const model::Library& library_;
    emit::Decider decider_;
    bool areTablesMade_ = false;
    std::optional<emit::PortableDecision> tables_;
};

} // namespace

ExitCode runDecide(Session& session) {
    const std::unique_ptr<Subject> subject = loadSubject(session);
    if (!subject) {
        return session.finish(false);
    }
    if (!subject->analysis.hasDecision()) {
        session.tell(make<Diag::NoDecision>({}, subject->protocol->name));
        return session.finish(false);
    }
    for (const logic::Decision& decision : subject->analysis.decisions) {
        if (decision.tooLarge()) {
            session.tell(make<Diag::DecisionNotRun>({}, subject->protocol->name));
            return session.finish(false);
        }
    }
    if (refuseUnknownLaw(session, subject->unit.program->library, *subject->protocol)) {
        return session.finish(false);
    }
    DecideRun run(session, *subject);
    if (session.options().oneCase) {
        run.one(*session.options().oneCase);
    } else {
        run.all(session.options().cases);
    }
    return session.finish(false);
}

} // namespace meldc::driver
