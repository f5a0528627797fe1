#include "driver/case_stream.h"

#include "driver/case_answers.h"
#include "driver/lines.h"
#include "driver/row_reader.h"
#include "support/limits.h"
#include "support/utf8.h"

#include <atomic>
#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace meldc::driver {

namespace {

using diagnostics::Diag;
using diagnostics::make;

/// Cases are handed out in pieces of this size at most.
constexpr std::size_t kMostInPiece = std::size_t{256} * 1024;

/// Whether a line holds nothing but blanks.
bool isBlank(std::string_view line) {
    return support::withoutBlanks(line).empty();
}

/// Answers all cases of a file, several pieces at once, in the order of the file. Each thread takes a
/// piece, answers it, and waits for its turn to write: no more is held than a piece for each.
class CaseStream {
public:
    CaseStream(Session& session, const emit::Decider& decider, const CaseRun& run)
        : session_(session), run_(run), lines_(run.path) {
        forms_.sources = &session.sources();
        forms_.decider = &decider;
        forms_.language = session.language();
    }

    void run() {
        if (begin()) {
            workAll();
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
        std::string text;
        /// Where each case ends, and on which line of the file it began.
        std::vector<std::size_t> ends;
        std::vector<std::size_t> lines;
    };

    /// Reads the head and writes one, where there are heads. Returns whether there is something to do.
    bool begin() {
        first_ = lines_.next();
        while (first_ && isBlank(*first_)) {
            first_ = lines_.next();
        }
        if (first_) {
            first_ = support::stripByteOrderMark(*first_);
        }
        char separator = ',';
        if (run_.in == CaseForm::Csv) {
            if (lines_.failure() || !readHead()) {
                return false;
            }
            separator = columns_.separator;
        }
        if (run_.out == CaseForm::Csv) {
            const emit::PortableDecision* tables = run_.tables();
            if (tables == nullptr) {
                session_.tell(make<Diag::TableTooLarge>({}, forms_.decider->protocol->name, support::kMaxTableRows));
                return false;
            }
            rows_ = std::make_unique<emit::QueryRows>(*tables, separator);
            forms_.rows = rows_.get();
            session_.console().result(rows_->head());
        }
        return true;
    }

    bool readHead() {
        const std::optional<char> separator = separatorSaid(first_.value_or(""));
        if (separator) {
            first_ = lines_.next();
        }
        columns_ = columnsOf(first_.value_or(""), forms_.decider->library->vocabulary, run_.tables,
                             run_.path.empty() ? "-" : run_.path, separator);
        for (const diagnostics::Diagnostic& error : columns_.errors) {
            session_.tell(error);
        }
        first_.reset();
        forms_.columns = &columns_;
        rowReader_.emplace(lines_, columns_.separator);
        return columns_.errors.empty();
    }

    void workAll() {
        std::vector<std::thread> others;
        try {
            while (others.size() + 1 < run_.jobs) {
                others.emplace_back([this] { work(); });
            }
        } catch (const std::system_error&) {
            // As many as there can be.
        }
        work();
        for (std::thread& one : others) {
            one.join();
        }
    }

    void work() {
        try {
            CaseAnswers answers(forms_, memory_);
            while (const std::optional<Piece> piece = read()) {
                std::string out;
                bool isRight = true;
                std::size_t begin = 0;
                for (std::size_t i = 0; i < piece->ends.size(); ++i) {
                    const std::size_t end = piece->ends[i];
                    const std::string_view text = std::string_view(piece->text).substr(begin, end - begin);
                    isRight = answers.answer(text, piece->lines[i], out) && isRight;
                    begin = end;
                }
                write(piece->number, out, isRight);
            }
        } catch (...) {
            const std::lock_guard lock(writing_);
            failed_ = std::current_exception();
            stop();
        }
    }

    /// A line or row, and the number of the line on which it begins.
    struct Text {
        std::string text;
        std::size_t line = 0;
    };

    std::optional<Text> nextWritten() {
        if (first_) {
            return Text{*std::exchange(first_, std::nullopt), lines_.number()};
        }
        std::optional<std::string> text = rowReader_ ? rowReader_->next() : lines_.next();
        return text ? std::optional(Text{*std::move(text), rowReader_ ? rowReader_->number() : lines_.number()})
                    : std::nullopt;
    }

    /// The next case. Between lines of JSON blank lines mean nothing; in a table each line is a row, so that
    /// answers stand beside their cases: only those at its end are none.
    std::optional<Text> next() {
        if (!row_) {
            row_ = nextWritten();
            while (row_ && isBlank(row_->text)) {
                if (rowReader_ && blanks_++ == 0) {
                    firstBlank_ = row_->line;
                }
                row_ = nextWritten();
            }
        }
        if (row_ && blanks_ > 0) {
            --blanks_;
            return Text{"", firstBlank_++};
        }
        return std::exchange(row_, std::nullopt);
    }
    [[nodiscard]] bool isDrained() const {
        return !row_ && (rowReader_ ? rowReader_->isDrained() : lines_.isDrained());
    }

    /// What is there to be read: who feeds us may be waiting for an answer.
    std::optional<Piece> read() {
        const std::lock_guard lock(reading_);
        Piece piece;
        // A blank row has no bytes: rows count too.
        while (!isStopped_ && piece.text.size() + piece.ends.size() < kMostInPiece) {
            const std::optional<Text> one = next();
            if (!one) {
                break;
            }
            piece.text += one->text;
            piece.ends.push_back(piece.text.size());
            piece.lines.push_back(one->line);
            if (isDrained() && !piece.ends.empty()) {
                break;
            }
        }
        if (piece.ends.empty()) {
            return std::nullopt;
        }
        piece.number = pieces_++;
        return piece;
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
    const CaseRun& run_;
    CaseForms forms_;
    CaseColumns columns_;
    std::unique_ptr<emit::QueryRows> rows_;
    AnswerMemory memory_;

    std::mutex reading_;
    LineReader lines_;
    std::optional<RowReader> rowReader_;
    /// The first line, when it holds a case.
    std::optional<std::string> first_;
    /// How many blank lines of a table, one below the other, are rows because another row follows; the number of
    /// the first, and that row.
    std::size_t blanks_ = 0;
    std::size_t firstBlank_ = 0;
    std::optional<Text> row_;
    std::size_t pieces_ = 0;
    std::mutex writing_;
    std::condition_variable turnCame_;
    std::size_t turn_ = 0;
    std::exception_ptr failed_;
    std::atomic<bool> isStopped_ = false;
};

} // namespace

void answerCases(Session& session, const emit::Decider& decider, const CaseRun& run) {
    CaseStream(session, decider, run).run();
}

} // namespace meldc::driver
