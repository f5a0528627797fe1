#include "emit/inspection/judgements.h"

#include "diagnostics/phrases.h"
#include "emit/inspection/items.h"
#include "emit/report_view.h"
#include "emit/table_text.h"
#include "emit/words.h"
#include "support/sha256.h"
#include "support/utf8.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace meldc::emit {

namespace {

using diagnostics::Diag;
using diagnostics::make;
using diagnostics::Phrase;
using diagnostics::phrase;

/// Enough of a digest to tell texts apart, and short enough to be copied by hand.
constexpr std::size_t kMarkDigits = 16;

/// All columns of a form, in its order. Title and verdict are there for who fills it in.
constexpr std::array kColumns{Word::ColumnNorm,      Word::ColumnTitle, Word::ColumnVerdict,
                              Word::ColumnText,      Word::ColumnJudgement,
                              Word::ColumnNote,      Word::ColumnView,  Word::ColumnBy,
                              Word::ColumnOn};
/// Those without which nothing can be read.
constexpr std::array kNeeded{Word::ColumnNorm, Word::ColumnText, Word::ColumnJudgement,
                             Word::ColumnView, Word::ColumnBy,   Word::ColumnOn};

std::string markOf(Word kind, const std::string& bytes) {
    return std::string(spelling(kind)) + ":" + support::sha256Hex(bytes).substr(0, kMarkDigits);
}

bool isOfKind(const std::string& mark, Word kind) {
    const std::string head = std::string(spelling(kind)) + ":";
    return mark.size() > head.size() && mark.starts_with(head);
}

class JudgementReader {
public:
    JudgementReader(const model::Library& library, diagnostics::Sink& sink)
        : library_(library), sink_(sink) {}

    std::vector<Judgement> read(const std::vector<TableRow>& rows) {
        if (rows.empty() || !readHead(rows.front())) {
            return {};
        }
        for (std::size_t i = 1; i < rows.size(); ++i) {
            row(rows[i]);
        }
        return std::move(judgements_);
    }

private:
    bool readHead(const TableRow& head) {
        bool isFit = true;
        for (std::size_t i = 0; i < head.cells.size(); ++i) {
            const TableCell& cell = head.cells[i];
            const auto column =
                std::find_if(kColumns.begin(), kColumns.end(),
                             [&](Word each) { return spelling(each) == cell.text; });
            const bool isNew = column != kColumns.end() && columns_.emplace(*column, i).second;
            if (!isNew && !cell.text.empty()) {
                sink_.add(make<Diag::JudgementColumnUnknown>(cell.span, cell.text));
                isFit = false;
            }
        }
        for (const Word needed : kNeeded) {
            if (!columns_.contains(needed)) {
                sink_.add(make<Diag::JudgementColumns>(head.span, spelling(needed)));
                isFit = false;
            }
        }
        return isFit;
    }

    void row(const TableRow& row) {
        const auto cell = [&](Word column) {
            const auto at = columns_.find(column);
            return at == columns_.end() ? TableCell{{}, row.span} : row.at(at->second);
        };
        Judgement judgement{cell(Word::ColumnNorm).text,      cell(Word::ColumnText).text,
                            cell(Word::ColumnJudgement).text, cell(Word::ColumnNote).text,
                            cell(Word::ColumnView).text,      cell(Word::ColumnBy).text,
                            cell(Word::ColumnOn).text,        row.span};
        const bool isEmpty = judgement.verdict.empty() && judgement.note.empty() &&
                             judgement.view.empty() && judgement.by.empty() &&
                             judgement.on.empty();
        if (isEmpty || !isComplete(judgement, cell)) {
            return;
        }
        if (library_.findNorm(judgement.norm) == nullptr) {
            sink_.add(make<Diag::JudgementUnknownNorm>(cell(Word::ColumnNorm).span, judgement.norm,
                                                       hintFor(judgement.norm, library_)));
            return;
        }
        if (!seen_.insert(judgement.norm).second) {
            sink_.add(make<Diag::JudgementTwice>(row.span, judgement.norm));
            return;
        }
        judgements_.push_back(std::move(judgement));
    }

    template <class CellOf> bool isComplete(const Judgement& judgement, const CellOf& cell) {
        const std::size_t before = sink_.all().size();
        // What the organisation says needs no judge; what is judged does.
        const bool isJudged = !judgement.verdict.empty() || !judgement.note.empty();
        for (const Word column : {Word::ColumnText, Word::ColumnBy, Word::ColumnOn}) {
            const bool isNeeded = column == Word::ColumnText || isJudged;
            if (isNeeded && cell(column).text.empty()) {
                sink_.add(make<Diag::JudgementIncomplete>(cell(column).span, judgement.norm,
                                                          spelling(column)));
            }
        }
        const bool isMark = isOfKind(judgement.text, Word::KindCode) ||
                            isOfKind(judgement.text, Word::KindDocument) ||
                            isOfKind(judgement.text, Word::KindPassage);
        if (!judgement.text.empty() && !isMark) {
            sink_.add(make<Diag::TextKindUnknown>(cell(Word::ColumnText).span, judgement.text));
        }
        if (!judgement.on.empty() && !support::Date::parse(judgement.on)) {
            sink_.add(make<Diag::JudgementDay>(cell(Word::ColumnOn).span, judgement.on));
        }
        return sink_.all().size() == before;
    }

    const model::Library& library_;
    diagnostics::Sink& sink_;
    std::map<Word, std::size_t> columns_;
    std::set<std::string> seen_;
    std::vector<Judgement> judgements_;
};

} // namespace

std::vector<Judgement> readJudgements(const support::SourceMap& sources, support::FileId file,
                                      const model::Library& library, diagnostics::Sink& sink) {
    return JudgementReader(library, sink).read(rowsOf(sources, file));
}

const std::string& TextMarks::now() const {
    return !passage.empty() ? passage : !document.empty() ? document : code;
}

TextMarks marksOf(const CheckedProtocol& checked, const baseline::NormResult& result,
                  const std::string& modelSha256) {
    TextMarks marks;
    marks.code = markOf(Word::KindCode, modelSha256);
    if (checked.examination == nullptr) {
        return marks;
    }
    const auto& documents = checked.examination->documents;
    if (!documents.empty() && documents.size() == checked.report->protocol->documents.size()) {
        std::string bytes;
        for (const evidence::DocumentState& document : documents) {
            bytes += document.sha256;
        }
        marks.document = markOf(Word::KindDocument, bytes);
    }
    std::set<std::string> digests;
    for (const baseline::Evidence& passage : result.evidence) {
        for (const model::Place& place : passage.places) {
            const std::string digest = checked.examination->quotes.digest(place);
            if (digest.empty()) {
                return marks;
            }
            digests.insert(digest);
        }
        if (passage.places.empty()) {
            return marks;
        }
    }
    if (!digests.empty()) {
        std::string bytes;
        for (const std::string& digest : digests) {
            bytes += digest;
        }
        marks.passage = markOf(Word::KindPassage, bytes);
    }
    return marks;
}

JudgementState stateOf(const Judgement& judgement, const TextMarks& marks, bool hasDocuments) {
    const bool isOfCode = isOfKind(judgement.text, Word::KindCode);
    if (!isOfCode && !hasDocuments) {
        return JudgementState::Unchecked;
    }
    const std::string& now = isOfCode                                         ? marks.code
                             : isOfKind(judgement.text, Word::KindDocument) ? marks.document
                                                                              : marks.passage;
    return judgement.text == now ? JudgementState::Current : JudgementState::Stale;
}

std::string judgementForm(const std::vector<FormRow>& rows, support::Language language) {
    std::string text;
    for (const Phrase line : {Phrase::FormAbout, Phrase::FormHow, Phrase::FormWho}) {
        text += "# " + phrase(line).in(language) + "\n";
    }
    for (const Word column : kColumns) {
        text += (column == kColumns.front() ? "" : "\t") + std::string(spelling(column));
    }
    text += "\n";
    for (const FormRow& row : rows) {
        const model::Norm& norm = *row.result->norm;
        text += tabCell(norm.id) + "\t" + tabCell(norm.title) + "\t" +
                tabCell(nameOf(row.result->status).in(language)) + "\t" + row.text;
        // What is to be filled in: judgement, note, view, by, on.
        text += "\t\t\t\t\t\n";
    }
    return text;
}

} // namespace meldc::emit
