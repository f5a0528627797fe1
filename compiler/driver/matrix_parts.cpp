#include "driver/matrix_parts.h"

#include "diagnostics/wording.h"
#include "pipeline/files.h"
#include "support/limits.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <tuple>

namespace meldc::driver {

namespace {

namespace fs = std::filesystem;
using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Wording;
using diagnostics::wording;
using emit::Matrix;
using emit::MatrixRow;

/// Why two matrices are not about the same question, if so.
std::optional<Wording> differenceOf(const Matrix& one, const Matrix& other) {
    if (one.version != other.version) {
        return Wording::OtherTool;
    }
    if (one.baselineSha256 != other.baselineSha256 || one.norms != other.norms) {
        return Wording::OtherNorms;
    }
    if (one.date != other.date) {
        return Wording::OtherDay;
    }
    if (one.language != other.language) {
        return Wording::OtherLanguage;
    }
    if (one.hasDocuments != other.hasDocuments) {
        return Wording::OtherDocuments;
    }
    if (one.hasPages != other.hasPages) {
        return Wording::OtherPages;
    }
    const auto parts = [](const Matrix& matrix) { return matrix.shard ? matrix.shard->of : 0; };
    if (parts(one) != parts(other)) {
        return Wording::OtherSharing;
    }
    return std::nullopt;
}

/// Puts rows of parts together; a row that several have counts once.
class Merge {
public:
    explicit Merge(Session& session) : session_(session) {}

    void add(const std::string& path, Matrix part) {
        if (part.shard) {
            parts_.insert(part.shard->part);
        }
        if (!whole_) {
            firstPath_ = path;
            whole_ = part;
            whole_->rows.clear();
        } else if (const auto why = differenceOf(*whole_, part)) {
            session_.tell(make<Diag::MatrixPartsDiffer>({}, firstPath_, path, wording(*why)));
            return;
        }
        emit::addTexts(whole_->texts, part.texts);
        for (MatrixRow& row : part.rows) {
            const auto [at, isNew] =
                numbers_.try_emplace({row.file, row.number}, whole_->rows.size());
            if (isNew) {
                partOfRow_.emplace(at->first, path);
                whole_->rows.push_back(std::move(row));
            } else if (!(whole_->rows[at->second] == row)) {
                session_.tell(make<Diag::MatrixRowTwice>({}, row.file, path));
            }
        }
    }

    std::optional<MergedParts> take() {
        if (whole_ && whole_->shard) {
            for (std::size_t part = 1; part <= whole_->shard->of; ++part) {
                if (!parts_.contains(part)) {
                    session_.tell(make<Diag::MatrixPartMissing>({}, part, whole_->shard->of));
                }
            }
            whole_->shard.reset();
        }
        if (session_.isWrong() || !whole_) {
            return std::nullopt;
        }
        emit::arrange(*whole_);
        return MergedParts{std::move(*whole_), std::move(partOfRow_)};
    }

private:
    Session& session_;
    std::string firstPath_;
    std::optional<Matrix> whole_;
    std::set<std::size_t> parts_;
    std::map<std::pair<std::string, std::uint32_t>, std::size_t> numbers_;
    std::map<std::pair<std::string, std::uint32_t>, std::string> partOfRow_;
};

} // namespace

std::optional<Matrix> loadMatrix(Session& session, const std::string& path) {
    const pipeline::ReadResult read = pipeline::readFile(path, support::kMaxMatrixBytes);
    if (read.error) {
        session.tell(*read.error);
        return std::nullopt;
    }
    auto matrix = read.bytes ? emit::readMatrix(*read.bytes) : std::nullopt;
    if (!matrix) {
        session.tell(make<Diag::MatrixUnreadable>({}, path));
    }
    return matrix;
}

std::optional<MergedParts> mergeParts(Session& session, const std::vector<std::string>& paths) {
    Merge merge(session);
    for (const std::string& path : paths) {
        if (auto part = loadMatrix(session, path)) {
            merge.add(path, std::move(*part));
        }
    }
    return merge.take();
}

void copyPages(Session& session, const MergedParts& merged, const Matrix& rows,
               const Staging& staging, const StopSignals& signals) {
    for (const MatrixRow& row : rows.rows) {
        if (signals.isAsked()) {
            return;
        }
        const fs::path folder = fs::path(merged.partOfRow.at({row.file, row.number})).parent_path();
        for (const std::string& name : {row.page, row.document}) {
            if (name.empty()) {
                continue;
            }
            const std::string path = pipeline::shownPath((folder / name).string());
            const pipeline::ReadResult read = pipeline::readFile(path, support::kMaxMatrixBytes);
            if (!read.bytes) {
                session.tell(read.error ? *read.error : make<Diag::FileNotFound>({}, path));
                return;
            }
            if (const auto error = staging.write(name, *read.bytes)) {
                session.tell(*error);
                return;
            }
        }
    }
}

} // namespace meldc::driver
