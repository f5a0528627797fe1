#include "driver/case_answers.h"
#include "driver/commands/commands.h"
#include "driver/commands/shared.h"
#include "driver/lines.h"
#include "driver/workers.h"
#include "emit/answers/decide_json.h"
#include "emit/notices.h"
#include "pipeline/case_reader.h"

#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>

namespace meldc::driver {

namespace {

/// Lines are handed out in pieces of this size at most.
constexpr std::size_t kMostInPiece = std::size_t{256} * 1024;

/// Whether a line holds nothing but blanks.
bool isBlank(std::string_view line) {
    return line.find_first_not_of(" \t") == line.npos;
}

/// Answers all lines of a file, several pieces at once, in the order of the file. Each thread takes a
/// piece, answers it, and waits for its turn to write: no more is held than a piece for each.
class DecideStream {
public:
    DecideStream(Session& session, const emit::Decider& decider, const std::string& path)
        : session_(session), decider_(decider), lines_(path) {}

    void run(std::size_t jobs) {
        std::vector<std::thread> others;
        try {
            while (others.size() + 1 < jobs) {
                others.emplace_back([this] { work(); });
            }
        } catch (const std::system_error&) {
            // As many as there can be.
        }
        work();
        for (std::thread& one : others) {
            one.join();
        }
        if (failed_) {
            std::rethrow_exception(failed_);
        }
        if (lines_.failure()) {
            session_.tell(*lines_.failure());
        }
    }

private:
    struct Piece {
        std::size_t number = 0;
        /// Whole lines, each with a line feed behind it.
        std::string text;
    };

    void work() {
        try {
            CaseAnswers answers(session_.sources(), decider_, session_.language());
            while (std::optional<Piece> piece = read()) {
                std::string out;
                const bool isRight = answer(answers, piece->text, out);
                write(piece->number, out, isRight);
            }
        } catch (...) {
            const std::lock_guard lock(writing_);
            failed_ = std::current_exception();
            stop();
        }
    }

    /// What is there to be read: who feeds us may be waiting for an answer.
    std::optional<Piece> read() {
        const std::lock_guard lock(reading_);
        Piece piece;
        while (!isStopped_ && piece.text.size() < kMostInPiece) {
            const std::optional<std::string> line = lines_.next();
            if (!line) {
                break;
            }
            piece.text += *line;
            piece.text += '\n';
            if (lines_.isDrained()) {
                break;
            }
        }
        if (piece.text.empty()) {
            return std::nullopt;
        }
        piece.number = pieces_++;
        return piece;
    }

    static bool answer(CaseAnswers& answers, std::string_view text, std::string& out) {
        bool isRight = true;
        while (!text.empty()) {
            const std::size_t end = text.find('\n');
            const std::string_view line = text.substr(0, end);
            if (!isBlank(line) && !answers.answer(line, out)) {
                isRight = false;
            }
            text.remove_prefix(end + 1);
        }
        return isRight;
    }

    void write(std::size_t number, const std::string& out, bool isRight) {
        std::unique_lock lock(writing_);
        turnCame_.wait(lock, [&] { return isStopped_ || turn_ == number; });
        if (isStopped_) {
            return;
        }
        if (!isRight) {
            session_.markWrong();
        }
        session_.console().result(out);
        if (!session_.console().flush()) {
            stop();
        }
        ++turn_;
        turnCame_.notify_all();
    }

    void stop() {
        isStopped_ = true;
        turnCame_.notify_all();
    }

    Session& session_;
    const emit::Decider& decider_;
    std::mutex reading_;
    LineReader lines_;
    std::size_t pieces_ = 0;
    std::mutex writing_;
    std::condition_variable turnCame_;
    std::size_t turn_ = 0;
    std::exception_ptr failed_;
    std::atomic<bool> isStopped_ = false;
};

class DecideRun {
public:
    DecideRun(Session& session, const Subject& subject)
        : session_(session), library_(subject.unit.program->library),
          decider_(pipeline::deciderOf(library_, subject.analysis, session.date())) {}

    /// `--case`.
    void one(const std::string& text) {
        const pipeline::ReadCase read = pipeline::readCaseText(text, library_.vocabulary);
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
        const std::size_t jobs = session_.options().jobs;
        DecideStream(session_, decider_, path).run(jobs == 0 ? cores() : jobs);
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
    if (const auto reason = pipeline::whyNotDecided(subject->analysis)) {
        session.tell(*reason);
        return session.finish(false);
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
