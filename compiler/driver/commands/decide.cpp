#include "driver/case_reader.h"
#include "driver/commands/commands.h"
#include "driver/commands/shared.h"
#include "driver/lines.h"
#include "emit/decide_json.h"
#include "emit/notices.h"

namespace meldc::driver {

namespace {

using diagnostics::Diag;
using diagnostics::make;

/// Whether a line holds nothing but blanks.
bool isBlank(const std::string& line) {
    return line.find_first_not_of(" \t") == std::string::npos;
}

class DecideRun {
public:
    DecideRun(Session& session, const Subject& subject)
        : session_(session), library_(subject.unit.program->library),
          decider_(deciderOf(library_, subject.analysis, session.date())) {}

    /// `--case`.
    void one(const std::string& text) {
        const ReadCase read = readCaseText(text, library_.vocabulary);
        if (read.error) {
            session_.tell(*read.error);
            return;
        }
        const emit::Answer answer = emit::answer(decider_, read.facts);
        session_.console().result(
            formatOf(session_, Format::Text) == Format::Json
                ? emit::decideJson(session_.sources(), decider_, answer, read.id,
                                   emit::noticesOf(decider_.currency), session_.language())
                : emit::decideText(session_.sources(), decider_, read.facts, answer,
                                   session_.language()));
    }

    /// `--cases` or standard input.
    void all(const std::string& path) {
        // Said once, and not in each of perhaps a million lines.
        for (const support::Localized& notice : emit::noticesOf(decider_.currency)) {
            session_.remark(notice);
        }
        LineReader lines(path);
        for (auto line = lines.next(); line; line = lines.next()) {
            if (isBlank(*line)) {
                continue;
            }
            const ReadCase read = readCaseJson(*line, library_.vocabulary);
            if (read.error) {
                session_.markWrong();
                session_.console().result(
                    emit::decideError(*read.error, read.id, session_.language()));
            } else {
                session_.console().result(
                    emit::decideJson(session_.sources(), decider_,
                                     emit::answer(decider_, read.facts), read.id, {},
                                     session_.language()));
            }
            if (lines.isDrained()) {
                session_.console().flush();
            }
            if (session_.console().failure()) {
                return;
            }
        }
        if (lines.failure()) {
            session_.tell(*lines.failure());
        }
    }

private:
    Session& session_;
    const model::Library& library_;
    emit::Decider decider_;
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
