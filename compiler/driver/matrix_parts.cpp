#include "driver/matrix_parts.h"

#include "diagnostics/wording.h"
#include "driver/files.h"
#include "support/limits.h"

#include <algorithm>
#include <filesystem>
#include <map>
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
                whole_->rows.push_back(std::move(row));
            } else if (!(whole_->rows[at->second] == row)) {
                session_.tell(make<Diag::MatrixRowTwice>({}, row.file, path));
            }
        }
    }

    std::optional<Matrix> take() {
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
        return std::move(whole_);
    }

private:
    Session& session_;
    std::string firstPath_;
    std::optional<Matrix> whole_;
    std::set<std::size_t> parts_;
    std::map<std::pair<std::string, std::uint32_t>, std::size_t> numbers_;
};

} // namespace

std::optional<Matrix> loadMatrix(Session& session, const std::string& path) {
    const ReadResult read = readFile(path, support::kMaxMatrixBytes);
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

std::optional<Matrix> mergeParts(Session& session, const std::vector<std::string>& paths) {
    Merge merge(session);
    for (const std::string& path : paths) {
        if (auto part = loadMatrix(session, path)) {
            merge.add(path, std::move(*part));
        }
    }
    return merge.take();
}

void copyPages(Session& session, const std::vector<std::string>& parts, const Matrix& matrix,
               const Staging& staging) {
    for (const MatrixRow& row : matrix.rows) {
        if (row.page.empty()) {
            continue;
        }
        // The part that has this row is the one beside which the page lies.
        ReadResult read;
        for (const std::string& part : parts) {
            read = readFile((fs::path(part).parent_path() / row.page).string(),
                            support::kMaxMatrixBytes);
            if (read.bytes) {
                break;
            }
        }
        if (!read.bytes) {
            session.tell(make<Diag::FileNotFound>({}, row.page));
            return;
        }
        if (const auto error = staging.write(row.page, *read.bytes)) {
            session.tell(*error);
            return;
        }
    }
}

} // namespace meldc::driver
