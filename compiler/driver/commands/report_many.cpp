#include "driver/commands/report_many.h"

#include "diagnostics/phrases.h"
#include "driver/commands/inspector.h"
#include "driver/commands/row_maker.h"
#include "driver/commands/shared.h"
#include "driver/house_style.h"
#include "driver/matrix_parts.h"
#include "driver/option_table.h"
#include "driver/progress.h"
#include "driver/workers.h"
#include "emit/matrix/report.h"
#include "emit/matrix/statement_sketch.h"
#include "pipeline/version.h"

#include <algorithm>
#include <filesystem>
#include <map>

namespace meldc::driver {

namespace {

namespace fs = std::filesystem;
using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Phrase;
using diagnostics::phrase;

bool wants(const Options& options, Product product) {
    const std::vector<Product>& products = options.products;
    return std::find(products.begin(), products.end(), product) != products.end();
}

/// The files that a report of many consists of, beside the pages of protocols.
std::vector<std::string_view> filesOf(const Options& options) {
    const bool isDefault = options.products.empty();
    std::vector<std::string_view> files;
    if (isDefault || wants(options, Product::Html) || wants(options, Product::Matrix)) {
        files.push_back(emit::kMatrixPage);
    }
    if (isDefault || wants(options, Product::Csv)) {
        files.push_back(emit::kMatrixCsv);
    }
    if (isDefault || wants(options, Product::Json)) {
        files.push_back(emit::kMatrixJson);
    }
    return files;
}

bool hasPages(const Options& options) {
    return options.products.empty() || wants(options, Product::Html);
}

/// Messages of files in the order of the files, whatever the order in which they come.
class InOrder {
public:
    /// Adds those of one file; gives what is to be told now.
    [[nodiscard]] std::string add(std::size_t number, std::string messages) {
        waiting_.emplace(number, std::move(messages));
        std::string next;
        for (auto at = waiting_.begin(); at != waiting_.end() && at->first == next_;
             at = waiting_.erase(at), ++next_) {
            next += at->second;
        }
        return next;
    }

private:
    std::map<std::size_t, std::string> waiting_;
    std::size_t next_ = 0;
};

class ManyRun {
public:
    explicit ManyRun(Session& session) : session_(session), options_(session.options()) {}

    ExitCode run() {
        if (!mayRun()) {
            return session_.finish(false);
        }
        std::optional<emit::Matrix> earlier;
        if (!options_.compare.empty()) {
            earlier = loadMatrix(session_, options_.compare);
            if (!earlier) {
                return session_.finish(false);
            }
        }
        {
            // Whoever asks to stop is heard when the files beside their places are gone.
            const StopSignals signals;
            const bool isMade = options_.merge ? merge(signals) : judge(signals);
            if (isMade) {
                write(earlier ? &*earlier : nullptr, signals);
            }
            staging_.reset();
        }
        return session_.finish(hasFindings());
    }

private:
    /// Not over what is read, and nothing that is for one protocol.
    bool mayRun() {
        if (!options_.judgements.empty()) {
            session_.tell(make<Diag::OptionForOne>({}, "--" + spellingOf(OptionName::Judgements)));
        }
        if (wants(options_, Product::Form)) {
            session_.tell(make<Diag::OptionForOne>({}, "--" + spellingOf(OptionName::Emit) + " " +
                                                           std::string(spelling(Product::Form))));
        }
        std::vector<std::string> inputs{options_.compare, options_.items};
        if (options_.merge) {
            inputs.insert(inputs.end(), options_.operands.begin(), options_.operands.end());
        }
        for (const std::string_view file : filesOf(options_)) {
            const std::string path = options_.out + "/" + std::string(file);
            const bool isRead = std::any_of(inputs.begin(), inputs.end(), [&](const auto& input) {
                std::error_code ignored;
                return fs::equivalent(input, path, ignored);
            });
            if (isRead) {
                session_.tell(make<Diag::OutputIsInput>({}, pipeline::shownPath(path)));
            }
        }
        return !session_.isWrong();
    }

    static std::string spellingOf(OptionName name) { return std::string(rowOf(name).spelling); }

    bool merge(const StopSignals& signals) {
        auto merged = mergeParts(session_, options_.operands);
        if (!merged) {
            return false;
        }
        matrix_ = std::move(merged->matrix);
        matrix_.hasPages = matrix_.hasPages && hasPages(options_);
        for (emit::MatrixRow& row : matrix_.rows) {
            if (!hasPages(options_)) {
                row.page.clear();
            }
            if (!options_.products.empty() && !wants(options_, Product::Docx)) {
                row.document.clear();
            }
        }
        if (!openStaging()) {
            return false;
        }
        copyPages(session_, *merged, matrix_, *staging_, signals);
        return !session_.isWrong();
    }

    bool openStaging() {
        staging_.emplace(options_.out);
        if (staging_->error()) {
            session_.tell(*staging_->error());
            return false;
        }
        return true;
    }

    bool judge(const StopSignals& signals) {
        const auto inputs = loadInputs(session_, pipeline::Search::Units);
        if (!inputs) {
            return false;
        }
        const bool isWrongAlready = session_.isWrong();
        Inspector::checkItems(session_, inputs->library.library);
        const HouseStyle look = readHouseStyle(session_, options_.templateDocx);
        if ((session_.isWrong() && !isWrongAlready) || !openStaging()) {
            return false;
        }
        describe(inputs->library);
        const std::vector<Input> files = own(inputs->files);
        const PageOrder order{&*staging_, hasPages(options_), wants(options_, Product::Docx), &look};
        const RowMaker maker(session_, inputs->library, matrix_.norms, order);
        Progress progress(session_, files.size());
        InOrder messages;
        const WorkEnd end = divideWork(
            files.size(), options_.jobs == 0 ? cores() : options_.jobs, signals,
            [&](std::size_t number) { return maker.judge(files[number]).text(); },
            [&](WorkDone done) {
                const std::string told =
                    messages.add(done.number, take(files[done.number].path, done));
                if (!told.empty()) {
                    progress.end();
                    session_.console().message(told);
                }
                progress.step();
            });
        progress.end();
        if (end.error != 0) {
            session_.tell(make<Diag::OutputStopped>({}, pipeline::reasonOf(end.error)));
        }
        if (matrix_.rows.empty() && !options_.shard && !session_.isWrong()) {
            session_.tell(make<Diag::NoProtocolInFolder>({}, options_.operands.front()));
        }
        emit::arrange(matrix_);
        return end.error == 0 && !end.isStopped && (!matrix_.rows.empty() || options_.shard);
    }

    void describe(const pipeline::LoadedLibrary& library) {
        matrix_.version = pipeline::versionNumber();
        matrix_.date = session_.date();
        matrix_.baselineSha256 = library.sha256;
        matrix_.checkedUntil = library.library->checkedUntil();
        matrix_.language = session_.language();
        matrix_.hasDocuments = !options_.documents.empty();
        matrix_.hasPages = hasPages(options_);
        if (options_.shard) {
            matrix_.shard = emit::Shard{options_.shard->part, options_.shard->of};
        }
        matrix_.norms = emit::columnsOf(library.library);
    }

    /// Each file once, in the order of names, and only those of the part that is asked for. In which
    /// part a file is hangs on its path alone.
    [[nodiscard]] std::vector<Input> own(std::vector<Input> files) const {
        std::sort(files.begin(), files.end(), [](const Input& left, const Input& right) {
            return left.path != right.path ? left.path < right.path
                                           : left.isNamed > right.isNamed;
        });
        files.erase(std::unique(files.begin(), files.end(),
                                [](const Input& left, const Input& right) {
                                    return left.path == right.path;
                                }),
                    files.end());
        if (options_.shard) {
            std::erase_if(files, [&](const Input& file) {
                return emit::digestOf(file.path) % options_.shard->of + 1 != options_.shard->part;
            });
        }
        return files;
    }

    /// Takes the rows of a file; returns what is to be told of it.
    std::string take(const std::string& file, const WorkDone& done) {
        auto answer = done.answer ? FileAnswer::read(*done.answer) : std::nullopt;
        if (!answer) {
            Session session = session_.anew();
            session.console().holdMessages();
            answer = RowMaker::broken(session, file,
                                      make<Diag::JudgingStopped>({}, file, done.signal), 1);
            answer->isInternal = true;
        }
        if (answer->isBroken || answer->isUnwritten) {
            session_.markWrong();
        }
        if (answer->isInternal) {
            session_.markInternal();
        }
        emit::addTexts(matrix_.texts, answer->line.texts);
        for (emit::MatrixRow& row : answer->line.rows) {
            matrix_.rows.push_back(std::move(row));
        }
        return answer->messages;
    }

    void write(const emit::Matrix* earlier, const StopSignals& signals) {
        const emit::MatrixReport report = emit::reportOn(matrix_, earlier);
        const std::vector<std::string_view> files = filesOf(options_);
        for (const std::string_view file : files) {
            const auto error = staging_->fill(std::string(file), [&](const auto& put) {
                if (file == emit::kMatrixJson) {
                    emit::writeMatrixJson(report, put);
                } else if (file == emit::kMatrixCsv) {
                    emit::writeMatrixCsv(report, put);
                } else {
                    emit::writeMatrixPage(report, put);
                }
            });
            if (error) {
                session_.tell(*error);
                return;
            }
        }
        if (signals.isAsked()) {
            return;
        }
        if (const auto error = staging_->settle()) {
            session_.tell(*error);
            return;
        }
        for (const std::string_view file : files) {
            session_.remark(phrase(Phrase::BuildWritten,
                                   support::same(pipeline::shownPath(options_.out + "/" +
                                                           std::string(file)))));
        }
        const auto broken = std::count_if(matrix_.rows.begin(), matrix_.rows.end(),
                                          [](const auto& row) { return row.broken.has_value(); });
        session_.remark(phrase(Phrase::MatrixDone,
                               matrix_.rows.size() - static_cast<std::size_t>(broken), broken));
    }

    [[nodiscard]] bool hasFindings() {
        bool hasFindings = false;
        for (const emit::MatrixRow& row : matrix_.rows) {
            if (row.broken) {
                session_.markWrong();
            } else {
                hasFindings = hasFindings || row.worst >= options_.failOn;
            }
        }
        return hasFindings;
    }

    Session& session_;
    const Options& options_;
    emit::Matrix matrix_;
    std::optional<Staging> staging_;
};

} // namespace

bool isReportOfMany(const Session& session) {
    const Options& options = session.options();
    if (options.operands.size() > 1 || options.merge || options.shard ||
        !options.compare.empty() || wants(options, Product::Matrix)) {
        return true;
    }
    std::error_code ignored;
    const fs::path path = options.operands.front();
    return fs::is_directory(path, ignored) && !fs::exists(path / pipeline::kProtocolFile, ignored);
}

ExitCode runReportOfMany(Session& session) {
    return ManyRun(session).run();
}

} // namespace meldc::driver
